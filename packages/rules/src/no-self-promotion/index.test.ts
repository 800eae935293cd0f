import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { privilegeOf } from './privilege.js';
import { rule } from './index.js';

const tenant = { 'data.org_id': '{{user.data.org_id}}' };
const admin = { user_condition: { role: 'admin' } };
const invoice = { properties: { org_id: {}, total: {} }, rls: { read: tenant, write: tenant } };
const user = (field: object = { type: 'string' }) => ({ name: 'User', properties: { org_id: field, phone: {} } });

function schema(content: { readonly name: string }, schemas: Sample['schemas'] = {}): Sample {
  return { file: `base44/entities/${content.name}.jsonc`, code: JSON.stringify(content, null, 2), schemas };
}

function page(call: string, more: Partial<Sample> = {}): Sample {
  return {
    file: 'src/pages/Setup.jsx',
    code: `import { base44 } from '@/api/base44Client';\nexport async function save(org, credits, form) {\n  await ${call};\n}`,
    ...more,
  };
}

function only(sample: Sample) {
  const findings = run(rule, sample);
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

describe('rules that trust a field of the user', () => {
  test('are one finding, at the field in the User schema', () => {
    const sample = schema(user(), { Invoice: invoice, Task: invoice });
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      "  4 |     "org_id": {
          |     ^~~~~~~~ [1]

      [1] high/likely Users can set \`org_id\` of their own record with \`auth.updateMe\`, and the rules of 2 entities trust it, so a user can choose whose rows to read, change, delete and add.
          advice: Keep \`org_id\` in an entity that only admins and functions may write and compare rows to that, or give the field a rule of its own, \`"rls": { "write": { "user_condition": { "role": "admin" } } }\`, and try with a second account whether it holds.
          evidence: base44/entities/Invoice.jsonc: the \`create\` rule of Invoice trusts it
          evidence: base44/entities/Task.jsonc: the \`create\` rule of Task trusts it"
    `);
  });

  test('are hints in the entities', () => {
    expect(only(schema({ name: 'Invoice', ...invoice }, { User: user() }))).toMatchObject({
      severity: 'low',
      message:
        'The rules of `Invoice` trust `user.data.org_id`, which users can set on themselves with `auth.updateMe`.',
    });
  });

  test('are drawn at the first entity where the export has no User schema', () => {
    expect(squiggled(rule, schema({ name: 'Invoice', ...invoice }, { Task: invoice }))).toMatchInlineSnapshot(`
      "  9 |       "data.org_id": "{{user.data.org_id}}"
          |                      ^~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely Users can set \`org_id\` of their own record with \`auth.updateMe\`, and the rules of 2 entities trust it, so a user can choose whose rows to read, change, delete and add.
          advice: Keep \`org_id\` in an entity that only admins and functions may write and compare rows to that, or give the field a rule of its own, \`"rls": { "write": { "user_condition": { "role": "admin" } } }\`, and try with a second account whether it holds.
          evidence: base44/entities/Invoice.jsonc: the \`create\` rule of Invoice trusts it
          evidence: base44/entities/Task.jsonc: the \`create\` rule of Task trusts it"
    `);
    expect(only(schema({ name: 'Task', ...invoice }, { Invoice: invoice })).severity).toBe('low');
  });

  test('stand at the name where the User schema does not declare the field', () => {
    const found = only(schema({ name: 'User' }, { Invoice: invoice }));
    expect(found).toMatchObject({ severity: 'high', span: { start: expect.any(Number) as number } });
  });

  test('are clean where the field has a rule of its own', () => {
    for (const write of [false, admin]) {
      const locked = user({ type: 'string', rls: { write } });
      expectClean(rule, schema(locked, { Invoice: invoice }));
      expectClean(rule, schema({ name: 'Invoice', ...invoice }, { User: locked }));
    }
    expect(only(schema(user({ type: 'string', rls: { read: admin } }), { Invoice: invoice })).severity).toBe('high');
  });

  test('are only possible where the User schema locks the record, which may have no effect', () => {
    const locked = { ...user(), rls: { update: admin } };
    expect(only(schema(locked, { Invoice: invoice })).confidence).toBe('possible');
    const own = { ...user(), rls: { update: { id: '{{user.id}}' } } };
    expect(only(schema(own, { Invoice: invoice })).confidence).toBe('likely');
  });

  test('weigh less on what is nobody’s', () => {
    const note = { properties: { team: {}, price: {} }, rls: { read: { user_condition: { 'data.level': 'gold' } } } };
    expect(only(schema({ name: 'Product', ...note })).severity).toBe('medium');
  });

  test.each<[string, object]>([
    ['the e-mail address and the role', { 'data.owner': '{{user.email}}', ...admin }],
    ['an alternative that is closed', { 'data.nope': '{{user.data.org_id}}' }],
    ['the fixed fields under data', { 'data.org_id': '{{user.data.email}}' }],
  ])('do not count: %s', (_, read) => {
    const rls = { read, write: false };
    expectClean(rule, schema({ ...user(), name: 'User' }, { Invoice: { properties: { org_id: {}, owner: {} }, rls } }));
  });
});

describe('the sentence about rules', () => {
  test('names one entity, and what its rules let in to do', () => {
    const rls = { read: tenant, update: tenant, create: true, delete: admin };
    expect(only(schema(user(), { Invoice: { ...invoice, rls } }))).toMatchObject({
      confidence: 'likely',
      message:
        'Users can set `org_id` of their own record with `auth.updateMe`, and the rules of `Invoice` trust it, so a user can choose whose rows to read and change.',
      evidence: [{ file: 'base44/entities/Invoice.jsonc', note: 'the `read` rule of Invoice trusts it' }],
    });
  });

  test('shows six entities at most', () => {
    const many = Object.fromEntries([...'ABCDEFGH'].map((name) => [name, invoice]));
    const found = only(schema(user(), many));
    expect(found.message).toContain('the rules of 8 entities trust it');
    expect(found.evidence.map(({ file }) => file)).toEqual(
      [...'ABCDEF'].map((name) => `base44/entities/${name}.jsonc`),
    );
  });

  test('each field is one finding', () => {
    const rls = { read: tenant, write: { 'data.team': '{{user.data.team}}' } };
    const found = run(rule, schema(user(), { Invoice: { properties: { org_id: {}, team: {} }, rls } }));
    expect(found.map(({ message }) => /set `(\w+)`/.exec(message)![1])).toEqual(['team', 'org_id']);
  });

  test('the hint in an entity lists all places', () => {
    const both = { $or: [tenant, { user_condition: { 'data.team.name': 'a' } }] };
    const rls = { read: both, write: tenant };
    const sample = schema({ name: 'Invoice', properties: { org_id: {} }, rls } as { name: string }, { User: user() });
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      " 10 |           "data.org_id": "{{user.data.org_id}}"
          |                          ^~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely The rules of \`Invoice\` trust \`user.data.org_id\` and \`user.data.team\`, which users can set on themselves with \`auth.updateMe\`.
          advice: Keep \`org_id\` in an entity that only admins and functions may write and compare rows to that, or give the field a rule of its own, \`"rls": { "write": { "user_condition": { "role": "admin" } } }\`, and try with a second account whether it holds.
          evidence: base44/entities/Invoice.jsonc: trusts it too
          evidence: base44/entities/Invoice.jsonc: trusts it too"
    `);
  });

  test('the hint in an entity is only possible where the record may be locked', () => {
    const locked = { ...user(), rls: { update: false } };
    expect(only(schema({ name: 'Invoice', ...invoice }, { User: locked })).confidence).toBe('possible');
    expect(only(schema(locked, { Invoice: invoice })).confidence).toBe('possible');
    const files = { 'package.json': {} };
    expect(only({ ...schema({ name: 'Invoice', ...invoice }, { User: user() }), files }).confidence).toBe('possible');
    expect(only({ ...schema(user(), { Invoice: invoice }), files }).confidence).toBe('possible');
  });

  test.each([
    ['for admins', { update: admin }, 'possible'],
    ['by `write`', { write: admin }, 'possible'],
    ['for owners or admins', { update: { $or: [{ created_by: '{{user.email}}' }, admin] } }, 'likely'],
    ['for nobody in reading', { read: false }, 'likely'],
    ['not at all', { update: true }, 'likely'],
  ])('a User schema that locks the record %s', (_, rls, confidence) => {
    expect(only(schema({ ...user(), rls } as { name: string }, { Invoice: invoice })).confidence).toBe(confidence);
  });

  test.each([
    ['an update rule', { update: admin }, 0],
    ['an empty rule', { write: {} }, 1],
    ['an open rule', { write: true }, 1],
    ['no object', 'admin', 1],
  ])('a field with %s', (_, rls, count) => {
    expect(run(rule, schema(user({ type: 'string', rls }), { Invoice: invoice }))).toHaveLength(count);
  });

  test('a rule that nobody passes trusts nothing, and neither does an open one', () => {
    for (const rls of [{ read: { ...tenant, 'data.nope': 1 } }, { read: { $or: [tenant, {}] } }]) {
      expectClean(
        rule,
        schema({ ...user() }, { Invoice: { properties: { org_id: {} }, rls: { ...rls, write: false } } }),
      );
    }
  });
});

describe('fields of the User schema that decide rights by their name', () => {
  test('one is called so, at its place', () => {
    expect(squiggled(rule, schema({ name: 'User', properties: { is_admin: {} } } as { name: string })))
      .toMatchInlineSnapshot(`
      "  4 |     "is_admin": {}
          |     ^~~~~~~~~~ [1]

      [1] low/likely Users can set \`is_admin\` of their own record with \`auth.updateMe\`, so nothing that matters may depend on it.
          advice: Keep \`is_admin\` in an entity that only admins and functions may write and compare rows to that, or give the field a rule of its own, \`"rls": { "write": { "user_condition": { "role": "admin" } } }\`, and try with a second account whether it holds."
    `);
  });

  test('four are named, the others shown', () => {
    const properties = { is_admin: {}, plan: {}, credits: {}, is_pro: {}, is_vip: {} };
    const found = only(schema({ name: 'User', properties } as { name: string }));
    expect(found.message).toMatch(/^Users can set `is_admin`, `plan`, `credits` and `is_pro` of their own record/);
    expect(found.evidence.map(({ note }) => note)).toEqual(['`plan`', '`credits`', '`is_pro`', '`is_vip`']);
  });

  test('those that rules trust or protect are not told twice', () => {
    const trusted = {
      properties: { org_id: {} },
      rls: { read: { 'data.org_id': '{{user.data.plan}}' }, write: false },
    };
    const found = run(
      rule,
      schema({ name: 'User', properties: { plan: {} } } as { name: string }, { Invoice: trusted }),
    );
    expect(found).toHaveLength(1);
    const locked = { plan: { rls: { write: false } } };
    expectClean(rule, schema({ name: 'User', properties: locked } as { name: string }));
  });

  test('are one hint', () => {
    const sample = schema({ name: 'User', properties: { is_admin: {}, ai_credits: {}, phone: {}, role: {} } } as {
      name: string;
    });
    expect(only(sample)).toMatchObject({
      severity: 'low',
      message:
        'Users can set `is_admin` and `ai_credits` of their own record with `auth.updateMe`, so nothing that matters may depend on these fields.',
    });
  });

  test.each([
    ['app_role', 'rights'],
    ['isAdmin', 'rights'],
    ['is_platform_owner', 'rights'],
    ['permissions', 'rights'],
    ['subscription_status', 'plan'],
    ['plan', 'plan'],
    ['vipLevel', 'plan'],
    ['wallet_balance', 'money'],
    ['ai_credits', 'money'],
    ['preferred_role', undefined],
    ['sig_role', undefined],
    ['contact_role', undefined],
    ['signatureRole', undefined],
    ['detected_role', undefined],
    ['selected_plan', undefined],
    ['role_updated_at', undefined],
    ['theme', undefined],
    ['is_onboarding_complete', undefined],
    ['meal_plan_notes', undefined],
    ['planet', undefined],
  ])('%s: %s', (name, expected) => {
    expect(privilegeOf(name)).toBe(expected);
  });
});

describe('auth.updateMe in the browser', () => {
  test('that sets what rules trust', () => {
    const sample = page('base44.auth.updateMe({ org_id: org.id, theme: "dark" })', {
      schemas: { Invoice: invoice, User: user() },
    });
    expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
      "  3 |   await base44.auth.updateMe({ org_id: org.id, theme: "dark" });
          |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely The browser sets \`org_id\` of the user's own record, and rules of entities trust it, so a user can choose whose rows to reach.
          advice: Set it in a backend function that checks an invitation or a membership. Keep \`org_id\` in an entity that only admins and functions may write and compare rows to that, or give the field a rule of its own, \`"rls": { "write": { "user_condition": { "role": "admin" } } }\`, and try with a second account whether it holds.
          evidence: base44/entities/Invoice.jsonc: the \`create\` rule of Invoice trusts it
          evidence: base44/entities/Invoice.jsonc: the \`read\` rule of Invoice trusts it
          evidence: base44/entities/Invoice.jsonc: the \`update\` rule of Invoice trusts it"
    `);
  });

  test.each([
    ['credits', 'base44.auth.updateMe({ ai_credits: credits - 1 })', 'medium', 'as much as they like'],
    ['a plan', "base44.auth.updateMe({ plan: 'pro' })", 'medium', 'the plan without paying'],
    ['a right', 'base44.auth.updateMe({ is_admin: true, permissions: [] })', 'medium', '`is_admin` and `permissions`'],
    ['beside a spread', "base44.auth.updateMe({ ...form, app_role: 'owner' })", 'medium', '`app_role`'],
    ['the role, which is left out', "base44.auth.updateMe({ role: 'admin' })", 'low', 'leaves `role` out'],
  ])('%s', (_, call, severity, words) => {
    const found = only(page(call));
    expect(found.severity).toBe(severity);
    expect(found.message).toContain(words);
  });

  test.each([
    [
      "base44.auth.updateMe({ is_admin: true, role: 'x', permissions: [] })",
      "The browser sets `is_admin` and `permissions` of the user's own record, so any user can give themselves what it grants.",
    ],
    [
      "base44.auth.updateMe({ plan: 'pro' })",
      "The browser sets `plan` of the user's own record, so any user can have the plan without paying.",
    ],
    [
      'base44.auth.updateMe({ credits: 5 })',
      "The browser sets `credits` of the user's own record, so any user can have as much as they like.",
    ],
  ])('%s', (call, message) => {
    const { severity, confidence, message: told, evidence, advice } = only(page(call));
    expect({ severity, confidence, told, evidence }).toEqual({
      severity: 'medium',
      confidence: 'likely',
      told: message,
      evidence: [],
    });
    expect(advice).toMatch(/^Keep `\w+` in an entity that users cannot write, and change it in a backend function/);
  });

  test('the role is left out by the platform', () => {
    expect(only(page("base44.auth.updateMe({ role: 'admin' })"))).toMatchObject({
      confidence: 'likely',
      message:
        'The platform leaves `role` out of what users write on their own record, so this does not change the role.',
      advice:
        'Roles are set in the dashboard, by an invitation, or by a backend function with the service role that checks who asks.',
    });
  });

  test('that sets a protected field is no promotion', () => {
    const User = { properties: { plan: { rls: { write: false } }, credits: {} } };
    expectClean(rule, page("base44.auth.updateMe({ plan: 'pro' })", { schemas: { User } }));
    expect(only(page('base44.auth.updateMe({ plan: 1, credits: 2 })', { schemas: { User } })).message).toContain(
      '`credits`',
    );
  });

  test('that sets what plain rows are compared to weighs less', () => {
    const rls = { read: { user_condition: { 'data.level': 'gold' } }, write: false };
    const sample = page("base44.auth.updateMe({ level: 'gold' })", {
      schemas: { Product: { properties: { price: {} }, rls } },
    });
    expect(only(sample)).toMatchObject({
      severity: 'medium',
      confidence: 'likely',
      evidence: [{ note: 'the `read` rule of Product trusts it' }],
    });
  });

  test('each call is a finding', () => {
    const code =
      "import { base44 } from '@/api/base44Client';\nbase44.auth.updateMe({ plan: 'a' });\nbase44.auth.updateMe({ plan: 'b' });\nbase44.auth.me();";
    expect(run(rule, { file: 'src/lib/buy.js', code })).toHaveLength(2);
  });

  test.each(["''", 'undefined', 'null', 'false', '0', "'free'"])('giving up with %s is silent', (value) =>
    expectClean(rule, page(`base44.auth.updateMe({ plan: ${value} })`)),
  );

  test('in TypeScript', () => {
    const code = `import { base44 } from '@/api/base44Client';\nexport const buy = (credits: number) => base44.auth.updateMe({ credits });`;
    expect(only({ file: 'src/lib/buy.ts', code }).severity).toBe('medium');
  });

  test.each([
    ['a profile', "base44.auth.updateMe({ phone: form.phone, theme: 'dark', preferred_role: form.role })"],
    ['a form in a variable', 'base44.auth.updateMe(form)'],
    ['giving up', "base44.auth.updateMe({ is_premium: false, plan: 'free', credits: 0, org_id: null })"],
    ['nothing', 'base44.auth.updateMe()'],
    ['another client', 'api.auth.updateMe({ plan: form.plan })'],
  ])('is silent: %s', (_, call) => {
    expectClean(rule, page(call, { schemas: { Invoice: invoice, User: user({ rls: { write: false } }) } }));
  });

  test('is silent in functions, which check first', () => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  await base44.auth.updateMe({ plan: 'pro' });
  return new Response('ok');
});`;
    expectClean(rule, { file: 'base44/functions/verify/entry.ts', code });
  });
});

test('arbitrary rules never throw', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 3 }), (rls, properties) => {
      run(
        rule,
        schema({ name: 'Invoice', properties: { org_id: {} }, rls } as { name: string }, { User: { properties } }),
      );
    }),
  );
});
