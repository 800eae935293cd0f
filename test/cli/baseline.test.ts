import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, vi } from 'vitest';
import { cleanApp, folderOf, leakyApp, repository, run } from './command.js';

// Each test runs the command several times.
vi.setConfig({ testTimeout: 120_000 });

const name = 'base44-lint.baseline.json';
const page = 'src/pages/Clients.jsx';
const call = 'base44.entities.Client.list()';

interface Entry {
  rule: string;
  file: string;
  excerpt: string;
  reason?: string;
  expires?: string;
  addedOn?: string;
}

const read = (folder: string): { entries: Entry[] } =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as { entries: Entry[] };

function edit(folder: string, change: (entry: Entry) => Entry): void {
  const { entries, ...head } = read(folder);
  writeFileSync(join(folder, name), JSON.stringify({ ...head, entries: entries.map(change) }));
}

function put(folder: string, file: string, text: string): void {
  mkdirSync(join(folder, file, '..'), { recursive: true });
  writeFileSync(join(folder, file), text);
}

/** An old app that has just been adopted. */
async function adopted(flags: readonly string[] = []): Promise<string> {
  const folder = folderOf(leakyApp);
  expect(await run(['baseline', 'write', folder, ...flags])).toMatchObject({ code: 0, stderr: '' });
  return folder;
}

describe('baseline write', () => {
  it('turns a red gate green in one command, and says how much it accepts', async () => {
    const folder = folderOf(leakyApp);
    expect((await run([folder])).code).toBe(1);
    const { code, stdout } = await run(['baseline', 'write', folder]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^base44-lint\.baseline\.json: \d+ entries \(\d+ critical, .*\)\n/);
    const after = await run([folder]);
    expect(after.code).toBe(0);
    expect(after.stdout).toMatch(/Gate {9}passed: nothing at high or above\nBaseline {5}\d+ entries: \d+ in use/);
    expect(after.stdout).toMatch(/\d+ findings of the baseline are not listed; --all lists them\./);
    expect((await run([folder, '--all'])).stdout).toMatch(/suppressed no reason given \(by the baseline since \d{4}-/);
  });

  it('keeps accepted findings in the JSON and SARIF reports, marked as such', async () => {
    const folder = await adopted(['--reason', 'known before adoption', '--expires', '2999-12-31']);
    const { findings } = JSON.parse((await run([folder, '--format', 'json'])).stdout) as {
      findings: { rule: string; severity: string; suppression: unknown }[];
    };
    expect(findings.find(({ rule }) => rule === 'no-unfiltered-list')!.suppression).toMatchObject({
      kind: 'baseline',
      reason: 'known before adoption',
      expires: '2999-12-31',
      file: name,
      movedFrom: null,
    });
    const { runs } = JSON.parse((await run([folder, '--format', 'sarif'])).stdout) as {
      runs: { results: { ruleId: string; suppressions?: unknown }[] }[];
    };
    expect(runs[0]!.results.find(({ ruleId }) => ruleId.includes('no-unfiltered-list'))!.suppressions).toEqual([
      { kind: 'external', status: 'accepted', justification: 'known before adoption' },
    ]);
    expect((await run([folder, '--format', 'html'])).stdout).toContain('known before adoption');
  });

  it('writes what its published schema allows, sorted, with the same bytes every time', async () => {
    const folder = await adopted(['--reason', 'x', '--expires', '2999-12-31']);
    const first = readFileSync(join(folder, name), 'utf8');
    const schema = JSON.parse(
      readFileSync(join(repository, 'packages/scanner/schema/baseline.schema.json'), 'utf8'),
    ) as object;
    const validate = new Ajv2020({ strict: true, formats: { date: true } }).compile(schema);
    validate(JSON.parse(first));
    expect(validate.errors).toBeNull();
    const files = read(folder).entries.map(({ file }) => file);
    expect(files).toEqual([...files].sort());
    expect((await run(['baseline', 'write', folder])).stdout).toMatch(/0 added, \d+ kept, 0 dropped/);
    expect(readFileSync(join(folder, name), 'utf8')).toBe(first);
  });

  it('keeps reasons and days of entries that stay, and gives new ones their own', async () => {
    const folder = await adopted();
    edit(folder, (entry) => ({ ...entry, reason: `asked about ${entry.rule}`, addedOn: '2020-02-20' }));
    put(folder, 'src/pages/More.jsx', leakyApp[page]!);
    const { stdout } = await run(['baseline', 'write', folder, '--reason', 'second round']);
    expect(stdout).toMatch(/\d+ added, \d+ kept, 0 dropped because they are fixed/);
    const reads = read(folder).entries.filter(({ rule }) => rule === 'no-unfiltered-list');
    expect(reads).toMatchObject([
      { file: page, reason: 'asked about no-unfiltered-list', addedOn: '2020-02-20' },
      { file: 'src/pages/More.jsx', reason: 'second round', addedOn: expect.stringMatching(/^20\d\d-/) as string },
    ]);
  });

  it('writes no secret', async () => {
    const key = 'sk_live_51Hf8sKJ2eZvKYlo2C9qT7xWnPq4RzL';
    const folder = folderOf({ ...leakyApp, 'src/lib/pay.js': `export const key = '${key}';\n` });
    await run(['baseline', 'write', folder]);
    const text = readFileSync(join(folder, name), 'utf8');
    expect(text).toContain('no-hardcoded-secret');
    expect(text).not.toContain(key.slice(8));
  });

  it('gives each app of a repository its own', async () => {
    const apps = Object.fromEntries(
      ['one', 'two'].flatMap((app) => Object.entries(leakyApp).map(([file, text]) => [`${app}/${file}`, text])),
    );
    const folder = folderOf(apps);
    const { stdout } = await run(['baseline', 'write', folder]);
    expect(stdout).toMatch(/^one\/base44-lint\.baseline\.json: .*\n(?: .*\n)*two\/base44-lint\.baseline\.json: /);
    expect((await run([folder])).code).toBe(0);
    expect((await run([join(folder, 'two')])).code).toBe(0);
    rmSync(join(folder, 'two', name));
    expect((await run([folder])).code).toBe(1);
    const check = await run(['baseline', 'check', folder]);
    expect(check.code).toBe(1);
    expect(check.stdout).toContain('No baseline here');
    expect((await run([folder, '--baseline', join(folder, 'one', name)])).stderr).toMatch(
      /one baseline belongs to one app/,
    );
  });

  it('writes to another file when told to, and reads it from there', async () => {
    const folder = folderOf(leakyApp);
    const file = join(folderOf({}), 'accepted.json');
    expect((await run(['baseline', 'write', folder, '--baseline', file])).code).toBe(0);
    expect(existsSync(join(folder, name))).toBe(false);
    expect((await run([folder, '--baseline', file])).code).toBe(0);
    expect((await run([folder])).code).toBe(1);
  });
});

describe('a gate with a baseline', () => {
  it('ignores it in an audit', async () => {
    const folder = await adopted();
    expect((await run([folder, '--no-baseline'])).code).toBe(1);
  });

  it('fails when one finding is fixed and another added: one fixed, one new', async () => {
    const folder = await adopted();
    put(folder, page, leakyApp[page]!.replace(call, "base44.entities.Client.filter({ id: 'x' })"));
    put(
      folder,
      'src/pages/Other.jsx',
      `import { base44 } from '@/api/base44Client';\nexport const load = async () => ${call};\n`,
    );
    const { code, stdout } = await run(['baseline', 'check', folder, '--min-severity', 'high']);
    expect(code).toBe(1);
    expect(stdout).toMatch(/^New \(1\)\n {2}critical {2}no-unfiltered-list {2}src\/pages\/Other\.jsx:2:/m);
    expect(stdout).toMatch(
      /^Fixed \(2\); .*\n {2}critical {2}no-unfiltered-list {2}src\/pages\/Clients\.jsx .*\n {2}low {7}require-read-limit/m,
    );
    expect(stdout).toContain('Failed: 1 finding at high or above that no baseline holds');
    expect((await run([folder])).code).toBe(1);
  });

  it('follows a renamed file, and prune writes down where to', async () => {
    const folder = await adopted(['--reason', 'old']);
    mkdirSync(join(folder, 'src/features'));
    renameSync(join(folder, page), join(folder, 'src/features/ClientList.jsx'));
    expect((await run([folder])).code).toBe(0);
    expect((await run([folder, '--all'])).stdout).toContain('moved from src/pages/Clients.jsx');
    const { stdout } = await run(['baseline', 'prune', folder]);
    expect(stdout).toMatch(/; 0 fixed and removed\n {2}2 entries followed to another file/);
    expect(read(folder).entries).toContainEqual(
      expect.objectContaining({ rule: 'no-unfiltered-list', file: 'src/features/ClientList.jsx', reason: 'old' }),
    );
    expect(await run(['baseline', 'check', folder, '--fail-on-unused'])).toMatchObject({ code: 0 });
  });

  it('counts a finding again when its day has passed, and names it', async () => {
    const folder = await adopted();
    edit(folder, (entry) => (entry.rule === 'no-unfiltered-list' ? { ...entry, expires: '2020-01-01' } : entry));
    const { code, stdout } = await run([folder]);
    expect(code).toBe(1);
    expect(stdout).toMatch(
      /Baseline {5}\d+ entries: \d+ in use, 1 expired\n {2}expired 2020-01-01 {2}no-unfiltered-list/,
    );
    const check = await run(['baseline', 'check', folder]);
    expect(check.code).toBe(1);
    expect(check.stdout).not.toContain('New (');
    expect((await run(['baseline', 'write', folder])).stdout).toContain(
      'still counts, since it expired on 2020-01-01: no-unfiltered-list',
    );
  });

  it('counts a finding again when it has grown worse than what was accepted', async () => {
    const folder = folderOf({
      ...leakyApp,
      'base44/entities/Client.jsonc': cleanApp['base44/entities/Client.jsonc']!,
    });
    await run(['baseline', 'write', folder]);
    const before = JSON.parse((await run([folder, '--format', 'json'])).stdout) as { findings: { rule: string }[] };
    put(folder, 'base44/entities/Client.jsonc', leakyApp['base44/entities/Client.jsonc']!);
    const { code, stdout } = await run(['baseline', 'check', folder]);
    expect(code).toBe(1);
    if (before.findings.some(({ rule }) => rule === 'no-unfiltered-list'))
      expect(stdout).toMatch(/grown from \w+ to critical/);
  });

  it('asks to drop fixed entries only when told to', async () => {
    const folder = await adopted();
    put(folder, page, 'export const load = () => [];\n');
    expect((await run(['baseline', 'check', folder])).code).toBe(0);
    const strict = await run(['baseline', 'check', folder, '--fail-on-unused']);
    expect(strict.code).toBe(1);
    expect(strict.stdout).toMatch(/Failed: \d+ suppressions? of no use/);
    expect((await run([folder, '--fail-on-unused'])).code).toBe(1);
    const { stdout } = await run(['baseline', 'prune', folder]);
    expect(stdout).toMatch(/; [1-9]\d* fixed and removed/);
    expect((await run(['baseline', 'check', folder, '--fail-on-unused'])).code).toBe(0);
  });
});

describe('one clear line and exit code 2', () => {
  const withBaseline = (text: string): string => folderOf({ ...leakyApp, [name]: text });
  const linked = folderOf(leakyApp);
  symlinkSync('/etc/hostname', join(linked, name));

  it.each([
    [
      'half a baseline',
      [withBaseline('{ "version": 1,')],
      /this is no baseline: it is not valid JSON \(\w+ in line 1\)/,
    ],
    [
      'a merge conflict',
      [withBaseline('{\n<<<<<<< HEAD\n')],
      /this is no baseline: it holds the marks of a merge conflict/,
    ],
    [
      'a corrupt baseline, which write must not replace',
      ['baseline', 'write', withBaseline('[]')],
      /this is no baseline/,
    ],
    [
      'a hostile key',
      [withBaseline('{ "version": 1, "entries": [], "\\u001b[2J": 1 }')],
      /"\\u\{1b\}\[2J" is no key of it/,
    ],
    ['a link in its place', [linked], /the baseline cannot be read \(a symbolic link is never followed\)/],
    ['none to check', ['baseline', 'check', folderOf(leakyApp)], /there is no baseline yet; write one with/],
    [
      'none of that name',
      [folderOf(leakyApp), '--baseline', '/nowhere.json'],
      /\/nowhere\.json: there is no such baseline/,
    ],
    ['no action', ['baseline'], /^base44-scan: baseline: expected one of write, check, prune\.$/],
    ['a strange action', ['baseline', 'drop'], /^base44-scan: baseline drop: expected one of write, check, prune\.$/],
    [
      'a day that is none',
      ['baseline', 'write', '.', '--expires', '2026-02-30'],
      /--expires 2026-02-30: expected a day/,
    ],
    [
      'a reason for nothing',
      ['baseline', 'check', '.', '--reason', 'x'],
      /--reason is a flag of baseline write, not of/,
    ],
    ['two answers', ['.', '--baseline', 'x', '--no-baseline'], /--baseline and --no-baseline contradict each other/],
  ])('%s', async (_, args, message) => {
    const { code, stdout, stderr } = await run(args);
    expect(stderr.trimEnd()).toMatch(message);
    expect(stderr.trimEnd()).toMatch(/^base44-scan: [^\n]+\.$/);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });
});
