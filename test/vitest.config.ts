import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));

export default defineConfig({
  root,
  // Unit tests run on the sources, so that a forgotten build never tests yesterday's code.
  resolve: {
    alias: [
      { find: /^@base44-lint\/(catalog|model|rules)$/, replacement: `${root}packages/$1/src/index.ts` },
      { find: /^eslint-plugin-base44$/, replacement: `${root}packages/eslint-plugin/src/index.ts` },
    ],
  },
  test: {
    include: ['packages/*/src/**/*.test.ts', 'test/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**', 'examples/**'],
  },
});
