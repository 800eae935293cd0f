import { describe, expect, test } from 'vitest';
import { appOf, viewOf } from '../testing/sample.js';
import { webhookOf, type Webhook } from './webhook.js';

const of = (name: string, code = ''): Webhook | null => {
  const sample = {
    file: `base44/functions/${name}/entry.ts`,
    code: `Deno.serve(async (req) => { const event = await req.json(); ${code} return new Response('ok'); });`,
  };
  const app = appOf(sample);
  return webhookOf(app, viewOf(sample, app));
};

describe('a webhook is known', () => {
  test.each([
    ['stripeWebhook', 'Stripe', true],
    ['etsyWebhook', 'Etsy', true],
    ['resend-webhook', 'Resend', false],
    ['handleTwilioSMS', 'Twilio', false],
    ['receiveWhatsApp', null, false],
    ['paymentCallback', null, true],
    ['personaWebhook', 'Persona', true],
    ['kycCallback', null, true],
    ['connectCallback', null, false],
    ['documentWebhook', null, false],
  ])('by the name %s', (name, provider, payment) => {
    const found = of(name);
    expect(found).not.toBeNull();
    if (provider) expect(found).toEqual({ provider, payment });
    else expect(found?.payment).toBe(payment);
  });

  test.each([
    ['a header', `req.headers.get('x-shopify-hmac-sha256');`, 'Shopify'],
    ['types of events', `if (event.type === 'invoice.payment_succeeded') console.log(event);`, null],
  ])('by %s', (_, code, provider) => expect(of('incoming', code)).toEqual({ provider, payment: true }));
});

test('where a browser comes back to with a code receives none', () => {
  const exchange = `await fetch(url, { body: new URLSearchParams({ grant_type: 'authorization_code', code }) });`;
  expect(of('docusignCallback', exchange)).toBeNull();
  expect(of('docusignCallback')).not.toBeNull();
  expect(of('googleOAuthCallback')).toBeNull();
  expect(of('docusignWebhook', exchange)).not.toBeNull();
});

test.each(['sendWebhook', 'registerStripeWebhook', 'testWebhook', 'listWebhooks', 'closeOrder', 'onOrderCreated'])(
  '%s receives none',
  (name) => expect(of(name)).toBeNull(),
);
