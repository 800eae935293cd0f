import { expect, test } from 'vitest';
import { run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (body: string, file = 'src/pages/Leads.jsx'): Sample => ({
  file,
  code: `import { base44 } from '@/api/base44Client';\nexport async function write(lead, user, order, rows) {\n  ${body}\n}`,
});
const backend = (body: string): Sample => ({
  file: 'base44/functions/write/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const { email, body } = await req.json();
  ${body}
  return new Response('ok');
});`,
});
const mail = (to: string) => `await base44.integrations.Core.SendEmail({ to: ${to}, subject, body });`;
const verdicts = (sample: Sample) => run(rule, sample).map(({ severity, confidence }) => `${severity} ${confidence}`);

test('a mail to a lead is drawn', () => {
  expect(squiggled(rule, page(mail('lead.email')))).toMatchInlineSnapshot(`
    "  3 |   await base44.integrations.Core.SendEmail({ to: lead.email, subject, body });
        |                                              ^~ [1]

    [1] low/possible This mails a lead, who need not be a registered user of the app, and \`SendEmail\` reaches no one else.
        advice: Send to people outside the app through a mail provider of your own, called from a backend function with its key in the secrets store."
  `);
});

test('another mail is listed', () => {
  expect(squiggled(rule, page(mail('user.email')))).toMatchInlineSnapshot(`
    "  3 |   await base44.integrations.Core.SendEmail({ to: user.email, subject, body });
        |                                              ^~ [1]

    [1] info/likely One place sends mail from the sender that apps of the platform share unless the app has a domain of its own for mail.
        advice: Where delivery matters, set up a sender domain (Builder plan and up, two credits a mail) or send through a mail provider of your own."
  `);
});

test('all others are listed in one finding', () => {
  const [finding, ...others] = run(rule, page(`${mail('user.email')}\n  ${mail("'owner@example.com'")}`));
  expect(others).toEqual([]);
  expect(finding?.message).toMatch(/^In all, 2 places send mail from the sender that apps/);
  expect(finding?.evidence).toHaveLength(1);
});

test.each([
  ['a field that names a customer', page(mail('order.customer_email'))],
  [
    'a record of such people',
    page(`const [one] = await base44.entities.Guest.filter({ order });\n  ${mail('one.email')}`),
  ],
  ['a list of such people', page(`for (const one of await base44.entities.Lead.list()) ${mail('one.email')}`)],
  ['an address from a form', page(mail('form.email'))],
  ['an address that anyone sends along', backend(mail('email'))],
  ['in TypeScript', page(mail('lead.email as string'), 'src/lib/leads.ts')],
])('to %s', (_, sample) => expect(verdicts(sample)).toEqual(['low possible']));

test.each([
  ['the signed-in user', page(`const me = await base44.auth.me();\n  ${mail('me.email')}`)],
  ['users', page(`for (const one of await base44.entities.User.list()) ${mail('one.email')}`)],
  ['a fixed address', page(mail("'owner@example.com'"))],
  [
    'the broker of a customer',
    page(`const [customer] = await base44.entities.Customer.filter({ order });\n  ${mail('customer.assigned_broker')}`),
  ],
  ['the admin of a client', page(mail('client.admin_email'))],
  [
    'an address that a signed-in user sends along',
    backend(`const user = await base44.auth.me();\n  if (!user) return new Response(null);\n  ${mail('email')}`),
  ],
  ['options that are put together elsewhere', page('await base44.integrations.Core.SendEmail(options);')],
])('to %s is listed', (_, sample) => expect(verdicts(sample)).toEqual(['info likely']));

test('mails of tests and look-alikes are not', () => {
  expect(run(rule, { ...page(mail('lead.email')), file: 'tests/leads.test.js' })).toEqual([]);
  const shim =
    'const base44 = { integrations: { Core: { SendEmail } } };\nbase44.integrations.Core.SendEmail({ to: lead.email });';
  expect(run(rule, { code: shim })).toEqual([]);
});

test.each([
  ['applicant.email', 'an applicant'],
  ['invitee.email', 'an invitee'],
  ['visitors[0].email', 'a visitor'],
  ['formData.email', 'an address from a form'],
  ['supplier.mail', 'a supplier'],
])('%s belongs to %s', (to, who) => {
  expect(run(rule, page(mail(to)))).toMatchObject([
    {
      message: `This mails ${who}, who need not be a registered user of the app, and \`SendEmail\` reaches no one else.`,
      evidence: [],
    },
  ]);
});

test('an address that anyone sends along is called so', () => {
  expect(run(rule, backend(mail('email')))).toMatchObject([
    { message: expect.stringMatching(/^This mails an address that anyone may send along, who need not/) as string },
  ]);
});

test.each(['staff.client_email', 'customer.manager.email', 'lead.assignee_mail', 'technician.guest', 'team.lead'])(
  '%s belongs to the app',
  (to) => expect(verdicts(page(mail(to)))).toEqual(['info likely']),
);

test('the whole call is drawn where nobody sees to whom it goes', () => {
  const code = 'await base44.integrations.Core.SendEmail(options);';
  const sample = page(code);
  const [finding] = run(rule, sample);
  expect(`${sample.code.slice(finding!.span.start, finding!.span.end)};`).toBe(code.replace('await ', ''));
});

test('options in a constant elsewhere in the file are judged by their value', () => {
  const sample = page(
    'const options = { to: lead.email, subject: 1 };\n  await base44.integrations.Core.SendEmail(options);',
  );
  const [finding] = run(rule, sample);
  expect(finding!.severity).toBe('info');
});

test('many places are counted, ten of them shown', () => {
  const [finding] = run(rule, page(mail('user.email').repeat(13)));
  expect(finding!.message).toMatch(/^In all, 13 places send mail from the sender/);
  expect(finding!.evidence).toHaveLength(10);
  expect(finding!.evidence[0]).toMatchObject({ file: 'src/pages/Leads.jsx', note: 'does the same' });
});

test('mails to outsiders are not listed a second time', () => {
  expect(verdicts(page(`${mail('lead.email')}\n  ${mail('user.email')}`))).toEqual(['low possible', 'info likely']);
});
