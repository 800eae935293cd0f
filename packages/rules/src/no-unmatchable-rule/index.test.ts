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

describe('the whole text', () => {
  const all = (condition: unknown) => ({ read: condition, write: condition });
  const only1 = (rls: unknown) => {
    const { message, advice, suggestions, evidence } = only(order(rls));
    return { message, advice, titles: suggestions.map(({ title }) => title), others: evidence.length };
  };
  const documented =
    'Documented are equality, `$in`, `$nin`, `$ne` and `$all`; keep what a rule compares in the row itself.';
  const account = (text: string) => `Write \`${text}\`, then try with a second account.`;
  const replaced = (from: string, to: string) => [
    `Replace \`${from}\` with \`${to}\`; those whom the rule means gain access`,
  ];
  const condition = 'Write a condition, `true` for everyone or `false` for nobody.';

  test.each<[string, unknown, string, string, (readonly string[])?]>([
    [
      'a field without data',
      { owner_email: '{{user.email}}' },
      'Whom the rule for `read` of `Order` lets in is not documented, because `owner_email` stands without `data.`.',
      account('data.owner_email'),
      replaced('owner_email', 'data.owner_email'),
    ],
    [
      'an operator that only the validator knows',
      { 'data.status': { $gt: 3 } },
      'Whom the rule for `read` of `Order` lets in is not documented, because `$gt` passes validation, but the documentation of rules does not name it.',
      'Try with a second account what `$gt` does, or compare with `$in` or `$ne`.',
    ],
    [
      'the id with data',
      { 'data.id': '{{user.id}}' },
      'Whom the rule for `read` of `Order` lets in is not documented, because `id` is built in and takes no `data.`.',
      account('id'),
      replaced('data.id', 'id'),
    ],
    [
      'an operator that nobody knows',
      { 'data.org_id': { $contains: '{{user.id}}' } },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `$contains` is no operator of entity rules.',
      documented,
    ],
    [
      'a combinator with a slip',
      { $orr: [owner, admin] },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `$orr` combines no conditions; rules know `$or`, `$and` and `$nor`.',
      `Did you mean \`$or\`? ${documented}`,
    ],
    [
      'another',
      { $andd: [owner, admin] },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `$andd` combines no conditions; rules know `$or`, `$and` and `$nor`.',
      `Did you mean \`$and\`? ${documented}`,
    ],
    [
      'an operator without its field',
      { $in: ['a'] },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `$in` combines no conditions; rules know `$or`, `$and` and `$nor`.',
      'Write `$in` below the field that it is about: `"data.field": { "$in": … }`.',
    ],
    [
      'a query of another entity',
      { 'data.org_id': { $in: { entity: 'Org' } } },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `$in` takes a list, and rules cannot look into other entities.',
      documented,
    ],
    [
      'an operator on the user',
      { user_condition: { role: { $ne: 'guest' } } },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `user_condition` compares for equality and knows no `$ne`.',
      'Write one `user_condition` for each value, joined by `$or`.',
    ],
    [
      'nothing about the user',
      { user_condition: {} },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `user_condition` holds no condition.',
      condition,
    ],
    [
      'an attribute that users lack',
      { user_condition: { team: 'a' } },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because users have no `team`; fields of your own are under `data.`.',
      account('data.team'),
      replaced('team', 'data.team'),
    ],
    [
      'code in braces',
      { 'data.org_id': "{{f('{{user.id}}')}}" },
      'Nobody can read rows of `Order`, because rules fill in values and run no code in braces.',
      documented,
    ],
    [
      'a root that is none',
      { 'data.org_id': '{{record.id}}' },
      'Nobody can read rows of `Order`, because `{{record.id}}` is none of the values that rules fill in.',
      'Rules fill in `{{user.id}}`, `{{user.email}}`, `{{user.role}}` and `{{user.data.…}}`.',
    ],
    [
      'a slip in the id',
      { 'data.org_id': '{{user.ids}}' },
      'Nobody can read rows of `Order`, because `{{user.ids}}` is none of the values that rules fill in.',
      account('{{user.id}}'),
      replaced('{{user.ids}}', '{{user.id}}'),
    ],
    [
      'a slip in the role',
      { 'data.org_id': '{{user.roles}}' },
      'Nobody can read rows of `Order`, because `{{user.roles}}` is none of the values that rules fill in.',
      account('{{user.role}}'),
      replaced('{{user.roles}}', '{{user.role}}'),
    ],
    [
      'an id for an address',
      { created_by: '{{user.id}}' },
      'Nobody can read rows of `Order`, because `created_by` holds an e-mail address and is compared to an id.',
      account('{{user.email}}'),
      replaced('{{user.id}}', '{{user.email}}'),
    ],
    [
      'a field that is none',
      { 'data.colour': '{{user.id}}' },
      'Nobody can read rows of `Order`, because `data.colour` is no field of the schema.',
      'Declare the field in `properties`, or compare one that the schema has.',
    ],
    [
      'a slip in a field',
      { 'data.orgid': '{{user.data.org_id}}' },
      'Nobody can read rows of `Order`, because `data.orgid` is no field of the schema.',
      account('data.org_id'),
      replaced('data.orgid', 'data.org_id'),
    ],
    [
      'the address of the user in the place of a field',
      { email: '{{user.email}}' },
      'Nobody can read rows of `Order`, because `email` is no field of the schema.',
      'To ask for an attribute of the user write `"user_condition": { "email": … }`.',
    ],
    [
      'a field that is called like an attribute of the user',
      { 'data.role': 'admin' },
      'Nobody can read rows of `Order`, because `data.role` is no field of the schema.',
      'Declare the field in `properties`, or compare one that the schema has.',
    ],
    [
      'a field that begins like one',
      { role_name: 'admin' },
      'Nobody can read rows of `Order`, because `role_name` is no field of the schema.',
      'Declare the field in `properties`, or compare one that the schema has.',
    ],
    [
      'a text',
      'owner',
      'Nobody can tell whom the rule for `read` of `Order` lets in, because a string is no condition.',
      condition,
    ],
    [
      'an empty object for a value',
      { 'data.status': {} },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `{}` is no condition.',
      condition,
    ],
    [
      'alternatives that are no list',
      { $or: owner },
      'Nobody can tell whom the rule for `read` of `Order` lets in, because `$or` needs a list of conditions.',
      condition,
    ],
    [
      'an alternative that always holds',
      { $or: [owner, { 'data.archived': null }] },
      'A part of the rule for `read` of `Order` holds for every row, because `data.archived` is no field of the schema.',
      'Declare the field in `properties`, or compare one that the schema has.',
    ],
    [
      'a condition that always holds beside one that does not',
      { 'data.archived': null, ...owner },
      'A part of the rule for `read` of `Order` holds for every row, because `data.archived` is no field of the schema.',
      'Declare the field in `properties`, or compare one that the schema has.',
    ],
    [
      'an alternative that nobody knows',
      { $or: [owner, { 'data.org_id': { $has: 'a' } }] },
      'A part of the rule for `read` of `Order` may let nobody in, because `$has` is no operator of entity rules.',
      documented,
    ],
    [
      'a role that nobody is given',
      { user_condition: { role: 'manager' } },
      'Invitations give out the roles `admin` and `user` only, so the rule for `read` of `Order` that asks for `manager` may let nobody in.',
      'Keep the role in a field of the user that only admins may write, and compare that; or name the role in the `role` field of the User schema if the app sets it otherwise.',
    ],
  ])('of %s', (_, read, message, advice, titles = []) => {
    expect(only1({ read, write: owner })).toEqual({ message, advice, titles, others: 0 });
  });

  test.each<[string, unknown, string]>([
    [
      'a field without data',
      { owner_email: '{{user.email}}' },
      'Whom the rules for `read`, `update`, `delete` and `create` of `Order` let in is not documented, because `owner_email` stands without `data.`.',
    ],
    [
      'an operator that nobody knows',
      { 'data.org_id': { $has: ['a'] } },
      'Nobody can tell whom the rules for `read`, `update`, `delete` and `create` of `Order` let in, because `$has` is no operator of entity rules.',
    ],
    [
      'a negated field that is none',
      { 'data.archived': { $ne: true } },
      'The rules for `read`, `update`, `delete` and `create` of `Order` hold for every row, because `data.archived` is no field of the schema.',
    ],
    [
      'one of two alternatives',
      { $or: [owner, { created_by: '{{user.id}}' }] },
      'A part of the rules for `read`, `update`, `delete` and `create` of `Order` lets nobody in, because `created_by` holds an e-mail address and is compared to an id.',
    ],
    [
      'a role that nobody is given',
      { user_condition: { role: 'manager' } },
      'Invitations give out the roles `admin` and `user` only, so the rules for `read`, `update`, `delete` and `create` of `Order` that ask for `manager` may let nobody in.',
    ],
  ])('of %s in several rules, where the other place is evidence', (_, everywhere, message) => {
    expect(only1(all(everywhere))).toMatchObject({ message, others: 1 });
  });

  test('where one rule lets nobody in and another has an alternative, names the first', () => {
    const wrong = { created_by: '{{user.id}}' };
    const { message, others } = only1({ read: { $or: [owner, wrong] }, write: wrong });
    expect(message).toMatch(/^Nobody can change, delete or add rows of `Order`, because/);
    expect(others).toBe(1);
  });

  test('is carried by the first place of the rules that it is about', () => {
    const wrong = { created_by: '{{user.id}}' };
    const sample = order({ write: wrong, read: { $or: [owner, wrong] }, update: wrong });
    const found = only(sample);
    expect(found.span.start).toBe(sample.code.indexOf('"{{user.id}}"'));
    expect(found.evidence.map(({ start }) => start)).toEqual(
      found.evidence.map(({ start }) => start).toSorted((a, b) => a - b),
    );
    expect(found.evidence).toHaveLength(2);
  });

  test.each([
    ['$eq', 'low'],
    ['$in', 'low'],
    ['$ne', 'medium'],
  ])('%s on the role of the user is %s', (operator, severity) => {
    const read = { user_condition: { role: { [operator]: 'admin' } } };
    expect(only(order({ read, write: owner })).severity).toBe(severity);
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

  test('count the entities that ask for them, and no others', () => {
    const staff = { read: { user_condition: { role: 'staff' } }, write: admin };
    const schemas = { Zebra: { properties: fields, rls: staff }, Quince: { properties: fields, rls: admin } };
    expect(only(order(manager, { schemas })).message).toContain(
      'so the rule for `read` of `Order` that asks for `manager`',
    );
  });

  test('another field of the User schema that lists them says nothing', () => {
    const User = { properties: { kind: { enum: ['manager'] }, role: { enum: ['admin'] } } };
    expect(run(rule, order(manager, { schemas: { User } }))).toHaveLength(1);
    expect(
      run(rule, order(manager, { schemas: { User: { properties: { kind: { enum: ['manager'] } } } } })),
    ).toHaveLength(1);
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
