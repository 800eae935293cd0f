import { describe, expect, test } from 'vitest';
import { BACKEND, FRONTEND, summaryOf } from './testing/view.js';

type Row = readonly [name: string, code: string, ...calls: string[]];

const client = `import { base44 } from '@/api/base44Client';\n`;
const request = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n`;
const here = `${request}const base44 = createClientFromRequest(req);\n`;

function check(rows: readonly Row[], file = FRONTEND): void {
  test.each(rows.map(([name, code, ...calls]) => ({ name, code, calls })))('$name', ({ code, calls }) => {
    expect(summaryOf(code, file)).toEqual(calls);
  });
}

describe('where a client comes from', () => {
  check([
    ['the app’s client', `${client}base44.entities.Task.list();`, 'Task.list user sdk'],
    [
      'the app’s client, relative',
      `import { base44 } from '../api/base44Client.js'; base44.entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'renamed import',
      `import { base44 as api } from '@/api/base44Client'; api.entities.Task.list();`,
      'Task.list user sdk',
    ],
    ['default import', `import base44 from '@/api/base44Client'; base44.entities.Task.list();`, 'Task.list user sdk'],
    [
      'namespace import',
      `import * as api from '@/api/base44Client'; api.base44.entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'lazy import',
      `const { base44 } = await import('@/api/base44Client'); base44.entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'created here',
      `import { createClient } from '@base44/sdk'; const c = createClient({ appId: 'x' }); c.entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'created by a renamed factory',
      `import { createClient as makeClient } from '@base44/sdk'; makeClient({}).entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'created by a factory of a namespace',
      `import * as sdk from '@base44/sdk'; sdk.createClient({}).entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'created by a helper',
      `import { createClient } from '@base44/sdk'; const make = () => createClient({}); make().entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'required',
      `const { createClient } = require('@base44/sdk'); createClient({}).entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'imported on demand',
      `const c = await import('npm:@base44/sdk@0.8.31').then((m) => m.createClient({})); c.entities.Task.list();`,
      'Task.list user sdk',
    ],
    ['global base44', `base44.entities.Task.list();`, 'Task.list user unknown'],
    ['global base44 of the window', `window.base44.entities.Task.list();`, 'Task.list user unknown'],
    ['base44 of a worker', `self.base44.entities.Task.list();`, 'Task.list user unknown'],
    ['base44 of an object of the app', `windows.base44.entities.Task.list();`],
    ['base44 of another one', `myself.base44.entities.Task.list();`],
    ['base44 of a member', `app.window.base44.entities.Task.list();`],
    [
      'let assigned later',
      `import { createClient } from '@base44/sdk'; let c; try { c = createClient({}); } catch { c = null; } c.entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'one of two clients',
      `${client}import { createClient } from '@base44/sdk'; const c = test ? createClient({}) : base44; c.entities.Task.list();`,
      'Task.list user sdk',
    ],
    [
      'proxy',
      `${client}const scoped = new Proxy(base44, { get: (target, key) => target[key] }); scoped.entities.Task.create({});`,
      'Task.create user sdk',
    ],
    [
      'shim: entities replaced',
      `import { createClient } from '@base44/sdk'; const sdk = createClient({}); sdk.entities = { Task: table('task') }; sdk.entities.Task.list();`,
      'Task.list user shim',
    ],
    [
      'class field',
      `${client}class Store { client = base44; all() { return this.client.entities.Task.list(); } }`,
      'Task.list unknown unknown',
    ],
    [
      'class field set by the constructor',
      `class Store { constructor(client) { this.client = client; } all() { return this.client.entities.Task.list(); } }`,
      'Task.list unknown unknown',
    ],
    [
      'private class field',
      `class Store { #base44; all() { return this.#base44.entities.Task.list(); } }`,
      'Task.list unknown unknown',
    ],
    [
      'property of a context object',
      `function all(ctx) { return ctx.base44.entities.Task.list(); }`,
      'Task.list unknown unknown',
    ],
    [
      'property of an options object that a caller fills',
      `${client}const all = (options) => options.sdk.entities.Task.list(); all({ sdk: base44 });`,
      'Task.list user sdk',
    ],
    [
      'result of an own hook out of sight',
      `import { useClient } from '@/hooks/useClient'; useClient().entities.Task.list();`,
      'Task.list unknown unknown',
    ],
    ['unknown SDK method', `${client}base44.entities.Task.findById('1');`, 'Task.findById user sdk'],
  ]);
});

describe('service role', () => {
  check(
    [
      ['client of the request', `${here}base44.entities.Task.list();`, 'Task.list user sdk'],
      [
        'any version of the pin',
        `import { createClientFromRequest } from 'npm:@base44/sdk'; createClientFromRequest(req).entities.Task.list();`,
        'Task.list user sdk',
      ],
      [
        'from esm.sh',
        `import { createClientFromRequest } from 'https://esm.sh/@base44/sdk@0.8.6'; createClientFromRequest(req).entities.Task.list();`,
        'Task.list user sdk',
      ],
      ['direct', `${here}base44.asServiceRole.entities.Task.list();`, 'Task.list service sdk'],
      ['alias', `${here}const sr = base44.asServiceRole; sr.entities.Task.list();`, 'Task.list service sdk'],
      [
        'alias at once',
        `${request}const sr = createClientFromRequest(req).asServiceRole; sr.entities.Task.list();`,
        'Task.list service sdk',
      ],
      [
        'destructured',
        `${here}const { asServiceRole } = base44; asServiceRole.entities.Task.list();`,
        'Task.list service sdk',
      ],
      [
        'destructured and renamed',
        `${here}const { asServiceRole: admin } = base44; admin.entities.Task.list();`,
        'Task.list service sdk',
      ],
      [
        'entities alias',
        `${here}const db = base44.asServiceRole.entities; db.Task.list(); db['Order'].get(id);`,
        'Task.list service sdk',
        'Order.get service sdk',
      ],
      ['bracket', `${here}base44['asServiceRole']['entities'].Task.list();`, 'Task.list service sdk'],
      [
        'let assigned later',
        `${request}let base44; Deno.serve(async (req) => { base44 = createClientFromRequest(req); await base44.asServiceRole.entities.Task.list(); });`,
        'Task.list service sdk',
      ],
      [
        'user or service by a condition',
        `${here}const c = admin ? base44.asServiceRole : base44; c.entities.Task.list();`,
        'Task.list service sdk',
      ],
      [
        'falls back on the user',
        `${here}const c = base44.asServiceRole ?? base44; c.entities.Task.list();`,
        'Task.list service sdk',
      ],
      [
        'returned by a helper',
        `${request}function service(req) { const base44 = createClientFromRequest(req); return base44.asServiceRole; } service(req).entities.Task.list();`,
        'Task.list service sdk',
      ],
      [
        'client without a user',
        `import { createClient } from 'npm:@base44/sdk@0.7.1'; const base44 = createClient(Deno.env.get('APP'), null); base44.entities.Task.list();`,
        'Task.list user sdk',
      ],
    ],
    BACKEND,
  );
});

describe('where an entity comes from', () => {
  check([
    [
      'every method',
      `${client}const T = base44.entities.Task; T.list(); T.filter({}); T.get(i); T.create({}); T.update(i, {}); T.delete(i); T.deleteMany({}); T.bulkCreate([]); T.updateMany({}, {}); T.bulkUpdate([]); T.subscribe(f);`,
      ...[
        'list',
        'filter',
        'get',
        'create',
        'update',
        'delete',
        'deleteMany',
        'bulkCreate',
        'updateMany',
        'bulkUpdate',
        'subscribe',
      ].map((method) => `Task.${method} user sdk`),
    ],
    ['entities alias', `${client}const db = base44.entities; db.Task.list();`, 'Task.list user sdk'],
    ['handle alias', `${client}const Tasks = base44.entities.Task; Tasks.list();`, 'Task.list user sdk'],
    [
      'destructured',
      `${client}const { Task, Order } = base44.entities; Task.list(); Order.get(id);`,
      'Task.list user sdk',
      'Order.get user sdk',
    ],
    [
      'destructured and renamed',
      `${client}const { Task: Tasks } = base44.entities; Tasks.list();`,
      'Task.list user sdk',
    ],
    ['destructured two deep', `${client}const { entities: { Task } } = base44; Task.list();`, 'Task.list user sdk'],
    [
      'destructured with a default',
      `${client}const { Task = null } = base44.entities; Task.list();`,
      'Task.list user sdk',
    ],
    ['destructured method', `${client}const { list } = base44.entities.Task; list();`, 'Task.list user sdk'],
    ['rest of a destructuring', `${client}const { Order, ...rest } = base44.entities; rest.Task.list();`],
    ['bracket literal', `${client}base44.entities['Task'].list();`, 'Task.list user sdk'],
    ['bracket literal with a dot', `${client}base44.entities["shop.Order"].list();`, 'shop.Order.list user sdk'],
    ['bracket template', `${client}base44.entities[\`Task\`].list();`, 'Task.list user sdk'],
    ['bracket constant', `${client}const NAME = 'Task'; base44.entities[NAME].list();`, 'Task.list user sdk'],
    [
      'bracket constant of an object',
      `${client}const NAMES = { task: 'Task' }; base44.entities[NAMES.task].list();`,
      'Task.list user sdk',
    ],
    ['bracket conditional', `${client}base44.entities[old ? 'Task' : 'Todo'].list();`, 'Task|Todo.list user sdk'],
    ['bracket fallback that is not known', `${client}base44.entities[name || 'Task'].list();`, '?.list user sdk'],
    [
      'bracket parameter without caller',
      `${client}export const all = (name) => base44.entities[name].list();`,
      '?.list user sdk',
    ],
    [
      'bracket parameter with callers',
      `${client}const all = (name) => base44.entities[name].list(); all('Task'); all('Order');`,
      'Task|Order.list user sdk',
    ],
    [
      'bracket parameter, one caller unknown',
      `${client}const all = (name) => base44.entities[name].list(); all('Task'); all(prompt());`,
      '?.list user sdk',
    ],
    [
      'bracket element of a list',
      `${client}for (const name of ['Task', 'Order']) await base44.entities[name].list();`,
      'Task|Order.list user sdk',
    ],
    [
      'bracket element of a constant list',
      `${client}const NAMES = ['Task', 'Order']; await Promise.all(NAMES.map((n) => base44.entities[n].list()));`,
      'Task|Order.list user sdk',
    ],
    [
      'bracket property of a listed object',
      `${client}const MODULES = [{ entity: 'Task' }, { entity: 'Order' }]; MODULES.forEach((m) => base44.entities[m.entity].list());`,
      'Task|Order.list user sdk',
    ],
    [
      'bracket property of a listed object, destructured',
      `${client}for (const { entity } of [{ entity: 'Task' }, { entity: 'Order' }]) base44.entities[entity].list();`,
      'Task|Order.list user sdk',
    ],
    [
      'bracket pair of a listed pair',
      `${client}for (const [name, field] of [['Task', 'a'], ['Order', 'b']]) base44.entities[name].filter({ [field]: 1 });`,
      'Task|Order.filter user sdk',
    ],
    [
      'bracket key of an object',
      `${client}const MAP = { Task: 1, Order: 2 }; for (const name of Object.keys(MAP)) base44.entities[name].list();`,
      'Task|Order.list user sdk',
    ],
    [
      'bracket entry of an object',
      `${client}Object.entries({ Task: 1 }).map(([name]) => base44.entities[name].list());`,
      'Task.list user sdk',
    ],
    ['bracket value from outside', `${client}base44.entities[body.entity].list();`, '?.list user sdk'],
    [
      'handles in a list',
      `${client}for (const handle of [base44.entities.Task, base44.entities.Order]) await handle.list();`,
      'Task|Order.list user sdk',
    ],
    [
      'handle in a listed object',
      `${client}[{ handle: base44.entities.Task }].forEach(({ handle }) => handle.list());`,
      'Task.list user sdk',
    ],
    [
      'handle in an object',
      `${client}const repo = { tasks: base44.entities.Task }; repo.tasks.list();`,
      'Task.list user sdk',
    ],
    [
      'handle by a condition',
      `${client}const handle = old ? base44.entities.Todo : base44.entities.Task; handle.list();`,
      'Todo|Task.list user sdk',
    ],
    [
      'handle returned by a helper',
      `${client}const of = (n) => base44.entities[n]; of('Task').list();`,
      'Task.list user sdk',
    ],
    ['memoised handle', `${client}const T = useMemo(() => base44.entities.Task, []); T.list();`, 'Task.list user sdk'],
  ]);
});

describe('modules of the template', () => {
  check([
    ['@/entities/X', `import { Task } from '@/entities/Task'; Task.list();`, 'Task.list user sdk'],
    ['@/entities/X, default', `import Task from '@/entities/Task'; Task.list();`, 'Task.list user sdk'],
    ['@/entities/X, renamed', `import { Task as Tasks } from '@/entities/Task'; Tasks.list();`, 'Task.list user sdk'],
    [
      '@/entities/all',
      `import { Task, Order } from '@/entities/all'; Task.list(); Order.list();`,
      'Task.list user sdk',
      'Order.list user sdk',
    ],
    ['@/api/entities', `import { Task } from '@/api/entities'; Task.list();`, 'Task.list user sdk'],
    ['@/api/entities, namespace', `import * as db from '@/api/entities'; db.Task.list();`, 'Task.list user sdk'],
    [
      'User as an entity',
      `import { User } from '@/api/entities'; User.list(); User.update(id, {});`,
      'User.list user sdk',
      'User.update user sdk',
    ],
    [
      'User as auth',
      `import { User } from '@/api/entities'; User.me(); User.logout(); User.updateMyUserData({}); User.login();`,
    ],
    ['User as auth, legacy', `import { User } from '@/entities/User'; User.me(); User.loginWithRedirect('/');`],
  ]);
});

describe('syntax around a call', () => {
  check([
    ['optional chaining', `${client}base44?.entities?.Task?.list?.();`, 'Task.list user sdk'],
    ['optional chaining with brackets', `${client}base44.entities?.['Task'].list();`, 'Task.list user sdk'],
    ['parentheses', `${client}((base44).entities).Task.list();`, 'Task.list user sdk'],
    ['await on the way', `(await import('@/api/base44Client')).base44.entities.Task.list();`, 'Task.list user sdk'],
    ['sequence', `${client}(0, base44).entities.Task.list();`, 'Task.list user sdk'],
    ['method by bracket', `${client}base44.entities.Task['list']();`, 'Task.list user sdk'],
    ['method by variable', `${client}base44.entities.Task[method]();`],
    ['in a template', `${client}const text = \`\${await base44.entities.Task.list()}\`;`, 'Task.list user sdk'],
    ['in a wrapper', `${client}withRetry(() => base44.entities.Task.list()).catch(() => []);`, 'Task.list user sdk'],
  ]);
  check(
    [
      ['as', `${here}(base44 as any).entities.Task.list();`, 'Task.list user sdk'],
      ['as, twice', `${here}(base44.entities.Task as unknown as Handle<Task>).list();`, 'Task.list user sdk'],
      ['non-null', `${here}base44!.entities!.Task!.list();`, 'Task.list user sdk'],
      ['satisfies', `${here}const t = base44.entities.Task satisfies Handle; t.list();`, 'Task.list user sdk'],
      ['type assertion', `${here}(<any>base44).entities.Task.list();`, 'Task.list user sdk'],
      ['generics', `${here}base44.entities.Task.list<Task>();`, 'Task.list user sdk'],
      ['typed brackets', `${here}(base44.entities as Record<string, Handle>)['Task'].list();`, 'Task.list user sdk'],
      [
        'typed declaration',
        `${request}let c: Client | undefined; c = createClientFromRequest(req); c!.entities.Task.list();`,
        'Task.list user sdk',
      ],
      [
        'type-only import',
        `import type { Base44Client } from 'npm:@base44/sdk'; export const all = (c: Base44Client) => c.entities.Task.list();`,
        'Task.list unknown unknown',
      ],
      [
        'constant list of literals',
        `${here}const NAMES = ['Task', 'Order'] as const; for (const n of NAMES) base44.entities[n].list();`,
        'Task|Order.list user sdk',
      ],
      [
        'parameter property',
        `class Repo { constructor(private readonly client: Client) {} all() { return this.client.entities.Task.list(); } }`,
        'Task.list unknown unknown',
      ],
    ],
    BACKEND,
  );
});

describe('client as a parameter', () => {
  check(
    [
      [
        'the caller passes the service role',
        `${here}async function close(c, id) { await c.entities.Task.update(id, {}); } await close(base44.asServiceRole, 1);`,
        'Task.update service sdk',
      ],
      [
        'the caller passes the user',
        `${here}async function close(c, id) { await c.entities.Task.update(id, {}); } await close(base44, 1);`,
        'Task.update user sdk',
      ],
      [
        'one caller of each',
        `${here}const close = (c) => c.entities.Task.list(); close(base44); close(base44.asServiceRole);`,
        'Task.list service sdk',
      ],
      [
        'through two functions',
        `${here}const a = (c) => b(c); const b = (svc) => svc.entities.Task.list(); a(base44.asServiceRole);`,
        'Task.list service sdk',
      ],
      [
        'destructured from options',
        `${here}async function close({ svc, id }) { await svc.entities.Task.delete(id); } close({ svc: base44.asServiceRole, id: 1 });`,
        'Task.delete service sdk',
      ],
      [
        'with a default',
        `${here}const all = (c = base44.asServiceRole) => c.entities.Task.list(); all();`,
        'Task.list service sdk',
      ],
      [
        'caller’s name against parameter’s name',
        `${here}const all = (svc) => svc.entities.Task.list(); all(base44);`,
        'Task.list user sdk',
      ],
      [
        'no caller, service by name: svc',
        `export const all = (svc) => svc.entities.Task.list();`,
        'Task.list service unknown',
      ],
      [
        'no caller, service by name: sr',
        `export const all = (sr, id) => sr.entities.Task.get(id);`,
        'Task.get service unknown',
      ],
      [
        'no caller, service by name in a context',
        `export const all = (ctx) => ctx.serviceRole.entities.Task.list();`,
        'Task.list service unknown',
      ],
      [
        'no caller, any other name',
        `export const all = (app) => app.entities.Task.list();`,
        'Task.list unknown unknown',
      ],
      [
        'no caller, service role taken inside',
        `export const all = (client) => client.asServiceRole.entities.Task.list();`,
        'Task.list service unknown',
      ],
      [
        'parameter called base44',
        `export const all = (base44) => base44.entities.Task.list();`,
        'Task.list unknown unknown',
      ],
      [
        'a method of an object',
        `${here}const repo = { all(c) { return c.entities.Task.list(); } }; repo.all(base44.asServiceRole);`,
        'Task.list service sdk',
      ],
      [
        'recursive',
        `${here}async function walk(c, n) { if (!n) return; await c.entities.Task.list(); await walk(c, n - 1); } walk(base44.asServiceRole, 3);`,
        'Task.list service sdk',
      ],
    ],
    BACKEND,
  );
});

describe('handle or name as a parameter', () => {
  check(
    [
      [
        'handle',
        `${here}async function scanAll(entity) { return entity.list('', 100); } await scanAll(base44.entities.Task);`,
        'Task.list user sdk',
      ],
      [
        'handles of several callers',
        `${here}const all = (entity) => entity.list(); all(base44.entities.Task); all(base44.asServiceRole.entities.Order);`,
        'Task|Order.list service sdk',
      ],
      [
        'handle through two functions',
        `${here}const a = (h) => b(h); const b = (entity) => entity.filter({}); a(base44.entities.Task);`,
        'Task.filter user sdk',
      ],
      [
        'handle with other arguments',
        `${here}async function safeFilter(entity, query) { try { return await entity.filter(query); } catch { return []; } } safeFilter(base44.entities.Task, { a: 1 });`,
        'Task.filter user sdk',
      ],
      [
        'client and name',
        `${here}const fetchAll = (client, name) => client.entities[name].list(); fetchAll(base44.asServiceRole, 'Task');`,
        'Task.list service sdk',
      ],
      [
        'entities object',
        `${here}const wipe = (entities) => entities.Task.deleteMany({}); wipe(base44.entities);`,
        'Task.deleteMany user sdk',
      ],
      [
        'functions that call each other',
        `${here}function a(h) { h.list(); b(h); } function b(h) { h.filter({}); a(h); } a(base44.entities.Task);`,
        'Task.list user sdk',
        'Task.filter user sdk',
      ],
      ['nobody passes a handle', `export const scanAll = (entity) => entity.list();`],
      [
        'nobody passes a handle to a parameter with a telling name',
        `export const load = (entities, Task) => [entities.Task.list(), Task.list()];`,
      ],
    ],
    BACKEND,
  );
});

test('functions that call each other with ever new members of their parameters come to an end', () => {
  const names = Array.from({ length: 12 }, (_, index) => `walk${index}`);
  const functions = names.map(
    (name) =>
      `function ${name}(node) { node.list(); ${names.map((other, i) => `${other}(node.${'abc'[i % 3]});`).join(' ')} }`,
  );
  expect(summaryOf(functions.join('\n'))).toEqual([]);
}, 60_000);
