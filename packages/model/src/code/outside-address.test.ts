import { describe, expect, test } from 'vitest';
import { BACKEND, viewOf } from './testing/view.js';
import type { OutsideCall } from './view.js';

const callsIn = (body: string, outside = ''): readonly OutsideCall[] =>
  viewOf(
    `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n${outside}\nDeno.serve(async (req) => { const base44 = createClientFromRequest(req); const body = await req.json(); ${body} return new Response('ok'); });`,
    BACKEND,
  ).outside;

/** The service that the address of a request leads to; `unknown`, or `none` where the request stays in the app. */
const at = (address: string, outside = ''): string => {
  const [call] = callsIn(`await fetch(${address});`, outside);
  return call ? (call.service ?? 'unknown') : 'none';
};

describe('the service that an address leads to', () => {
  const base = "const BASE = 'https://api.resend.com';";
  test.each([
    ["'https://api.resend.com/emails'", 'Resend'],
    ["'/api/x'", 'none'],
    ["'api/x'", 'unknown'],
    ['5', 'unknown'],
    ['BASE', 'Resend'],
    ['`${BASE}/emails`', 'Resend'],
    ["BASE + '/emails'", 'Resend'],
    ['`https://api.resend.com/${id}`', 'Resend'],
    ['`https://${host}/emails`', 'unknown'],
    ['`http://${host}/emails`', 'unknown'],
    ['`https://${sub}.resend.com`', 'unknown'],
    ['`/api/${id}`', 'none'],
    ['`${OWN}/x`', 'none'],
    ['`${unknown}/x`', 'unknown'],
    ['new URL(BASE)', 'Resend'],
    ["new URL('/x', BASE)", 'none'],
    ['new URL(BASE).toString()', 'Resend'],
    ['new URL(BASE).href', 'Resend'],
    ['new Request(BASE)', 'Resend'],
    ['{ url: BASE }.url', 'Resend'],
    ["on ? BASE : 'https://api.openai.com'", 'Resend'],
    ["on ? '/api/x' : BASE", 'Resend'],
    ["on ? '/api/x' : '/api/y'", 'none'],
    ['on ? unknown : BASE', 'Resend'],
    ['on ? unknown : OWN', 'none'],
    ['made()', 'Resend'],
    ['either()', 'Resend'],
    ['missing()', 'unknown'],
    ['ADDRESSES.mail', 'Resend'],
    ['ADDRESSES.other', 'unknown'],
    ['row.href', 'unknown'],
    ['`https://api.resend.com${path}`', 'Resend'],
  ])('%s: %s', (address, service) => {
    const outside = `${base} const OWN = '/api'; const ADDRESSES = { mail: BASE }; const made = () => BASE; const either = () => { if (x) return '/api'; return BASE; };`;
    expect(at(address.startsWith('{') ? `(${address.replace('}.url', '}).url')}` : address, outside)).toBe(service);
  });

  test('that callers hand over', () => {
    const helper = 'const send = (url) => fetch(url); const sendTo = ({ url }) => fetch(url);';
    const of = (code: string) => callsIn(code, helper).map(({ service }) => service);
    expect(of("send('https://api.resend.com');")).toEqual(['Resend', null]);
    expect(of("send('/api/x'); send('https://api.openai.com');")).toEqual(['OpenAI', null]);
    expect(of("sendTo({ url: 'https://api.resend.com' });")).toEqual([null, 'Resend']);
  });
});

describe('whether a key of the owner goes along', () => {
  const key = "Deno.env.get('KEY')";
  const withKey = (args: string, before = '') =>
    callsIn(`${before} await fetch(${args});`).map(({ ownersKey }) => ownersKey);
  const url = "'https://api.example.org/x'";

  test.each([
    [`${url}, { headers: { Authorization: ${key} } }`, true],
    [`${url}, { headers: { 'x-api-key': \`Key \${${key}}\` } }`, true],
    [`${url}, { headers: { ...{ a: ${key} } } }`, true],
    [`${url}, { headers: new Headers({ a: ${key} }) }`, true],
    [`${url}, { headers: { a: 'fixed' } }`, false],
    [`${url}, { headers: { a: body.key } }`, false],
    [`\`https://api.example.org/?key=\${${key}}\``, true],
    [`${url}, { body: JSON.stringify({ api_key: ${key} }) }`, true],
    [`${url}, { body: JSON.stringify({ client_id: ${key} }) }`, true],
    [`${url}, { body: JSON.stringify({ password: ${key} }) }`, true],
    [`${url}, { body: JSON.stringify({ name: ${key} }) }`, false],
    [`${url}, { body: JSON.stringify({ deep: [{ token: ${key} }] }) }`, true],
    [`${url}, { body: new URLSearchParams({ client_secret: ${key} }) }`, true],
    [`${url}, { body: on ? { username: ${key} } : null }`, true],
    [`${url}, { cache: ${key} }`, false],
    [url, false],
  ])('%s: %s', (args, expected) => expect(withKey(args)).toEqual([expected]));

  test('a key that lies in the record of the signed-in user is the user’s own', () => {
    const me = 'const user = await base44.auth.me();';
    const row = `${me} const [own] = await base44.entities.Setting.filter({ user_id: user.id });`;
    expect(withKey(`${url}, { headers: { a: own.api_key } }`, row)).toEqual([false]);
    const either = `${row} const key = own.api_key || Deno.env.get('KEY');`;
    expect(withKey(`${url}, { headers: { a: key } }`, either)).toEqual([false]);
    const named = `${me} const key = user.email + Deno.env.get('KEY');`;
    expect(withKey(`${url}, { headers: { a: key } }`, named)).toEqual([true]);
    const stored = `const key = (await base44.asServiceRole.entities.Setting.list())[0].api_key || Deno.env.get('KEY');`;
    expect(withKey(`${url}, { headers: { a: key } }`, stored)).toEqual([true]);
  });
});

describe('what of a message the caller decides', () => {
  const sent = (message: string) =>
    callsIn(`await fetch('https://api.resend.com/emails', { method: 'POST', body: JSON.stringify(${message}) });`)[0]!
      .fromCaller;

  test.each(
    [
      'to',
      'recipient',
      'recipients',
      'email',
      'phone',
      'number',
      'chat_id',
      'phone_number',
      'mobile',
      'bcc',
      'cc',
      'receiver',
      'include_player_ids',
    ].map((name) => [name] as const),
  )('%s says to whom it goes', (name) => expect(sent(`{ ${name}: body.to }`)).toEqual(['recipient']));

  test.each(['from', 'reply_to', 'tox', 'nocc', 'id'])('%s does not', (name) => {
    expect(sent(`{ ${name}: body.to }`)).toEqual([]);
  });

  test.each([
    'text',
    'html',
    'body',
    'message',
    'content',
    'subject',
    'template_data',
    'prompt',
    'system',
    'file_url',
    'images',
  ])('%s is what it says', (name) => expect(sent(`{ ${name}: body.name }`)).toEqual(['content']));

  test.each([
    ['nested', '{ message: 5, inner: { to: body.to } }', ['recipient']],
    ['in a list', '{ all: [{ to: body.to }] }', ['recipient']],
    ['in one of two', '{ all: on ? { to: body.to } : null }', ['recipient']],
    ['in a spread', '{ ...{ to: body.to } }', ['recipient']],
    ['out of a row', '{ to: row.email }', []],
    ['the signed-in user', '{ to: user.email }', []],
    ['a setting', "{ to: Deno.env.get('TO') }", []],
    ['a setting, or what was sent', "{ to: Deno.env.get('TO') || body.to }", []],
    ['both', '{ to: body.to, text: body.name }', ['recipient', 'content']],
    ['neither', "{ to: 'a@b.example', text: 'x' }", []],
  ])('%s', (_, message, expected) => {
    const before = 'const user = await base44.auth.me(); const row = await base44.entities.Task.get("a");';
    const [call] = callsIn(
      `${before} await fetch('https://api.resend.com/emails', { method: 'POST', body: JSON.stringify(${message}) });`,
    );
    expect(call!.fromCaller).toEqual(expected);
  });

  test('of a payment whatever is sent decides, of a message only what it says', () => {
    const to = (address: string) =>
      callsIn(`await fetch('${address}', { method: 'POST', body: JSON.stringify({ amount: body.amount }) });`)[0]!
        .fromCaller;
    expect(to('https://api.stripe.com/v1/x')).toEqual(['content']);
    expect(to('https://api.notion.com/v1/x')).toEqual(['content']);
    expect(to('https://api.resend.com/emails')).toEqual([]);
    expect(to('https://api.openai.com/v1/x')).toEqual([]);
  });
});
