import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { documented } from './operators.js';
import { rule } from './index.js';

const page = (code: string, more?: Partial<Sample>): Sample => ({
  file: 'src/pages/Tasks.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  ...more,
});
const found = (code: string, more?: Partial<Sample>) => {
  const sample = page(code, more);
  return run(rule, sample).map(
    ({ span, severity, confidence }) => `${sample.code.slice(span.start, span.end)} ${severity}/${confidence}`,
  );
};

describe('an operator that no version has', () => {
  test('is drawn with what there is instead', () => {
    expect(squiggled(rule, page("base44.entities.Task.filter({ title: { $contains: 'bug' } });")))
      .toMatchInlineSnapshot(`
      "  2 | base44.entities.Task.filter({ title: { $contains: 'bug' } });
          |                                        ^~~~~~~~~ [1]

      [1] medium/certain Queries of Base44 have no \`$contains\`, so this fails, or answers with rows that do not meet the condition.
          advice: Instead, use \`$regex\` for a part of a text, and the plain value for an element of an array field; the documented operators are $all, $and, $elemMatch, $eq, $exists, $gt, $gte, $in, $lt, $lte, $ne, $nin, $nor, $not, $or, $regex, $size."
    `);
  });

  test('is clean once it is written with one that there is', () => {
    expectClean(rule, page("base44.entities.Task.filter({ title: { $regex: 'bug' } });"));
  });

  test('is offered in its own spelling', () => {
    expect(squiggled(rule, page('base44.entities.Task.filter({ id: { "$notIn": ids } });'))).toMatchInlineSnapshot(`
      "  2 | base44.entities.Task.filter({ id: { "$notIn": ids } });
          |                                     ^~~~~~~~ [1]

      [1] medium/certain Queries of Base44 have no \`$notIn\`, so this fails, or answers with rows that do not meet the condition.
          advice: Instead, use \`$nin\`; the documented operators are $all, $and, $elemMatch, $eq, $exists, $gt, $gte, $in, $lt, $lte, $ne, $nin, $nor, $not, $or, $regex, $size.
          suggestion: Write \`$nin\` (the call then reaches only rows that meet the condition)
              2 | base44.entities.Task.filter({ id: { "$nin": ids } });"
    `);
  });

  test.each([
    ['at the root', "Task.filter({ $text: { $search: 'bug' } })", ['$text']],
    ['a function as text', "Task.filter({ $where: 'this.a > this.b' })", ['$where']],
    ['in $or', "Task.filter({ $or: [{ title: { $like: 'a' } }, { note: { $ilike: 'b' } }] })", ['$like', '$ilike']],
    ['in $not', "Task.filter({ title: { $not: { $startsWith: 'a' } } })", ['$startsWith']],
    ['in $elemMatch', "Task.filter({ tags: { $elemMatch: { name: { $contains: 'a' } } } })", ['$contains']],
    ['quoted', "Task.filter({ place: { '$near': [1, 2] } })", ["'$near'"]],
    ['in a list of conditions', 'Task.filter({ $and: [{ a: 1 }, { $expr: x }] })', ['$expr']],
    ['deleteMany', "Task.deleteMany({ title: { $contains: 'a' } })", ['$contains']],
    ['updateMany', "Task.updateMany({ title: { $contains: 'a' } }, { $set: { a: 1 } })", ['$contains']],
    ['count', "Task.count({ title: { $contains: 'a' } })", ['$contains']],
    ['aggregate', "Task.aggregate({ query: { title: { $contains: 'a' } }, groupBy: 'a' })", ['$contains']],
  ])('%s', (_, code, names) => {
    expect(found(`base44.entities.${code};`)).toEqual(names.map((name) => `${name} medium/certain`));
  });

  test('stands where the query is written, not where it is sent', () => {
    const code = "const query = { title: { $like: 'a' } };\nbase44.entities.Task.filter(query);";
    expect(found(code)).toEqual(['$like medium/certain']);
  });

  test('is seen where a caller hands the query over', () => {
    const code = "const load = (query) => base44.entities.Task.filter(query);\nload({ title: { $like: 'a' } });";
    expect(found(code)).toEqual(['query medium/certain']);
  });

  test.each([
    ['service role', 'base44.asServiceRole.entities.Task'],
    ['bracket', "base44.asServiceRole.entities['Task']"],
  ])('TypeScript in a function: %s', (_, handle) => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req: Request) => {
  const base44 = createClientFromRequest(req);
  return Response.json(await ${handle}.filter({ title: { $like: 'a' } } as object));
});`;
    expect(run(rule, { file: 'base44/functions/find/entry.ts', code })).toMatchObject([{ severity: 'medium' }]);
  });

  test('in the two ways that a mass change can go wrong', () => {
    const message = (code: string) => run(rule, page(`base44.entities.Task.${code};`))[0]!.message;
    expect(message('deleteMany({ a: { $like: 1 } })')).toContain('deletes rows without regard to the condition');
    expect(message('updateMany({ a: { $like: 1 } }, { $set: { b: 1 } })')).toContain('changes rows without regard');
  });

  test.each([
    ['$wthin', 'use one of those that there are'],
    ['$regx', 'use `$regex`'],
    ['$exist', 'use `$exists`'],
    ['$between', 'use `$gte` and `$lte`'],
  ])('%s: the advice says what comes nearest', (operator, advice) => {
    expect(run(rule, page(`base44.entities.Task.filter({ a: { ${operator}: 1 } });`))[0]!.advice).toContain(advice);
  });
});

describe('what one version documents and another does not', () => {
  const code = 'base44.entities.Task.filter({ a: { $gte: 1, $lt: 5 }, b: { $in: [1] } });';

  test('one finding a call, where the version is pinned', () => {
    expect(squiggled(rule, page(code, { sdk: '0.8.22' }))).toMatchInlineSnapshot(`
      "  2 | base44.entities.Task.filter({ a: { $gte: 1, $lt: 5 }, b: { $in: [1] } });
          |                                    ^~~~ [1]

      [1] low/possible SDK 0.8.22 hands \`$gte\`, \`$lt\` and \`$in\` to the server without naming them anywhere, so neither types nor documentation say what comes back.
          advice: Pin SDK 0.8.27 or later, whose documentation names these operators."
    `);
  });

  test.each(['0.8.27', '0.8.31', '0.8.50'])('clean with %s', (sdk) => expectClean(rule, page(code, { sdk })));

  test('updateMany documents them earlier', () => {
    expectClean(
      rule,
      page('base44.entities.Task.updateMany({ a: { $gte: 1 } }, { $set: { b: 2 } });', { sdk: '0.8.24' }),
    );
  });

  test('$options is named nowhere and says nothing for sure', () => {
    expect(found("base44.entities.Task.filter({ a: { $regex: 'x', $options: 'i' } });")).toEqual([
      '$options low/possible',
    ]);
  });
});

describe('look-alikes stay clean', () => {
  test.each([
    [
      'every documented operator',
      page(`base44.entities.Task.filter({ a: { ${documented.map((one) => `${one}: []`).join(', ')} } });`),
    ],
    [
      'update operators',
      page('base44.entities.Task.updateMany({ id }, { $push: { tags: 1 }, $currentDate: { at: true } });'),
    ],
    ['data that is written', page('base44.entities.Task.create({ $contains: 1 });')],
    ['a field with a dollar inside', page('base44.entities.Task.filter({ us$: 1 });')],
    ['a value that is text', page("base44.entities.Task.filter({ title: '$near' });")],
    [
      'a query out of sight',
      page("import { query } from '@/lib/query';\nbase44.entities.Task.filter(query); `${query}`;"),
    ],
    ['an array', page('rows.filter({ $where: 1 });')],
    ['text in docs', page("export const docs = `base44.entities.Task.filter({ a: { $like: 'x' } })`;")],
    ['a script', page("base44.entities.Task.filter({ a: { $like: 'x' } });", { file: 'scripts/find.js' })],
    [
      'a look-alike client',
      {
        file: 'src/lib/db.js',
        code: "import { createClient } from '@base44/sdk';\nconst sdk = createClient();\nsdk.entities = { Task: table('tasks') };\nsdk.entities.Task.filter({ a: { $ilike: 'x' } });",
      },
    ],
  ])('%s', (_, sample) => expectClean(rule, sample));
});

describe('what there is instead', () => {
  const only = (code: string, more?: Partial<Sample>) => {
    const [finding, ...others] = run(rule, page(`base44.entities.Task.${code};`, more));
    expect(others).toEqual([]);
    return finding!;
  };

  test.each([
    ['$includes', 'use `$regex` for a part of a text, and the plain value for an element of an array field'],
    ['$has', 'use the plain value, which matches an element of an array field'],
    ['$iLike', 'use `$regex`'],
    ['$notLike', 'use `$not` with `$regex`'],
    ['$startsWith', 'use `$regex` with `^`'],
    ['$endsWith', 'use `$regex` with `$` at its end'],
    ['$nearSphere', 'narrow latitude and longitude with `$gte` and `$lte`, and compute the distance in code'],
    ['$geoIntersects', 'narrow latitude and longitude with `$gte` and `$lte`, and compute the rest in code'],
    ['$between', 'use `$gte` and `$lte`'],
    ['$isNull', 'use `null` as the value, or `$exists`'],
    ['$overlap', 'use `$in` with the values'],
    ['$before', 'use `$lt`'],
    ['$after', 'use `$gt`'],
    ['$not_in', 'use `$nin`'],
    ['$neq', 'use `$ne`'],
    ['$equals', 'use `$eq`'],
    ['$gteq', 'use `$gte`'],
    ['$lteq', 'use `$lte`'],
    ['$exist', 'use `$exists`'],
    ['$telepathy', 'use one of those that there are'],
  ])('%s', (name, clause) => {
    expect(only(`filter({ a: { ${name}: 1 } })`).advice).toBe(
      `Instead, ${clause}; the documented operators are ${documented.join(', ')}.`,
    );
  });

  test.each([
    ["deleteMany({ a: { $like: 'x' } })", 'this fails, or deletes rows without regard to the condition'],
    ["updateMany({ a: { $like: 'x' } }, {})", 'this fails, or changes rows without regard to the condition'],
    ["count({ a: { $like: 'x' } })", 'this fails, or answers with rows that do not meet the condition'],
  ])('%s', (code, outcome) => {
    expect(only(code).message).toBe(`Queries of Base44 have no \`$like\`, so ${outcome}.`);
  });

  test('the options of a pattern', () => {
    expect(only("filter({ a: { $regex: 'x', $options: 'i' } })")).toMatchObject({
      severity: 'low',
      confidence: 'possible',
      message:
        'No SDK version documents `$options`, so this search may tell upper from lower case although it is told not to.',
      advice: 'Write both cases into the pattern (`[Aa]nna`), or keep a lower-case copy of the field and search that.',
      suggestions: [],
    });
  });

  test('a spelling is offered where the key stands, and nowhere else', () => {
    expect(only('filter({ a: { $neq: 1 } })').suggestions).toMatchObject([
      { title: 'Write `$ne` (the call then reaches only rows that meet the condition)', edits: [{ text: '$ne' }] },
    ]);
    expect(only("filter({ a: { ['$neq']: 1 } })").suggestions).toEqual([]);
    expect(only('filter({ a: { $like: 1 } })').suggestions).toEqual([]);
  });

  test('a client of unknown origin is likely to be the one', () => {
    const code = 'export const load = (client) => client.entities.Task.filter({ a: { $like: 1 } });';
    expect(run(rule, { file: 'src/lib/load.js', code })).toMatchObject([{ confidence: 'likely' }]);
  });

  test.each([
    ['in $or of a value out of sight', "filter({ $or: [...more, { a: { $like: 'x' } }] })", ['$like']],
    ['in one of two queries', "filter(all ? {} : { a: { $like: 'x' } })", ['$like']],
    ['in a value of two', "filter({ a: all ? 1 : { $like: 'x' } })", ['$like']],
    ['in a spread', "filter({ ...{ a: { $like: 'x' } } })", ['$like']],
    ['in a spread value', "filter({ a: { ...{ $like: 'x' } } })", ['$like']],
    ['below an unknown operator', "filter({ a: { $like: { $ilike: 'x' } } })", ['$like']],
    ['below an unknown root', 'filter({ $telepathy: [{ a: { $like: 1 } }] })', ['$telepathy']],
    ['in a plain object, which is a value', "filter({ a: { b: { $like: 'x' } } })", []],
    ['in the data of a write', "updateMany({ a: 1 }, { $like: 'x' })", []],
    ['in other methods', "create({ a: { $like: 'x' } })", []],
    ['in other options of aggregate', "aggregate({ metrics: { $like: 'x' } })", []],
  ])('%s', (_, code, names) => {
    const found = run(rule, page(`base44.entities.Task.${code};`, { sdk: '0.8.50' }));
    expect(found.map(({ message }) => /`(\$\w+)`/.exec(message)![1])).toEqual(names);
  });
});
