import { wordsOf, type App, type FileView } from '@base44-lint/model';

/** A service that calls the app when something has happened there. */
export interface Webhook {
  /** Name of the service where something in the file says it. */
  readonly provider: string | null;
  /** Its events are about money, or about who somebody is: what they set is worth forging. */
  readonly payment: boolean;
}

type Row = readonly [word: RegExp, name: string, payment: boolean];

const PROVIDERS: readonly Row[] = [
  [/^stripe$/, 'Stripe', true],
  [/^paypal$/, 'PayPal', true],
  [/^square$/, 'Square', true],
  [
    /^(?:paddle|lemonsqueezy|gumroad|razorpay|paystack|flutterwave|mollie|adyen|braintree|chargebee|recurly|revenuecat|mercadopago|asaas|kiwify|hotmart|wix|tranzila|payplus|cardcom|grow|payhere|wechat|alipay|yookassa|iyzico|mpesa|midtrans|xendit)$/,
    '',
    true,
  ],
  [/^(?:shopify|etsy|ebay|woocommerce|amazon)$/, '', true],
  [/^(?:twilio|sms)$/, 'Twilio', false],
  [/^(?:whatsapp|zapi|greenapi|evolution)$/, 'WhatsApp', false],
  [/^(?:resend|sendgrid|mailgun|postmark|mailersend|brevo|inbound)$/, '', false],
  [/^(?:telegram|slack|discord|messenger|instagram|facebook|meta|line)$/, '', false],
  [/^(?:persona|checkr|onfido|veriff|jumio|sumsub|idenfy|yoti|trulioo)$/, '', true],
  [
    /^(?:calendly|zapier|make|n8n|hubspot|docusign|typeform|jotform|tally|github|gitlab|clerk|plaid|vapi|retell|elevenlabs|zoom|monday|airtable|pandadoc|dropbox)$/,
    '',
    false,
  ],
];

/** Headers in which services sign what they send. */
const SIGNATURE_HEADERS: readonly (readonly [RegExp, string, boolean])[] = [
  [/^stripe-signature$/i, 'Stripe', true],
  [/^x-square-(?:hmacsha256-)?signature$/i, 'Square', true],
  [/^paypal-transmission-/i, 'PayPal', true],
  [/^x-twilio-signature$/i, 'Twilio', false],
  [/^x-hub-signature/i, 'Meta', false],
  [/^svix-|^webhook-signature$/i, 'Svix', false],
  [/^x-shopify-hmac/i, 'Shopify', true],
  [/^x-slack-signature$/i, 'Slack', false],
  [/^x-razorpay-signature$/i, 'Razorpay', true],
  [/^x-paystack-signature$/i, 'Paystack', true],
];

/** Types of events that only a payment service sends. */
const PAYMENT_EVENTS =
  /^(?:checkout\.session\.|invoice\.(?:paid|payment)|customer\.subscription\.|payment_intent\.|charge\.|PAYMENT\.(?:CAPTURE|SALE)|BILLING\.SUBSCRIPTION|CHECKOUT\.ORDER|payment\.(?:created|updated)$)/;

const RECEIVES =
  /webhook|(?:^|[a-z])Hook$|ipn$|callback$|^(?:on|handle|receive|process|inbound)\w*(?:SMS|Inbound|WhatsApp)/i;
/** Functions about webhooks that send, set up or list them. */
const ABOUT =
  /^(?:send|register|setup|set|create|test|list|trigger|dispatch|configure|delete|manage|retry|deliver|update|check|get|fetch|fire|emit|simulate|subscribe|sync|validate|verify|monitor|debug|diagnose|log|fix|replay|reprocess|audit|enable|disable|generate|backfill)(?![a-z])/;

/** Functions that send what waits in a queue of webhooks. */
const SENDS =
  /(?:Worker|Retry|Queue|Dispatcher|Dispatch|Sender|Delivery|Scheduler|Poller|Test|Logs?|Settings|Manager)$/;

/** The webhook that a function receives; null where nothing says that it receives one. */
export function webhookOf(app: App, file: FileView): Webhook | null {
  const fn = app.functions.find((one) => one.file === file.file);
  if (!fn) return null;
  const name = fn.name.split('/').at(-1) ?? fn.name;
  const byHeader = file.strings
    .filter(({ use }) => use !== 'assigned')
    .flatMap(({ value }) => SIGNATURE_HEADERS.filter(([pattern]) => pattern.test(value)))[0];
  const events = file.strings.some(
    ({ value, use }) => use !== 'assigned' && use !== 'property' && use !== 'argument' && PAYMENT_EVENTS.test(value),
  );
  const receives = RECEIVES.test(name) && !ABOUT.test(name) && !SENDS.test(name) && !isRedirect(name, file);
  if (!receives && !(byHeader && !ABOUT.test(name)) && !(events && !ABOUT.test(name))) return null;
  const words = wordsOf(name).concat(wordsOf(name).join(''));
  const row = PROVIDERS.find(([pattern]) => words.some((word) => pattern.test(word)));
  if (byHeader) return { provider: byHeader[1], payment: byHeader[2] };
  if (row) return { provider: row[1] || titled(words.find((word) => row[0].test(word)) ?? ''), payment: row[2] };
  return {
    provider: null,
    payment: events || /payment|checkout|billing|subscription|order|ipn|kyc|identity/i.test(name),
  };
}

/** Where a browser comes back to with a code after somebody has agreed to connect an account. */
const isRedirect = (name: string, { strings }: FileView): boolean =>
  /oauth|auth_?callback/i.test(name) ||
  (/callback$/i.test(name) && strings.some(({ value }) => value.includes('authorization_code')));

const titled = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
