import { expect, test } from 'vitest';
import { BACKEND, viewOf } from './testing/view.js';

const packages = `import Stripe from 'npm:stripe';
import { Resend } from 'npm:resend';
const mailer = { emails: { send: () => null } };
`;

/** Calls of outside packages, each as `service member`. */
const callsIn = (code: string): readonly string[] =>
  viewOf(`${packages}Deno.serve(async (req) => { ${code} return new Response('ok'); });`, BACKEND).outside.map(
    ({ service, member }) => `${service} ${member}`,
  );

test.each([
  ['the package itself', `await new Stripe('k').refunds.create({});`, ['Stripe refunds.create']],
  ['a client with a name', `const s = new Stripe('k'); await s.refunds.create({});`, ['Stripe refunds.create']],
  ['a part of a client', `const { refunds } = new Stripe('k'); await refunds.create({});`, ['Stripe refunds.create']],
  [
    'one of two clients',
    `const s = live ? new Stripe('a') : new Stripe('b'); await s.refunds.create({});`,
    ['Stripe refunds.create'],
  ],
  [
    'a client or something of the app',
    `const m = local ? mailer : new Resend('k'); await m.emails.send({});`,
    ['Resend emails.send'],
  ],
  [
    'a client that is made when needed',
    `let s; if (!s) s = new Stripe('k'); s ??= other; await s.refunds.create({});`,
    ['Stripe refunds.create'],
  ],
  ['something of the app', `await mailer.emails.send({});`, []],
  ['one of two things of the app', `const m = local ? mailer : other; await m.emails.send({});`, []],
  [
    'what a service gave back',
    `const s = new Stripe('k'); (await s.refunds.retrieve('r')).items.push({});`,
    ['Stripe refunds.retrieve'],
  ],
])('a call of %s', (_, code, calls) => expect(callsIn(code)).toEqual(calls));
