import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, extra: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Shop.jsx',
  ...extra,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});
/** The body of an async function that has what it needs as parameters. */
const within = (body: string, extra: Partial<Sample> = {}): Sample =>
  page(
    `export async function buy(product, wallet, { amount, user, from, to, requestId, toggle }) {\n  ${body}\n}`,
    extra,
  );

const take = 'await base44.entities.Wallet.update(wallet.id, { balance: wallet.balance - amount });';
const order = 'await base44.entities.Order.create({ product_id: product.id, user_id: user.id });';

describe('a balance and a record that belong together', () => {
  test('are drawn at the second write, with the first as evidence', () => {
    const sample = within(`${take}\n  ${order}`);
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      "  4 |   await base44.entities.Order.create({ product_id: product.id, user_id: user.id });
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely When this write to Order fails, \`balance\` of Wallet has changed already, and trying again changes it twice.
          advice: Do both in one backend function that first looks for a record with the key of this request and stops when it is there, change the number with \`$inc\`, and take the first write back in a \`catch\` of the second.
          evidence: src/pages/Shop.jsx: is written before and stays"
    `);
    expect(run(rule, sample)[0]?.evidence.map(({ start, end }) => sample.code.slice(start, end))).toEqual([
      'base44.entities.Wallet.update(wallet.id, { balance: wallet.balance - amount })',
    ]);
  });

  test('the other way round, the sentence says what stays', () => {
    expect(run(rule, within(`${order}\n  ${take}`))[0]?.message).toBe(
      'When this change of `balance` of Wallet fails, what was written to Order stays, and trying again creates it twice.',
    );
    expect(
      run(rule, within(`await base44.entities.Order.update(product.id, { paid: true });\n  ${take}`))[0]?.message,
    ).toBe(
      'When this change of `balance` of Wallet fails, what was written to Order stays, and the two no longer agree.',
    );
  });
});

test.each([
  [
    'stock in a loop, then the order',
    `for (const line of product.lines) {\n    const [row] = await base44.entities.Product.filter({ id: line.id });\n    await base44.entities.Product.update(row.id, { stock: row.stock - line.quantity });\n  }\n  ${order}`,
  ],
  [
    'an atomic change',
    `await base44.entities.Wallet.updateMany({ id: wallet.id }, { $inc: { balance: -amount } });\n  ${order}`,
  ],
  [
    'a movement between two accounts',
    'await base44.entities.Account.update(from.id, { balance: from.balance - amount });\n  await base44.entities.Account.update(to.id, { balance: to.balance + amount });',
  ],
  ['on a condition', `${order}\n  if (amount > 0) {\n    ${take}\n  }`],
  [
    'with service alias',
    `const sr = base44.asServiceRole;\n  await sr.entities.Wallet.update(wallet.id, { balance: wallet.balance - amount });\n  await sr.entities.Order.create({ amount });`,
  ],
  [
    'with a notification beside',
    `${take}\n  await base44.entities.Notification.create({ user_id: user.id });\n  ${order}`,
  ],
  [
    'in a try whose catch only tells',
    `try {\n    ${take}\n    ${order}\n  } catch (error) {\n    console.error(error);\n  }`,
  ],
])('%s', (_, body) => expect(run(rule, within(body))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]));

test('in a backend function, in TypeScript, with the client as parameter', () => {
  const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
async function pay(client: any, id: string, amount: number) {
  const booking = await client.entities.Booking.get(id);
  await client.entities.Booking.update(id, { paid: (booking.paid as number) + amount * 1 });
  await client.entities.Payment.create({ booking_id: id, amount });
}
Deno.serve(async (req: Request) => {
  const base44 = createClientFromRequest(req);
  await pay(base44.asServiceRole, 'a', 1);
  return new Response('ok');
});`;
  expect(run(rule, { file: 'base44/functions/pay/entry.ts', code })).toHaveLength(1);
});

describe('where the function answers between the two', () => {
  const answering = (body: string): Sample => ({
    file: 'base44/functions/pay/entry.ts',
    code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const { wallet, amount, action, user, product } = await req.json();
  ${body}
  return new Response('ok');
});`,
  });

  test('it is possible only that both run', () => {
    const body = `if (action === 'pay') {\n    ${take}\n    return Response.json({ done: true });\n  }\n  ${order}`;
    expect(run(rule, answering(body))).toMatchObject([{ confidence: 'possible' }]);
  });

  test('a partner in the same branch is preferred', () => {
    const body = `${order}\n  if (action === 'none') return new Response('no');\n  ${take}\n  await base44.entities.Delivery.create({ amount });`;
    expect(run(rule, answering(body))).toMatchObject([
      { confidence: 'likely', message: expect.stringContaining('Delivery') },
    ]);
  });
});

test('one finding for each function, at the record that tells most', () => {
  const body = `await base44.entities.Basket.update(product.id, { open: false });\n  ${order}\n  await base44.entities.Profile.update(user.id, { seen: true });\n  ${take}\n  await base44.entities.Basket.delete(product.id);`;
  const findings = run(rule, within(body));
  expect(findings).toHaveLength(1);
  expect(findings[0]?.message).toContain('Order');
});

test.each([
  ['only the balance', take],
  ['a log as second record', `${take}\n  await base44.entities.AuditLog.create({ amount });`],
  ['a notification as second record', `${take}\n  await base44.entities.Notification.create({ amount });`],
  ['an event of a log as second record', `${take}\n  await base44.entities.WalletEvent.create({ amount });`],
  ['a record that may fail', `${take}\n  await base44.entities.Receipt.create({ amount }).catch(() => null);`],
  [
    'two records without a movement',
    'await base44.entities.Order.create({ amount });\n  await base44.entities.Payment.create({ amount });',
  ],
  [
    'a statistic instead of a value',
    `await base44.entities.Product.update(product.id, { views: product.views + 1 });\n  ${order}`,
  ],
  [
    'a value that is set, not moved',
    `await base44.entities.Wallet.update(wallet.id, { balance: amount });\n  ${order}`,
  ],
  [
    'compensation',
    `const made = await base44.entities.Order.create({ amount });\n  try {\n    ${take}\n  } catch (error) {\n    await base44.entities.Order.delete(made.id);\n    throw error;\n  }`,
  ],
  [
    'compensation by a helper',
    `try {\n    ${take}\n    ${order}\n  } catch (error) {\n    await rollback(product);\n    throw error;\n  }`,
  ],
  [
    'an idempotency key',
    `const done = await base44.entities.Order.filter({ request_id: requestId });\n  if (done.length > 0) return;\n  ${take}\n  ${order}`,
  ],
  [
    'the record is looked for first',
    `const made = await base44.entities.Order.filter({ product_id: product.id, user_id: user.id });\n  if (made.length > 0) return;\n  ${take}\n  ${order}`,
  ],
  [
    'a text made for the request',
    `const mark = \`order_\${requestId}\`;\n  const made = await base44.entities.Order.filter({ mark });\n  if (made.length > 0) return;\n  ${take}\n  await base44.entities.Order.create({ mark });`,
  ],
  ['an entity that only the run decides', `${take}\n  await base44.entities[product.kind].create({ amount });`],
  [
    'the same account twice',
    'await base44.entities.Account.update(from.id, { balance: from.balance - amount });\n  await base44.entities.Account.update(from.id, { balance: from.balance + amount });',
  ],
])('silent: %s', (_, body) => expectClean(rule, within(body)));

test('silent: two functions, each with one write', () => {
  expectClean(
    rule,
    page(
      `export function Shop({ wallet, amount }) {\n  const pay = () => base44.entities.Wallet.update(wallet.id, { balance: wallet.balance - amount });\n  const save = () => base44.entities.Order.create({ amount });\n  return <button onClick={pay} onBlur={save} />;\n}`,
    ),
  );
});

test('silent: scripts', () => expectClean(rule, within(`${take}\n  ${order}`, { file: 'scripts/fix.test.js' })));

test.each([
  ['0.8.6', /\$inc` \(SDK 0\.8\.22 or later\)/],
  ['0.8.22', /\$inc`, and take/],
  ['0.8.31', /\$inc`, and take/],
  ['0.8.50', /\$inc`, and take/],
])('advice for SDK %s', (sdk, advice) => {
  expect(run(rule, within(`${take}\n  ${order}`, { sdk }))[0]?.advice).toMatch(advice);
});

test('two accounts are called by what has moved', () => {
  const body =
    'await base44.entities.Account.update(from.id, { balance: from.balance - amount });\n  await base44.entities.Account.update(to.id, { balance: to.balance + amount });';
  expect(run(rule, within(body))[0]?.message).toBe(
    'When this second write to Account fails, `balance` has changed on one record and not on the other, and trying again moves it twice.',
  );
});

test('a bulk creation before is created twice', () => {
  const body = `await base44.entities.Ticket.bulkCreate([{ a: 1 }]);\n  ${take}`;
  expect(run(rule, within(body))[0]?.message).toContain(
    'what was written to Ticket stays, and trying again creates it twice.',
  );
});

test('the record next to the movement is told where none tells more', () => {
  const body = `await base44.entities.Alpha.update(product.id, { a: 1 });\n  ${take}\n  await base44.entities.Beta.update(product.id, { a: 1 });\n  track('x'.repeat(200));\n  await base44.entities.Gamma.update(product.id, { a: 1 });`;
  expect(run(rule, within(body))[0]?.message).toMatch(/Beta|Alpha/);
  expect(run(rule, within(body))[0]?.message).not.toContain('Gamma');
});

describe('what takes a write back, or asks first', () => {
  const count = (body: string) => run(rule, within(body)).length;

  test.each(['undoOrder', 'revertAll', 'compensate', 'refundUser', 'restoreStock', 'cleanup', 'reverse'])(
    '%s in the catch',
    (name) => {
      expect(count(`try {\n    ${take}\n    ${order}\n  } catch (error) {\n    await ${name}(product);\n  }`)).toBe(0);
    },
  );

  test('a helper of that kind in another function, or outside of a catch, does not count', () => {
    expect(count(`await rollback(product);\n  ${take}\n  ${order}`)).toBe(1);
    expect(
      count(
        `const later = async () => {\n    try { await go(); } catch { await rollback(product); }\n  };\n  ${take}\n  ${order}`,
      ),
    ).toBe(1);
  });

  test.each([
    'idempotency_key',
    'event_id',
    'session_id',
    'stripe_intent',
    'external_ref',
    'reference',
    'nonce',
    'dedup_key',
  ])('a read by %s', (key) => {
    expect(
      count(`if ((await base44.entities.Job.filter({ ${key}: requestId })).length) return;\n  ${take}\n  ${order}`),
    ).toBe(0);
  });

  test('a count and a processed list ask as well', () => {
    expect(count(`if (await base44.entities.Job.count({ event_id: requestId })) return;\n  ${take}\n  ${order}`)).toBe(
      0,
    );
    expect(count(`if ((await base44.entities.ProcessedEvent.list()).length) return;\n  ${take}\n  ${order}`)).toBe(0);
  });

  test.each([
    ['a read by a key that says nothing', 'await base44.entities.Job.filter({ kind: requestId });'],
    ['a get', 'await base44.entities.Job.get(requestId);'],
    ['a read of the same entity by one value', 'await base44.entities.Order.filter({ user_id: user.id });'],
    ['a read by fixed values', "await base44.entities.Order.filter({ product_id: 'a', user_id: 'b' });"],
    ['a read of another entity', 'await base44.entities.Cart.filter({ product_id: product.id, user_id: user.id });'],
  ])('%s does not', (_, read) => expect(count(`${read}\n  ${take}\n  ${order}`)).toBe(1));

  test('a read after both does not', () => {
    expect(count(`${take}\n  ${order}\n  await base44.entities.Job.filter({ event_id: requestId });`)).toBe(1);
  });
});
