import { describe, expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const schemas = {
  Task: {
    properties: {
      title: { type: 'string' },
      status: { type: 'string' },
      due_date: { type: 'string' },
      address: { type: 'object' },
    },
  },
  Note: { properties: { title: { type: 'string' }, text: { type: 'string' } } },
  Form: { properties: { title: { type: 'string' } }, additionalProperties: true },
  Empty: { properties: {} },
  User: { properties: { team: { type: 'string' } } },
};
const page = (code: string, sample: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Tasks.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas,
  ...sample,
});

describe('a field that the schema does not declare', () => {
  test('is drawn where it is written', () => {
    const code = "export const add = (title) => base44.entities.Task.create({ title, statuss: 'open', owner: 'me' });";
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  2 | export const add = (title) => base44.entities.Task.create({ title, statuss: 'open', owner: 'me' });
          |                                                                    ^~~~~~~ [1]

      [1] medium/likely \`Task\` declares no fields \`statuss\` and \`owner\`, so what this writes to them is lost when the record is saved.
          advice: Write \`status\` if that is what is meant, or add \`statuss\` to the schema of \`Task\`.
          evidence: base44/entities/Task.jsonc: is the first of its 4 fields
          suggestion: Write \`status\` instead of \`statuss\`
              2 | export const add = (title) => base44.entities.Task.create({ title, status: 'open', owner: 'me' });"
    `);
  });

  test('is drawn where it is asked for', () => {
    const code = "export const mine = (id) => base44.entities.Task.filter({ 'assignee.id': id }, '-created_at');";
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  2 | export const mine = (id) => base44.entities.Task.filter({ 'assignee.id': id }, '-created_at');
          |                                                            ^~~~~~~~~~~ [1]
          |                                                                                ^~~~~~~~~~~~~ [2]

      [1] medium/likely \`Task\` declares no field \`assignee\`, so no record matches and this read always comes back empty.
          advice: Add \`assignee\` to the schema of \`Task\`, or leave it out here.
          evidence: base44/entities/Task.jsonc: is the first of its 4 fields
      [2] low/likely \`Task\` declares no field \`created_at\`, so the rows come in no certain order and a limit cuts off any of them.
          advice: Write \`created_date\` if that is what is meant, or add \`created_at\` to the schema of \`Task\`.
          evidence: base44/entities/Task.jsonc: is the first of its 4 fields"
    `);
  });

  test.each([
    ['create', "base44.entities.Task.create({ owner: 'me' });"],
    ['update', "base44.entities.Task.update(id, { owner: 'me' });"],
    ['bulkCreate', "base44.entities.Task.bulkCreate([{ title: 'a' }, { owner: 'me' }]);"],
    ['bulkCreate of a map', 'base44.entities.Task.bulkCreate(rows.map((row) => ({ owner: row.owner })));'],
    ['bulkUpdate', "base44.entities.Task.bulkUpdate([{ id, owner: 'me' }]);"],
    ['upsert', "base44.entities.Task.upsert([{ title: 'a', owner: 'me' }], { key: 'title' });"],
    ['updateMany', "base44.entities.Task.updateMany({ title: 'a' }, { $set: { owner: 'me' } });"],
    ['a variable', "const data = { title: 'a', owner: 'me' };\nbase44.entities.Task.create(data);"],
    ['a known part beside a spread', "base44.entities.Task.create({ ...form, owner: 'me' });"],
    ['a conditional part', "base44.entities.Task.create({ title: 'a', ...(mine && { owner: 'me' }) });"],
    ['either of two objects', "base44.entities.Task.create(mine ? { owner: 'me' } : { title: 'a' });"],
    ['the service role', "base44.asServiceRole.entities.Task.create({ owner: 'me' });"],
    ['an alias', "const { Task } = base44.entities;\nTask.create({ owner: 'me' });"],
  ])('is lost: %s', (_, code) => {
    expect(run(rule, page(code))).toMatchObject([
      {
        severity: 'medium',
        confidence: 'likely',
        message: '`Task` declares no field `owner`, so what this writes to it is lost when the record is saved.',
      },
    ]);
  });

  test.each([
    [
      'filter',
      "base44.entities.Task.filter({ owner: 'me' });",
      'no record matches and this read always comes back empty',
    ],
    ['count', "base44.entities.Task.count({ owner: 'me' });", 'no record matches and the count is always zero'],
    ['deleteMany', "base44.entities.Task.deleteMany({ owner: 'me' });", 'no record matches and nothing is deleted'],
    ['$and', "base44.entities.Task.filter({ $and: [{ owner: 'me' }, { title: 'a' }] });", 'no record matches'],
    [
      '$or',
      "base44.entities.Task.filter({ $or: [{ owner: 'me' }, { title: 'a' }] });",
      'this alternative never matches',
    ],
    ['null', 'base44.entities.Task.filter({ owner: null });', 'this condition holds for every record'],
    ['$ne', "base44.entities.Task.filter({ owner: { $ne: 'me' } });", 'this condition holds for every record'],
    ['$exists', 'base44.entities.Task.filter({ owner: { $exists: false } });', 'this condition holds for every record'],
    ['a part of a field', "base44.entities.Task.filter({ 'owner.id': 1 });", 'no record matches'],
    ['beside a spread', "base44.entities.Task.filter({ ...where, owner: 'me' });", 'no record matches'],
  ])('matches nothing: %s', (_, code, effect) => {
    const [finding] = run(rule, page(code));
    expect(finding).toMatchObject({ severity: 'medium', confidence: 'likely' });
    expect(finding?.message).toContain(`\`Task\` declares no field \`owner\`, so ${effect}`);
  });

  test.each([
    ['list', "base44.entities.Task.list('-created_at', 10);", '`created_date`'],
    ['filter', "base44.entities.Task.filter({ title: 'a' }, 'created_at');", '`created_date`'],
    ['the options of a list', "base44.entities.Task.list({ sort: '-owner' });", 'Add `owner`'],
  ])('sorts by chance: %s', (_, code, advice) => {
    expect(run(rule, page(code))).toMatchObject([{ severity: 'low', advice: expect.stringContaining(advice) }]);
  });

  test('in TypeScript', () => {
    const code =
      "export const add = (title: string) => (base44 as any).entities.Task.create({ title, owner: 'me' } as Task);";
    expect(run(rule, page(code, { file: 'src/lib/tasks.ts' }))).toHaveLength(1);
  });

  test('of a schema that lists its `fields`', () => {
    const schema = { Task: { fields: [{ name: 'title', type: 'string' }] } };
    expect(run(rule, page("base44.entities.Task.create({ owner: 'me' });", { schemas: schema }))).toHaveLength(1);
  });

  test('of one of two entities is asked of both', () => {
    const both = (data: string) =>
      page(`const handle = note ? base44.entities.Note : base44.entities.Task;\nhandle.create(${data});`);
    expectClean(rule, both("{ text: 'a' }"));
    expect(run(rule, both("{ owner: 'me' }"))).toMatchObject([
      { message: expect.stringMatching(/^`\w+` and `\w+` declare/) },
    ]);
  });

  test('several in one call are one finding', () => {
    const code = 'base44.entities.Task.create({ a_field: 1, b_field: 2, c_field: 3, d_field: 4 });';
    expect(run(rule, page(code))).toMatchObject([
      {
        message: expect.stringContaining(
          'declares no fields `a_field`, `b_field` and 2 more, so what this writes to them',
        ),
      },
    ]);
  });

  test('is renamed where it is a key of its own, not as a shorthand', () => {
    expect(run(rule, page("base44.entities.Task.create({ 'statuss': 1 });"))[0]?.suggestions).toHaveLength(1);
    expect(run(rule, page('base44.entities.Task.create({ statuss });'))[0]?.suggestions).toEqual([]);
    expect(run(rule, page('const data = { statuss: 1 };\nbase44.entities.Task.create(data);'))[0]?.suggestions).toEqual(
      [],
    );
  });

  test('points at the schema', () => {
    expect(run(rule, page("base44.entities.Task.create({ owner: 'me' });"))).toMatchObject([
      { evidence: [{ file: 'base44/entities/Task.jsonc' }] },
    ]);
  });
});

describe('is clean:', () => {
  test.each([
    ['declared fields', "base44.entities.Task.create({ title: 'a', status: 'open' });"],
    ['built-in fields', "base44.entities.Task.filter({ created_by: 'me', is_sample: false }, '-updated_date');"],
    ['the owner by id', 'base44.entities.Task.filter({ created_by_id: id });'],
    ['a part of a declared field', "base44.entities.Task.filter({ 'address.city': 'Bern' });"],
    ['a value that is left out', 'base44.entities.Task.create({ title: 1, owner: undefined });'],
    ['User', "base44.entities.User.update(id, { theme: 'dark' });"],
    ['an open schema', "base44.entities.Form.create({ answer: 'yes' });"],
    ['a schema without fields', "base44.entities.Empty.create({ answer: 'yes' });"],
    ['an entity without schema', "base44.entities.Other.create({ answer: 'yes' });"],
    ['a name that the run decides', "base44.entities[name].create({ answer: 'yes' });"],
    ['data that is not in sight', 'base44.entities.Task.create(form);\nbase44.entities.Task.filter(where);'],
    ['operators', 'base44.entities.Task.filter({ $or: [{ title: 1 }, { status: { $in: [1] } }] });'],
    ['an id', 'base44.entities.Task.get(id);\nbase44.entities.Task.delete(id);'],
    ['a sort that the run decides', 'base44.entities.Task.list(`-${field}`);'],
    ['what a map makes elsewhere', 'base44.entities.Task.bulkCreate(rows.map(toRow));'],
  ])('%s', (_, code) => {
    expectClean(rule, page(code));
  });

  test('a test', () => {
    expectClean(rule, page("base44.entities.Task.create({ owner: 'me' });", { file: 'src/pages/Tasks.test.jsx' }));
  });

  test('an object of the app in the place of the client', () => {
    expectClean(rule, page("base44.entities = { Task: make() };\nbase44.entities.Task.create({ owner: 'me' });"));
  });
});

describe('in a scan', () => {
  const used = { entities: ['Task'], functions: [] };
  const create = (data: string) => `base44.entities.Task.create(${data});`;

  test('a field that several calls write is one finding, at the call that names most', () => {
    const files = {
      'src/a.js': `import { base44 } from '@/api/base44Client';\n${create("{ owner: 'me' }")}`,
      'src/b.js': `import { base44 } from '@/api/base44Client';\n${create("{ owner: 'me', rank: 1 }")}`,
    };
    const found = runApp(
      rule,
      page(`${create("{ owner: 'you' }")}\n${create("{ owner: 'they' }")}`, { files, app: { used } }),
    );
    expect(found).toMatchObject([
      {
        file: 'src/b.js',
        message:
          '`Task` declares no fields `owner` and `rank`, so what this writes to them is lost when the record is saved, as in 3 other calls.',
        evidence: [
          { file: 'base44/entities/Task.jsonc' },
          { file: 'src/a.js', note: 'names `owner` too' },
          { file: 'src/pages/Tasks.jsx' },
          { file: 'src/pages/Tasks.jsx' },
        ],
      },
    ]);
  });

  test('other fields, entities and effects are findings of their own', () => {
    const code = [
      create("{ owner: 'me' }"),
      create("{ owner: 'me', rank: 1 }"),
      create("{ owner: 'me', place: 1 }"),
      "base44.entities.Note.create({ owner: 'me' });",
      "base44.entities.Task.filter({ owner: 'me' });",
      "base44.entities.Task.deleteMany({ owner: 'me' });",
    ].join('\n');
    expect(runApp(rule, page(code, { app: { used } }))).toHaveLength(5);
  });

  test('what is sure speaks for what is only possible', () => {
    const code = `${create("{ owner: 'me' }")}\nexport const add = (client) => client.entities.Task.create({ owner: 1, rank: 2 });`;
    expect(runApp(rule, page(code, { app: { used } }))[0]).toMatchObject({ confidence: 'likely' });
  });
});

describe('the sentence about a sort', () => {
  test('of one entity, drawn at the order', () => {
    expect(squiggled(rule, page("base44.entities.Task.filter({ status: 'open' }, '-owner');"))).toMatchInlineSnapshot(`
      "  2 | base44.entities.Task.filter({ status: 'open' }, '-owner');
          |                                                 ^~~~~~~~ [1]

      [1] low/likely \`Task\` declares no field \`owner\`, so the rows come in no certain order and a limit cuts off any of them.
          advice: Add \`owner\` to the schema of \`Task\`, or leave it out here.
          evidence: base44/entities/Task.jsonc: is the first of its 4 fields"
    `);
  });

  test('of one of two entities, by a client that nobody knows', () => {
    const code = "export const load = (client, all) => client.entities[all ? 'Task' : 'Note'].list('-owner');";
    const [finding] = run(rule, { file: 'src/lib/load.js', code, schemas });
    expect(finding).toMatchObject({
      severity: 'low',
      confidence: 'possible',
      message:
        '`Task` and `Note` declare no field `owner`, so the rows come in no certain order and a limit cuts off any of them.',
    });
    expect(code.slice(finding!.span.start, finding!.span.end)).toBe("'-owner'");
  });
});
