import { spawnSync } from 'node:child_process';
import { join, relative, sep } from 'node:path';
import type { ESLint } from 'eslint';

export interface Reported {
  readonly file: string;
  readonly rule: string | null;
  readonly at: string;
  readonly message: string;
}

/** Runs the project's own ESLint from its command line and returns what it reports, ordered by place. */
export function runEslint(project: string, args: readonly string[] = ['.']): readonly Reported[] {
  const command = [join(project, 'node_modules/eslint/bin/eslint.js'), ...args, '--format', 'json'];
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: project,
    encoding: 'utf8',
    timeout: 15_000,
  });
  // 0: clean, 1: findings, anything else: ESLint itself failed.
  if (status !== 0 && status !== 1) throw new Error(`eslint ended with ${status}:\n${stderr}`);
  return (JSON.parse(stdout) as ESLint.LintResult[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId, line, column, endLine, endColumn, message }) => ({
      file: relative(project, filePath).split(sep).join('/'),
      rule: ruleId,
      at: `${line}:${column}-${endLine}:${endColumn}`,
      message,
    })),
  );
}

/** Rule, file and place, for comparison in a glance. */
export function places(reported: readonly Reported[]): readonly string[] {
  return reported.map(({ file, rule, at }) => `${file} ${at} ${rule}`).sort();
}
