import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scan } from 'base44-scan';
import { ESLint } from 'eslint';
import base44 from 'eslint-plugin-base44';
import { describe, expect, test } from 'vitest';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** A place with what is said there, equal for both hosts. */
const key = (rule: string, file: string, line: number, column: number, endLine: number, endColumn: number): string =>
  `${file}:${line}:${column}-${endLine}:${endColumn} ${rule}`;

describe.each(['leaky-crm', 'repaired-crm', 'old-layout-shop'])('%s', (name) => {
  const root = join(examples, name);

  test('the scanner reports everything that the editor underlines, at the same places', async () => {
    const [editor, scanner] = [await inEditor(root), await inScan(root)];
    if (name === 'leaky-crm') expect(editor.size).toBeGreaterThan(20);
    expect([...editor].filter((place) => !scanner.has(place))).toEqual([]);
  });
});

async function inScan(root: string): Promise<Set<string>> {
  const { apps } = await scan(root);
  return new Set(
    apps.flatMap(({ findings }) =>
      findings.map(({ rule, location: { file, start, end } }) =>
        key(rule, file, start.line, start.column, end.line, end.column),
      ),
    ),
  );
}

async function inEditor(root: string): Promise<Set<string>> {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: base44.configs.audit as never });
  const places = new Set<string>();
  for (const file of codeFiles(root)) {
    const results = await eslint.lintText(readFileSync(join(root, file), 'utf8'), { filePath: join(root, file) });
    for (const message of results.flatMap(({ messages }) => messages)) {
      if (!message.ruleId?.startsWith('base44/')) continue;
      const rule = message.ruleId.slice('base44/'.length);
      places.add(key(rule, file, message.line, message.column, message.endLine ?? 0, message.endColumn ?? 0));
    }
  }
  return places;
}

function codeFiles(root: string): string[] {
  return readdirSync(root, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.[jt]sx?$/.test(file) && !file.includes('node_modules'))
    .map((file) => file.replaceAll('\\', '/'));
}
