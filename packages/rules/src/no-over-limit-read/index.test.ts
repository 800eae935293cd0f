import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
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
