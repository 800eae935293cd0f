import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const own = { created_by: '{{user.email}}' };
const closed = { create: own, read: own, update: own, delete: own };
const schemas = {
  Order: { properties: { customer_email: string, total: { type: 'number' } }, rls: closed },
  Patient: { properties: { full_name: string, phone: string, diagnosis: string }, rls: closed },
  Wallet: { properties: { user_id: string, balance: { type: 'number' } }, rls: closed },
  Lead: { properties: { email: string } },
  Category: { properties: { label: string }, rls: closed },
};
const handler = (body: string, more?: Partial<Sample> & { readonly imports?: string }): Sample => ({
  file: 'base44/functions/closeOrder/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
${more?.imports ?? ''}
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const body = await req.json();
  ${body}
  return Response.json({ ok: true });
});`,
  schemas,
  ...more,
});
const named = (name: string): Partial<Sample> => ({ file: `base44/functions/${name}/entry.ts` });
const me = `const user = await base44.auth.me();\n  if (!user) return new Response(null, { status: 401 });\n  `;
const write = `await base44.asServiceRole.entities.Order.update(body.id, body.changes);`;
const verdicts = (sample: Sample): readonly string[] =>
  run(rule, sample).map(({ severity, confidence }) => `${severity}/${confidence}`);

describe('a function that anyone can call', () => {
  test('is drawn', () => {
    expect(squiggled(rule, handler(write))).toMatchInlineSnapshot(`
      "  6 |   await base44.asServiceRole.entities.Order.update(body.id, body.changes);
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely Anyone who calls this function, signed in or not, can change any row of Order by its id.
          advice: Before this, ask \`base44.auth.me()\` and check the role, or compare a header with a secret of the environment. Compare the row's owner with the signed-in user first, or use the caller's own client so that the rules of Order apply.
          evidence: base44/entities/Order.jsonc: \`created_by\` equals \`{{user.email}}\`"
    `);
  });

  test('is clean once it asks for a role, a secret or the owner', () => {
    const role = `${me}if (user.role !== 'admin') return new Response(null, { status: 403 });\n  `;
    const secret = `if (req.headers.get('x-key') !== Deno.env.get('CRON_SECRET')) return new Response(null, { status: 401 });\n  `;
    const owner = `${me}const order = await base44.asServiceRole.entities.Order.get(body.id);\n  if (order.created_by !== user.email) return new Response(null, { status: 403 });\n  `;
    for (const check of [role, secret, owner]) expectClean(rule, handler(check + write));
  });

  test('names one place, with the others as evidence', () => {
    const [finding, ...more] = run(
      rule,
      handler(
        `${write}\n  await base44.asServiceRole.entities.Wallet.update(body.wallet_id, { balance: body.balance });`,
      ),
    );
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ severity: 'critical' });
    expect(finding!.message).toContain('Wallet');
    expect(finding!.evidence.map(({ note }) => note)).toContain(
      'changes rows of Order with the service role, as unguarded',
    );
  });

  test.each([
    ['a check after the write', `${write}\n  ${me}`],
    [
      'a check of one branch',
      `if (body.admin) { const user = await base44.auth.me(); if (user.role !== 'admin') return new Response(null); }\n  ${write}`,
    ],
    [
      'a key that may be left out',
      `if (body.key && body.key !== Deno.env.get('KEY')) return new Response(null);\n  ${write}`,
    ],
    ['a result that nobody looks at', `const user = await base44.auth.me().catch(() => null);\n  ${write}`],
    [
      'either of two clients',
      `const db = body.fast ? base44.asServiceRole : base44;\n  await db.entities.Order.update(body.id, body.changes);`,
    ],
    ['a service alias', `const sr = base44.asServiceRole;\n  await sr.entities.Order.update(body.id, body.changes);`],
    ['an entities alias', `const db = base44.asServiceRole.entities;\n  await db.Order.update(body.id, body.changes);`],
    ['a bracket', `await base44.asServiceRole.entities['Order'].update(body.id, body.changes);`],
    [
      'a helper',
      `const close = async (svc, id) => svc.entities.Order.update(id, body.changes);\n  await close(base44.asServiceRole, body.id);`,
    ],
    ['a delete', `await base44.asServiceRole.entities.Order.delete(body.id);`],
    [
      'a bulk delete by what the caller names',
      `await base44.asServiceRole.entities.Order.deleteMany({ customer_email: body.email });`,
    ],
  ])('%s', (_, body) => expect(verdicts(handler(body))).toEqual(['high/likely']));

  test('JavaScript, a default export and the old layout', () => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
export default async function handler(req) {
  const { id } = await req.json();
  await createClientFromRequest(req).asServiceRole.entities.Order.delete(id);
}`;
    expect(run(rule, { code, file: 'base44/functions/x/entry.js', schemas })).toHaveLength(1);
    expect(run(rule, { ...handler(write), file: 'functions/closeOrder.ts' })).toHaveLength(1);
  });
});

describe('what makes it sensitive, and how much', () => {
  test.each([
    [
      'a row that is found by what the caller sends',
      `const [row] = await base44.asServiceRole.entities.Order.filter({ number: body.number });\n  await base44.asServiceRole.entities.Order.update(row.id, { open: false });`,
      'medium/likely',
    ],
    [
      'an event that says what has changed',
      `await base44.asServiceRole.entities.Order.update(body.data.id, { open: false });`,
      'low/likely',
    ],
    [
      'an event that is copied into a row',
      `await base44.asServiceRole.entities.Order.update(body.data.id, { ...body.data, open: false });`,
      'high/likely',
    ],
    [
      'a fixed value for any row',
      `await base44.asServiceRole.entities.Order.update(body.id, { open: false });`,
      'medium/likely',
    ],
    [
      'that it was paid, which nobody checks',
      `await base44.asServiceRole.entities.Order.update(body.id, { payment_status: 'paid' });`,
      'high/likely',
    ],
    [
      'words of the caller for a row that is found by what they send',
      `const [row] = await base44.asServiceRole.entities.Order.filter({ number: body.number });\n  await base44.asServiceRole.entities.Order.update(row.id, { note: body.note });`,
      'medium/likely',
    ],
    [
      'a new row of a few fields',
      `await base44.asServiceRole.entities.Task.create({ label: body.label, due: body.due });`,
      'low/likely',
    ],
    [
      'a new row of what the caller sends',
      `await base44.asServiceRole.entities.Task.create({ ...body, open: true });`,
      'medium/likely',
    ],
    [
      'a deletion of all rows of what such an event names',
      `for (const row of await base44.asServiceRole.entities.Order.filter({ shop: body.data.id })) await base44.asServiceRole.entities.Order.delete(row.id);`,
      'high/likely',
    ],
    ['a deletion for such an event', `await base44.asServiceRole.entities.Order.delete(body.data.id);`, 'high/likely'],
    ['a new row', `await base44.asServiceRole.entities.Category.create(body);`, 'medium/likely'],
    [
      'a row for a record that is named',
      `await base44.asServiceRole.entities.Task.create({ order_id: body.order_id, open: true });`,
      'low/possible',
    ],
    [
      'money for a record that is named',
      `await base44.asServiceRole.entities.Wallet.create({ user_id: body.user_id, balance: 5 });`,
      'medium/likely',
    ],
    [
      'a list that is filled on the way',
      `await base44.asServiceRole.entities.Category.create({ label: body.label });`,
      'low/possible',
    ],
    [
      'a one-time link',
      `await base44.asServiceRole.entities.Gate.create({ holder: body.holder, token: crypto.randomUUID(), expires_at: soon() });`,
      'none',
    ],
    [
      'a one-time link that gives a role',
      `await base44.asServiceRole.entities.Gate.create({ holder: body.holder, role: body.role, token: crypto.randomUUID(), expires_at: soon() });`,
      'high/likely',
    ],
    [
      'the hash of something random',
      `const data = new TextEncoder().encode(JSON.stringify({ nonce: crypto.randomUUID() }));\n  const hash = Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', data))).map((b) => b.toString(16)).join('');\n  await base44.asServiceRole.entities.Gate.create({ holder: body.holder, token: hash, expires_at: soon() });`,
      'none',
    ],
    [
      'a count of requests',
      `await base44.asServiceRole.entities.RateLimitTracker.create({ key: body.email, request_count: 1 });`,
      'none',
    ],
    [
      'a code that the caller makes up',
      `await base44.asServiceRole.entities.Gate.create({ holder: body.holder, code: body.code.toUpperCase(), expires_at: soon() });`,
      'low/likely',
    ],
    ['new money', `await base44.asServiceRole.entities.Wallet.create(body);`, 'high/likely'],
    [
      'a row of personal data by its id',
      `return Response.json(await base44.asServiceRole.entities.Patient.get(body.id));`,
      'high/likely',
    ],
    [
      'rows by an address',
      `return Response.json(await base44.asServiceRole.entities.Patient.filter({ phone: body.phone }));`,
      'high/likely',
    ],
    [
      'one personal field',
      `const row = await base44.asServiceRole.entities.Patient.get(body.id);\n  return Response.json({ phone: row.phone });`,
      'medium/likely',
    ],
    ['a model', `await base44.asServiceRole.integrations.Core.InvokeLLM({ prompt: body.prompt });`, 'medium/likely'],
    [
      'mail to whom the caller names',
      `await base44.asServiceRole.integrations.Core.SendEmail({ to: body.to, subject: body.subject, body: body.text });`,
      'high/likely',
    ],
    ['an invitation', `await base44.asServiceRole.users.inviteUser(body.email, 'user');`, 'high/likely'],
    [
      'a job without input',
      `for (const row of await base44.asServiceRole.entities.Order.list()) await base44.asServiceRole.entities.Order.update(row.id, { open: false });`,
      'medium/possible',
    ],
    [
      'only the time of something',
      `await base44.asServiceRole.entities.Order.update(body.id, { opened_at: new Date().toISOString() });`,
      'low/possible',
    ],
  ])('%s', (_, body, verdict) => expect(verdicts(handler(body))).toEqual(verdict === 'none' ? [] : [verdict]));

  test.each([
    [
      'mail through the own account',
      `await fetch('https://api.resend.com/emails', { method: 'POST', headers: { Authorization: \`Bearer \${Deno.env.get('K')}\` }, body: JSON.stringify({ to: body.to, html: body.html }) });`,
      'high/likely',
    ],
    [
      'an own model key',
      `const r = await fetch('https://api.openai.com/v1/chat/completions', { method: 'POST', headers: { Authorization: \`Bearer \${Deno.env.get('K')}\` }, body: JSON.stringify({ messages: body.messages }) });`,
      'medium/likely',
    ],
    ['a relay', `const r = await fetch(body.url);\n  return new Response(await r.text());`, 'medium/possible'],
    [
      'a mailbox',
      `const { accessToken } = await base44.asServiceRole.connectors.getConnection('gmail');\n  const r = await fetch('https://gmail.googleapis.com/gmail/v1/users/me/messages', { headers: { Authorization: \`Bearer \${accessToken}\` } });\n  return Response.json(await r.json());`,
      'high/likely',
    ],
  ])('without the SDK: %s', (_, body, verdict) => expect(verdicts(handler(body))).toEqual([verdict]));

  test('a refund, by the package of the service', () => {
    const sample = handler(`await stripe.refunds.create({ charge: body.charge });`, {
      imports: `import Stripe from 'npm:stripe@17';\nconst stripe = new Stripe(Deno.env.get('STRIPE_KEY'));`,
    });
    expect(verdicts(sample)).toEqual(['high/likely']);
  });

  test('a subscription, but the own one', () => {
    const imports = `import Stripe from 'npm:stripe@17';\nconst stripe = new Stripe(Deno.env.get('STRIPE_KEY'));`;
    const change = (id: string): Sample =>
      handler(`${me}await stripe.subscriptions.update(${id}, { items: [{ price: body.price }] });`, { imports });
    expect(verdicts(change('body.subscription_id'))).toEqual(['high/likely']);
    expectClean(rule, change('user.subscription_id'));
    expectClean(rule, change('(await base44.entities.Order.get(body.id)).subscription_id'));
    expect(verdicts(change('(await base44.asServiceRole.entities.Order.get(body.id)).subscription_id'))).toEqual([
      'high/likely',
    ]);
  });

  test('a mailbox is read where mail is fetched, not where it is opened', () => {
    const imports = `import { ImapFlow } from 'npm:imapflow@1';\nconst client = new ImapFlow({ auth: { pass: Deno.env.get('PASS') } });`;
    expectClean(rule, handler(`await client.connect();\n  await client.logout();`, { imports }));
    const fetched = `await client.connect();\n  const mail = await client.fetchOne('*', { source: true });`;
    expect(verdicts(handler(`${fetched}\n  return Response.json(mail);`, { imports }))).toEqual(['high/likely']);
    expect(verdicts(handler(`${fetched}\n  keep(mail);`, { imports }))).toEqual(['medium/likely']);
    expect(verdicts(handler(`${me}${fetched}\n  keep(mail);`, { imports }))).toEqual(['low/possible']);
  });

  test('an entry of a calendar that the caller words', () => {
    const put = (text: string): Sample =>
      handler(
        `const { accessToken } = await base44.asServiceRole.connectors.getConnection('googlecalendar');\n  await fetch('https://www.googleapis.com/calendar/v3/calendars/primary/events', { method: 'POST', headers: { Authorization: \`Bearer \${accessToken}\` }, body: JSON.stringify({ summary: ${text} }) });`,
      );
    expect(verdicts(put('body.title'))).toEqual(['medium/likely']);
    expect(verdicts(put(`'Fixed'`))).toEqual(['medium/possible']);
  });

  test('the rules let the same caller do it: one step milder', () => {
    const files = { 'base44/config.jsonc': { name: 'S', visibility: 'public' } };
    const open = { Order: { properties: schemas.Order.properties } };
    expect(verdicts(handler(write, { schemas: open, files }))).toEqual(['medium/likely']);
    expect(verdicts(handler(write, { schemas: open }))).toEqual(['medium/likely']);
    const add = `await base44.asServiceRole.entities.Order.create({ ...body });`;
    expect(verdicts(handler(add))).toEqual(['medium/likely']);
    expect(verdicts(handler(add, { schemas: open }))).toEqual(['low/likely']);
    // Who is signed in needs no function for it.
    expect(verdicts(handler(me + write, { schemas: open }))).toEqual(['low/likely']);
  });
});

describe('a function that asks who calls, and no more', () => {
  test('is drawn', () => {
    expect(squiggled(rule, handler(me + write))).toMatchInlineSnapshot(`
      "  8 |   await base44.asServiceRole.entities.Order.update(body.id, body.changes);
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely Any signed-in user who calls this function can change any row of Order by its id, because nothing asks for a role or whose it is.
          advice: Before this, check the role of the user. Compare the row's owner with the signed-in user first, or use the caller's own client so that the rules of Order apply.
          evidence: base44/entities/Order.jsonc: \`created_by\` equals \`{{user.email}}\`"
    `);
  });

  test.each([
    [
      'rows by an id',
      `return Response.json(await base44.asServiceRole.entities.Patient.get(body.id));`,
      'medium/likely',
    ],
    [
      'rows by an address',
      `return Response.json(await base44.asServiceRole.entities.Patient.filter({ phone: body.phone }));`,
      'high/likely',
    ],
    ['the own role', `await base44.asServiceRole.entities.User.update(user.id, { role: body.role });`, 'high/likely'],
    [
      'the own role, out of a list with a high one',
      `if (!['buyer', 'admin'].includes(body.role)) return new Response(null);\n  await base44.asServiceRole.entities.User.update(user.id, { role: body.role });`,
      'high/likely',
    ],
    [
      'the own role, where another member is looked at',
      `if (!['buyer', 'seller'].includes(body.kind)) return new Response(null);\n  await base44.asServiceRole.entities.User.update(user.id, { role: body.role });`,
      'high/likely',
    ],
    [
      'money for others',
      `await base44.asServiceRole.entities.Wallet.create({ user_id: body.user_id, balance: body.amount });`,
      'medium/likely',
    ],
    [
      'free mail to anyone',
      `await base44.asServiceRole.integrations.Core.SendEmail({ to: body.to, subject: 'x', body: body.message });`,
      'medium/likely',
    ],
    [
      'a row where another was seen',
      `const orders = await base44.entities.Order.filter({ id: body.user_id });\n  if (!orders.length) return new Response(null);\n  await base44.asServiceRole.entities.Order.update(body.company_id, body.changes);`,
      'high/likely',
    ],
    [
      'a row that the service role has seen',
      `const orders = await base44.asServiceRole.entities.Order.filter({ id: body.company_id });\n  if (!orders.length) return new Response(null);\n  await base44.asServiceRole.entities.Order.update(body.company_id, body.changes);`,
      'high/likely',
    ],
    [
      'a role that is never compared',
      `if (!user.role === 'admin') return new Response(null);\n  await base44.asServiceRole.entities.Order.delete(body.id);`,
      'high/likely',
    ],
    [
      'a role that the caller claims',
      `if (body.role !== 'admin') return new Response(null);\n  await base44.asServiceRole.entities.Order.delete(body.id);`,
      'high/likely',
    ],
  ])('%s', (_, body, verdict) => expect(verdicts(handler(me + body))).toEqual([verdict]));

  test.each([
    ['the own row', `await base44.asServiceRole.entities.User.update(user.id, { theme: body.theme });`],
    [
      'rows of the user',
      `const [row] = await base44.asServiceRole.entities.Order.filter({ user_id: user.id });\n  await base44.asServiceRole.entities.Order.update(row.id, body.changes);`,
    ],
    [
      'a row that the rules show the user',
      `const order = await base44.entities.Order.get(body.id);\n  await base44.asServiceRole.entities.Order.update(order.id, body.changes);`,
    ],
    [
      'a row that the user was seen to see',
      `const orders = await base44.entities.Order.filter({ id: body.company_id });\n  if (!orders.length) return new Response(null);\n  await base44.asServiceRole.entities.Order.update(body.company_id, body.changes);`,
    ],
    ['a new row of the user', `await base44.asServiceRole.entities.Order.create({ ...body, user_id: user.id });`],
    [
      'a role out of harmless ones',
      `if (!['buyer', 'seller'].includes(body.role)) return new Response(null);\n  await base44.asServiceRole.entities.User.update(user.id, { role: body.role });`,
    ],
    ["the user's own client", `await base44.entities.Order.update(body.id, body.changes);`],
    ['a model', `await base44.integrations.Core.InvokeLLM({ prompt: body.prompt });`],
    [
      'an answer that a check precedes',
      `const order = await base44.asServiceRole.entities.Order.get(body.id);\n  if (order.created_by !== user.email) return new Response(null);\n  return Response.json(order);`,
    ],
    [
      'a membership in what the caller names',
      `const [seat] = await base44.asServiceRole.entities.Membership.filter({ user_id: user.id, team_id: body.team_id });\n  if (!seat) return new Response(null);\n  await base44.asServiceRole.entities.Order.update(body.id, body.changes);`,
    ],
  ])('clean: %s', (_, body) => expectClean(rule, handler(me + body)));
});

describe('harmless and public', () => {
  test.each([
    ["the user's own client", `await base44.entities.Order.update(body.id, body.changes);`],
    ['a new enquiry', `await base44.asServiceRole.entities.Lead.create(body);`],
    [
      'a token found in an entity',
      `const [invite] = await base44.asServiceRole.entities.Invite.filter({ token: body.token });\n  if (!invite) return new Response(null);\n  await base44.asServiceRole.entities.Invite.update(invite.id, { used: true });`,
    ],
    [
      'rows by a token',
      `return Response.json(await base44.asServiceRole.entities.Patient.filter({ share_token: body.token }));`,
    ],
    ['reference data', `return Response.json(await base44.asServiceRole.entities.Category.get(body.id));`],
    [
      'a number',
      `const rows = await base44.asServiceRole.entities.Patient.filter({ phone: body.phone });\n  return Response.json({ count: rows.length });`,
    ],
    [
      'a whole table, which no-unfiltered-list reports',
      `return Response.json(await base44.asServiceRole.entities.Patient.list());`,
    ],
    ['a checkout', `await stripe.checkout.sessions.create({ line_items: body.items });`],
    [
      'mail to the owner',
      `await fetch('https://api.resend.com/emails', { method: 'POST', body: JSON.stringify({ to: 'me@example.org', html: body.html }) });`,
    ],
  ])('clean: %s', (_, body) =>
    expectClean(
      rule,
      handler(body, { imports: `import Stripe from 'npm:stripe@17';\nconst stripe = new Stripe(Deno.env.get('K'));` }),
    ),
  );

  test.each(['submitOrder', 'trackOrder', 'getPublicOrder', 'createPublicOrder', 'sendLoginCode'])(
    'low by the name of %s',
    (name) => expect(verdicts(handler(write, named(name)))).toEqual(['low/likely']),
  );

  test('a job, by its name or by a workflow, may be meant to run without a caller', () => {
    const job = `for (const row of await base44.asServiceRole.entities.Order.list()) await base44.asServiceRole.entities.Order.update(row.id, { open: false });`;
    expect(verdicts(handler(job, named('sendDailyReminders')))).toEqual(['low/possible']);
    const files = {
      'base44/workflows/w.jsonc': { definition: { do: [{ a: { with: { function_name: 'closeOrder' } } }] } },
    };
    expect(verdicts(handler(job, { files }))).toEqual(['low/possible']);
  });

  test('what empties tables is no job', () => {
    const job = `for (const row of await base44.asServiceRole.entities.Order.list()) await base44.asServiceRole.entities.Order.delete(row.id);`;
    expect(verdicts(handler(job, named('resetDemo')))).toEqual(['medium/likely']);
    const counts = job.replace('delete(row.id)', 'update(row.id, { used: 0 })');
    expect(verdicts(handler(counts, named('resetMonthlyCounts')))).toEqual(['medium/possible']);
  });

  test('a webhook belongs to require-webhook-signature', () => {
    expectClean(rule, handler(write, named('stripeWebhook')));
  });

  test.each([
    ['a page', 'src/pages/Orders.jsx'],
    ['a script', 'scripts/close.ts'],
    ['a test', 'base44/functions/closeOrder/entry.test.ts'],
  ])('not in %s', (_, file) =>
    expectClean(rule, {
      file,
      schemas,
      code: `import { base44 } from '@/api/base44Client';\nawait base44.asServiceRole.entities.Order.delete(id);`,
    }),
  );

  test('a handler inside a wrapper, and a helper that nobody calls, are not judged', () => {
    const code = (body: string) =>
      `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nimport { withAuth } from '../../shared/http.ts';\n${body}`;
    const file = 'base44/functions/x/entry.ts';
    expectClean(rule, {
      file,
      schemas,
      code: code(
        'Deno.serve(withAuth(async (req) => createClientFromRequest(req).asServiceRole.entities.Order.delete(await req.json())));',
      ),
    });
    expectClean(rule, {
      file,
      schemas,
      code: code('export const close = (svc, id) => svc.asServiceRole.entities.Order.delete(id);'),
    });
  });
});

describe('options', () => {
  test('publicFunctions: by name and by pattern, of the rule and of the settings', () => {
    for (const name of ['closeOrder', 'close*', '*Order', 'c*Or*er'])
      expectClean(rule, handler(write, { options: { publicFunctions: [name] } }));
    expect(run(rule, handler(write, { options: { publicFunctions: ['open*', 'Order'] } }))).toHaveLength(1);
    const files = { 'base44-lint.config.jsonc': { publicFunctions: ['closeOrder'] } };
    expectClean(rule, handler(write, { files }));
  });

  test('guards: helpers that are trusted to check', () => {
    const body = `await passport(base44);\n  ${write}`;
    const sample = handler(body, { imports: `import { passport } from '../../shared/passport.ts';` });
    expect(run(rule, sample)).toHaveLength(1);
    expectClean(rule, { ...sample, options: { guards: ['passport'] } });
  });
});
