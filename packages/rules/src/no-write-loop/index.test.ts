import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { appOf, viewOf } from '../testing/sample.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Tasks.jsx'): Sample => ({
  file,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});
/** The body of an async function that has what it needs as parameters. */
const within = (body: string): Sample =>
  page(`export async function save(rows, ids, { groups, byId, project }) {\n  ${body}\n}`);
const backend = (body: string, sdk = '0.8.31'): Sample => ({
  file: 'base44/functions/job/entry.ts',
  sdk,
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@${sdk}';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const sr = base44.asServiceRole;
  const { rows } = await req.json();
  ${body}
  return new Response('ok');
});`,
});

describe('one create per record', () => {
  test('is drawn with its rewrite', () => {
    const code =
      'export async function copy(rows) {\n  for (const row of rows) await base44.entities.Task.create({ title: row.title });\n}';
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  3 |   for (const row of rows) await base44.entities.Task.create({ title: row.title });
          |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/certain This creates records of Task with one request each, so a failure leaves some of them written and others not.
          advice: Collect the records and create them in one request, \`bulkCreate([…])\`, which every SDK version has; very long lists go in chunks of a few hundred.
          suggestion: Create these records in one request with \`bulkCreate\` (the same rows, written together)
              3 |   await base44.entities.Task.bulkCreate(Array.from(rows, (row) => ({ title: row.title })));"
    `);
  });

  test('for every row of a table, in a function, is drawn as medium', () => {
    const body = `const users = await sr.entities.User.list();
  for (const user of users) await sr.entities.Notice.create({ user_id: user.id, text: 'Hello' });`;
    expect(squiggled(rule, backend(body))).toMatchInlineSnapshot(`
      "  7 |   for (const user of users) await sr.entities.Notice.create({ user_id: user.id, text: 'Hello' });
          |                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain This creates records of Notice with one request for every row that was read, so a large table runs into the time limit and stays half written.
          advice: Collect the records and create them in one request, \`bulkCreate([…])\`, which every SDK version has; very long lists go in chunks of a few hundred.
          suggestion: Create these records in one request with \`bulkCreate\` (the same rows, written together)
              7 |   await sr.entities.Notice.bulkCreate(Array.from(users, (user) => ({ user_id: user.id, text: 'Hello' })));"
    `);
  });

  test('the rewrite is clean', () => {
    expectClean(rule, within('await base44.entities.Task.bulkCreate(rows.map((row) => ({ title: row.title })));'));
  });
});

describe('one update per record', () => {
  test('is drawn', () => {
    const body = 'for (const row of rows) await base44.entities.Task.update(row.id, { done: true });';
    expect(squiggled(rule, within(body))).toMatchInlineSnapshot(`
      "  3 |   for (const row of rows) await base44.entities.Task.update(row.id, { done: true });
          |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/certain This updates records of Task with one request each, so a failure leaves some of them written and others not.
          advice: Write them in one request, \`updateMany({ id: { $in: ids } }, { $set: { … } })\`."
    `);
  });

  test('its repaired twins are clean', () => {
    expectClean(rule, within('await base44.entities.Task.updateMany({ id: { $in: ids } }, { $set: { done: true } });'));
    expectClean(
      rule,
      within('await base44.entities.Task.bulkUpdate(rows.map((row, order) => ({ id: row.id, order })));'),
    );
    expectClean(rule, page('export const finish = (row) => base44.entities.Task.update(row.id, { done: true });'));
  });
});

test.each([
  ['for-of', 'for (const row of rows) await base44.entities.Task.update(row.id, row);'],
  ['destructured', 'for (const { id, ...data } of rows) await base44.entities.Task.update(id, data);'],
  [
    'data in a constant',
    'for (const row of rows) {\n    const data = { title: row.title };\n    await base44.entities.Task.create(data);\n  }',
  ],
  ['map and Promise.all', 'await Promise.all(rows.map((row) => base44.entities.Task.create(row)));'],
  [
    'created rows are collected',
    'const made = await Promise.all(rows.map((row) => base44.entities.Task.create(row)));\n  return made;',
  ],
  [
    'created ids are collected',
    'const made = [];\n  for (const row of rows) {\n    const task = await base44.entities.Task.create(row);\n    made.push(task.id);\n  }',
  ],
  ['forEach', 'rows.forEach(async (row) => {\n    await base44.entities.Task.update(row.id, { done: true });\n  });'],
  ['index', 'for (let i = 0; i < rows.length; i++) await base44.entities.Task.update(rows[i].id, { order: i });'],
  ['while with shift', 'while (rows.length) await base44.entities.Task.create(rows.shift());'],
  ['groups', 'for (const group of groups) for (const row of group.rows) await base44.entities.Task.create(row);'],
  [
    'parent from the outer loop',
    "for (const row of rows) for (const kind of ['a', 'b']) await base44.entities.Task.create({ kind, row_id: row.id });",
  ],
  [
    'per-record condition',
    'for (const row of rows) if (!row.done) await base44.entities.Task.update(row.id, { done: true });',
  ],
  ['entries', 'for (const [id, data] of Object.entries(byId)) await base44.entities.Task.update(id, data);'],
  [
    'retries around each',
    'for (const row of rows)\n    for (let i = 0; i < 3; i++) {\n      try {\n        await base44.entities.Task.create(row);\n        break;\n      } catch {}\n    }',
  ],
  ['entities alias', 'const db = base44.entities;\n  for (const row of rows) await db.Task.create(row);'],
  ['bracket entity', "for (const row of rows) await base44.entities['Task'].create(row);"],
  ['service alias', 'const sr = base44.asServiceRole;\n  for (const row of rows) await sr.entities.Task.create(row);'],
])('%s', (_, body) => expect(run(rule, within(body))).toMatchObject([{ severity: 'low', confidence: 'certain' }]));

test.each([
  [
    'a client as parameter',
    'const save = async (client, rows) => {\n  for (const row of rows) await client.entities.Task.create(row);\n};\nsave(base44, []);',
  ],
  [
    'a helper',
    'const add = (row) => base44.entities.Task.create(row);\nexport const save = (rows) => Promise.all(rows.map((row) => add(row)));',
  ],
  [
    'a mutation',
    'export function Tasks({ rows }) {\n  const add = useMutation({ mutationFn: (row) => base44.entities.Task.create(row) });\n  const save = async () => {\n    for (const row of rows) await add.mutateAsync(row);\n  };\n  return <button onClick={save} />;\n}',
  ],
])('through %s', (_, code) => expect(run(rule, page(code))).toHaveLength(1));

test('in TypeScript, with casts', () => {
  const code =
    'export async function save(rows: { id?: string }[]) {\n  for (const row of rows as { id: string }[]) await (base44 as any).entities.Task.update(row.id!, { done: true } as const);\n}';
  expect(run(rule, page(code, 'src/lib/tasks.ts'))).toHaveLength(1);
});

test('an entity that only the run decides is likely, not certain', () => {
  const code = 'export const save = (name, rows) => Promise.all(rows.map((row) => base44.entities[name].create(row)));';
  expect(run(rule, page(code))).toMatchObject([{ confidence: 'likely' }]);
});

test.each([
  [
    'children that need the id',
    'for (const row of rows) {\n    const task = await base44.entities.Task.create({ title: row.title });\n    await base44.entities.Step.bulkCreate(row.steps.map((step) => ({ ...step, task_id: task.id })));\n  }',
  ],
  [
    'a link to the created record',
    'for (const row of rows) {\n    const task = await base44.entities.Task.create({ title: row.title });\n    await base44.entities.Project.update(project.id, { [row.title]: task.id });\n  }',
  ],
  [
    'retry',
    'for (let i = 0; i < 3; i++) {\n    try {\n      return await base44.entities.Task.create(rows[i]);\n    } catch {}\n  }',
  ],
  ['few written out', "for (const kind of ['a', 'b', 'c']) await base44.entities.Task.create({ kind });"],
  [
    'a constant list',
    "const kinds = [{ name: 'a' }, { name: 'b' }, { name: 'c' }, { name: 'd' }, { name: 'e' }];\n  for (const kind of kinds) await base44.entities.Task.create(kind);",
  ],
  [
    'children of a destructured id',
    'for (const row of rows) {\n    const { id } = await base44.entities.Task.create({ title: row.title });\n    await base44.entities.Step.bulkCreate(row.steps.map((step) => ({ ...step, task_id: id })));\n  }',
  ],
  [
    'keys of an object that is written out',
    'for (const kind of Object.keys({ a: 1, b: 2, c: 3, d: 4 })) await base44.entities.Task.create({ kind });',
  ],
  ['the first few', 'for (const row of rows.slice(0, 3)) await base44.entities.Task.create(row);'],
  [
    'compensation',
    'try {\n    await base44.entities.Task.bulkCreate(rows);\n  } catch {\n    for (const row of rows) await base44.entities.Task.update(row.id, { failed: true });\n  }',
  ],
  [
    'replay of a queue',
    "for (const op of rows) {\n    if (op.kind === 'a') await base44.entities.Task.create(op.data);\n    else if (op.kind === 'b') await base44.entities.Task.update(op.id, op.data);\n    else await base44.entities.Task.delete(op.id);\n  }",
  ],
  [
    'an entity that differs from turn to turn',
    'for (const op of rows) await base44.entities[op.entity].create(op.data);',
  ],
  [
    'a mail before each',
    'for (const row of rows) {\n    await base44.integrations.Core.SendEmail({ to: row.email });\n    await base44.entities.Task.update(row.id, { sent: true });\n  }',
  ],
  [
    'another service before each',
    "for (const row of rows) {\n    await fetch('https://example.com/' + row.id);\n    await base44.entities.Task.update(row.id, { done: true });\n  }",
  ],
  [
    'a mail in a helper before each',
    'const tell = (row) => base44.integrations.Core.SendEmail({ to: row.email });\n  for (const row of rows) {\n    await tell(row);\n    await base44.entities.Task.update(row.id, { sent: true });\n  }',
  ],
  [
    'the parent, not the element',
    'for (const row of rows) await base44.entities.Project.update(project.id, { last: row.id });',
  ],
  ['Map', 'const map = new Map();\n  for (const row of rows) map.update(row.id, row);'],
  [
    'chunks',
    'for (let i = 0; i < rows.length; i += 100) await base44.entities.Task.bulkCreate(rows.slice(i, i + 100));',
  ],
])('silent: %s', (_, body) => expectClean(rule, within(body)));

test('silent: a rendered list, where one click is one write', () => {
  expectClean(
    rule,
    page(
      'export default function Tasks({ rows }) {\n  return rows.map((row) => <button onClick={() => base44.entities.Task.update(row.id, { done: true })} />);\n}',
    ),
  );
});

test('silent: scripts and tests', () => {
  const code = 'export const save = (rows) => Promise.all(rows.map((row) => base44.entities.Task.create(row)));';
  expectClean(rule, page(code, 'scripts/seed.test.js'));
});

describe('severity', () => {
  test.each([
    [
      'every row',
      'const all = await sr.entities.Task.list();\n  for (const one of all) await sr.entities.Task.update(one.id, { seen: true });',
    ],
    [
      'every row in a state',
      "const all = await sr.entities.Task.filter({ status: 'open' });\n  for (const one of all) await sr.entities.Task.update(one.id, { status: 'done' });",
    ],
    [
      'children of every row',
      'const all = await sr.entities.Project.list();\n  for (const project of all) {\n    const tasks = await sr.entities.Task.filter({ project_id: project.id });\n    for (const one of tasks) await sr.entities.Task.update(one.id, { seen: true });\n  }',
    ],
    [
      'a large page',
      "const all = await sr.entities.Task.list('-created_date', 500);\n  await Promise.all(all.map((one) => sr.entities.Task.update(one.id, { seen: true })));",
    ],
  ])('medium: %s', (_, body) => expect(run(rule, backend(body))).toMatchObject([{ severity: 'medium' }]));

  test.each([
    ['rows of the request', 'for (const one of rows) await sr.entities.Task.update(one.id, { seen: true });'],
    [
      'a small page',
      "const all = await sr.entities.Task.list('-created_date', 20);\n  for (const one of all) await sr.entities.Task.update(one.id, { seen: true });",
    ],
    [
      'rows of one parent',
      'const all = await sr.entities.Task.filter({ project_id: rows.id });\n  for (const one of all) await sr.entities.Task.update(one.id, { seen: true });',
    ],
    [
      'rows picked in code',
      'const all = await sr.entities.Task.list();\n  for (const one of all.filter((task) => task.late)) await sr.entities.Task.update(one.id, { seen: true });',
    ],
    [
      'some of the rows',
      'const all = await sr.entities.Task.list();\n  for (const one of all) if (one.late) await sr.entities.Task.update(one.id, { seen: true });',
    ],
    [
      'the few with a role',
      "const all = await sr.entities.User.filter({ role: 'admin' });\n  for (const one of all) await sr.entities.Notice.create({ user_id: one.id });",
    ],
    [
      'in a helper, which may have conditions of its own',
      'const note = async (one) => {\n    if (one.late) await sr.entities.Notice.create({ task_id: one.id });\n  };\n  const all = await sr.entities.Task.list();\n  for (const one of all) await note(one);',
    ],
    [
      'a list inside a row',
      'const all = await sr.entities.Task.list();\n  for (const one of all[0].steps) await sr.entities.Step.update(one.id, { seen: true });',
    ],
  ])('low: %s', (_, body) => expect(run(rule, backend(body))).toMatchObject([{ severity: 'low' }]));

  test('low in the browser, whatever is read', () => {
    const body =
      'const all = await base44.entities.Task.list();\n  for (const one of all) await base44.entities.Task.update(one.id, { seen: true });';
    expect(run(rule, within(body))).toMatchObject([{ severity: 'low' }]);
  });
});

describe('advice by SDK version', () => {
  const adviceOf = (body: string, sdk: string) => run(rule, backend(body, sdk)).map(({ advice }) => advice);
  const same = 'for (const one of rows) await sr.entities.Task.update(one.id, { seen: true });';
  const each = 'for (const one of rows) await sr.entities.Task.update(one.id, { title: one.title });';
  const either =
    'for (const one of rows) {\n    if (one.id) await sr.entities.Task.update(one.id, one);\n    else await sr.entities.Task.create(one);\n  }';

  test.each([
    ['0.8.6', same, /^Raise the SDK from 0\.8\.6 to 0\.8\.22 .*updateMany/],
    ['0.8.22', same, /^Write them in one request, `updateMany\(\{ id: \{ \$in: ids \} \}/],
    ['0.8.50', same, /^Write them in one request, `updateMany/],
    ['0.8.6', each, /^Raise the SDK .*bulkUpdate/],
    ['0.8.31', each, /^Write them in one request, `bulkUpdate/],
    ['0.8.6', either, /with `bulkCreate`; from SDK 0\.8\.49 on/],
    ['0.8.31', either, /with `bulkCreate` and the others with `bulkUpdate`; from SDK 0\.8\.49 on/],
    ['0.8.50', either, /^Hand all records to one `upsert/],
  ])('%s %s', (sdk, body, advice) => {
    for (const text of adviceOf(body, sdk)) expect(text).toMatch(advice);
    expect(adviceOf(body, sdk).length).toBeGreaterThan(0);
  });
});

describe('the rewrite', () => {
  const titles = (body: string) => run(rule, within(body)).flatMap(({ suggestions }) => suggestions);

  test.each([
    [
      'the element itself',
      'for (const row of rows) await base44.entities.Task.create(row);',
      'await base44.entities.Task.bulkCreate([...rows]);',
    ],
    [
      'Promise.all',
      'await Promise.all(rows.map((row) => base44.entities.Task.create({ title: row.title })));',
      'base44.entities.Task.bulkCreate(Array.from(rows, (row) => ({ title: row.title })))',
    ],
    [
      'a call',
      'for (const row of rows) await base44.entities.Task.create(shape(row));',
      'await base44.entities.Task.bulkCreate(Array.from(rows, (row) => shape(row)));',
    ],
  ])('%s', (_, body, text) => expect(titles(body)).toMatchObject([{ edits: [{ text }] }]));

  test.each([
    ['awaited data', 'for (const row of rows) await base44.entities.Task.create(await shape(row));'],
    ['a comment', 'for (const row of rows) await base44.entities.Task.create({ title: row.title /* short */ });'],
    ['a list that is computed', 'for (const row of pick(rows)) await base44.entities.Task.create(row);'],
    [
      'more than the create',
      'for (const row of rows) {\n    await base44.entities.Task.create(row);\n    count();\n  }',
    ],
    ['updates', 'for (const row of rows) await base44.entities.Task.update(row.id, row);'],
  ])('none for %s', (_, body) => expect(titles(body)).toEqual([]));
});

describe('the whole advice', () => {
  const adviceOf = (body: string, version: string | null) => {
    const sample = backend(body);
    const app = appOf(sample);
    const sdk = { version, source: 'pin' } as const;
    return [...rule.checkCode!({ app, file: viewOf(sample, app), sdk, options: {} })].map(({ advice }) => advice);
  };
  const same = 'for (const one of rows) await sr.entities.Task.update(one.id, { seen: true });';
  const each = 'for (const one of rows) await sr.entities.Task.update(one.id, { title: one.title });';
  const either =
    'for (const one of rows) {\n    if (one.id) await sr.entities.Task.update(one.id, one);\n    else await sr.entities.Task.create(one);\n  }';
  const many = '`updateMany({ id: { $in: ids } }, { $set: { … } })`';
  const bulk = '`bulkUpdate([{ id, … }, …])`, up to 500 records at a time';

  test.each([
    [same, '0.8.31', `Write them in one request, ${many}.`],
    [each, '0.8.31', `Write them in one request, ${bulk}.`],
    [
      same,
      '0.8.6',
      `Raise the SDK from 0.8.6 to 0.8.22 or later and write them in one request, ${many}; until then keep the list short and show which records were written.`,
    ],
    [each, null, `From SDK 0.8.22 on write them in one request, ${bulk}.`],
    [
      either,
      null,
      'From SDK 0.8.49 on hand all records to one `upsert(records, { key })`; before, read the existing ones in one request and write the new ones with `bulkCreate`.',
    ],
    [either, '0.8.50', 'Hand all records to one `upsert(records, { key })`, up to 500 at a time.'],
    [
      either,
      '0.8.6',
      'Read the existing records in one request before the loop, then write the new ones with `bulkCreate`; from SDK 0.8.49 on one `upsert(records, { key })` does both.',
    ],
  ])('%#', (body, version, advice) => {
    const found = adviceOf(body, version);
    expect(new Set(found)).toEqual(new Set([advice]));
  });

  test.each([
    ['a spread may differ', 'for (const one of rows) await sr.entities.Task.update(one.id, { ...base, seen: true });'],
    ['data out of sight may differ', 'for (const one of rows) await sr.entities.Task.update(one.id, base);'],
  ])('%s', (_, body) => expect(adviceOf(body, '0.8.31')).toEqual([`Write them in one request, ${bulk}.`]));

  test('the other write of another entity is no upsert', () => {
    const body =
      'for (const one of rows) {\n    await sr.entities.Task.update(one.id, { seen: true });\n    await sr.entities.Notice.create({ text: one.id });\n  }';
    expect(adviceOf(body, '0.8.50').some((advice) => advice.includes('upsert'))).toBe(false);
  });

  test('the other write outside of the loop is no upsert', () => {
    expect(adviceOf(`await sr.entities.Task.create({});\n  ${same}`, '0.8.50')).toEqual([
      `Write them in one request, ${many}.`,
    ]);
  });
});

describe('what a turn does besides', () => {
  const count = (body: string) => run(rule, within(body)).length;

  test.each([
    ['a connector', 'await base44.connectors.getConnection(row.id);', 0],
    ['an agent', 'await base44.agents.addMessage(conversation, row);', 0],
    ['a function', "await base44.functions.invoke('x', row);", 0],
    ['an invitation', "await base44.users.inviteUser(row.email, 'user');", 0],
    ['who is signed in', 'await base44.auth.me();', 1],
    ['a local helper called fetch', 'await db.fetch(row.id);', 1],
  ])('%s', (_, call, expected) =>
    expect(
      count(
        `for (const row of rows) {\n    ${call}\n    await base44.entities.Task.update(row.id, { done: true });\n  }`,
      ),
    ).toBe(expected),
  );

  test('work before or after the loop does not count', () => {
    const loop = 'for (const row of rows) await base44.entities.Task.update(row.id, { done: true });';
    expect(count(`await fetch('https://example.org');\n  ${loop}`)).toBe(1);
    expect(count(`${loop}\n  await fetch('https://example.org');`)).toBe(1);
    expect(count(`${loop}\n  await base44.integrations.Core.SendEmail({ to: project.email });`)).toBe(1);
  });

  test('a created row of which only the title is read needs no turn of its own', () => {
    expect(
      count(
        'for (const row of rows) {\n    const task = await base44.entities.Task.create(row);\n    await base44.entities.Note.update(row.id, { title: task.title });\n  }',
      ),
    ).toBe(2);
  });

  test('creating and deleting alone is no replay', () => {
    expect(
      count(
        'for (const op of rows) {\n    if (op.add) await base44.entities.Task.create(op.data);\n    else await base44.entities.Task.delete(op.id);\n  }',
      ),
    ).toBe(1);
  });

  test('a loop in another function is shown', () => {
    const code =
      'const add = (row) => base44.entities.Task.create(row);\nexport const save = (rows) => Promise.all(rows.map((row) => add(row)));';
    expect(run(rule, page(code))).toMatchObject([{ evidence: [{ note: 'runs the write for each element' }] }]);
  });
});
