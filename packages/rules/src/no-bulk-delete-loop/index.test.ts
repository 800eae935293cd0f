import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Tasks.jsx'): Sample => ({
  file,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});
/** The body of an async function that has what it needs as parameters. */
const within = (body: string): Sample =>
  page(`export async function clear(rows, ids, selected, { groups, byId }) {\n  ${body}\n}`);
const backend = (body: string): Sample => ({
  file: 'base44/functions/clean/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${body}
  return new Response('ok');
});`,
});

describe('one delete per record', () => {
  test('is drawn with its rewrite', () => {
    const code =
      'export async function clear(rows) {\n  for (const row of rows) await base44.entities.Task.delete(row.id);\n}';
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  3 |   for (const row of rows) await base44.entities.Task.delete(row.id);
          |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain This deletes records of Task with one request each, so a failure can leave some of them in place.
          advice: Delete in one request: \`deleteMany({ id: { $in: ids } })\` or by the condition that found the records; it does not run what your code does per record.
          suggestion: Delete these records in one request with \`deleteMany\` (the same rows are gone, what your code does per record does not run)
              3 |   await base44.entities.Task.deleteMany({ id: { $in: Array.from(rows, (row) => row.id) } });"
    `);
  });

  test('the rewrite, and deleting one, are clean', () => {
    expectClean(rule, within('await base44.entities.Task.deleteMany({ id: { $in: rows.map((row) => row.id) } });'));
    expectClean(rule, page('export const remove = (row) => base44.entities.Task.delete(row.id);'));
  });

  test.each([
    ['for-of over ids', 'for (const id of ids) await base44.entities.Task.delete(id);'],
    ['for-of with a destructured element', 'for (const { id } of rows) await base44.entities.Task.delete(id);'],
    [
      'for-of with the id in a constant',
      'for (const row of rows) {\n    const id = row.id;\n    await base44.entities.Task.delete(id);\n  }',
    ],
    ['either name of the id', 'for (const row of rows) await base44.entities.Task.delete(row.id || row._id);'],
    ['id as text', 'for (const row of rows) await base44.entities.Task.delete(String(row.id));'],
    [
      'nested for-of',
      'for (const group of groups) for (const row of group.rows) await base44.entities.Task.delete(row.id);',
    ],
    ['entries', 'for (const [id] of Object.entries(byId)) await base44.entities.Task.delete(id);'],
    ['for-in', 'for (const id in byId) await base44.entities.Task.delete(id);'],
    ['index', 'for (let i = 0; i < ids.length; i++) await base44.entities.Task.delete(ids[i]);'],
    [
      'index, element in a constant',
      'for (let i = 0; i < rows.length; i++) {\n    const row = rows[i];\n    await base44.entities.Task.delete(row.id);\n  }',
    ],
    ['while with pop', 'while (ids.length) await base44.entities.Task.delete(ids.pop());'],
    ['map and Promise.all', 'await Promise.all(selected.map((id) => base44.entities.Task.delete(id)));'],
    ['map and Promise.allSettled', 'await Promise.allSettled(selected.map((id) => base44.entities.Task.delete(id)));'],
    [
      'map, awaited later',
      'const all = rows.map((row) => base44.entities.Task.delete(row.id));\n  await Promise.all(all);',
    ],
    ['map with catch', 'await Promise.all(ids.map((id) => base44.entities.Task.delete(id).catch(() => null)));'],
    ['forEach', 'selected.forEach(async (id) => {\n    await base44.entities.Task.delete(id);\n  });'],
    [
      'reduce',
      'await ids.reduce(async (before, id) => {\n    await before;\n    await base44.entities.Task.delete(id);\n  }, null);',
    ],
    [
      'chunks',
      'for (let i = 0; i < ids.length; i += 10)\n    await Promise.all(ids.slice(i, i + 10).map((id) => base44.entities.Task.delete(id)));',
    ],
    [
      'filter and map',
      'await Promise.all(rows.filter((row) => row.done).map((row) => base44.entities.Task.delete(row.id)));',
    ],
    [
      'all but the first of each group',
      'for (const group of groups)\n    for (let i = 1; i < group.length; i++) await base44.entities.Task.delete(group[i].id);',
    ],
    ['a condition per record', 'for (const row of rows) if (row.stale) await base44.entities.Task.delete(row.id);'],
    [
      'retries around each',
      'for (const id of ids)\n    for (let i = 0; i < 3; i++) {\n      try {\n        await base44.entities.Task.delete(id);\n        break;\n      } catch {}\n    }',
    ],
    [
      'paging',
      "while (true) {\n    const page = await base44.entities.Task.list('', 100);\n    if (page.length === 0) break;\n    for (const row of page) await base44.entities.Task.delete(row.id);\n  }",
    ],
    [
      'inside a mutation',
      'useMutation({ mutationFn: async () => {\n    for (const id of selected) await base44.entities.Task.delete(id);\n  } });',
    ],
  ])('%s', (_, body) => {
    expect(run(rule, within(body))).toMatchObject([{ severity: 'medium', confidence: 'certain' }]);
  });

  test.each([
    ['entities alias', 'const db = base44.entities;\nfor (const id of ids) await db.Task.delete(id);'],
    ['destructuring', 'const { Task } = base44.entities;\nfor (const id of ids) await Task.delete(id);'],
    ['bracket entity', "for (const id of ids) await base44.entities['Task'].delete(id);"],
    ['bracket method', "for (const id of ids) await base44.entities.Task['delete'](id);"],
    ['optional chaining', 'for (const id of ids) await base44?.entities?.Task?.delete(id);'],
    [
      'client as parameter',
      'const clear = async (client) => {\n  for (const id of ids) await client.entities.Task.delete(id);\n};\nclear(base44);',
    ],
    [
      'handle as parameter',
      'const clear = async (entity) => {\n  for (const id of ids) await entity.delete(id);\n};\nclear(base44.entities.Task);',
    ],
    ['@/entities/X', "import { Task } from '@/entities/Task';\nfor (const id of ids) await Task.delete(id);"],
    ['@/api/entities', "import { Task } from '@/api/entities';\nfor (const id of ids) await Task.delete(id);"],
  ])('by %s', (_, code) =>
    expect(run(rule, page(code))).toMatchObject([{ severity: 'medium', confidence: 'certain' }]),
  );

  test('an entity that only the run decides is likely, not certain', () => {
    const code =
      'export async function clear(name, ids) {\n  for (const id of ids) await base44.entities[name].delete(id);\n}';
    expect(run(rule, page(code))).toMatchObject([{ confidence: 'likely' }]);
  });

  test('in TypeScript, with casts', () => {
    const code =
      'export async function clear(rows: { id?: string }[]) {\n  for (const row of rows as { id: string }[]) await (base44 as any).entities.Task.delete(row.id!);\n}';
    expect(run(rule, page(code, 'src/lib/tasks.ts'))).toHaveLength(1);
  });
});

describe('a whole table, emptied in a function', () => {
  test('is drawn as high', () => {
    const body =
      'const rows = await base44.asServiceRole.entities.Task.list();\n  for (const row of rows) await base44.asServiceRole.entities.Task.delete(row.id);';
    expect(squiggled(rule, backend(body))).toMatchInlineSnapshot(`
      "  5 |   for (const row of rows) await base44.asServiceRole.entities.Task.delete(row.id);
          |                                 ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/certain This empties Task with one request per record, so a large table runs into the time limit and stays half deleted.
          advice: Delete by condition in one request, \`deleteMany({ … })\`, which every SDK version has; it does not run what your code does per record.
          suggestion: Delete these records in one request with \`deleteMany\` (the same rows are gone, what your code does per record does not run)
              5 |   await base44.asServiceRole.entities.Task.deleteMany({ id: { $in: Array.from(rows, (row) => row.id) } });"
    `);
  });

  test.each([
    [
      'through a filter by nothing',
      'const sr = base44.asServiceRole;\n  const rows = await sr.entities.Task.filter({});\n  for (const row of rows) await sr.entities.Task.delete(row.id);',
    ],
    [
      'through a helper that takes the handle',
      'const empty = async (entity) => {\n    const rows = await entity.list();\n    for (const row of rows) await entity.delete(row.id);\n  };\n  await empty(base44.asServiceRole.entities.Task);',
    ],
  ])('%s', (_, body) => expect(run(rule, backend(body))).toMatchObject([{ severity: 'high' }]));

  test.each([
    [
      'rows by a condition',
      'const sr = base44.asServiceRole;\n  const rows = await sr.entities.Task.filter({ done: true });\n  for (const row of rows) await sr.entities.Task.delete(row.id);',
    ],
    [
      'all rows, on a condition',
      'const sr = base44.asServiceRole;\n  const rows = await sr.entities.Task.list();\n  for (const row of rows) if (row.done) await sr.entities.Task.delete(row.id);',
    ],
    [
      "the caller's rows",
      'const rows = await base44.entities.Task.list();\n  for (const row of rows) await base44.entities.Task.delete(row.id);',
    ],
    [
      'rows picked in code',
      'const sr = base44.asServiceRole;\n  const rows = await sr.entities.Task.list();\n  for (const row of rows.filter((one) => one.done)) await sr.entities.Task.delete(row.id);',
    ],
  ])('not %s', (_, body) => expect(run(rule, backend(body))).toMatchObject([{ severity: 'medium' }]));
});

describe('a helper that deletes one, called in a loop', () => {
  test.each([
    ['for each record', 'export const clear = (rows) => { for (const row of rows) remove(row.id); };', 1],
    ['always for the same one', 'export const clear = (rows, id) => { for (const row of rows) remove(id); };', 0],
    ['for a few that are written down', "export const clear = () => { for (const id of ['a', 'b']) remove(id); };", 0],
    ['for nothing', 'export const clear = (rows) => { for (const row of rows) remove(); };', 0],
  ])('%s', (_, code, count) => {
    const helper = 'const remove = async (id) => { await base44.entities.Task.delete(id); };';
    expect(run(rule, page(`${helper}\n${code}`))).toHaveLength(count);
  });

  test('is drawn at the delete, with the loop as evidence', () => {
    const sample = page(
      'async function remove(row) {\n  await base44.entities.Task.delete(row.id);\n}\nexport async function clear(rows) {\n  for (const row of rows) await remove(row);\n}',
    );
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    expect(finding!.suggestions).toEqual([]);
    expect(finding!.evidence.map(({ start, end }) => sample.code.slice(start, end))).toEqual([
      'for (const row of rows) await remove(row);',
    ]);
  });

  test.each([
    [
      'handed to map by its name',
      'const remove = (id) => base44.entities.Task.delete(id);\nexport const clear = (ids) => Promise.all(ids.map(remove));',
    ],
    [
      'called with the id',
      'const remove = (id) => base44.entities.Task.delete(id);\nexport const clear = (rows) => Promise.all(rows.map((row) => remove(row.id)));',
    ],
    [
      'with retries',
      'async function remove(id) {\n  for (let i = 0; i < 3; i++) {\n    try {\n      return await base44.entities.Task.delete(id);\n    } catch {}\n  }\n}\nexport async function clear(ids) {\n  for (const id of ids) await remove(id);\n}',
    ],
  ])('%s', (_, code) => expect(run(rule, page(code))).toHaveLength(1));

  test.each([
    ['mutateAsync', 'for (const id of ids) await remove.mutateAsync(id);', 1],
    ['mutate', 'ids.forEach((id) => remove.mutate(id));', 1],
    ['handed to map', 'await Promise.all(ids.map((id) => remove.mutateAsync(id)));', 1],
    ['destructuring', 'const { mutateAsync: removeOne } = remove;\n    for (const id of ids) await removeOne(id);', 1],
    ['one click, one record', 'remove.mutate(ids.chosen);', 0],
    ['something else of the same name', 'for (const id of ids) await other.mutateAsync(id);', 0],
    ['reset in a loop', 'for (const id of ids) remove.reset(id);', 0],
  ])('a mutation: %s', (_, loop, count) => {
    const code = `export function Tasks({ ids }) {
  const remove = useMutation({ mutationFn: (id) => base44.entities.Task.delete(id) });
  const clear = async () => {
    ${loop}
  };
  return <button onClick={clear} />;
}`;
    expect(run(rule, page(code))).toHaveLength(count);
  });

  test.each([
    [
      'that calls itself with the rest',
      'export async function clear([first, ...rest]) {\n  if (!first) return;\n  await base44.entities.Task.delete(first.id);\n  await clear(rest);\n}',
    ],
  ])('in a function %s', (_, code) => expect(run(rule, page(code))).toHaveLength(1));

  test('a function that tries the same record again is clean', () => {
    expectClean(
      rule,
      page(
        'export async function remove(id, attempt = 0) {\n  try {\n    await base44.entities.Task.delete(id);\n  } catch (error) {\n    if (attempt < 3) await remove(id, attempt + 1);\n  }\n}',
      ),
    );
  });
});

test('a queue of operations that is played back is clean', () => {
  const code = `for (const op of rows) {
    if (op.kind === 'create') await base44.entities.Task.create(op.data);
    else if (op.kind === 'update') await base44.entities.Task.update(op.id, op.data);
    else await base44.entities.Task.delete(op.id);
  }`;
  expectClean(rule, within(code));
});

// Every turn may name another entity, so there is no one request for all of them.
test.each([
  ['named by the element', 'for (const op of rows) await base44.entities[op.entity].delete(op.id);'],
  ['either id', 'for (const op of rows) await base44.entities[op.entity].delete(byId.id ?? op.id);'],
  [
    'through constants',
    'for (const op of rows) {\n    const { entity, id } = op;\n    await base44.entities[entity].delete(id);\n  }',
  ],
  [
    'a handle of each turn',
    'for (const op of rows) {\n    const table = base44.entities[op.entity];\n    await table.delete(op.id);\n  }',
  ],
  ['looked up by the element', 'for (const op of rows) await base44.entities[groups[op.kind]].delete(op.id);'],
])('deletions whose entity differs from turn to turn are clean: %s', (_, code) => expectClean(rule, within(code)));

test('an entity of the loop around is the same for all its records', () => {
  const code = 'for (const name of groups) for (const id of byId[name]) await base44.entities[name].delete(id);';
  expect(run(rule, within(code))).toHaveLength(1);
});

describe('a delete in a catch or finally inside the loop', () => {
  const inLoop = (attempt: string, recovery: string) =>
    within(`for (const row of rows) {\n    try {\n      ${attempt}\n    } ${recovery}\n  }`);
  const remove = 'await base44.entities.Task.delete(row.id);';

  test.each([
    ['a second try, which is part of the first', inLoop(remove, `catch { ${remove} }`), 1],
    ['the only delete of the loop', inLoop('await archive(row);', `finally { ${remove} }`), 1],
  ])('%s', (_, sample, count) => expect(run(rule, sample)).toHaveLength(count));
});

test('in a file that nothing imports it is low', () => {
  const sample = within('for (const id of ids) await base44.entities.Task.delete(id);');
  expect(run(rule, { ...sample, app: { unimported: [sample.file ?? ''] } })).toMatchObject([{ severity: 'low' }]);
});

describe('look-alikes stay clean', () => {
  test.each([
    [
      'retry until it works',
      'while (true) {\n    try {\n      await base44.entities.Task.delete(ids[0]);\n      return;\n    } catch {}\n  }',
    ],
    [
      'counted retries',
      'for (let i = 0; i < 3; i++) {\n    try {\n      await base44.entities.Task.delete(selected);\n      break;\n    } catch {}\n  }',
    ],
    [
      'compensation',
      'const made = [];\n  try {\n    for (const row of rows) made.push(await base44.entities.Task.create(row));\n  } catch (error) {\n    for (const one of made) await base44.entities.Task.delete(one.id);\n    throw error;\n  }',
    ],
    [
      'rollback closures',
      'const undo = [];\n  for (const row of rows) {\n    const created = await base44.entities.Task.create(row);\n    undo.push(() => base44.entities.Task.delete(created.id));\n  }',
    ],
    [
      'create, then delete',
      'for (const row of rows) {\n    const canary = await base44.entities.Task.create(row);\n    await base44.entities.Task.delete(canary.id);\n  }',
    ],
    [
      'a related row, on a condition',
      'for (const row of rows) {\n    const note = await base44.entities.Note.get(row.note_id);\n    if (note.empty) await base44.entities.Note.delete(note.id);\n  }',
    ],
    [
      'the same record in every turn',
      'for (const row of rows) if (row.last) await base44.entities.Task.delete(selected);',
    ],
    ['two known records', "for (const id of ['first', 'second']) await base44.entities.Task.delete(id);"],
    ['a Map', 'const waiting = new Map();\n  for (const id of ids) waiting.delete(id);'],
    [
      'a Set of the state',
      'setSelected((before) => {\n    const next = new Set(before);\n    ids.forEach((id) => next.delete(id));\n    return next;\n  });',
    ],
    [
      'address parameters',
      'const params = new URLSearchParams(location.search);\n  for (const id of ids) params.delete(id);',
    ],
    ['caches', 'for (const name of await caches.keys()) await caches.delete(name);'],
  ])('%s', (_, body) => expectClean(rule, within(body)));

  test.each([
    [
      'a rendered list',
      page(
        'const remove = (id) => base44.entities.Task.delete(id);\nexport const List = ({ rows }) => rows.map((row) => <button onClick={() => remove(row.id)} />);',
      ),
    ],
    [
      'a rendered list with the call in place',
      page(
        'export const List = ({ rows }) => rows.map((row) => <button key={row.id} onClick={() => base44.entities.Task.delete(row.id)} />);',
      ),
    ],
    [
      'Supabase',
      page(
        "import { supabase } from '@/lib/supabase';\nfor (const id of ids) await supabase.from('tasks').delete().eq('id', id);",
      ),
    ],
    [
      'a facade over functions',
      page("import { TaskAPI } from '@/lib/api';\nfor (const id of ids) await TaskAPI.delete(id);"),
    ],
    ['text in docs', page('export const docs = `for (const id of ids) await base44.entities.Task.delete(id);`;')],
    [
      'a test that cleans up',
      page('for (const id of ids) await base44.entities.Task.delete(id);', 'src/lib/tasks.test.js'),
    ],
    ['a script', page('for (const id of ids) await base44.entities.Task.delete(id);', 'scripts/clean.js')],
  ])('%s', (_, sample) => expectClean(rule, sample));
});
