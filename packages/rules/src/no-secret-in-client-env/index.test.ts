import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/lib/mail.js'): Sample => ({ file, code });

describe('a secret that the build writes into the app', () => {
  test('is drawn where it is read first', () => {
    const code =
      'const send = (mail) => fetch(url, { headers: { key: import.meta.env.VITE_RESEND_API_KEY } });\nif (import.meta.env.VITE_RESEND_API_KEY) send({});';
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  1 | const send = (mail) => fetch(url, { headers: { key: import.meta.env.VITE_RESEND_API_KEY } });
          |                                                     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely \`VITE_RESEND_API_KEY\` is written into the JavaScript of the app, so every visitor can read the key of that service and use it in the owner's name.
          advice: Keep it in the secrets of the app, read it in a backend function with \`Deno.env.get('RESEND_API_KEY')\`, and let the browser call that function; replace the value where the app was ever published."
    `);
  });

  test.each([
    ['a service-role key', 'import.meta.env.VITE_SUPABASE_SERVICE_ROLE_KEY'],
    ['a secret', 'import.meta.env.VITE_STRIPE_SECRET_KEY'],
    ['a password', "import.meta.env['VITE_ADMIN_PASSWORD']"],
    ['a private key', 'import.meta.env.VITE_VAPID_PRIVATE_KEY'],
    ['a key for servers', 'import.meta.env.VITE_ONESIGNAL_REST_API_KEY'],
    ['a key of a service that acts for the account', 'import.meta.env.VITE_OPENAI_API_KEY'],
    ['the name that another build tool passes on', 'process.env.REACT_APP_TWILIO_AUTH_TOKEN'],
  ])('%s', (_, read) => {
    expect(run(rule, page(`export const value = ${read};`))).toMatchObject([
      { severity: 'high', confidence: 'likely' },
    ]);
  });

  test('in TypeScript and by destructuring', () => {
    const code = 'const { VITE_API_SECRET, VITE_URL } = import.meta.env as Record<string, string>;';
    expect(run(rule, page(code, 'src/lib/api.ts'))).toHaveLength(1);
  });

  test('a name that the build does not pass on is milder: it is empty today', () => {
    const [finding] = run(rule, page('createClient(url, import.meta.env.SUPABASE_SERVICE_ROLE_KEY);'));
    expect(finding).toMatchObject({ severity: 'medium', message: expect.stringContaining('is empty in the browser') });
  });

  test('a key of which nobody knows whose it is, is a hint', () => {
    expect(run(rule, page('call(import.meta.env.VITE_BACKEND_API_KEY);'))).toMatchObject([
      { severity: 'low', confidence: 'possible' },
    ]);
  });
});

describe('silent', () => {
  test.each([
    'VITE_BASE44_APP_ID',
    'VITE_SUPABASE_ANON_KEY',
    'VITE_STRIPE_PUBLIC_KEY',
    'VITE_STRIPE_PUBLISHABLE_KEY',
    'VITE_FIREBASE_API_KEY',
    'VITE_GOOGLE_MAPS_API_KEY',
    'VITE_MIXPANEL_TOKEN',
    'VITE_PADDLE_CLIENT_TOKEN',
    'VITE_RECAPTCHA_SITE_KEY',
    'VITE_VAPID_PUBLIC_KEY',
    'VITE_API_URL',
    'DEV',
  ])('for %s', (name) => expectClean(rule, page(`export const value = import.meta.env.${name};`)));

  test('in a backend function, where secrets belong', () => {
    expectClean(rule, { file: 'base44/functions/mail/entry.ts', code: "const key = Deno.env.get('RESEND_API_KEY');" });
  });

  test('in scripts and tests', () => {
    expectClean(rule, page('run(process.env.STRIPE_SECRET_KEY);', 'scripts/seed.js'));
    expectClean(rule, page('run(import.meta.env.VITE_TEST_PASSWORD);', 'src/lib/login.test.js'));
  });

  test('for names that the options call public', () => {
    const sample = page('call(import.meta.env.VITE_PARTNER_API_KEY);');
    expectClean(rule, { ...sample, options: { ignoreNames: ['VITE_PARTNER_API_KEY'] } });
  });
});

describe('the sentence', () => {
  const only = (read: string) => {
    const [finding, ...others] = run(rule, page(`export const value = ${read};`));
    expect(others).toEqual([]);
    return finding!;
  };

  test.each([
    [
      'VITE_SUPABASE_SERVICE_ROLE_KEY',
      'the service-role key, which passes every access rule',
      'SUPABASE_SERVICE_ROLE_KEY',
    ],
    ['VITE_VAPID_PRIVATE_KEY', 'the private key', 'VAPID_PRIVATE_KEY'],
    ['VITE_ONESIGNAL_REST_API_KEY', 'the key of the server interface', 'ONESIGNAL_REST_API_KEY'],
    ['VITE_STRIPE_SECRET_KEY', 'the secret', 'STRIPE_SECRET_KEY'],
    ['VITE_ADMIN_PASSWORD', 'the password', 'ADMIN_PASSWORD'],
    ['VITE_APP_PASSCODE', 'the password', 'APP_PASSCODE'],
    ['VITE_DB_PASSPHRASE', 'the password', 'DB_PASSPHRASE'],
    ['NEXT_PUBLIC_OPENAI_API_KEY', 'the key of that service', 'OPENAI_API_KEY'],
    ['EXPO_PUBLIC_GROQ_API_KEY', 'the key of that service', 'GROQ_API_KEY'],
    ['VITE_BACKEND_API_KEY', 'this key', 'BACKEND_API_KEY'],
  ])('%s', (name, holds, plain) => {
    const { message, advice } = only(`import.meta.env.${name}`);
    expect(message).toBe(
      `\`${name}\` is written into the JavaScript of the app, so every visitor can read ${holds} and use it in the owner's name.`,
    );
    expect(advice).toBe(
      `Keep it in the secrets of the app, read it in a backend function with \`Deno.env.get('${plain}')\`, and let the browser call that function; replace the value where the app was ever published.`,
    );
  });

  test('a name that is not passed on is empty', () => {
    expect(only('import.meta.env.OPENAI_API_KEY')).toMatchObject({
      severity: 'medium',
      confidence: 'likely',
      message:
        '`OPENAI_API_KEY` is empty in the browser, because the build tool only passes on names with its own prefix, and that prefix would show the key of that service to every visitor.',
    });
  });

  test.each(['VITE_CLIENT_SECRET_PUBLIC', 'VITE_PRIVATE_MODE', 'VITE_REST_API_URL', 'VITE_SERVICE_NAME', 'VITE_ROLE'])(
    'silent for %s',
    (name) => expectClean(rule, page(`export const value = import.meta.env.${name};`)),
  );

  test.each(['process.env.OPENAI_API_KEY', 'globalThis.env.VITE_OPENAI_API_KEY'])('silent for %s', (read) =>
    expectClean(rule, page(`export const value = ${read};`)),
  );

  test('each variable is one finding', () => {
    const code = 'call(import.meta.env.VITE_A_SECRET, import.meta.env.VITE_B_SECRET, import.meta.env.VITE_A_SECRET);';
    expect(run(rule, page(code))).toHaveLength(2);
  });
});
