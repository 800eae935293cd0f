import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { appOf, viewOf } from '../testing/sample.js';
import { rule } from './index.js';

const string = { type: 'string' };
const schemas = {
  Order: { properties: { user_id: string, status: { type: 'string', enum: ['open', 'done'] } } },
  Category: { properties: { label: string } },
};
const page = (code: string, more?: Partial<Sample>): Sample => ({
  file: 'src/pages/Orders.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas,
  ...more,
});
const found = (code: string, more?: Partial<Sample>) => {
  const sample = page(code, more);
  return run(rule, sample).map(
    ({ span, severity, confidence }) => `${sample.code.slice(span.start, span.end)} ${severity}/${confidence}`,
  );
};

describe('more than one read returns', () => {
  test('is drawn under the limit', () => {
    expect(squiggled(rule, page("export const all = () => base44.entities.Order.list('-created_date', 10000);")))
      .toMatchInlineSnapshot(`
      "  2 | export const all = () => base44.entities.Order.list('-created_date', 10000);
          |                                                                      ^~~~~ [1]

      [1] medium/certain This asks for 10,000 rows of Order and no read returns more than 5,000, so whatever is beyond that is missing without an error.
          advice: Read pages with \`skip\`, \`list(order, 1000, skip)\`, until one comes back short; SDK 0.8.49 adds cursors."
    `);
  });

  test('is clean page by page', () => {
    expectClean(
      rule,
      page(`export async function all() {
  const rows = [];
  for (let skip = 0; ; skip += 1000) {
    const some = await base44.entities.Order.list('-created_date', 1000, skip);
    rows.push(...some);
    if (some.length < 1000) return rows;
  }
}`),
    );
  });

  test.each([
    ['a constant', "const MAX = 10000;\nbase44.entities.Order.list('', MAX);", ['MAX medium/certain']],
    ['filter', "base44.entities.Order.filter({ status: 'open' }, '', 9999);", ['9999 medium/certain']],
    ['one of two', "base44.entities.Order.list('', all ? 10000 : 100);", ['all ? 10000 : 100 medium/likely']],
    ['options', 'base44.entities.Order.list({ limit: 10000 });', ['{ limit: 10000 } medium/certain']],
    ['few rows anyway: by id', 'base44.entities.Order.filter({ user_id }, "", 10000);', ['10000 low/certain']],
    ['few rows anyway: a catalogue', 'base44.entities.Category.list("", 10000);', ['10000 low/certain']],
  ])('%s', (_, code, expected) => expect(found(code, { sdk: '0.8.50' })).toEqual(expected));

  test('TypeScript in a function', () => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req: Request) => {
  const base44 = createClientFromRequest(req);
  const rows: unknown[] = await base44.asServiceRole.entities['Order'].list('-created_date', 20000 as number);
  return Response.json(rows.length);
});`;
    expect(run(rule, { file: 'base44/functions/backup/entry.ts', code, schemas })).toMatchObject([
      { severity: 'medium', confidence: 'certain' },
    ]);
  });

  test.each([
    [
      '0.8.31',
      'Read pages with `skip`, `list(order, 1000, skip)`, until one comes back short; SDK 0.8.49 adds cursors.',
    ],
    ['0.8.50', 'Walk pages with a cursor, `list({ limit: 1000, cursor })`, until `has_more` is false.'],
  ])('the advice fits SDK %s', (sdk, advice) => {
    expect(run(rule, page("base44.entities.Order.list('', 10000);", { sdk }))[0]!.advice).toBe(advice);
  });
});

describe('exactly as many as one read returns', () => {
  test.each([
    ['a whole table', "base44.entities.Order.list('', 5000);", ['5000 low/likely']],
    ['rows in a state', "base44.entities.Order.filter({ status: 'open' }, '', 5000);", ['5000 info/likely']],
    ['a catalogue', "base44.entities.Category.list('', 5000);", ['5000 info/likely']],
    ['rows of one user', "base44.entities.Order.filter({ user_id }, '', 5000);", []],
    ['a page', "base44.entities.Order.list('', 5000, skip);", []],
    [
      'a page in a loop',
      "const f = async () => { while (true) { const rows = await base44.entities.Order.list('', 5000); if (!rows.length) break; use(rows); } };",
      [],
    ],
    ['one less', "base44.entities.Order.list('', 4999);", []],
  ])('%s', (_, code, expected) => expect(found(code)).toEqual(expected));
});

describe('rows that are read to be counted', () => {
  test('are drawn with what limits the number', () => {
    const code =
      'export const total = async () => { const rows = await base44.entities.Order.list(); show(rows.length); };';
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  2 | export const total = async () => { const rows = await base44.entities.Order.list(); show(rows.length); };
          |                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely This reads rows of Order to count them, so the number never exceeds the server's default, documented as 50 rows for SDK 0.8.31, however many there are.
          advice: Move to SDK 0.8.49, which has \`count()\`; until then read all pages with \`skip\`."
    `);
    expect(squiggled(rule, page(code, { sdk: '0.8.50' }))).toMatchInlineSnapshot(`
      "  2 | export const total = async () => { const rows = await base44.entities.Order.list(); show(rows.length); };
          |                                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely This reads rows of Order to count them, so the number never exceeds the server's default, documented as 5,000 rows for SDK 0.8.50, however many there are.
          advice: Ask for the number alone: \`count()\`."
    `);
  });

  test.each([
    ['up to a limit', "show((await base44.entities.Order.list('', 500)).length);", 1],
    ['in a state', "show((await base44.entities.Order.filter({ status: 'open' })).length);", 1],
    [
      'data of a query',
      'const { data: rows = [] } = useQuery({ queryFn: () => base44.entities.Order.list() });\nshow(rows.length);',
      1,
    ],
    ['with count()', 'show(await base44.entities.Order.count());', 0],
    ['whether there is any', "if ((await base44.entities.Order.filter({ status: 'open' })).length > 0) go();", 0],
    ['a few, to see whether there are some', "show((await base44.entities.Order.list('', 5)).length);", 0],
    ['rows of one user', 'show((await base44.entities.Order.filter({ user_id })).length);', 0],
    ['by id', 'show((await base44.entities.Order.filter({ id })).length);', 0],
    [
      'rows that are used as well',
      'const rows = await base44.entities.Order.list();\nshow(rows.length, rows.map(draw));',
      0,
    ],
    ['a limit out of sight', "show((await base44.entities.Order.list('', limit)).length);", 0],
  ])('%s: %#', (_, code, count) => expect(found(code, { sdk: '0.8.50' })).toHaveLength(count));
});

describe('the sentence', () => {
  const only = (code: string, sdk = '0.8.31') => {
    const [finding, ...others] = run(rule, page(code, { sdk }));
    expect(others).toEqual([]);
    return finding!;
  };
  const unlocked = (sdk: string) =>
    only("show((await base44.entities.Order.filter({ status: 'open' })).length);", sdk).advice;

  test('at the limit', () => {
    expect(only("base44.entities.Order.list('', 5000);")).toMatchObject({
      message: 'This reads the 5,000 rows that one read returns at most, and nothing tells when Order has more.',
      advice: 'Read pages with `skip`, `list(order, 1000, skip)`, until one comes back short; SDK 0.8.49 adds cursors.',
      evidence: [],
      suggestions: [],
    });
    expect(only("base44.entities.Order.filter({ status: 'open' }, '', 5000);", '0.8.50').advice).toBe(
      'Walk pages with a cursor, `filter(query, { limit: 1000, cursor })`, until `has_more` is false.',
    );
  });

  test('counted up to a limit', () => {
    expect(only("show((await base44.entities.Order.list('', 1500)).length);").message).toBe(
      'This reads rows of Order to count them, so the number never exceeds 1,500, however many there are.',
    );
  });

  test.each([
    ['0.8.31', 'Move to SDK 0.8.49, which has `count(query)`; until then read all pages with `skip`.'],
    ['0.8.50', 'Ask for the number alone: `count(query)`.'],
  ])('what counts in SDK %s', (sdk, advice) => expect(unlocked(sdk)).toBe(advice));

  test('what counts in a version that nobody knows', () => {
    const sample = page('show((await base44.entities.Order.filter({})).length);');
    const app = appOf(sample);
    const sdk = { version: null, source: 'none' } as const;
    const [finding] = rule.checkCode!({ app, file: viewOf(sample, app), sdk, options: {} });
    expect(finding!.advice).toBe(
      'From SDK 0.8.49 ask for the number alone with `count()`; before that read all pages with `skip`.',
    );
  });

  test.each([
    ['exactly what is looked at as an example', "show((await base44.entities.Order.list('', 99)).length);", 0],
    ['enough to be a total', "show((await base44.entities.Order.list('', 100)).length);", 1],
    ['a page of a count', "show((await base44.entities.Order.list('', 100, skip)).length);", 0],
    ['the most that one read returns', "use(await base44.entities.Order.list('', 5001));", 1],
    ['in a loop over elements', "rows.forEach(async () => use(await base44.entities.Order.list('', 5000)));", 1],
    ['a text as limit', "use(await base44.entities.Order.list('', '10000'));", 0],
    ['options without a limit', "use(await base44.entities.Order.list({ sort: 'name' }));", 0],
    ['other methods', 'use(await base44.entities.Order.get(10000), await base44.entities.Order.create(10000));', 0],
  ])('%s', (_, code, count) => expect(run(rule, page(code, { sdk: '0.8.50' }))).toHaveLength(count));

  test('the larger of two limits is told', () => {
    expect(only("base44.entities.Order.list('', all ? 20000 : 7000);").message).toMatch(/^This asks for 20,000 rows/);
  });

  test('a client of unknown origin is likely to be the one', () => {
    const code = "export const load = (client) => client.entities.Order.list('', 10000);";
    expect(run(rule, { file: 'src/lib/orders.js', code })).toMatchObject([{ confidence: 'likely' }]);
  });
});

describe('look-alikes stay clean', () => {
  test.each([
    ['a limit within reach', page("base44.entities.Order.list('', 500);")],
    ['a number that is no limit', page('base44.entities.Order.filter({ total: 10000 });')],
    ['an array', page('rows.slice(0, 10000); rows.filter(Boolean);')],
    ['a script', page("base44.entities.Order.list('', 10000);", { file: 'scripts/seed.js' })],
    [
      'a look-alike client, whose server may return more',
      {
        file: 'src/lib/db.js',
        code: "import { createClient } from '@base44/sdk';\nconst sdk = createClient();\nsdk.entities = { Order: table('orders') };\nsdk.entities.Order.list('', 10000);",
      },
    ],
  ])('%s', (_, sample) => expectClean(rule, sample));
});
