/** What an outside service does for the app. `sms` stands for every short message: SMS, WhatsApp, push, chat. */
export type OutsideKind = 'mail' | 'sms' | 'llm' | 'payment' | 'mailbox' | 'storage' | 'http';

export interface Service {
  readonly name: string;
  readonly kind: OutsideKind;
}

type Row = readonly [pattern: RegExp, name: string, kind: OutsideKind];

/** Packages that talk to one service. The first match counts. */
const PACKAGES: readonly Row[] = [
  [/^resend$/, 'Resend', 'mail'],
  [/^nodemailer$|denomailer|^smtp$|emailjs/, 'a mail server', 'mail'],
  [/^@sendgrid\/mail$/, 'SendGrid', 'mail'],
  [/^mailgun(?:\.js|-js)?$/, 'Mailgun', 'mail'],
  [/^postmark$/, 'Postmark', 'mail'],
  [/^@getbrevo\/|^sib-api-v3-sdk$/, 'Brevo', 'mail'],
  [/^mailersend$/, 'MailerSend', 'mail'],
  [/^@aws-sdk\/client-ses/, 'Amazon SES', 'mail'],
  [/^twilio$/, 'Twilio', 'sms'],
  [/^(?:@vonage\/|nexmo)/, 'Vonage', 'sms'],
  [/^messagebird$/, 'MessageBird', 'sms'],
  [/^@aws-sdk\/client-sns$/, 'Amazon SNS', 'sms'],
  [/^web-push$/, 'web push', 'sms'],
  [/^@slack\/(?:web-api|webhook)$/, 'Slack', 'sms'],
  [/^openai$/, 'OpenAI', 'llm'],
  [/^@anthropic-ai\/sdk$/, 'Anthropic', 'llm'],
  [/^@google\/(?:generative-ai|genai)$/, 'Gemini', 'llm'],
  [/^groq-sdk$/, 'Groq', 'llm'],
  [/^@mistralai\/mistralai$/, 'Mistral', 'llm'],
  [/^cohere-ai$/, 'Cohere', 'llm'],
  [/^replicate$/, 'Replicate', 'llm'],
  [/^stripe$/, 'Stripe', 'payment'],
  [/^square$/, 'Square', 'payment'],
  [/^@paypal\//, 'PayPal', 'payment'],
  [/^braintree$/, 'Braintree', 'payment'],
  [/^razorpay$/, 'Razorpay', 'payment'],
  [/^mercadopago$/, 'Mercado Pago', 'payment'],
  [/^plaid$/, 'Plaid', 'payment'],
  [/^ccxt$/, 'an exchange', 'payment'],
  [/^(?:imapflow|imap|imap-simple|node-imap|poplib|node-pop3)$/, 'a mailbox', 'mailbox'],
  [/^googleapis$|^@googleapis\//, 'Google', 'storage'],
  [/^@aws-sdk\/client-s3$/, 'Amazon S3', 'storage'],
  [/^@notionhq\/client$/, 'Notion', 'storage'],
  [/^airtable$/, 'Airtable', 'storage'],
  [/^firebase-admin$/, 'Firebase', 'storage'],
];

/** Libraries that send a request to an address; the address says which service it is. */
const REQUESTERS = /^(?:axios|ky|got|node-fetch|undici|ofetch|superagent|cross-fetch)$/;

/** Hosts of services, matched against the end of the host and, where it matters, the path. */
const HOSTS: readonly Row[] = [
  [/^api\.resend\.com\/(?:audiences|contacts|domains|segments|topics)/, 'Resend', 'storage'],
  [/^api\.resend\.com/, 'Resend', 'mail'],
  [/^api(?:\.eu)?\.sendgrid\.com\/v3\/marketing/, 'SendGrid', 'storage'],
  [/^api(?:\.eu)?\.sendgrid\.com/, 'SendGrid', 'mail'],
  [/^api(?:\.eu)?\.mailgun\.net/, 'Mailgun', 'mail'],
  [/^api\.mailersend\.com/, 'MailerSend', 'mail'],
  [/^api\.(?:brevo|sendinblue)\.com\/v3\/contacts/, 'Brevo', 'storage'],
  [/^api\.brevo\.com|^api\.sendinblue\.com/, 'Brevo', 'mail'],
  [/^api\.postmarkapp\.com/, 'Postmark', 'mail'],
  [/^api\.mailjet\.com/, 'Mailjet', 'mail'],
  [/^api\.emailjs\.com/, 'EmailJS', 'mail'],
  [/^gmail\.googleapis\.com[^?]*\/send|^(?:www\.)?googleapis\.com\/(?:upload\/)?gmail[^?]*\/send/, 'Gmail', 'mail'],
  [/^graph\.microsoft\.com[^?]*\/sendMail/, 'Outlook', 'mail'],
  // Whose account it is, and how it is set up, is no mail.
  [
    /^(?:gmail\.googleapis\.com|(?:www\.)?googleapis\.com\/gmail)[^?]*\/(?:profile|settings|labels|watch|stop)(?:[/?]|$)/,
    'Gmail',
    'http',
  ],
  [/^gmail\.googleapis\.com|^(?:www\.)?googleapis\.com\/gmail/, 'Gmail', 'mailbox'],
  [/^graph\.microsoft\.com[^?]*\/(?:messages|mailFolders)/, 'Outlook', 'mailbox'],
  [/^api\.twilio\.com|^verify\.twilio\.com/, 'Twilio', 'sms'],
  [/^graph\.facebook\.com[^?]*\/messages/, 'WhatsApp', 'sms'],
  [/(?:^|\.)z-api\.io|green-?api\.com|ultramsg\.com|wati\.io/, 'WhatsApp', 'sms'],
  [/^rest\.nexmo\.com|^api\.nexmo\.com|^messages-sandbox\.nexmo/, 'Vonage', 'sms'],
  [/^onesignal\.com|^api\.onesignal\.com/, 'OneSignal', 'sms'],
  [/^exp\.host|^fcm\.googleapis\.com/, 'push messages', 'sms'],
  [/^api\.telegram\.org/, 'Telegram', 'sms'],
  [/^hooks\.slack\.com|^slack\.com\/api/, 'Slack', 'sms'],
  [/^discord(?:app)?\.com\/api/, 'Discord', 'sms'],
  [/^e-sms\.|(?:^|\.)sms[\w-]*\./, 'an SMS service', 'sms'],
  [/^api\.openai\.com/, 'OpenAI', 'llm'],
  [/^api\.anthropic\.com/, 'Anthropic', 'llm'],
  [/^generativelanguage\.googleapis\.com|aiplatform\.googleapis\.com/, 'Gemini', 'llm'],
  [/^api\.perplexity\.ai/, 'Perplexity', 'llm'],
  [/^api\.moonshot\.(?:ai|cn)/, 'Moonshot', 'llm'],
  [/^api\.groq\.com/, 'Groq', 'llm'],
  [/^openrouter\.ai/, 'OpenRouter', 'llm'],
  [/^api\.mistral\.ai/, 'Mistral', 'llm'],
  [/^api\.deepseek\.com/, 'DeepSeek', 'llm'],
  [/^api\.x\.ai/, 'xAI', 'llm'],
  [/^api\.cohere\.(?:ai|com)/, 'Cohere', 'llm'],
  [/^api\.replicate\.com/, 'Replicate', 'llm'],
  [/^api\.elevenlabs\.io/, 'ElevenLabs', 'llm'],
  [/^api-inference\.huggingface\.co/, 'Hugging Face', 'llm'],
  [/^(?:fal\.run|queue\.fal\.run)/, 'fal', 'llm'],
  [/^api\.stability\.ai/, 'Stability', 'llm'],
  [/^api\.stripe\.com/, 'Stripe', 'payment'],
  [/paypal\.com/, 'PayPal', 'payment'],
  [/squareup(?:sandbox)?\.com/, 'Square', 'payment'],
  [/^api\.razorpay\.com/, 'Razorpay', 'payment'],
  [/^api\.mercadopago\.com/, 'Mercado Pago', 'payment'],
  [/^api\.paystack\.co|^api\.flutterwave\.com/, 'a payment service', 'payment'],
  [
    /(?:^|\.)okx\.com|^api\.binance\.com|^api\.coinbase\.com|^api\.kraken\.com|alpaca\.markets/,
    'an exchange',
    'payment',
  ],
  [/^(?:www|sheets|docs|drive|people|tasks|calendar)\.googleapis\.com|^content\.googleapis\.com/, 'Google', 'storage'],
  [/^graph\.microsoft\.com/, 'Microsoft 365', 'storage'],
  [/^(?:api|content)\.dropboxapi\.com/, 'Dropbox', 'storage'],
  [/^api\.notion\.com/, 'Notion', 'storage'],
  [/^api\.airtable\.com/, 'Airtable', 'storage'],
  [/^api\.hubapi\.com/, 'HubSpot', 'storage'],
  [/\.supabase\.co/, 'Supabase', 'storage'],
  [/firebaseio\.com|^firestore\.googleapis\.com/, 'Firebase', 'storage'],
];

/** The app's own platform: not outside. */
const PLATFORM = /(?:^|\.)base44\.(?:app|com)$/;

/** The package of an import specifier: `npm:stripe@14.0.0` and `https://esm.sh/stripe@14` → `stripe`. */
function packageOf(from: string): string {
  const bare = from.replace(/^(?:npm:|jsr:)\/?/, '').replace(/^https?:\/\/[^/]+\/(?:x\/|v\d+\/)?/, '');
  return /^(?:@[^/@]+\/)?[^/@]+/.exec(bare)?.[0] ?? bare;
}

/** The service that a package talks to; null where it talks to none that we know. */
export function serviceOfPackage(from: string): Service | null {
  const name = packageOf(from);
  const row = PACKAGES.find(([pattern]) => pattern.test(name));
  return row ? { name: row[1], kind: row[2] } : null;
}

/** Whether a package sends requests to addresses, as `fetch` does. */
export const isRequester = (from: string): boolean => REQUESTERS.test(packageOf(from));

/** Whether calls of a package's exports may leave the app. */
export const isOutsidePackage = (from: string): boolean => isRequester(from) || serviceOfPackage(from) !== null;

/** The service at an address; `own` for the platform itself, null for an address without a host (`/api/x`). */
export function serviceOfUrl(url: string): Service | 'own' | null {
  const rest = /^(?:https?:)?\/\/(.+)$/i.exec(url)?.[1]?.toLowerCase();
  const host = rest === undefined ? undefined : /^(?:[^/@]*@)?([^/:?#]+)/.exec(rest)?.[1];
  if (rest === undefined || host === undefined) return null;
  if (PLATFORM.test(host)) return 'own';
  const row = HOSTS.find(([pattern]) => pattern.test(url.replace(/^(?:https?:)?\/\//i, '')));
  return row ? { name: row[1], kind: row[2] } : { name: host, kind: 'http' };
}
