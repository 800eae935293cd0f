import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const file = 'base44/entities/Order.jsonc';
const text = (code: string, path = file): Sample => ({ file: path, code });
const schema = (rest: object): Sample =>
  text(
    JSON.stringify(
      { name: 'Order', type: 'object', properties: { total: { type: 'number' }, note: { type: 'string' } }, ...rest },
      null,
      2,
    ),
  );
const field = (definition: unknown): Sample => schema({ properties: { total: definition } });

function only(sample: Sample) {
  const findings = run(rule, sample);
  expect(findings).toHaveLength(1);
  return findings[0]!;
}

describe('a text that does not parse', () => {
  test('is drawn where it has to be mended', () => {
    expect(squiggled(rule, text('{\n  "name": "Order" // of a customer\n  "properties": {}\n}')))
      .toMatchInlineSnapshot(`
      "  2 |   "name": "Order" // of a customer
          |                 ^ [1]

      [1] medium/certain A comma is missing after this, so the file cannot be read and the rules of its entity are unknown.
          advice: Mend the text and scan again; nothing in this file was checked."
    `);
  });

  test.each([
    ['base44/entities/Order.jsonc', 'the rules of its entity are unknown'],
    ['base44/agents/help.jsonc', 'what its agent may do is unknown'],
    ['base44/workflows/daily.jsonc', 'what its workflow runs is unknown'],
    ['base44/connectors/mail.jsonc', 'what its connector may do is unknown'],
    ['base44/functions/send/function.jsonc', 'what starts its function is unknown'],
    ['base44/config.jsonc', 'the name and visibility of the app are unknown'],
    ['base44/auth/config.jsonc', 'the ways to sign in are unknown'],
  ])('%s', (path, consequence) => {
    expect(only(text('{ "name": "x" ', path)).message).toBe(
      `The brace that opens here is never closed, so the file cannot be read and ${consequence}.`,
    );
    expect(only(text('[1]', path)).message).toBe(`The file holds no object, so ${consequence}.`);
    expectClean(rule, text('', path));
  });
});

describe('keys', () => {
  test('of rules that are no operation are drawn with the one that was meant', () => {
    expect(squiggled(rule, schema({ rls: { reed: false, write: false } }))).toMatchInlineSnapshot(`
      " 13 |     "reed": false,
          |     ^~~~~~ [1]

      [1] medium/likely \`reed\` is no operation, so this rule of the entity protects nothing; \`read\` probably was meant.
          advice: Rules have the keys \`create\`, \`read\`, \`update\` and \`delete\`; \`write\` stands for all but \`read\`.
          suggestion: Rename \`reed\` to \`read\`, so that the rule takes effect; those whom it does not name lose access
             13 |     "read": false,"
    `);
  });

  test.each([
    ['select', '`read` probably was meant'],
    ['insert', '`create` probably was meant'],
    ['deletes', '`delete` probably was meant'],
    ['owner', 'protects nothing.'],
  ])('%s in rules', (key, words) => {
    const found = only(schema({ rls: { [key]: false } }));
    expect(found).toMatchObject({ severity: 'medium', confidence: 'likely' });
    expect(found.message).toContain(words);
    expect(found.suggestions).toHaveLength(key === 'owner' ? 0 : 1);
  });

  test('are not renamed onto one that is there', () => {
    expect(only(schema({ rls: { read: true, reed: false } })).suggestions).toEqual([]);
  });

  test.each([
    ['a slip in `rls`', schema({ rsl: {} }), 'medium', 'likely', '`rls` probably was meant'],
    ['a slip in `required`', schema({ requird: [] }), 'low', 'likely', '`required` probably was meant'],
    ['an unknown key', schema({ colour: 1 }), 'low', 'possible', '`colour` is no key of a schema'],
    ['a unique constraint', schema({ unique: ['total'] }), 'low', 'likely', '`unique` keeps out no duplicate'],
    ['an index', field({ type: 'string', index: true }), 'low', 'likely', '`index` speeds up no query'],
    ['a slip in a field', field({ typ: 'string' }), 'low', 'likely', '`type` probably was meant'],
    [
      'rules of a field',
      field({ type: 'string', rls: { view: false } }),
      'medium',
      'likely',
      'this rule of the field `total`',
    ],
  ] as const)('%s', (_, sample, severity, confidence, words) => {
    const found = only(sample);
    expect(found).toMatchObject({ severity, confidence });
    expect(found.message).toContain(words);
  });

  test('that stand twice: the last one counts', () => {
    expect(squiggled(rule, text('{ "name": "Order", "properties": {}, "rls": { "read": false, "read": true } }')))
      .toMatchInlineSnapshot(`
      "  1 | { "name": "Order", "properties": {}, "rls": { "read": false, "read": true } }
          |                                               ^~~~~~ [1]

      [1] medium/certain \`read\` stands more than once in this object, and what is written here does not count.
          advice: Keep one of them; only the last one is read."
    `);
    expect(only(text('{ "name": "A", "name": "Order", "properties": {} }')).severity).toBe('low');
    expect(
      only(text('{ "name": "daily", "trigger": { "a": 1, "a": 2 } }', 'base44/workflows/daily.jsonc')).severity,
    ).toBe('low');
  });

  test('the same fault in many fields is one finding', () => {
    const found = only(
      schema({ properties: { a: { type: 'string', index: true }, b: { type: 'string', index: true } } }),
    );
    expect(found.evidence).toHaveLength(1);
  });
});

describe('fields', () => {
  test.each([
    ['text', '`string` probably was meant'],
    ['int', '`integer` probably was meant'],
    ['nubmer', '`number` probably was meant'],
    ['datetime', '`string` probably was meant'],
    ['spline', 'is no type of a field.'],
  ])('type %s', (type, words) => {
    expect(only(field({ type }))).toMatchObject({
      severity: 'low',
      confidence: 'likely',
      message: expect.stringContaining(words) as string,
    });
  });

  test.each<[string, Sample, string]>([
    ['a type that is no text', field({ type: 5 }), '`number` is no type'],
    ['a type in the list of an array', field({ type: 'array', items: { type: 'strng' } }), '`strng` is no type'],
    ['a field of a field', field({ type: 'object', properties: { x: { type: 'bool' } } }), '`bool` is no type'],
    ['a field without a description', field('string'), 'is described by no object'],
    ['a required field that is none', schema({ required: ['totl'] }), '`total` probably was meant'],
    ['no properties', text('{ "name": "Order" }'), 'declares no `properties`'],
    ['fields elsewhere', text('{ "name": "Order", "fields": [] }'), 'in `fields`'],
    ['no name', text('{ "properties": {} }'), 'has no `name`'],
  ])('%s', (_, sample, words) => {
    expect(only(sample)).toMatchObject({ severity: 'low', message: expect.stringContaining(words) as string });
  });
});

test('rules of users have no documented effect', () => {
  const code = JSON.stringify({ name: 'User', properties: {}, rls: { read: false } });
  expect(only(text(code, 'base44/entities/User.jsonc'))).toMatchObject({ severity: 'low', confidence: 'possible' });
});

test('other files: slips only', () => {
  expect(only(text('{ "name": "a", "visiblity": "public" }', 'base44/config.jsonc')).message).toContain(
    '`visibility` probably was meant',
  );
  expect(only(text('{ "enableGoogleLogins": true }', 'base44/auth/config.jsonc')).message).toContain(
    '`enableGoogleLogin`',
  );
  expectClean(rule, text('{ "name": "a", "telepathy": true }', 'base44/agents/a.jsonc'));
});

test('an entity that two files declare', () => {
  const files = { 'base44/entities/Older.jsonc': { name: 'Order', properties: {} } };
  const [found, ...more] = runApp(rule, { ...schema({}), files });
  expect(more).toEqual([]);
  expect(found).toMatchObject({
    file,
    severity: 'medium',
    message: '`Order` is declared a second time here, so it is chance which fields and rules the entity has.',
    evidence: [{ file: 'base44/entities/Older.jsonc' }],
  });
});

describe('no finding', () => {
  test.each<[string, unknown]>([
    [
      'keywords that describe',
      { type: 'string', title: 'T', description: 'D', format: 'date', enum: ['a'], enumNames: ['A'], default: 'a' },
    ],
    [
      'keywords that limit',
      { type: ['number', 'null'], minimum: 0, maximum: 9, multipleOf: 1, pattern: 'a', minLength: 1, maxLength: 3 },
    ],
    [
      'lists and objects',
      {
        type: 'array',
        items: { type: 'object', properties: { a: { type: 'string' } }, required: ['a'], additionalProperties: true },
        maxItems: 3,
      },
    ],
    ['references and own keys', { $ref: '#/definitions/a', 'x-label': 'L', examples: [1], nullable: true }],
    ['rules of the field', { type: 'string', rls: { read: true, write: false } }],
    ['no type', { description: 'anything' }],
  ])('%s', (_, definition) => {
    expectClean(rule, field(definition));
  });

  test('comments and trailing commas', () => {
    expectClean(rule, text('// note\n{ "name": "Order", "properties": { "a": { "type": "string", }, }, }'));
  });
});

describe('the whole text', () => {
  const told = (sample: Sample) => {
    const { severity, confidence, message, advice, limitations } = only(sample);
    return [`${severity}/${confidence} ${message}`, advice, limitations];
  };
  const open = ['data-default-open'];

  test.each<[string, Sample, string, string, readonly string[]]>([
    [
      'a unique constraint',
      schema({ uniqueKeys: ['total'] }),
      'low/likely The platform takes no wishes for its database, so `uniqueKeys` keeps out no duplicate.',
      'Look for the row before creating it, in a function that does nothing else in between, and expect duplicates all the same.',
      ['data-indexing'],
    ],
    [
      'a primary key',
      schema({ primary_key: 'total' }),
      'low/likely The platform takes no wishes for its database, so `primary_key` keeps out no duplicate.',
      'Look for the row before creating it, in a function that does nothing else in between, and expect duplicates all the same.',
      ['data-indexing'],
    ],
    [
      'an index',
      field({ type: 'string', indexed: true }),
      'low/likely The platform takes no wishes for its database, so `indexed` speeds up no query.',
      'Leave the key out; read less at once, by a condition and with a limit.',
      ['data-indexing'],
    ],
    [
      'a slip in `properties`',
      schema({ propertys: {} }),
      'medium/likely `propertys` is no key of a schema; `properties` probably was meant, and has no effect so far.',
      'Write `properties`, or leave the key out.',
      open,
    ],
    [
      'a slip in a field',
      field({ type: 'string', descripton: 'a' }),
      'low/likely `descripton` is no key of a field; `description` probably was meant, and has no effect so far.',
      'Write `description`, or leave the key out.',
      open,
    ],
    [
      'an unknown key of a field',
      field({ type: 'string', widget: 'a' }),
      'low/possible `widget` is no key of a field that the documentation knows, so it has no effect.',
      'Leave the key out, or mark it as your own with `x-`.',
      open,
    ],
    [
      'a rule that is none',
      schema({ rls: { owner: false } }),
      'medium/likely `owner` is no operation, so this rule of the entity protects nothing.',
      'Rules have the keys `create`, `read`, `update` and `delete`; `write` stands for all but `read`.',
      open,
    ],
    [
      'no name',
      text('{ "properties": {} }'),
      'low/likely The schema has no `name`, so tools guess the entity from the name of the file.',
      'Add `"name"` with the name that code uses: `base44.entities.<name>`.',
      open,
    ],
    [
      'no properties',
      text('{ "name": "Order", "properties": [] }'),
      'low/likely The schema declares no `properties`, so the entity has no fields of its own.',
      'Declare the fields as an object: `"properties": { "title": { "type": "string" } }`.',
      open,
    ],
    [
      'fields elsewhere',
      text('{ "name": "Order", "fields": {} }'),
      'low/likely The schema declares its fields in `fields`, and the platform reads `properties`.',
      'Declare the fields as an object: `"properties": { "title": { "type": "string" } }`.',
      open,
    ],
    [
      'a required field that is none',
      schema({ required: ['colour', 'total'] }),
      'low/likely `required` names `colour`, which is no field of the schema.',
      'Declare the field or leave it out of `required`.',
      open,
    ],
    [
      'a field that is no object',
      field([]),
      'low/likely The field `total` is described by no object, so its type is unknown.',
      'Write `{ "type": "string" }` or the like.',
      open,
    ],
    [
      'a type that is none',
      field({ type: 'spline' }),
      'low/likely `spline` is no type of a field.',
      'Types are `string`, `number`, `integer`, `boolean`, `array` and `object`; dates are strings with a `format`.',
      open,
    ],
    [
      'rules of users',
      text('{ "name": "User", "properties": {}, "rls": {} }', 'base44/entities/User.jsonc'),
      'low/possible The platform has fixed rules for `User`, and what these do beside them is not documented.',
      'Try with a second account what these rules change; rely on the fixed ones: users read and write their own record, admins all.',
      open,
    ],
    [
      'a list in the place of an object',
      text('[]'),
      'medium/certain The file holds no object, so the rules of its entity are unknown.',
      'Write the settings as one object in braces.',
      open,
    ],
    [
      'a slip in another file',
      text('{ "name": "a", "instructons": "" }', 'base44/agents/a.jsonc'),
      'low/likely `instructons` is no key of this file; `instructions` probably was meant, and has no effect so far.',
      'Write `instructions`, or leave the key out.',
      open,
    ],
  ])('of %s', (_, sample, sentence, advice, limitations) => {
    expect(told(sample)).toEqual([sentence, advice, limitations]);
  });

  test.each([
    ['datetime', 'string'],
    ['UUID', 'string'],
    ['enum', 'string'],
    ['double', 'number'],
    ['currency', 'number'],
    ['list', 'array'],
    ['json', 'object'],
    ['Boolean', 'boolean'],
  ])('type %s was meant as %s', (type, meant) => {
    expect(only(field({ type })).message).toBe(`\`${type}\` is no type of a field; \`${meant}\` probably was meant.`);
  });

  test.each([
    ['get', 'read'],
    ['List', 'read'],
    ['view', 'read'],
    ['add', 'create'],
    ['new', 'create'],
    ['edit', 'update'],
    ['patch', 'update'],
    ['remove', 'delete'],
    ['destroy', 'delete'],
  ])('%s in rules was meant as %s', (key, meant) => {
    expect(only(schema({ rls: { [key]: false } })).suggestions).toMatchObject([
      {
        title: `Rename \`${key}\` to \`${meant}\`, so that the rule takes effect; those whom it does not name lose access`,
      },
    ]);
  });

  test('words that every object of JavaScript knows are meant as nothing', () => {
    expect(only(field({ type: 'constructor' })).message).toBe('`constructor` is no type of a field.');
    expect(only(schema({ rls: { constructor: false } })).suggestions).toEqual([]);
  });
});

describe('where the squiggle is', () => {
  const marked = (sample: Sample) => {
    const { span, evidence } = only(sample);
    return [span, ...evidence].map(({ start, end }) => sample.code.slice(start, end));
  };

  test.each<[string, Sample, string]>([
    ['no name', text('{ "properties": {} }'), '{'],
    ['a name that is no text', text('{ "name": 5, "properties": {} }'), '5'],
    ['no properties', text('{ "name": "Order" }'), '"Order"'],
    ['wrong properties', text('{ "name": "Order", "properties": 7 }'), '7'],
    ['fields elsewhere', text('{ "name": "Order", "fields": 1 }'), '"fields"'],
    ['a required field', schema({ required: ['totl'] }), '"totl"'],
    ['one of two types', field({ type: ['nubmer', 'null'] }), '"nubmer"'],
    ['a rule', schema({ rls: { reed: false } }), '"reed"'],
    ['rules of users', text('{ "name": "User", "properties": {}, "rls": {} }', 'base44/entities/User.jsonc'), '"rls"'],
  ])('%s', (_, sample, part) => expect(marked(sample)).toEqual([part]));

  test('a key that stands three times is told at the first, with the second', () => {
    expect(marked(text('{ "name": "A", "name": "B", "name": "C", "properties": {} }'))).toEqual(['"name"', '"name"']);
  });

  test('the same key in another object is another fault', () => {
    const found = run(
      rule,
      text(
        '{ "name": "A", "properties": { "a": { "type": "string", "type": "string" }, "b": { "type": "string", "type": "string" } } }',
      ),
    );
    expect(found).toHaveLength(2);
  });

  test('ten places of the same fault are shown at most', () => {
    const properties = Object.fromEntries([...'abcdefghijklmn'].map((name) => [name, { type: 'bool' }]));
    const found = only(schema({ properties }));
    expect(found.evidence).toHaveLength(9);
    expect(found.evidence[0]).toMatchObject({ file, note: 'the same again' });
  });

  test('a fault in two places is not renamed', () => {
    const rls = { reed: false };
    expect(only(schema({ properties: { a: { rls }, b: { rls } } })).suggestions).toEqual([]);
  });

  test('a key that stands twice below rules of a field counts as one of rules', () => {
    const found = only(text('{ "name": "A", "properties": { "a": { "rls": { "read": { "x": 1, "x": 2 } } } } }'));
    expect(found.severity).toBe('medium');
    expect(only(text('{ "name": "A", "properties": {}, "rls": true, "rls": false }')).severity).toBe('medium');
  });

  test('an empty list of fields says nothing of what is required', () => {
    expect(run(rule, text('{ "name": "A", "properties": {}, "required": ["a"] }'))).toEqual([]);
  });

  test('a slip beside the right key, and one in nothing known, is no slip', () => {
    expectClean(rule, text('{ "name": "a", "visibility": "public", "visiblity": 1 }', 'base44/config.jsonc'));
    expectClean(rule, text('{ "naem": 1 }', 'base44/connectors/mail.jsonc'));
  });

  test('own keys and those of tools are left alone', () => {
    expectClean(rule, schema({ 'x-rls': 1, $comment: 1, _internal: 1 }));
  });

  test('rules of users that are null say nothing', () => {
    expectClean(rule, text('{ "name": "User", "properties": {}, "rls": null }', 'base44/entities/User.jsonc'));
  });
});

test('an entity that three files declare is told in the later two, at the name', () => {
  const files = {
    'base44/entities/A.jsonc': '{ "properties": {}, "name": "Same" }',
    'base44/entities/B.jsonc': '{ "properties": {}, "name": "Same" }',
  };
  const found = runApp(rule, { ...text('{ "properties": {}, "name": "Same" }', 'base44/entities/C.jsonc'), files });
  expect(found).toMatchObject(
    ['B', 'C'].map((name) => ({
      file: `base44/entities/${name}.jsonc`,
      confidence: 'certain',
      span: { start: 28, end: 34 },
      evidence: [{ file: 'base44/entities/A.jsonc', note: 'declares Same first' }],
      advice: 'Keep one of the files; names of entities are taken from `name`, not from the file.',
    })),
  );
});

test('arbitrary texts and schemas never throw, and suggestions mend', () => {
  const key = fc.constantFrom('name', 'type', 'properties', 'rls', 'reed', 'select', 'index', 'required', 'items');
  const value = fc.letrec((tie) => ({
    any: fc.oneof(
      { maxDepth: 4 },
      fc.constantFrom<unknown>('string', 'x', null, 1, true),
      fc.array(tie('any'), { maxLength: 2 }),
      fc.dictionary(key, tie('any'), { maxKeys: 4 }),
    ),
  })).any;
  fc.assert(
    fc.property(value, (content) => void run(rule, text(JSON.stringify(content)))),
    { numRuns: 200 },
  );
  fc.assert(fc.property(fc.string(), (code) => void run(rule, text(code))));
});
