import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { afterEach, expect, test } from 'vitest';
import config from '../../.ci/dependency-cruiser.mjs';

/** For every forbidden arrow, the smallest sources that draw it: path → text. */
const forbiddenArrows: Record<string, Record<string, string>> = {
  'catalog-stands-alone': { 'packages/catalog/src/a.ts': `import 'node:path';` },
  'model-knows-no-checks': { 'packages/model/src/a.ts': `import type {} from '@base44-lint/rules';` },
  'rules-know-no-host': { 'packages/rules/src/a.ts': `import 'base44-scan';` },
  'hosts-are-apart': { 'packages/eslint-plugin/src/a.ts': `import 'base44-scan';` },
  'packages-meet-at-their-entry': {
    'packages/rules/src/a.ts': `import '../../model/src/b.js';`,
    'packages/model/src/b.ts': 'export {};',
  },
  'rules-are-pure': { 'packages/rules/src/a.ts': `import 'ts-morph';` },
  'recognition-is-pure': { 'packages/model/src/code/a.ts': `import 'node:child_process';` },
  'facts-do-not-know-the-app': {
    'packages/model/src/code/a.ts': `import '../app/b.js';`,
    'packages/model/src/app/b.ts': 'export {};',
  },
  'files-are-read-in-few-places': { 'packages/scanner/src/assess/a.ts': `import 'node:fs/promises';` },
  'reports-only-read-the-result': {
    'packages/scanner/src/report/a.ts': `import '../load/b.js';`,
    'packages/scanner/src/load/b.ts': 'export {};',
  },
  'nothing-depends-on-the-command-line': {
    'packages/scanner/src/a.ts': `import './cli/b.js';`,
    'packages/scanner/src/cli/b.ts': 'export {};',
  },
  'sources-need-no-tests': {
    'packages/model/src/a.ts': `import './b.test.js';`,
    'packages/model/src/b.test.ts': 'export {};',
  },
  'only-declared-dependencies': { 'packages/model/src/a.ts': `import 'only-for-development';` },
  'everything-resolves': { 'packages/model/src/a.ts': `import './nothing.js';` },
  'no-circles': {
    'packages/model/src/a.ts': `import './b.js';`,
    'packages/model/src/b.ts': `import './a.js';`,
  },
};

const allowedArrows = {
  'packages/model/src/app/read-tree.ts': `import 'node:fs'; import '@base44-lint/catalog';`,
  'packages/model/src/code/a.ts': `import type {} from '../app/types.js';`,
  'packages/model/src/code/view.ts': `import '../app/read-tree.js'; import './a.js';`,
  'packages/model/src/app/types.ts': `export {};`,
  'packages/rules/src/a.ts': `import '@base44-lint/model'; import '@base44-lint/catalog';`,
  'packages/rules/src/a.test.ts': `import 'node:fs'; import './a.js';`,
  'packages/eslint-plugin/src/a.ts': `import '@base44-lint/rules';`,
  'packages/scanner/src/load/a.ts': `import 'node:fs'; import 'ts-morph'; import '@base44-lint/rules';`,
  'packages/scanner/src/report/a.ts': `import type {} from '../load/a.js'; import '@base44-lint/catalog';`,
  'packages/scanner/src/cli/a.ts': `import '../report/a.js'; import '../load/a.js';`,
};

let workspace: string | undefined;
afterEach(() => {
  if (workspace) rmSync(workspace, { recursive: true, force: true });
});

test.each(config.forbidden.map(({ name }) => name))('the arrow %s is found', async (name) => {
  expect(await violations(forbiddenArrows[name] ?? {})).toContain(name);
});

test('the allowed arrows are let through', async () => {
  expect(await violations(allowedArrows)).toEqual([]);
});

/** Names of the rules that a workspace with these sources breaks, each once. */
async function violations(sources: Record<string, string>): Promise<string[]> {
  workspace = mkdtempSync(join(tmpdir(), 'base44-lint-arrows-'));
  const packages = {
    catalog: '@base44-lint/catalog',
    model: '@base44-lint/model',
    rules: '@base44-lint/rules',
    'eslint-plugin': 'eslint-plugin-base44',
    scanner: 'base44-scan',
  };
  for (const [folder, name] of Object.entries(packages)) {
    writePackage(`packages/${folder}`, name, {
      dependencies: { ...Object.fromEntries(Object.values(packages).map((key) => [key, '*'])), 'ts-morph': '*' },
      devDependencies: { 'only-for-development': '*' },
    });
    mkdirSync(join(workspace, 'node_modules/@base44-lint'), { recursive: true });
    symlinkSync(join(workspace, 'packages', folder), join(workspace, 'node_modules', name));
  }
  writePackage('node_modules/ts-morph', 'ts-morph');
  writePackage('node_modules/only-for-development', 'only-for-development');
  write('package.json', '{ "type": "module" }');
  for (const [path, text] of Object.entries(sources)) write(path, text);

  const { forbidden, options } = config;
  const result = await cruise(
    ['packages/*/src'],
    { ...options, tsConfig: undefined, baseDir: workspace, ruleSet: { forbidden }, validate: true },
    options.enhancedResolveOptions,
  );
  if (typeof result.output === 'string') throw new Error(result.output);
  return [...new Set(result.output.summary.violations.map(({ rule }) => rule.name))].sort();
}

function writePackage(folder: string, name: string, manifest: object = {}): void {
  write(`${folder}/package.json`, JSON.stringify({ name, type: 'module', exports: './dist/index.js', ...manifest }));
  write(`${folder}/dist/index.js`, 'export {};');
}

function write(path: string, text: string): void {
  const file = join(workspace ?? '', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
