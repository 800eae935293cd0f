import { describe, expect, test } from 'vitest';
import { rule } from '../no-unfiltered-list/index.js';
import { run, type Sample } from '../testing/index.js';
import { milder, worse } from './read-severity.js';

/**
 * Every cell of the severity tables, asked from the outside: an app with such a schema, such a page or function, and
 * what the rule says about it. `-` is no finding. The service role passes by the rules; what they would keep from others
 * is somebody's all the same, so rows behind closed rules count as one kind more telling there. Where the rules are open,
 * it adds nothing to what the same caller may read anyway, which in a public app is what everyone may.
 */
const table = `
app      client   rules    reader     secret    personal  owned     plain     reference
public   user     open     public     critical  critical  high      low       info
private  user     open     signed-in  critical  high      medium    low       info
private  user     open     guarded    high      medium    low       info      info
public   user     open     guarded    high      medium    low       info      info
public   user     unknown  public     low       low       low       low       info
private  user     unknown  signed-in  low       low       low       low       info
private  user     unknown  guarded    info      info      info      info      info
public   user     closed   public     -         -         -         -         -
private  user     closed   signed-in  -         -         -         -         -
private  user     closed   guarded    -         -         -         -         -
public   service  open     public     critical  critical  high      low       info
public   service  open     signed-in  critical  high      high      low       info
public   service  open     guarded    -         -         -         -         -
private  service  open     public     critical  critical  critical  medium    info
private  service  open     signed-in  critical  high      medium    low       info
private  service  open     guarded    -         -         -         -         -
public   service  unknown  public     critical  critical  critical  medium    info
public   service  unknown  signed-in  critical  high      high      low       info
public   service  unknown  guarded    -         -         -         -         -
public   service  closed   public     critical  critical  critical  critical  medium
public   service  closed   signed-in  critical  high      high      high      low
public   service  closed   guarded    -         -         -         -         -
`;

const string = { type: 'string' };
/** An entity for each content, named so that nothing but its fields decides. */
const entities: Record<string, { readonly name: string; readonly fields: readonly string[] }> = {
  secret: { name: 'Gateway', fields: ['label', 'client_secret'] },
  personal: { name: 'Caretaker', fields: ['label', 'phone'] },
  owned: { name: 'Diary', fields: ['label', 'user_id'] },
  plain: { name: 'Shift', fields: ['label', 'hours'] },
  reference: { name: 'Category', fields: ['label', 'icon'] },
};
const rlsOf: Record<string, object> = {
  open: {},
  unknown: { rls: ['a shape that is not documented'] },
  closed: { rls: { read: { created_by_id: '{{user.id}}' } } },
};
const checks: Record<string, string> = {
  public: '',
  'signed-in': 'const user = await base44.auth.me();\n  if (!user) return new Response(null, { status: 401 });',
  guarded:
    "const user = await base44.auth.me();\n  if (user?.role !== 'admin') return new Response(null, { status: 403 });",
};

const appOf = (visibility: string) => ({ 'base44/config.jsonc': { name: 'Sample', visibility } });

function page(entity: string, reader: string, visibility: string): Sample {
  return {
    file: reader === 'guarded' ? 'src/pages/AdminOverview.jsx' : 'src/pages/Overview.jsx',
    code: `import { base44 } from '@/api/base44Client';\nexport const rows = () => base44.entities.${entity}.list();`,
    files: appOf(visibility),
  };
}

function backend(entity: string, reader: string, client: string, visibility: string): Sample {
  return {
    file: 'base44/functions/report/entry.ts',
    code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${checks[reader]}
  return Response.json(await ${client}.entities.${entity}.list());
});`,
    files: appOf(visibility),
  };
}

const [head, ...rows] = table
  .trim()
  .split('\n')
  .map((line) => line.split(/ +/)) as [string[], ...string[][]];
const cells = rows.flatMap(([app, client, rules, reader, ...severities]) =>
  severities.map((severity, column) => ({ app, client, rules, reader, content: head[column + 4], severity }) as Cell),
);

interface Cell {
  readonly app: 'public' | 'private';
  readonly client: 'user' | 'service';
  readonly rules: string;
  readonly reader: string;
  readonly content: string;
  readonly severity: string;
}

describe('the severity of a read of all rows', () => {
  test.each(cells)('$app app, $client client, $rules rules, $reader reader, $content rows: $severity', (cell) => {
    const { name, fields } = entities[cell.content]!;
    const schema = { properties: Object.fromEntries(fields.map((field) => [field, string])), ...rlsOf[cell.rules] };
    const samples =
      cell.client === 'user'
        ? [page(name, cell.reader, cell.app), backend(name, cell.reader, 'base44', cell.app)]
        : [backend(name, cell.reader, 'base44.asServiceRole', cell.app)];
    for (const sample of samples) {
      const found = run(rule, { ...sample, schemas: { [name]: schema } }).map(({ severity }) => severity);
      expect(found).toEqual(cell.severity === '-' ? [] : [cell.severity]);
    }
  });

  test('the table above has all cells', () => {
    const asked = cells.map(({ client, rules, reader, content }) => [client, rules, reader, content].join());
    expect(new Set(asked).size).toBe(2 * 3 * 3 * 5);
  });
});

describe('the shapes of a read rule', () => {
  const schemaWith = (rls: object) => ({
    Caretaker: { properties: { phone: string, status: string, owner_email: string, org_id: string }, ...rls },
  });

  test.each([
    ['no rls key', {}],
    ['rls is null', { rls: null }],
    ['rls is {}', { rls: {} }],
    ['read is absent', { rls: { create: false } }],
    ['read is absent beside write', { rls: { write: { user_condition: { role: 'admin' } } } }],
    ['read is null', { rls: { read: null } }],
    ['read is {}', { rls: { read: {} } }],
    ['read is true', { rls: { read: true } }],
    ['read asks for the role everyone has', { rls: { read: { user_condition: { role: 'user' } } } }],
    ['an alternative is open', { rls: { read: { $or: [{ created_by: '{{user.email}}' }, {}] } } }],
  ])('%s: open', (_, rls) => {
    expect(run(rule, { ...page('Caretaker', 'signed-in', 'private'), schemas: schemaWith(rls) })).toMatchObject([
      { severity: 'high', confidence: 'certain', evidence: [{ file: 'base44/entities/Caretaker.jsonc' }] },
    ]);
  });

  test.each([
    ['owner', { created_by: '{{user.email}}' }],
    ['owner by a field', { 'data.owner_email': '{{user.email}}' }],
    ['tenant', { 'data.org_id': '{{user.data.org_id}}' }],
    ['role', { user_condition: { role: 'admin' } }],
    ['mixed', { $or: [{ created_by: '{{user.email}}' }, { user_condition: { role: 'admin' } }] }],
    ['a public part', { 'data.status': 'published' }],
    ['blocked', false],
    ['never', { 'data.org_id': '{{user.organization}}' }],
  ])('%s: the rules keep the rows apart', (_, read) => {
    expect(run(rule, { ...page('Caretaker', 'signed-in', 'private'), schemas: schemaWith({ rls: { read } }) })).toEqual(
      [],
    );
  });

  test('the User entity has rules of its own', () => {
    expect(
      run(rule, { ...page('User', 'signed-in', 'private'), schemas: { User: { properties: { phone: string } } } }),
    ).toEqual([]);
  });
});

describe('steps between severities', () => {
  test('the worse of two, in either order', () => {
    expect([worse('low', 'high'), worse('high', 'low'), worse('info', 'info')]).toEqual(['high', 'high', 'info']);
  });

  test('one step milder, and never milder than info', () => {
    expect((['critical', 'high', 'medium', 'low', 'info'] as const).map(milder)).toEqual([
      'high',
      'medium',
      'low',
      'info',
      'info',
    ]);
  });
});
