import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));
const vitest = join(root, 'node_modules/vitest/vitest.mjs');

test('a test of code that prints fails', () => {
  const { status, output } = runTest("console.log('left over')");
  expect(output).toContain('code under test must not print');
  expect(status).toBe(1);
});

test('a test of code that does not print passes', () => {
  const { status, output } = runTest('JSON.stringify({})');
  expect(status, output).toBe(0);
});

/** Runs a test file with one statement under our own configuration. */
function runTest(statement: string): { status: number | null; output: string } {
  const folder = mkdtempSync(join(root, 'test/checks/.console-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  writeFileSync(
    join(folder, 'stray.test.ts'),
    `import { test } from 'vitest';\ntest('stray', () => { ${statement}; });\n`,
  );
  const args = [vitest, 'run', '--config', 'test/vitest.config.ts', folder];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: root, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}
