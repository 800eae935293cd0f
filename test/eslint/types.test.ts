import { spawnSync } from 'node:child_process';
import { copyFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { copyFolder, eslintVersions, sampleProject, write, type EslintVersion } from './project.js';

const require = createRequire(import.meta.url);
const tsc = join(dirname(require.resolve('typescript/package.json')), 'bin/tsc');
const plugin = dirname(require.resolve('eslint-plugin-base44/package.json'));

const spread = `import type { Linter } from 'eslint';
import base44 from 'eslint-plugin-base44';

export default [
  ...base44.configs.strict,
  // @ts-expect-error There is no such preset.
  base44.configs.stict,
  { rules: { 'base44/no-websocket': 'off' } },
] satisfies Linter.Config[];
`;
const defined = `import base44 from 'eslint-plugin-base44';
import { defineConfig } from 'eslint/config';

export default defineConfig({ plugins: { base44 }, extends: ['base44/recommended'] }, base44.configs.audit);
`;

const compilerOptions = {
  noEmit: true,
  strict: true,
  module: 'nodenext',
  target: 'es2023',
  skipLibCheck: true,
  types: [],
};

test.each(Object.keys(eslintVersions) as EslintVersion[])(
  'an eslint.config.ts type checks with ESLint %s',
  (eslint) => {
    const project = sampleProject({ eslint, install: { '@base44-lint/rules': '@base44-lint/rules' } });
    // A copy, not a link: the plugin's types must meet the project's ESLint, not the one of this repository.
    const installed = join(project, 'node_modules/eslint-plugin-base44');
    rmSync(installed);
    copyFolder(join(plugin, 'dist'), join(installed, 'dist'));
    copyFileSync(join(plugin, 'package.json'), join(installed, 'package.json'));
    // `eslint/config` came with 9.22.
    const configs = { 'spread.config.ts': spread, ...(eslint !== '9.19.0' && { 'defined.config.ts': defined }) };
    write(project, { ...configs, 'tsconfig.json': JSON.stringify({ compilerOptions, files: Object.keys(configs) }) });
    const { status, stdout } = spawnSync(process.execPath, [tsc], { cwd: project, encoding: 'utf8', timeout: 15_000 });
    expect(stdout).toBe('');
    expect(status).toBe(0);
  },
);
