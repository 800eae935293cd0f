import { execFile, spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { bin, cleanApp, folderOf, leakyApp, repository, run } from './command.js';

const leaky = folderOf(leakyApp);
const shell = promisify(execFile);

describe('reports', () => {
  it('go to files and to standard output in one scan', async () => {
    const target = folderOf({});
    const outputs = ['json', 'sarif', 'html'].flatMap((format) => [
      '--output',
      `${format}=${join(target, 'deep', `report.${format}`)}`,
    ]);
    const { code, stdout } = await run([leaky, ...outputs]);
    expect(code).toBe(1);
    expect(stdout).toContain('Summary');
    expect(readdirSync(join(target, 'deep')).sort()).toEqual(['report.html', 'report.json', 'report.sarif']);
    expect(JSON.parse(readFileSync(join(target, 'deep/report.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(readFileSync(join(target, 'deep/report.html'), 'utf8')).toMatch(/^<!doctype html>[\s\S]*<\/html>\n$/);
  });

  it('take standard output when they ask for it', async () => {
    const { stdout } = await run([leaky, '--output', 'json=-']);
    expect(JSON.parse(stdout)).toHaveProperty('findings');
  });

  it('are left out of the terminal by --quiet, which keeps what is asked for by name', async () => {
    expect(await run([leaky, '--quiet'])).toMatchObject({ code: 1, stdout: '', stderr: '' });
    expect(JSON.parse((await run([leaky, '--quiet', '--format', 'json'])).stdout)).toHaveProperty('findings');
  });

  it('have the same bytes in every run, wherever the app lies', async () => {
    const elsewhere = folderOf(leakyApp);
    for (const format of ['json', 'sarif', 'html', 'terminal']) {
      const [first, second] = [await run([leaky, '--format', format]), await run([elsewhere, '--format', format])];
      expect(first.stdout).toBe(second.stdout);
      expect(first.stdout).not.toContain(leaky);
    }
  });

  it('hold no absolute path, even for an app whose path is given absolutely', async () => {
    expect((await run([leaky, '--format', 'sarif'])).stdout).not.toMatch(/file:\/\/|\/tmp\//);
  });

  it('colour the terminal only when told to, and never with --no-color', async () => {
    const colored = { env: { FORCE_COLOR: '1', NO_COLOR: undefined } };
    expect((await run([leaky], colored)).stdout).toContain('\u001b[');
    expect((await run([leaky, '--no-color'], colored)).stdout).not.toContain('\u001b[');
    expect((await run([leaky])).stdout).not.toContain('\u001b[');
  });

  it('survive a reader that goes away', async () => {
    const { stdout, stderr } = await shell('sh', ['-c', `"${process.execPath}" "${bin}" "${leaky}" --all | head -n 1`]);
    expect(stdout.trim().split('\n')).toHaveLength(1);
    expect(stderr).toBe('');
  });

  it('leave nothing half-written when the run is interrupted', async () => {
    const target = folderOf({});
    const child = spawn(process.execPath, [
      bin,
      join(repository, 'examples/leaky-crm'),
      '--output',
      `html=${join(target, 'report.html')}`,
      '--quiet',
    ]);
    const ended = new Promise<unknown>((resolve) => child.on('close', (code, signal) => resolve(signal ?? code)));
    setTimeout(() => child.kill('SIGINT'), 150);
    expect([130, 'SIGINT']).toContain(await ended);
    expect(readdirSync(target)).toEqual([]);
  });
});

describe('JSON report', () => {
  const schema = JSON.parse(
    readFileSync(join(repository, 'packages/scanner/schema/result.schema.json'), 'utf8'),
  ) as object;
  const validate = new Ajv2020({
    strict: true,
    allErrors: true,
    allowUnionTypes: true,
    formats: { date: /^\d{4}-\d\d-\d\d$/ },
  }).compile(schema);

  it.each([
    ['one app', folderOf(leakyApp)],
    ['a clean app', folderOf(cleanApp)],
    [
      'several apps',
      folderOf(
        Object.fromEntries(
          ['one', 'two'].flatMap((app) => Object.entries(leakyApp).map(([file, text]) => [`${app}/${file}`, text])),
        ),
      ),
    ],
  ])('satisfies the published schema: %s', async (_, folder) => {
    const report: unknown = JSON.parse((await run([folder, '--format', 'json'])).stdout);
    validate(report);
    expect(validate.errors).toBeNull();
  });

  it('is refused by the schema when something is missing, so that the check above can fail', async () => {
    const report = JSON.parse((await run([leaky, '--format', 'json'])).stdout) as { findings: { message?: string }[] };
    delete report.findings[0]!.message;
    expect(validate(report)).toBe(false);
  });

  it('names files of several apps from the scanned path', async () => {
    const folder = folderOf(
      Object.fromEntries(
        ['one', 'two'].flatMap((app) => Object.entries(leakyApp).map(([file, text]) => [`${app}/${file}`, text])),
      ),
    );
    const { apps } = JSON.parse((await run([folder, '--format', 'json'])).stdout) as {
      apps: { app: { root: string }; findings: { location: { file: string }; identity: string }[] }[];
    };
    expect(apps.map(({ app }) => app.root)).toEqual(['one', 'two']);
    const [one, two] = apps.map(({ findings }) => findings);
    expect(one!.map(({ location }) => location.file)).toContain('one/src/pages/Clients.jsx');
    expect(two!.map(({ location }) => location.file)).toContain('two/src/pages/Clients.jsx');
    // An identity is relative to its app, so that a baseline survives a move.
    expect(one!.map(({ identity }) => identity)).toEqual(two!.map(({ identity }) => identity));
  });
});

describe('start-up', () => {
  it.each(['--help', '--version'])('answers %s without loading more than the command line itself', async (flag) => {
    const hook = `import { writeSync } from 'node:fs';
      export const load = (url, context, next) => (url.startsWith('file:') && writeSync(2, url + '\\n'), next(url, context));`;
    const preload = `import { register } from 'node:module'; register(${JSON.stringify(dataUrl(hook))});`;
    const { stdout, stderr } = await shell(process.execPath, ['--import', dataUrl(preload), bin, flag]);
    expect(stdout).toMatch(flag === '--help' ? /^Usage: base44-scan/ : /^\d+\.\d+\.\d+\n$/);
    const loaded = stderr
      .trim()
      .split('\n')
      .map((url) => url.slice(url.lastIndexOf('packages/') + 'packages/'.length));
    const commandLine = [
      'scanner/bin/base44-scan.js',
      ...['arguments', 'assumptions', 'commands', 'flags', 'help', 'main', 'streams', 'usage-error'].map(
        (name) => `scanner/dist/cli/${name}.js`,
      ),
      ...['ids', 'criteria', 'credits/plan-ids', 'readiness/model'].map((name) => `catalog/dist/${name}.js`),
    ];
    const allowed = [
      ...commandLine,
      'scanner/dist/load/errors.js',
      'scanner/dist/report/index.js',
      'scanner/dist/report/printable.js',
      'scanner/dist/report/reporter.js',
      ...(flag === '--version' ? ['scanner/dist/version.js'] : []),
    ];
    expect(loaded.sort()).toEqual(allowed.sort());
  });

  it('describes every flag', async () => {
    const { stdout } = await run(['--help']);
    for (const flag of [
      'format',
      'output',
      'fail-on',
      'min-severity',
      'config',
      'timing',
      'quiet',
      'no-color',
      'help',
      'version',
    ]) {
      expect(stdout).toMatch(new RegExp(`--${flag}\\b.*\\w`));
    }
  });

  it('shows times by stage and rule on standard error', async () => {
    const { stdout, stderr } = await run([leaky, '--timing', '--format', 'json']);
    expect(JSON.parse(stdout)).toHaveProperty('findings');
    for (const name of ['discover', 'read', 'recognise', 'link', 'check', 'assess', 'no-unfiltered-list']) {
      expect(stderr).toMatch(new RegExp(`^  ${name} +\\d+\\.\\d ms$`, 'm'));
    }
  });
});

describe('an app that makes no entity call', () => {
  it('is no failure and is said to be so', async () => {
    const { code, stdout } = await run([
      folderOf({ ...cleanApp, 'src/pages/Clients.jsx': 'export const load = () => [];\n' }),
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('No entity use found');
  });
});

describe('suppressed findings', () => {
  const page = (comment: string): string =>
    leakyApp['src/pages/Clients.jsx']!.replace('export const', `${comment}\nexport const`);
  const folder = folderOf({
    ...leakyApp,
    'src/pages/Clients.jsx': page('// eslint-disable-next-line base44/no-unfiltered-list -- a public directory'),
    'base44/entities/Client.jsonc': `// eslint-disable-next-line base44/require-entity-rules -- a public directory\n${leakyApp['base44/entities/Client.jsonc']}`,
  });
  const leaks = (stdout: string) =>
    (JSON.parse(stdout) as { findings: { rule: string; suppression: unknown }[] }).findings
      .filter(({ rule }) => /^(?:no-unfiltered-list|require-entity-rules)$/.test(rule))
      .map(({ rule, suppression }) => ({ rule, suppression }));

  it('stay in the report with their reason and pass the gate', async () => {
    const { code, stdout } = await run([folder, '--format', 'json']);
    expect(code).toBe(0);
    const suppression = { kind: 'comment', reason: 'a public directory' };
    expect(leaks(stdout)).toMatchObject([
      { rule: 'require-entity-rules', suppression },
      { rule: 'no-unfiltered-list', suppression },
    ]);
  });

  it('count again in an audit', async () => {
    const { code, stdout } = await run([folder, '--format', 'json', '--no-inline']);
    expect(code).toBe(1);
    expect(leaks(stdout)).toEqual([
      { rule: 'require-entity-rules', suppression: null },
      { rule: 'no-unfiltered-list', suppression: null },
    ]);
  });
});

function dataUrl(script: string): string {
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
