import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { format, type Options } from 'prettier';
import { describe, expect, it } from 'vitest';
import { scan } from '../scan.js';
import type { AppReport } from '../result.js';
import { baselineText } from './file.js';
import { accept } from './write.js';

/** What a change that alters no meaning must leave alone, tried on the whole way from files to findings. */

type Files = Readonly<Record<string, string>>;

const schema = '{ "name": "Client", "type": "object", "properties": { "email": { "type": "string" } } }';
const common: Files = {
  'package.json': '{ "name": "sample", "dependencies": { "@base44/sdk": "0.8.31" } }',
  'base44/config.jsonc': '{ "name": "Sample", "visibility": "public" }',
  'src/api/base44Client.js':
    "import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ appId: 'x' });\n",
};

/** Functions with a finding each: reads, deletes in a loop, a socket, a key, a template with an expression. */
const functions = [
  'export const load = async (page) => { const rows = await base44.entities.Client.list(); return rows.filter((row) => row.page === page); };',
  "export async function wipe(ids) { for (const id of ids) { await base44.entities.Client.delete(id); } toast('It\\'s done'); }",
  "export function listen(room) { const socket = new WebSocket(`wss://chat.example.com/${room ? room.id : 'all'}`); socket.onmessage = (event) => { show(event.data); }; return () => socket.close(); }",
  "export const ask = async (names) => { for (const name of names) { await base44.integrations.Core.InvokeLLM({ prompt: `Greet ${name ? name.split('-')[0] : 'nobody'} \"kindly\"` }); } };",
  "export const pay = () => fetch('https://api.example.com', { headers: { Authorization: 'Bearer sk_live_51Hf8sKJ2eZvKYlo2C9qT7xWnPq4RzL' } });",
  'export const Page = ({ items }) => { const save = async (item) => { await base44.entities.Client.update(item.id, { visits: item.visits + 1 }); }; return <ul>{items.map((item) => <li key={item.id} onClick={() => save(item)} title=\'a "b"\'>{item.email} <b>and more text that has to be broken somewhere</b></li>)}</ul>; };',
];
const header = "import { base44 } from '@/api/base44Client';";

const styles: readonly Options[] = [
  { singleQuote: true, printWidth: 40 },
  { semi: false, tabWidth: 8, trailingComma: 'none', printWidth: 200, jsxSingleQuote: true },
  { arrowParens: 'avoid', quoteProps: 'consistent', useTabs: true, bracketSameLine: true },
];

function appWith(page: string, file = 'src/pages/Clients.jsx', schemaText = schema): Files {
  return { ...common, 'base44/entities/Client.jsonc': schemaText, [file]: page };
}

async function scanned(files: Files): Promise<AppReport> {
  const folder = mkdtempSync(join(tmpdir(), 'base44-baseline-'));
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), text);
    }
    return (await scan(folder)).apps[0]!;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const pageOf = (parts: readonly string[]): string => `${[header, ...parts].join('\n\n')}\n`;
const original = appWith(pageOf(functions));
const baseline = scanned(original).then((report) =>
  baselineText(accept(report, [], 'low', { addedOn: '2026-11-20' }).entries),
);

/** Findings that count, and entries that suppress nothing, each by rule. */
async function differences(files: Files): Promise<{ fresh: string[]; fixed: string[] }> {
  const report = await scanned({ ...files, 'base44-lint.baseline.json': await baseline });
  return {
    fresh: report.findings
      .filter(({ suppression, severity }) => !suppression && severity !== 'info')
      .map(({ rule }) => rule),
    fixed: report.baseline!.unused.map(({ rule }) => rule),
  };
}

const none = { fresh: [], fixed: [] };
const runs = { numRuns: 12 };

describe('a baseline survives', () => {
  it('with something in it', async () => {
    const { findings } = await scanned(original);
    for (const rule of ['no-unfiltered-list', 'no-bulk-delete-loop', 'no-websocket', 'no-repeated-paid-call'])
      expect(findings.map((finding) => finding.rule)).toContain(rule);
    for (const rule of ['no-hardcoded-secret', 'no-lost-update', 'require-entity-rules'])
      expect(findings.map((finding) => finding.rule)).toContain(rule);
    expect(await differences(original)).toEqual(none);
    expect(await baseline).not.toContain('sk_live');
  });

  it('functions in another order with other lines between them', { timeout: 120_000 }, async () => {
    const order = fc.shuffledSubarray(functions, { minLength: functions.length });
    const gap = fc.array(fc.constantFrom('', '// a note', 'const unrelated = 1;', '/* more\nnotes */'), {
      maxLength: 3,
    });
    await fc.assert(
      fc.asyncProperty(order, fc.array(gap, { minLength: 7, maxLength: 7 }), async (parts, gaps) => {
        const text = parts.flatMap((part, index) => [
          ...gaps[index]!.map((line) => line.replace('unrelated', `unrelated${index}`)).slice(0, 1),
          part,
        ]);
        expect(await differences(appWith(pageOf(text)))).toEqual(none);
      }),
      runs,
    );
  });

  it.each(styles.map((style, index) => [index, style] as const))('prettier in style %i', async (_, style) => {
    const page = await format(pageOf(functions), { parser: 'babel', ...style });
    const entity = await format(schema, { parser: 'jsonc', ...style });
    expect(await differences(appWith(page, undefined, entity))).toEqual(none);
  });

  it('a new name of the file, in any style, in any order', { timeout: 120_000 }, async () => {
    const name = fc.constantFrom('src/pages/Customers.jsx', 'src/components/clients/List.jsx', 'src/a.jsx');
    const order = fc.shuffledSubarray(functions, { minLength: functions.length });
    await fc.assert(
      fc.asyncProperty(name, order, fc.constantFrom(...styles), async (file, parts, style) => {
        const page = await format(pageOf(parts), { parser: 'babel', ...style });
        expect(await differences(appWith(page, file))).toEqual(none);
      }),
      runs,
    );
  });

  it('functions that move to another file', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.shuffledSubarray(functions, { minLength: 1, maxLength: functions.length - 1 }),
        async (moved) => {
          const stay = functions.filter((part) => !moved.includes(part));
          const files = { ...appWith(pageOf(stay)), 'src/lib/moved.jsx': pageOf(moved) };
          expect(await differences(files)).toEqual(none);
        },
      ),
      runs,
    );
  });
});

describe('a baseline does not hide', () => {
  it('a mistake that is made elsewhere while the old one is fixed', async () => {
    const fixed = functions.map((part) => part.replace('Client.list()', 'Client.filter({ id: page })'));
    const other = `${header}\nexport const load = async () => { const rows = await base44.entities.Client.list(); return rows; };\n`;
    const { fresh, fixed: gone } = await differences({ ...appWith(pageOf(fixed)), 'src/pages/Other.jsx': other });
    expect(fresh.filter((rule) => rule === 'no-unfiltered-list')).toHaveLength(1);
    expect(gone.filter((rule) => rule === 'no-unfiltered-list')).toHaveLength(1);
  });

  it('the same function copied to a second file', async () => {
    const copy = pageOf([functions[0]!]);
    const { fresh, fixed } = await differences({ ...original, 'src/pages/Copy.jsx': copy });
    expect(fresh).toContain('no-unfiltered-list');
    expect(fixed).toEqual([]);
  });

  it('another secret in the place of the known one', async () => {
    const others = functions.map((part) =>
      part.replace('51Hf8sKJ2eZvKYlo2C9qT7xWnPq4RzL', '51Qw7rTY3uXcVBnm4A8sD6fGhJk5LpO'),
    );
    expect(await differences(appWith(pageOf(others)))).toEqual({
      fresh: ['no-hardcoded-secret'],
      fixed: ['no-hardcoded-secret'],
    });
  });
});
