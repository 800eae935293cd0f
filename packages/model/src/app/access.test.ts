import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOf, emptyApp, loadApp } from './load.js';
import { treeOf } from './tree.js';
import type { Access, AccessKind, App, Operation } from './types.js';

const properties = { status: {}, org_id: {}, owner_email: {}, user_id: {}, members: {}, deleted_at: {} };
const file = 'base44/entities/Order.jsonc';

function appWith(schema: object): App {
  return loadApp(treeOf({ [file]: JSON.stringify({ name: 'Order', properties, ...schema }) }), '');
}

function accessFor(rls: unknown, operation: Operation = 'read'): Access {
  return accessOf(appWith({ rls }), 'Order', operation);
}

describe('what lets everyone in', () => {
  it.each<[string, object, string, string]>([
    ['no rls key', {}, 'no-rls', 'no `rls` key'],
    ['rls: null', { rls: null }, 'null', '`rls` is null'],
    ['rls: {}', { rls: {} }, 'empty', '`rls` is empty'],
    ["rls: ''", { rls: '' }, 'empty', '`rls` is empty'],
    ['rls: true', { rls: true }, 'true', '`rls` is true'],
    ['the operation is absent', { rls: { create: false } }, 'absent', '`rls` has no `read`'],
    ['null', { rls: { read: null } }, 'null', '`read` is null'],
    ['an empty text', { rls: { read: '' } }, 'empty', '`read` is an empty text'],
    ['{}', { rls: { read: {} } }, 'empty', '`read` is {}'],
    ['true', { rls: { read: true } }, 'true', '`read` is true'],
    [
      'an empty alternative',
      { rls: { read: { $or: [{ created_by: '{{user.email}}' }, {}] } } },
      'empty',
      'an empty condition matches everything',
    ],
  ])('%s', (_, schema, shape, reason) => {
    expect(accessOf(appWith(schema), 'Order', 'read')).toMatchObject({ kind: 'open', shape, reason });
  });
});

const owner = { created_by_id: '{{user.id}}' };
const admin = { user_condition: { role: 'admin' } };
const tenant = { 'data.org_id': '{{user.data.org_id}}' };
const published = { 'data.status': 'published' };
const never = { 'data.branch': '{{user.branch}}' };

describe('verdict of a condition', () => {
  it.each<[string, unknown, AccessKind, Partial<Access>]>([
    ['false', false, 'blocked', { reason: '`read` is false' }],
    ['creator by e-mail', { created_by: '{{user.email}}' }, 'owner', { fields: ['created_by'] }],
    ['creator by id', owner, 'owner', { fields: ['created_by_id'] }],
    ['user id in a field', { 'data.user_id': '{{user.id}}' }, 'owner', { fields: ['user_id'] }],
    ['e-mail in a field', { 'data.owner_email': '{{user.email}}' }, 'owner', { fields: ['owner_email'] }],
    ['user id in a list', { 'data.members': { $in: ['{{user.id}}'] } }, 'owner', { fields: ['members'] }],
    ['a bare field, as the CLI accepts it', { user_id: '{{ user.id }}' }, 'owner', { fields: ['user_id'] }],
    ['an operator outside the documents, on the user', { members: { $contains: '{{user.id}}' } }, 'owner', {}],
    ['tenant', tenant, 'tenant', { fields: ['org_id'], userFields: ['org_id'] }],
    ['tenant under a deeper path', { 'data.org_id': '{{user.data.org.id}}' }, 'tenant', { userFields: ['org.id'] }],
    ['role', admin, 'role', { roles: ['admin'], reason: 'role `admin`' }],
    [
      'roles in an operator',
      { user_condition: { role: { $in: ['admin', 'staff'] } } },
      'role',
      { roles: ['admin', 'staff'] },
    ],
    ['the role that every user has', { user_condition: { role: 'user' } }, 'role', { everyUser: true }],
    [
      'every user, for fixed rows',
      { ...published, user_condition: { role: 'user' } },
      'public-part',
      { fields: ['status'] },
    ],
    ['every user, own rows', { $and: [owner, { user_condition: { role: 'user' } }] }, 'owner', {}],
    ['every user or the owner', { $or: [owner, { user_condition: { role: 'user' } }] }, 'mixed', { everyUser: true }],
    ['attribute of the user', { user_condition: { 'data.app_role': 'staff' } }, 'role', { userFields: ['app_role'] }],
    ['impossible role', { user_condition: { role: '__service_only__' } }, 'blocked', {}],
    ['constant field', published, 'public-part', { fields: ['status'] }],
    ['negated field', { 'data.status': { $ne: 'draft' } }, 'public-part', {}],
    ['existence of a field', { 'data.deleted_at': { $exists: false } }, 'public-part', {}],
    ['$nor', { $nor: [published] }, 'public-part', {}],
    ['tenant and role', { ...tenant, ...admin }, 'tenant', { roles: ['admin'] }],
    ['role and constant', { $and: [admin, published] }, 'role', {}],
    ['owner or role', { $or: [owner, admin] }, 'mixed', { fields: ['created_by_id'], roles: ['admin'] }],
    ['two roles', { $or: [admin, { user_condition: { role: 'staff' } }] }, 'role', { roles: ['admin', 'staff'] }],
    ['owner or published', { $or: [owner, published] }, 'public-part', {}],
    ['owner or a branch that never matches', { $or: [owner, never] }, 'owner', { fields: ['created_by_id'] }],
    ['owner or blocked', { $or: [owner, false] }, 'owner', {}],
    ['row compared to the role', { 'data.status': '{{user.role}}' }, 'mixed', {}],
  ])('%s', (_, read, kind, rest) => {
    expect(accessFor({ read })).toMatchObject({ kind, ...rest });
  });

  it.each<[string, unknown]>([
    ['an unknown template root', { 'data.status': '{{user.branch}}' }],
    ['the record as template root', { 'data.user_id': '{{record.id}}' }],
    ['an expression in braces', { 'data.user_id': { $in: ["{{db.Match.filter({'a': '{{user.id}}'}).id}}"] } }],
    ['a built-in field with `data.`', { 'data.created_by': '{{user.email}}' }],
    ['a field the schema lacks', { 'data.missing': '{{user.id}}' }],
    ['a bare field the schema lacks', { role: 'admin' }],
    ['an id where an e-mail stands', { created_by: '{{user.id}}' }],
    ['an e-mail where an id stands', { created_by_id: '{{user.email}}' }],
    ['alternatives that all never match', { $or: [never, { 'data.created_by': '{{user.email}}' }] }],
    ['a conjunction with one such part', { ...owner, ...never }],
  ])('never matches: %s', (_, read) => {
    expect(accessFor({ read }).kind).toBe('never');
  });

  it.each<[string, unknown]>([
    ['a list', [owner]],
    ['a text', 'owner'],
    ['an empty user condition', { user_condition: {} }],
    ['an operator for a user condition', { user_condition: { $ne: 'anonymous' } }],
    ['a range against the user', { 'data.status': { $gte: '{{user.data.level}}' } }],
    ['an unknown operator', { 'data.status': { $regex: '^a' } }],
    ['an unknown combinator', { $xor: [owner, admin] }],
    ['alternatives without a list', { $or: owner }],
    ['owner or something unknown', { $or: [owner, { user_condition: {} }] }],
  ])('unknown: %s', (_, read) => {
    expect(accessFor({ read }).kind).toBe('unknown');
  });

  it('holds for every row when it negates a field that no row has', () => {
    expect(accessFor({ read: { 'data.archived': { $ne: true } } }).kind).toBe('public-part');
  });

  it('says nothing of missing fields where the schema declares none', () => {
    const app = appWith({ properties: {}, rls: { read: { 'data.user_id': '{{user.id}}' } } });
    expect(accessOf(app, 'Order', 'read').kind).toBe('owner');
  });

  it('gives the reason of a mixed rule in words', () => {
    expect(accessFor({ read: { $or: [owner, tenant, admin] } }).reason).toBe(
      "`created_by_id` equals `{{user.id}}` or `data.org_id` equals the user's `org_id` or role `admin`",
    );
  });
});

it('does not let a key called __proto__ pass for rules', () => {
  const text = '{ "name": "Order", "rls": { "__proto__": { "read": false } } }';
  expect(accessOf(loadApp(treeOf({ [file]: text }), ''), 'Order', 'read')).toMatchObject({
    kind: 'open',
    shape: 'absent',
  });
});

it('judges each operation by its own rule', () => {
  const rls = { create: tenant, read: owner, update: admin, delete: false };
  const kinds = (['create', 'read', 'update', 'delete'] as const).map((operation) => accessFor(rls, operation).kind);
  expect(kinds).toEqual(['tenant', 'owner', 'role', 'blocked']);
});

it('a verdict names only what its rule names', () => {
  const nothing = { fields: [], userFields: [], roles: [], viaWrite: false };
  expect(accessOf(appWith({}), 'Order', 'read')).toMatchObject({ kind: 'open', ...nothing });
  expect(accessOf(emptyApp(), 'Order', 'update')).toMatchObject({ kind: 'unknown', ...nothing });
});

describe('write', () => {
  it('covers create, update and delete without a key of their own, and says so', () => {
    const rls = { read: admin, write: owner };
    for (const operation of ['create', 'update', 'delete'] as const) {
      expect(accessFor(rls, operation)).toMatchObject({ kind: 'owner', viaWrite: true });
    }
    expect(accessFor(rls)).toMatchObject({ kind: 'role', viaWrite: false });
  });

  it('does not cover read', () => {
    expect(accessFor({ write: owner })).toMatchObject({ kind: 'open', shape: 'absent' });
  });

  it('yields to the key of the operation, and names the ambiguity', () => {
    const access = accessFor({ write: owner, delete: admin }, 'delete');
    expect(access).toMatchObject({ kind: 'role', viaWrite: false });
    expect(access.reason).toContain('which of them wins is not documented');
  });

  it.each<[string, unknown, Operation]>([
    ['a read rule beside it', { write: owner, read: admin }, 'read'],
    ['no key of its own', { write: owner, read: admin }, 'update'],
    ['no `write` at all', { update: owner, read: admin }, 'update'],
  ])('leaves nothing ambiguous with %s', (_, rls, operation) => {
    expect(accessFor(rls, operation).reason).not.toContain('not documented');
  });
});

describe('places', () => {
  const text = `// order\n{ "name": "Order", "properties": { "status": {} }, "rls": { "read": { "created_by": "{{user.email}}" } } }`;
  const app = loadApp(treeOf({ [file]: text }), '');
  const textAt = (place: Access['place']) => place && text.slice(place.start, place.end);

  it('mark the rule, the rls key for an absent rule, and the field', () => {
    expect(textAt(accessOf(app, 'Order', 'read').place)).toBe('"read": { "created_by": "{{user.email}}" }');
    expect(textAt(accessOf(app, 'Order', 'create').place)).toBe('"rls"');
    expect(textAt(app.entities['Order']?.fields[0]?.place)).toBe('"status"');
  });

  it('mark the name where there is no rls', () => {
    const bare = '{ "name": "Order" }';
    const { place } = accessOf(loadApp(treeOf({ [file]: bare }), ''), 'Order', 'read');
    expect(place && bare.slice(place.start, place.end)).toBe('"Order"');
  });
});

describe('without a rule to read', () => {
  it('User follows the platform, with or without a schema', () => {
    const app = loadApp(treeOf({ 'base44/entities/User.jsonc': '{ "name": "User", "rls": { "read": true } }' }), '');
    expect(accessOf(app, 'User', 'read').kind).toBe('platform');
    expect(accessOf(emptyApp(), 'User', 'delete').kind).toBe('platform');
  });

  it('User says that its rules are fixed, and points at its schema where there is one', () => {
    const app = loadApp(treeOf({ 'base44/entities/User.jsonc': '{ "name": "User" }' }), '');
    expect(accessOf(app, 'User', 'read')).toMatchObject({
      reason: 'the platform has fixed rules for `User`',
      place: { file: 'base44/entities/User.jsonc' },
    });
    expect(accessOf(emptyApp(), 'User', 'read').place).toBeUndefined();
  });

  it('an entity without a schema is unknown, not open', () => {
    expect(accessOf(emptyApp(), 'Order', 'read')).toMatchObject({
      kind: 'unknown',
      reason: 'the export holds no schemas',
    });
    expect(accessOf(appWith({}), 'Invoice', 'read').reason).toBe('the export holds no schema of `Invoice`');
    expect(accessOf(appWith({}), 'constructor', 'read').kind).toBe('unknown');
  });

  it('an unreadable schema is not checked, and its entity unknown', () => {
    const app = loadApp(treeOf({ [file]: '{\n  "name": "Order",\n  "rls": {' }), '');
    expect(accessOf(app, 'Order', 'read').kind).toBe('unknown');
    expect(app.notChecked).toEqual([
      {
        file,
        reason: 'The file is not valid JSON (CloseBraceExpected in line 3), so the rules of its entity are unknown.',
      },
    ]);
  });
});

describe('what is wrong with parts of a rule', () => {
  /** The marked text, the kind and what is expected, for each issue of the read rule. */
  const issuesOf = (read: unknown): string[] => {
    const text = JSON.stringify({ name: 'Order', properties, rls: { read } });
    const app = loadApp(treeOf({ [file]: text }), '');
    return (accessOf(app, 'Order', 'read').issues ?? []).map(
      ({ kind, expected, effect, alternative, place }) =>
        `${text.slice(place.start, place.end)} ${kind}${expected ? ` → ${expected}` : ''}, ${effect}${alternative ? ', alternative' : ''}`,
    );
  };

  it.each<[string, unknown, readonly string[]]>([
    ['a missing field', never, ['"data.branch" unknown-field, never']],
    [
      'an unknown root on a field',
      { 'data.org_id': '{{user.branch}}' },
      ['"{{user.branch}}" template → user.data.branch, never'],
    ],
    ['the record as root', { 'data.org_id': '{{record.id}}' }, ['"{{record.id}}" template, never']],
    [
      'code in braces',
      { 'data.org_id': "{{f({a: '{{user.id}}'})}}" },
      [`"{{f({a: '{{user.id}}'})}}" expression, never`],
    ],
    ['a built-in with data', { 'data.created_by': 'x' }, ['"data.created_by" built-in-field → created_by, never']],
    ['the id with data', { 'data.id': '{{user.data.org_id}}' }, ['"data.id" built-in-field → id, unknown']],
    ['a field that is none', { 'data.nope': '{{user.id}}' }, ['"data.nope" unknown-field, never']],
    ['a missing field negated', { 'data.nope': { $ne: true } }, ['"data.nope" unknown-field, always']],
    ['a bare field', { org_id: '{{user.id}}' }, ['"org_id" bare-field → data.org_id, unknown']],
    ['an operator', { 'data.members': { $contains: '{{user.id}}' } }, ['"$contains" operator, unknown']],
    ['a range', { 'data.status': { $gt: 1 } }, ['"$gt" unconfirmed-operator, unknown']],
    ['an object for a list', { 'data.org_id': { $in: { entity: 'Org' } } }, ['{"entity":"Org"} operand, unknown']],
    ['a combinator', { $xor: [owner] }, ['"$xor" combinator, unknown']],
    [
      'an operator on a user',
      { user_condition: { role: { $in: ['admin'] } } },
      ['{"$in":["admin"]} user-operator, unknown'],
    ],
    ['an operator as attribute', { user_condition: { $ne: 1 } }, ['"$ne" user-operator, unknown']],
    ['an empty user condition', { user_condition: {} }, ['{} empty-user-condition, unknown']],
    ['an attribute', { user_condition: { team: 'a' } }, ['"team" attribute → data.team, unknown']],
    ['a role', { user_condition: { role: 'boss' } }, ['"boss" role, unknown']],
    ['ids and addresses', { created_by: '{{user.id}}' }, ['"{{user.id}}" mismatch → user.email, never']],
    ['a text for alternatives', { $or: 'owner' }, ['"owner" shape, unknown']],
    ['a text for a condition', 'owner', ['"owner" shape, unknown']],
    ['an empty object for a value', { 'data.status': {} }, ['{} shape, unknown']],
    ['no operator for a role', { user_condition: { role: {} } }, ['{} user-operator, unknown']],
    [
      'several, in the order of the text',
      { 'data.status': { $regex: 'a' }, 'data.nope': 1, $xor: [] },
      ['"$regex" operator, unknown', '"data.nope" unknown-field, never', '"$xor" combinator, unknown'],
    ],
    [
      'one of alternatives',
      { $or: [owner, { created_by: '{{user.id}}' }] },
      ['"{{user.id}}" mismatch → user.email, never, alternative'],
    ],
    ['the only alternative', { $or: [{ created_by: '{{user.id}}' }] }, ['"{{user.id}}" mismatch → user.email, never']],
    ['nothing', { $or: [owner, admin, tenant, published, { user_condition: { role: '__service_only__' } }] }, []],
  ])('%s', (_, read, expected) => {
    expect(issuesOf(read)).toEqual(expected);
  });

  it('none where the shorthand `write` is not what decides', () => {
    const app = appWith({ rls: { write: { created_by: '{{user.id}}' }, update: owner } });
    expect(accessOf(app, 'Order', 'update').issues).toBeUndefined();
    expect(accessOf(app, 'Order', 'delete').issues).toHaveLength(1);
  });

  it('never throws, whatever stands in the rules', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (rls) => {
        const { issues = [] } = accessOf(appWith({ rls }), 'Order', 'update');
        for (const { place } of issues) expect(place.start).toBeLessThan(place.end);
      }),
    );
  });
});
