import js from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import eslintPlugin from 'eslint-plugin-eslint-plugin';
import n from 'eslint-plugin-n';
import * as regexp from 'eslint-plugin-regexp';
import tseslint from 'typescript-eslint';
import { root } from './lib/root.mjs';

const tests = ['**/*.test.ts', 'test/**', 'packages/*/src/**/testing/**'];
const commandLine = ['packages/scanner/src/cli/**', 'packages/scanner/bin/**'];

const outsideTheCommandLine = 'Only the command line prints, reads the clock or exits; return the result instead.';

export default defineConfig([
  globalIgnores([
    '**/dist/**',
    '**/generated/**',
    'examples/**',
    'test/**/{fixtures,sample}/**',
    '.tools/**',
    '.reports/**',
    'coverage/**',
  ]),

  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  n.configs['flat/recommended-module'],
  regexp.configs['flat/recommended'],
  {
    rules: {
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
      // TypeScript, knip and dependency-cruiser resolve imports, and know the `.js` suffix of TypeScript sources.
      'n/no-missing-import': 'off',
      'n/no-extraneous-import': 'off',
      'n/no-unpublished-import': 'off',
      // Experimental in Node 20, and the same there as later.
      'n/no-unsupported-features/node-builtins': ['error', { ignores: ['util.styleText'] }],
      'n/prefer-node-protocol': 'error',
      // The scanned code is untrusted: no expression may take super-linear time on it.
      'regexp/no-super-linear-move': 'error',
    },
  },

  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.recommendedTypeChecked],
    languageOptions: { parserOptions: { project: ['test/tsconfig.json'], tsconfigRootDir: root } },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-import-type-side-effects': 'error',
      '@typescript-eslint/prefer-readonly': 'error',
      // An ESTree node's type is compared with its name, which is what the ESTree specification fixes.
      '@typescript-eslint/no-unsafe-enum-comparison': 'off',
      '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
    },
  },

  {
    files: ['packages/*/src/**/*.ts'],
    ignores: [...tests, ...commandLine],
    rules: {
      'max-lines': ['error', { max: 350, skipBlankLines: true, skipComments: true }],
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'exit', message: outsideTheCommandLine },
        { object: 'process', property: 'exitCode', message: outsideTheCommandLine },
        { object: 'process', property: 'stdout', message: outsideTheCommandLine },
        { object: 'process', property: 'stderr', message: outsideTheCommandLine },
        { object: 'Date', property: 'now', message: outsideTheCommandLine },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: "NewExpression[callee.name='Date'][arguments.length=0]", message: outsideTheCommandLine },
      ],
    },
  },

  // A walk over a syntax tree handles the nodes that matter to it, out of nearly two hundred kinds.
  {
    files: ['packages/model/src/code/**/*.ts'],
    rules: { '@typescript-eslint/switch-exhaustiveness-check': 'off' },
  },

  { files: ['packages/eslint-plugin/src/**/*.ts'], ignores: tests, extends: [eslintPlugin.configs.recommended] },

  // These are commands themselves.
  {
    files: [...commandLine, '.ci/**', 'packages/*/scripts/**', 'test/bench/**', 'test/setup.ts'],
    rules: { 'no-console': 'off', 'n/no-process-exit': 'off', 'n/hashbang': 'off' },
  },
  // A test feeds values of any shape on purpose, and its input is our own.
  {
    files: tests,
    rules: {
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      'regexp/no-super-linear-backtracking': 'off',
      'regexp/no-super-linear-move': 'off',
    },
  },
]);
