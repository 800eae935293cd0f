import { chmodSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanApp, folderOf, leakyApp, run } from './command.js';

const leaky = folderOf(leakyApp);
const clean = folderOf(cleanApp);

describe('exit codes', () => {
  it.each([
    ['0 for a clean app', clean, [], 0],
    ['1 for a leak at the gate', leaky, [], 1],
    ['0 for a leak when nothing fails the run', leaky, ['--fail-on', 'never'], 0],
  ])('%s', async (_, folder, args, code) => {
    expect(await run([folder, ...args])).toMatchObject({ code, stderr: '' });
  });

  it('scans the current folder when no path is given', async () => {
    const { code, stdout } = await run(['--format', 'json'], { cwd: leaky });
    expect(code).toBe(1);
    const { findings } = JSON.parse(stdout) as { findings: { rule: string }[] };
    expect(findings.filter(({ rule }) => rule === 'no-unfiltered-list')).toMatchObject([
      { location: { file: 'src/pages/Clients.jsx', start: { line: 3, column: 33 } } },
    ]);
  });
});

describe('one clear line and exit code 2', () => {
  const noApp = folderOf({ 'package.json': '{}', 'src/index.js': 'export {};' });
  const broken = folderOf({ ...leakyApp, 'base44-lint.config.jsonc': '{ "tenantField": ["org_id"] }' });
  const unknownRule = folderOf({
    ...leakyApp,
    'base44-lint.config.jsonc': '{ "severity": { "no-websockets": "off" } }',
  });
  const syntax = folderOf({ ...leakyApp, 'base44-lint.config.jsonc': '{ "tenantFields": [' });

  it.each([
    [
      'a path that does not exist',
      ['/nowhere/at/all'],
      /^base44-scan: \/nowhere\/at\/all: not a folder that can be read \(ENOENT\)\.$/,
    ],
    [
      'a file instead of a folder',
      [join(leaky, 'package.json')],
      /^base44-scan: .*package\.json: not a folder that can be read \(ENOTDIR\)\.$/,
    ],
    [
      'a folder without a Base44 app',
      [noApp],
      /^base44-scan: .*: no Base44 app found here; give the folder that holds the exported app\.$/,
    ],
    [
      'an unknown setting',
      [broken],
      /^base44-scan: base44-lint\.config\.jsonc: "tenantField" is no setting; did you mean "tenantFields"\.$/,
    ],
    [
      'settings for an unknown rule',
      [unknownRule],
      /^base44-scan: base44-lint\.config\.jsonc: severity names the rule no-websockets, which does not exist; the rules are .*\.$/,
    ],
    ['settings with a syntax error', [syntax], /^base44-scan: base44-lint\.config\.jsonc: the file .*\.$/],
    [
      'missing settings',
      [leaky, '--config', '/nowhere.jsonc'],
      /^base44-scan: \/nowhere\.jsonc: the settings cannot be read \(ENOENT\)\.$/,
    ],
    ['an unknown flag', ['--formt', 'json'], /^base44-scan: unknown option '--formt'; see base44-scan --help\.$/],
    [
      'an unknown format',
      ['--format', 'xml'],
      /^base44-scan: --format xml: expected one of terminal, json, sarif, html, markdown, github, junit, codeclimate, agent\.$/,
    ],
    [
      'an unknown severity',
      ['--fail-on', 'fatal'],
      /^base44-scan: --fail-on fatal: expected one of critical, high, medium, low, info, never\.$/,
    ],
    [
      'a gate where there is none',
      ['credits', '--fail-on', 'low'],
      /^base44-scan: --fail-on is a flag of scan, .*, not of credits\.$/,
    ],
    [
      'an unknown criterion',
      ['--answer', 'speed=1'],
      /^base44-scan: --answer speed=1: expected criterion=level with one of regulatory-compliance, .*, team-capacity\.$/,
    ],
    [
      'an unknown level',
      ['--answer', 'performance=5'],
      /^base44-scan: --answer performance=5: expected a level from 0 \(worst\) to 4, for example performance=3\.$/,
    ],
    [
      'an amount that is none',
      ['--users', 'many'],
      /^base44-scan: --users many: expected a number, for example 500\.$/,
    ],
    [
      'an unknown plan',
      ['--plan', 'gold'],
      /^base44-scan: --plan gold: expected one of free, starter, builder, pro, elite\.$/,
    ],
    [
      'rates in the wrong order',
      ['--rate', '150-100'],
      /^base44-scan: --rate 150-100: expected dollars an hour, for example 120 or 100-150\.$/,
    ],
    [
      'an output without a format',
      ['--output', 'report.json'],
      /^base44-scan: --output report\.json: expected format=file, for example --output sarif=report\.sarif\.$/,
    ],
    [
      'two reports on standard output',
      ['--format', 'json', '--output', 'sarif=-'],
      /^base44-scan: standard output can carry only one report; write the others to files\.$/,
    ],
    [
      'two paths',
      ['a', 'b'],
      /^base44-scan: expected one path and got 2 \(a, b\); scan their common folder instead\.$/,
    ],
    [
      'an output that cannot be written',
      [leaky, '--quiet', '--output', 'json=/dev/null/x.json'],
      /^base44-scan: \/dev\/null\/x\.json: the report cannot be written \(E\w+\)\.$/,
    ],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});

describe('files that cannot be checked', () => {
  it('are listed with their reason, and everything else is still reported', async () => {
    const folder = folderOf({
      ...leakyApp,
      'src/pages/Broken.jsx': "import { base44 } from '@/api/base44Client';\nexport const = <;\n",
      'src/pages/Binary.js': 'base44\0\u0001',
      'src/pages/Locked.js': 'base44.entities.Client.list();\n',
      'base44/entities/Half.jsonc': '{ "name": ',
    });
    symlinkSync('/etc', join(folder, 'src/elsewhere'));
    chmodSync(join(folder, 'src/pages/Locked.js'), 0o000);
    const { code, stdout } = await run([folder, '--format', 'json']);
    const report = JSON.parse(stdout) as {
      findings: { location: { file: string } }[];
      notChecked: { file: string; reason: string }[];
      limitations: { id: string; verdict: string }[];
    };
    expect(code).toBe(1);
    expect(report.findings.map(({ location }) => location.file)).toContain('src/pages/Clients.jsx');
    const files = report.notChecked.map(({ file }) => file);
    // Root may read what nobody may read.
    const locked = process.getuid?.() === 0 ? [] : ['src/pages/Locked.js'];
    expect(files).toEqual([
      'base44/entities/Half.jsonc',
      'src/elsewhere',
      'src/pages/Binary.js',
      'src/pages/Broken.jsx',
      ...locked,
    ]);
    for (const { reason } of report.notChecked) expect(reason).toMatch(/^[A-Z].*\.$/);
    // Which files the host ignores is known by their names; everything else may hide in what could not be read.
    const clear = report.limitations.filter(({ verdict }) => verdict === 'clear').map(({ id }) => id);
    expect(clear).toEqual(['perf-cache-headers']);
  });
});
