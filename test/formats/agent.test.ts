import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { repository, run } from '../cli/command.js';

interface Block {
  readonly id: string;
  readonly diffs: readonly string[];
}

/** The blocks of a report, each with its diffs as an agent would cut them out. */
function blocksOf(report: string): Block[] {
  return report
    .split(/^## /mu)
    .slice(1)
    .map((block) => {
      const diffs = block
        .split(/^edit.*\n/mu)
        .slice(1)
        .map((edit) => /^(?: {4}.*\n)+/u.exec(edit)?.[0].replace(/^ {4}/gmu, '') ?? '')
        .filter((text) => text.startsWith('--- a/'));
      return { id: /^id: (.*)$/mu.exec(block)![1]!, diffs };
    });
}

describe('agent report of the leaking example', () => {
  const folder = mkdtempSync(join(tmpdir(), 'base44-agent-'));
  const app = join(folder, 'app');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const apply = (diff: string, ...args: readonly string[]) =>
    spawnSync('git', ['apply', '--unidiff-zero', ...args, '-'], {
      cwd: app,
      input: diff,
      encoding: 'utf8',
      env: { ...process.env, GIT_CEILING_DIRECTORIES: folder },
    });
  const report = async () => (await run([app, '--format', 'agent', '--all', '--fail-on', 'never'])).stdout;

  it('holds diffs that apply, and each takes its finding away', { timeout: 120_000 }, async () => {
    cpSync(join(repository, 'examples/leaky-crm'), app, { recursive: true });
    const before = blocksOf(await report());
    const rewritten = before.filter(({ diffs }) => diffs.length > 0);
    expect(rewritten.length).toBeGreaterThan(5);
    for (const diff of rewritten.flatMap(({ diffs }) => diffs)) expect(apply(diff, '--check').stderr).toBe('');
    // One choice of each, where an earlier one has not changed the same lines.
    const applied = rewritten.filter(({ diffs }) => apply(diffs[0]!).status === 0).map(({ id }) => id);
    expect(applied.length).toBeGreaterThan(5);
    const left = new Set(blocksOf(await report()).map(({ id }) => id));
    expect(applied.filter((id) => left.has(id))).toEqual([]);
  });

  it('holds no secret of the app', { timeout: 60_000 }, async () => {
    cpSync(join(repository, 'examples/leaky-crm'), app, { recursive: true });
    const { stdout } = await run([app, '--format', 'json']);
    const { findings } = JSON.parse(stdout) as {
      findings: {
        rule: string;
        location: { file: string; start: { line: number; column: number }; end: { column: number } };
      }[];
    };
    const secrets = findings
      .filter(({ rule }) => rule === 'no-hardcoded-secret')
      .map(({ location: { file, start, end } }) =>
        readFileSync(join(app, file), 'utf8')
          .split('\n')
          [start.line - 1]!.slice(start.column - 1, end.column - 1)
          .replace(/^['"`]|['"`]$/g, ''),
      );
    expect(secrets.length).toBeGreaterThan(0);
    const text = await report();
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
