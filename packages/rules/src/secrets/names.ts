import { wordsOf } from '@base44-lint/model';

const passwordWords = new Set([
  'password',
  'passwd',
  'pwd',
  'passcode',
  'passphrase',
  'passwort',
  'senha',
  'contrasena',
]);
const secretWords = new Set([
  'key',
  'apikey',
  'token',
  'secret',
  'credential',
  'credentials',
  'auth',
  ...passwordWords,
]);

/** Words which say that a key is no secret: it is published on purpose, or it names a place and not an access. */
const publicWords = new Set(
  `public publishable anon data site client pub storage cache query sort filter group route path page nav menu tab i18n translation locale label
  field column row index primary foreign lookup map object react item dedupe idempotency event feature flag local state
  theme schema entity record template slug csrf partition vapid recaptcha turnstile posthog analytics measurement
  tracking pixel sentry firebase mapbox widget embed app hash checksum integrity sha256 sha fingerprint encoded`.split(
    /\s+/,
  ),
);

/** What a name of interest holds somewhere; saves splitting the many that hold none of it. */
const worthSplitting = /key|token|secret|credential|auth|pass|pwd|senha|contras|code|pin/i;

/** Whether a name speaks of a secret, by its last word. */
export function namesSecret(name: string | null): boolean {
  if (name === null || !worthSplitting.test(name)) return false;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (!secretWords.has(last)) return false;
  return last === 'secret' || passwordWords.has(last) || !words.some((word) => publicWords.has(word));
}

/** Whether a name speaks of a password and not of its state, form field or text (`passwordStrength`, `password_label`). */
export function namesPassword(name: string | null): boolean {
  if (name === null || !worthSplitting.test(name)) return false;
  const words = wordsOf(name);
  const last = words.at(-1) ?? '';
  if (passwordWords.has(last)) return true;
  return (
    words.some((word) => passwordWords.has(word)) && /^(?:input|value|attempt|entered|guess|try|text|\d+)$/.test(last)
  );
}

/** Whether a name speaks of a code that opens something: `pin`, `accessCode`, `masterKey`. */
export function namesAccessCode(name: string | null): boolean {
  if (name === null || !worthSplitting.test(name)) return false;
  const [last, before] = wordsOf(name).toReversed();
  if (last === 'pin') return true;
  return (
    (last === 'code' || last === 'key' || last === 'pin' || last === 'secret' || last === 'token') &&
    /^(?:access|admin|master|secret|unlock|bypass|cron|webhook|internal|service|api|auth|shared|job)$/.test(
      before ?? '',
    )
  );
}

/** Whether a name is that of a request header which carries a credential. */
export function namesCredentialHeader(name: string): boolean {
  return /^(?:(?:proxy-)?authorization|api-key|x-[a-z-]*(?:key|token|secret|auth)|[a-z-]*-(?:api-key|access-token|auth-token))$/i.test(
    name,
  );
}

/** `adminPassword` → `ADMIN_PASSWORD`. */
export function variableName(name: string): string {
  return wordsOf(name).join('_').toUpperCase();
}
