import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const schemas = {
  Order: { properties: { user_id: string, owner_email: string, org_id: string, member_ids: { type: 'array' } } },
  Patient: { properties: { phone: string, doctor_email: string } },
  Plan: { properties: { label: string, tier: string } },
};
const page = (code: string, more?: Partial<Sample>): Sample => ({
  file: 'src/pages/Orders.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas,
  ...more,
});
/** A component that knows who is signed in and has all orders. */
const component = (use: string, more?: Partial<Sample>): Sample =>
  page(
    `export default function Orders() {
  const { user } = useAuth();
  const { data: orders = [] } = useQuery({ queryKey: ['o'], queryFn: () => base44.entities.Order.list() });
  ${use}
}`,
    more,
  );
const backend = (body: string, more?: Partial<Sample>): Sample => ({
  file: 'base44/functions/mine/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req: Request) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  ${body}
});`,
  schemas,
  ...more,
});
const severities = (sample: Sample) => run(rule, sample).map(({ severity, confidence }) => `${severity}/${confidence}`);

describe('rows that are hidden on the screen only', () => {
  test('are drawn under the condition', () => {
    const code = `export async function mine() {
  const user = await base44.auth.me();
  const all = await base44.entities.Patient.list('-created_date', 500);
  return all.filter((one) => one.doctor_email === user.email);
}`;
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  5 |   return all.filter((one) => one.doctor_email === user.email);
          |                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely This hides rows of Patient of other users only on the screen, because the browser has received them all, with \`phone\` and \`doctor_email\`.
          advice: Let the \`read\` rule of Patient compare \`data.doctor_email\` with \`{{user.email}}\`, and ask for \`filter({ doctor_email: … })\`, so that the other rows stay on the server.
          evidence: src/pages/Orders.jsx: reads the rows
          evidence: base44/entities/Patient.jsonc: no \`rls\` key"
    `);
  });

  test('are clean once the server is asked for them', () => {
    expectClean(
      rule,
      page(`export async function mine() {
  const user = await base44.auth.me();
  return base44.entities.Patient.filter({ doctor_email: user.email });
}`),
    );
  });

  test('are harmless where the rules keep them apart', () => {
    const Order = { ...schemas.Order, rls: { read: { 'data.user_id': '{{user.id}}' } } };
    expectClean(rule, component('return orders.filter((o) => o.user_id === user.id);', { schemas: { Order } }));
  });

  test('are less of a secret on a page that shows all', () => {
    const mine = 'const mine = orders.filter((o) => o.user_id === user.id);';
    expect(severities(component(mine))).toEqual(['medium/likely']);
    expect(severities(component(`${mine}\n  return <List rows={orders} mine={mine} />;`))).toEqual(['low/likely']);
  });

  test('one row looked up in a directory', () => {
    const sample = component('return orders.find((o) => o.user_id === user.id)?.id;');
    expect(severities(sample)).toEqual(['low/likely']);
    expect(run(rule, sample)[0]!.message).toContain("looks for the user's own row of Order among those of all users");
  });

  test.each([
    ['no schema', { schemas: {} }, ['low/possible']],
    ['an admin page', { file: 'src/pages/admin/Orders.jsx' }, ['low/likely']],
    ['a public entity', { files: { 'base44-lint.config.jsonc': { publicEntities: ['Order'] } } }, []],
  ])('%s', (_, more: Partial<Sample>, expected) => {
    expect(severities(component('return orders.filter((o) => o.user_id === user.id);', more))).toEqual(expected);
  });
});

describe('conditions that are seen', () => {
  test.each([
    ['e-mail, whatever its case', 'orders.filter((o) => o.owner_email?.toLowerCase() === user.email.toLowerCase())'],
    ['the other way round', 'orders.filter((o) => user.id === o.user_id)'],
    ['text of both', 'orders.filter((o) => String(o.user_id) === String(user?.id))'],
    ['with a default', "orders.filter((o) => o.owner_email === (user?.email || ''))"],
    ['one of two', 'orders.filter((o) => o.user_id === user.id || o.owner_email === user.email)'],
    ['beside a state', "orders.filter((o) => o.status === 'open' && o.user_id === user.id)"],
    ['all for admins', "orders.filter((o) => user.role === 'admin' || o.user_id === user.id)"],
    ['a list in the row', 'orders.filter((o) => o.member_ids?.includes(user.id))'],
    [
      'a callback with a body',
      "orders.filter((o) => { if (o.status === 'done') return false; return o.user_id === user.id; })",
    ],
    ['useMemo', 'useMemo(() => orders.filter((o) => o.user_id === user.id), [orders, user])'],
    ['a variable', '(() => { const email = user.email; return orders.filter((o) => o.owner_email === email); })()'],
    ['the tenant of the user', 'orders.filter((o) => o.org_id === user.org_id)'],
  ])('%s', (_, use) => expect(severities(component(`return ${use};`))).toEqual(['medium/likely']));

  const filter = 'orders.filter((o) => o.owner_email === user.email)';
  test.each([
    [
      'state of the user and of the rows',
      `const [user, setUser] = useState(null); const [orders, setOrders] = useState([]);
       useEffect(() => { base44.auth.me().then(setUser); base44.entities.Order.list().then(setOrders); }, []);
       return ${filter};`,
    ],
    [
      'state that holds the address alone',
      `const [email, setEmail] = useState(''); const load = async () => { const me = await base44.auth.me(); setEmail(me.email); };
       const { data: orders } = useQuery({ queryFn: () => base44.entities.Order.list() });
       return orders.filter((o) => o.owner_email === email);`,
    ],
    [
      'a query for the user',
      `const { data: user } = useQuery({ queryKey: ['me'], queryFn: () => base44.auth.me() });
       const { data: orders } = useQuery({ queryFn: () => base44.entities.Order.list() });
       return ${filter};`,
    ],
    [
      'Promise.all',
      `const load = async () => { const [user, orders] = await Promise.all([base44.auth.me(), base44.entities.Order.list()]); return ${filter}; };`,
    ],
    [
      'a helper that is handed the user',
      `const pick = async (who) => { const orders = await base44.entities.Order.list(); return orders.filter((o) => o.owner_email === who.email); };
       const load = async () => pick(await base44.auth.me());`,
    ],
    [
      'a prop that only the signed-in user has',
      `const { data: orders } = useQuery({ queryFn: () => base44.entities.Order.filter({}) });
       return orders.filter((o) => o.owner_email === currentUser.email);`,
    ],
    [
      'a hook for the tenant',
      `const { currentOrg } = useOrg(); const { data: orders } = useQuery({ queryFn: () => base44.entities.Order.list() });
       return orders.filter((o) => o.org_id === currentOrg.id);`,
    ],
  ])('%s', (_, body) => {
    expect(severities(page(`export function Orders({ currentUser }) {\n${body}\n}`))).toEqual(['medium/likely']);
  });

  test('helpers of the same file, which may serve others as well', () => {
    const code = `const loadAll = () => base44.entities.Order.list();
const whoAmI = () => base44.auth.me();
export async function mine() { const user = await whoAmI(); const orders = await loadAll(); return ${filter}; }`;
    expect(severities(page(code))).toEqual(['low/likely']);
  });

  test('a prop called `user` may be anybody', () => {
    const code = `export function Orders({ user }) { const { data: orders } = useQuery({ queryFn: () => base44.entities.Order.list() }); return ${filter}; }`;
    expect(severities(page(code))).toEqual(['medium/possible']);
  });
});

describe('a backend function', () => {
  test('leaks nothing, but may end before the rows of the caller', () => {
    const body = `const rows = await base44.asServiceRole.entities.Order.list('-created_date', 500);
  return Response.json(rows.filter((row) => row.user_id === user.id));`;
    expect(squiggled(rule, backend(body))).toMatchInlineSnapshot(`
      "  6 |   return Response.json(rows.filter((row) => row.user_id === user.id));
          |                                             ^~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely This keeps the rows of one user out of all rows of Order, so some of them are missing once the table outgrows 500 rows.
          advice: Ask for them: \`filter({ user_id: … })\`.
          evidence: base44/functions/mine/entry.ts: reads the rows"
    `);
  });

  test.each([
    ['asks the server', 'return Response.json(await base44.entities.Order.filter({ user_id: user.id }));', undefined],
    [
      'has rules that keep the rows apart',
      'const rows = await base44.entities.Order.list();\n  return Response.json(rows.filter((row) => row.user_id === user.id));',
      { Order: { ...schemas.Order, rls: { read: { 'data.user_id': '{{user.id}}' } } } },
    ],
  ])('clean: %s', (_, body, own) => expectClean(rule, backend(body, own && { schemas: own })));
});

describe('look-alikes stay clean', () => {
  test.each([
    [
      'a row of an outer callback',
      component('return users.map((user) => orders.filter((o) => o.owner_email === user.email).length);'),
    ],
    ['an outer row that is looked up', component('return users.map((u) => orders.find((o) => o.user_id === u.id));')],
    ['search', component("return orders.filter((o) => o.title.includes(search) && o.status === 'open');")],
    [
      'a choice on the screen',
      component("const [who, setWho] = useState('');\n  return orders.filter((o) => o.owner_email === who);"),
    ],
    [
      'a choice that starts with the user',
      component(
        'const [selectedEmail, setSelectedEmail] = useState();\n  useEffect(() => { base44.auth.me().then((me) => setSelectedEmail(me.email)); }, []);\n  return orders.filter((o) => o.owner_email === selectedEmail);',
      ),
    ],
    [
      'an address of the route',
      component('const { email } = useParams();\n  return orders.filter((o) => o.owner_email === email);'),
    ],
    ['the others', component('return orders.filter((o) => o.user_id !== user.id);')],
    ['not the own', component('return orders.filter((o) => !(o.user_id === user.id));')],
    ['the row that the user points to', component('return orders.find((o) => o.id === user.selected_order_id);')],
    [
      'what is made for a kind of user',
      page(
        'export const plans = async () => { const user = await base44.auth.me(); return (await base44.entities.Plan.list()).filter((p) => p.tier === user.tier); };',
      ),
    ],
    ['a list inside a row', component('return orders[0].notes.filter((n) => n.by_email === user.email);')],
    [
      'a read of the own rows',
      page(
        'export const open = async () => { const user = await base44.auth.me(); return (await base44.entities.Order.filter({ user_id: user.id })).filter((o) => o.owner_email === user.email); };',
      ),
    ],
    ['every', component('return orders.every((o) => o.user_id === user.id);')],
    [
      'the User entity, which only admins list',
      page(
        'export const me = async () => { const user = await base44.auth.me(); return (await base44.entities.User.list()).find((u) => u.email === user.email); };',
      ),
    ],
    ['other rows', component('return friends.filter((f) => f.user_id === user.id);')],
    ['a script', component('return orders.filter((o) => o.user_id === user.id);', { file: 'scripts/report.js' })],
  ])('%s', (_, sample) => expectClean(rule, sample));
});
