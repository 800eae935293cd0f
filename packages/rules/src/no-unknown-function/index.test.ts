import { describe, expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const handler = 'export default () => new Response();';
const files = {
  'base44/functions/sendReport/entry.ts': handler,
  'base44/functions/billing/charge/entry.ts': handler,
};
const page = (code: string, sample: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Reports.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  files,
  ...sample,
});
const scanned = (code: string, sample: Partial<Sample> = {}): Sample =>
  page(code, { ...sample, app: { used: { entities: [], functions: ['sendReport'] } } });

describe('a backend function that the export does not hold', () => {
  test('is drawn with the name that was meant', () => {
    expect(squiggled(rule, page("export const send = () => base44.functions.invoke('sendReports', {});")))
      .toMatchInlineSnapshot(`
      "  2 | export const send = () => base44.functions.invoke('sendReports', {});
          |                                                   ^~~~~~~~~~~~~ [1]

      [1] medium/likely The export holds no backend function \`sendReports\` but \`sendReport\`, so this call fails and what it should do never happens.
          advice: Call \`sendReport\` if that is what is meant; if \`sendReports\` exists on Base44, export the app again."
    `);
  });

  test('is drawn in a workflow', () => {
    const code = '{ "definition": { "do": [{ "run": { "with": { "function_name": "archive" } } }] } }';
    const app = { used: { entities: [], functions: [] } };
    expect(squiggled(rule, { file: 'base44/workflows/daily.jsonc', code, files, app })).toMatchInlineSnapshot(`
      "  1 | { "definition": { "do": [{ "run": { "with": { "function_name": "archive" } } }] } }
          |                                                                ^~~~~~~~~ [1]

      [1] medium/likely The export holds no backend function \`archive\`, so this call fails and what it should do never happens.
          advice: Write the function in \`base44/functions/archive/entry.ts\` or remove the call; if it exists on Base44, export the app again."
    `);
  });

  test.each([
    ['by invoke', "base44.functions.invoke('archive');"],
    ['of the service role', "base44.asServiceRole.functions.invoke('archive');"],
    ['by fetch', "base44.functions.fetch('/archive/today?x=1');"],
    ['through a constant', "const NAME = 'archive';\nbase44.functions.invoke(NAME);"],
    ['as one of two', "base44.functions.invoke(full ? 'sendReport' : 'archive');"],
    ['by a module of the plugin', "import { archive } from '@/functions/archive';\narchive();"],
    ['by the address of the app', 'fetch(`${server}/api/apps/${appId}/functions/archive`);'],
  ])('%s', (_, code) => {
    expect(run(rule, scanned(code))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]);
  });

  test('in TypeScript', () => {
    const code = "const archive = (id: string) => (base44 as any).functions.invoke('archive', { id });";
    expect(run(rule, scanned(code, { file: 'src/lib/archive.ts' }))).toHaveLength(1);
  });

  test.each([
    ['in an editor', page("base44.functions.invoke('archive');")],
    ['by a path that another server may serve', scanned("fetch('/api/functions/archive');")],
    ['on another address of Base44', scanned("fetch('https://shop.base44.app/functions/archive');")],
    ['by a module that may be a file', page("import { sendReports } from '@/functions/sendReports';\nsendReports();")],
  ])('is only possible %s', (_, sample) => {
    expect(run(rule, sample)).toMatchObject([{ confidence: 'possible' }]);
  });

  test('is low where a folder is left out', () => {
    expect(run(rule, scanned("base44.functions.invoke('charge');"))).toMatchObject([
      {
        severity: 'low',
        confidence: 'possible',
        message: expect.stringContaining('`billing/charge`'),
        evidence: [{ file: 'base44/functions/billing/charge/entry.ts' }],
      },
    ]);
  });

  test('is an integration that has a call of its own', () => {
    const [finding] = run(rule, scanned("base44.functions.invoke('base44.integrations.Core.InvokeLLM', {});"));
    expect(finding?.advice).toContain('Call `base44.integrations.Core.InvokeLLM` itself');
  });

  test('is one finding in a scan, at its first use', () => {
    const call = "import { base44 } from '@/api/base44Client';\nbase44.functions.invoke('archive');\n";
    const workflow = { definition: { do: [{ run: { with: { function_name: 'archive' } } }] } };
    const more = { ...files, 'src/a.js': call, 'base44/workflows/daily.jsonc': workflow };
    const sample = scanned("fetch('/functions/archive');\nbase44.functions.invoke('archive');", { files: more });
    expect(runApp(rule, sample)).toMatchObject([
      {
        file: 'src/a.js',
        confidence: 'likely',
        message: expect.stringContaining('so calls of it (4 in 3 files) fail'),
        evidence: [
          { file: 'src/pages/Reports.jsx', note: 'calls `archive` too' },
          { file: 'base44/workflows/daily.jsonc' },
          { file: 'src/pages/Reports.jsx' },
        ],
      },
    ]);
  });

  test('is reported once a file', () => {
    const code = "base44.functions.invoke('archive');\nbase44.functions.invoke('archive');";
    expect(run(rule, scanned(code))).toHaveLength(1);
  });
});

describe('is clean:', () => {
  test.each([
    ['a function of the export', "base44.functions.invoke('sendReport');"],
    ['one in a folder', "base44.functions.invoke('billing/charge');"],
    ['a path below one', "base44.functions.fetch('/sendReport/daily?day=1');"],
    ['a name that the run decides', 'base44.functions.invoke(name);'],
    ['a template', 'base44.functions.invoke(`send-${kind}`);'],
    ['a function of the platform', "base44.functions.invoke('__platform__/toggle');"],
    ['Supabase', 'fetch(`${url}/functions/v1/archive`);'],
    ['another server', "fetch('https://api.example.com/functions/archive');"],
    ['Netlify', "fetch('/.netlify/functions/archive');"],
    ['a module beside it', "import './functions/archive';"],
    ['a sentence', "const help = 'POST /functions/archive to begin';"],
  ])('%s', (_, code) => {
    expectClean(rule, scanned(code));
  });

  test('a test', () => {
    expectClean(rule, scanned("base44.functions.invoke('archive');", { file: 'src/pages/Reports.test.jsx' }));
  });

  test('an object of the app in the place of the client', () => {
    const code =
      "const base44 = { functions: { invoke: (name) => fetch('/my/' + name) } };\nbase44.functions.invoke('archive');";
    expectClean(rule, { file: 'src/lib/server.js', code, files });
  });

  test('a function of the old layout', () => {
    expectClean(
      rule,
      page("base44.functions.invoke('send');", { files: { 'functions/send.ts': `Deno.serve(${'() => null'});` } }),
    );
  });
});

describe('an export of a part of the functions', () => {
  const code = ['a1', 'a2', 'a3', 'a4'].map((name) => `base44.functions.invoke('${name}');`).join('\n');

  test('is one finding in all', () => {
    expect(runApp(rule, page(code))).toMatchObject([
      {
        severity: 'low',
        message:
          'The export holds none of the 4 backend functions that the code calls, so nobody can check what `a1`, `a2` and 2 more do and who may call them.',
      },
    ]);
    const app = { used: { entities: [], functions: ['a1', 'a2', 'a3', 'a4'] } };
    expect(run(rule, page(code, { app }))).toMatchObject([{ severity: 'low' }]);
  });

  test('without any function is one finding, and none where nothing is called', () => {
    expect(runApp(rule, page("base44.functions.invoke('a1');", { files: {} }))).toMatchObject([{ severity: 'low' }]);
    expect(runApp(rule, page('base44.auth.me();', { files: {} }))).toEqual([]);
  });

  test('is none where most are there', () => {
    expect(runApp(rule, page("base44.functions.invoke('a1');\nbase44.functions.invoke('sendReport');"))).toEqual([]);
  });
});

describe('options', () => {
  test('known: a function that was not exported', () => {
    expectClean(rule, page("base44.functions.invoke('archive/today');", { options: { known: ['archive'] } }));
    expect(run(rule, page("base44.functions.invoke('archive');", { options: { known: ['other'] } }))).toHaveLength(1);
  });
});
