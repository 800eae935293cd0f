import { describe, expect, it } from 'vitest';
import { accessOf, loadApp } from './load.js';
import { treeOf } from './tree.js';
import type { Access, AccessKind } from './types.js';

const properties = { status: {}, org_id: {}, user_id: {}, members: {}, deleted_at: {} };

function accessFor(read: unknown): Access {
  const text = JSON.stringify({ name: 'Order', properties, rls: { read } });
  return accessOf(loadApp(treeOf({ 'base44/entities/Order.jsonc': text }), ''), 'Order', 'read');
}

const owner = { created_by_id: '{{user.id}}' };
const published = { 'data.status': 'published' };
const roles = (role: unknown) => ({ user_condition: { role } });
const refusable = ' (an operator that the platform may refuse)';

/** The reason stands in the report as evidence, beside the rule. */
describe('a verdict says in words what it rests on', () => {
  it.each<[AccessKind, string, unknown]>([
    ['never', '`{{user.branch}}` is never filled in', { 'data.status': '{{user.branch}}' }],
    ['never', '`{{user.name.first}}` is never filled in', { 'data.status': '{{user.name.first}}' }],
    [
      'never',
      '`data.created_by` does not exist: `created_by` is built in and takes no `data.`',
      { 'data.created_by': 'x' },
    ],
    ['never', '`data.nope` is no field of the schema', { 'data.nope': '{{user.id}}' }],
    ['never', '`created_by` holds `user.email`, not `user.id`', { created_by: '{{user.id}}' }],
    ['never', '`created_by_id` holds `user.id`, not `user.email`', { created_by_id: '{{user.email}}' }],
    [
      'never',
      '`data.status` is compared to an expression that is never filled in',
      { 'data.status': "{{f({'a': '{{user.id}}'})}}" },
    ],
    [
      'public-part',
      '`data.nope` is no field of the schema, so the condition holds for every row',
      { 'data.nope': null },
    ],
    ['public-part', '`data.status` has a fixed value', published],
    ['public-part', '`data.status` has a fixed value', { 'data.status': { $in: [] } }],
    ['public-part', '`data.status` passes $ne', { 'data.status': { $ne: 'draft' } }],
    ['public-part', '`data.deleted_at` meets a fixed $exists', { 'data.deleted_at': { $exists: false } }],
    ['public-part', 'all rows that `$nor` does not exclude', { $nor: [published] }],
    ['owner', '`data.user_id` equals `{{user.id}}`', { 'data.user_id': '{{user.id}}' }],
    [
      'owner',
      '`members` equals `{{user.id}}` (by `$contains`, which is no operator of entity rules)',
      { members: { $contains: '{{user.id}}' } },
    ],
    ['tenant', "`data.org_id` equals the user's `org_id`", { 'data.org_id': '{{ user.data.org_id }}' }],
    ['mixed', "`data.status` equals the user's role", { 'data.status': '{{user.role}}' }],
    ['role', 'role `admin`, `staff`', roles(['admin', 'staff'])],
    ['role', 'role `admin`', roles(['admin', 7, '', '{{user.role}}'])],
    ['role', `role \`admin\`${refusable}`, roles({ $in: ['admin'] })],
    ['role', `role \`admin\`${refusable}`, roles({ $eq: 'admin' })],
    ['role', '`user_condition` on `data.team`', { user_condition: { 'data.team': 'a' } }],
    ['role', `\`user_condition\` on \`data.team\`${refusable}`, { user_condition: { 'data.team': { $in: ['a'] } } }],
    ['blocked', 'no user has the role `nobody`, `__service_only__`', roles(['nobody', '__service_only__'])],
    ['blocked', 'the condition is false', { $or: [false] }],
    ['open', 'the condition is true', { $or: [true] }],
    ['unknown', 'the role in `user_condition` is no fixed name', roles('{{user.role}}')],
    ['unknown', 'the role in `user_condition` is no fixed name', roles('')],
    ['unknown', 'the role in `user_condition` is no fixed name', roles(7)],
    ['unknown', 'operators on `role` in `user_condition` are not documented', roles({ $ne: 'admin' })],
    ['unknown', 'operators on `role` in `user_condition` are not documented', roles({ $in: ['a'], $ne: 'b' })],
    ['unknown', 'operators on `role` in `user_condition` are not documented', roles({})],
    ['unknown', '`$ne` in `user_condition` is not documented', { user_condition: { $ne: 'anonymous' } }],
    ['unknown', 'an empty or malformed `user_condition` is not documented', { user_condition: {} }],
    ['unknown', '`data.status` is compared to an empty object', { 'data.status': {} }],
    [
      'unknown',
      'what `$gte` on `data.status` does is not documented',
      { 'data.status': { $gte: '{{user.data.level}}' } },
    ],
    ['unknown', '`$regex` is no operator of entity rules', { 'data.status': { $regex: '^a' } }],
    ['unknown', '`$xor` is not a documented combinator', { $xor: [owner] }],
    ['unknown', '`$or` needs a list of conditions', { $or: owner }],
    ['unknown', '`$and` needs a list of conditions', { $and: [] }],
    ['unknown', 'a condition that is a list is not documented', [owner]],
    ['unknown', 'a condition that is a string is not documented', 'owner'],
    ['unknown', 'a condition that is a number is not documented', 1],
    ['unknown', 'a condition that is null is not documented', { $or: [null] }],
  ])('%s: %s', (kind, reason, read) => {
    expect(accessFor(read)).toMatchObject({ kind, reason });
  });

  it('names three alternatives at most, each once', () => {
    const fields = ['status', 'org_id', 'members', 'deleted_at'].map((name) => ({ [`data.${name}`]: '{{user.id}}' }));
    expect(accessFor({ $or: [...fields.slice(0, 2), ...fields] }).reason).toBe(
      '`data.status` equals `{{user.id}}` or `data.org_id` equals `{{user.id}}` or `data.members` equals `{{user.id}}` or more',
    );
    expect(accessFor({ $or: fields.slice(0, 3) }).reason).not.toContain('more');
  });
});

describe('of conditions that must all hold', () => {
  const every = (...parts: unknown[]) => accessFor({ $and: parts });
  const isOwner = '`created_by_id` equals `{{user.id}}`';

  it.each<[string, Access, AccessKind, string]>([
    ['the narrowest counts', every(published, owner), 'owner', `\`data.status\` has a fixed value and ${isOwner}`],
    [
      'one that never matches decides',
      every(owner, { 'data.nope': 'x' }),
      'never',
      '`data.nope` is no field of the schema',
    ],
    ['one that keeps everyone out decides', every(owner, false), 'blocked', 'the condition is false'],
    ['one that is true adds nothing', every(true, owner), 'owner', isOwner],
    ['one that is not understood can only narrow', every(owner, { user_condition: {} }), 'owner', isOwner],
    ['the role of every user adds nothing', every(roles('user'), owner), 'owner', isOwner],
    ['the role of every user remains, where all else is true', every(true, roles('user')), 'role', 'role `user`'],
  ])('%s', (_, access, kind, reason) => {
    expect(access).toMatchObject({ kind, reason });
  });
});

describe('a condition on a field that no row has', () => {
  it.each<[string, unknown, AccessKind]>([
    ['null', null, 'public-part'],
    ['not there', { $exists: false }, 'public-part'],
    ['equal to null', { $eq: null }, 'public-part'],
    ['not a value', { $ne: 'x' }, 'public-part'],
    ['one of several that hold', { $gt: 1, $ne: 'x' }, 'public-part'],
    ['there', { $exists: true }, 'never'],
    ['above a value', { $gt: 1 }, 'never'],
    ['a value', 'x', 'never'],
  ])('%s: holds for every row or for none', (_, value, kind) => {
    expect(accessFor({ 'data.nope': value }).kind).toBe(kind);
  });
});

it('one template in a list is enough to compare with the user', () => {
  expect(accessFor({ members: { $contains: ['all', '{{user.id}}'] } }).reason).toContain('by `$contains`');
});

describe('a verdict names the fields that it rests on', () => {
  it.each<[string, unknown, Partial<Access>]>([
    ['of the row, without `data.`', { 'data.user_id': '{{user.id}}' }, { fields: ['user_id'], userFields: [] }],
    ['of the user, without `data.`', { user_condition: { 'data.team': 'a' } }, { fields: [], userFields: ['team'] }],
    ['but none that every user has', { user_condition: { email: 'a@example.org' } }, { userFields: [] }],
    ['each once', { $or: [owner, owner, { created_by_id: '{{user.id}}' }] }, { fields: ['created_by_id'] }],
    ['of all parts', { ...published, 'data.org_id': '{{user.data.org}}' }, { fields: ['status', 'org_id'] }],
  ])('%s', (_, read, expected) => {
    expect(accessFor(read)).toMatchObject(expected);
  });
});

describe('which fields count as declared', () => {
  const kindOf = (declared: object, read: unknown): AccessKind => {
    const text = JSON.stringify({ name: 'Order', properties: declared, rls: { read } });
    return accessOf(loadApp(treeOf({ 'base44/entities/Order.jsonc': text }), ''), 'Order', 'read').kind;
  };

  it('a part of a declared object', () => {
    expect(kindOf({ owner: {} }, { 'data.owner.email': '{{user.email}}' })).toBe('owner');
    expect(kindOf({ owner: {} }, { 'data.boss.email': '{{user.email}}' })).toBe('never');
  });

  it('a field of the schema that has the name of a built-in one', () => {
    expect(kindOf({ created_by: {} }, { 'data.created_by': '{{user.email}}' })).toBe('owner');
  });

  it('a built-in field as such, declared or not', () => {
    expect(kindOf({ status: {} }, { created_by: '{{user.email}}' })).toBe('owner');
    expect(kindOf({ status: {} }, { 'data.id': '{{user.data.org_id}}' })).toBe('tenant');
  });
});
