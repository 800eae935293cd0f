import { describe, expect, test } from 'vitest';
import { BACKEND, viewOf } from './testing/view.js';

/** Calls that leave a backend function, each as kind, service, member, `key` of the owner, and what the caller decides. */
const told = (body: string, outside = ''): readonly string[] =>
  viewOf(
    `${outside}\nDeno.serve(async (req) => { const body = await req.json(); ${body} return new Response('ok'); });`,
    BACKEND,
  ).outside.map(({ kind, service, member, ownersKey, fromCaller }) =>
    [kind, service ?? '-', member, ...(ownersKey ? ['key'] : []), ...fromCaller].join(' '),
  );

const resend = 'https://api.resend.com/emails';
const message = '{ to: body.to, subject: "x" }';

describe('fetch by any of its names', () => {
  test.each([
    [`fetch('${resend}');`, ['mail Resend GET']],
    [`window.fetch('${resend}');`, ['mail Resend GET']],
    [`globalThis.fetch('${resend}');`, ['mail Resend GET']],
    [`self.fetch('${resend}');`, ['mail Resend GET']],
    [`fetch('${resend}', { method: 'post' });`, ['mail Resend POST']],
    [`fetch('${resend}', { method: body.method });`, ['mail Resend ?']],
    [`fetch('${resend}', { method: 5 });`, ['mail Resend ?']],
    [`fetch('${resend}', options);`, ['mail Resend GET']],
    [`fetch('${resend}', { method: 'POST', body: ${message} });`, ['mail Resend POST recipient']],
    [`fetch('${resend}', { method: 'POST', note: ${message} });`, ['mail Resend POST']],
  ])('%s', (code, calls) => expect(told(code)).toEqual(calls));

  test.each([
    'fetch();',
    `cache.fetch('${resend}');`,
    `windows.fetch('${resend}');`,
    `myself.fetch('${resend}');`,
    `app.window.fetch('${resend}');`,
    `window.prefetch('${resend}');`,
    `new fetch('${resend}');`,
    `prefetch('${resend}');`,
    `const fetch = (url) => url; fetch('${resend}');`,
    "fetch('https://base44.app/api/x', { method: 'POST' });",
  ])('not %s', (code) => expect(told(code)).toEqual([]));
});

describe('libraries that send requests', () => {
  const axios = "import axios from 'npm:axios@1';";
  test.each([
    [`axios.get('${resend}');`, axios, ['mail Resend GET']],
    [`axios.default.get('${resend}');`, "import * as axios from 'npm:axios@1';", ['mail Resend GET']],
    [`axios('${resend}');`, axios, ['mail Resend GET']],
    [`axios('${resend}', { method: 'PUT' });`, axios, ['mail Resend PUT']],
    [`axios({ url: '${resend}', method: 'POST', data: ${message} });`, axios, ['mail Resend POST recipient']],
    [`axios.request({ url: '${resend}', method: 'POST', data: ${message} });`, axios, ['mail Resend POST recipient']],
    [`axios.post('${resend}', ${message});`, axios, ['mail Resend POST recipient']],
    [`axios.put('${resend}', ${message});`, axios, ['mail Resend PUT recipient']],
    [`axios.patch('${resend}', ${message});`, axios, ['mail Resend PATCH recipient']],
    [`axios.delete('${resend}', { data: ${message} });`, axios, ['mail Resend DELETE recipient']],
    [`axios.delete('${resend}', ${message});`, axios, ['mail Resend DELETE']],
    [`axios.get('${resend}', { params: ${message} });`, axios, ['mail Resend GET']],
    [`axios.get(body.url);`, axios, ['http - GET address']],
    [`axios({ url: body.url });`, axios, ['http - GET address']],
    [
      `got('${resend}', { method: 'POST', json: ${message} });`,
      "import got from 'got';",
      ['mail Resend POST recipient'],
    ],
    [`ky.post('${resend}', { json: ${message} });`, "import ky from 'ky';", ['mail Resend POST recipient']],
    [`request('${resend}', { body: ${message} });`, "import { request } from 'undici';", ['mail Resend GET recipient']],
  ])('%s', (code, library, calls) => expect(told(code, library)).toEqual(calls));

  test.each([
    `axios.create({ url: '${resend}' });`,
    `axios.isAxiosError('${resend}');`,
    "axios.get('/api/tasks');",
    'axios({ data: body.to });',
    'axios();',
    `new axios('${resend}');`,
    "axios.get('https://x.base44.app/api');",
  ])('not %s', (code) => expect(told(code, axios)).toEqual([]));
});

describe('raw connections, by their port', () => {
  test.each([
    [993, 'mailbox a mailbox'],
    [143, 'mailbox a mailbox'],
    [995, 'mailbox a mailbox'],
    [110, 'mailbox a mailbox'],
    [465, 'mail a mail server'],
    [587, 'mail a mail server'],
    [25, 'mail a mail server'],
    [5432, 'http -'],
    [0, 'http -'],
  ])('%d', (port, expected) => {
    expect(told(`await Deno.connect({ hostname: 'x.example', port: ${port} });`)).toEqual([`${expected} connect`]);
  });

  test('the port may be a text, or not known', () => {
    expect(told("await Deno.connectTls({ port: '993' });")).toEqual(['mailbox a mailbox connectTls']);
    expect(told('await Deno.connectTls({ port: body.port });')).toEqual(['http - connectTls']);
    expect(told('await Deno.connect(target);')).toEqual(['http - connect']);
  });

  test('the caller may name the host, which says more than the port that is not known', () => {
    expect(told('await Deno.connect({ hostname: body.host, port: 5432 });')).toEqual(['http - connect address']);
    expect(told('await Deno.connect({ host: body.host, port: 5432 });')).toEqual(['http - connect']);
  });

  test.each(['Deno.listen({ port: 993 });', 'Denon.connect({ port: 993 });', 'Deno.net.connect({ port: 993 });'])(
    'not %s',
    (code) => expect(told(code)).toEqual([]),
  );
});

describe('clients of services that come from elsewhere', () => {
  const stripe = "import Stripe from 'npm:stripe';";
  test.each([
    ['a helper makes it', 'make().refunds.create({});', 'const make = () => new Stripe(Deno.env.get("K"));'],
    [
      'a helper of a helper makes it',
      'make().refunds.create({});',
      'const inner = () => new Stripe(Deno.env.get("K")); const make = () => inner();',
    ],
    [
      'a helper makes it, or says that it cannot',
      'make().refunds.create({});',
      'const make = () => { if (!ready) return null; return new Stripe(Deno.env.get("K")); };',
    ],
    [
      'a part of it is handed over',
      'run(new Stripe(Deno.env.get("K")).refunds);',
      'const run = (refunds) => refunds.create({});',
    ],
    [
      'only one of two callers hands it over',
      'run(null); run(new Stripe(Deno.env.get("K")));',
      'const run = (client) => client.refunds.create({});',
    ],
    [
      'it is handed over twice',
      'outer(new Stripe(Deno.env.get("K")));',
      'const inner = (client) => client.refunds.create({}); const outer = (one) => inner(one);',
    ],
  ])('%s', (_, code, helper) => {
    expect(told(code, `${stripe}\n${helper}`)).toEqual(['payment Stripe refunds.create key']);
  });

  test.each([
    ['a helper that gives the package', 'make().refunds.create({});', 'const make = () => Stripe;'],
    ['a client of the app', 'run(mine);', 'const mine = {}; const run = (client) => client.refunds.create({});'],
    ['what nothing hands over', '', 'const run = (client) => client.refunds.create({});'],
  ])('not %s', (_, code, helper) => expect(told(code, `${stripe}\n${helper}`)).toEqual([]));
});

describe('members of service packages', () => {
  const google = "import { google } from 'npm:googleapis'; const gmail = google.gmail({ auth: Deno.env.get('K') });";
  test.each([
    ['gmail.users.messages.send({});', 'mail Gmail users.messages.send key'],
    ['gmail.users.messages.list({});', 'mailbox Gmail users.messages.list key'],
    ['gmail.users.threads.get({});', 'mailbox Gmail users.threads.get key'],
    ['gmail.users.labels.list({});', 'storage Google users.labels.list key'],
    ['gmail.my.users.messages.list({});', 'storage Google my.users.messages.list key'],
  ])('%s', (code, expected) => expect(told(code, google)).toEqual([expected]));

  const mail = "import sg from 'npm:@sendgrid/mail'; import Stripe from 'npm:stripe'; const s = new Stripe('x');";
  test.each([
    ['sg.send({ to: body.to });', ['mail SendGrid send recipient']],
    ['sg.sendMultiple({ to: body.to });', ['mail SendGrid sendMultiple recipient']],
    ['sg.Send({});', ['mail SendGrid Send']],
    ['sg.client.request({});', ['mail SendGrid client.request']],
    ['s.charges({});', ['payment Stripe charges']],
    ["sg.setApiKey('x');", []],
    ['sg.resend({});', []],
    ['sg({});', []],
    ['s.auth.login();', []],
    ['s.setMaxNetworkRetries(2);', []],
    ['s.on("error", report);', []],
    ['s.onError({});', ['payment Stripe onError']],
    ['s.once("error", report);', []],
    ['s.close();', []],
    ['s.closeAccount();', ['payment Stripe closeAccount']],
    ['s.logout();', []],
    ['s.disconnect();', []],
    ['s.verify();', []],
    ['s.toString();', []],
    ['s.webhooks.constructEvent(body);', []],
    ['s.default.createTransport({});', []],
    ['s.getGenerativeModel({});', []],
    ['s.getModels({});', ['payment Stripe getModels']],
  ])('%s', (code, calls) => expect(told(code, mail)).toEqual(calls));
});
