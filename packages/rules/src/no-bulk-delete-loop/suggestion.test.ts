import { runInNewContext } from 'node:vm';
import { recogniseText } from '@base44-lint/model';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { apply } from '../testing/edits.js';
import { run, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const within = (body: string, file = 'src/lib/clear.js'): Sample => ({
  file,
  code: `import { base44 } from '@/api/base44Client';\nexport async function clear(rows, data) {\n${body}\n}`,
});

/** What the body reads after the suggestion was taken; null where none is offered. */
function rewritten(sample: Sample): string | null {
  const findings = run(rule, sample);
  expect(findings).toHaveLength(1);
  const [suggestion] = findings[0]!.suggestions;
  if (!suggestion) return null;
  const code = apply(sample.code, suggestion.edits);
  // Parsers that recover would let `rows? }` pass.
  expect(recogniseText(code, sample.file!).problems, code).toEqual([]);
  return bodyOf(code);
}

const bodyOf = (code: string): string => code.split('\n').slice(2, -1).join('\n');

/** Ids that a body really deletes, and what it returns; queries travel as JSON. */
async function effect(body: string, rows: unknown): Promise<{ deleted: readonly string[]; answer: unknown }> {
  const deleted: string[] = [];
  const Task = {
    delete: (id: string) => Promise.resolve(deleted.push(id)).then(() => ({ success: true })),
    deleteMany: (query: object) => {
      const { id } = JSON.parse(JSON.stringify(query)) as { id?: { $in?: unknown } };
      if (!Array.isArray(id?.$in)) return Promise.reject(new Error('a query without ids'));
      return Promise.resolve(deleted.push(...(id.$in as string[]))).then(() => ({ success: true }));
    },
  };
  const context = { base44: { entities: { Task } }, rows, data: { rows }, answer: undefined };
  await runInNewContext(`(async () => {\n${body}\n})().then((value) => { answer = value; })`, context);
  return { deleted: deleted.sort(), answer: context.answer };
}

async function expectSameEffect(body: string, rows: unknown): Promise<boolean> {
  const after = rewritten(within(body));
  if (after === null) return false;
  const [before, now] = [await effect(body, rows), await effect(after, rows)];
  expect(before.deleted).toEqual(['a', 'b', 'c']);
  expect(now, after).toEqual(before);
  return true;
}

const ids = ['a', 'b', 'c'];
const records = ids.map((id) => ({ id }));

describe('offered', () => {
  test.each([
    [
      'for-of',
      'for (const row of rows) await base44.entities.Task.delete(row.id);',
      'await base44.entities.Task.deleteMany({ id: { $in: Array.from(rows, (row) => row.id) } });',
    ],
    [
      'for-of with braces',
      'for (const id of rows) {\n  await base44.entities.Task.delete(id);\n}',
      'await base44.entities.Task.deleteMany({ id: { $in: [...rows] } });',
    ],
    [
      'Promise.all',
      'await Promise.all(rows.map((row) => base44.entities.Task.delete(row.id)));',
      'await base44.entities.Task.deleteMany({ id: { $in: Array.from(rows, (row) => row.id) } });',
    ],
    [
      'Promise.all over lines',
      'await Promise.all(\n  data.rows.map(async (id) => await base44.entities.Task.delete(id)),\n);',
      'await base44.entities.Task.deleteMany({ id: { $in: [...data.rows] } });',
    ],
    [
      'Promise.all over a callback with a block',
      'await Promise.all(rows.map(async (id) => {\n  await base44.entities.Task.delete(id);\n}));',
      'await base44.entities.Task.deleteMany({ id: { $in: [...rows] } });',
    ],
    [
      'Promise.all over a callback that returns',
      'await Promise.all(rows.map((id) => {\n  return base44.entities.Task.delete(id);\n}));',
      'await base44.entities.Task.deleteMany({ id: { $in: [...rows] } });',
    ],
    [
      'a copy of a selection',
      'await Promise.all([...rows].map((id) => base44.entities.Task.delete(id)));',
      'await base44.entities.Task.deleteMany({ id: { $in: [...rows] } });',
    ],
  ])('%s', (_, body, expected) => {
    expect(rewritten(within(body))).toBe(expected);
  });

  test('a Set of selected ids is copied first, so it arrives as a list', async () => {
    expect(
      await expectSameEffect(
        'await Promise.all([...rows].map((id) => base44.entities.Task.delete(id)));',
        new Set(ids),
      ),
    ).toBe(true);
  });

  test('with a title that says what is lost', () => {
    const [finding] = run(rule, within('for (const id of rows) await base44.entities.Task.delete(id);'));
    expect(finding!.suggestions.map(({ title }) => title)).toEqual([
      expect.stringContaining('what your code does per record does not run'),
    ]);
  });
});

describe('not offered where the body does more, or other things, than delete', () => {
  test.each([
    [
      'a second statement',
      'for (const row of rows) {\n  await base44.entities.Task.delete(row.id);\n  await base44.entities.Log.create({ row });\n}',
    ],
    [
      'a statement before',
      'for (const row of rows) {\n  console.log(row);\n  await base44.entities.Task.delete(row.id);\n}',
    ],
    ['a condition', 'for (const row of rows) if (row.stale) await base44.entities.Task.delete(row.id);'],
    ['progress', 'await Promise.all(rows.map((id) => base44.entities.Task.delete(id).then(tick)));'],
    [
      'failures taken one by one',
      'await Promise.all(rows.map((id) => base44.entities.Task.delete(id).catch(() => null)));',
    ],
    ['failures collected', 'await Promise.allSettled(rows.map((id) => base44.entities.Task.delete(id)));'],
    ['try', 'for (const id of rows) {\n  try {\n    await base44.entities.Task.delete(id);\n  } catch {}\n}'],
    ['a destructured element', 'for (const { id } of rows) await base44.entities.Task.delete(id);'],
    ['more promises', 'await Promise.all([...rows.map((id) => base44.entities.Task.delete(id)), data.other]);'],
    ['forEach', 'rows.forEach((id) => base44.entities.Task.delete(id));'],
    [
      'a comment that would be lost',
      'for (const id of rows) {\n  // the archive keeps a copy\n  await base44.entities.Task.delete(id);\n}',
    ],
    ['an index', 'for (let i = 0; i < rows.length; i++) await base44.entities.Task.delete(rows[i]);'],
    ['promises that nobody awaits', 'for (const id of rows) base44.entities.Task.delete(id);'],
    [
      'promises that nobody awaits in a block',
      'await Promise.all(rows.map((id) => {\n  base44.entities.Task.delete(id);\n}));',
    ],
    ['a Promise.all that nobody awaits', 'Promise.all(rows.map((id) => base44.entities.Task.delete(id)));'],
    ['answers that are returned', 'return Promise.all(rows.map((id) => base44.entities.Task.delete(id)));'],
    ['either of two ids', 'for (const row of rows) await base44.entities.Task.delete(row.id || row._id);'],
  ])('%s', (_, body) => expect(rewritten(within(body))).toBeNull());
});

describe('the same records are deleted', () => {
  // A Set or a Map's values have no `map` and are no list in JSON, so the rewrite copies them first.
  test.each([
    ['a list of ids', 'for (const id of rows) await base44.entities.Task.delete(id);', ids],
    ['a Set of ids', 'for (const id of rows) await base44.entities.Task.delete(id);', new Set(ids)],
    ['a Set of rows', 'for (const row of rows) await base44.entities.Task.delete(row.id);', new Set(records)],
    ['a member', 'for (const row of data.rows) await base44.entities.Task.delete(row.id);', records],
    [
      'a constant of an iterator',
      'const all = rows.values();\nfor (const row of all) await base44.entities.Task.delete(row.id);',
      new Map(records.map((row) => [row.id, row])),
    ],
  ])('%s', async (_, body, rows) => expect(await expectSameEffect(body, rows)).toBe(true));

  // Each of these looks simple; a careless rewrite throws, sends a query without ids, or changes what the code answers.
  test.each([
    ['a fallback', 'for (const row of data.none ?? rows) await base44.entities.Task.delete(row.id);'],
    ['a part', 'for (const id of rows.slice(0)) await base44.entities.Task.delete(id);'],
    ['keys', 'for (const id of Object.keys(rows)) await base44.entities.Task.delete(id);'],
    ['`await`', 'for (const row of await data.load()) await base44.entities.Task.delete(row.id);'],
    ['a new Set', 'for (const id of new Set(rows)) await base44.entities.Task.delete(id);'],
    ['values', 'for (const row of rows.values()) await base44.entities.Task.delete(row.id);'],
    ['`rows?.map`', 'await Promise.all(rows?.map((id) => base44.entities.Task.delete(id)));'],
    [
      'answers that are used',
      'const done = await Promise.all(rows.map((id) => base44.entities.Task.delete(id)));\nreturn done.length;',
    ],
  ])('no rewrite for %s', (_, body) => expect(rewritten(within(body))).toBeNull());

  // `{ id: { $in: undefined } }` travels as `{ id: {} }`; the loop would have thrown.
  test('a list that may be undefined is offered no query without ids', () => {
    expect(rewritten(within('for (const id of data?.rows) await base44.entities.Task.delete(id);'))).toBeNull();
  });

  test('no rewrite for an entity that only the run decides', () => {
    expect(rewritten(within('for (const op of rows) await base44.entities[data.name].delete(op.id);'))).toBeNull();
  });

  test('`as` binds less than `.map`', () => {
    const body = 'for (const row of data as Row[]) await base44.entities.Task.delete(row.id);';
    expect(rewritten(within(body, 'src/lib/clear.ts'))).toBeNull();
  });

  test('a look-alike client, which may have no deleteMany, is not offered it', () => {
    const code =
      "import { createClient } from '@base44/sdk';\nconst sdk = createClient();\nsdk.entities = { Task: table('tasks') };\nexport async function clear(ids) {\n  for (const id of ids) await sdk.entities.Task.delete(id);\n}";
    expect(rewritten({ file: 'src/lib/clear.js', code })).toBeNull();
  });
});

describe('any way to write the loop', () => {
  const space = fc.constantFrom('', ' ');
  const gap = fc.constantFrom(' ', '\n    ');
  const variable = fc.constantFrom('row', 'r', 'item', 'taskId', '_x', '$row', 'id2');
  const list = fc.constantFrom(
    'rows',
    '[...rows]',
    'data.rows',
    'rows.slice()',
    '(rows)',
    'rows.filter(Boolean)',
    "data['rows']",
  );
  const task = fc.constantFrom('base44.entities.Task', "base44.entities['Task']", 'base44?.entities.Task');
  const common = fc.record({
    variable,
    list,
    task,
    byId: fc.boolean(),
    semicolon: fc.boolean(),
    space,
    gap,
    awaits: fc.boolean(),
  });

  const forOf = fc
    .record({ common, keyword: fc.constantFrom('const', 'let', 'var'), braces: fc.boolean() })
    .map(({ common: c, keyword, braces }) => {
      const call = `${c.awaits ? 'await ' : ''}${c.task}.delete(${c.variable}${c.byId ? '.id' : ''})${c.semicolon ? ';' : ''}`;
      const head = `for${c.space}(${c.space}${keyword} ${c.variable} of ${c.list}${c.space})`;
      return { byId: c.byId, body: braces ? `${head}${c.space}{${c.gap}${call}${c.gap}}` : `${head}${c.gap}${call}` };
    });
  const each = fc
    .record({
      common,
      method: fc.constantFrom('all', 'allSettled'),
      isAsync: fc.boolean(),
      parens: fc.boolean(),
      comma: fc.constantFrom('', ','),
      block: fc.boolean(),
    })
    .map(({ common: c, method, isAsync, parens, comma, block }) => {
      const call = `${isAsync && c.awaits ? 'await ' : ''}${c.task}.delete(${c.variable}${c.byId ? '.id' : ''})`;
      const param = parens ? `(${c.space}${c.variable}${c.space})` : c.variable;
      const callback = `${isAsync ? 'async ' : ''}${param}${c.space}=>${c.gap}${block ? `{ return ${call}; }` : call}`;
      const body = `await Promise.${method}(${c.gap}${c.list}.map(${c.space}${callback}${c.space})${comma}${c.gap})${c.semicolon ? ';' : ''}`;
      return { byId: c.byId, body };
    });

  test('has one finding; its rewrite, if any, parses, is clean and deletes the same records', async () => {
    let offered = 0;
    const shapes = fc.oneof(forOf, each);
    await fc.assert(
      fc.asyncProperty(shapes, async ({ body, byId }) => {
        if (await expectSameEffect(body, byId ? records : ids)) offered++;
      }),
      { numRuns: 300 },
    );
    expect(offered).toBeGreaterThan(30);
  });
});
