import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import plugin from 'eslint-plugin-base44';
import { expect, test } from 'vitest';
import { sampleProject } from './project.js';
import { runEslint } from './run-eslint.js';

interface OxlintReport {
  readonly diagnostics: readonly {
    readonly message: string;
    readonly code: string;
    readonly filename: string;
    readonly labels: readonly { readonly span: { readonly line: number; readonly column: number } }[];
  }[];
}

const oxlint = join(dirname(createRequire(import.meta.url).resolve('oxlint/package.json')), 'bin/oxlint');

const rules = Object.fromEntries(Object.keys(plugin.rules).map((name) => [`base44/${name}`, 'error']));
const config = {
  categories: { correctness: 'off' },
  plugins: [],
  ignorePatterns: ['node_modules'],
  jsPlugins: [{ name: 'base44', specifier: 'eslint-plugin-base44' }],
  rules,
};

test('oxlint reports what ESLint reports, at the same places', () => {
  const files = { '.oxlintrc.json': JSON.stringify(config) };
  const project = sampleProject({ eslint: '10.15.0', files });
  const { stdout } = spawnSync(process.execPath, [oxlint, '--format', 'json'], {
    cwd: project,
    encoding: 'utf8',
    timeout: 15_000,
  });
  const found = (JSON.parse(stdout) as OxlintReport).diagnostics.map(({ filename, code, labels, message }) => {
    const { line, column } = labels[0]!.span;
    return `${filename} ${line}:${column} ${code.replace(/\((.+)\)$/, '/$1')} ${message}`;
  });
  // oxlint reads code only; it has no plugin for JSON.
  const expected = runEslint(project)
    .filter(({ file }) => !file.endsWith('.jsonc'))
    .map(({ file, at, rule, message }) => `${file} ${at.split('-')[0]} ${rule} ${message}`);
  expect(expected).not.toEqual([]);
  expect(found.sort()).toEqual(expected.sort());
});
