import { describe, expect, it } from 'vitest';
import { loadApp } from './load.js';
import { treeOf } from './tree.js';
import type { SdkVersion } from './types.js';
import { sdkOf } from './zones.js';

const manifest = (range: string) => JSON.stringify({ dependencies: { '@base44/sdk': range } });
const npmLock = (version: string, key = 'node_modules/@base44/sdk') =>
  JSON.stringify({ packages: { '': { dependencies: { '@base44/sdk': '^0.8.0' } }, [key]: { version } } }, undefined, 2);

function frontend(files: Record<string, string>, root = ''): SdkVersion {
  return loadApp(treeOf(files), root).sdk;
}

describe('the version of the browser code', () => {
  it.each<[string, string, string]>([
    ['package-lock.json', npmLock('0.8.25'), '0.8.25'],
    ['package-lock.json', '{ "dependencies": { "@base44/sdk": { "version": "0.8.17" } } }', '0.8.17'],
    ['npm-shrinkwrap.json', npmLock('0.8.18'), '0.8.18'],
    [
      'pnpm-lock.yaml',
      "importers:\n  .:\n    dependencies:\n      '@base44/sdk':\n        specifier: ^0.8.3\n        version: 0.8.31(axios@1.0.0)\n",
      '0.8.31',
    ],
    ['pnpm-lock.yaml', 'packages:\n\n  /@base44/sdk@0.8.20(x@1.0.0):\n    resolution: {}\n', '0.8.20'],
    ['yarn.lock', '"@base44/sdk@^0.8.3":\n  version "0.8.26"\n', '0.8.26'],
    ['yarn.lock', '"@base44/sdk@npm:^0.8.3":\n  version: 0.8.27\n', '0.8.27'],
    ['bun.lock', '{ "packages": { "@base44/sdk": ["@base44/sdk@0.8.32", "", {}] } }', '0.8.32'],
  ])('is what %s resolved', (name, text, version) => {
    expect(frontend({ 'package.json': manifest('^0.8.3'), [name]: text })).toMatchObject({ version, source: 'lock' });
  });

  it('points to the version in the lock file', () => {
    const text = npmLock('0.8.25');
    const { place } = frontend({ 'package.json': manifest('^0.8.3'), 'package-lock.json': text });
    expect(place && text.slice(place.start, place.end)).toBe('0.8.25');
  });

  it.each([
    ['^0.8.3', '0.8.3'],
    ['~0.7', '0.7.0'],
    ['0.8.40', '0.8.40'],
    ['>=0.8.1 <0.9', '0.8.1'],
  ])('is at least the lower bound of %s', (range, version) => {
    expect(frontend({ 'package.json': manifest(range) })).toMatchObject({ version, source: 'range' });
  });

  it.each(['latest', '*', 'file:../sdk', 'git+https://example.org/sdk.git'])('is not known from %s', (range) => {
    expect(frontend({ 'package.json': manifest(range) })).toEqual({ version: null, source: 'none' });
  });

  it('is that of the package that holds the browser code', () => {
    const files = { 'base44/config.jsonc': '{}', 'package.json': '{}', 'frontend/package.json': manifest('^0.8.9') };
    expect(frontend(files).version).toBe('0.8.9');
    expect(frontend({ ...files, 'frontend/package-lock.json': npmLock('0.8.30') })).toMatchObject({
      version: '0.8.30',
      source: 'lock',
    });
  });

  it('is that of the package nearest to the root, whatever the order of the files', () => {
    const inner = { 'frontend/package.json': manifest('^0.8.9') };
    const outer = { 'package.json': manifest('^0.8.4') };
    for (const files of [
      { ...inner, ...outer },
      { ...outer, ...inner },
    ])
      expect(frontend({ 'base44/config.jsonc': '{}', ...files }).version).toBe('0.8.4');
    const equal = { 'web/package.json': manifest('^0.8.7'), 'admin/package.json': manifest('^0.8.5') };
    expect(frontend({ 'base44/config.jsonc': '{}', ...equal }).version).toBe('0.8.5');
  });

  it('is not read from other files that look like a manifest', () => {
    expect(frontend({ 'package.json': '{}', 'src/template.json': manifest('^0.8.9') }).version).toBeNull();
  });

  it.each(['devDependencies', 'peerDependencies'])('is read from %s too', (group) => {
    const text = JSON.stringify({ [group]: { '@base44/sdk': '^0.8.11' } });
    const { version, place } = frontend({ 'package.json': text });
    expect(version).toBe('0.8.11');
    expect(place && text.slice(place.start, place.end)).toBe('^0.8.11');
  });

  it('is unknown where the manifest cannot be read', () => {
    expect(frontend({ 'package.json': '{ "dependencies": ', 'src/App.jsx': '' }).version).toBeNull();
  });

  it('is what the lock file of a workspace resolved for that workspace', () => {
    const lock =
      "importers:\n\n  apps/a:\n    dependencies:\n      '@base44/sdk':\n        specifier: ^0.8.3\n        version: 0.8.30\n\n" +
      "  apps/b:\n    dependencies:\n      '@base44/sdk':\n        specifier: ^0.8.3\n        version: 0.8.31\n";
    const files = {
      'pnpm-lock.yaml': lock,
      'apps/a/package.json': manifest('^0.8.3'),
      'apps/b/package.json': manifest('^0.8.3'),
    };
    expect(frontend(files, 'apps/b')).toMatchObject({ version: '0.8.31', source: 'lock' });
  });

  it('ignores the lock file of a folder above that does not know the app', () => {
    const files = { 'package-lock.json': npmLock('0.8.50'), 'examples/shop/package.json': manifest('^0.8.3') };
    expect(frontend(files, 'examples/shop')).toMatchObject({ version: '0.8.3', source: 'range' });
  });
});

describe('the version of a backend function', () => {
  const entry = 'base44/functions/pay/entry.ts';
  function backend(files: Record<string, string>): SdkVersion | undefined {
    return loadApp(treeOf({ 'base44/config.jsonc': '{}', ...files }), '').functions.find(({ name }) => name === 'pay')
      ?.sdk;
  }

  it.each<[string, string, Partial<SdkVersion>]>([
    ['a pin', "import { createClientFromRequest } from 'npm:@base44/sdk@0.8.6';", { version: '0.8.6', source: 'pin' }],
    [
      'a pin with a deep path',
      'import { x } from "npm:@base44/sdk@0.7.1/dist/x.js";',
      { version: '0.7.1', source: 'pin' },
    ],
    ['a range', "import { x } from 'npm:@base44/sdk@^0.8.4';", { version: '0.8.4', source: 'range' }],
    ['a dynamic import', "await import('npm:@base44/sdk@0.8.20')", { version: '0.8.20', source: 'pin' }],
    ['no version', "import { x } from 'npm:@base44/sdk';", { version: null, source: 'none' }],
    ['a tag', "import { x } from 'npm:@base44/sdk@latest';", { version: null, source: 'none' }],
  ])('is read from %s', (_, text, expected) => {
    expect(backend({ [entry]: text })).toMatchObject(expected);
  });

  it('is read from the modules that the entry imports', () => {
    const files = {
      [entry]: "import { db } from './db.ts'; import { log } from '../../shared/log';",
      'base44/functions/pay/db.ts': 'export const db = 1;',
      'base44/shared/log.ts': "import { createClient } from 'npm:@base44/sdk@0.8.23';",
    };
    expect(backend(files)).toMatchObject({ version: '0.8.23', place: { file: 'base44/shared/log.ts' } });
  });

  it('is read from modules at the root of the export, and of their neighbours', () => {
    const files = {
      [entry]: "import '../../../db.ts';",
      'db.ts': "import './lib/sdk/index.ts';",
      'lib/sdk/index.ts': "export * from './/client';",
      'lib/sdk/client/index.js': "import 'npm:@base44/sdk@0.8.19';",
    };
    expect(backend(files)).toMatchObject({ version: '0.8.19', place: { file: 'lib/sdk/client/index.js' } });
  });

  it('is unknown where the only import leaves the export', () => {
    expect(backend({ [entry]: "import '../../../../../db.ts';", 'db.ts': "import 'npm:@base44/sdk@0.8.19';" })).toEqual(
      { version: null, source: 'none' },
    );
  });

  it('survives modules that import each other', () => {
    expect(
      backend({ [entry]: "import './a.ts';", 'base44/functions/pay/a.ts': "import './entry.ts';" })?.version,
    ).toBeNull();
  });

  it('is read from an import map for a bare import', () => {
    const files = {
      [entry]: "import { x } from '@base44/sdk';",
      'base44/deno.json': '{ "imports": { "@base44/sdk": "npm:@base44/sdk@0.8.38" } }',
    };
    expect(backend(files)).toMatchObject({ version: '0.8.38', source: 'pin' });
  });
});

describe('sdkOf', () => {
  const app = loadApp(
    treeOf({
      'package.json': manifest('^0.8.40'),
      'base44/functions/new/entry.ts': "import 'npm:@base44/sdk@0.8.31';",
      'base44/functions/old/entry.ts': "import 'npm:@base44/sdk@0.8.6';",
      'base44/functions/bare/entry.ts': '',
    }),
    '',
  );

  it.each([
    ['src/App.jsx', '0.8.40'],
    ['base44/functions/new/lib.ts', '0.8.31'],
    ['base44/functions/bare/entry.ts', null],
    ['base44/shared/db.ts', '0.8.6'],
  ])('gives %s the version of its zone: %s', (file, version) => {
    expect(sdkOf(app, file).version).toBe(version);
  });
});
