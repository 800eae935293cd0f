import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { appOf, viewOf } from '../testing/sample.js';
import { rule } from './index.js';

const page = (code: string, extra: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Shop.jsx',
  ...extra,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});
const within = (body: string, extra: Partial<Sample> = {}): Sample =>
  page(`export async function change(product, id, { amount, form, rows, delta }) {\n  ${body}\n}`, extra);
const number = { properties: { stock: { type: 'number' }, views: { type: 'integer' }, label: { type: 'string' } } };

describe('a number computed from the row read before', () => {
  test('is drawn', () => {
    const body = `const product = await base44.entities.Product.get(id);
  await base44.entities.Product.update(id, { stock: product.stock - amount });`;
    expect(squiggled(rule, within(body))).toMatchInlineSnapshot(`
      "  4 |   await base44.entities.Product.update(id, { stock: product.stock - amount });
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain Two requests at once both read \`stock\` of Product and write back their own result, so one of the changes is lost.
          advice: Let the server add or subtract: \`updateMany({ id }, { $inc: { stock: change } })\`; a condition such as \`$gte\` in its query keeps the number from falling below zero."
    `);
  });

  test('an atomic change is clean', () => {
    expectClean(
      rule,
      within(
        'await base44.entities.Product.updateMany({ id, stock: { $gte: amount } }, { $inc: { stock: -amount } });',
      ),
    );
  });
});

test.each([
  ['plus a literal', '{ stock: product.stock + 1 }'],
  ['a default', '{ stock: (product.stock || 0) + amount }'],
  ['a nullish default', '{ stock: (product.stock ?? 0) + amount }'],
  ['optional chaining', '{ stock: (product?.stock || 0) - amount }'],
  ['Number()', '{ stock: Number(product.stock) + Number(amount) }'],
  ['Math.max', '{ stock: Math.max(0, product.stock - amount) }'],
  ['rounded text', '{ stock: Number((product.stock - amount).toFixed(2)) }'],
  ['several terms', '{ stock: product.stock + 2 * amount - delta }'],
  ['a condition', '{ stock: amount ? product.stock - amount : product.stock }'],
  ['beside other fields', "{ stock: product.stock - 1, status: 'sold' }"],
])('%s', (_, data) =>
  expect(run(rule, within(`await base44.entities.Product.update(product.id, ${data});`))).toMatchObject([
    { severity: 'medium', confidence: 'certain' },
  ]),
);

test.each([
  [
    'the value in a constant',
    'const stock = product.stock - amount;\n  await base44.entities.Product.update(product.id, { stock });',
  ],
  [
    'the former value in a constant',
    'const { stock: before = 0 } = product;\n  const now = product.stock - amount;\n  await base44.entities.Product.update(product.id, { stock: now });',
  ],
  [
    'data in a constant',
    'const data = { stock: product.stock - amount };\n  await base44.entities.Product.update(product.id, data);',
  ],
  [
    'the first row of a filter',
    'const [one] = await base44.entities.Product.filter({ sku: id });\n  await base44.entities.Product.update(one.id, { stock: one.stock - amount });',
  ],
  [
    'a row that is looked for in two ways',
    'let one = null;\n  if (id) { const found = await base44.entities.Product.filter({ id }); if (found.length > 0) one = found[0]; }\n  if (!one) { const found = await base44.entities.Product.filter({ sku: id }); if (found.length > 0) one = found[0]; }\n  if (!one) return;\n  await base44.entities.Product.update(one.id, { stock: one.stock - amount });',
  ],
  [
    'rows for a list of ids that was put together',
    'for (const key of [id, ...JSON.parse(more)]) {\n    const found = await base44.entities.Product.filter({ id: key });\n    await base44.entities.Product.update(found[0].id, { stock: found[0].stock - amount });\n  }',
  ],
  [
    'a row found in a list',
    'const all = await base44.entities.Product.list();\n  const one = all.find((row) => row.id === id);\n  await base44.entities.Product.update(one.id, { stock: one.stock - amount });',
  ],
  [
    'a row filtered by the same id',
    'const found = await base44.entities.Product.filter({ id });\n  await base44.entities.Product.update(id, { stock: found[0].stock - amount });',
  ],
  [
    'rows of a loop',
    'for (const row of rows) await base44.entities.Product.update(row.id, { stock: row.stock - amount });',
  ],
  [
    'rows kept by id',
    'const byId = {};\n  for (const row of rows) byId[row.id] = row;\n  for (const [key, count] of Object.entries(form)) {\n    const row = byId[key];\n    await base44.entities.Product.update(key, { stock: row.stock - count });\n  }',
  ],
  [
    'a Map by id',
    'const byId = new Map(rows.map((row) => [row.id, row]));\n  const row = byId.get(id);\n  await base44.entities.Product.update(id, { stock: row.stock - amount });',
  ],
  [
    'a read whose error is caught',
    'const found = await base44.entities.Product.filter({ id }).catch(() => []);\n  await base44.entities.Product.update(id, { stock: found[0].stock - amount });',
  ],
  [
    'a caught error',
    'await base44.entities.Product.update(product.id, { stock: product.stock - amount }).catch(() => null);',
  ],
  [
    'service alias',
    'const sr = base44.asServiceRole;\n  await sr.entities.Product.update(product.id, { stock: product.stock - amount });',
  ],
  ['bracket entity', "await base44.entities['Product'].update(product.id, { stock: product.stock - amount });"],
])('through %s', (_, body) => expect(run(rule, within(body))).toHaveLength(1));

test('in a mutation that is handed the former value', () => {
  const code =
    'export const useSell = () => useMutation({ mutationFn: ({ id, stock }) => base44.entities.Product.update(id, { stock: stock - 1 }) });';
  expect(run(rule, page(code))).toHaveLength(1);
});

test('in TypeScript, with casts', () => {
  const code =
    'export const sell = (row: { id: string; stock?: number }) => (base44 as any).entities.Product.update(row.id!, { stock: (row.stock as number) - 1 });';
  expect(run(rule, page(code, { file: 'src/lib/shop.ts' }))).toHaveLength(1);
});

test.each([
  ['a value of the form', '{ stock: Number(form.stock) }'],
  ['another field', '{ total: product.stock * product.price }'],
  ['a row kept under another id', '{ stock: rows[delta].stock + 1 }'],
  ['another row', '{ stock: form.stock + 1 }'],
  ['text that is put together', "{ notes: product.notes + ' checked' }"],
  ['a template', '{ notes: `${product.notes} checked` }'],
  ['plus something that may be text', '{ notes: product.notes + amount }'],
  ['a switch', '{ open: !product.open }'],
  ['a comparison with a text', "{ open: product.open === 'yes' }"],
  ['a comparison with a truth value', '{ open: product.open !== true }'],
  ['a date', '{ due: new Date(product.due).getTime() + 86400000 }'],
  ['a new date', '{ due: new Date(new Date(product.due) - 1000) }'],
  ['a sum over rows', '{ total: rows.reduce((sum, row) => sum + row.total, 0) }'],
  ['a count of rows', '{ stock: rows.length - 1 }'],
  ['a list that grows', '{ tags: [...product.tags, amount] }'],
  ['the value as it is', '{ stock: product.stock }'],
])('silent: %s', (_, data) => expectClean(rule, within(`await base44.entities.Product.update(product.id, ${data});`)));

test.each([
  [
    'a row of another entity',
    'const order = await base44.entities.Order.get(id);\n  await base44.entities.Product.update(product.id, { stock: order.stock - 1 });',
  ],
  [
    'undoing in a catch',
    'try {\n    await pay();\n  } catch {\n    await base44.entities.Product.update(product.id, { stock: product.stock + 1 });\n  }',
  ],
  ['create', 'await base44.entities.Product.create({ stock: product.stock - 1 });'],
  ['a Map', 'const map = new Map();\n  map.update(product.id, { stock: product.stock - 1 });'],
])('silent: %s', (_, body) => expectClean(rule, within(body)));

test('silent: fields that the schema calls text, and scripts', () => {
  const schemas = { Product: number };
  expectClean(
    rule,
    within('await base44.entities.Product.update(product.id, { label: product.label + 1 });', { schemas }),
  );
  expectClean(
    rule,
    within('await base44.entities.Product.update(product.id, { stock: product.stock - 1 });', {
      file: 'scripts/fix.test.js',
    }),
  );
});

test('the schema, or the name, settles what `+` does', () => {
  const body = 'await base44.entities.Product.update(product.id, { views: product.views + amount });';
  expectClean(rule, within(body));
  expect(run(rule, within(body, { schemas: { Product: number } }))).toHaveLength(1);
  expect(run(rule, within(body.replaceAll('views', 'stock')))).toHaveLength(1);
});

describe('severity', () => {
  const severityOf = (entity: string, data: string, extra: Partial<Sample> = {}) =>
    run(rule, within(`await base44.entities.${entity}.update(product.id, ${data});`, extra)).map(
      ({ severity }) => severity,
    );

  test.each([
    ['Wallet', '{ balance: product.balance - 1 }', 'medium'],
    ['Event', '{ seats_left: product.seats_left - 1, seats: product.seats - 1 }', 'medium'],
    ['Coupon', '{ used_count: product.used_count + 1 }', 'medium'],
    ['LoyaltyCard', '{ points: product.points + 1 }', 'medium'],
    ['Prompt', '{ times_used: product.times_used + 1 }', 'low'],
    ['Course', '{ points: product.points + 1 }', 'low'],
    ['Post', '{ views: product.views + 1 }', 'low'],
    ['Task', '{ order: product.order - 1 }', 'low'],
    ['Product', '{ stock_count: product.stock_count + 1 }', 'low'],
  ])('%s %s: %s', (entity, data, severity) => expect(severityOf(entity, data)).toEqual([severity]));

  test('low in the browser where only the owner writes the row', () => {
    const owned = { rls: { update: { created_by: '{{user.email}}' } }, properties: { balance: { type: 'number' } } };
    const data = '{ balance: product.balance - 1 }';
    expect(severityOf('Purse', data, { schemas: { Purse: owned } })).toEqual(['low']);
    expect(severityOf('Purse', data, { schemas: { Purse: owned }, file: 'base44/functions/pay/entry.ts' })).toEqual([
      'medium',
    ]);
  });
});

test.each([
  ['0.8.6', /^Raise the SDK from 0\.8\.6 to 0\.8\.22 or later/],
  ['0.8.22', /^Let the server add or subtract: `updateMany\(\{ id \}, \{ \$inc: \{ stock: change \} \}\)`/],
  ['0.8.31', /^Let the server/],
  ['0.8.50', /^Let the server/],
])('advice for SDK %s', (sdk, advice) => {
  const [finding] = run(
    rule,
    within('await base44.entities.Product.update(product.id, { stock: product.stock - 1 });', { sdk }),
  );
  expect(finding?.advice).toMatch(advice);
});

describe('the sentence', () => {
  const only = (data: string, entity = '.Product') => {
    const [finding, ...others] = run(rule, within(`await base44.entities${entity}.update(product.id, ${data});`));
    expect(others).toEqual([]);
    return finding!;
  };
  const bound = 'a condition such as `$gte` in its query keeps the number from falling below zero';

  test('names all numbers, and the way for the first', () => {
    expect(only('{ stock: product.stock - amount, sold: product.sold + 1 }')).toMatchObject({
      message:
        'Two requests at once both read `stock` and `sold` of Product and write back their own result, so one of the changes is lost.',
      advice: `Let the server add or subtract: \`updateMany({ id }, { $inc: { stock: change } })\`; ${bound}.`,
      evidence: [],
      suggestions: [],
    });
  });

  test('a number that is written in two branches is named once', () => {
    expect(only('{ stock: amount ? product.stock - amount : product.stock + 1 }').message).toContain('read `stock` of');
  });

  test('the severity is that of the worst', () => {
    expect(only('{ views: product.views + 1, balance: product.balance - 1 }').severity).toBe('medium');
  });

  test('an entity that the run decides is likely', () => {
    expect(only('{ stock: product.stock - 1 }', '[form.kind]')).toMatchObject({
      confidence: 'likely',
      message: expect.stringMatching(/^Two requests at once both read `stock` of /) as string,
    });
  });

  test.each([
    [null, 'From SDK 0.8.22 on let the server add or subtract: '],
    ['0.8.6', 'Raise the SDK from 0.8.6 to 0.8.22 or later and let the server add or subtract: '],
  ])('version %s', (version, start) => {
    const sample = within('await base44.entities.Product.update(product.id, { stock: product.stock - 1 });');
    const app = appOf(sample);
    const sdk = { version, source: 'lock' } as const;
    const [finding] = rule.checkCode!({ app, file: viewOf(sample, app), sdk, options: {} });
    expect(finding!.advice).toBe(`${start}\`updateMany({ id }, { $inc: { stock: change } })\`; ${bound}.`);
  });
});
