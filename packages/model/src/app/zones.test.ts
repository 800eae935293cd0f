import { describe, expect, it } from 'vitest';
import { filesOf, loadApp } from './load.js';
import { treeOf } from './tree.js';
import type { App } from './types.js';
import { functionOf, zoneOf } from './zones.js';

const served = 'Deno.serve(() => new Response());';
const modern = {
  'base44/config.jsonc': '{}',
  'base44/functions/pay/entry.ts': served,
  'base44/functions/pay/stripe.ts': '',
  'base44/functions/pay/refund/entry.ts': served,
  'base44/functions/test/entry.ts': served,
  'base44/functions/_shared/http.ts': '',
  'base44/functions/__tests__/pay.test/entry.ts': served,
};
const old = {
  'functions/pay.ts': served,
  'functions/lost.ts': '',
  'functions/api/v1/orders.ts': 'export default async function handler() {}',
  'functions/lib/db.ts': 'export const db = createClientFromRequest;',
  'functions/_middleware.ts': served,
  'functions/__tests__/pay.ts': served,
};

function load(files: Record<string, string>): App {
  return loadApp(treeOf(files), '');
}

describe('backend functions', () => {
  it('are the entries of the new layout, with nested names', () => {
    const functions = load(modern).functions;
    expect(functions.map(({ name }) => name)).toEqual(['pay', 'pay/refund', 'test']);
    expect(functions[1]).toMatchObject({
      file: 'base44/functions/pay/refund/entry.ts',
      folder: 'base44/functions/pay/refund',
    });
  });

  it('are the files of the old layout that serve requests, and empty ones whose code was lost', () => {
    const functions = load(old).functions;
    expect(functions.map(({ name }) => name)).toEqual(['api/v1/orders', 'lost', 'pay']);
    expect(functions.every(({ folder }) => folder === undefined)).toBe(true);
  });

  it('take name, entry and schedules from function.jsonc', () => {
    const config = '{ "name": "charge", "entry": "./main.ts", "automations": [{ "type": "scheduled" }] }';
    const [charge] = load({
      'base44/functions/pay/function.jsonc': config,
      'base44/functions/pay/main.ts': served,
      'base44/config.jsonc': '{}',
    }).functions;
    expect(charge).toMatchObject({
      name: 'charge',
      file: 'base44/functions/pay/main.ts',
      folder: 'base44/functions/pay',
    });
    expect(charge?.triggers.map(({ start, end }) => config.slice(start, end))).toEqual(['{ "type": "scheduled" }']);
  });

  it('whose function.jsonc names no file that exists are not checked', () => {
    const app = load({ 'base44/config.jsonc': '{}', 'base44/functions/pay/function.jsonc': '{ "entry": "gone.ts" }' });
    expect(app.functions).toEqual([]);
    expect(app.notChecked.map(({ file }) => file)).toEqual(['base44/functions/pay/function.jsonc']);
  });

  it('know the workflows that call them', () => {
    const workflow = '{ "definition": { "do": [{ "run": { "with": { "function_name": "pay" } } }] } }';
    const file = 'base44/workflows/Nightly (new) + mail.jsonc';
    const app = load({ ...modern, [file]: workflow });
    const [trigger] = app.functions.find(({ name }) => name === 'pay')!.triggers;
    expect(trigger).toMatchObject({ file });
    expect(workflow.slice(trigger!.start, trigger!.end)).toBe('"pay"');
    expect(app.functions.find(({ name }) => name === 'test')!.triggers).toEqual([]);
  });
});

describe('zoneOf', () => {
  it.each([
    ['src/pages/Home.jsx', 'frontend'],
    ['src/test/setup.js', 'other'],
    ['src/lib/__tests__/a.js', 'other'],
    ['src/App.test.jsx', 'other'],
    ['pages/Home.jsx', 'frontend'],
    ['components/Card.jsx', 'frontend'],
    ['index.html', 'frontend'],
    ['frontend/src/App.tsx', 'frontend'],
    ['apps/web/src/App.tsx', 'frontend'],
    ['apps/web/index.html', 'frontend'],
    ['apps/web/index.html.bak', 'other'],
    ['apps/web/public/index.html', 'other'],
    ['web/tools/src/build.ts', 'other'],
    ['main.tsx', 'frontend'],
    ['mainframe.tsx', 'other'],
    ['mysrc/App.jsx', 'other'],
    ['hooks/useOrders.js', 'frontend'],
    ['layouts/Main.jsx', 'frontend'],
    ['contexts/Auth.jsx', 'frontend'],
    ['src/Orders.stories.tsx', 'other'],
    ['src/orders.spec.mjs', 'other'],
    ['cypress/orders.js', 'other'],
    ['src/testing.js', 'frontend'],
    ['src/contest/a.js', 'frontend'],
    ['base44/actors/room.ts', 'shared'],
    ['base44/agents/help.ts', 'other'],
    ['server/src/index.ts', 'other'],
    ['backend/functions/pay.ts', 'other'],
    ['scripts/seed.js', 'other'],
    ['vite.config.js', 'other'],
    ['supabase/functions/pay/index.ts', 'other'],
    ['functions/_middleware.js', 'other'],
    ['docs/functions/pay.ts', 'other'],
    ['base44/functions/pay/entry.ts', 'function'],
    ['base44/functions/pay/stripe.ts', 'function'],
    ['base44/functions/pay/stripe.test.ts', 'other'],
    ['base44/functions/test/entry.ts', 'function'],
    ['base44/functions/_shared/http.ts', 'shared'],
    ['base44/shared/db.ts', 'shared'],
    ['base44/shared/db_test.ts', 'other'],
    ['base44/entities/Task.jsonc', 'other'],
  ])('%s is %s in the new layout', (file, zone) => {
    expect(zoneOf(load(modern), file)).toBe(zone);
  });

  it.each([
    ['functions/pay.ts', 'function'],
    ['functions/lib/db.ts', 'shared'],
    ['functions/_middleware.ts', 'other'],
    ['functions/__tests__/pay.ts', 'other'],
    ['src/App.jsx', 'frontend'],
  ])('%s is %s in the old layout', (file, zone) => {
    expect(zoneOf(load(old), file)).toBe(zone);
  });

  it('gives a file of a nested function to the innermost one', () => {
    expect(functionOf(load(modern), 'base44/functions/pay/refund/util.ts')?.name).toBe('pay/refund');
  });

  it('keeps the files of another app, and what the settings ignore, out', () => {
    const tree = treeOf({
      'a/base44/config.jsonc': '{}',
      'a/src/App.jsx': '',
      'a/src/gen/x.js': '',
      'a/base44-lint.config.jsonc': '{ "ignore": ["src/gen/"] }',
      'a/package.json': '{ "dependencies": { "@base44/sdk": "1" } }',
      'a/kiosk/base44/config.jsonc': '{}',
      'a/kiosk/package.json': '{ "dependencies": { "@base44/sdk": "1" } }',
      'a/kiosk/src/App.jsx': '',
    });
    const app = loadApp(tree, 'a');
    expect(app.nested).toEqual(['a/kiosk']);
    expect(zoneOf(app, 'a/src/App.jsx')).toBe('frontend');
    expect(zoneOf(app, 'a/kiosk/src/App.jsx')).toBe('other');
    expect(zoneOf(app, 'b/src/App.jsx')).toBe('other');
    expect(zoneOf(app, 'src/App.jsx')).toBe('other');
    expect(filesOf(app, tree).filter((file) => /\.jsx?$/.test(file))).toEqual(['a/src/App.jsx']);
  });
});
