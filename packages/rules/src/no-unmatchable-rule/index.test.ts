import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const owner = { created_by_id: '{{user.id}}' };
const admin = { user_condition: { role: 'admin' } };
const tenant = { 'data.org_id': '{{user.data.org_id}}' };
const fields = { status: {}, org_id: {}, branch: {}, owner_email: {}, members: {} };

function order(rls: unknown, more: Partial<Sample> = {}): Sample {
  const code = JSON.stringify({ name: 'Order', properties: fields, rls }, null, 2);
  return { file: 'base44/entities/Order.jsonc', code, ...more };
}

function only(sample: Sample) {
  const findings = run(rule, sample);
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

describe('rules that match nothing', () => {
  test('a value that is never filled in is drawn with what was meant', () => {
    const branch = { 'data.branch': '{{user.branch}}' };
    expect(squiggled(rule, order({ read: branch, update: branch, delete: admin }))).toMatchInlineSnapshot(`
      " 12 |       "data.branch": "{{user.branch}}"
          |                      ^~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely Nobody can read or change rows of \`Order\`, because \`{{user.branch}}\` is none of the values that rules fill in.
          advice: Write \`{{user.data.branch}}\`, then try with a second account.
          evidence: base44/entities/Order.jsonc: the same in another rule
          suggestion: Replace \`{{user.branch}}\` with \`{{user.data.branch}}\`; those whom the rule means gain access
             12 |       "data.branch": "{{user.data.branch}}"
             13 |     },
             14 |     "update": {
             15 |       "data.branch": "{{user.data.branch}}""
    `);
  });

  test.each<[string, unknown, string, string | undefined]>([
    ['the record as a root', { 'data.org_id': '{{record.id}}' }, '`{{record.id}}` is none of the values', undefined],
    ['a slip in a root', { 'data.org_id': '{{user.emial}}' }, '`{{user.emial}}` is none', '{{user.email}}'],
    ['code in braces', { 'data.org_id': "{{f('{{user.id}}')}}" }, 'run no code in braces', undefined],
    ['a built-in field with data', { 'data.created_by': '{{user.email}}' }, '`created_by` is built in', 'created_by'],
    ['a field that is none', { 'data.colour': '{{user.id}}' }, '`data.colour` is no field of the schema', undefined],
    ['a slip in a field', { 'data.orgid': '{{user.data.org_id}}' }, '`data.orgid` is no field', 'data.org_id'],
    ['an id for an address', { created_by: '{{user.id}}' }, '`created_by` holds an e-mail address', '{{user.email}}'],
    ['an address for an id', { created_by_id: '{{user.email}}' }, '`created_by_id` holds an id', '{{user.id}}'],
  ])('%s', (_, read, why, meant) => {
    const found = only(order({ ...{ read }, write: owner }));
    expect(found).toMatchObject({ severity: 'medium', confidence: 'likely' });
    expect(found.message).toMatch(/^Nobody can read rows of `Order`, because /);
    expect(found.message).toContain(why);
    expect(found.suggestions.map(({ edits }) => edits[0]?.text)).toEqual(meant ? [JSON.stringify(meant)] : []);
  });

  test('all operations that are concerned are named', () => {
    const found = only(order({ read: owner, write: { created_by: '{{user.id}}' } }));
    expect(found.message).toContain('Nobody can change, delete or add rows of `Order`');
    expect(found.evidence).toEqual([]);
  });

  test('the user where the row stands gets the right key', () => {
    expect(only(order({ read: { role: 'admin' }, write: owner })).advice).toContain('"user_condition": { "role": … }');
  });

  test('one alternative of several is a hint', () => {
    const found = only(order({ read: { $or: [owner, { created_by: '{{user.id}}' }] }, write: owner }));
    expect(found).toMatchObject({ severity: 'low', confidence: 'likely' });
    expect(found.message).toMatch(/^A part of the rule for `read` of `Order` lets nobody in/);
  });
});

describe('rules that hold for everything, or nobody knows', () => {
  test('a missing field that is negated', () => {
    expect(only(order({ read: { 'data.archived': { $ne: true } }, write: owner }))).toMatchObject({
      severity: 'medium',
      message: 'The rule for `read` of `Order` holds for every row, because `data.archived` is no field of the schema.',
    });
  });

  test.each<[string, unknown, string]>([
    ['an operator', { 'data.members': { $contains: '{{user.id}}' } }, '`$contains` is no operator'],
    ['an operator with a slip', { 'data.org_id': { $ni: ['a'] } }, '`$ni` is no operator'],
    ['a query of another entity', { 'data.org_id': { $in: { entity: 'Org', query: {} } } }, '`$in` takes a list'],
    ['a combinator', { $xor: [owner, admin] }, '`$xor` combines no conditions'],
    ['a negation of the user', { user_condition: { role: { $ne: 'guest' } } }, 'knows no `$ne`'],
    ['nothing about the user', { user_condition: {} }, '`user_condition` holds no condition'],
    ['an attribute that users lack', { user_condition: { team: 'a' } }, 'users have no `team`'],
    ['a text', 'owner', 'a string is no condition'],
    ['alternatives that are no list', { $or: owner }, '`$or` needs a list'],
  ])('%s', (_, read, why) => {
    const found = only(order({ read, write: owner }));
    expect(found).toMatchObject({ severity: 'medium', confidence: 'likely' });
    expect(found.message).toContain(why);
  });

  test('operators are named with the nearest that rules know', () => {
    expect(only(order({ read: { 'data.org_id': { $nn: ['a'] } }, write: owner })).advice).toMatch(
      /^Did you mean `\$nin`|^Documented/,
    );
    expect(only(order({ read: { 'data.org_id': { $alll: ['a'] } }, write: owner })).advice).toMatch(
      /^Did you mean `\$all`\?/,
    );
  });

  test.each<[string, unknown, string]>([
    ['a list of roles', { user_condition: { role: { $in: ['admin'] } } }, 'likely'],
    ['a range', { 'data.status': { $gt: 3 } }, 'possible'],
    ['a bare field', { owner_email: '{{user.email}}' }, 'possible'],
    ['the id with data', { 'data.id': '{{user.data.org_id}}' }, 'possible'],
  ])('only hints: %s', (_, read, confidence) => {
    expect(only(order({ read, write: owner }))).toMatchObject({ severity: 'low', confidence });
  });
});

describe('roles', () => {
  const manager = { read: { user_condition: { role: 'manager' } }, write: admin };

  test('that nobody is given are asked about once an app', () => {
    const schemas = { Zebra: { properties: fields, rls: manager } };
    expect(only(order(manager, { schemas }))).toMatchObject({
      severity: 'low',
      confidence: 'possible',
      message: expect.stringContaining('the rules of 2 entities that ask for `manager`') as string,
    });
    expectClean(rule, order(manager, { schemas: { Apple: { properties: fields, rls: manager } } }));
  });

  test('that the User schema names are somebody’s', () => {
    expectClean(rule, order(manager, { schemas: { User: { properties: { role: { enum: ['admin', 'manager'] } } } } }));
  });
});

describe('no finding', () => {
  test.each<[string, unknown]>([
    ['owners, tenants and roles', { read: { $or: [owner, tenant, admin] }, write: owner }],
    ['a list from the user', { read: { 'data.org_id': { $in: '{{user.data.org_ids}}' } }, write: owner }],
    ['documented operators', { read: { 'data.status': { $nin: ['a'], $ne: 'b' } }, write: owner }],
    ['a role that is meant for nobody', { read: { user_condition: { role: '__service_only__' } }, write: owner }],
    ['own fields of the user', { read: { user_condition: { 'data.app_role': 'staff' } }, write: owner }],
    ['open and closed', { read: true, write: false }],
    ['no rules', undefined],
  ])('%s', (_, rls) => {
    expectClean(rule, order(rls));
  });

  test('for a schema without fields, whose fields nobody knows', () => {
    const code = JSON.stringify({ name: 'Order', rls: { read: { 'data.x': '{{user.id}}' }, write: owner } });
    expectClean(rule, { file: 'base44/entities/Order.jsonc', code });
  });

  test('for the entity of users, whose rules have no effect', () => {
    const code = JSON.stringify({ name: 'User', properties: fields, rls: { read: { 'data.x': '{{user.y}}' } } });
    expectClean(rule, { file: 'base44/entities/User.jsonc', code });
  });

  test('above possible in an app that has left the platform', () => {
    const read = { created_by: '{{user.id}}' };
    expect(only(order({ read, write: owner }, { files: { 'package.json': {} } })).confidence).toBe('possible');
  });
});

test('arbitrary rules never throw, and every suggestion parses and mends', () => {
  const value = fc.constantFrom(
    '{{user.id}}',
    '{{user.email}}',
    '{{user.branch}}',
    '{{record.id}}',
    'a',
    null,
    { $in: ['a'] },
    { $has: 1 },
  );
  const key = fc.constantFrom(
    'data.org_id',
    'data.created_by',
    'data.nope',
    'created_by',
    'created_by_id',
    'branch',
    'user_condition',
    '$or',
  );
  const condition = fc.oneof(fc.dictionary(key, value, { maxKeys: 1 }), fc.jsonValue({ maxDepth: 3 }));
  fc.assert(
    fc.property(condition, (read) => {
      run(rule, order({ read, write: owner }));
    }),
    { numRuns: 300 },
  );
});
