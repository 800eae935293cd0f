import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cleanApp, folderOf, leakyApp, run } from './command.js';

/** Apps of several clients beside each other. */
function clients(apps: Readonly<Record<string, Readonly<Record<string, string>>>>): string {
  const files = Object.entries(apps).flatMap(([name, app]) =>
    Object.entries(app).map(([file, text]) => [`${name}/${file}`, text]),
  );
  return folderOf(Object.fromEntries(files) as Record<string, string>);
}

const out = (): string => join(mkdtempSync(join(tmpdir(), 'fleet-')), 'out');

describe('a fleet', () => {
  it('writes a report for each app and a page with one line on each, worst first', async () => {
    const cwd = clients({ sound: cleanApp, leaking: leakyApp });
    const folder = out();
    const { code, stdout, stderr } = await run(['fleet', '*', '--out', folder], { cwd });
    expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
    expect(stdout.split('\n').map((line) => line.split(/ {2}/, 1)[0])).toEqual([
      'app',
      'Sample (leaking)',
      'Sample (sound)',
      '',
      '2 apps, 1 at or above the gate',
      join(folder, 'index.html'),
      '',
    ]);
    expect(readdirSync(folder).sort()).toEqual([
      'fleet.json',
      'index.html',
      'leaking.html',
      'leaking.json',
      'sound.html',
      'sound.json',
    ]);
    const page = readFileSync(join(folder, 'index.html'), 'utf8');
    expect(page.indexOf('href="leaking.html"')).toBeGreaterThan(0);
    expect(page.indexOf('href="leaking.html"')).toBeLessThan(page.indexOf('href="sound.html"'));
  });

  it('goes on behind a target that cannot be scanned, names it, and ends with 2', async () => {
    const cwd = clients({
      'a-none': { 'index.js': '' },
      'b-broken': { ...leakyApp, 'base44-lint.config.jsonc': '{' },
      'c-sound': cleanApp,
    });
    const folder = out();
    const { code, stdout } = await run(['fleet', 'a-none', 'b-broken', 'c-sound', '--out', folder], { cwd });
    expect(code).toBe(2);
    expect(stdout).toContain('a-none  a-none: no Base44 app found here; give the folder that holds the exported app.');
    expect(stdout).toContain('b-broken  base44-lint.config.jsonc: the file is not valid JSON');
    expect(stdout).toContain('1 app, 0 at or above the gate, 2 targets not scanned');
    const { fleet } = JSON.parse(readFileSync(join(folder, 'fleet.json'), 'utf8')) as {
      fleet: { path: string; html: string | null }[];
    };
    expect(fleet.map(({ path, html }) => [path, html])).toEqual([
      ['a-none', null],
      ['b-broken', null],
      ['c-sound', 'c-sound.html'],
    ]);
  });

  it('reads a list of folders, with comments', async () => {
    const cwd = clients({ one: cleanApp, two: cleanApp });
    writeFileSync(join(cwd, 'clients.txt'), '# ours\ntwo   # the second\n\none\n');
    const { code, stdout } = await run(['fleet', 'clients.txt', '--out', out()], { cwd });
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Sample \(one\) .*\nSample \(two\) /m);
  });

  it.each([
    [
      'nothing to scan',
      ['fleet'],
      /^base44-scan: fleet: name folders, patterns of folders, or a file that lists them\.$/,
    ],
    [
      'a pattern without a folder',
      ['fleet', 'no-such-*'],
      /^base44-scan: no-such-\*: no folder is called so; give folders, patterns or a list file\.$/,
    ],
    [
      'a part that does not exist',
      ['fleet', '.', '--shard', '3/2'],
      /^base44-scan: --shard 3\/2: expected part\/parts, for example 2\/5\.$/,
    ],
  ])('refuses %s in one line', async (_, args, message) => {
    const { code, stderr } = await run(args, { cwd: folderOf(cleanApp) });
    expect(stderr.trimEnd()).toMatch(message);
    expect(code).toBe(2);
  });

  it('puts every app in exactly one part', async () => {
    const names = ['one', 'two', 'three', 'four', 'five', 'six'];
    const cwd = clients(Object.fromEntries(names.map((name) => [name, cleanApp])));
    const parts = await Promise.all(
      ['1/3', '2/3', '3/3'].map(async (shard) => {
        const folder = out();
        await run(['fleet', '*', '--out', folder, '--shard', shard], { cwd });
        return (
          JSON.parse(readFileSync(join(folder, 'fleet.json'), 'utf8')) as { fleet: { path: string }[] }
        ).fleet.map(({ path }) => path);
      }),
    );
    expect(parts.flat().sort()).toEqual([...names].sort());
    expect(parts.filter((part) => part.length > 0).length).toBeGreaterThan(1);
  });
});
