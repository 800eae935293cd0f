import { describe, expect, it } from 'vitest';
import { findApps } from './discover.js';
import { loadApp } from './load.js';
import { treeOf } from './tree.js';

const usesSdk = '{ "dependencies": { "@base44/sdk": "^0.8.3" } }';
const client = "import { createClient } from '@base44/sdk';";
const flat = "import { createClientFromRequest } from 'npm:@base44/sdk@0.8.6';";

function appsIn(files: Record<string, string>): readonly string[] {
  return findApps(treeOf(files));
}

describe('findApps', () => {
  it.each<[string, Record<string, string>, readonly string[]]>([
    ['a config file', { 'base44/config.jsonc': '{}' }, ['']],
    ['entities only', { 'base44/entities/Task.jsonc': '{}' }, ['']],
    ['functions only', { 'base44/functions/shop/pay/entry.ts': '' }, ['']],
    ['the old client file', { 'src/api/base44Client.js': client }, ['']],
    ['the old entities file', { 'src/api/entities.js': "import { base44 } from './base44Client';" }, ['']],
    ['flat functions', { 'functions/pay.ts': flat }, ['']],
    ['a dependency', { 'package.json': usesSdk, 'src/main.jsx': '' }, ['']],
    ['the base44 folder itself', { 'config.jsonc': '{}', 'entities/Task.jsonc': '{}' }, ['']],
    ['an app in a sub-folder', { 'client/app/base44/config.jsonc': '{}', 'README.md': '' }, ['client/app']],
    [
      'a backend in a sub-folder',
      { 'src/api/base44Client.js': client, 'backend/base44/entities/Task.jsonc': '{}' },
      [''],
    ],
    ['a browser package beside the backend', { 'base44/config.jsonc': '{}', 'frontend/package.json': usesSdk }, ['']],
    ['two halves side by side', { 'web/package.json': usesSdk, 'backend/base44/config.jsonc': '{}' }, ['']],
    [
      'two apps',
      { 'a/base44/config.jsonc': '{}', 'b/src/api/base44Client.ts': client, 'c/base44/config.jsonc': '{}' },
      ['a', 'b', 'c'],
    ],
    [
      'a complete app inside another',
      {
        'base44/config.jsonc': '{}',
        'package.json': usesSdk,
        'kiosk/base44/config.jsonc': '{}',
        'kiosk/package.json': usesSdk,
      },
      ['', 'kiosk'],
    ],
  ])('finds %s', (_, files, roots) => {
    expect(appsIn(files)).toEqual(roots);
  });

  it.each<[string, Record<string, string>]>([
    ['Supabase functions', { 'supabase/functions/pay/index.ts': 'Deno.serve(() => {})', 'src/App.jsx': '' }],
    ['Cloudflare functions', { 'functions/_middleware.js': 'export const onRequest = () => {}' }],
    [
      'a component folder called base44',
      { 'src/components/base44/Logo.jsx': '', 'src/components/base44/entities/data.json': '{}' },
    ],
    ['copies below docs', { 'docs/base44/entities/Task.jsonc': '{}', 'docs/functions/pay.ts': flat }],
    [
      'the SDK itself',
      { 'package.json': '{ "name": "@base44/sdk", "dependencies": { "@base44/sdk": "1" } }', 'src/client.ts': '' },
    ],
    [
      'the CLI with its templates',
      { 'package.json': '{ "name": "base44" }', 'templates/full/base44/config.jsonc': '{}' },
    ],
    ['test fixtures', { 'tests/fixtures/app/base44/config.jsonc': '{}' }],
    ['a tool that tests against the SDK', { 'package.json': '{ "devDependencies": { "@base44/sdk": "^0.8.3" } }' }],
    [
      'a Supabase client of the same shape',
      { 'src/api/base44Client.js': "import { createClient } from '@supabase/supabase-js';" },
    ],
    ['a broken manifest', { 'package.json': '{ "dependencies": ' }],
    ['nothing', {}],
  ])('does not take %s for an app', (_, files) => {
    expect(appsIn(files)).toEqual([]);
  });

  it('tells the layouts apart', () => {
    const layoutOf = (files: Record<string, string>) => loadApp(treeOf(files), '').layout;
    expect(layoutOf({ 'base44/config.jsonc': '{}' })).toBe('base44-folder');
    expect(layoutOf({ 'functions/pay.ts': flat })).toBe('old');
    expect(layoutOf({ 'src/api/base44Client.js': client })).toBe('old');
    expect(layoutOf({ 'package.json': usesSdk })).toBe('code-only');
  });

  it('finds the backend folder wherever it lies', () => {
    const tree = treeOf({
      'src/api/base44Client.js': client,
      'backend/base44/entities/Task.jsonc': '{ "name": "Task" }',
    });
    const app = loadApp(tree, '');
    expect(app.backend).toBe('backend/base44');
    expect(Object.keys(app.entities)).toEqual(['Task']);
  });
});
