import { wordsOf, type EnvFact } from '@base44-lint/model';
import { namesSecret } from '../secrets/names.js';

export interface SecretVariable {
  /** What a reader gets, with its article: "the password", "the service-role key". */
  readonly holds: string;
  /** The name alone says that the value is secret. */
  readonly certain: boolean;
  /** The build tool writes the value into the code that browsers load. */
  readonly published: boolean;
  /** The name without the prefix of the build tool. */
  readonly plainName: string;
}

const prefix = /^(?:VITE|NEXT_PUBLIC|REACT_APP|EXPO_PUBLIC|NUXT_PUBLIC|PUBLIC)_/;

/** Services whose keys act in the name of the account and are never meant for browsers. */
const secretServices = new Set(
  `openai anthropic claude gemini groq deepseek perplexity openrouter mistral cohere replicate elevenlabs huggingface
  resend sendgrid mailgun brevo postmark mailchimp twilio whatsapp telegram slack discord github gitlab notion airtable
  hubspot salesforce zapier make vercel netlify cloudflare aws shopify square plaid docusign onesignal_rest`.split(
    /\s+/,
  ),
);

/** Keys that browsers are meant to have: they name an app or are limited by the address of the page. */
const publicServices = new Set(
  'firebase revenuecat paddle maps places map mapbox maptiler mixpanel segment amplitude algolia pusher ably onesignal intercom crisp tawk giphy unsplash tenor'.split(
    ' ',
  ),
);

/** What a variable of the environment gives away in the browser; null where its name says nothing of a secret. */
export function judgeVariable({ name, source }: EnvFact): SecretVariable | null {
  if (source !== 'import.meta' && source !== 'process') return null;
  const plainName = name.replace(prefix, '');
  // Anything goes by `process.env` in tools that run on a computer; only a prefix says that a build passes it on.
  const published = plainName !== name;
  if (!published && source === 'process') return null;
  const words = wordsOf(plainName);
  const holds = plainlySecret(words);
  if (holds) return { holds, certain: true, published, plainName };
  if (!namesSecret(plainName) || words.some((word) => publicServices.has(word))) return null;
  const service = words.find((word) => secretServices.has(word));
  return {
    holds: service ? 'the key of that service' : 'this key',
    certain: service !== undefined,
    published,
    plainName,
  };
}

/** Words that only a secret has in its name. */
function plainlySecret(words: readonly string[]): string | null {
  const has = (...wanted: string[]) => wanted.every((word) => words.includes(word));
  if (has('service', 'role')) return 'the service-role key, which passes every access rule';
  if (has('private', 'key')) return 'the private key';
  if (has('rest', 'api', 'key')) return 'the key of the server interface';
  if (has('secret') && !has('public')) return 'the secret';
  if (has('password') || has('passwd') || has('passphrase') || has('passcode')) return 'the password';
  return null;
}
