import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { eslintVersions, sampleProject, type EslintVersion } from './project.js';
import { places, runEslint } from './run-eslint.js';

const schemaFile = 'base44/entities/Customer.jsonc';
const disable = 'eslint-disable';

test('every supported version of ESLint reports every leak of the sample app, to the letter alike', () => {
  const [oldest, ...others] = (Object.keys(eslintVersions) as EslintVersion[]).map((eslint) =>
    runEslint(sampleProject({ eslint })),
  );
  expect(places(oldest!)).toEqual([
    'base44/entities/Customer.jsonc 3:11-3:21 base44/require-entity-rules',
    'base44/functions/cleanup/entry.ts 12:11-12:69 base44/no-bulk-delete-loop',
    'src/hooks/useLiveCustomers.js 5:20-5:75 base44/no-websocket',
    'src/lib/archive.mjs 5:11-5:46 base44/no-bulk-delete-loop',
    'src/pages/Customers.jsx 8:5-8:36 base44/no-unfiltered-list',
  ]);
  expect(others).toEqual([oldest, oldest]);
});

describe.each(['9.19.0', '9.39.5', '10.15.0'] as const)(
  'ESLint %s with @eslint/json, where the app chose it',
  (eslint) => {
    const install = { '@eslint/json': '@eslint/json' };
    const config = (block: string) => `import json from '@eslint/json';
import base44 from 'eslint-plugin-base44';
export default [${block}];
`;
    const own = `{
  files: ['base44/**/*.jsonc'],
  plugins: { json, base44 },
  language: 'json/jsonc',
  languageOptions: { allowTrailingCommas: true },
  rules: { 'base44/require-entity-rules': 'error', 'base44/no-bulk-delete-loop': 'off' },
}`;

    test('reports schemas at the same places as the preset', () => {
      const byPreset = runEslint(sampleProject({ eslint }), ['base44/entities']);
      const project = sampleProject({ eslint, install, files: { 'eslint.config.js': config(own) } });
      expect(byPreset).not.toEqual([]);
      expect(runEslint(project, ['base44/entities'])).toEqual(byPreset);
    });

    test('takes comments in schemas as the preset does', () => {
      const text = readFileSync(join(sampleProject({ eslint }), schemaFile), 'utf8');
      const commented = {
        'the line above': text.replace(
          '"name"',
          `// ${disable}-next-line base44/require-entity-rules -- public\n  "name"`,
        ),
        'the whole file': `/* ${disable} base44/require-entity-rules -- public */\n${text}`,
      };
      for (const [where, schema] of Object.entries(commented)) {
        expect(schema, where).not.toBe(text);
        const files = { [schemaFile]: schema };
        expect(runEslint(sampleProject({ eslint, files }), ['base44/entities']), where).toEqual([]);
        const project = sampleProject({
          eslint,
          install,
          files: { ...files, 'eslint.config.js': config(own) },
        });
        expect(runEslint(project, ['base44/entities']), where).toEqual([]);
      }
    });

    test('the preset survives rules for JavaScript that apply to every file', () => {
      const everywhere =
        "...base44.configs.recommended, { rules: { 'no-irregular-whitespace': 'error', 'eol-last': 'error' } }";
      const project = sampleProject({ eslint, install, files: { 'eslint.config.js': config(everywhere) } });
      expect(places(runEslint(project, ['base44/entities']))).toEqual([
        'base44/entities/Customer.jsonc 3:11-3:21 base44/require-entity-rules',
      ]);
    });
  },
);
