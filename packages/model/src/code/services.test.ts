import { describe, expect, test } from 'vitest';
import { isOutsidePackage, isRequester, serviceOfPackage, serviceOfUrl } from './services.js';

const named = (service: ReturnType<typeof serviceOfUrl>) =>
  service === null || service === 'own' ? service : `${service.kind} ${service.name}`;

describe('the service at an address', () => {
  test.each([
    ['https://api.resend.com/emails', 'mail Resend'],
    ['https://api.resend.com/contacts', 'storage Resend'],
    ['https://api.eu.sendgrid.com/v3/mail/send', 'mail SendGrid'],
    ['https://api.sendgrid.com/v3/marketing/contacts', 'storage SendGrid'],
    ['https://gmail.googleapis.com/gmail/v1/users/me/messages/send', 'mail Gmail'],
    ['https://www.googleapis.com/upload/gmail/v1/users/me/messages/send', 'mail Gmail'],
    ['https://gmail.googleapis.com/gmail/v1/users/me/messages', 'mailbox Gmail'],
    ['https://graph.microsoft.com/v1.0/me/sendMail', 'mail Outlook'],
    ['https://graph.microsoft.com/v1.0/me/messages', 'mailbox Outlook'],
    ['https://graph.microsoft.com/v1.0/me/drive', 'storage Microsoft 365'],
    ['https://graph.facebook.com/v19.0/1/messages', 'sms WhatsApp'],
    ['https://graph.facebook.com/v19.0/1', 'http graph.facebook.com'],
    ['https://api.telegram.org/bot1/sendMessage', 'sms Telegram'],
    ['https://sms-gate.example.org/send', 'sms an SMS service'],
    ['https://api.openai.com/v1/responses', 'llm OpenAI'],
    ['https://api.stripe.com/v1/charges', 'payment Stripe'],
    ['https://api-m.sandbox.paypal.com/v2', 'payment PayPal'],
    ['https://www.okx.com/api', 'payment an exchange'],
    ['https://sheets.googleapis.com/v4', 'storage Google'],
    ['https://abc.supabase.co/rest/v1', 'storage Supabase'],
    ['//api.resend.com/emails', 'mail Resend'],
    ['http://api.example.org:8080/x?y', 'http api.example.org'],
    ['https://API.Example.org', 'http api.example.org'],
    ['https://user:key@api.example.org/x', 'http api.example.org'],
    ['https://shop.base44.app/api', 'own'],
    ['https://base44.com/x', 'own'],
    ['https://notbase44.com/x', 'http notbase44.com'],
    ['https://base44.app.example.org/x', 'http base44.app.example.org'],
    ['/api/x', null],
    ['api.resend.com/emails', null],
    ['ftp://api.resend.com', null],
    ['https:///x', null],
    ['https://evil.example/api.openai.com', 'http evil.example'],
  ])('%s', (url, service) => {
    expect(named(serviceOfUrl(url))).toBe(service);
  });
});

describe('the service of a package', () => {
  test.each([
    ['npm:resend@4.0.0', 'mail Resend'],
    ['https://esm.sh/stripe@14?target=deno', 'payment Stripe'],
    ['https://deno.land/x/denomailer@1.0/mod.ts', 'mail a mail server'],
    ['npm:/twilio', 'sms Twilio'],
    ['@sendgrid/mail', 'mail SendGrid'],
    ['npm:@aws-sdk/client-s3@3/dist', 'storage Amazon S3'],
    ['@googleapis/drive', 'storage Google'],
    ['@anthropic-ai/sdk', 'llm Anthropic'],
    ['imapflow', 'mailbox a mailbox'],
    ['@stripe/stripe-js', null],
    ['stripe-like', null],
    ['my-openai', null],
    ['./resend.ts', null],
    ['react', null],
  ])('%s', (from, service) => {
    expect(named(serviceOfPackage(from))).toBe(service);
    expect(isOutsidePackage(from)).toBe(service !== null);
  });

  test.each(['axios', 'npm:ky@1', 'https://esm.sh/v135/got@14', 'node-fetch'])('%s sends requests', (from) => {
    expect([isRequester(from), isOutsidePackage(from)]).toEqual([true, true]);
  });

  test.each(['axios-like', 'fetch', '@own/axios'])('%s does not', (from) => expect(isRequester(from)).toBe(false));
});
