import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test, vi } from 'vitest';
import { folderOf, leakyApp, repository, run } from '../cli/command.js';
import { blocksOf, patternOf, runStep, stepsOf } from './samples.js';

// Each page runs the command several times.
vi.setConfig({ testTimeout: 180_000 });

function inGit(files: Readonly<Record<string, string>>): string {
  const folder = folderOf(files);
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-C', folder, ...args]);
  git('init', '-q', '-b', 'main');
  git('add', '-A');
  git('commit', '-q', '-m', 'export');
  return folder;
}

const oldComment = {
  'src/lib/old.js': '// eslint-disable-next-line base44/no-websocket -- soon\nexport const old = 1;\n',
};

test.each([
  ['baseline.md', leakyApp],
  ['changed-code.md', leakyApp],
  [
    'suppressions.md',
    {
      ...leakyApp,
      ...oldComment,
      'src/pages/Clients.jsx': 'export const none = 1;\n',
      'base44/entities/Client.jsonc': blocksOf('suppressions.md', 'jsonc')[0]!,
    },
  ],
])('the commands of %s print what it shows', async (page, files) => {
  const folder = inGit(files);
  const steps = stepsOf(page);
  expect(steps.length).toBeGreaterThan(1);
  for (const step of steps) {
    const { code, output } = await runStep(step, folder);
    if (step.output !== '') expect(output, step.command).toMatch(patternOf(step.output));
    expect(code, step.command).toBe(step.code);
  }
});

describe('suppressions.md', () => {
  test('its comments switch off what they stand above', async () => {
    const folder = folderOf({
      ...leakyApp,
      'src/pages/Clients.jsx': blocksOf('suppressions.md', 'jsx')[0]!,
      'base44/entities/Client.jsonc': blocksOf('suppressions.md', 'jsonc')[0]!,
      'base44-lint.config.jsonc': blocksOf('suppressions.md', 'jsonc')[1]!,
    });
    const { code, stdout } = await run([folder, '--format', 'json']);
    const { findings, unusedSuppressions } = JSON.parse(stdout) as {
      findings: { rule: string; suppression: { reason: string } | null }[];
      unusedSuppressions: unknown[];
    };
    for (const rule of ['no-unfiltered-list', 'require-entity-rules'])
      expect(findings.find((finding) => finding.rule === rule)!.suppression!.reason).toMatch(/^a public directory/);
    expect(unusedSuppressions).toEqual([]);
    expect(code).toBe(0);
  });
});

describe('baseline.md', () => {
  test('its entry is one', () => {
    const schema = JSON.parse(
      readFileSync(join(repository, 'packages/scanner/schema/baseline.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ strict: true, formats: { date: true } }).compile(schema);
    validate(JSON.parse(blocksOf('baseline.md', 'json')[0]!));
    expect(validate.errors).toBeNull();
  });
});

test('a page that shows something else is found out', () => {
  expect('one\ntwo\nthree').toMatch(patternOf('…\nthree'));
  expect('one\ntwo\nthree').toMatch(patternOf('one\n…\nth…'));
  expect('one\ntwo\nthree').toMatch(patternOf('one\n…'));
  expect('one\ntwo\nthree').not.toMatch(patternOf('one\nthree'));
  expect('one\ntwo').not.toMatch(patternOf('…\nthree'));
});
