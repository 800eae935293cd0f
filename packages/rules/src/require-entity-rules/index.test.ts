import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTree } from 'jsonc-parser';
import { apply } from '../testing/edits.js';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const owner = { created_by_id: '{{user.id}}' };
const admin = { user_condition: { role: 'admin' } };
const tenant = { 'data.org_id': '{{user.data.org_id}}' };
const all = (condition: unknown) => ({ create: condition, read: condition, update: condition, delete: condition });

const file = (name: string) => `base44/entities/${name}.jsonc`;
const publicApp = { 'base44/config.jsonc': { name: 'Sample', visibility: 'public' } };

/** A schema file as the platform writes it. */
function schema(rest: object, name = 'Customer', fields: object = { email: {}, phone: {} }): Sample {
  return { file: file(name), code: JSON.stringify({ name, type: 'object', properties: fields, ...rest }, null, 2) };
}

const order = (rest: object): Sample => schema(rest, 'Order', { user_id: {}, org_id: {}, total: { type: 'number' } });
const product = (rest: object): Sample => schema(rest, 'Product', { name: {}, price: { type: 'number' }, image: {} });

function only(sample: Sample) {
  const findings = run(rule, sample);
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

describe('an entity without rules', () => {
  test('is drawn at its name, with rules for its owners', () => {
    const code =
      '{\n  "name": "Customer",\n  "properties": {\n    "email": { "type": "string" } // for receipts\n  }\n}\n';
    expect(squiggled(rule, { file: file('Customer'), code })).toMatchInlineSnapshot(`
      "  2 |   "name": "Customer",
          |           ^~~~~~~~~~ [1]

      [1] high/certain \`Customer\` has no rules, so any user of the app can read, change and delete every row, with \`email\`, and add more.
          advice: In the rule of every open operation compare \`created_by_id\` with \`{{user.id}}\`, or ask for a role; a check in the browser can be gone around.
          suggestion: Let only the creator of a row read, change and delete it; everyone else, admins included, loses access
              5 |   },
              6 |   "rls": {
              7 |     "create": {
              8 |       "created_by_id": "{{user.id}}"
              9 |     },
             10 |     "read": {
             11 |       "created_by_id": "{{user.id}}"
             12 |     },
             13 |     "update": {
             14 |       "created_by_id": "{{user.id}}"
             15 |     },
             16 |     "delete": {
             17 |       "created_by_id": "{{user.id}}"
             18 |     }"
    `);
  });

  test('is clean with rules for owners, tenants, roles and nobody', () => {
    for (const condition of [owner, tenant, admin, false, { $or: [owner, admin] }]) {
      expectClean(rule, schema({ rls: all(condition) }));
    }
  });

  test.each([
    ['secrets, any user', schema({}, 'Connection', { api_key: {} }), 'critical'],
    ['people, any user', schema({}), 'high'],
    ['people, anyone', { ...schema({}), files: publicApp }, 'critical'],
    ['orders, any user', order({}), 'medium'],
    ['orders, anyone', { ...order({}), files: publicApp }, 'high'],
    ['a catalogue, any user', product({}), 'low'],
    ['a catalogue, anyone', { ...product({}), files: publicApp }, 'medium'],
  ] as const)('holds %s', (_, sample, severity) => {
    expect(only(sample).severity).toBe(severity);
  });

  test('says who gets in', () => {
    expect(only(schema({})).message).toContain('so any user of the app can read, change and delete every row');
    expect(only({ ...schema({}), files: publicApp }).message).toContain('so anyone, signed in or not, can');
    const files = { 'base44/config.jsonc': { name: 'Sample', visibility: 'workspace' } };
    expect(only({ ...schema({}), files }).message).toContain('so any signed-in user can');
  });

  test('offers a catalogue to its admins', () => {
    expect(squiggled(rule, product({}))).toMatchInlineSnapshot(`
      "  2 |   "name": "Product",
          |           ^~~~~~~~~ [1]

      [1] low/likely \`Product\` has no rules, so any user of the app can change, delete and read every row and add more.
          advice: Give \`create\`, \`update\` and \`delete\` to those who maintain these rows, for example to the role \`admin\`; where everyone may see them, say so with \`"read": true\`.
          suggestion: Let everyone read and only admins write; all other users lose the right to add, change and delete
             10 |   },
             11 |   "rls": {
             12 |     "create": {
             13 |       "user_condition": {
             14 |         "role": "admin"
             15 |       }
             16 |     },
             17 |     "read": true,
             18 |     "update": {
             19 |       "user_condition": {
             20 |         "role": "admin"
             21 |       }
             22 |     },
             23 |     "delete": {
             24 |       "user_condition": {
             25 |         "role": "admin"
             26 |       }
             27 |     }"
    `);
  });
});

describe('what rows hold', () => {
  test.each([
    ['a key of the app', { api_key: {} }, 'critical'],
    ['an invitation', { invite_token: {}, note: {} }, 'critical'],
    ['links that are handed out', { share_token: {}, note: {} }, 'high'],
    ['hashes of tokens', { token_hash: {}, note: {} }, 'high'],
    ['a link beside a key', { share_token: {}, api_key: {} }, 'critical'],
    ['places', { zip_code: {}, latitude: {}, longitude: {} }, 'low'],
    ['where somebody lives', { zip_code: {}, phone: {} }, 'high'],
  ])('%s', (_, fields, severity) => {
    expect(only(schema({}, 'Thing', fields)).severity).toBe(severity);
  });
});

describe('one open operation', () => {
  test('writing forgotten where reading is locked is drawn at its key', () => {
    expect(squiggled(rule, order({ rls: { ...all(owner), delete: null } }))).toMatchInlineSnapshot(`
      " 21 |     "delete": null
          |     ^~~~~~~~ [1]

      [1] high/likely The rules of \`Order\` leave \`delete\` open, so any user of the app can delete every row, even those they cannot see.
          advice: In the rule of every open operation compare \`created_by_id\` with \`{{user.id}}\`, or ask for a role; a check in the browser can be gone around.
          suggestion: Let only those delete rows who may change them; everyone else loses access
             21 |     "delete": {
             22 |       "created_by_id": "{{user.id}}"
             23 |     }"
    `);
  });

  test('an absent operation is drawn at `rls`', () => {
    const { read, create, update } = all(admin);
    expect(squiggled(rule, order({ rls: { create, read, update } }))).toMatchInlineSnapshot(`
      " 11 |   "rls": {
          |   ^~~~~ [1]

      [1] high/likely The rules of \`Order\` leave \`delete\` open, so any user of the app can delete every row, even those they cannot see.
          advice: In the rule of every open operation compare \`created_by_id\` with \`{{user.id}}\`, or ask for a role; a check in the browser can be gone around.
          suggestion: Let only those delete rows who may change them; everyone else loses access
             26 |     },
             27 |     "delete": {
             28 |       "user_condition": {
             29 |         "role": "admin"
             30 |       }
          suggestion: Let only the creator of a row delete it; everyone else loses access
             26 |     },
             27 |     "delete": {
             28 |       "created_by_id": "{{user.id}}""
    `);
  });

  test('is worse than a deliberate public catalogue', () => {
    expect(only(product({ rls: { ...all(admin), delete: null } })).severity).toBe('medium');
    expectClean(rule, product({ rls: { ...all(admin), read: true } }));
    expect(only(product({ rls: { ...all(admin), read: null } })).severity).toBe('info');
  });

  test('reading alone', () => {
    expect(only(schema({ rls: { ...all(owner), read: {} } }))).toMatchObject({
      severity: 'high',
      message:
        'The rules of `Customer` leave `read` open, so any user of the app can read every row, with `email` and `phone`.',
    });
    expect(only(order({ rls: { ...all(owner), read: {} } })).severity).toBe('medium');
    expect(only(order({ rls: { ...all(owner), read: true } })).severity).toBe('low');
  });

  test('adding alone is a hint: forms and sign-ups need it', () => {
    expect(only(schema({ rls: { ...all(admin), create: true } })).severity).toBe('info');
    const found = only({ ...schema({ rls: { ...all(admin), create: true } }), files: publicApp });
    expect(found).toMatchObject({ severity: 'low', message: expect.stringContaining('can add rows.') as string });
  });

  test('an owner rule for adding locks nothing', () => {
    expect(only(product({ rls: { create: { created_by: '{{user.email}}' } } })).severity).toBe('low');
  });
});

describe('the shapes of nothing', () => {
  test.each([
    ['null', { rls: null }, 'are empty'],
    ['an empty object', { rls: {} }, 'are empty'],
    ['true', { rls: true }, 'are `true`'],
    [
      'operations of every shape',
      { rls: { read: null, create: {}, update: true } },
      'leave `read`, `update`, `delete` and `create` open',
    ],
  ])('%s', (_, rest, words) => {
    expect(only(order(rest)).message).toContain(words);
  });

  test('`write` covers what has no rule of its own', () => {
    expectClean(rule, order({ rls: { read: owner, write: owner } }));
    const found = only(order({ rls: { read: owner, write: {} } }));
    expect(found.message).toContain('change and delete every row, even those they cannot see');
    expect(found.suggestions).toHaveLength(1);
  });

  test('the role that everyone has', () => {
    const found = only(schema({ rls: { ...all(admin), read: { user_condition: { role: 'user' } } } }));
    expect(found).toMatchObject({ severity: 'medium', confidence: 'likely' });
    expect(found.message).toContain('give `read` to the role `user`, which everyone has');
  });
});

describe('no finding', () => {
  test.each([
    ['the entity of users', schema({}, 'User')],
    ['a rule whose meaning is unknown', order({ rls: all({ user_condition: { role: { $regex: 'a' } } }) })],
    ['rows that a fixed value opens', order({ rls: { ...all(admin), read: { 'data.status': 'published' } } })],
    ['a text that does not parse', { file: file('Order'), code: '{ "name": "Order", ' }],
    ['an agent', { file: 'base44/agents/help.jsonc', code: '{ "name": "help" }' }],
  ] as const)('%s', (_, sample) => {
    expectClean(rule, sample);
  });

  test('of reading, for entities named as public', () => {
    const options = { publicEntities: ['Customer'] };
    expectClean(rule, { ...schema({ rls: { ...all(admin), read: null } }), options });
    const files = { 'base44-lint.config.jsonc': options };
    expectClean(rule, { ...schema({ rls: { ...all(admin), read: null } }), files });
    expect(only({ ...schema({}), options }).message).toContain('can change and delete every row');
  });

  test('above possible on an entity whose rows the app keeps elsewhere', () => {
    const used = { entities: ['Order'], functions: [], imitated: ['Customer'] };
    expect(only(schema({}, 'Customer')).confidence).toBe('certain');
    expect(only({ ...schema({}, 'Customer'), app: { used } }).confidence).toBe('possible');
    expect(only({ ...order({}), app: { used } }).confidence).toBe('likely');
  });

  test('above possible in an app that has left the platform', () => {
    expect(only({ ...schema({}), files: { 'package.json': {} } }).confidence).toBe('possible');
  });
});

describe('suggestions', () => {
  const titles = (sample: Sample) => only(sample).suggestions.map(({ title }) => title);

  test('copy the rule of a sibling', () => {
    expect(titles(order({ rls: { ...all(tenant), delete: null } }))).toEqual([
      'Let only those delete rows who may change them; everyone else loses access',
      'Let only the creator of a row delete it; everyone else loses access',
    ]);
  });

  test('are left out where a comment would go, or a key stands twice', () => {
    const code = '{ "name": "Customer", "properties": { "email": {} }, "rls": { "read": { /* later */ } } }';
    expect(titles({ file: file('Customer'), code })).toEqual([]);
    const twice = '{ "name": "Customer", "properties": { "email": {} }, "rls": null, "rls": null }';
    expect(titles({ file: file('Customer'), code: twice })).toEqual([]);
  });

  test('leave every file in order, whatever its rules are', () => {
    const condition = fc.oneof(
      fc.constantFrom<unknown>(null, true, false, '', {}, owner, admin, tenant, { $or: [owner, admin] }),
      fc.jsonValue({ maxDepth: 2 }),
    );
    const rules = fc.record(
      { create: condition, read: condition, update: condition, delete: condition, write: condition },
      { requiredKeys: [] },
    );
    const rls = fc.oneof(fc.option(rules), fc.jsonValue({ maxDepth: 3 }));
    fc.assert(
      fc.property(rls, fc.constantFrom('Product', 'Order', 'Customer'), fc.boolean(), (value, name, dense) => {
        const fields = { Product: { price: {} }, Order: { user_id: {} }, Customer: { email: {} } }[name];
        const whole = { name, properties: fields, ...(value !== null && { rls: value }) };
        const code = `// first note\n${JSON.stringify(whole, null, dense ? 0 : 2)} // last note`;
        // `run` applies each suggestion, parses the result and asks the rule again.
        for (const { suggestions } of run(rule, { file: file(name), code })) {
          for (const { edits } of suggestions) {
            const after = apply(code, edits);
            expect(after.match(/note/g)).toHaveLength(2);
            expect(parseTree(after)).toBeDefined();
          }
        }
      }),
      { numRuns: 200 },
    );
  });
});
