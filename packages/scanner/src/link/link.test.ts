import { describe, expect, test } from 'vitest';
import { emptyApp, recogniseText, viewFiles, type App, type FileView, type SourceTree } from '@base44-lint/model';
import { linkApp } from './index.js';

type Files = Readonly<Record<string, string>>;

const treeOf = (files: Files): SourceTree => ({
  files: Object.keys(files).sort(),
  read: (file) => {
    const text = files[file];
    if (text === undefined) throw new Error(`${file} does not exist`);
    return text;
  },
});

const isCode = (file: string): boolean => /\.[cm]?[jt]sx?$/.test(file);

/** What rules see of the code files of an app, linked. */
async function viewsOf(files: Files, app: Partial<App> = {}): Promise<ReadonlyMap<string, FileView>> {
  const whole = emptyApp(app);
  const inputs = Object.entries(files)
    .filter(([file]) => isCode(file))
    .map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  const link = await linkApp(whole, treeOf(files), new Map(inputs.map(({ facts }) => [facts.file, facts])));
  return new Map(viewFiles(inputs, whole, link).map((view) => [view.file, view]));
}

/** Entity calls of a file as `Entity.method role origin`. */
async function callsIn(file: string, files: Files, app?: Partial<App>): Promise<string[]> {
  const views = await viewsOf(files, app);
  return (views.get(file)?.entityCalls ?? []).map(
    ({ entity, method, role, origin }) =>
      `${entity.name ?? (entity.candidates.join('|') || '?')}.${method} ${role} ${origin}`,
  );
}

const CLIENT = `import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ appId: 'x' });\n`;
const ENTITIES = `import { base44 } from './client.js';\nexport const Task = base44.entities.Task;\n`;
const PAGE = 'src/pages/Tasks.jsx';

describe('how a module is found', () => {
  const modules: readonly (readonly [name: string, specifier: string, module: string, config?: Files])[] = [
    ['relative, without extension', '../lib/client', 'src/lib/client.js'],
    ['relative, with extension', '../lib/client.js', 'src/lib/client.js'],
    ['relative, .jsx', '../lib/client', 'src/lib/client.jsx'],
    ['relative, .ts', '../lib/client', 'src/lib/client.ts'],
    ['relative, .ts by its name', '../lib/client.ts', 'src/lib/client.ts'],
    ['relative, .js that is .ts', '../lib/client.js', 'src/lib/client.ts'],
    ['relative, .js that is .tsx', '../lib/client.js', 'src/lib/client.tsx'],
    ['relative, .mjs', '../lib/client.mjs', 'src/lib/client.mjs'],
    ['index file', '../lib', 'src/lib/index.js'],
    ['index file, trailing slash', '../lib/', 'src/lib/index.ts'],
    ['@/ without any config', '@/lib/client', 'src/lib/client.js'],
    ['@/ index file', '@/lib', 'src/lib/index.jsx'],
    [
      '@/ of a jsconfig',
      '@/lib/client',
      'app/lib/client.js',
      { 'jsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./app/*"] } } }` },
    ],
    [
      'jsconfig with baseUrl',
      '@/lib/client',
      'app/lib/client.js',
      { 'jsconfig.json': `{ "compilerOptions": { "baseUrl": "./app", "paths": { "@/*": ["*"] } } }` },
    ],
    [
      'tsconfig with baseUrl',
      '~/client',
      'src/lib/client.ts',
      { 'tsconfig.json': `{ "compilerOptions": { "baseUrl": ".", "paths": { "~/*": ["src/lib/*"] } } }` },
    ],
    [
      'tsconfig with comments and trailing commas',
      '@/lib/client',
      'code/lib/client.ts',
      { 'tsconfig.json': `{ // all\n "compilerOptions": { "paths": { "@/*": ["./code/*",], }, }, }` },
    ],
    [
      'tsconfig.app.json',
      '@/lib/client',
      'web/lib/client.ts',
      {
        'tsconfig.json': `{ "files": [] }`,
        'tsconfig.app.json': `{ "compilerOptions": { "paths": { "@/*": ["./web/*"] } } }`,
      },
    ],
    [
      'several targets',
      '@/lib/client',
      'second/lib/client.js',
      { 'jsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./first/*", "./second/*"] } } }` },
    ],
    [
      'exact name',
      '@/client',
      'src/lib/client.js',
      { 'jsconfig.json': `{ "compilerOptions": { "paths": { "@/client": ["./src/lib/client.js"] } } }` },
    ],
    ['broken jsconfig: the template’s default', '@/lib/client', 'src/lib/client.js', { 'jsconfig.json': `{{{` }],
    [
      'jsconfig without paths: the template’s default',
      '@/lib/client',
      'src/lib/client.js',
      { 'jsconfig.json': `{ "compilerOptions": {} }` },
    ],
    [
      'jsconfig with paths that are no lists',
      '@/lib/client',
      'src/lib/client.js',
      { 'jsconfig.json': `{ "compilerOptions": { "paths": { "@/*": 5 } } }` },
    ],
  ];
  const rows = modules.map(([name, specifier, module, config]) => ({ name, specifier, module, config }));
  test.each(rows)('$name', async ({ specifier, module, config }) => {
    const files = {
      ...config,
      [module]: CLIENT,
      [PAGE]: `import { base44 } from '${specifier}'; base44.entities.Task.list();`,
    };
    expect(await callsIn(PAGE, files)).toEqual(['Task.list user sdk']);
  });

  test('in an app below the root of the tree', async () => {
    const files = {
      'apps/crm/jsconfig.json': `{ "compilerOptions": { "paths": { "@/*": ["./code/*"] } } }`,
      'apps/crm/code/client.js': CLIENT,
      'apps/crm/src/pages/Tasks.jsx': `import { base44 } from '@/client'; base44.entities.Task.list();`,
    };
    expect(await callsIn('apps/crm/src/pages/Tasks.jsx', files, { root: 'apps/crm' })).toEqual(['Task.list user sdk']);
  });
});

describe('what must lead nowhere', () => {
  test.each([
    ['a parent of the tree', '../../../../etc/client.js'],
    ['an absolute path', '/etc/client.js'],
    ['a file that does not exist', '../lib/nothing'],
    ['a folder without index', '../lib'],
    ['an empty name', ''],
    ['a file URL', 'file:///etc/client.js'],
    ['a package', 'some-package'],
    ['a package of the tree’s node_modules', 'evil'],
    ['a name with a null character', '../lib/cli\\0ent'],
    ['a style sheet', '../index.css'],
  ])('%s', async (_name, specifier) => {
    const files = {
      'src/lib/other.js': CLIENT,
      'src/index.css': 'a {}',
      'node_modules/evil/index.js': CLIENT,
      [PAGE]: `import { client } from '${specifier}'; client.entities.Task.list(); client.from('x').delete();`,
    };
    expect((await callsIn(PAGE, files)).filter((call) => call.endsWith('sdk'))).toEqual([]);
  });

  test('paths of a config that lead out of the tree', async () => {
    const files = {
      'jsconfig.json': `{ "compilerOptions": { "baseUrl": "../..", "paths": { "@/*": ["../../../../*"] } } }`,
      [PAGE]: `import { client } from '@/etc/client'; client.auth2.list();`,
    };
    expect(await callsIn(PAGE, files)).toEqual([]);
  });

  test('nothing is read but files of the tree', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      [PAGE]: `import { base44 } from '../lib/client'; import x from '../../../../etc/passwd'; x(base44);`,
    };
    const tree = treeOf(files);
    const read: string[] = [];
    const facts = new Map(Object.entries(files).map(([file, text]) => [file, recogniseText(text, file)]));
    const link = await linkApp(emptyApp(), { ...tree, read: (file) => (read.push(file), tree.read(file)) }, facts);
    expect(link.resolveImport(PAGE, '../lib/client', 'base44')).toEqual({
      file: 'src/lib/client.js',
      term: expect.objectContaining({ t: 'call' }),
    });
    expect(link.resolveImport(PAGE, '../../../../etc/passwd', 'default')).toBeNull();
    expect(read.filter((file) => !(file in files))).toEqual([]);
  });
});

describe('how an export is found', () => {
  const use = `import { Task } from '@/lib/entities'; Task.list();`;
  const exporting: readonly (readonly [name: string, files: Files, page?: string])[] = [
    ['declared', { 'src/lib/entities.js': ENTITIES }],
    [
      'exported later',
      {
        'src/lib/entities.js': `import { base44 } from './client.js'; const Task = base44.entities.Task; export { Task };`,
      },
    ],
    [
      'exported by another name',
      {
        'src/lib/entities.js': `import { base44 } from './client.js'; const T = base44.entities.Task; export { T as Task };`,
      },
    ],
    [
      'destructured',
      {
        'src/lib/entities.js': `import { base44 } from './client.js'; export const { Task, Order } = base44.entities;`,
      },
    ],
    [
      'destructured by another name',
      {
        'src/lib/entities.js': `import { base44 } from './client.js'; export const { Todo: Task } = { Todo: base44.entities.Task };`,
      },
    ],
    [
      'imported, then exported',
      { 'src/lib/entities.js': `import { Task } from './real.js'; export { Task };`, 'src/lib/real.js': ENTITIES },
    ],
    ['exported from', { 'src/lib/entities.js': `export { Task } from './real.js';`, 'src/lib/real.js': ENTITIES }],
    [
      'exported from by another name',
      {
        'src/lib/entities.js': `export { T as Task } from './real.js';`,
        'src/lib/real.js': ENTITIES.replace('const Task', 'const T'),
      },
    ],
    [
      'barrel',
      {
        'src/lib/entities/index.js': `export * from './order.js';\nexport * from './task.js';`,
        'src/lib/entities/order.js': `export const Order = 1;`,
        'src/lib/entities/task.js': `import { base44 } from '../client.js'; export const Task = base44.entities.Task;`,
      },
    ],
    [
      'barrel of barrels',
      {
        'src/lib/entities.js': `export * from './a';`,
        'src/lib/a.js': `export * from './b';`,
        'src/lib/b.js': ENTITIES,
      },
    ],
    [
      'barrels in a circle',
      {
        'src/lib/entities.js': `export * from './a';`,
        'src/lib/a.js': `export * from './entities'; export * from './b';`,
        'src/lib/b.js': ENTITIES,
      },
    ],
    [
      'default',
      {
        'src/lib/entities.js': `import { base44 } from './client.js'; const Task = base44.entities.Task; export default Task;`,
      },
      `import Task from '@/lib/entities'; Task.list();`,
    ],
    [
      'default exported from',
      {
        'src/lib/entities.js': `export { default as Task } from './real.js';`,
        'src/lib/real.js': `import { base44 } from './client.js'; export default base44.entities.Task;`,
      },
    ],
    [
      'default object',
      { 'src/lib/entities.js': `import { base44 } from './client.js'; export default { Task: base44.entities.Task };` },
      `import db from '@/lib/entities'; db.Task.list();`,
    ],
    ['namespace import', { 'src/lib/entities.js': ENTITIES }, `import * as db from '@/lib/entities'; db.Task.list();`],
    [
      'namespace exported from',
      { 'src/lib/entities.js': `export * as db from './real.js';`, 'src/lib/real.js': ENTITIES },
      `import { db } from '@/lib/entities'; db.Task.list();`,
    ],
    [
      'lazy import',
      { 'src/lib/entities.js': ENTITIES },
      `const { Task } = await import('@/lib/entities'); Task.list();`,
    ],
    [
      'object of handles',
      {
        'src/lib/entities.js': `import { base44 } from './client.js'; export const db = { Task: base44.entities.Task };`,
      },
      `import { db } from '@/lib/entities'; db.Task.list();`,
    ],
    [
      'string name',
      {
        'src/lib/entities.js': `import { base44 } from './client.js'; const T = base44.entities.Task; export { T as 'Task' };`,
      },
    ],
  ];
  const rows = exporting.map(([name, files, page = use]) => ({ name, files, page }));
  test.each(rows)('$name', async ({ files, page }) => {
    expect(await callsIn(PAGE, { 'src/lib/client.js': CLIENT, ...files, [PAGE]: page })).toEqual([
      'Task.list user sdk',
    ]);
  });

  test('an export that leads back to itself ends', async () => {
    const files = {
      'src/lib/entities.js': `export { Task } from './a.js';`,
      'src/lib/a.js': `export { Task } from './entities.js'; export * from './entities.js';`,
      [PAGE]: use,
    };
    expect(await callsIn(PAGE, files)).toEqual([]);
  });

  test('a star hands on no default', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      'src/lib/entities.js': `export * from './real.js';`,
      'src/lib/real.js': `import { base44 } from './client.js'; export default base44.entities.Task;`,
      [PAGE]: `import Task from '@/lib/entities'; Task.list();`,
    };
    expect(await callsIn(PAGE, files)).toEqual([]);
  });
});

describe('what crosses files', () => {
  const FUNCTION = 'base44/functions/job/entry.ts';
  const backend: Partial<App> = {
    backend: 'base44',
    functions: [
      {
        name: 'job',
        file: FUNCTION,
        folder: 'base44/functions/job',
        sdk: { version: null, source: 'none' },
        triggers: [],
        automations: [],
      },
    ],
  };
  const request = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n`;
  const serve = (body: string, imports = ''): string =>
    `${request}${imports}\nDeno.serve(async (req) => { const base44 = createClientFromRequest(req); ${body} return new Response(''); });`;

  test('a service-role client that a function hands to shared code, with the place that says so', async () => {
    const files = {
      'base44/shared/close.ts': `export async function close(c, id) { await c.entities.Order.update(id, { open: false }); }`,
      [FUNCTION]: serve(`await close(base44.asServiceRole, 1);`, `import { close } from '../../shared/close.ts';`),
    };
    const views = await viewsOf(files, backend);
    const [call] = views.get('base44/shared/close.ts')?.entityCalls ?? [];
    expect([call?.role, call?.origin, call?.zone]).toEqual(['service', 'sdk', 'shared']);
    expect(call?.evidence.map(({ file, start, end, note }) => [file, files[FUNCTION].slice(start, end), note])).toEqual(
      [[FUNCTION, 'base44.asServiceRole', 'passes a service-role client']],
    );
  });

  test('a handle that a page hands to a helper', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      'src/lib/fetch-all.js': `export const fetchAll = async (entity) => entity.list('', 100);`,
      [PAGE]: `import { base44 } from '@/lib/client'; import { fetchAll } from '@/lib/fetch-all'; fetchAll(base44.entities.Task);`,
    };
    expect(await callsIn('src/lib/fetch-all.js', files)).toEqual(['Task.list user sdk']);
  });

  test('a name that a page hands to a helper, and a list of names in a file of constants', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      'src/lib/names.js': `export const NAMES = ['Task', 'Order'];`,
      'src/lib/all.js': `import { base44 } from './client'; export const all = (name) => base44.entities[name].list();`,
      [PAGE]: `import { NAMES } from '@/lib/names'; import { all } from '@/lib/all'; for (const name of NAMES) all(name);`,
    };
    expect(await callsIn('src/lib/all.js', files)).toEqual(['Task|Order.list user sdk']);
  });

  test('a helper of another file that is called in a loop', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      'src/lib/remove.js': `import { base44 } from './client'; export const remove = (id) => base44.entities.Task.delete(id);`,
      [PAGE]: `import { remove } from '@/lib/remove'; export const clear = async (rows) => { for (const row of rows) await remove(row.id); };`,
    };
    const [call] = (await viewsOf(files)).get('src/lib/remove.js')?.entityCalls ?? [];
    expect(
      call?.execution.loops.map(({ kind, file, through }) => [
        kind,
        file,
        through.map((place) => files[PAGE].slice(place.start, place.end)),
      ]),
    ).toEqual([['for-of', PAGE, ['remove(row.id)']]]);
  });

  test('a helper of another file that is handed to map', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      'src/lib/remove.js': `import { base44 } from './client'; export const remove = (id) => base44.entities.Task.delete(id);`,
      [PAGE]: `import { remove } from '@/lib/remove'; export const clear = (ids) => Promise.all(ids.map(remove));`,
    };
    const [call] = (await viewsOf(files)).get('src/lib/remove.js')?.entityCalls ?? [];
    expect(call?.execution.loops.map(({ kind, file }) => [kind, file])).toEqual([['each', PAGE]]);
  });

  test('a tenant hook that hands out a filter', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      'src/hooks/useTenant.js': `export function useTenant() { const org = useOrg(); return { org, ownerFilter: { org_id: org.id } }; }`,
      [PAGE]: `import { base44 } from '@/lib/client'; import { useTenant } from '@/hooks/useTenant';
        export function Page() { const { ownerFilter } = useTenant(); return base44.entities.Task.filter({ ...ownerFilter, open: true }); }`,
    };
    const [call] = (await viewsOf(files)).get(PAGE)?.entityCalls ?? [];
    expect([call?.query.kind, call?.query.keys.map(({ name }) => name), call?.query.open]).toEqual([
      'keys',
      ['org_id', 'open'],
      false,
    ]);
  });

  test('a helper that returns a filter', async () => {
    const files = {
      'src/lib/client.js': CLIENT,
      'src/lib/partition.js': `export const partitionFilter = () => ({ environment: 'live' });`,
      [PAGE]: `import { base44 } from '@/lib/client'; import { partitionFilter } from '@/lib/partition'; base44.entities.Task.filter({ ...partitionFilter(), open: true });`,
    };
    const [call] = (await viewsOf(files)).get(PAGE)?.entityCalls ?? [];
    expect(call?.query.keys.map(({ name }) => name)).toEqual(['environment', 'open']);
  });

  test.each([
    [
      'a guard that asks for a role',
      `export async function gate(b) { const user = await b.auth.me(); if (user?.role !== 'admin') throw new Error('no'); return user; }`,
      'role',
    ],
    [
      'a guard that asks for a user',
      `export async function gate(b) { const user = await b.auth.me(); if (!user) throw new Error('no'); return user; }`,
      'signed-in',
    ],
    ['a guard that asks nothing', `export async function gate(b) { console.log('called'); }`, 'none'],
  ])('%s, in an imported file', async (_name, guard, level) => {
    const files = {
      'base44/shared/gate.ts': guard,
      [FUNCTION]: serve(
        `await gate(base44); await base44.asServiceRole.entities.Order.update(1, {});`,
        `import { gate } from '../../shared/gate.ts';`,
      ),
    };
    const [call] = (await viewsOf(files, backend)).get(FUNCTION)?.entityCalls ?? [];
    expect(call?.caller.level).toBe(level);
  });

  test('shared code behind a guarded and an open function is open', async () => {
    const other = 'base44/functions/other/entry.ts';
    const files = {
      'base44/shared/close.ts': `export const close = (c) => c.entities.Order.update(1, {});`,
      [FUNCTION]: serve(
        `const user = await base44.auth.me(); if (user.role !== 'admin') return new Response('', { status: 403 }); await close(base44.asServiceRole);`,
        `import { close } from '../../shared/close.ts';`,
      ),
      [other]: serve(`await close(base44.asServiceRole);`, `import { close } from '../../shared/close.ts';`),
    };
    const functions = [
      ...(backend.functions ?? []),
      {
        name: 'other',
        file: other,
        folder: 'base44/functions/other',
        sdk: { version: null, source: 'none' as const },
        triggers: [],
        automations: [],
      },
    ];
    const level = async (app: Partial<App>, given: Files) =>
      (await viewsOf(given, app)).get('base44/shared/close.ts')?.entityCalls[0]?.caller.level;
    expect(await level({ ...backend, functions }, files)).toBe('none');
    const guardedOnly = Object.fromEntries(Object.entries(files).filter(([file]) => file !== other));
    expect(await level(backend, guardedOnly)).toBe('role');
  });

  test('rows that shared code reads and a function answers with', async () => {
    const files = {
      'base44/shared/load.ts': `export const load = async (c) => { const rows = await c.entities.Order.list(); return { rows }; };`,
      [FUNCTION]: `${request}import { load } from '../../shared/load.ts';\nDeno.serve(async (req) => Response.json(await load(createClientFromRequest(req))));`,
    };
    const [call] = (await viewsOf(files, backend)).get('base44/shared/load.ts')?.entityCalls ?? [];
    expect(call?.result.responded).toBe('whole');
  });
});

describe('a look-alike in the place of the client', () => {
  test.each<readonly [name: string, files: Files, page: string, calls: readonly string[]]>([
    [
      'the client’s module exports an object of the app',
      {
        'src/api/base44Client.js': `const table = (n) => ({ list: () => fetch(n) }); export const base44 = { entities: { Task: table('task') } };`,
      },
      `import { base44 } from '@/api/base44Client'; base44.entities.Task.list();`,
      ['Task.list user shim'],
    ],
    [
      'the client’s module replaces the entities',
      {
        'src/api/base44Client.js': `${CLIENT.replace('export const base44', 'const sdk')}sdk.entities = { Task: 1 }; export const base44 = sdk;`,
      },
      `import { base44 } from '@/api/base44Client'; base44.entities.Task.list();`,
      ['Task.list user shim'],
    ],
    [
      'the client’s module is the template',
      { 'src/api/base44Client.js': CLIENT },
      `import { base44 } from '@/api/base44Client'; base44.entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    [
      'the client’s module wraps the client in a proxy',
      {
        'src/api/base44Client.js': `${CLIENT.replace('export const base44', 'const sdk')}export const base44 = new Proxy(sdk, { get: (t, k) => t[k] });`,
      },
      `import { base44 } from '@/api/base44Client'; base44.entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    [
      'no client’s module in the export',
      {},
      `import { base44 } from '@/api/base44Client'; base44.entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    [
      'a facade over functions',
      { 'src/lib/task-api.js': `export const TaskAPI = { list: () => fetch('/tasks'), delete: (id) => fetch(id) };` },
      `import { TaskAPI } from '@/lib/task-api'; TaskAPI.list(); TaskAPI.delete(1);`,
      [],
    ],
  ])('%s', async (_name, files, page, calls) => {
    expect(await callsIn(PAGE, { ...files, [PAGE]: page })).toEqual(calls);
  });
});
