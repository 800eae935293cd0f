import { rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { appContextOf } from './app-context.js';
import { folderWith, write } from './testing/index.js';

const open = '{ "name": "Order", "type": "object", "properties": {} }';
const owner =
  '{ "name": "Order", "type": "object", "properties": {}, "rls": { "read": { "created_by": "{{user.email}}" } } }';
const shop = { 'base44/config.jsonc': '{ "name": "Shop" }', 'base44/entities/Order.jsonc': open };

const readOf = (file: string) => appContextOf(file, '/').app.entities.Order?.access.read.kind ?? 'none';

/** Plugin time passes at once; real time only until the file system's clock ticks. */
async function pause() {
  await sleep(20);
  vi.advanceTimersByTime(10_000);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['performance'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe('the app of a file', () => {
  test('is found from a file deep inside', () => {
    const root = folderWith(shop);
    const context = appContextOf(join(root, 'base44/functions/mail/entry.ts'), '/');
    expect(context.file).toBe('base44/functions/mail/entry.ts');
    expect(context.app.name).toBe('Shop');
  });

  test('is the whole repository where there is one, so that a backend beside the frontend counts', () => {
    const root = folderWith({
      '.git/HEAD': 'ref: refs/heads/main',
      'web/package.json': '{ "dependencies": { "@base44/sdk": "0.8.31" } }',
      'web/src/api/base44Client.js': '',
      'README.md': '',
    });
    expect(appContextOf(join(root, 'web/src/a.js'), '/').file).toBe('web/src/a.js');
  });

  test('is the innermost of several', () => {
    const nested = Object.fromEntries(
      ['one', 'two'].flatMap((name) => [
        [`apps/${name}/base44/config.jsonc`, `{ "name": "${name}" }`],
        [`apps/${name}/package.json`, '{ "dependencies": { "@base44/sdk": "0.8.31" } }'],
      ]),
    );
    const root = folderWith({ '.git/HEAD': '', ...nested });
    expect(appContextOf(join(root, 'apps/two/src/a.js'), '/').app.name).toBe('two');
    expect(appContextOf(join(root, 'apps/one/src/a.js'), '/').app.name).toBe('one');
  });

  test('is the empty one where nothing looks like an app', () => {
    const root = folderWith({ 'package.json': '{ "dependencies": { "react": "18" } }' });
    const context = appContextOf(join(root, 'src/a.js'), root);
    expect(context).toMatchObject({ file: 'src/a.js', ignored: false });
    expect(context.app.entities).toEqual({});
  });
});

describe('a long-lived process', () => {
  test('does not read the app again while nothing changes', async () => {
    const root = folderWith(shop);
    const file = join(root, 'src/a.js');
    const first = appContextOf(file, '/').app;
    await pause();
    expect(appContextOf(file, '/').app).toBe(first);
  });

  test('sees an edited schema, also when size and modification time stay the same', async () => {
    const root = folderWith(shop);
    const schema = join(root, 'base44/entities/Order.jsonc');
    const file = join(root, 'src/a.js');
    const time = new Date(1_700_000_000_000);
    utimesSync(schema, time, time);
    expect(readOf(file)).toBe('open');
    write(root, { 'base44/entities/Order.jsonc': owner });
    await pause();
    expect(readOf(file)).toBe('owner');
    write(root, { 'base44/entities/Order.jsonc': open.padEnd(owner.length) });
    utimesSync(schema, time, time);
    await pause();
    expect(readOf(file)).toBe('open');
  });

  test('sees a schema that appears in a new folder, and one that goes', async () => {
    const root = folderWith({ 'base44/config.jsonc': '{}' });
    const file = join(root, 'src/a.js');
    expect(readOf(file)).toBe('none');
    write(root, { 'base44/entities/Order.jsonc': open });
    await pause();
    expect(readOf(file)).toBe('open');
    rmSync(join(root, 'base44/entities/Order.jsonc'));
    await pause();
    expect(readOf(file)).toBe('none');
  });

  test('sees a changed SDK version', async () => {
    const manifest = (version: string) => JSON.stringify({ dependencies: { '@base44/sdk': version } });
    const root = folderWith({ ...shop, 'package.json': manifest('0.8.31') });
    const file = join(root, 'src/a.js');
    expect(appContextOf(file, '/').app.sdk.version).toBe('0.8.31');
    write(root, { 'package.json': manifest('0.8.50') });
    await pause();
    expect(appContextOf(file, '/').app.sdk.version).toBe('0.8.50');
  });

  test('finds an app that is created after the first file was linted', async () => {
    const root = folderWith({ 'src/a.js': '' });
    const file = join(root, 'src/a.js');
    expect(readOf(file)).toBe('none');
    write(root, shop);
    await pause();
    expect(readOf(file)).toBe('open');
  });
});
