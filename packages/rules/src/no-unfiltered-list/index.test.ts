import { describe, expect, test } from 'vitest';
import { mayConcern } from '../check.js';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const schemas = {
  Order: { properties: { user_id: string, total: { type: 'number' } } },
  Patient: { properties: { phone: string, diagnosis: string } },
  Category: { properties: { label: string } },
};
const page = (code: string, more?: Partial<Sample>): Sample => ({
  file: 'src/pages/Overview.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas,
  ...more,
});
const backend = (body: string, more?: Partial<Sample>): Sample => ({
  file: 'base44/functions/report/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${body}
});`,
  schemas,
  ...more,
});
const signedIn = 'const user = await base44.auth.me();\n  if (!user) return new Response(null, { status: 401 });\n  ';

describe('a page that lists what its user should not have', () => {
  test('is drawn with the rule that lets it', () => {
    expect(squiggled(rule, page('export const load = () => base44.entities.Patient.list();'))).toMatchInlineSnapshot(`
      "  2 | export const load = () => base44.entities.Patient.list();
          |                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/certain This reads rows of Patient of every user, with \`diagnosis\` and \`phone\`, and its rules let any user of the app do the same.
          advice: Let the \`read\` rule of Patient compare \`created_by\` with \`{{user.email}}\`; a condition in code alone does not protect the rows.
          evidence: base44/entities/Patient.jsonc: no \`rls\` key"
    `);
  });

  test('is clean once the read rule names the owner', () => {
    const Order = { ...schemas.Order, rls: { read: { 'data.user_id': '{{user.id}}' } } };
    expectClean(rule, page('export const load = () => base44.entities.Order.list();', { schemas: { Order } }));
  });

  test('says so per entity where the name is one of several, and takes the worst', () => {
    const code = "export const load = (all) => base44.entities[all ? 'Patient' : 'Category'].list();";
    expect(run(rule, page(code))).toMatchObject([{ severity: 'high', confidence: 'likely' }]);
  });

  describe('names of several entities only those', () => {
    const code = "export const load = (all) => base44.entities[all ? 'Patient' : 'Order'].list();";
    const closed = { ...schemas, Order: { ...schemas.Order, rls: { read: { created_by: '{{user.email}}' } } } };
    test.each<[string, Partial<Sample>, string]>([
      ['whose rules are open, where both are', {}, 'rows of Patient or Order of every user'],
      ['whose rules are open, where one is', { schemas: closed }, 'rows of Patient of every user'],
      ['that are not public', { options: { publicEntities: ['Order'] } }, 'rows of Patient of every user'],
    ])('%s', (_, more, words) => {
      const [finding, ...others] = run(rule, page(code, more));
      expect(others).toEqual([]);
      expect(finding?.message).toContain(words);
      expect(finding?.message).toContain('with `diagnosis` and `phone`');
      expect(finding?.evidence).toMatchObject([{ file: 'base44/entities/Patient.jsonc' }]);
    });

    test('and of two that are as bad, the first one as evidence', () => {
      const two = { A: { properties: { phone: string } }, B: { properties: { email: string } } };
      const both = "export const load = (all) => base44.entities[all ? 'A' : 'B'].list();";
      const [finding] = run(rule, page(both, { schemas: two }));
      expect(finding?.evidence).toMatchObject([{ file: 'base44/entities/A.jsonc' }]);
    });
  });

  test('tells that the schema is missing instead of calling it open', () => {
    expect(squiggled(rule, page('export const load = () => base44.entities.Order.list();', { schemas: {} })))
      .toMatchInlineSnapshot(`
        "  2 | export const load = () => base44.entities.Order.list();
            |                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

        [1] low/possible This reads rows of Order of every user that its rules allow, and this export does not hold its schema.
            advice: Let the \`read\` rule of Order compare \`created_by\` with \`{{user.email}}\`; a condition in code alone does not protect the rows."
      `);
  });

  test.each([
    ['count() from SDK 0.8.49', '0.8.50', true],
    ['no count() before', '0.8.31', false],
  ])('where only the length is read, advice names %s', (_, sdk, named) => {
    const code = 'export const total = async () => (await base44.entities.Order.list()).length;';
    expect(run(rule, page(code, { sdk }))[0]!.advice.includes('`count()`')).toBe(named);
  });
});

describe('every way to write it', () => {
  test.each([
    ['sort and limit', "base44.entities.Order.list('-created_date', 500);"],
    ['options object', "base44.entities.Order.list({ sort: '-created_date', limit: 50 });"],
    ['filter without query', 'base44.entities.Order.filter();'],
    ['filter by nothing', 'base44.entities.Order.filter({});'],
    ['filter by null', "base44.entities.Order.filter(null, '-created_date');"],
    ['filter by an empty constant', 'const everything = {};\nbase44.entities.Order.filter(everything);'],
    ['filter by a spread of nothing', 'base44.entities.Order.filter({ ...{} });'],
    ['optional chaining', 'base44?.entities?.Order?.list();'],
    ['bracket literal', "base44.entities['Order'].list();"],
    ['bracket method', "base44.entities.Order['list']();"],
    ['bracket filter', "base44.entities.Order['filter']({});"],
    ['name in a constant', "const name = 'Order';\nbase44.entities[name].list();"],
    ['entities alias', 'const db = base44.entities;\ndb.Order.list();'],
    ['client alias', 'const client = base44;\nclient.entities.Order.list();'],
    ['handle in a variable', 'const Rows = base44.entities.Order;\nRows.list();'],
    ['destructuring', 'const { Order } = base44.entities;\nOrder.list();'],
    ['destructuring with another name', 'const { entities: { Order: Rows } } = base44;\nRows.list();'],
    ['client as parameter', 'const all = (client) => client.entities.Order.list();\nall(base44);'],
    ['handle as parameter', 'const all = (entity) => entity.list();\nall(base44.entities.Order);'],
    ['name as parameter', "const all = (name) => base44.entities[name].list();\nall('Order');"],
    ['retry wrapper', 'withRetry(() => base44.entities.Order.list());'],
    ['promise chain', 'base44.entities.Order.list().then(setRows).catch(() => []);'],
    ['query hook', "useQuery({ queryKey: ['o'], queryFn: () => base44.entities.Order.list() });"],
  ])('%s', (_, code) => {
    const sample = page(code);
    expect(run(rule, sample)).toMatchObject([{ severity: 'medium' }]);
    expect(mayConcern(rule, sample.code)).toBe(true);
  });

  test.each([
    ['@/entities/X', "import { Order } from '@/entities/Order';\nOrder.list();"],
    ['@/entities/all', "import { Order } from '@/entities/all';\nOrder.list();"],
    ['@/api/entities', "import { Order as Rows } from '@/api/entities';\nRows.list();"],
    ['relative api folder', "import { Order } from '../api/entities';\nOrder.list();"],
    [
      'client made in place',
      "import { createClient } from '@base44/sdk';\nconst sdk = createClient({ appId: 'a' });\nsdk.entities.Order.list();",
    ],
    [
      'renamed factory',
      "import { createClient as makeClient } from '@base44/sdk';\nconst sdk = makeClient({ appId: 'a' });\nsdk.entities.Order.list();",
    ],
  ])('%s', (_, code) => expect(run(rule, { ...page(''), code })).toHaveLength(1));

  test.each([
    ['cast client', '(base44 as any).entities.Order.list();'],
    ['non-null assertions', 'base44!.entities!.Order!.list();'],
    ['cast result', 'const rows = (await base44.entities.Order.list()) as Order[];'],
    ['satisfies', 'const rows = (await base44.entities.Order.list()) satisfies unknown[];'],
    ['typed parameter', 'const all = (client: typeof base44) => client.entities.Order.list();\nall(base44);'],
  ])('TypeScript: %s', (_, code) => expect(run(rule, page(code, { file: 'src/lib/orders.ts' }))).toHaveLength(1));

  test('a page without JSX extension or of TypeScript with JSX', () => {
    for (const file of ['src/hooks/useOrders.js', 'src/pages/Orders.tsx', 'pages/Orders.jsx'])
      expect(run(rule, page('export const load = () => base44.entities.Order.list();', { file }))).toHaveLength(1);
  });

  test('several calls on one line have places of their own', () => {
    const sample = page(
      'export const load = () => Promise.all([base44.entities.Order.list(), base44.entities.Patient.list()]);',
    );
    expect(run(rule, sample).map(({ span }) => sample.code.slice(span.start, span.end))).toEqual([
      'base44.entities.Order.list()',
      'base44.entities.Patient.list()',
    ]);
  });
});

describe('a filter that may fall back to everything', () => {
  test.each([
    ['|| {}', 'export const load = (query) => base44.entities.Order.filter(query || {});'],
    ['?? {}', 'export const load = (query) => base44.entities.Order.filter(query ?? {});'],
    ['spread of it', 'export const load = (query) => base44.entities.Order.filter({ ...(query || {}) });'],
    [
      'a constant of it',
      'export const load = (given) => {\n  const query = given || {};\n  return base44.entities.Order.filter(query);\n};',
    ],
  ])('%s', (_, code) => expect(run(rule, page(code))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]));

  test.each([
    ['a helper out of sight', "import { scope } from '@/lib/scope';\nbase44.entities.Order.filter(scope());"],
    ['a hook that hands out filters', 'const { siteFilter } = useTenant();\nbase44.entities.Order.filter(siteFilter);'],
    [
      'a spread beside a key',
      'const { siteFilter } = useTenant();\nbase44.entities.Order.filter({ ...(siteFilter || {}), date });',
    ],
    ['a parameter', 'export const load = (query) => base44.entities.Order.filter(query);'],
    [
      'a query that waits until it is there',
      'export const useRows = (query) => useQuery({ queryKey: [query], queryFn: () => base44.entities.Order.filter(query || {}), enabled: !!query });',
    ],
    [
      'one side that scopes',
      'export const load = (user) => base44.entities.Order.filter(user.admin ? {} : { user_id: user.id });',
    ],
  ])('unresolved is not missing: %s', (_, code) => expectClean(rule, page(code)));
});

describe('a condition that only sorts the rows', () => {
  const weak = "{ status: 'open', created_date: { $gte: from } }";
  const person = { properties: { phone: string, status: string, user_id: string } };

  test.each([
    ['on personal rows is one step milder than none', 'Person', person, 'medium'],
    ['on credentials too', 'Gateway', { properties: { client_secret: string, status: string } }, 'high'],
  ])('%s', (_, name, schema, severity) => {
    const sample = page(`export const load = (from) => base44.entities.${name}.filter(${weak});`);
    expect(run(rule, { ...sample, schemas: { [name]: schema } })).toMatchObject([{ severity }]);
  });

  test("on a user's rows counts with the service role alone", () => {
    const call = "entities.Order.filter({ status: 'open' })";
    expectClean(rule, page(`export const load = () => base44.${call};`));
    expect(run(rule, backend(`return Response.json(await base44.asServiceRole.${call});`))).toMatchObject([
      { severity: 'high' },
    ]);
  });

  test.each([
    ['a key that scopes', '{ status, user_id: user.id }'],
    ['a key that says nothing', '{ shelf: user.shelf }'],
    ['an alternative', '{ $or: [{ status }, { user_id: user.id }] }'],
    ['a spread out of sight', '{ ...scope(), status }'],
  ])('clean: %s', (_, query) => {
    const code = `export const load = (status, user) => base44.entities.Person.filter(${query});`;
    expectClean(rule, page(code, { schemas: { Person: person } }));
  });
});

describe('a function that hands out rows with the service role', () => {
  const rows = 'base44.asServiceRole.entities.Order.list()';

  test('is drawn', () => {
    const code = `${signedIn}return Response.json(await base44.asServiceRole.entities.Patient.list());`;
    expect(squiggled(rule, backend(code))).toMatchInlineSnapshot(`
      "  6 |   return Response.json(await base44.asServiceRole.entities.Patient.list());
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/certain With the service role this hands rows of Patient of every user, with \`diagnosis\` and \`phone\`, to any signed-in user who calls this function, whatever the rules of the entity say.
          advice: Check the caller's role, or hand out only the caller's rows: \`filter({ created_by_id: … })\`.
          evidence: base44/functions/report/entry.ts: checks that the caller is signed in, nothing more"
    `);
  });

  test.each([
    ['JSON.stringify', `return new Response(JSON.stringify(await ${rows}));`],
    ['in an object', `const rows = await ${rows};\n  return Response.json({ rows, at: Date.now() });`],
    ['after sorting', `const rows = await ${rows};\n  return Response.json(rows.sort().slice(0, 500));`],
    [
      'after a search that the caller chooses',
      `const { q } = await req.json();\n  const rows = await ${rows};\n  return Response.json(rows.filter((row) => row.total > q));`,
    ],
    [
      'among others from Promise.all',
      `const [n, list] = await Promise.all([5, ${rows}]);\n  return Response.json({ n, list });`,
    ],
    ['service alias', 'const sr = base44.asServiceRole;\n  return Response.json(await sr.entities.Order.list());'],
    ['entities alias', 'const db = base44.asServiceRole.entities;\n  return Response.json(await db.Order.list());'],
    ['bracket literal', 'return Response.json(await base44.asServiceRole.entities["Order"].list());'],
    [
      'helper',
      'const load = async (svc) => svc.entities.Order.list();\n  return Response.json(await load(base44.asServiceRole));',
    ],
  ])('to everyone: %s', (_, body) => expect(run(rule, backend(body))).toMatchObject([{ severity: 'critical' }]));

  test('a default export and the old layout are functions too', () => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
export default async function handler(req) {
  return Response.json(await createClientFromRequest(req).asServiceRole.entities.Order.list());
}`;
    expect(run(rule, { file: 'base44/functions/report/entry.ts', code, schemas })).toHaveLength(1);
    const served = backend(`return Response.json(await ${rows});`).code;
    const files = { 'base44/config.jsonc': '' };
    expect(run(rule, { file: 'functions/report.ts', code: served, schemas, files })).toHaveLength(1);
  });

  test('some fields of all rows are one step milder', () => {
    const body = `const rows = await ${rows};\n  return Response.json(rows.map((row) => ({ total: row.total })));`;
    expect(run(rule, backend(body))).toMatchObject([{ severity: 'high', confidence: 'likely' }]);
  });

  describe('adds nothing to rules that are open to the same caller', () => {
    const answer = `return Response.json(await ${rows});`;
    const Order = { ...schemas.Order, rls: { read: { 'data.user_id': '{{user.id}}' } } };
    const severityIn = (visibility: string, body: string, more: object = schemas) =>
      run(
        rule,
        backend(body, {
          schemas: more as Sample['schemas'],
          files: { 'base44/config.jsonc': { name: 'S', visibility } },
        }),
      ).map(({ severity }) => severity);

    test.each([
      ['public', answer, 'high'],
      ['public', signedIn + answer, 'high'],
      ['private', answer, 'critical'],
      ['private', signedIn + answer, 'medium'],
    ])('in a %s app: %s', (visibility, body, severity) => {
      expect(severityIn(visibility, body)).toEqual([severity]);
    });

    test.each([
      ['public', answer, 'critical'],
      ['private', answer, 'critical'],
      ['private', signedIn + answer, 'high'],
    ])('and adds everything to closed ones, in a %s app: %s', (visibility, body, severity) => {
      expect(severityIn(visibility, body, { Order })).toEqual([severity]);
    });
  });

  test('advice names the client of the caller only where the rules would help', () => {
    const Order = { ...schemas.Order, rls: { read: { 'data.user_id': '{{user.id}}' } } };
    const advice = (more: Partial<Sample>) =>
      run(rule, backend(`return Response.json(await ${rows});`, more))[0]!.advice;
    expect(advice({})).not.toContain("the caller's own client");
    expect(advice({ schemas: { Order } })).toContain("read with the caller's own client so that the rules apply");
  });

  test.each([
    ['a search by a value that only looks like a check', 'rows.filter((row) => row.total !== user.limit && row.open)'],
    ['a filter by a value that the caller sends', 'rows.filter((row) => row.user_id === body.user_id)'],
    ['a filter that an alternative opens', 'rows.filter((row) => row.user_id === user.id || row.total > 5)'],
  ])('%s keeps no rows back', (_, answered) => {
    const body = `${signedIn}const body = await req.json();\n  const rows = await ${rows};\n  return Response.json(${answered});`;
    expect(run(rule, backend(body))).toHaveLength(1);
  });

  test.each([
    ['a sum', `const rows = await ${rows};\n  return Response.json({ count: rows.length });`],
    ['the first row', `const rows = await ${rows};\n  return Response.json(rows[0]);`],
    ['one row', `const rows = await ${rows};\n  return Response.json(rows.find((row) => row.id === req.url));`],
    [
      "the caller's rows",
      `${signedIn}const rows = await ${rows};\n  return Response.json(rows.filter((row) => row.user_id === user.id));`,
    ],
    ['nothing', `for (const row of await ${rows}) console.log(row.id);\n  return new Response('ok');`],
    [
      'all rows to admins',
      `const user = await base44.auth.me();\n  if (user?.role !== 'admin') return new Response(null, { status: 403 });\n  return Response.json(await ${rows});`,
    ],
    [
      'all rows to a list of roles',
      `const user = await base44.auth.me();\n  if (!['admin', 'owner'].includes(user.role)) return new Response(null, { status: 403 });\n  return Response.json(await ${rows});`,
    ],
    [
      'all rows to who knows a secret',
      `if (req.headers.get('x-cron-secret') !== Deno.env.get('CRON_SECRET')) return new Response(null, { status: 401 });\n  return Response.json(await ${rows});`,
    ],
  ])('clean: %s', (_, body) => expectClean(rule, backend(body)));

  test('clean: all rows after an imported helper that throws', () => {
    const sample = backend(`await requireAdmin(base44);\n  return Response.json(await ${rows});`);
    expectClean(rule, { ...sample, code: `import { requireAdmin } from '../../shared/auth.ts';\n${sample.code}` });
  });

  test("a public name lowers what is nobody's secret, and nothing else", () => {
    const named = (entity: string) =>
      run(
        rule,
        backend(`return Response.json(await base44.asServiceRole.entities.${entity}.list());`, {
          file: 'base44/functions/getPublicRows/entry.ts',
        }),
      ).map(({ severity }) => severity);
    expect([named('Order'), named('Patient')]).toEqual([['low'], ['critical']]);
  });

  test('a public name makes no finding worse: info stays info', () => {
    const body = `${signedIn}const rows = await base44.asServiceRole.entities.Shift.list();\n  return Response.json(rows.map((row) => ({ day: row.day })));`;
    const Shift = { properties: { day: string } };
    const file = 'base44/functions/getPublicShifts/entry.ts';
    expect(run(rule, backend(body, { schemas: { Shift }, file }))).toMatchObject([{ severity: 'info' }]);
  });
});

describe("who reads, in the message's words", () => {
  const patients = (visibility?: string, rls?: object): Sample =>
    page('export const load = () => base44.entities.Patient.list();', {
      schemas: { Patient: { ...schemas.Patient, ...(rls && { rls }) } },
      files: { 'base44/config.jsonc': { name: 'Sample', ...(visibility && { visibility }) } },
    });
  const everyUser = { read: { user_condition: { role: 'user' } } };

  test.each([
    ['a public app', patients('public'), 'anyone, signed in or not,'],
    ['a private app', patients('private'), 'any signed-in user'],
    ['an app that does not say', patients(), 'any user of the app'],
  ])('%s', (_, sample, who) => expect(run(rule, sample)[0]!.message).toContain(`let ${who} do the same`));

  test('a rule that asks for role `user` keeps out who is not signed in, also on a public app', () => {
    expect(run(rule, patients('public', everyUser))[0]!.message).not.toContain('signed in or not');
  });

  // Open rules let people in who never signed in only where the app is public.
  test("on a private app an unchecked function gets no more from the user's client than users do", () => {
    const files = { 'base44/config.jsonc': { name: 'Sample', visibility: 'private' } };
    const [finding] = run(rule, backend('return Response.json(await base44.entities.Patient.list());', { files }));
    expect(finding!.severity).toBe('high');
    expect(finding!.message).not.toContain('signed in or not');
  });
});

describe('look-alikes stay clean', () => {
  test.each([
    ['a filter with a key', page("base44.entities.Order.filter({ status: 'open' });")],
    ['get', page("base44.entities.Order.get('1');")],
    ['the User entity', page('base44.entities.User.list();')],
    ['User of the old template, which is auth', page("import { User } from '@/api/entities';\nUser.list();")],
    ['a facade over functions', page("import { OrderAPI } from '@/lib/api';\nOrderAPI.list();")],
    ['array methods', page('rows.filter(Boolean);\nnew Set().list?.();')],
    ['HTML entities as parameter', page('export const decode = (entities) => entities.list();\ndecode(htmlEntities);')],
    [
      'Supabase',
      page(
        "import { createClient } from '@supabase/supabase-js';\nconst client = createClient(url, key);\nclient.entities.Order.list();",
      ),
    ],
    ['text in docs', page('export const docs = `base44.entities.Order.list()`; // base44.entities.Order.list()')],
    ['a script', page('base44.entities.Order.list();', { file: 'scripts/seed.js' })],
    ['a test', page('base44.entities.Order.list();', { file: 'src/lib/orders.test.js' })],
    [
      'rows that stay in the function',
      backend('const rows = await base44.entities.Order.list();\n  return Response.json(rows.length);'),
    ],
  ])('%s', (_, sample) => expectClean(rule, sample));

  test('reference data and admin pages stay below medium', () => {
    const found = [
      ...run(rule, page('base44.entities.Category.list();')),
      ...run(rule, page('base44.entities.Order.list();', { file: 'src/pages/admin/Orders.jsx' })),
    ];
    expect(found.map(({ severity }) => severity)).toEqual(['info', 'low']);
  });

  describe('a page that turns people away below its hooks', () => {
    const component = (turn: string) =>
      page(`import { useQuery } from '@tanstack/react-query';
import { useAuth } from '@/lib/AuthContext';
export default function Orders() {
  const { user } = useAuth();
  const { data = [] } = useQuery({ queryKey: ['orders'], queryFn: () => base44.entities.Order.list() });
  ${turn}
  return <Table rows={data} />;
}`);
    test.each([
      ['all but admins: was written for them', "if (user?.role !== 'admin') return <p>Admins only</p>;", 'low'],
      ['who are not signed in: was written for everyone', 'if (!user) return <p>Sign in</p>;', 'medium'],
      ['nobody: shows a part to admins', "const extra = user.role === 'admin' && <Edit />;", 'medium'],
      ['in a handler alone', "const save = () => { if (user.role !== 'admin') return; store(); };", 'medium'],
    ])('%s', (_, turn, severity) => expect(run(rule, component(turn))).toMatchObject([{ severity }]));

    test('by a user that it is given', () => {
      const { code, ...more } = component("if (user?.role !== 'admin') return <p>Admins only</p>;");
      const given = code.replace('Orders() {\n  const { user } = useAuth();', 'Orders({ user }) {');
      expect(given).not.toBe(code);
      expect(run(rule, { ...more, code: given })).toMatchObject([{ severity: 'low' }]);
    });
  });

  test('a file that nothing imports is one step milder and says so', () => {
    const sample = page('export const load = () => base44.entities.Patient.list();');
    const [finding] = run(rule, { ...sample, app: { unimported: ['src/pages/Overview.jsx'] } });
    expect(finding?.severity).toBe('medium');
    expect(finding?.evidence.at(-1)?.note).toBe('no other file of the app imports this one');
    expect(run(rule, { ...sample, app: { unimported: ['src/pages/Other.jsx'] } })).toMatchObject([
      { severity: 'high' },
    ]);
  });

  test('a page that asks for the role was written for admins as well', () => {
    const code = `export default function Orders() {
  const { user } = useAuth();
  if (user?.role !== 'admin') return null;
  return useQuery({ queryKey: ['o'], queryFn: () => base44.entities.Order.list() });
}`;
    expect(run(rule, page(code))).toMatchObject([{ severity: 'low' }]);
    expect(run(rule, page(code.replace("user?.role !== 'admin'", '!user')))).toMatchObject([{ severity: 'medium' }]);
  });

  test('a look-alike client has no rules that could be open', () => {
    const code =
      "import { createClient } from '@base44/sdk';\nconst sdk = createClient();\nsdk.entities = { Order: table('orders') };\nsdk.entities.Order.list();";
    expect(run(rule, { ...page(''), code }).filter(({ confidence }) => confidence !== 'possible')).toEqual([]);
  });
});

describe('the option publicEntities', () => {
  const sample = page('base44.entities.Order.list();');

  test('silences an entity by name', () => {
    expectClean(rule, { ...sample, options: { publicEntities: ['Order'] } });
    expect(run(rule, { ...sample, options: { publicEntities: ['Patient'] } })).toHaveLength(1);
  });

  test('holds for service-role reads, and can stand in the config file', () => {
    const files = { 'base44-lint.config.jsonc': { publicEntities: ['Order'] } };
    expectClean(rule, backend('return Response.json(await base44.asServiceRole.entities.Order.list());', { files }));
    expectClean(rule, { ...sample, files });
  });
});
