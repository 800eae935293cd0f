import { describe, expect, test } from 'vitest';
import type { ContextDetection } from '../secrets/context.js';
import type { SecretPlace } from '../secrets/places.js';
import type { SecretWeight } from '../secrets/types.js';
import { findingOf } from './text.js';

const span = { start: 0, end: 1 };
const value = '9f4c1e7ab3d86205c7e91f4ab26d3850';
const store = "the app's secrets (dashboard or `base44 secrets set`)";

/** What is said of a made-up value with these circumstances. */
function told(
  place: SecretPlace,
  detection: Partial<ContextDetection> = {},
  more: { readonly comment?: boolean; readonly file?: string } = {},
) {
  const full: ContextDetection = { label: 'API key', value, weight: 'named', span, ...detection };
  return findingOf(full, { place, comment: false, span, ...more });
}

describe('who can do what', () => {
  test.each<[SecretPlace, string]>([
    ['browser', 'Everyone who opens the app'],
    ['backend', 'Everyone who can read this repository'],
    ['repository', 'Everyone who can read this repository'],
  ])('in %s', (place, who) => {
    expect(told(place)!.message).toBe(`${who} can read and use this API key (***).`);
    expect(told(place, {}, { comment: true })!.message).toBe(
      `${who} can read and use this API key (***) in a comment.`,
    );
  });

  test.each<[SecretWeight, string]>([
    ['live', 'can read and use this API key (***).'],
    ['hook', 'can send to this API key (***).'],
    ['browser', 'can use this API key (***) unless it is restricted at the provider.'],
    ['test', "can use this API key (***) in the provider's sandbox."],
    ['session', 'can act as the owner of this API key (***) until it expires.'],
    ['demo', 'can read this API key (***).'],
  ])('with a value of the kind %s', (weight, what) => {
    expect(told('backend', { weight })!.message).toBe(`Everyone who can read this repository ${what}`);
  });

  test('with one that is compared, replaced or stands in', () => {
    const message = (more: Partial<ContextDetection>) => told('browser', more)!.message;
    expect(message({ compared: true })).toBe(
      'Everyone who opens the app can read this API key (***) in the code and pass the check.',
    );
    expect(message({ overridable: true, compared: true })).toBe(
      'Everyone who opens the app can read this API key (***) in the code, and it counts until another value replaces it.',
    );
    expect(message({ fallbackFor: 'CRON_SECRET' })).toBe(
      'Everyone who opens the app knows the value (***) that stands in for CRON_SECRET wherever that is not set.',
    );
  });

  test('an example is worth no word where only its name speaks', () => {
    expect(told('example')).toBeNull();
    expect(told('example', { weight: 'live' })).toMatchObject({ severity: 'low' });
  });
});

describe('how bad', () => {
  test.each([
    ['plain', {}, 'high', 'likely'],
    ['known by its format', { weight: 'live' }, 'high', 'certain'],
    ['that another value replaces', { weight: 'password', overridable: true }, 'medium', 'likely'],
    ['that stands in and looks random', { fallbackFor: 'A_KEY' }, 'high', 'likely'],
    ['that stands in and is a word', { fallbackFor: 'A_KEY', value: 'nightly' }, 'medium', 'likely'],
  ] as const)('%s', (_, detection, severity, confidence) =>
    expect(told('backend', detection)).toMatchObject({ severity, confidence, secret: expect.any(String) }),
  );

  test('a word that stands in is as bad as any in the browser', () => {
    expect(told('browser', { fallbackFor: 'A_KEY', value: 'nightly' })!.severity).toBe('high');
  });

  test('a comment is one step milder', () => {
    expect(told('backend', {}, { comment: true })!.severity).toBe('medium');
  });
});

describe('what to do', () => {
  const advice = (...args: Parameters<typeof told>) => told(...args)!.advice;

  test.each([
    [
      'a committed environment file',
      advice('backend', {}, { file: '.env' }),
      `Replace the value at its provider, keep the new one in ${store}, and add this file to .gitignore.`,
    ],
    [
      'one of several environment files',
      advice('repository', {}, { file: 'server/.env.local' }),
      `Replace the value at its provider, keep the new one in ${store}, and add this file to .gitignore.`,
    ],
    [
      'a workflow',
      advice('backend', {}, { file: 'base44/workflows/a.jsonc' }),
      `Replace the value, keep the new one in ${store}, and let the function read it instead of passing it in this file.`,
    ],
    [
      'another JSON file',
      advice('repository', {}, { file: 'config/a.json' }),
      'Replace the value at its provider, because the history of this file keeps it, and keep the new one out of the repository.',
    ],
    [
      'a text',
      advice('backend', {}, { file: 'notes.md' }),
      'Replace the value at its provider, because the history of this file keeps it, and keep the new one out of the repository.',
    ],
    [
      'a page that is served',
      advice('browser', { variable: 'MAIL_KEY' }, { file: 'public/a.html' }),
      `Replace the value at its provider, keep the new one in ${store}, and call the service from a backend function that reads it with \`Deno.env.get('MAIL_KEY')\`.`,
    ],
    [
      'code of the backend',
      advice('backend', { variable: 'MAIL_KEY' }),
      `Replace the value at its provider, keep the new one in ${store}, and read it with \`Deno.env.get('MAIL_KEY')\`.`,
    ],
    [
      'a value without a name',
      advice('backend'),
      `Replace the value at its provider, keep the new one in ${store}, and read it with \`Deno.env.get('NAME')\`.`,
    ],
    [
      "the platform's own key in the browser",
      advice('browser', { label: 'Base44 API key' }),
      'Take the key out of the browser code, where users sign in and act as themselves, move what needs it into a backend function, and replace the key, because the history keeps it.',
    ],
    [
      "the platform's own key in a function",
      advice('backend', { label: 'Base44 API key' }),
      `Replace the value at its provider, keep the new one in ${store}, and read it with \`Deno.env.get('NAME')\`.`,
    ],
    [
      'a preset password of the backend',
      advice('backend', { overridable: true }),
      'Refuse where no other value is set instead of starting from this one, and change it wherever it is in use.',
    ],
    [
      'a preset password of the browser',
      advice('browser', { overridable: true }),
      'Check identity and role in a backend function with `auth.me()`, and change the value wherever it is used, because the history keeps it.',
    ],
    [
      'a comparison in the backend',
      advice('backend', { compared: true, variable: 'PIN' }),
      `Compare with \`Deno.env.get('PIN')\` kept in ${store}, refuse where that is not set, and change the value.`,
    ],
    [
      'a comparison in the browser',
      advice('browser', { compared: true }),
      'Check identity and role in a backend function with `auth.me()`, and change the value wherever it is used, because the history keeps it.',
    ],
    [
      'a stand-in',
      advice('backend', { fallbackFor: 'CRON_SECRET' }),
      `Refuse to run where CRON_SECRET is not set instead of falling back, and set it in ${store}.`,
    ],
    [
      'a key for maps',
      advice('browser', { weight: 'demo', label: 'Google API key' }),
      'Restrict the key to your domains and to the Maps APIs in the Google Cloud console.',
    ],
    [
      'a demonstration',
      advice('browser', { weight: 'demo' }),
      'Make sure that the account can see demo data only, or ask for the password.',
    ],
  ])('about %s', (_, given, expected) => expect(given).toBe(expected));
});
