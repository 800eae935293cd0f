import { mkdtempSync, rmSync, writeFileSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { runNode } from '../../.ci/lib/run.mjs';
import { countTests } from '../../.ci/lib/run-tests.mjs';
import { changedFiles, takeSnapshot } from '../../.ci/lib/tree-snapshot.mjs';

describe('counts of a vitest run', () => {
  const report = { numPassedTests: 7, numFailedTests: 0, numPendingTests: 1, numTodoTests: 1, testResults: [] };

  test('are those of its report', () => {
    expect(countTests(0, report)).toEqual({ passed: 7, failed: 0, skipped: 2 });
  });

  test('have a failure for a test file that does not load', () => {
    const testResults = [{ status: 'failed', assertionResults: [] }];
    expect(countTests(1, { ...report, testResults })).toMatchObject({ passed: 7, failed: 1 });
  });

  test('have each failed test once', () => {
    const testResults = [{ status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'failed' }] }];
    expect(countTests(1, { ...report, numFailedTests: 2, testResults })).toMatchObject({ failed: 2 });
  });

  test('have a failure when vitest fails outside of every test', () => {
    expect(countTests(1, report)).toMatchObject({ passed: 7, failed: 1 });
  });

  test('have a failure when there is no report', () => {
    expect(countTests(1, undefined)).toMatchObject({ passed: 0, failed: 1 });
  });
});

test('files that a generator adds, changes or removes are seen, and dependencies and builds are not', () => {
  const folder = mkdtempSync(join(tmpdir(), 'base44-lint-snapshot-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  for (const path of ['src', 'dist', 'node_modules']) mkdirSync(join(folder, path));
  for (const path of ['src/same.ts', 'src/changed.ts', 'src/removed.ts']) write(path, 'before');
  const before = takeSnapshot(folder);

  write('src/changed.ts', 'after');
  write('src/added.ts', 'after');
  write('dist/built.js', 'after');
  write('node_modules/installed.js', 'after');
  rmSync(join(folder, 'src/removed.ts'));

  expect(changedFiles(before, takeSnapshot(folder))).toEqual(['src/added.ts', 'src/changed.ts', 'src/removed.ts']);
});

test('a command that hangs is ended together with the processes that it started', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'base44-lint-hang-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const script = join(folder, 'hang.cjs');
  // The child keeps our end of the output open: unless it is ended too, the command never closes.
  const hang = `require('node:child_process').spawnSync(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' });`;
  writeFileSync(script, hang);
  const said = vi.spyOn(console, 'error').mockImplementation(() => {});
  expect((await runNode(script, [], { minutes: 0.01 })).code).toBe(1);
  expect(said).toHaveBeenCalledWith(expect.stringContaining('Not finished after'));
});
