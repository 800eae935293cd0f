import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Login.jsx'): Sample => ({ file, code });

describe('a token in the storage of the browser', () => {
  test('is drawn at the first place that keeps it', () => {
    const code = `const TOKEN_KEY = 'portal_session_token';
export function signIn(answer) {
  localStorage.setItem(TOKEN_KEY, answer.token);
}
export function renew(answer) {
  localStorage.setItem(TOKEN_KEY, answer.token);
}`;
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  3 |   localStorage.setItem(TOKEN_KEY, answer.token);
          |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely \`portal_session_token\` keeps a token in localStorage, so any script on the page and any browser extension can take it and act as this user until it expires.
          advice: Leave the session to the SDK's sign-in where it can be; otherwise keep the token in memory, make it short-lived, and let a backend function hold what renews it."
    `);
  });

  test.each([
    ['an access token', "localStorage.setItem('access_token', data.token);", 'medium'],
    ['a refresh token in the session', "sessionStorage.setItem('crmRefreshToken', data.refresh);", 'medium'],
    ['through window', "window.localStorage.setItem('jwt', token);", 'medium'],
    ['a token with something put before it', "localStorage.setItem('access_token', 'Bearer ' + data.token);", 'medium'],
    ['a key that somebody entered', "localStorage.setItem('openai_api_key', input);", 'medium'],
    ['a password', "localStorage.setItem('saved_password', form.password);", 'high'],
    ['an invitation', "localStorage.setItem('pending_invite_token', token);", 'low'],
  ])('%s', (_, code, severity) => expect(run(rule, page(code))).toMatchObject([{ severity, confidence: 'likely' }]));

  test('in TypeScript', () => {
    const code = "export const keep = (t: string): void => localStorage.setItem('access_token' as const, t!);";
    expect(run(rule, page(code, 'src/lib/session.ts'))).toHaveLength(1);
  });
});

describe('silent', () => {
  test.each([
    [
      'state of the interface under a constant called key',
      "const PANEL_KEY = 'panel_open'; localStorage.setItem(PANEL_KEY, open);",
    ],
    ["the session of the SDK's own template", "localStorage.setItem('base44_access_token', token);"],
    ['a guard of forms', "sessionStorage.setItem('csrf_token', token);"],
    ['the name of a device', "localStorage.setItem('fcm_device_token', token);"],
    ['a number of tokens', "localStorage.setItem('token_count', String(count));"],
    ['a mark that the page makes up', "sessionStorage.setItem('portal_session_token', Date.now().toString());"],
    [
      'a name that the page makes up',
      "const token = Math.random().toString(36).substring(2) + Date.now().toString(36);\nlocalStorage.setItem('visitor_token', token);",
    ],
    ['a flag', "localStorage.setItem('has_token', 'true');"],
    ['a key put together at run time', 'localStorage.setItem(`${app}_draft`, text);'],
    ['another store', "cache.setItem('access_token', token);"],
    ['reading and removing', "localStorage.getItem('access_token'); localStorage.removeItem('access_token');"],
  ])('%s', (_, code) => expectClean(rule, page(code)));

  test('tests', () =>
    expectClean(rule, page("localStorage.setItem('access_token', token);", 'src/lib/session.test.js')));

  test('keys that the options name', () => {
    const sample = page("localStorage.setItem('board_token', token);");
    expect(run(rule, sample)).toHaveLength(1);
    expectClean(rule, { ...sample, options: { ignoreKeys: ['board_token'] } });
  });
});

describe('the sentence', () => {
  const told = (key: string) => {
    const [finding] = run(rule, page(`sessionStorage.setItem('${key}', entered);`));
    return [finding?.severity, finding?.message, finding?.advice];
  };
  const vault =
    'Keep it in the secrets of the app and use it in a backend function; the browser never needs to hold it.';

  test.each([
    ['saved_password', 'high', 'a password', 'reads it in plain text and can sign in with it anywhere', vault],
    [
      'jwt',
      'medium',
      'a token',
      'can take it and act as this user until it expires',
      "Leave the session to the SDK's sign-in where it can be; otherwise keep the token in memory, make it short-lived, and let a backend function hold what renews it.",
    ],
    ['crm_api_key', 'medium', 'a key', "can take it and use the service in its owner's name", vault],
    [
      'invite_token',
      'low',
      'an invitation token',
      'can accept it in place of the person invited',
      'Carry it in the address through the sign-in instead, make it valid once and for a short time, and remove it after use.',
    ],
  ])('%s', (key, severity, what, then, advice) => {
    expect(told(key)).toEqual([
      severity,
      `\`${key}\` keeps ${what} in sessionStorage, so any script on the page and any browser extension ${then}.`,
      advice,
    ]);
  });

  test.each([
    ['userPwd', 'high'],
    ['passphrase', 'high'],
    ['tokens', 'medium'],
    ['apikey', 'medium'],
    ['client_secret', 'medium'],
    ['privateKey', 'medium'],
    ['magic_token', 'low'],
    ['claimToken', 'low'],
  ])('%s is %s', (key, severity) => expect(told(key)[0]).toBe(severity));

  test.each([
    'sort_key',
    'key',
    'password_hint',
    'token_type',
    'secret_santa',
    'map_token',
    'base44-session_token',
    '_base44_token',
  ])('silent: %s', (key) => expect(told(key)[0]).toBeUndefined());

  test('several keys are several findings, the same in both stores is one', () => {
    const code =
      "localStorage.setItem('jwt', a); sessionStorage.setItem('jwt', a); localStorage.setItem('crm_token', a);";
    expect(
      run(rule, page(code)).map(({ message }) => /^`(\w+)` keeps a token in (\w+)/.exec(message)!.slice(1)),
    ).toEqual([
      ['jwt', 'localStorage'],
      ['crm_token', 'localStorage'],
    ]);
  });

  test.each(['crypto.randomUUID()', '`t-${Date.now()}`', "'a' + Math.random()", 'String(Date.now())', "'x'"])(
    'silent for what the page makes up: %s',
    (value) => expectClean(rule, page(`localStorage.setItem('visitor_token', ${value});`)),
  );

  test.each([
    '`Bearer ${answer.token}`',
    'String(answer.token)',
    'Date.now() + answer.token',
    'crypto.wrap(answer.token)',
  ])('not for %s', (value) =>
    expect(run(rule, page(`localStorage.setItem('visitor_token', ${value});`))).toHaveLength(1),
  );

  test('backend functions have no such store', () => {
    expectClean(rule, page("localStorage.setItem('jwt', token);", 'base44/functions/a/entry.ts'));
  });
});
