import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { AppReport } from '../result.js';
import { scan, type ScanOptions } from '../scan.js';

// Every test works in a git repository of its own, and machines that run tests are busy.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 60_000 });

const ownerRules =
  '"rls": { "create": { "created_by": "{{user.email}}" }, "read": { "created_by": "{{user.email}}" }, "update": { "created_by": "{{user.email}}" }, "delete": { "created_by": "{{user.email}}" } }';
const schema = (name: string, rest = ''): string =>
  `{\n  "name": "${name}",\n  "type": "object",\n  "properties": { "email": { "type": "string", "format": "email" } }${rest && `,\n  ${rest}`}\n}\n`;
const page = (entity: string): string =>
  `import { base44 } from '@/api/base44Client';\n\nexport const load${entity} = async () => base44.entities.${entity}.list();\n`;

const app: Readonly<Record<string, string>> = {
  'package.json': '{ "name": "sample", "dependencies": { "@base44/sdk": "0.8.31" } }\n',
  'base44/config.jsonc': '{ "name": "Sample", "visibility": "public" }\n',
  'base44/entities/Client.jsonc': schema('Client'),
  'base44/entities/Note.jsonc': schema('Note', ownerRules),
  'src/api/base44Client.js':
    "import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ appId: 'x' });\n",
  'src/pages/Clients.jsx': page('Client'),
  'src/pages/Notes.jsx': page('Note'),
};

function put(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function temporary(): string {
  const folder = mkdtempSync(join(tmpdir(), 'base44-since-'));
  folders.push(folder);
  return folder;
}

function git(folder: string, ...args: readonly string[]): string {
  const identity = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com', '-c', 'init.defaultBranch=main'];
  const env = { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  return execFileSync('git', ['-C', folder, ...identity, ...args], { encoding: 'utf8', env, stdio: 'pipe' }).trim();
}

function commit(folder: string, message = 'change'): string {
  git(folder, 'add', '-A');
  git(folder, 'commit', '-q', '--allow-empty', '-m', message);
  return git(folder, 'rev-parse', 'HEAD');
}

/** A repository with the app in its first commit. */
function repository(files: Readonly<Record<string, string>> = app): string {
  const folder = temporary();
  put(folder, files);
  git(folder, 'init', '-q');
  commit(folder, 'export');
  return folder;
}

async function since(folder: string, ref = 'HEAD', options: ScanOptions = {}): Promise<AppReport> {
  return (await scan(folder, { since: ref, ...options })).apps[0]!;
}

/** Findings that a gate would mind, as `rule file`. */
function weighty({ findings }: AppReport): string[] {
  return findings
    .filter(({ severity }) => severity === 'critical' || severity === 'high')
    .map(({ rule, location }) => `${rule} ${location.file}`);
}

const total = ({ since: comparison }: AppReport): number =>
  Object.values(comparison!.hidden).reduce((sum, count) => sum + count, 0);

describe('--since', () => {
  it('reports nothing where nothing was changed, and counts what it leaves out', async () => {
    const folder = repository();
    const whole = (await scan(folder)).apps[0]!;
    const report = await since(folder);
    expect(report.findings).toEqual([]);
    expect(report.since).toMatchObject({
      ref: 'HEAD',
      commit: git(folder, 'rev-parse', 'HEAD'),
      common: true,
      changedFiles: 0,
      removedFiles: 0,
    });
    expect(total(report)).toBe(whole.findings.length);
    expect(report.limitations).toEqual(whole.limitations);
    expect(whole.since).toBeNull();
  });

  it.each([
    ['not committed', () => undefined],
    ['staged', (folder: string) => git(folder, 'add', '-A')],
    ['committed', (folder: string) => commit(folder)],
  ])('reports a changed line, %s', async (_, settle) => {
    const folder = repository();
    const base = git(folder, 'rev-parse', 'HEAD');
    put(folder, { 'src/pages/Clients.jsx': page('Client').replace('list()', "list('-created_date')") });
    settle(folder);
    const report = await since(folder, base);
    expect(weighty(report)).toContain('no-unfiltered-list src/pages/Clients.jsx');
    expect(report.since).toMatchObject({ changedFiles: 1, removedFiles: 0 });
  });

  it('leaves out a finding in a changed file when its lines are as they were', async () => {
    const folder = repository();
    put(folder, { 'src/pages/Clients.jsx': `// A note.\n${page('Client')}\nexport const other = 1;\n` });
    expect(weighty(await since(folder))).toEqual([]);
  });

  it('reports everything in a new file, tracked or not', async () => {
    const folder = repository();
    put(folder, { 'src/pages/More.jsx': page('Client') });
    expect(weighty(await since(folder))).toEqual(['no-unfiltered-list src/pages/More.jsx']);
  });

  it('reports a call whose rules changed, though nobody touched the call', async () => {
    const folder = repository();
    put(folder, { 'base44/entities/Note.jsonc': schema('Note') });
    const found = weighty(await since(folder));
    expect(found).toContain('no-unfiltered-list src/pages/Notes.jsx');
    expect(found).not.toContain('no-unfiltered-list src/pages/Clients.jsx');
  });

  it('reports what a removal brought about', async () => {
    const server = (guard: string): string =>
      `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n\nDeno.serve(async (req) => {\n  const base44 = createClientFromRequest(req);\n${guard}  const { id } = await req.json();\n  await base44.asServiceRole.entities.Note.delete(id);\n  return Response.json({ ok: true });\n});\n`;
    const guard =
      "  const user = await base44.auth.me();\n  if (user?.role !== 'admin') return Response.json({}, { status: 403 });\n";
    const file = 'base44/functions/remove/entry.ts';
    const folder = repository({ ...app, [file]: server(guard) });
    expect(weighty(await since(folder))).toEqual([]);
    put(folder, { [file]: server('') });
    expect(weighty(await since(folder))).toEqual([`require-function-auth ${file}`]);
  });

  it('reports what a change elsewhere made worse, such as an app that became public', async () => {
    const folder = repository({ ...app, 'base44/config.jsonc': '{ "name": "Sample", "visibility": "private" }\n' });
    put(folder, { 'base44/config.jsonc': app['base44/config.jsonc']! });
    const found = weighty(await since(folder));
    expect(found).toContain('no-unfiltered-list src/pages/Clients.jsx');
  });

  it('reports a finding whose suppression was taken away', async () => {
    const comment = '// eslint-disable-next-line base44/no-unfiltered-list -- public\n';
    const suppressed = page('Client').replace('export', `${comment}export`);
    const folder = repository({ ...app, 'src/pages/Clients.jsx': suppressed });
    put(folder, { 'src/pages/Clients.jsx': page('Client') });
    expect(weighty(await since(folder))).toEqual(['no-unfiltered-list src/pages/Clients.jsx']);
  });

  it('compares with what a branch has in common with HEAD, not with what others did on it since', async () => {
    const folder = repository();
    git(folder, 'switch', '-q', '-c', 'feature');
    put(folder, { 'src/pages/More.jsx': page('Client') });
    commit(folder);
    git(folder, 'switch', '-q', 'main');
    put(folder, { 'src/pages/Clients.jsx': 'export const nothing = 1;\n' });
    commit(folder);
    git(folder, 'switch', '-q', 'feature');
    const report = await since(folder, 'main');
    expect(weighty(report)).toEqual(['no-unfiltered-list src/pages/More.jsx']);
    expect(report.since).toMatchObject({ ref: 'main', common: true, changedFiles: 1, removedFiles: 0 });
  });

  it('knows a file that only the line ends of the checkout differ in', async () => {
    const folder = repository();
    put(folder, { 'src/pages/Clients.jsx': page('Client').replaceAll('\n', '\r\n') });
    expect((await since(folder)).since).toMatchObject({ changedFiles: 0 });
  });

  it('works for an app below the root of its repository, and for each of several', async () => {
    const both = Object.fromEntries(
      ['apps/one', 'apps/two'].flatMap((root) => Object.entries(app).map(([file, text]) => [`${root}/${file}`, text])),
    );
    const folder = repository(both);
    put(folder, { 'apps/two/src/pages/More.jsx': page('Client') });
    const { apps } = await scan(folder, { since: 'HEAD' });
    expect(apps.map((report) => [weighty(report), report.since!.changedFiles])).toEqual([
      [[], 0],
      [['no-unfiltered-list apps/two/src/pages/More.jsx'], 1],
    ]);
    expect(weighty(await since(join(folder, 'apps/two')))).toEqual(['no-unfiltered-list src/pages/More.jsx']);
    expect(weighty(await since(join(folder, 'apps/one')))).toEqual([]);
  });

  it('reports all of an app that was not there, and nothing twice of one that was renamed whole', async () => {
    const folder = repository({ 'readme.txt': 'empty\n' });
    put(folder, app);
    expect(weighty(await since(folder))).toContain('no-unfiltered-list src/pages/Clients.jsx');
    commit(folder);
    renameSync(join(folder, 'src/pages/Clients.jsx'), join(folder, 'src/pages/People.jsx'));
    const report = await since(folder);
    expect(weighty(report)).toEqual(['no-unfiltered-list src/pages/People.jsx']);
    expect(report.since).toMatchObject({ changedFiles: 1, removedFiles: 1 });
  });

  it('goes together with a baseline: what is accepted stays accepted', async () => {
    const folder = repository();
    put(folder, { 'src/pages/More.jsx': page('Client') });
    const { accept } = await import('../baseline/write.js');
    const { baselineText } = await import('../baseline/file.js');
    const { entries } = accept((await scan(folder)).apps[0]!, [], 'low', { addedOn: '2026-11-20' });
    put(folder, { 'base44-lint.baseline.json': baselineText(entries) });
    const report = await since(folder);
    expect(report.findings.every(({ suppression, severity }) => suppression || severity === 'info')).toBe(true);
    commit(folder);
    put(folder, { 'base44-lint.baseline.json': baselineText(entries.filter(({ file }) => !file.includes('Notes'))) });
    expect((await since(folder)).baseline!.entries).toBeLessThan(entries.length);
  });
});

describe('--since in a shallow clone', () => {
  it('says how to fetch a ref that is missing, and works once it is there', async () => {
    const origin = repository();
    git(origin, 'switch', '-q', '-c', 'feature');
    put(origin, { 'src/pages/More.jsx': page('Client') });
    commit(origin);
    const clone = temporary();
    git(clone, 'clone', '-q', '--depth=1', '--branch', 'feature', `file://${origin}`, '.');
    await expect(since(clone, 'origin/main')).rejects.toThrow(
      /^--since origin\/main: git knows no such commit here; this is a shallow clone; fetch the commit first, for example with git fetch --depth=1 origin main, or clone with the whole history \(fetch-depth: 0 for actions\/checkout\)\.$/,
    );
    git(clone, 'fetch', '-q', '--depth=1', 'origin', 'main:refs/remotes/origin/main');
    const report = await since(clone, 'origin/main');
    expect(weighty(report)).toEqual(['no-unfiltered-list src/pages/More.jsx']);
    expect(report.since).toMatchObject({ common: false });
  });
});

describe('--since says in one line', () => {
  it.each([
    [
      'a name that does not exist',
      'nowhere',
      /^--since nowhere: git knows no such commit here; check the name, or fetch it first with git fetch origin nowhere\.$/,
    ],
    ['a flag in place of a name', '--upload-pack=touch', /^--since --upload-pack=touch: this names no commit; /],
    ['no name at all', '', /^--since : this names no commit; /],
  ])('that there is no commit: %s', async (_, ref, message) => {
    await expect(since(repository(), ref)).rejects.toThrow(message);
  });

  it('that there is no repository', async () => {
    const folder = temporary();
    put(folder, app);
    await expect(since(folder)).rejects.toThrow(
      /: not in a git repository, so there is nothing to compare with; leave out --since\.$/,
    );
  });
});

describe('a hostile repository', () => {
  /** Commands in its configuration that leave a file behind when anything runs them. */
  function trapped(): { folder: string; traces: () => string[]; trap: (name: string) => string } {
    const folder = repository({ ...app, '.gitattributes': '* diff=trap filter=trap merge=trap\n' });
    const trace = temporary();
    const trap = (name: string): string => {
      const script = join(trace, `${name}.sh`);
      writeFileSync(script, `#!/bin/sh\ntouch '${join(trace, `${name}.ran`)}'\ncat\n`);
      chmodSync(script, 0o755);
      return script;
    };
    const settings: Readonly<Record<string, string>> = {
      'diff.external': trap('external'),
      'diff.trap.textconv': trap('textconv'),
      'diff.trap.command': trap('driver'),
      'filter.trap.clean': trap('clean'),
      'filter.trap.smudge': trap('smudge'),
      'filter.trap.process': trap('process'),
      'core.fsmonitor': trap('fsmonitor'),
      'core.pager': trap('pager'),
      'core.sshCommand': trap('ssh'),
      'core.alternateRefsCommand': trap('alternates'),
      'gpg.program': trap('gpg'),
      'credential.helper': trap('credential'),
      'protocol.ext.allow': 'always',
      'core.hooksPath': join(trace, 'hooks'),
    };
    mkdirSync(join(trace, 'hooks'));
    for (const hook of ['post-index-change', 'post-checkout', 'fsmonitor-watchman', 'reference-transaction'])
      renameSync(trap(hook), join(trace, 'hooks', hook));
    for (const [key, value] of Object.entries(settings)) git(folder, 'config', key, value);
    return { folder, trap, traces: () => readdirSync(trace).filter((name) => name.endsWith('.ran')) };
  }

  it('runs nothing that its configuration names', async () => {
    const { folder, traces } = trapped();
    put(folder, { 'src/pages/More.jsx': page('Client'), 'src/pages/Notes.jsx': `${page('Note')}// changed\n` });
    expect(weighty(await since(folder))).toEqual(['no-unfiltered-list src/pages/More.jsx']);
    expect(traces()).toEqual([]);
    // The traps work: an ordinary git falls into them.
    try {
      git(folder, 'diff', 'HEAD');
    } catch {
      // A filter that speaks no protocol makes git fail after it has run.
    }
    expect(traces()).not.toEqual([]);
  });

  it('fetches nothing where it claims that objects lie elsewhere', async () => {
    const { folder, traces, trap } = trapped();
    put(folder, { 'src/pages/Clients.jsx': `${page('Client')}// changed\n` });
    const id = git(folder, 'rev-parse', 'HEAD:src/pages/Clients.jsx');
    rmSync(join(folder, '.git/objects', id.slice(0, 2), id.slice(2)), { force: true });
    for (const [key, value] of [
      ['core.repositoryformatversion', '1'],
      ['extensions.partialClone', 'origin'],
      ['remote.origin.promisor', 'true'],
      ['remote.origin.url', `ext::sh -c ${trap('fetch')}`],
    ])
      git(folder, 'config', key!, value!);
    await expect(since(folder)).rejects.toThrow(/^--since: git cannot read the files of .*partial clone/);
    expect(traces()).toEqual([]);
  });

  it('is read by whoever scans it, whoever owns it', async () => {
    if (process.getuid?.() !== 0) return;
    const folder = repository();
    chownSync(folder, 1234, 1234);
    chownSync(join(folder, '.git'), 1234, 1234);
    expect((await since(folder)).since).toMatchObject({ changedFiles: 0 });
  });

  it('is not led astray by variables of a git that started the scan', async () => {
    const [folder, other] = [repository(), repository({ 'readme.txt': 'other\n' })];
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_INDEX_FILE', join(other, '.git/index'));
    try {
      expect((await since(folder)).since).toMatchObject({ changedFiles: 0, removedFiles: 0 });
    } finally {
      vi.unstubAllEnvs();
    }
    expect(existsSync(join(folder, '.git'))).toBe(true);
  });
});
