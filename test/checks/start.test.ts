import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const root = fileURLToPath(new URL('../..', import.meta.url));

test('npm start shows the leaky example, writes the report for the browser and ends with 0', () => {
  const { status, stdout, stderr } = start(root);
  expect(status, stderr).toBe(0);
  expect(stdout).toContain('no-unfiltered-list');
  const report = /report for the browser: (?<path>.+)/u.exec(stdout)?.groups?.['path'] ?? '';
  expect(existsSync(resolve(root, report))).toBe(true);
});

test('npm start takes a path from where it is called', () => {
  const { status, stdout, stderr } = start(join(root, 'examples'), 'repaired-crm');
  expect(status, stderr).toBe(0);
  expect(stdout).toContain(join('..', '.reports', 'repaired-crm.html'));
});

test('npm start says in one line that a path does not exist', () => {
  const { status, stderr } = start(tmpdir(), 'base44-lint-nowhere');
  expect(status).toBe(2);
  expect(stderr.trim().split('\n')).toEqual([expect.stringContaining('there is no folder')]);
});

test('npm start ends with 2 where there is no app to scan', () => {
  const empty = mkdtempSync(join(tmpdir(), 'base44-lint-empty-'));
  onTestFinished(() => rmSync(empty, { recursive: true }));
  const { status, stderr } = start(empty, '.');
  expect(status).toBe(2);
  expect(stderr).toContain('the scan failed');
});

/** Runs the script as npm does: from the repository, with the caller's folder in INIT_CWD. */
function start(caller: string, ...args: string[]) {
  const env = { ...process.env, INIT_CWD: caller };
  return spawnSync(process.execPath, ['.ci/start.mjs', ...args], { cwd: root, env, encoding: 'utf8' });
}
