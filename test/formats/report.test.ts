import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { formats } from '../../packages/scanner/src/report/index.js';
import { bin, folderOf, leakyApp, run } from '../cli/command.js';

/** An app in a folder of a repository, so that paths from the root of the repository differ from those of the app. */
const repository = folderOf(
  Object.fromEntries(Object.entries(leakyApp).map(([file, text]) => [`apps/shop/${file}`, text])),
);
mkdirSync(join(repository, '.git'));
const app = join(repository, 'apps/shop');
const outputs = folderOf({});
const saved = join(outputs, 'scan.json');
const to = (folder: string): string[] =>
  formats.flatMap((format) => ['--output', `${format}=${join(outputs, folder, format)}`]);
const written = (folder: string, format: string): string => readFileSync(join(outputs, folder, format), 'utf8');

describe('base44-scan report', () => {
  beforeAll(async () => {
    await run([app, '--quiet', ...to('direct'), '--output', `json=${saved}`]);
    await run(['report', saved, '--quiet', ...to('again')]);
  }, 60_000);

  it.each(formats)('renders the same %s as the scan itself', (format) => {
    expect(written('again', format)).toBe(written('direct', format));
    expect(written('direct', format).length).toBeGreaterThan(100);
  });

  it('names files from the root of the repository, as the scan did', () => {
    for (const format of ['sarif', 'github', 'markdown', 'junit', 'codeclimate']) {
      expect(written('again', format)).toContain('apps/shop/src/pages/Clients.jsx');
    }
  });

  it('prints the terminal report when nothing else is asked for, and judges the gate', async () => {
    const { code, stdout, stderr } = await run(['report', saved]);
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout).toBe(written('direct', 'terminal'));
    expect(await run(['report', saved, '--quiet', '--fail-on', 'never'])).toMatchObject({ code: 0, stdout: '' });
  });

  it('takes the flags of the gate and of what is shown as the scan does', async () => {
    const flags = ['--fail-on', 'medium', '--min-severity', 'medium', '--format', 'markdown'];
    const [direct, again] = [await run([app, ...flags]), await run(['report', saved, ...flags])];
    expect(again).toEqual(direct);
  });

  it('reads standard input', async () => {
    const child = spawn(process.execPath, [bin, 'report', '-', '--format', 'github']);
    let text = '';
    child.stdout.setEncoding('utf8').on('data', (part: string) => (text += part));
    child.stdin.end(readFileSync(saved));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(1);
    expect(text).toBe(written('direct', 'github'));
  });

  it('does not judge what was not saved', async () => {
    const part = join(outputs, 'part.json');
    await run([app, '--quiet', '--min-severity', 'critical', '--output', `json=${part}`]);
    expect(await run(['report', part, '--fail-on', 'high'])).toMatchObject({
      code: 2,
      stdout: '',
      stderr: `base44-scan: ${part}: saved with --min-severity critical, so that --fail-on high cannot be judged; scan again without it.\n`,
    });
    const { stdout } = await run(['report', part, '--fail-on', 'never', '--format', 'json']);
    expect(stdout).toBe(readFileSync(part, 'utf8'));
  });

  const broken = folderOf({
    'cut.json': '{"schemaVersion": "1.0", "tool"',
    'other.json': '{"name": "package"}',
    'next.json': '{"schemaVersion": "9.0", "tool": {"name": "base44-scan", "version": "9.0.0"}}',
    'half.json': '{"schemaVersion": "1.0", "tool": {"name": "base44-scan", "version": "0.1.0"}, "rules": []}',
  });

  it.each([
    [
      'a file that does not exist',
      ['/nowhere.json'],
      /^base44-scan: \/nowhere\.json: the saved result cannot be read \(ENOENT\)\.$/,
    ],
    ['a folder', [broken], /^base44-scan: .*: the saved result cannot be read \(EISDIR\)\.$/],
    [
      'broken JSON',
      [join(broken, 'cut.json')],
      /cut\.json: no valid JSON, perhaps only a part of a file; save one with base44-scan --output json=result\.json\.$/,
    ],
    [
      'JSON of something else',
      [join(broken, 'other.json')],
      /other\.json: not a result of base44-scan; save one with .*\.$/,
    ],
    [
      'a result of another schema version',
      [join(broken, 'next.json')],
      /next\.json: a result of schema version 9\.0, and this base44-scan reads 1\.0; scan again, .*\.$/,
    ],
    [
      'a result that lacks a part',
      [join(broken, 'half.json')],
      /half\.json: not a whole result of base44-scan \(app: .*\); scan again\.$/,
    ],
    [
      'no file',
      [],
      /^base44-scan: report takes one saved result and got none, for example base44-scan report result\.json\.$/,
    ],
    ['two files', ['a', 'b'], /^base44-scan: report takes one saved result and got 2 \(a, b\), for example .*\.$/],
    ['a flag of the scan', ['a', '--config', 'x'], /^base44-scan: --config is a flag of scan, .*, not of report\.$/],
  ])('says in one line what is wrong with %s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(['report', ...args]);
    expect(stderr.trimEnd()).toMatch(message);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  });
});
