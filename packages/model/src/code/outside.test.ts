import { describe, expect, test } from 'vitest';
import { BACKEND, FRONTEND, viewOf } from './testing/view.js';
import type { OutsideCall } from './view.js';

const handler = (body: string, outside = ''): string => `${outside}
  Deno.serve(async (req) => { const body = await req.json(); ${body} return new Response('ok'); });`;
const outsideIn = (body: string, outside = ''): readonly OutsideCall[] =>
  viewOf(handler(body, outside), BACKEND).outside;
const summary = ({ kind, service, member, ownersKey, fromCaller }: OutsideCall): string =>
  [kind, service, member, ownersKey ? 'key' : '', ...fromCaller].filter((part) => part !== '').join(' ');
const only = (body: string, outside?: string): string => outsideIn(body, outside).map(summary).join(' | ');

const bearer = "headers: { Authorization: `Bearer ${Deno.env.get('KEY')}` }";

describe('requests', () => {
  test.each([
    [
      'a literal address',
      `await fetch('https://api.resend.com/emails', { method: 'POST', ${bearer} });`,
      'mail Resend POST key',
    ],
    [
      'a template',
      `await fetch(\`https://api.twilio.com/2010/\${body.sid}/Messages.json\`, { method: 'POST' });`,
      'sms Twilio POST',
    ],
    [
      'a base in a constant',
      `await fetch(\`\${BASE}/charges\`, { ${bearer} });`,
      'payment Stripe GET key',
      `const BASE = 'https://api.stripe.com/v1';`,
    ],
    [
      'an address put together by a helper',
      `await call('/orders');`,
      'payment an exchange GET key',
      `const call = (path) => fetch('https://www.okx.com' + path, { ${bearer} });`,
    ],
    ['new URL', `const url = new URL('https://api.openai.com/v1/x'); await fetch(url, {});`, 'llm OpenAI GET'],
    [
      'a list of addressees, which is no mail',
      `await fetch(\`https://api.resend.com/audiences/\${body.list}/contacts\`, { method: 'POST', ${bearer}, body: JSON.stringify({ email: body.email }) });`,
      'storage Resend POST key recipient content',
    ],
    ['any other host', `await fetch('https://weather.example.org/now');`, 'http weather.example.org GET'],
    ['an address of the environment', `await fetch(Deno.env.get('HOOK_URL'), { method: 'POST' });`, 'http POST key'],
    ['an address of the caller', `await fetch(body.url);`, 'http GET address'],
    ['a host of the caller', `await fetch(\`https://\${body.host}/x\`);`, 'http GET address'],
    [
      'an address of a row',
      `const row = await createClientFromRequest(req).entities.Hook.get(body.id); await fetch(row.url);`,
      'http GET',
      `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';`,
    ],
    [
      'axios',
      `await axios.post('https://api.sendgrid.com/v3/mail/send', { to: body.to }, { ${bearer} });`,
      'mail SendGrid POST key recipient',
      `import axios from 'npm:axios@1';`,
    ],
    [
      'an account of the owner',
      `const { accessToken } = await createClientFromRequest(req).asServiceRole.connectors.getConnection('gmail'); await fetch('https://gmail.googleapis.com/gmail/v1/users/me/messages', { headers: { Authorization: \`Bearer \${accessToken}\` } });`,
      'mailbox Gmail GET key',
      `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';`,
    ],
    [
      'a raw connection',
      `await Deno.connectTls({ hostname: 'imap.example.org', port: 993 });`,
      'mailbox a mailbox connectTls',
    ],
  ])('%s', (_, body, expected, outside = '') => {
    const text = only(body, outside);
    expect(text.replace('null ', '').replace('  ', ' ')).toBe(expected);
  });

  test.each([
    ['its own address', `await fetch('/api/x');`],
    ['the platform', `await fetch('https://app.base44.com/api/apps');`],
  ])('not outside: %s', (_, body) => expect(only(body)).toBe(''));
});

describe('packages of services', () => {
  test.each([
    [
      'Resend',
      `const resend = new Resend(Deno.env.get('KEY')); await resend.emails.send({ to: body.to, html: body.html });`,
      `import { Resend } from 'npm:resend@4';`,
      'mail Resend emails.send key recipient content text',
    ],
    [
      'Stripe',
      `await stripe.refunds.create({ charge: body.id });`,
      `import Stripe from 'npm:stripe@14'; const stripe = new Stripe(Deno.env.get('K'));`,
      'payment Stripe refunds.create key content',
    ],
    [
      'OpenAI from a CDN',
      `await new OpenAI({ apiKey: Deno.env.get('K') }).chat.completions.create({ messages: body.messages });`,
      `import OpenAI from 'https://esm.sh/openai@4';`,
      'llm OpenAI chat.completions.create key content text',
    ],
    [
      'nodemailer',
      `const transport = nodemailer.createTransport({ auth: { pass: Deno.env.get('P') } }); await transport.sendMail({ to: 'me@example.org', text: 'x' });`,
      `import nodemailer from 'npm:nodemailer';`,
      'mail a mail server sendMail key',
    ],
    [
      'Twilio',
      `await client.messages.create({ to: body.phone, body: 'x' });`,
      `import twilio from 'npm:twilio'; const client = twilio(Deno.env.get('A'), Deno.env.get('B'));`,
      'sms Twilio messages.create key recipient',
    ],
    [
      'Google',
      `await drive.files.list({});`,
      `import { google } from 'npm:googleapis'; const drive = google.drive({ version: 'v3', auth: Deno.env.get('K') });`,
      'storage Google files.list key',
    ],
    [
      'a client as parameter',
      `await refund(new Stripe(Deno.env.get('K')), body.id);`,
      `import Stripe from 'npm:stripe'; const refund = (client, id) => client.refunds.create({ charge: id });`,
      'payment Stripe refunds.create key content',
    ],
    [
      'but not what it gave back',
      `const { data } = await stripe.customers.list({}); data.map((one) => one.id);`,
      `import Stripe from 'npm:stripe'; const stripe = new Stripe('x');`,
      'payment Stripe customers.list',
    ],
  ])('%s', (_, body, outside, expected) => expect(only(body, outside)).toBe(expected));

  test.each([
    ['checking a signature', `await stripe.webhooks.constructEventAsync(body, 'x', 'y');`],
    ['making a client', `const other = new Stripe('y');`],
  ])('nothing is sent by %s', (_, body) =>
    expect(only(body, `import Stripe from 'npm:stripe'; const stripe = new Stripe('x');`)).toBe(''),
  );
});

test('a client made with a key of a record', () => {
  const imports = `import Stripe from 'npm:stripe'; import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';`;
  const made = `const [shop] = await createClientFromRequest(req).asServiceRole.entities.Shop.filter({ id: body.shop_id });
    const stripe = new Stripe(shop.stripe_secret_key); await stripe.refunds.create({ charge: 'x' });`;
  expect(only(made, imports)).toBe('payment Stripe refunds.create key');
});

test('text that people write is told from names that fill a template', () => {
  const send = (html: string) =>
    only(
      `await fetch('https://api.resend.com/emails', { method: 'POST', body: JSON.stringify({ to: body.to, html: ${html} }) });`,
    );
  expect(send('`Hello ${body.name}`')).toBe('mail Resend POST recipient content');
  expect(send('`<p>${body.message}</p>`')).toBe('mail Resend POST recipient content text');
});

test('the caller, and code of the browser', () => {
  const [call] = outsideIn(
    `if (req.headers.get('x-key') !== Deno.env.get('K')) return new Response(''); await fetch('https://api.resend.com/emails');`,
  );
  expect(call?.caller.level).toBe('secret');
  expect(viewOf(`fetch('https://api.example.org/x');`, FRONTEND).outside.map(summary)).toEqual([
    'http api.example.org GET',
  ]);
});

describe('who receives a message', () => {
  const sdk = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';`;
  const rows = `const { entities } = createClientFromRequest(req).asServiceRole;`;
  const send = `await fetch('https://api.resend.com/emails', { method: 'POST', ${bearer}, body: JSON.stringify({ to: body.email }) });`;
  test.each([
    [
      'an address that equals one on record',
      `const order = await entities.Order.get(body.id); if (order.email !== body.email.toLowerCase()) return deny();`,
      '',
    ],
    [
      'an address that something was bought with',
      `const rows = await entities.Order.filter({ email: body.email }); if (rows.length === 0) return deny();`,
      '',
    ],
    [
      'somebody who was found',
      `const [order] = await entities.Order.filter({ email: body.email }); if (!order) return deny();`,
      '',
    ],
    [
      'an address of one list or another',
      `const rows = await entities.Order.filter({ email: body.email }); const more = await entities.Lead.filter({ email: body.email }); if (rows.length === 0 && more.length === 0) return deny();`,
      '',
    ],
    [
      'an address that may be on a list',
      `const rows = await entities.Order.filter({ email: body.email }); if (rows.length === 0 && !body.force_email) return deny();`,
      ' recipient',
    ],
    [
      'an address that is new',
      `const rows = await entities.Order.filter({ email: body.email }); if (rows.length > 0) return deny();`,
      ' recipient',
    ],
    [
      'another address than the one asked for',
      `const rows = await entities.Order.filter({ email: body.buyer_email }); if (rows.length === 0) return deny();`,
      ' recipient',
    ],
    ['an address that something sent equals', `if (body.email !== body.again_email) return deny();`, ' recipient'],
    [
      'rows that are looked at and not asked for',
      `const rows = await entities.Order.filter({ email: body.email }); log(rows.length);`,
      ' recipient',
    ],
  ])('%s', (_, check, recipient) => {
    expect(only(`${rows} ${check} ${send}`, sdk)).toBe(`mail Resend POST key${recipient}`);
  });

  test('people on record, found one by one', () => {
    const found = `const staff = await Promise.all(body.ids.map((id) => entities.Staff.get(id)));`;
    const mail = send.replace('body.email', 'one.email');
    expect(only(`${rows} ${found} for (const one of staff) { ${mail} }`, sdk)).toBe('mail Resend POST key');
    const copied = `const staff = body.staff.map((one) => ({ email: one.email }));`;
    expect(only(`${rows} ${copied} for (const one of staff) { ${mail} }`, sdk)).toBe('mail Resend POST key recipient');
  });

  test('a template that a helper sends holds no text of the caller', () => {
    const helper = `const send = (to, body) => fetch('https://api.resend.com/emails', { method: 'POST', ${bearer}, body: JSON.stringify({ to, text: body }) });`;
    expect(only('await send(body.to, `Hello ${body.name}!`);', helper)).toBe('mail Resend POST key recipient content');
    expect(only('await send(body.to, `They say ${body.message}!`);', helper)).toBe(
      'mail Resend POST key recipient content text',
    );
  });
});

describe('whose account a payment is about', () => {
  const sdk = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31'; import Stripe from 'npm:stripe@14';
    const stripe = new Stripe(Deno.env.get('KEY'));`;
  test.each([
    [
      'a subscription of the user',
      `await stripe.subscriptions.update(user.subscription_id, { price: body.price });`,
      true,
    ],
    [
      'a card for the own customer',
      `await stripe.paymentMethods.attach(body.card, { customer: user.customer_id });`,
      true,
    ],
    [
      'a subscription that is named',
      `await stripe.subscriptions.update(body.id, { metadata: { by: user.id } });`,
      false,
    ],
    ['a customer that may be named', `await stripe.subscriptions.cancel(user.subscription_id || body.id);`, false],
    ['a refund', `await stripe.refunds.create({ charge: body.charge, metadata: { by: user.id } });`, false],
  ])('%s', (_, call, ofUser) => {
    const me = `const user = await createClientFromRequest(req).auth.me();`;
    expect(outsideIn(`${me} ${call}`, sdk).map((one) => one.ofUser)).toEqual([ofUser]);
  });
});
