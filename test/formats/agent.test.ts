import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { run } from '../cli/command.js';
import { copyOf } from './example.js';

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
  const apply = (app: string, diff: string, ...args: readonly string[]) =>
    spawnSync('git', ['apply', '--unidiff-zero', ...args, '-'], {
      cwd: app,
      input: diff,
      encoding: 'utf8',
      env: { ...process.env, GIT_CEILING_DIRECTORIES: dirname(app) },
    });
  const report = async (app: string): Promise<string> =>
    (await run([app, '--format', 'agent', '--all', '--fail-on', 'never'])).stdout;

  it('holds diffs that apply, and each takes its finding away', { timeout: 120_000 }, async () => {
    const app = copyOf('leaky-crm');
    const before = blocksOf(await report(app));
    const rewritten = before.filter(({ diffs }) => diffs.length > 0);
    expect(rewritten.length).toBeGreaterThan(5);
    for (const diff of rewritten.flatMap(({ diffs }) => diffs)) expect(apply(app, diff, '--check').stderr).toBe('');
    // One choice of each, where an earlier one has not changed the same lines.
    const applied = rewritten.filter(({ diffs }) => apply(app, diffs[0]!).status === 0).map(({ id }) => id);
    expect(applied.length).toBeGreaterThan(5);
    const left = new Set(blocksOf(await report(app)).map(({ id }) => id));
    expect(applied.filter((id) => left.has(id))).toEqual([]);
  });

  it('holds no secret of the app', { timeout: 60_000 }, async () => {
    const app = copyOf('leaky-crm');
    const { stdout } = await run([app, '--format', 'json']);
    const { findings } = JSON.parse(stdout) as {
      findings: {
        rule: string;
        location: { file: string; start: { line: number; column: number }; end: { column: number } };
      }[];
    };
    const secrets = findings
      .filter(({ rule }) => rule === 'no-hardcoded-secret')
      .map(({ location: { file, start, end } }) => {
        const line = readFileSync(join(app, file), 'utf8').split('\n')[start.line - 1]!;
        return line.slice(start.column - 1, end.column - 1).replace(/^['"`]|['"`]$/g, '');
      });
    expect(secrets.length).toBeGreaterThan(0);
    const text = await report(app);
    for (const secret of secrets) expect(text).not.toContain(secret);
  });
});
