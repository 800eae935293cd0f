import { describe, expect, test } from 'vitest';
import { loadApp } from '../app/load.js';
import { treeOf } from '../app/tree.js';
import { recogniseText } from './recognise.js';
import { linkOf, summaryOf, viewOf } from './testing/view.js';
import { viewFiles } from './views.js';

const client = `import { base44 } from '@/api/base44Client';\n`;

describe('a client that nobody in sight hands over, by the name of its parameter', () => {
  test.each(['svc', 'sr', 'service', 'admin', 'serviceRole', 'asServiceRole', 'serviceClient', 'adminClient', 'srv'])(
    '%s has the service role',
    (name) => {
      const expected = ['Task.list service unknown'];
      expect(summaryOf(`export const run = (${name}) => ${name}.entities.Task.list();`)).toEqual(expected);
      expect(summaryOf(`export const run = (x) => x.${name}.entities.Task.list();`)).toEqual(expected);
    },
  );

  test.each(['client', 'services', 'mysvc', 'administrator'])('%s may be anybody', (name) => {
    expect(summaryOf(`export const run = (${name}) => ${name}.entities.Task.list();`)).toEqual([
      'Task.list unknown unknown',
    ]);
  });

  test('a member called asServiceRole is the service role, whatever it is a member of', () => {
    expect(summaryOf('export const run = (x) => x.asServiceRole.entities.Task.list();')).toEqual([
      'Task.list service unknown',
    ]);
  });
});

describe('a client that is handed over', () => {
  test.each<[string, string, readonly string[]]>([
    ['by a default', `const run = (x = base44) => x.entities.Task.list(); run();`, ['Task.list user sdk']],
    [
      'by a default, where a caller leaves it out',
      `const run = (a, x = base44) => x.entities.Task.list(); run(1, undefined);`,
      ['Task.list user sdk'],
    ],
    [
      'by a caller rather than by a default',
      `const run = (x = base44) => x.entities.Task.list(); run(base44.asServiceRole);`,
      ['Task.list service sdk'],
    ],
    [
      'by one of two callers',
      `const run = (x) => x.entities.Task.list(); run(base44); run(null);`,
      ['Task.list user sdk'],
    ],
    [
      'by two callers, with the greater rights of the two',
      `const run = (x) => x.entities.Task.list(); run(base44); run(base44.asServiceRole);`,
      ['Task.list service sdk'],
    ],
    ['in an object', `const run = ({ x }) => x.entities.Task.list(); run({ x: base44 });`, ['Task.list user sdk']],
    [
      'deep in an object',
      `const run = (o) => o.a.b.c.entities.Task.list(); run({ a: { b: { c: base44 } } });`,
      ['Task.list user sdk'],
    ],
    [
      'by functions that call each other',
      `const a = (x, n) => { x.entities.Task.list(); b(x, n); }; const b = (x, n) => a(x, n - 1); a(base44, 5);`,
      ['Task.list user sdk'],
    ],
    ['as an entity', `const run = (x) => x.list(); run(base44.entities.Task);`, ['Task.list user sdk']],
    ['as entities', `const run = (x) => x.Task.list(); run(base44.entities);`, ['Task.list user sdk']],
    [
      'by a helper that makes it',
      `const make = () => base44.asServiceRole; make().entities.Task.list();`,
      ['Task.list service sdk'],
    ],
    [
      'by one of two helpers',
      `const make = on ? () => base44 : () => null; make().entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    ['by nothing at all', `const run = (x) => x.list(); run(rows);`, []],
  ])('%s', (_, code, calls) => expect(summaryOf(client + code)).toEqual(calls));
});

describe('the entities that a computed name may mean', () => {
  const named = (name: string, before = '', after = '') =>
    summaryOf(`${client}${before}\nbase44.entities[${name}].list();${after}`).map((call) => call.split('.')[0]);

  test.each<[string, string, string, string]>([
    ["'Task'", '', '', 'Task'],
    ['NAME', "const NAME = 'Task';", '', 'Task'],
    ["a ? 'Task' : 'Note'", '', '', 'Task|Note'],
    ["a ? 'Task' : 'Task'", '', '', 'Task'],
    ["a ? 'Task' : b", '', '', '?'],
    ['5', '', '', '5'],
    ['NAMES.task', "const NAMES = { task: 'Task' };", '', 'Task'],
    ['NAMES[key]', "const NAMES = { task: 'Task', note: 'Note' };", '', '?'],
    ['name', '', '', '?'],
    ['`T${x}`', '', '', '?'],
  ])('%s, %s', (name, before, after, expected) => expect(named(name, before, after)).toEqual([expected]));

  test.each<[string, string, string]>([
    ['of a list', `for (const name of ['Task', 'Note']) base44.entities[name].list();`, 'Task|Note'],
    [
      'of a list in a constant',
      `const ALL = ['Task', 'Note']; ALL.forEach((name) => base44.entities[name].list());`,
      'Task|Note',
    ],
    ['of a list with something else in it', `for (const name of ['Task', other]) base44.entities[name].list();`, '?'],
    [
      'of a list of objects',
      `for (const { name } of [{ name: 'Task' }, { name: 'Note' }]) base44.entities[name].list();`,
      'Task|Note',
    ],
    [
      'that callers hand over',
      `const run = (name) => base44.entities[name].list(); run('Task'); run('Note');`,
      'Task|Note',
    ],
    ['that only some callers say', `const run = (name) => base44.entities[name].list(); run('Task'); run(other);`, '?'],
    [
      'that callers hand over in options',
      `const run = (o) => base44.entities[o.name].list(); run({ name: 'Task' });`,
      'Task',
    ],
    ['by default', `const run = (name = 'Task') => base44.entities[name].list(); run();`, 'Task'],
  ])('%s', (_, code, expected) => {
    expect(summaryOf(client + code).map((call) => call.split('.')[0])).toEqual([expected]);
  });
});

describe('clients of other files', () => {
  const calls = (files: Readonly<Record<string, string>>) => {
    const inputs = Object.entries(files).map(([file, text]) => ({ facts: recogniseText(text, file), text }));
    const link = linkOf(new Map(inputs.map(({ facts }) => [facts.file, facts])));
    const app = loadApp(treeOf({ 'base44/config.jsonc': '{}', ...files }), '');
    return viewFiles(inputs, app, link).flatMap(({ entityCalls }) =>
      entityCalls.map(({ entity, method, role, origin }) => `${entity.name}.${method} ${role} ${origin}`),
    );
  };
  const sdk = `import { createClient } from '@base44/sdk';\n`;

  test.each<[string, string, string, readonly string[]]>([
    [
      'a client',
      `${sdk}export const c = createClient({});`,
      `import { c } from './c.js'; c.entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    [
      'a client with the service role',
      `${sdk}export const c = createClient({}).asServiceRole;`,
      `import { c } from './c.js'; c.entities.Task.list();`,
      ['Task.list service sdk'],
    ],
    [
      'an entity',
      `${sdk}export const Task = createClient({}).entities.Task;`,
      `import { Task } from './c.js'; Task.list();`,
      ['Task.list user sdk'],
    ],
    [
      'a member of an object',
      `${sdk}export const db = { tasks: createClient({}).entities.Task };`,
      `import { db } from './c.js'; db.tasks.list();`,
      ['Task.list user sdk'],
    ],
    [
      'a helper that makes one',
      `${sdk}export const make = () => createClient({});`,
      `import { make } from './c.js'; make().entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    [
      'a member of a whole file',
      `${sdk}export const c = createClient({});`,
      `import * as all from './c.js'; all.c.entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    [
      'entities that are replaced there',
      `${sdk}export const c = createClient({}); c.entities = { Task: table() };`,
      `import { c } from './c.js'; c.entities.Task.list();`,
      ['Task.list user shim'],
    ],
    [
      'entities that are replaced by those of a client',
      `${sdk}export const c = createClient({}); c.entities = createClient({}).entities;`,
      `import { c } from './c.js'; c.entities.Task.list();`,
      ['Task.list user sdk'],
    ],
    ['something else', `export const c = { entities: 5 };`, `import { c } from './c.js'; c.entities.Task.list();`, []],
  ])('%s', (_, made, used, expected) => {
    expect(calls({ 'src/c.js': made, 'src/use.js': used })).toEqual(expected);
  });

  test.each([
    '@base44/sdk',
    '@base44/sdk@0.8.0',
    'npm:@base44/sdk',
    'npm:@base44/sdk@0.8.31',
    'jsr:@base44/sdk',
    'https://esm.sh/@base44/sdk@0.8.31',
    '@base44/sdk/dist/index.js',
  ])('made by %s', (from) => {
    const of = (name: string) => summaryOf(`import { ${name} } from '${from}'; ${name}({}).entities.Task.list();`);
    expect([of('createClient'), of('createClientFromRequest'), of('createClients')]).toEqual([
      ['Task.list user sdk'],
      ['Task.list user sdk'],
      [],
    ]);
  });

  test.each(['@base44/sdks', 'my@base44/sdk', '@base44/vite-plugin', 'esm:@base44/sdk'])('not by %s', (from) => {
    expect(summaryOf(`import { createClient } from '${from}'; createClient({}).entities.Task.list();`)).toEqual([]);
  });
});

test('what handed a client over is the evidence for its rights', () => {
  const code = `${client}const run = (x) => x.entities.Task.list();\nrun(base44.asServiceRole);`;
  const [call] = viewOf(code).entityCalls;
  expect(call!.evidence.map(({ start, end }) => code.slice(start, end))).toEqual(['base44.asServiceRole']);
});
