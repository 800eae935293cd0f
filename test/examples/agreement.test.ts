import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rules } from '@base44-lint/rules';
import { scan } from 'base44-scan';
import { ESLint } from 'eslint';
import base44 from 'eslint-plugin-base44';
import { beforeAll, describe, expect, test } from 'vitest';

const examples = fileURLToPath(new URL('../../examples/', import.meta.url));

/** A place with what is said there, equal for both hosts. */
const key = (rule: string, file: string, line: number, column: number, endLine: number, endColumn: number): string =>
  `${file}:${line}:${column}-${endLine}:${endColumn} ${rule}`;

describe.each(['leaky-crm', 'repaired-crm', 'old-layout-shop'])('%s', (name) => {
  const root = join(examples, name);
  let editor: ReadonlySet<string>;
  let scanner: ReadonlySet<string>;
  beforeAll(async () => {
    editor = await inEditor(root);
    scanner = await inScan(root);
  }, 60_000);

  test('the scanner reports everything that the editor underlines, at the same places', () => {
    if (name === 'leaky-crm') expect(editor.size).toBeGreaterThan(60);
    expect([...editor].filter((place) => !scanner.has(place))).toEqual([]);
  });

  test('the editor underlines everything that the scanner reports by rules for configuration files', () => {
    const inConfiguration = [...scanner].filter((place) => isConfiguration(place) && byDocument.has(ruleOf(place)));
    if (name === 'leaky-crm') expect(inConfiguration.length).toBeGreaterThan(20);
    expect(inConfiguration.filter((place) => !editor.has(place))).toEqual([]);
  });
});

/** Rules that judge one configuration file; what the others say there takes the whole app, or any text. */
const byDocument = new Set(rules.filter((rule) => 'checkJson' in rule).map(({ meta }) => meta.name));

const isConfiguration = (place: string): boolean => /^base44\/.+\.jsonc?:\d/.test(place);
const ruleOf = (place: string): string => place.slice(place.lastIndexOf(' ') + 1);

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

/** ESLint looks for the files itself, by what the preset says is its own: code and configuration files. */
async function inEditor(root: string): Promise<Set<string>> {
  const eslint = new ESLint({ cwd: root, overrideConfigFile: true, overrideConfig: base44.configs.audit as never });
  const places = new Set<string>();
  for (const { filePath, messages } of await eslint.lintFiles(['.'])) {
    const file = relative(root, filePath).replaceAll('\\', '/');
    for (const message of messages) {
      if (!message.ruleId?.startsWith('base44/')) continue;
      const rule = message.ruleId.slice('base44/'.length);
      places.add(key(rule, file, message.line, message.column, message.endLine ?? 0, message.endColumn ?? 0));
    }
  }
  return places;
}
