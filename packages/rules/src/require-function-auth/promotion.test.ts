import type { EntityCall, Term, Test } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { run, type Sample } from '../testing/index.js';
import { rule } from './index.js';
import { promotesItself, promotion } from './promotion.js';

const write = (data: string, before = '', target = 'user.id'): Sample => ({
  file: 'base44/functions/setUp/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const body = await req.json();
  const user = await base44.auth.me();
  if (!user) return new Response(null, { status: 401 });
  ${before}
  await base44.asServiceRole.entities.User.update(${target}, ${data});
  return Response.json({ ok: true });
});`,
});
const promotes = (sample: Sample): boolean =>
  run(rule, sample).some(({ message }) => message.includes('give themselves the role or tenant'));

describe('a user who writes to the own record', () => {
  test('is told what they can give themselves', () => {
    expect(run(rule, write('{ role: body.role }'))).toMatchObject([
      {
        severity: 'high',
        confidence: 'likely',
        message: expect.stringContaining('can give themselves the role or tenant that they name in the request'),
        advice: expect.stringContaining(
          'Take the role or tenant from a record that somebody entitled has made, such as an invitation.',
        ),
      },
    ]);
  });

  test.each([
    ...['role', 'user_role', 'app_role', 'is_admin', 'is_superadmin', 'permissions'],
    ...['org_id', 'organization_id', 'organisation_id', 'company_id', 'companyId', 'tenantId', 'familyid'],
    ...['workspace_id', 'schoolId', 'clinic_id', 'restaurant_id', 'store_id', 'branch_Id'],
  ])('is promoted by `%s`', (field) => expect(promotes(write(`{ ${field}: body.value }`))).toBe(true));

  test.each(['theme', 'role_label', 'my_role', 'is_admin_hint', 'old_permissions', 'company', 'company_id_hint'])(
    'is not by `%s`',
    (field) => expect(promotes(write(`{ ${field}: body.value }`))).toBe(false),
  );

  test('is by one field of several', () =>
    expect(promotes(write('{ theme: body.theme, role: body.role }'))).toBe(true));

  test.each([
    ['a fixed role', `{ role: 'buyer', theme: body.theme }`],
    ['what is not in sight', 'body'],
  ])('is not by %s', (_, data) => expect(promotes(write(data))).toBe(false));

  test("is not by a write to somebody else's record", () =>
    expect(promotes(write('{ role: body.role }', '', 'body.id'))).toBe(false));
});

describe('a choice between roles', () => {
  const allowing = (list: string, asked = 'body.role') =>
    promotes(write('{ role: body.role }', `if (!${list}.includes(${asked})) return new Response(null);`));

  test.each([`['buyer', 'seller']`, `['buyer']`])('of %s is harmless', (list) => expect(allowing(list)).toBe(false));

  test.each([
    ...['admin', 'owner', 'staff', 'manager', 'moderator', 'super', 'root', 'editor', 'operator', 'agent'],
    ...['Administrator', 'team_owner'],
  ])('that offers `%s` is not', (role) => expect(allowing(`['buyer', '${role}']`)).toBe(true));

  test.each([
    ['of none', '[]', 'body.role'],
    ['of what is not in sight', 'config.roles', 'body.role'],
    ['of one that is not in sight', `['buyer', other]`, 'body.role'],
    ['of another member', `['buyer', 'seller']`, 'body.kind'],
    ['of the whole', `['buyer', 'seller']`, 'body'],
    ['of a member of the member', `['buyer', 'seller']`, 'body.role.name'],
    ['of the same member elsewhere', `['buyer', 'seller']`, 'body.old.role'],
    ['of nothing', `['buyer', 'seller']`, ''],
  ])('%s is not', (_, list, asked) => expect(allowing(list, asked)).toBe(true));

  test.each([
    ['another method', `if (['buyer', 'seller'].indexOf(body.role) < 0) return new Response(null);`],
    ['a function called `includes`', `if (!includes(body.role)) return new Response(null);`],
    ['another condition', `if (!body.role) return new Response(null);`],
  ])('is not made by %s', (_, before) => expect(promotes(write('{ role: body.role }', before))).toBe(true));

  test('is harmless beside other conditions', () => {
    const either = `if (!body.ok || !['buyer', 'seller'].includes(body.role)) return new Response(null);`;
    const both = `if (!body.ok) return new Response(null);\n  if (!['buyer'].includes(body.role)) return new Response(null);`;
    for (const before of [either, both]) expect(promotes(write('{ role: body.role }', before))).toBe(false);
  });
});

describe('only a promotion', () => {
  const role: Term = { t: 'get', of: { t: '?' }, key: 'role' };
  const data: Term = { t: 'object', props: [['role', role]], spreads: [] };
  const truthy = (term: Term): Test => ({ op: 'truthy', term });
  const includes = (key: string, asked: Term): Term => ({
    t: 'call',
    callee: { t: 'get', of: { t: 'array', items: [{ t: 'literal', value: 'buyer' }] }, key },
    args: [asked],
    at: 0,
  });
  const call = {
    entity: { name: 'User' },
    method: 'update',
    target: { caller: false, user: true, row: false, visible: false },
    data: { caller: true, user: false, row: false, visible: false },
    args: [role, data],
    guards: [],
  } as unknown as EntityCall;

  test('is one', () => expect(promotesItself(call)).toBe(true));

  test('is named in the evidence of another finding, as something that the caller decides', () => {
    expect(promotion(call, 'signed-in')).toMatchObject({
      known: 'signed-in',
      does: 'writes what the request names into the own user record',
      chosen: true,
    });
  });

  test.each<[string, object]>([
    ['another entity', { entity: { name: 'Order' } }],
    ['another method', { method: 'create' }],
    ["somebody else's row", { target: { ...call.target, user: false } }],
    ['data that the request has no part in', { data: { ...call.data, caller: false } }],
    ['data out of a row', { data: { ...call.data, row: true } }],
    ['no data', { args: [role] }],
    ['a list', { args: [role, { t: 'array', items: [data] }] }],
    ['nothing in the data', { args: [role, { ...data, props: [] }] }],
    ['a check of the role', { guards: [{ test: truthy(includes('includes', role)) }] }],
  ])('is not: %s', (_, more) => expect(promotesItself({ ...call, ...more })).toBe(false));

  test.each<[string, Term]>([
    ['another method of the list', includes('indexOf', role)],
    ['another member', includes('includes', { t: 'get', of: { t: '?' }, key: 'kind' })],
    ['a variable', role],
  ])('is one in spite of a check of %s', (_, term) =>
    expect(promotesItself({ ...call, guards: [{ test: truthy(term) }] } as unknown as EntityCall)).toBe(true),
  );

  test('is one where nobody can tell whether it is the value that was checked', () => {
    const unseen: Term = { t: '?' };
    const args: readonly Term[] = [role, { t: 'object', props: [['role', unseen]], spreads: [] }];
    const guards = [{ test: truthy(includes('includes', unseen)) }];
    expect(promotesItself({ ...call, args, guards } as unknown as EntityCall)).toBe(true);
  });
});
