import { describe, expect, test } from 'vitest';
import type { AnyRule } from '../check.js';
import { worse } from '../judge/read-severity.js';
import { rule as noUnfilteredList } from '../no-unfiltered-list/index.js';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const ofTenant = { 'data.organization_id': '{{user.data.organization_id}}' };
const invoice = {
  properties: {
    organization_id: string,
    customer_id: string,
    status: { type: 'string', enum: ['open', 'paid'] },
    due_date: { type: 'string', format: 'date' },
    sent: { type: 'boolean' },
  },
};
const ruled = { properties: { organization_id: string }, rls: { read: ofTenant } };
/** The rules of Project and Visit tell which key is the tenant; Invoice carries it and has no rules. */
const schemas = { Invoice: invoice, Project: ruled, Visit: ruled };

const page = (code: string, more?: Partial<Sample>): Sample => ({
  file: 'src/pages/Invoices.jsx',
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
const admin =
  "const user = await base44.auth.me();\n  if (user?.role !== 'admin') return new Response(null, { status: 403 });\n  ";

describe("reads with the user's client", () => {
  test('a condition of states alone is drawn', () => {
    const code = "export const open = () => base44.entities.Invoice.filter({ status: 'open' }, '-due_date', 100);";
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  2 | export const open = () => base44.entities.Invoice.filter({ status: 'open' }, '-due_date', 100);
          |                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain Users of one \`organization_id\` can read rows of Invoice of all others here, because neither this condition nor the entity's rules name it.
          advice: Add \`organization_id\` to the condition, and let the \`read\` rule of Invoice compare \`data.organization_id\` with \`{{user.data.organization_id}}\`, because only the rule protects the rows.
          evidence: base44/entities/Invoice.jsonc: no \`rls\` key"
    `);
  });

  test('the same read is clean with the tenant in the condition, or in the rules', () => {
    expectClean(
      rule,
      page("base44.entities.Invoice.filter({ status: 'open', organization_id: user.data.organization_id });"),
    );
    const safe = { ...schemas, Invoice: { ...invoice, rls: { read: ofTenant } } };
    expectClean(rule, page("base44.entities.Invoice.filter({ status: 'open' });", { schemas: safe }));
  });

  test.each([
    ['a date range', '{ due_date: { $gte: from, $lte: to } }'],
    ['a switch', '{ sent: false }'],
    ['a built-in date', '{ created_date: { $gte: from } }'],
    ['several states', "{ status: { $in: ['open', 'paid'] }, sent: true }"],
    ['a key with data.', "{ 'data.status': 'open' }"],
    ['a query in a constant', null],
  ])('%s', (_, query) => {
    const code = query
      ? `base44.entities.Invoice.filter(${query});`
      : "const query = { status: 'open' };\nbase44.entities.Invoice.filter(query);";
    expect(run(rule, page(code))).toMatchObject([{ severity: 'medium', confidence: 'certain' }]);
  });

  test.each([
    ['alias', "const db = base44.entities;\ndb.Invoice.filter({ status: 'open' });"],
    ['destructuring', "const { Invoice } = base44.entities;\nInvoice.filter({ status: 'open' });"],
    ['bracket', "base44.entities['Invoice'].filter({ status: 'open' });"],
    [
      'client as parameter',
      "const open = (client) => client.entities.Invoice.filter({ status: 'open' });\nopen(base44);",
    ],
    [
      'handle as parameter',
      "const open = (entity) => entity.filter({ status: 'open' });\nopen(base44.entities.Invoice);",
    ],
    ['query as parameter', "const by = (query) => base44.entities.Invoice.filter(query);\nby({ status: 'open' });"],
    [
      'query from a helper in sight',
      "const open = () => ({ status: 'open' });\nbase44.entities.Invoice.filter(open());",
    ],
    ['optional chaining', "base44?.entities?.Invoice?.filter({ status: 'open' });"],
  ])('by %s', (_, code) => expect(run(rule, page(code))).toHaveLength(1));

  test.each([
    ['@/entities/X', "import { Invoice } from '@/entities/Invoice';\nInvoice.filter({ status: 'open' });"],
    ['@/api/entities', "import { Invoice } from '@/api/entities';\nInvoice.filter({ status: 'open' });"],
  ])('by %s', (_, code) => expect(run(rule, { ...page(''), code })).toHaveLength(1));

  test('in TypeScript, with casts', () => {
    const code =
      "export const open = async () => (await base44.entities.Invoice.filter({ status: 'open' } as const)) as unknown[];";
    expect(run(rule, page(code, { file: 'src/lib/invoices.ts' }))).toHaveLength(1);
  });

  test('on admin pages it is low', () => {
    const file = 'src/pages/admin/Invoices.jsx';
    expect(run(rule, page("base44.entities.Invoice.filter({ status: 'open' });", { file }))).toMatchObject([
      { severity: 'low' },
    ]);
  });

  test.each(["['filter']({ status: 'open' })", "['deleteMany']({ status: 'open' })"])(
    'by bracket method %s',
    (call) => {
      expect(run(rule, page(`base44.entities.Invoice${call};`))).toHaveLength(1);
    },
  );

  test.each(["count({ status: 'open' })", "aggregate({ query: { status: 'open' }, metrics: { n: 'count' } })"])(
    '%s gives no rows away and is clean',
    (call) => expectClean(rule, page(`base44.entities.Invoice.${call};`, { sdk: '0.8.50' })),
  );
});

describe('bulk writes', () => {
  test.each([
    ['deleteMany', "deleteMany({ status: 'paid' })", 'deletes'],
    ['deleteMany of everything', 'deleteMany({})', 'deletes'],
    ['updateMany', "updateMany({ status: 'open' }, { $set: { sent: true } })", 'changes'],
    ['updateMany of everything', 'updateMany({}, { $set: { sent: true } })', 'changes'],
  ])('%s', (_, call, verb) => {
    const [finding, ...others] = run(rule, page(`base44.entities.Invoice.${call};`));
    expect(finding).toMatchObject({ severity: 'high', confidence: 'certain' });
    expect(finding!.message).toContain(`This ${verb} rows of Invoice`);
    expect(others).toEqual([]);
  });

  test.each([
    ['by tenant', "deleteMany({ organization_id: org.id, status: 'paid' })"],
    ['by ids', 'deleteMany({ id: { $in: ids } })'],
    ['by parent', 'updateMany({ customer_id: customer.id }, { $set: { sent: true } })'],
    ['by a condition out of sight', 'deleteMany(query)'],
  ])('clean: %s', (_, call) =>
    expectClean(rule, page(`export const run = (query, ids, org, customer) => base44.entities.Invoice.${call};`)),
  );

  test('each write is judged by its own rule, and by `write`', () => {
    const withRules = (rls: object) => ({ ...schemas, Invoice: { ...invoice, rls } });
    const call = "base44.entities.Invoice.deleteMany({ status: 'paid' });";
    expect(run(rule, page(call, { schemas: withRules({ read: ofTenant }) }))).toHaveLength(1);
    expectClean(rule, page(call, { schemas: withRules({ delete: ofTenant }) }));
    expectClean(rule, page(call, { schemas: withRules({ write: ofTenant }) }));
  });
});

describe('functions with the service role', () => {
  const read = "base44.asServiceRole.entities.Invoice.filter({ status: 'open' })";
  const remove = "base44.asServiceRole.entities.Invoice.deleteMany({ status: 'paid' })";

  test('rows of all tenants handed to any user are drawn', () => {
    expect(squiggled(rule, backend(`${signedIn}return Response.json(await ${read});`))).toMatchInlineSnapshot(`
      "  6 |   return Response.json(await base44.asServiceRole.entities.Invoice.filter({ status: 'open' }));
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely Any signed-in user who calls this function gets rows of Invoice of every \`organization_id\`, because the service role passes by all rules and the condition does not name it.
          advice: Take \`organization_id\` from the signed-in user and add it to the condition, or read with the caller's own client so that the entity's rules apply.
          evidence: base44/functions/report/entry.ts: checks that the caller is signed in, nothing more"
    `);
  });

  test.each([
    ['anyone reads', `return Response.json(await ${read});`, 'critical'],
    ['any user reads', `${signedIn}return Response.json(await ${read});`, 'medium'],
    [
      'any user gets some fields',
      `${signedIn}const rows = await ${read};\n  return Response.json(rows.map((row) => row.status));`,
      'low',
    ],
    ['anyone deletes', `await ${remove};\n  return new Response('ok');`, 'high'],
    ['any user deletes', `${signedIn}await ${remove};\n  return new Response('ok');`, 'high'],
    [
      'through an alias',
      `const sr = base44.asServiceRole;\n  return Response.json(await sr.entities.Invoice.filter({ sent: true }));`,
      'critical',
    ],
    [
      'through a helper',
      `const open = (svc) => svc.entities.Invoice.filter({ status: 'open' });\n  return Response.json(await open(base44.asServiceRole));`,
      'critical',
    ],
  ])('%s', (_, body, severity) => expect(run(rule, backend(body))).toMatchObject([{ severity, confidence: 'likely' }]));

  test("the entity's own rules do not help, because the service role passes by them", () => {
    const safe = { ...schemas, Invoice: { ...invoice, rls: { read: ofTenant } } };
    expect(run(rule, backend(`return Response.json(await ${read});`, { schemas: safe }))).toHaveLength(1);
  });

  test.each([
    [
      "the user's tenant in the condition",
      `${signedIn}return Response.json(await base44.asServiceRole.entities.Invoice.filter({ organization_id: user.data.organization_id, status: 'open' }));`,
    ],
    ['an admin reads', `${admin}return Response.json(await ${read});`],
    ['an admin deletes', `${admin}await ${remove};\n  return new Response('ok');`],
    [
      'a job with a secret deletes',
      `if (req.headers.get('x-cron-secret') !== Deno.env.get('CRON_SECRET')) return new Response(null, { status: 401 });\n  await ${remove};\n  return new Response('ok');`,
    ],
    ['rows that stay inside', `for (const row of await ${read}) console.log(row.id);\n  return new Response('ok');`],
    ['only a number is answered', `return Response.json((await ${read}).length);`],
    [
      'a condition out of sight',
      `${signedIn}return Response.json(await base44.asServiceRole.entities.Invoice.filter(scopeFor(user)));`,
    ],
  ])('clean: %s', (_, body) => expectClean(rule, backend(body)));

  test('a public name makes it low', () => {
    const file = 'base44/functions/getPublicInvoices/entry.ts';
    expect(run(rule, backend(`return Response.json(await ${read});`, { file }))).toMatchObject([{ severity: 'low' }]);
  });

  // The table of no-unfiltered-list knows what rows hold and what open rules give away anyway; this one does not yet.
  test.each(['Invoice', 'Review'])('a condition on %s is judged no worse than none at all', (name) => {
    const Review = { properties: { organization_id: string, text: string, status: string } };
    const severityOf = (checked: AnyRule, call: string) => {
      const body = `${signedIn}return Response.json(await base44.asServiceRole.entities.${name}.${call});`;
      return run(checked, backend(body, { schemas: { ...schemas, Review } }))[0]!.severity;
    };
    const [weak, none] = [severityOf(rule, "filter({ status: 'open' })"), severityOf(noUnfilteredList, 'list()')];
    expect(worse(weak, none)).toBe(none);
  });

  // A public name lowers rows of a user to low, and must not leave rows that are made to be seen at critical.
  test('a public name makes it low for rows that are made to be seen, too', () => {
    const Review = { properties: { organization_id: string, text: string, status: string } };
    const body = read.replace('Invoice', 'Review');
    const file = 'base44/functions/getPublicReviews/entry.ts';
    const sample = backend(`return Response.json(await ${body});`, { file, schemas: { ...schemas, Review } });
    expect(run(rule, sample)).toMatchObject([{ severity: 'low' }]);
  });

  // As in no-unfiltered-list: a name says what is meant, but personal data and lost rows are the harm itself.
  test.each([
    ['deletes', `await ${remove};\n  return new Response('ok');`, 'high'],
    ['personal data', `return Response.json(await ${read});`, 'critical'],
  ])('a public name does not excuse %s', (_, body, severity) => {
    const Invoice = { properties: { ...invoice.properties, phone: string } };
    const file = 'base44/functions/publicInvoices/entry.ts';
    expect(run(rule, backend(body, { file, schemas: { ...schemas, Invoice } }))).toMatchObject([{ severity }]);
  });
});

describe('a tenant that the caller names, with the service role', () => {
  const body = (before: string, call: string) => `${before}const { organization_id } = await req.json();\n  ${call}`;
  const read =
    "return Response.json(await base44.asServiceRole.entities.Invoice.filter({ organization_id, status: 'open' }));";
  const remove =
    "await base44.asServiceRole.entities.Invoice.deleteMany({ organization_id, status: 'paid' });\n  return new Response('ok');";

  test('is drawn', () => {
    expect(squiggled(rule, backend(body(signedIn, read)))).toMatchInlineSnapshot(`
      "  7 |   return Response.json(await base44.asServiceRole.entities.Invoice.filter({ organization_id, status: 'open' }));
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely Any signed-in user can name another \`organization_id\` in the request and get its rows of Invoice, because the service role passes by all rules.
          advice: Compare \`organization_id\` of the request with the signed-in user's own before this call, or take it from the user.
          evidence: base44/functions/report/entry.ts: checks that the caller is signed in, nothing more"
    `);
  });

  test.each([
    ['anyone reads', body('', read), 'high'],
    ['any user reads', body(signedIn, read), 'medium'],
    ['any user deletes', body(signedIn, remove), 'high'],
    ['anyone deletes', body('', remove), 'high'],
    [
      'any user changes',
      body(
        signedIn,
        remove.replace('deleteMany', 'updateMany').replace("'paid' }", "'paid' }, { $set: { sent: true } }"),
      ),
      'high',
    ],
  ])('%s', (_, code, severity) => expect(run(rule, backend(code))).toMatchObject([{ severity, confidence: 'likely' }]));

  test.each([
    ['an admin names it', body(admin, read)],
    [
      'a job with a secret names it',
      body(
        "if (req.headers.get('x-cron-secret') !== Deno.env.get('CRON_SECRET')) return new Response(null, { status: 401 });\n  ",
        remove,
      ),
    ],
    [
      'the user stands beside it',
      body(signedIn, read.replace('organization_id,', 'organization_id, created_by: user.email,')),
    ],
    [
      'the rows stay inside',
      body(signedIn, read.replace('await base44', '(await base44').replace('));', ')).length);')),
    ],
    [
      "it is compared with the user's own",
      body(
        `${signedIn}`,
        `if (organization_id !== user.data.organization_id) return new Response(null, { status: 403 });\n  ${read}`,
      ),
    ],
    ['it comes from the user', `${signedIn}const organization_id = user.data.organization_id;\n  ${read}`],
    ['only a parent is named', body(signedIn, read.replace('organization_id,', 'customer_id: organization_id,'))],
    ["the caller's own client reads", body(signedIn, read.replace('.asServiceRole', ''))],
  ])('clean: %s', (_, code) => expectClean(rule, backend(code)));
});

describe('the sentence', () => {
  const only = (sample: Sample) => {
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };
  const update = (client: string, tenant = '') =>
    `await ${client}.entities.Invoice.updateMany({ ${tenant}status: 'paid' }, { $set: { sent: true } });\n  return new Response('ok');`;
  const remove = (client: string, tenant = '') =>
    `await ${client}.entities.Invoice.deleteMany({ ${tenant}status: 'paid' });\n  return new Response('ok');`;
  const read = (tenant = '') =>
    `return Response.json(await base44.asServiceRole.entities.Invoice.filter({ ${tenant}status: 'paid' }));`;
  const service = 'base44.asServiceRole';
  const named = (body: string) => `const { organization_id } = await req.json();\n  ${body}`;

  test.each([
    ['anyone gets', read(), 'Anyone who calls this function gets'],
    ['anyone deletes', remove(service), 'Anyone who calls this function deletes'],
    ['anyone changes', update(service), 'Anyone who calls this function changes'],
    ['any user gets', signedIn + read(), 'Any signed-in user who calls this function gets'],
    ['any user changes', signedIn + update(service), 'Any signed-in user who calls this function changes'],
  ])('%s with the service role', (_, body, start) => {
    expect(only(backend(body)).message).toBe(
      `${start} rows of Invoice of every \`organization_id\`, because the service role passes by all rules and the condition does not name it.`,
    );
  });

  test.each([
    ['anyone gets', read('organization_id, '), 'Anyone can name another `organization_id` in the request and get'],
    [
      'anyone deletes',
      remove(service, 'organization_id, '),
      'Anyone can name another `organization_id` in the request and delete',
    ],
    [
      'anyone changes',
      update(service, 'organization_id, '),
      'Anyone can name another `organization_id` in the request and change',
    ],
  ])('%s what the request names', (_, body, start) => {
    expect(only(backend(named(body))).message).toBe(
      `${start} its rows of Invoice, because the service role passes by all rules.`,
    );
  });

  test.each([
    ['deleteMany', "deleteMany({ status: 'paid' })", 'deletes', 'delete'],
    ['updateMany', "updateMany({ status: 'paid' }, { $set: { sent: true } })", 'changes', 'update'],
  ])("%s with the user's client asks for its own rule", (_, call, does, operation) => {
    expect(only(page(`base44.entities.Invoice.${call};`))).toMatchObject({
      message: `This ${does} rows of Invoice of every \`organization_id\`, because neither this condition nor the entity's rules name it.`,
      advice: `Add \`organization_id\` to the condition, and let the \`${operation}\` rule of Invoice compare \`data.organization_id\` with \`{{user.data.organization_id}}\`, because only the rule protects the rows.`,
    });
  });

  test('bulk writes of an admin page are low', () => {
    const file = 'src/pages/admin/Invoices.jsx';
    expect(only(page("base44.entities.Invoice.deleteMany({ status: 'paid' });", { file })).severity).toBe('low');
  });

  test('bulk writes of reference data count, reads do not', () => {
    const Category = { properties: { organization_id: string, status: string } };
    const more = { schemas: { ...schemas, Category } };
    expect(only(page("base44.entities.Category.deleteMany({ status: 'paid' });", more)).severity).toBe('high');
    expectClean(rule, page("base44.entities.Category.filter({ status: 'paid' });", more));
  });

  test('bulk writes that ask for what is published count, reads do not', () => {
    const Invoice = { properties: { ...invoice.properties, published: { type: 'boolean' } } };
    const more = { schemas: { ...schemas, Invoice } };
    expect(only(page('base44.entities.Invoice.deleteMany({ published: true });', more)).severity).toBe('high');
    expectClean(rule, page('base44.entities.Invoice.filter({ published: true });', more));
    expectClean(rule, page("base44.entities.Invoice.filter({ published: true, status: 'paid' });", more));
  });

  test("what the caller's own client changes in a function counts, whatever is answered", () => {
    expect(only(backend(signedIn + remove('base44'))).severity).toBe('high');
    expectClean(
      rule,
      backend(
        `${signedIn}const rows = await base44.entities.Invoice.filter({ status: 'paid' });\n  return new Response('ok');`,
      ),
    );
    expect(
      only(backend(`${signedIn}return Response.json(await base44.entities.Invoice.filter({ status: 'paid' }));`))
        .severity,
    ).toBe('medium');
  });
});

describe('unresolved is not missing', () => {
  const clean = (call: string, more?: Partial<Sample>) =>
    expectClean(rule, page(`export const run = (query, when) => base44.entities.Invoice.${call};`, more));

  test('a condition out of sight, or one that may be empty', () => {
    clean('filter(query)');
    clean('deleteMany(query || {})');
    clean("updateMany(when ? { status: 'open' } : query, { $set: { sent: true } })");
  });

  test('a caller that nobody sees', () => {
    const code =
      "export const sweep = (base44) => base44.asServiceRole.entities.Invoice.deleteMany({ status: 'paid' });";
    expectClean(rule, { file: 'base44/shared/sweep.ts', code, schemas });
  });

  test('the service role in the browser, which another rule reports', () => {
    expectClean(rule, page("base44.asServiceRole.entities.Invoice.deleteMany({ status: 'paid' });"));
  });
});

describe('look-alikes stay clean', () => {
  test.each([
    ['a parent id', '{ customer_id: customer.id }'],
    ['an id beside a state', "{ status: 'open', customer_id: customer.id }"],
    ['own rows', '{ created_by: user.email }'],
    ['an e-mail', '{ owner_email: user.email }'],
    ['a token that only the holder knows', '{ token: params.token }'],
    ['a slug', '{ slug: params.slug }'],
    ['ids', '{ id: { $in: ids } }'],
    ['a name that says nothing', '{ shelf: value }'],
    ['a computed key', '{ [name]: value }'],
    ['a spread of a hook', "{ ...(siteFilter || {}), status: 'open' }"],
    ['a spread of a helper', "{ ...partitionFilter(), status: 'open' }"],
    ['a conditional key', "{ status: 'open', ...(org ? { organization_id: org.id } : {}) }"],
    ['branches', '{ $or: [{ customer_id: a }, { customer_id: b }] }'],
  ])('%s', (_, query) =>
    expectClean(
      rule,
      page(`export const Rows = ({ customer, user, params, ids, name, value, org, a, b }) => {
  const { siteFilter } = useTenant();
  return base44.entities.Invoice.filter(${query});
};`),
    ),
  );

  test.each([
    [
      'an entity without the tenant key',
      page("base44.entities.Holiday.filter({ status: 'open' });", {
        schemas: { ...schemas, Holiday: { properties: { status: string } } },
      }),
    ],
    [
      'reference data',
      page("base44.entities.Category.filter({ status: 'open' });", {
        schemas: { ...schemas, Category: { properties: { organization_id: string, status: string } } },
      }),
    ],
    ['an entity without schema', page("base44.entities.Other.filter({ status: 'open' });")],
    ['array filters', page("rows.filter((row) => row.status === 'open');")],
    ['a facade', page("import { InvoiceAPI } from '@/lib/api';\nInvoiceAPI.filter({ status: 'open' });")],
    [
      'a look-alike client',
      page('', {
        code: "import { createClient } from '@base44/sdk';\nconst sdk = createClient();\nsdk.entities = { Invoice: table('invoices') };\nsdk.entities.Invoice.filter({ status: 'open' });",
      }),
    ],
    [
      'a maintenance script',
      page("base44.entities.Invoice.deleteMany({ status: 'paid' });", { file: 'scripts/clean.js' }),
    ],
    ['a test', page("base44.entities.Invoice.deleteMany({ status: 'paid' });", { file: 'src/lib/clean.test.js' })],
    [
      "rows that the user's client reads and the function keeps",
      backend(
        "const rows = await base44.entities.Invoice.filter({ status: 'open' });\n  return Response.json(rows.length);",
      ),
    ],
  ])('%s', (_, sample) => expectClean(rule, sample));

  test('a read with no condition at all belongs to no-unfiltered-list', () => {
    const sample = page('base44.entities.Invoice.filter({});');
    expectClean(rule, sample);
    expect(run(noUnfilteredList, sample)).toHaveLength(1);
  });
});

describe('how sure the tenant key is', () => {
  const loans = {
    Loan: { properties: { library: string, status: string } },
    Desk: { properties: { library: string } },
  };
  const sample = (more: Partial<Sample>) => page("base44.entities.Loan.filter({ status: 'open' });", more);

  test('compared to the user in the rules of one other entity: likely', () => {
    const code = "base44.entities.Invoice.filter({ status: 'open' });";
    expect(run(rule, page(code, { schemas: { Invoice: invoice, Project: ruled } }))).toMatchObject([
      { severity: 'medium', confidence: 'likely' },
    ]);
  });

  test('named in the config file: certain', () => {
    const files = { 'base44-lint.config.jsonc': { tenantFields: ['library'] } };
    expect(run(rule, sample({ schemas: loans, files }))).toMatchObject([{ confidence: 'certain' }]);
    expectClean(rule, sample({ schemas: loans }));
  });

  test('shared by User and many entities', () => {
    const branches = {
      User: { properties: { branch: string } },
      Desk: { properties: { branch: string } },
      Loan: { properties: { branch: string, status: string } },
    };
    expect(run(rule, sample({ schemas: branches }))).toHaveLength(1);
  });

  test('a name alone is not enough', () => {
    const named = {
      Desk: { properties: { school_id: string } },
      Loan: { properties: { school_id: string, status: string } },
    };
    expectClean(rule, sample({ schemas: named }));
  });
});

describe('the option scopingKeys', () => {
  test('adds keys that keep tenants apart', () => {
    const sample = page("base44.entities.Invoice.filter({ status: 'open' });");
    expectClean(rule, { ...sample, options: { scopingKeys: ['status'] } });
    expect(run(rule, { ...sample, options: { scopingKeys: ['region'] } })).toHaveLength(1);
  });
});
