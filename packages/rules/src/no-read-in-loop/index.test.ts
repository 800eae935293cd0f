import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Orders.jsx'): Sample => ({
  file,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});
/** The body of an async function that has what it needs as parameters. */
const within = (body: string): Sample =>
  page(`export async function load(rows, ids, { groups, user }) {\n  ${body}\n}`);

describe('one read per element', () => {
  test('is drawn', () => {
    const body = 'for (const row of rows) row.customer = await base44.entities.Customer.get(row.customer_id);';
    expect(squiggled(rule, within(body))).toMatchInlineSnapshot(`
      "  3 |   for (const row of rows) row.customer = await base44.entities.Customer.get(row.customer_id);
          |                                                ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/certain This reads Customer once for each element of a list, so the wait grows with the list and a long one runs into the rate limit.
          advice: Read them in one request before the loop, \`filter({ id: { $in: values } })\` with a limit that holds them all, and look each one up in a Map by \`id\`."
    `);
  });

  test('for every row of a table is drawn as medium', () => {
    const body = `const orders = await base44.entities.Order.list();
  return Promise.all(orders.map((order) => base44.entities.OrderLine.filter({ order_id: order.id })));`;
    expect(squiggled(rule, within(body))).toMatchInlineSnapshot(`
      "  4 |   return Promise.all(orders.map((order) => base44.entities.OrderLine.filter({ order_id: order.id })));
          |                                            ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain This reads OrderLine once for every row of another read, so with a few hundred rows it runs into the rate limit and fails for everyone who needs the answer.
          advice: Read them in one request before the loop, \`filter({ order_id: { $in: values } })\` with a limit that holds them all, and look each one up in a Map by \`order_id\`."
    `);
  });

  test('one read for all is clean', () => {
    expectClean(
      rule,
      within(
        "const customers = await base44.entities.Customer.filter({ id: { $in: rows.map((row) => row.customer_id) } }, '', 5000);\n  const byId = new Map(customers.map((one) => [one.id, one]));\n  for (const row of rows) row.customer = byId.get(row.customer_id);",
      ),
    );
  });
});

test.each([
  ['filter by id', 'for (const row of rows) await base44.entities.Customer.filter({ id: row.customer_id });'],
  [
    'filter by two keys',
    "for (const row of rows) await base44.entities.Order.filter({ customer_id: row.id, status: 'open' });",
  ],
  ['map and Promise.all', 'await Promise.all(ids.map((id) => base44.entities.Customer.get(id)));'],
  ['map with catch', 'await Promise.all(ids.map((id) => base44.entities.Customer.get(id).catch(() => null)));'],
  [
    'id in a constant',
    'for (const row of rows) {\n    const id = row.customer_id;\n    await base44.entities.Customer.get(id);\n  }',
  ],
  ['index', 'for (let i = 0; i < ids.length; i++) await base44.entities.Customer.get(ids[i]);'],
  ['nested', 'for (const group of groups) for (const id of group.ids) await base44.entities.Customer.get(id);'],
  ['a condition', 'for (const row of rows) if (row.customer_id) await base44.entities.Customer.get(row.customer_id);'],
  [
    'a look before each write',
    'for (const row of rows) {\n    const [same] = await base44.entities.Customer.filter({ email: row.email });\n    if (!same) names.push(row.email);\n  }',
  ],
  ['bracket entity', "for (const id of ids) await base44.entities['Customer'].get(id);"],
  ['entities alias', 'const db = base44.entities;\n  for (const id of ids) await db.Customer.get(id);'],
  ['service alias', 'const sr = base44.asServiceRole;\n  for (const id of ids) await sr.entities.Customer.get(id);'],
])('%s', (_, body) => expect(run(rule, within(body))).toMatchObject([{ severity: 'low', confidence: 'certain' }]));

test.each([
  [
    'a helper',
    'const read = (id) => base44.entities.Customer.get(id);\nexport const load = (ids) => Promise.all(ids.map((id) => read(id)));',
  ],
  [
    'a client as parameter',
    'const load = (client, ids) => Promise.all(ids.map((id) => client.entities.Customer.get(id)));\nload(base44, []);',
  ],
])('through %s', (_, code) => expect(run(rule, page(code))).toHaveLength(1));

test('in TypeScript, with casts', () => {
  const code =
    'export const load = (ids: unknown[]) => Promise.all((ids as string[]).map((id) => (base44 as any).entities.Customer.get(id!)));';
  expect(run(rule, page(code, 'src/lib/orders.ts'))).toHaveLength(1);
});

test('the key of the query is named in the advice', () => {
  const body = "for (const row of rows) await base44.entities.Order.filter({ customer_id: row.id, status: 'open' });";
  expect(run(rule, within(body))[0]?.advice).toContain('`filter({ customer_id: { $in: values } })`');
});

test.each([
  [
    'paging',
    "for (let skip = 0; ; skip += 100) {\n    const part = await base44.entities.Order.filter({ owner: user.id }, '', 100, skip);\n    if (part.length < 100) break;\n  }",
  ],
  [
    'paging of each',
    "for (const row of rows) {\n    let skip = 0;\n    while (true) {\n      const part = await base44.entities.Order.filter({ customer_id: row.id }, '', 100, skip);\n      if (part.length < 100) break;\n      skip += 100;\n    }\n  }",
  ],
  [
    'retry',
    'for (let i = 0; i < 3; i++) {\n    try {\n      return await base44.entities.Order.get(ids[0]);\n    } catch {}\n  }',
  ],
  [
    'polling',
    'while (true) {\n    const order = await base44.entities.Order.get(user.order_id);\n    if (order.paid) break;\n  }',
  ],
  [
    'chunks',
    'for (let i = 0; i < ids.length; i += 50) await base44.entities.Order.filter({ id: { $in: ids.slice(i, i + 50) } });',
  ],
  ['chunks of a list', 'for (const chunk of groups) await base44.entities.Order.filter({ id: { $in: chunk } });'],
  ['few written out', "for (const status of ['open', 'paid', 'late']) await base44.entities.Order.filter({ status });"],
  ['an entity that differs', 'for (const one of rows) await base44.entities[one.entity].get(one.id);'],
  [
    'ids of each element at once',
    'for (const group of groups) {\n    const ids = group.rows.map((row) => row.id);\n    await base44.entities.Order.filter({ id: { $in: ids } });\n  }',
  ],
  [
    'rows of the parent, not the element',
    'for (const row of rows) await base44.entities.Order.filter({ owner: user.id });',
  ],
  [
    'a second look at the row itself',
    "const jobs = await base44.entities.Job.filter({ status: 'waiting' });\n  for (const job of jobs) {\n    const now = await base44.entities.Job.get(job.id);\n    if (now.status !== 'waiting') continue;\n  }",
  ],
  ['Map', 'const map = new Map(rows.map((row) => [row.id, row]));\n  for (const id of ids) map.get(id);'],
  ['arrays', 'for (const group of groups) group.rows.filter((row) => row.id === group.id);'],
])('silent: %s', (_, body) => expectClean(rule, within(body)));

test('silent: a row component that reads its own record, and scripts', () => {
  expectClean(
    rule,
    page(
      'export default function Orders({ ids }) {\n  return ids.map((id) => <button onClick={() => base44.entities.Order.get(id)} />);\n}',
    ),
  );
  expectClean(
    rule,
    page(
      'export const load = (ids) => Promise.all(ids.map((id) => base44.entities.Order.get(id)));',
      'tests/load.test.js',
    ),
  );
});

describe('severity', () => {
  const loop = 'for (const order of orders) await base44.entities.Customer.get(order.customer_id);';

  test.each([
    ['every row', 'const orders = await base44.entities.Order.list();'],
    ['every row in a state', "const orders = await base44.entities.Order.filter({ status: 'open' });"],
    ['a large page', "const orders = await base44.entities.Order.list('-created_date', 500);"],
  ])('medium: %s', (_, read) =>
    expect(run(rule, within(`${read}\n  ${loop}`))).toMatchObject([{ severity: 'medium' }]),
  );

  test.each([
    ['a small page', "const orders = await base44.entities.Order.list('-created_date', 20);"],
    ['rows of one owner', 'const orders = await base44.entities.Order.filter({ customer_id: user.id });'],
    ['rows picked in code', 'const orders = (await base44.entities.Order.list()).filter((one) => one.late);'],
    ['rows from elsewhere', 'const orders = rows;'],
  ])('low: %s', (_, read) => expect(run(rule, within(`${read}\n  ${loop}`))).toMatchObject([{ severity: 'low' }]));

  test('low in a helper', () => {
    const body =
      'const read = (order) => base44.entities.Customer.get(order.customer_id);\n  const orders = await base44.entities.Order.list();\n  await Promise.all(orders.map((order) => read(order)));';
    expect(run(rule, within(body))).toMatchObject([{ severity: 'low' }]);
  });

  test('low where each read brings more than one request could for all', () => {
    const body =
      "const shops = await base44.entities.Shop.list();\n  for (const shop of shops) await base44.entities.Order.filter({ shop_id: shop.id }, '', 5000);";
    expect(run(rule, within(body))).toMatchObject([{ severity: 'low' }]);
  });
});

describe('the sentence', () => {
  const only = (sample: Sample) => {
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };
  const shared =
    'Read what all elements need in one request before the loop, with `$in` or the condition they share, and look each one up in a Map.';

  test('a query whose two keys come from the element names none', () => {
    const body = 'for (const row of rows) await base44.entities.Order.filter({ customer_id: row.id, day: row.day });';
    expect(only(within(body))).toMatchObject({
      message:
        'This reads Order once for each element of a list, so the wait grows with the list and a long one runs into the rate limit.',
      advice: shared,
      evidence: [],
      suggestions: [],
    });
  });

  test('a query that is put together elsewhere names none', () => {
    const body =
      'for (const row of rows) {\n    const query = { ...row };\n    await base44.entities.Order.filter(query);\n  }';
    expect(run(rule, within(body)).map(({ advice }) => advice)).toEqual([shared]);
  });

  test('a loop in another function is shown', () => {
    const code =
      'const read = (id) => base44.entities.Customer.get(id);\nexport const load = (ids) => Promise.all(ids.map((id) => read(id)));';
    const sample = page(code);
    const { evidence } = only(sample);
    expect(evidence).toMatchObject([{ file: 'src/pages/Orders.jsx', note: 'runs the read for each element' }]);
    expect(sample.code.slice(evidence[0]!.start, evidence[0]!.end)).toBe('(id) => read(id)');
  });

  test.each([
    [
      'whose client nobody knows',
      'export const load = (client, ids) => Promise.all(ids.map((id) => client.entities.Order.get(id)));',
    ],
    [
      'of an entity that the code does not name',
      "import { base44 } from '@/api/base44Client';\nexport const load = (kind, ids) => Promise.all(ids.map((id) => base44.entities[kind].get(id)));",
    ],
  ])('a read %s is likely', (_, code) =>
    expect(run(rule, { file: 'src/lib/load.js', code })).toMatchObject([{ confidence: 'likely' }]),
  );

  test.each([
    [
      'an alternative for each',
      'for (const row of rows) await base44.entities.Order.filter({ $or: [{ a: row.id }] });',
      0,
    ],
    ['both for each', 'for (const row of rows) await base44.entities.Order.filter({ $and: [{ a: row.id }] });', 0],
    [
      'states that are written out beside the element',
      "for (const row of rows) await base44.entities.Order.filter({ owner: row.id, status: { $in: ['a', 'b'] } });",
      1,
    ],
    ['other methods', 'for (const row of rows) await base44.entities.Order.list(row.id);', 0],
    ['999 rows for each', "for (const row of rows) await base44.entities.Order.filter({ owner: row.id }, '', 999);", 1],
  ])('%s', (_, body, count) => expect(run(rule, within(body))).toHaveLength(count));

  test.each([
    ['many rows for each', 1000, 'low'],
    ['few', 999, 'medium'],
  ])('%s', (_, limit, severity) => {
    const body = `const shops = await base44.entities.Shop.list();\n  for (const shop of shops) await base44.entities.Order.filter({ shop_id: shop.id }, '', ${limit});`;
    expect(only(within(body)).severity).toBe(severity);
  });

  test('only where the condition holds for some rows, it is low', () => {
    const body =
      'const orders = await base44.entities.Order.list();\n  for (const order of orders) if (order.late) await base44.entities.Customer.get(order.customer_id);';
    expect(only(within(body)).severity).toBe('low');
  });

  test('a second look by another key, or at another row, is none', () => {
    const jobs = 'const jobs = await base44.entities.Job.list();\n  for (const job of jobs) ';
    expectClean(rule, within(`${jobs}await base44.entities.Job.filter({ id: job.id });`));
    expect(run(rule, within(`${jobs}await base44.entities.Job.filter({ parent: job.id });`))).toHaveLength(1);
    expect(run(rule, within(`${jobs}await base44.entities.Job.filter({ id: job.id, open: true });`))).toHaveLength(1);
    expect(run(rule, within(`${jobs}await base44.entities.Task.get(job.task_id);`))).toHaveLength(1);
  });

  test('a second try is none', () => {
    const body =
      'for (const id of ids) {\n    try { await read(id); } catch { await base44.entities.Order.get(id); }\n  }';
    expectClean(rule, within(body));
  });
});
