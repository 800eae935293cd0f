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
    setupFiles: ['test/setup.ts'],
    // The SARIF validator is a .NET program; without this it wants ICU, which a clean Debian machine does not have.
    env: { DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: '1' },
    // Language servers, validators and child processes start slowly on a busy machine with two cores.
    testTimeout: 20_000,
    coverage: {
      provider: 'v8',
      include: ['packages/*/src/**/*.ts'],
      exclude: ['**/*.test.ts', '**/testing/**', '**/generated/**'],
      reportsDirectory: 'coverage',
      reporter: ['text-summary', 'html', 'json-summary'],
    },
  },
});
