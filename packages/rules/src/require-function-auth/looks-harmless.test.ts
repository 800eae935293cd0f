import { describe, expect, test } from 'vitest';
import { run, type Sample } from '../testing/index.js';
import { rule } from './index.js';

/** What a sceptic would not call a leak, each beside the leak that it looks like. */

const string = { type: 'string' };
const own = { created_by: '{{user.email}}' };
const closed = { create: own, read: own, update: own, delete: own };
const schemas = {
  Post: { properties: { text: string, liked_by: { type: 'array' }, members: { type: 'array' } }, rls: closed },
  Booking: { properties: { customer_email: string, customer_phone: string, status: string }, rls: closed },
  Draft: { properties: { text: string, status: string, signed_at: string }, rls: closed },
};
const handler = (body: string, imports = ''): Sample => ({
  file: 'base44/functions/work/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
${imports}
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const svc = base44.asServiceRole;
  const body = await req.json();
  ${body}
  return Response.json({ ok: true });
});`,
  schemas,
});
const me = `const user = await base44.auth.me();\n  if (!user) return new Response(null, { status: 401 });\n  `;
const verdicts = (body: string, imports?: string): readonly string[] =>
  run(rule, handler(body, imports)).map(({ severity, confidence }) => `${severity}/${confidence}`);

describe('the own mark on a row of somebody else', () => {
  const toggle = (list: string, who: string, more = '') => `${me}const post = await svc.entities.Post.get(body.post_id);
  const before = Array.isArray(post.${list}) ? post.${list} : [];
  const after = before.includes(${who}) ? before.filter((one) => one !== ${who}) : [...before, ${who}];
  await svc.entities.Post.update(body.post_id, { ${list}: after, likes_count: after.length${more} });`;
  test.each([
    ['likes', toggle('liked_by', 'user.email'), ['low/likely']],
    ['readers', toggle('read_by', 'user.id', ', last_read_at: new Date().toISOString()'), ['low/likely']],
    ['a membership', toggle('members', 'user.email'), ['medium/likely']],
    ['the mark of another one', toggle('liked_by', 'body.email'), ['medium/likely']],
    ['a mark beside text', toggle('liked_by', 'user.email', ', text: body.text'), ['medium/likely']],
  ])('%s', (_, body, expected) => {
    expect(verdicts(body).filter((one) => !one.startsWith('low'))).toEqual(
      expected.filter((one) => !one.startsWith('low')),
    );
  });
});

describe('what is on record is compared with the request', () => {
  const booking = `const [booking] = await svc.entities.Booking.filter({ id: body.id });\n  `;
  const leave = `return new Response(null, { status: 403 });\n  `;
  const work = `await svc.entities.Booking.update(body.id, { status: body.status });`;
  test.each([
    ['an address', `if (booking.customer_email !== body.email) ${leave}`],
    [
      'an address however it is written',
      `if ((booking.customer_email || '').toLowerCase() !== String(body.email).trim().toLowerCase()) ${leave}`,
    ],
    [
      'a number through a helper',
      `const digits = (text) => text.replace(/\\D/g, '');\n  if (digits(booking.customer_phone) !== digits(body.phone)) ${leave}`,
    ],
    ['a code', `if (booking.pin_code !== body.pin) ${leave}`],
  ])('%s', (_, check) => {
    expect(verdicts(booking + check + work)).toEqual([]);
    expect(verdicts(`${booking}${check}return Response.json(booking);`)).toEqual([]);
  });

  test.each([
    [
      'the address by which the row was found',
      `const [booking] = await svc.entities.Booking.filter({ customer_email: body.email });\n  if (booking.customer_email !== body.email) ${leave}`,
    ],
    [
      'the address by which the row was picked',
      `const booking = (await svc.entities.Booking.list()).find((one) => one.customer_email === body.email);\n  if (booking.customer_email !== body.email) ${leave}`,
    ],
    ['an id that goes along', `${booking}if (booking.room_id !== body.room_id) ${leave}`],
    ['the opposite', `${booking}if (booking.customer_email === body.email) ${leave}`],
  ])('no check: %s', (_, check) => expect(verdicts(check + work)).toEqual(['high/likely']));
});

describe('the caller may name one value only', () => {
  const read = `return Response.json(await svc.entities.Booking.filter({ customer_email: body.shop_email }));`;
  test('a constant, and one of a list', () => {
    expect(verdicts(`if (body.shop_email !== 'shop@example.org') return new Response(null);\n  ${read}`)).toEqual([]);
    expect(
      verdicts(
        `if (!['a@example.org', 'b@example.org'].includes(body.shop_email)) return new Response(null);\n  ${read}`,
      ),
    ).toEqual([]);
  });
  test('not where another value is asked for, or that it is there', () => {
    expect(verdicts(`if (body.other_email !== 'shop@example.org') return new Response(null);\n  ${read}`)).toEqual([
      'high/likely',
    ]);
    expect(verdicts(`if (body.shop_email === 'shop@example.org') return new Response(null);\n  ${read}`)).toEqual([
      'high/likely',
    ]);
    expect(verdicts(`if (!body.shop_email) return new Response(null);\n  ${read}`)).toEqual(['high/likely']);
  });
});

describe('a row that the rules have shown the user', () => {
  const work = `await svc.entities.Booking.update(body.booking, { status: body.status });`;
  test('before the service role works on it', () => {
    for (const shown of [
      `const row = await base44.entities.Booking.get(body.booking);\n  if (!row) return new Response(null);\n  `,
      `const row = await base44.entities.Booking.get(body.booking);\n  `,
      `const [row] = await base44.entities.Booking.filter({ id: body.booking });\n  if (!row) return new Response(null);\n  `,
    ])
      expect(verdicts(me + shown + work)).toEqual([]);
  });
  test('not one that the service role, or nobody, has looked at, nor another one', () => {
    for (const shown of [
      '',
      `const row = await svc.entities.Booking.get(body.booking);\n  if (!row) return new Response(null);\n  `,
      `const row = await base44.entities.Booking.get(body.room);\n  if (!row) return new Response(null);\n  `,
      `const [row] = await base44.entities.Booking.filter({ id: body.booking });\n  `,
    ])
      expect(verdicts(me + shown + work)).toEqual(['high/likely']);
  });
});

describe('a row in one state only', () => {
  const draft = `const draft = await svc.entities.Draft.get(body.draft);\n  `;
  const drop = `await svc.entities.Draft.delete(body.draft);`;
  test.each([
    ['a deletion', draft + drop, 'high/likely'],
    ['of what was signed', `${draft}if (!draft.signed_at) return new Response(null);\n  ${drop}`, 'medium/likely'],
    [
      'of what is in a state',
      `${draft}if (draft.status !== 'rejected') return new Response(null);\n  ${drop}`,
      'medium/likely',
    ],
    ['of what is there', `${draft}if (!draft) return new Response(null);\n  ${drop}`, 'high/likely'],
    [
      'where the caller says the state',
      `${draft}if (body.status !== 'rejected') return new Response(null);\n  ${drop}`,
      'high/likely',
    ],
    [
      'words of the caller in one state',
      `${draft}if (draft.status !== 'open') return new Response(null);\n  await svc.entities.Draft.update(body.draft, { text: body.text });`,
      'high/likely',
    ],
  ])('%s', (_, body, expected) => expect(verdicts(body)).toEqual([expected]));
});

describe('the redirect of a connected service', () => {
  const exchange = (grant: string) => `const answer = await fetch('https://login.example.com/oauth/token', {
    method: 'POST',
    body: new URLSearchParams({ grant_type: '${grant}', code: body.code, client_secret: Deno.env.get('CLIENT_SECRET') }),
  });
  if (!answer.ok) return new Response(null, { status: 400 });
  const tokens = await answer.json();
  `;
  const keep = `await svc.entities.Booking.update(body.booking, { status: body.status });`;
  test('a code that the service takes is a check', () => {
    expect(verdicts(exchange('authorization_code') + keep)).toEqual(['low/possible']);
  });
  test('keys of the app alone are none', () => {
    expect(verdicts(exchange('client_credentials') + keep)).toEqual(['high/likely']);
  });
});

describe('an account at Gmail', () => {
  const open = `${me}const { accessToken } = await svc.connectors.getConnection('gmail');
  const headers = { Authorization: \`Bearer \${accessToken}\` };
  `;
  test('whose it is, is no mail', () => {
    const profile = `const r = await fetch('https://gmail.googleapis.com/gmail/v1/users/me/profile', { headers });\n  return Response.json(await r.json());`;
    expect(verdicts(open + profile)).toEqual([]);
    expect(verdicts(open + profile.replace('/profile', '/messages'))).toEqual(['high/likely']);
  });
  test('mail that a helper puts together for whom the caller names', () => {
    const helper = `const mime = (to, subject, html) => btoa([\`To: \${to}\`, \`Subject: \${subject}\`, html].join('\\n'));`;
    const send = (to: string) =>
      `const raw = mime(${to}, body.subject, body.html);\n  await fetch('https://gmail.googleapis.com/gmail/v1/users/me/messages/send', { method: 'POST', headers, body: JSON.stringify({ raw }) });`;
    expect(verdicts(open + send('body.to'), helper)).toEqual(['medium/likely']);
    expect(verdicts(open + send('user.email'), helper)).toEqual([]);
  });
});

describe('money', () => {
  const pay = `await svc.entities.Booking.update(body.id, { payment_status: 'paid' });`;
  const stripe = `import Stripe from 'npm:stripe@17';\nconst stripe = new Stripe(Deno.env.get('STRIPE_KEY'));`;
  test('is asked for at the service, or believed', () => {
    const ask = `const session = await stripe.checkout.sessions.retrieve(body.session);\n  `;
    const leave = `if (session.payment_status !== 'paid') return new Response(null);\n  `;
    expect(verdicts(ask + leave + pay, stripe)).toEqual([]);
    expect(verdicts(ask + pay, stripe)).toEqual(['high/likely']);
    expect(verdicts(me + pay)).toEqual(['high/likely']);
  });
});

describe('what is on record, though the request has to do with it', () => {
  const client = `await fetch('https://api.resend.com/emails', { method: 'POST', headers: { Authorization: \`Bearer \${Deno.env.get('KEY')}\` }, body: JSON.stringify({ to: [to], subject, html }) });`;
  const helper = `async function send(to, subject, html) { ${client} }`;
  const mail = (list: string) => `const all = [];
  for (const row of await svc.entities.Booking.list()) all.push({ email: row.customer_email });
  const chosen = ${list};
  for (const one of chosen) await send(one.email, 'Hello', '<p>Hello</p>');`;
  test('addresses that the request only narrows, or names', () => {
    const shown = (list: string) => verdicts(mail(list), helper).filter((one) => !one.endsWith('possible'));
    expect(shown('all.filter((one) => body.emails.includes(one.email))')).toEqual([]);
    expect(shown('body.people')).toEqual(['medium/likely']);
  });

  const ask = (prompt: string) => `const draft = await svc.entities.Draft.get(body.draft);
  await svc.integrations.Core.InvokeLLM({ prompt: ${prompt} });`;
  test('text that a model is asked about', () => {
    expect(verdicts(ask('`Read this: ${draft.text}`'))).toEqual(['medium/possible']);
    expect(verdicts(ask('`Read this: ${draft.text} and ${body.question}`'))).toEqual(['medium/likely']);
  });

  test('rows that are found by what another row holds', () => {
    const far = (data: string) => `const draft = await svc.entities.Draft.get(body.draft);
  const [booking] = await svc.entities.Booking.filter({ room: draft.room });
  await svc.entities.Booking.update(booking.id, ${data});`;
    expect(verdicts(far('{ status: draft.next }'))).toEqual(['low/likely']);
    expect(verdicts(far('{ status: body.next }'))).toEqual(['medium/likely']);
    expect(verdicts(far(`{ payment_status: 'paid' }`))).toEqual(['high/likely']);
  });
});

test('a session that is signed with a key of the server', () => {
  const imports = (check: string) => `import * as jose from 'npm:jose@5';
async function sessionOf(req) {
  const token = req.headers.get('Authorization')?.slice(7);
  if (!token) return null;
  try {
    ${check}
    return payload;
  } catch {
    return null;
  }
}`;
  const read = `const session = await sessionOf(req);
  if (!session) return new Response(null, { status: 401 });
  return Response.json(await svc.entities.Booking.filter({ customer_email: body.email }));`;
  const verified = `const { payload } = await jose.jwtVerify(token, new TextEncoder().encode(Deno.env.get('JWT_SECRET')));`;
  expect(verdicts(read, imports(verified))).toEqual([]);
  expect(verdicts(read, imports(`const payload = jose.decodeJwt(token);`))).toEqual(['high/likely']);
});

describe('jobs that the request only steers', () => {
  const job = (list: string) => `const all = await svc.entities.Draft.list();
  const open = all.filter((one) => !one.text);
  for (const one of ${list}) await svc.entities.Draft.update(one.id, { text: 'None' });`;
  test('from where on, and how many', () => {
    const shown = (list: string) => verdicts(job(list)).filter((one) => !one.endsWith('possible'));
    expect(shown('open.slice(body.from)')).toEqual([]);
    expect(shown('open')).toEqual([]);
    expect(shown('body.drafts')).toEqual(['medium/likely']);
  });

  test('rows that a helper reads and picks', () => {
    const helper = `async function lapsed(svc, room) {
  const rows = await svc.entities.Booking.filter({ room: String(room), status: 'pending' });
  return rows || [];
}`;
    const sweep = `for (const one of await lapsed(svc, body.room)) await svc.entities.Booking.update(one.id, { status: 'expired' });`;
    expect(verdicts(me + sweep, helper).filter((one) => !one.endsWith('possible'))).toEqual([]);
  });
});

describe('a check in the loop that puts together what is written', () => {
  const loop = (check: string) => `${me}const changes = {};
  for (const [key, value] of Object.entries(body.changes)) {
    ${check}
    changes[key] = value;
  }
  await svc.entities.Booking.update(body.id, changes);`;
  test('is one for the write after it', () => {
    const leave = `return new Response(null, { status: 403 });`;
    expect(verdicts(loop(`if (user.role !== 'admin') ${leave}`))).toEqual([]);
    expect(verdicts(loop(`if (user.role !== 'admin') continue;`)).length).toBe(1);
    expect(verdicts(loop(`if (key === 'id') ${leave}`)).length).toBe(1);
  });
});

test('what a stranger sets of a user decides how bad it is', () => {
  const set = (data: string) => verdicts(`await svc.entities.User.update(body.id, ${data});`);
  expect(set('{ theme: body.theme }')).toEqual(['high/likely']);
  expect(set('{ role: body.role }')).toEqual(['critical/likely']);
  expect(set('body.changes')).toEqual(['critical/likely']);
});

describe('checks that only hold together', () => {
  const leave = `return new Response(null, { status: 403 });\n  `;
  const work = `await svc.entities.Booking.update(body.id, { status: body.status });`;
  const user = `const user = await base44.auth.me().catch(() => null);\n  const byKey = req.headers.get('x-key') === Deno.env.get('JOB_SECRET');\n  `;
  test('a user who is an admin, or a key', () => {
    expect(verdicts(`${user}if (!user && !byKey) ${leave}if (user && user.role !== 'admin') ${leave}${work}`)).toEqual(
      [],
    );
    expect(verdicts(`${user}if (!user && !byKey) ${leave}${work}`)).toEqual(['high/likely']);
    expect(verdicts(`${user}if (user && user.role !== 'admin') ${leave}${work}`)).toEqual(['high/likely']);
  });

  test('everyone to one address, an admin to all', () => {
    const mail = `await svc.integrations.Core.SendEmail({ to: body.to_email, subject: 'x', body: body.text });`;
    const check = `if (user.role !== 'admin' && body.to_email !== 'ADMIN') ${leave}`;
    expect(verdicts(`${me}${check}if (body.to_email !== 'ADMIN') { ${mail} }`)).toEqual([]);
    expect(verdicts(`${me}${check}if (body.to_email !== 'OTHER') { ${mail} }`)).toEqual(['medium/likely']);
  });
});

test('what a service has answered is not what the request holds', () => {
  const keep = (value: string) => `const draft = await svc.entities.Draft.get(body.draft);
  const answer = await fetch(draft.hook, { method: 'POST', body: JSON.stringify(body.payload) });
  await svc.entities.Draft.update(body.draft, { last: ${value} });`;
  const shown = (value: string) => verdicts(keep(value)).filter((one) => one.startsWith('high'));
  expect(shown('`HTTP ${answer.status}`')).toEqual([]);
  expect(shown('body.payload')).toEqual(['high/likely']);
});
