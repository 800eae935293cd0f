import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const schemas = {
  Order: { properties: { user_id: string, status: string, order: { type: 'number' } } },
  Patient: { properties: { user_id: string, phone: string, diagnosis: string } },
};
const page = (code: string, more?: Partial<Sample>): Sample => ({
  file: 'src/pages/Orders.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas,
  ...more,
});
const backend = (body: string, more?: Partial<Sample>): Sample => ({
  file: 'base44/functions/report/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req: Request) => {
  const base44 = createClientFromRequest(req);
  ${body}
});`,
  schemas,
  ...more,
});
const found = (sample: Sample) =>
  run(rule, sample).map(
    ({ span, severity, confidence }) => `${sample.code.slice(span.start, span.end)} ${severity}/${confidence}`,
  );

describe('a condition given to list()', () => {
  test('is drawn with who has the rows, and the rewrite', () => {
    expect(squiggled(rule, page('base44.entities.Patient.list({ user_id: user.id });'))).toMatchInlineSnapshot(`
      "  2 | base44.entities.Patient.list({ user_id: user.id });
          |                              ^~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/certain \`list()\` takes no condition, so \`user_id\` has no effect and rows of Patient of every user, with \`diagnosis\` and \`phone\`, reach any user of the app.
          advice: Ask with \`filter({ user_id: … })\`, whose first argument is the condition; \`list()\` only orders and limits.
          evidence: base44/entities/Patient.jsonc: no \`rls\` key
          suggestion: Read with \`filter\` (rows that do not meet the condition are no longer returned)
              2 | base44.entities.Patient.filter({ user_id: user.id });"
    `);
  });

  test('is clean with filter()', () => {
    expectClean(rule, page('base44.entities.Patient.filter({ user_id: user.id });'));
  });

  test('stays a defect where the rules keep others away', () => {
    const Patient = { ...schemas.Patient, rls: { read: { created_by: '{{user.email}}' } } };
    const sample = page("base44.entities.Patient.list({ phone: '1' });", { schemas: { Patient } });
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      "  2 | base44.entities.Patient.list({ phone: '1' });
          |                              ^~~~~~~~~~~~~~ [1]

      [1] medium/certain \`list()\` takes no condition, so \`phone\` has no effect and the read returns rows of Patient that were not asked for.
          advice: Ask with \`filter({ phone: … })\`, whose first argument is the condition; \`list()\` only orders and limits.
          suggestion: Read with \`filter\` (rows that do not meet the condition are no longer returned)
              2 | base44.entities.Patient.filter({ phone: '1' });"
    `);
  });

  test.each([
    ['with an order and a limit after it', "Order.list({ status: 'open' }, '-created_date', 20)"],
    ['in a variable', "Order.list(query); const query = { status: 'open' }"],
    ['in a wrapper of another client', 'Order.list({ where: { user_id: 1 } })'],
    ['a field that is called like an option', 'Order.list({ order: 3 })'],
    ['beside options', "Order.list({ status: 'open', limit: 20 })"],
    ['beside a spread', "Order.list({ ...base, status: 'open' })"],
    ['a function', "Order.list((row) => row.status === 'open')"],
    ['an entity that the export does not hold', "Job.list({ status: 'open' })"],
  ])('%s', (_, code) => {
    expect(run(rule, page(`base44.entities.${code};`))).toMatchObject([{ severity: 'medium', confidence: 'certain' }]);
  });

  test.each([
    ['wrapper', 'Order.list({ where: { user_id: 1 } })'],
    ['options', "Order.list({ status: 'open', limit: 20 })"],
    ['function', 'Order.list((row) => row.open)'],
  ])('no rewrite where it would need more than another name: %s', (_, code) => {
    expect(run(rule, page(`base44.entities.${code};`))[0]!.suggestions).toEqual([]);
  });

  test('the advice does not repeat the wrapper', () => {
    const [finding] = run(rule, page("base44.entities.Order.list({ filter: { status: 'open' }, limit: 20 });"));
    expect(finding!.advice).toContain('`filter({ field: … })`');
  });

  test('with the service role, whose rows a function hands out', () => {
    const rows = "await base44.asServiceRole.entities.Patient.list({ user_id: 'u' })";
    expect(squiggled(rule, backend(`return Response.json(${rows});`))).toMatchInlineSnapshot(`
      "  4 |   return Response.json(await base44.asServiceRole.entities.Patient.list({ user_id: 'u' }));
          |                                                                         ^~~~~~~~~~~~~~~~ [1]

      [1] critical/certain \`list()\` takes no condition, so \`user_id\` has no effect and rows of Patient of every user, with \`diagnosis\` and \`phone\`, reach the caller.
          advice: Ask with \`filter({ user_id: … })\`, whose first argument is the condition; \`list()\` only orders and limits.
          suggestion: Read with \`filter\` (rows that do not meet the condition are no longer returned)
              4 |   return Response.json(await base44.asServiceRole.entities.Patient.filter({ user_id: 'u' }));"
    `);
    expect(found(backend(`const rows = ${rows};\n  return Response.json(rows.length);`))).toEqual([
      "{ user_id: 'u' } medium/certain",
    ]);
  });

  test('is no less wrong with a version that takes options', () => {
    expect(found(page("base44.entities.Order.list({ status: 'open' });", { sdk: '0.8.50' }))).toEqual([
      "{ status: 'open' } medium/certain",
    ]);
  });
});

describe('a query that is no object', () => {
  test.each([
    ["filter('-created_date')", "'-created_date' medium/likely"],
    ['filter(`user:${id}`)', '`user:${id}` medium/likely'],
    ['filter(12)', '12 medium/likely'],
    ['filter([{ a: 1 }])', '[{ a: 1 }] medium/likely'],
    ['filter((row) => row.open)', '(row) => row.open medium/certain'],
  ])('%s', (code, one) => expect(found(page(`base44.entities.Order.${code};`))).toEqual([one]));

  test('an order alone is offered to list()', () => {
    expect(squiggled(rule, page("base44.entities.Order.filter('-created_date', 10);"))).toMatchInlineSnapshot(`
      "  2 | base44.entities.Order.filter('-created_date', 10);
          |                              ^~~~~~~~~~~~~~~ [1]

      [1] medium/likely A query is an object and this is a text, so the read fails or asks for something else than what is meant.
          advice: Name the field that is compared: \`filter({ field: … })\`, or use \`list(order, limit)\` where every row is meant.
          suggestion: Read with \`list\`, which takes the order first (every row that the rules allow is returned)
              2 | base44.entities.Order.list('-created_date', 10);"
    `);
  });

  test('a function asks for nothing, so everything comes', () => {
    expect(squiggled(rule, page('base44.entities.Patient.filter((row) => row.user_id === user.id);')))
      .toMatchInlineSnapshot(`
      "  2 | base44.entities.Patient.filter((row) => row.user_id === user.id);
          |                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/certain A function cannot be sent as a query, so nothing is asked and rows of Patient of every user, with \`diagnosis\` and \`phone\`, reach any user of the app.
          advice: Write the condition as an object, \`filter({ status: … })\`; a function belongs to the \`filter\` of an array.
          evidence: base44/entities/Patient.jsonc: no \`rls\` key"
    `);
  });
});

describe('numbers and objects out of their place', () => {
  test('a number as order is drawn with the rewrite', () => {
    expect(squiggled(rule, page('base44.entities.Order.filter({ status }, 1000);'))).toMatchInlineSnapshot(`
      "  2 | base44.entities.Order.filter({ status }, 1000);
          |                                          ^~~~ [1]

      [1] medium/certain The number stands where \`filter()\` expects the order, so it limits nothing and the read returns as many rows as the default allows.
          advice: The limit comes after the order: \`filter(query, order, limit, skip)\`, with \`undefined\` for an order that does not matter.
          suggestion: Pass the number as the limit (at most that many rows are returned)
              2 | base44.entities.Order.filter({ status }, undefined, 1000);"
    `);
  });

  test('the two may be swapped', () => {
    expect(squiggled(rule, page("base44.entities.Order.list(20, '-created_date');"))).toMatchInlineSnapshot(`
      "  2 | base44.entities.Order.list(20, '-created_date');
          |                            ^~ [1]

      [1] medium/certain The number stands where \`list()\` expects the order, so it limits nothing and the read returns as many rows as the default allows.
          advice: The limit comes after the order: \`list(order, limit, skip)\`, with \`undefined\` for an order that does not matter.
          suggestion: Swap the two (at most that many rows are returned, in this order)
              2 | base44.entities.Order.list('-created_date', 20);"
    `);
  });

  test('a constant is a number too', () => {
    expect(found(page('const PAGE = 50;\nbase44.entities.Order.list(PAGE);'))).toEqual(['PAGE medium/certain']);
  });

  test('one row is found by its id all the same', () => {
    expect(found(page('base44.entities.Order.filter({ id }, 1);'))).toEqual(['1 low/certain']);
  });

  test('an object as limit', () => {
    expect(found(page("base44.entities.Order.list('-created_date', { limit: 5 });"))).toEqual([
      '{ limit: 5 } medium/certain',
    ]);
  });
});

describe('the options object', () => {
  const list = "base44.entities.Order.list({ sort: '-created_date', limit: 20 });";
  const filter = "base44.entities.Order.filter({ status }, { sort: '-created_date', limit: 20 });";

  test.each([list, filter])('has no effect before SDK 0.8.49: %s', (code) => {
    expect(run(rule, page(code))).toMatchObject([{ severity: 'medium', confidence: 'certain' }]);
    expect(run(rule, page(code))[0]!.advice).toContain('order, limit, skip)');
  });

  test.each([list, filter])('is known from then on: %s', (code) => expectClean(rule, page(code, { sdk: '0.8.50' })));

  test('may be known where the version is only a lower bound', () => {
    const sample: Sample = { ...page(list), files: { 'package.json': { dependencies: {} } } };
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk';\nDeno.serve(async (req) => Response.json(await createClientFromRequest(req).entities.Order.list({ limit: 5 })));`;
    expect(
      run(rule, { ...sample, file: 'base44/functions/a/entry.ts', code }).every(({ severity }) => severity !== 'high'),
    ).toBe(true);
  });

  test.each([
    ['page', '`cursor`'],
    ['skip', '`cursor`'],
    ['orderBy', '`sort`'],
    ['pageSize', '`limit`'],
    ['select', '`fields`'],
  ])('an option that there is not: %s', (key, nearest) => {
    const [finding] = run(rule, page(`base44.entities.Order.filter({ status }, { ${key}: 2 });`, { sdk: '0.8.50' }));
    expect(finding!.message).toBe(
      `\`filter()\` has no option \`${key}\`, so it is dropped and the read returns rows as if it were not there.`,
    );
    expect(finding!.advice).toContain(`Use ${nearest};`);
  });

  test('one that resembles none is named as it is', () => {
    const [finding] = run(rule, page('base44.entities.Order.filter({ status }, { hint: 2 });', { sdk: '0.8.50' }));
    expect(finding!.advice).toMatch(/^The options are `sort`/);
  });
});

describe('the sentence', () => {
  const only = (code: string, more?: Partial<Sample>) => {
    const [finding, ...others] = run(rule, page(`base44.entities.${code};`, more));
    expect(others).toEqual([]);
    return finding!;
  };
  const positional = {
    list: 'list(order, limit, skip)',
    filter: 'filter(query, order, limit, skip)',
  };

  test.each([
    ["filter('-created_date')", 'text'],
    ['filter(12)', 'number'],
    ['filter(true)', 'switch'],
    ['filter([])', 'list'],
  ])('%s is a %s', (call, what) => {
    expect(only(`Order.${call}`)).toMatchObject({
      severity: 'medium',
      confidence: 'likely',
      evidence: [],
      message: `A query is an object and this is a ${what}, so the read fails or asks for something else than what is meant.`,
    });
  });

  test.each(["filter('open')", "filter('a-b')", 'filter(12)'])('%s is not offered to list()', (call) =>
    expect(only(`Order.${call}`).suggestions).toEqual([]),
  );

  test("filter('+name') is", () => expect(only("Order.filter('+name')").suggestions).toHaveLength(1));

  test.each([
    ['list', "Order.list('-created_date', { limit: 5 })"],
    ['filter', "Order.filter({ status }, '-created_date', { limit: 5 })"],
  ] as const)('an object as limit of %s', (method, call) => {
    expect(only(call)).toMatchObject({
      message: `An object stands where \`${method}()\` expects the limit, so nothing in it has an effect.`,
      advice: `Pass plain values: \`${positional[method]}\`.`,
      suggestions: [],
    });
  });

  test.each([
    ['list', 'Order.list({ limit: 5, sort: 1 })'],
    ['filter', 'Order.filter({ status }, { limit: 5, sort: 1 })'],
  ] as const)('options of %s that the version does not know', (method, call) => {
    expect(only(call)).toMatchObject({
      message:
        'SDK 0.8.31 sends the object as the order of the rows, so `limit` and `sort` have no effect and the default number of rows comes back.',
      advice: `Use the positional form, \`${positional[method]}\`; the object is known from SDK 0.8.49 on, where it returns one page instead of an array.`,
      suggestions: [],
    });
  });

  test('one option has no effect', () => {
    expect(only('Order.list({ limit: 5 })').message).toContain('so `limit` has no effect and');
  });

  test('options of another client, in an old version, go the same way', () => {
    expect(only('Order.list({ pageSize: 5 })')).toMatchObject({
      severity: 'medium',
      message: expect.stringMatching(/^SDK 0\.8\.31 sends the object .* `pageSize` has no effect/) as string,
    });
  });

  test('two options that there are not are both named', () => {
    const { message, advice } = only('Order.filter({ status }, { hint: 1, skip: 2 })', { sdk: '0.8.50' });
    expect(message).toMatch(/^`filter\(\)` has no option `hint` and `skip`, so it is dropped/);
    expect(advice).toBe(
      'Use `cursor`; the options are `sort`, `limit`, `cursor`, `fields`, `distinct` from SDK 0.8.49, before that `filter(query, order, limit, skip)`.',
    );
  });

  test('a list that is given two conditions names both', () => {
    const { message, advice } = only("Order.list({ status: 'open', user_id: 1, limit: 3 })");
    expect(message).toBe(
      '`list()` takes no condition, so `status` and `user_id` has no effect and rows of Order of every user reach any user of the app.',
    );
    expect(advice).toMatch(/^Ask with `filter\(\{ status: … \}\)`/);
  });

  test('a list that is given a function names it so', () => {
    expect(only('Order.list((row) => row.open)')).toMatchObject({
      message:
        '`list()` takes no condition, so the function has no effect and rows of Order of every user reach any user of the app.',
      advice:
        'Ask with `filter({ field: … })`, whose first argument is the condition; `list()` only orders and limits.',
    });
  });

  test.each(['where', 'filters', 'query', 'conditions', 'q', 'Criteria'])('`%s` is a wrapper', (key) => {
    const found = only(`Order.list({ ${key}: { status: 1 } })`);
    expect(found.advice).toContain('`filter({ field: … })`');
    expect(found.suggestions).toEqual([]);
  });

  test('a word that every object of JavaScript knows is a condition', () => {
    expect(only('Order.list({ constructor: 1 })').message).toMatch(/^`list\(\)` takes no condition, so `constructor`/);
  });

  test.each([
    ['nextCursor', 'cursor'],
    ['after', 'cursor'],
    ['order_by', 'sort'],
    ['sorting', 'sort'],
    ['take', 'limit'],
    ['per_page', 'limit'],
    ['columns', 'fields'],
  ])('%s is called %s here', (key, name) => {
    const { advice } = only(`Order.list({ ${key}: 1 })`, { sdk: '0.8.50' });
    expect(advice).toBe(
      `Use \`${name}\`; the options are \`sort\`, \`limit\`, \`cursor\`, \`fields\`, \`distinct\` from SDK 0.8.49, before that \`list(order, limit, skip)\`.`,
    );
  });

  test('on an admin page it is a defect only', () => {
    const found = only("Order.list({ status: '1' })", { file: 'src/pages/admin/Orders.jsx' });
    expect(found).toMatchObject({ severity: 'medium', evidence: [] });
    expect(found.message).toContain('the read returns rows of Order that were not asked for');
  });

  test("rows that the caller's own client reads in a function stay there", () => {
    const rows = "await base44.entities.Patient.list({ user_id: 'u' })";
    expect(found(backend(`const rows = ${rows};\n  return Response.json(rows.length);`))).toEqual([
      "{ user_id: 'u' } medium/certain",
    ]);
    expect(found(backend(`return Response.json(${rows});`))).toEqual(["{ user_id: 'u' } high/certain"]);
  });

  test('the service role in shared code, whose caller nobody sees, is a defect only', () => {
    const code = "export const rows = (base44) => base44.asServiceRole.entities.Patient.list({ user_id: 'u' });";
    expect(found({ file: 'base44/shared/rows.ts', code, schemas })).toEqual(["{ user_id: 'u' } medium/likely"]);
  });

  test('a number as order of a read by id in list() has none', () => {
    expect(only('Order.filter({ user_id }, 5)').severity).toBe('medium');
  });

  test('a number as order before something that is no text is not swapped', () => {
    const titles = (call: string) => only(call).suggestions.map(({ title }) => title);
    const limit = ['Pass the number as the limit (at most that many rows are returned)'];
    expect(titles('Order.list(20, 40)')).toEqual(limit);
    expect(titles('Order.list(20, order)')).toEqual(limit);
  });
});

describe('look-alikes stay clean', () => {
  test.each([
    ['order and limit', page("base44.entities.Order.list('-created_date', 20, 40);")],
    ['no argument', page('base44.entities.Order.list();')],
    ['null and undefined', page('base44.entities.Order.list(null, 5); base44.entities.Order.filter(undefined);')],
    ['an unknown value', page('export const load = (x) => base44.entities.Order.list(x);')],
    ['a spread alone', page('base44.entities.Order.list({ ...options });')],
    ['an empty object', page('base44.entities.Order.list({});')],
    ['a condition that asks for nothing', page('base44.entities.Order.list({ where: {} });')],
    [
      'a second try with other arguments',
      page(
        'try { await base44.entities.Order.list(); } catch { await base44.entities.Order.list({ where: { a: 1 } }); }',
      ),
    ],
    ['an array', page('rows.filter((row) => row.open); rows.list(3);')],
    ['a facade', page("import { OrderAPI } from '@/lib/api';\nOrderAPI.list({ status: 'open' });")],
    ['a script', page("base44.entities.Order.list({ status: 'open' });", { file: 'scripts/seed.js' })],
    [
      'a look-alike client, which may take anything',
      {
        file: 'src/lib/db.js',
        code: "import { createClient } from '@base44/sdk';\nconst sdk = createClient();\nsdk.entities = { Order: table('orders') };\nsdk.entities.Order.list({ status: 'open' });",
      },
    ],
  ])('%s', (_, sample) => expectClean(rule, sample));
});
