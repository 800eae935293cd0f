import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const hook = (name: string, body: string, imports = '', more?: Partial<Sample>): Sample => ({
  file: `base44/functions/${name}/entry.ts`,
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
${imports}
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const svc = base44.asServiceRole;
  ${body}
  return new Response('ok');
});`,
  ...more,
});
const stripe = `import Stripe from 'npm:stripe@17';\nconst stripe = new Stripe(Deno.env.get('STRIPE_KEY'));`;
const parse = `const event = JSON.parse(await req.text());\n  `;
const write = `await svc.entities.Subscription.update(event.data.object.metadata.id, { status: 'active' });`;
const verified = `const event = await stripe.webhooks.constructEventAsync(await req.text(), req.headers.get('stripe-signature'), Deno.env.get('STRIPE_HOOK'));\n  `;
const verdicts = (sample: Sample) => run(rule, sample).map(({ severity, confidence }) => `${severity}/${confidence}`);

describe('an event that anyone can make up', () => {
  test('is drawn', () => {
    expect(squiggled(rule, hook('stripeWebhook', parse + write, stripe))).toMatchInlineSnapshot(`
      "  8 |   await svc.entities.Subscription.update(event.data.object.metadata.id, { status: 'active' });
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely Anyone who knows the address of this function can send it a made-up event of Stripe and change rows of Subscription, because no signature or secret is checked before.
          advice: Read the body as text and pass it with the \`stripe-signature\` header to \`stripe.webhooks.constructEventAsync(body, signature, secret)\`, and answer 400 where that throws."
    `);
  });

  test('a form that is open to everyone is none, whatever its address is called', () => {
    const add = `const body = await req.json();\n  await svc.entities.ContactRequest.create({ name: body.name, email: body.email });`;
    expectClean(rule, hook('contactWebhook', add));
    expect(verdicts(hook('facebookWebhook', add))).toEqual(['medium/likely']);
    expect(verdicts(hook('contactWebhook', add.replace('ContactRequest.create(', 'Member.create(')))).toEqual([
      'medium/likely',
    ]);
  });

  test('is clean once the signature is checked', () => {
    expectClean(rule, hook('stripeWebhook', verified + write, stripe));
  });

  test.each([
    ['by its name', 'stripeWebhook', parse + write, 'high/likely'],
    [
      'by the types of its events',
      'payments',
      `${parse}if (event.type === 'checkout.session.completed') { ${write} }`,
      'high/likely',
    ],
    [
      'by a header that nobody checks',
      'payments',
      `const signature = req.headers.get('stripe-signature');\n  ${parse}${write}`,
      'high/likely',
    ],
    [
      'of a mail service',
      'resendWebhook',
      `${parse}await svc.entities.Contact.update(event.data.id, { bounced: true });`,
      'medium/likely',
    ],
    [
      'of an unnamed service, about money',
      'orderWebhook',
      `${parse}await svc.entities.Order.update(event.id, { status: 'paid' });`,
      'high/likely',
    ],
    [
      'of who has been found to be who they say they are',
      'personaWebhook',
      `${parse}await svc.entities.Profile.update(event.data.reference, { kyc_status: 'approved' });`,
      'high/likely',
    ],
    [
      'of an unnamed service',
      'documentWebhook',
      `${parse}await svc.entities.CaseDocument.create(event);`,
      'medium/likely',
    ],
    [
      'handled by a helper',
      'paypalWebhook',
      `const apply = async (event) => { await svc.entities.Order.update(event.id, { status: 'paid' }); };\n  ${parse}await apply(event);`,
      'high/likely',
    ],
  ])('%s', (_, name, body, verdict) => expect(verdicts(hook(name, body))).toEqual([verdict]));

  test.each([
    [
      'a signature that may be left out',
      `const signature = req.headers.get('stripe-signature');\n  let event;\n  if (signature) event = await stripe.webhooks.constructEventAsync(await req.text(), signature, Deno.env.get('S'));\n  else event = await req.json();\n  ${write}`,
    ],
    [
      'a secret that may be unset',
      `const secret = Deno.env.get('S');\n  if (secret && req.headers.get('x-secret') !== secret) return new Response(null, { status: 401 });\n  ${parse}${write}`,
    ],
    [
      'a failure that falls back to the body',
      `const body = await req.text();\n  let event;\n  try { event = await stripe.webhooks.constructEventAsync(body, req.headers.get('stripe-signature'), Deno.env.get('S')); } catch { event = JSON.parse(body); }\n  ${write}`,
    ],
  ])('%s', (_, body) => expect(verdicts(hook('stripeWebhook', body, stripe))).toEqual(['high/likely']));

  test('a function that asks the service back is doubtful', () => {
    const body = `${parse}const payment = await stripe.paymentIntents.retrieve(event.data.object.id);\n  if (payment.amount > 0) await svc.entities.Order.update(payment.metadata.order, { paid: true });`;
    expect(verdicts(hook('stripeWebhook', body, stripe))).toEqual(['high/possible']);
  });

  test('JavaScript and the old layout', () => {
    const sample = hook('stripeWebhook', parse + write);
    expect(run(rule, { ...sample, file: 'base44/functions/stripeWebhook/entry.js' })).toHaveLength(1);
    expect(run(rule, { ...sample, file: 'functions/stripeWebhook.ts' })).toHaveLength(1);
  });
});

describe('the sentence and its places', () => {
  const only = (name: string, body: string, imports?: string) => {
    const [finding, ...others] = run(rule, hook(name, body, imports));
    expect(others).toEqual([]);
    return finding!;
  };

  test.each([
    ['create', 'svc.entities.Order.create({ id: event.id })', 'add'],
    ['bulkCreate', 'svc.entities.Order.bulkCreate([event])', 'add'],
    ['delete', 'svc.entities.Order.delete(event.id)', 'delete'],
    ['deleteMany', 'svc.entities.Order.deleteMany({ number: event.id })', 'delete'],
    ['updateMany', 'svc.entities.Order.updateMany({ number: event.id }, { $set: { paid: true } })', 'change'],
  ])('%s', (_, call, verb) => {
    expect(only('orderWebhook', `${parse}await ${call};`).message).toBe(
      `Anyone who knows the address of this function can send it a made-up event of the sending service and ${verb} rows of Order, because no signature or secret is checked before.`,
    );
  });

  test.each(['list()', 'filter({ number: event.id })', 'get(event.id)'])('%s changes nothing', (call) =>
    expectClean(rule, hook('orderWebhook', `${parse}await svc.entities.Order.${call};`)),
  );

  test.each([
    ['of the service', 'paypalWebhook', 'with the secret that PayPal shows for the webhook'],
    ['of an unnamed one', 'orderWebhook', 'with the secret that the service shows for the webhook'],
  ])('the advice names the secret %s', (_, name, part) =>
    expect(only(name, parse + write).advice).toBe(
      `Compute the HMAC of the raw body ${part} and compare it with the signature header, or demand a secret of your own in the address that you register.`,
    ),
  );

  test('the write about money is drawn, the others are evidence', () => {
    const body = `${parse}await svc.entities.Contact.create({ a: 1 });\n  await svc.entities.Contact.update(event.id, { a: 1 });\n  await svc.entities.Payment.create({ a: 2 });\n  await svc.entities.Payment.update(event.id, { a: 2 });\n  await svc.entities.Payment.update(event.id, { a: 3 });\n  await svc.entities.Contact.update(event.id, { a: 4 });\n  await svc.entities.Contact.update(event.id, { a: 5 });`;
    const sample = hook('documentWebhook', body);
    const [finding] = run(rule, sample);
    const text = ({ start, end }: { start: number; end: number }) => sample.code.slice(start, end);
    expect(text(finding!.span)).toBe('svc.entities.Payment.update(event.id, { a: 2 })');
    expect(finding!.severity).toBe('high');
    expect(finding!.evidence.map((place) => `${text(place)}: ${place.note}`)).toEqual([
      'svc.entities.Payment.update(event.id, { a: 3 }): acts on the event as well',
      'svc.entities.Payment.create({ a: 2 }): acts on the event as well',
      'svc.entities.Contact.update(event.id, { a: 1 }): acts on the event as well',
      'svc.entities.Contact.update(event.id, { a: 4 }): acts on the event as well',
    ]);
  });

  test.each([
    'SyncLog',
    'HookEvent',
    'MessageAudit',
    'SmsHistory',
    'ChatMessage',
    'Notification',
    'ApiErrors',
    'Webhook',
  ])('a new row of %s is only kept', (name) =>
    expectClean(rule, hook('documentWebhook', `${parse}await svc.entities.${name}.create(event);`)),
  );

  test('a change of a kept row is no keeping', () => {
    expect(only('documentWebhook', `${parse}await svc.entities.ChatMessage.update(event.id, event);`).severity).toBe(
      'medium',
    );
  });

  test.each([
    ['reads the payment', "await fetch('https://api.stripe.com/v1/charges/' + event.id);", 'possible'],
    ['makes another one', "await fetch('https://api.stripe.com/v1/charges', { method: 'POST', body });", 'likely'],
    ['asks for something else', "await fetch('https://api.example.org/charges/' + event.id);", 'likely'],
  ])('a function that %s', (_, ask, confidence) => {
    expect(only('paymentWebhook', `${parse}${ask}\n  ${write}`).confidence).toBe(confidence);
  });
});

describe('clean', () => {
  test.each([
    [
      'an HMAC of the raw body',
      'shopifyWebhook',
      `const body = await req.text();\n  const digest = await hmac(body, Deno.env.get('S'));\n  if (digest !== req.headers.get('x-shopify-hmac-sha256')) return new Response(null, { status: 401 });\n  const event = JSON.parse(body);\n  ${write}`,
    ],
    [
      'a helper that verifies',
      'resendWebhook',
      `const body = await req.text();\n  if (!(await verifySignature(body, req.headers))) return new Response(null, { status: 401 });\n  const event = JSON.parse(body);\n  ${write}`,
    ],
    [
      'Svix',
      'clerkWebhook',
      `const event = new Webhook(Deno.env.get('S')).verify(await req.text(), req.headers);\n  ${write}`,
    ],
    [
      'a secret in the address',
      'makeWebhook',
      `if (new URL(req.url).searchParams.get('key') !== Deno.env.get('HOOK_KEY')) return new Response(null, { status: 401 });\n  ${parse}${write}`,
    ],
    ['an event that is only kept', 'stripeWebhook', `${parse}await svc.entities.WebhookLog.create({ body: event });`],
    [
      "the caller's own client",
      'stripeWebhook',
      `${parse}await base44.entities.Order.update(event.id, { paid: true });`,
    ],
    ['a signed-in caller', 'orderCallback', `const user = await base44.auth.me();\n  ${parse}${write}`],
    ['a function that sends webhooks', 'sendWebhook', `${parse}${write}`],
    ['one that sets them up', 'registerStripeWebhook', `${parse}${write}`],
    ['another function', 'closeOrder', `${parse}${write}`],
    ['a worker that sends what waits', 'webhookRetryWorker', parse + write],
    ['a queue of webhooks', 'webhookQueue', parse + write],
    [
      'a secret of the environment that may be unset',
      'orderWebhook',
      `const secret = Deno.env.get('WEBHOOK_SECRET');\n  if (secret && req.headers.get('x-secret') !== secret) return new Response(null, { status: 401 });\n  ${parse}${write}`,
    ],
    [
      'an answer to a challenge',
      'whatsappWebhook',
      `return new Response(new URL(req.url).searchParams.get('hub.challenge'));`,
    ],
  ])('%s', (_, name, body) => {
    const imports = `import { Webhook } from 'npm:svix';\nimport { verifySignature } from 'npm:hooks';`;
    expectClean(rule, hook(name, body, imports));
  });

  test('a page of that name', () => {
    expectClean(rule, {
      file: 'src/pages/StripeWebhook.jsx',
      code: `import { base44 } from '@/api/base44Client';\nbase44.entities.Order.update(1, {});`,
    });
  });
});

test('trustedFunctions: checked before the request reaches the app', () => {
  const sample = hook('stripeWebhook', parse + write);
  expectClean(rule, { ...sample, options: { trustedFunctions: ['stripeWebhook'] } });
  expect(run(rule, { ...sample, options: { trustedFunctions: ['other'] } })).toHaveLength(1);
});

test('trustedFunctions: the name of one function leaves the others as they are', () => {
  const other = { 'base44/functions/other/entry.ts': 'Deno.serve(() => new Response());' };
  const sample = hook('stripeWebhook', parse + write, '', { files: other });
  expect(run(rule, { ...sample, options: { trustedFunctions: ['other'] } })).toHaveLength(1);
  expect(run(rule, { ...sample, options: { trustedFunctions: [] } })).toHaveLength(1);
});
