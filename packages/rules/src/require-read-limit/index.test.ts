import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const owner = { read: { created_by: '{{user.email}}' } };
const schemas = {
  Order: { properties: { user_id: string, status: { type: 'string', enum: ['open', 'done'] } } },
  Task: { properties: { title: string, done: { type: 'boolean' } } },
  Category: { properties: { label: string } },
  Message: { properties: { text: string }, rls: owner },
};
const page = (code: string, more?: Partial<Sample>): Sample => ({
  file: 'src/pages/Orders.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas,
  ...more,
});
const used = (read: string, more?: Partial<Sample>) => page(`setRows(await base44.entities.${read});`, more);
const severities = (sample: Sample) => run(rule, sample).map(({ severity, confidence }) => `${severity}/${confidence}`);

describe('a read without a limit', () => {
  test('of rows that grow with use, for every user, is drawn', () => {
    expect(squiggled(rule, used('Order.list()'))).toMatchInlineSnapshot(`
      "  2 | setRows(await base44.entities.Order.list());
          |               ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain Without a limit this \`list()\` returns as many rows as the server's default, documented as 50 rows for SDK 0.8.31, so further rows of Order are missing without an error.
          advice: Pass the number of rows that is needed, \`list('-created_date', 100)\`; for all of them read pages with \`skip\`, \`list(order, 1000, skip)\`, until one comes back short; SDK 0.8.49 adds cursors.
          evidence: base44/entities/Order.jsonc: no \`rls\` key"
    `);
  });

  test('is clean with one', () => expectClean(rule, used("Order.list('-created_date', 100)")));

  test.each([
    ['rows that grow with use', used('Order.list()'), ['medium/certain']],
    ['with an order', used("Order.list('-created_date')"), ['medium/certain']],
    ['filter without a condition', used('Order.filter({})'), ['medium/certain']],
    ['rows in a state', used("Order.filter({ status: 'open' })"), ['low/certain']],
    ['a condition that may be empty', used('Order.filter(query || {})'), ['medium/possible']],
    ['rows that the rules keep to their owner', used('Message.list()'), ['low/certain']],
    ['an admin page', used('Order.list()', { file: 'src/pages/admin/Orders.jsx' }), ['low/certain']],
    ['other rows', used('Task.list()'), ['low/certain']],
    ['an entity without schema', used('Event.list()'), ['low/certain']],
    ['a catalogue', used('Category.list()'), ['info/certain']],
    ['an entity that the code does not name', page('setRows(await base44.entities[name].list());'), ['low/possible']],
  ])('%s', (_, sample, expected) => expect(severities(sample)).toEqual(expected));

  test('TypeScript in a function is low: no user waits for it', () => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req: Request) => {
  const db = createClientFromRequest(req).asServiceRole.entities;
  const rows: unknown[] = await db['Order'].list();
  return Response.json(rows.map(String));
});`;
    expect(severities({ file: 'base44/functions/report/entry.ts', code, schemas })).toEqual(['low/certain']);
  });
});

describe('what the default is', () => {
  const messages = (sdk: string) => run(rule, used('Task.list()', { sdk }))[0]!.message;

  test.each([
    ['0.8.6', 'documented as 50 rows before SDK 0.8.49 and 5,000 since, so'],
    ['0.8.22', 'documented as 50 rows for SDK 0.8.22, so'],
    ['0.8.31', 'documented as 50 rows for SDK 0.8.31, so'],
    ['0.8.50', 'reads up to 5,000 rows of Task each time'],
  ])('SDK %s', (sdk, words) => expect(messages(sdk)).toContain(words));

  test('is not pinned by a range or by nothing', () => {
    const files = { 'package.json': { dependencies: { '@base44/sdk': '^0.8.22' } } };
    expect(
      run(rule, used('Task.list()', { files, app: { sdk: { version: '0.8.22', source: 'range' } } })),
    ).toHaveLength(1);
  });

  test.each([
    [
      '0.8.31',
      'for all of them read pages with `skip`, `list(order, 1000, skip)`, until one comes back short; SDK 0.8.49 adds cursors.',
    ],
    ['0.8.50', 'for all of them walk pages with a cursor, `list({ limit: 1000, cursor })`, until `has_more` is false.'],
  ])('the advice fits SDK %s', (sdk, advice) => {
    expect(run(rule, used('Task.list()', { sdk }))[0]!.advice).toContain(advice);
  });
});

describe('what needs no limit', () => {
  test.each([
    ['one user', used('Order.filter({ user_id: user.id })')],
    ['an id', used('Order.filter({ id })')],
    ['a slug', used('Order.filter({ slug })')],
    ['a day', used('Order.filter({ date: today })')],
    ['one of several parents', used('Order.filter({ user_id: { $in: ids } })')],
    ['an e-mail address', used('Order.filter({ status: "open", owner_email: email })')],
    ['a condition out of sight', used('Order.filter(query)')],
    ['a spread', used('Order.filter({ ...scope, status: "open" })')],
    [
      'a condition that a query waits for',
      page(
        'const { data } = useQuery({ queryFn: () => base44.entities.Order.filter(scope || {}), enabled: !!scope });\ndraw(data);',
      ),
    ],
    ['a limit out of sight', used("Order.list('-created_date', limit)")],
    ['the options object, which returns a page', used("Order.list({ sort: '-created_date' })", { sdk: '0.8.50' })],
    ['only the first row', page('const rows = await base44.entities.Task.list();\nopen(rows[0].title);')],
    [
      'the first row, kept in a state',
      page(
        'const [one, setOne] = useState(null);\nconst load = async () => { const rows = await base44.entities.Task.list(); if (rows.length > 0) setOne(rows[0]); };\nconst view = <p>{one.title}</p>;',
      ),
    ],
    [
      'whether there is any',
      page('const rows = await base44.entities.Task.filter({ done: true });\nif (rows.length > 0) open(rows[0]);'),
    ],
    ['a total, which another rule reports', page('show((await base44.entities.Order.list()).length);')],
    ['nothing that is used', page('base44.entities.Order.list();')],
    [
      'other methods',
      page('draw(await base44.entities.Order.get(id), await base44.entities.Order.deleteMany({ status }));'),
    ],
    ['an array', page('draw(rows.filter(Boolean));')],
    ['a facade', page("import { OrderAPI } from '@/lib/api';\ndraw(await OrderAPI.list());")],
    ['a script', used('Order.list()', { file: 'scripts/seed.js' })],
    [
      'a look-alike client',
      {
        file: 'src/lib/db.js',
        code: "import { createClient } from '@base44/sdk';\nconst sdk = createClient();\nsdk.entities = { Order: table('orders') };\ndraw(await sdk.entities.Order.list());",
      },
    ],
  ])('%s', (_, sample) => expectClean(rule, sample));
});

describe('the sentence', () => {
  const only = (sample: Sample) => {
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };

  test.each([
    [
      "Order.filter({ status: 'open' })",
      '0.8.31',
      "Without a limit this `filter()` returns as many rows as the server's default, documented as 50 rows for SDK 0.8.31, so further rows of Order are missing without an error.",
      "Pass the number of rows that is needed, `filter(query, '-created_date', 100)`; for all of them read pages with `skip`, `filter(query, order, 1000, skip)`, until one comes back short; SDK 0.8.49 adds cursors.",
    ],
    [
      'Task.list()',
      '0.8.50',
      'Without a limit this `list()` reads up to 5,000 rows of Task each time, and what is beyond them is missing without an error.',
      "Pass the number of rows that is needed, `list('-created_date', 100)`; for all of them walk pages with a cursor, `list({ limit: 1000, cursor })`, until `has_more` is false.",
    ],
  ])('%s with SDK %s', (read, sdk, message, advice) => {
    expect(only(used(read, { sdk }))).toMatchObject({ message, advice, evidence: [], suggestions: [] });
  });

  test.each([
    'ErrorLog',
    'ChatMessages',
    'PageVisit',
    'ClickHistory',
    'TimeEntries',
    'WebhookEvent',
    'AnalyticsEvents',
    'SensorReading',
    'StoreCheckin',
    'SurveyResponse',
  ])('%s grows with use', (name) => {
    const more = { schemas: { [name]: { properties: { text: string } } } };
    expect(only(used(`${name}.list()`, more)).severity).toBe('medium');
  });

  test.each(['Event', 'CalendarEvent', 'LogBook', 'OrderTemplate', 'Client'])('%s does not', (name) => {
    const more = { schemas: { [name]: { properties: { text: string } } } };
    expect(only(used(`${name}.list()`, more)).severity).not.toBe('medium');
  });

  test.each([
    [
      'a client whose origin nobody knows',
      'export const load = async (client) => draw(await client.entities.Task.list());',
    ],
  ])('%s is likely', (_, code) =>
    expect(run(rule, { file: 'src/lib/load.js', code, schemas })).toMatchObject([{ confidence: 'likely' }]),
  );

  test('the second of several rows that are looked at counts', () => {
    expect(severities(page('const rows = await base44.entities.Task.list();\nopen(rows[0], rows.map(draw));'))).toEqual(
      ['low/certain'],
    );
    expect(severities(page('const rows = await base44.entities.Task.list();\nopen(rows.at(0));'))).toEqual([]);
    expect(severities(page('const rows = await base44.entities.Task.list();\nopen(rows.shift());'))).toEqual([]);
  });
});

describe('the option smallEntities', () => {
  test('names entities that need no limit', () => {
    expectClean(rule, used('Order.list()', { options: { smallEntities: ['Order'] } }));
    expect(run(rule, used('Order.list()', { options: { smallEntities: ['Task'] } }))).toHaveLength(1);
  });

  test('must name all that a read may mean', () => {
    const read = "base44.entities[all ? 'Order' : 'Task'].list()";
    const sample = page(`setRows(await ${read});`, { options: { smallEntities: ['Task'] } });
    expect(run(rule, sample)).toHaveLength(1);
    expectClean(rule, { ...sample, options: { smallEntities: ['Task', 'Order'] } });
  });
});
