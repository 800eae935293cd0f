import { describe, expect, test } from 'vitest';
import { run, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const string = { type: 'string' };
const page = (code: string): Sample => ({
  file: 'src/pages/Orders.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas: { Order: { properties: { owner_email: string, org_id: string } } },
});
const read = 'const { data: orders = [] } = useQuery({ queryFn: () => base44.entities.Order.list() });';
/** A component that keeps the rows whose `owner_email` is the given value. */
const mine = (value: string, before = '', props = '', outside = '', field = 'owner_email'): Sample =>
  page(
    `${outside}\nexport function Orders(${props}) {\n${read}\n${before}\nreturn orders.filter((o) => o.${field} === ${value});\n}`,
  );
const ours = (value: string, before = '', props = '', outside = ''): Sample =>
  mine(value, before, props, outside, 'org_id');
/** Whose rows the rule says they are, and how sure it is. */
const whose = (sample: Sample): string => {
  const [finding] = run(rule, sample);
  const who = /rows of Order of other (\w+)s /.exec(finding?.message ?? '')?.[1];
  return finding ? `${who}/${finding.confidence}` : 'nobody';
};

describe('names of the signed-in user', () => {
  test.each(['me', 'currentUser', 'authUser', 'loggedInUser', 'sessionUser', 'current_user', 'myProfile'])(
    '`%s`, as a prop or parameter',
    (name) => {
      expect(whose(mine(`${name}.email`, '', `{ ${name} }`))).toBe('user/likely');
      expect(whose(mine(`${name}.email`, '', name))).toBe('user/likely');
      expect(whose(mine(`props.${name}.email`, '', 'props'))).toBe('user/likely');
    },
  );

  test.each(['user', 'profile'])('`%s`, which may be anybody', (name) => {
    expect(whose(mine(`${name}.email`, '', `{ ${name} }`))).toBe('user/possible');
    expect(whose(mine(`${name}.email`, '', name))).toBe('user/possible');
  });

  test.each(['who', 'person', 'username', 'someUser', 'meeting'])('not `%s`', (name) => {
    expect(whose(mine(`${name}.email`, '', `{ ${name} }`))).toBe('nobody');
    expect(whose(mine(`${name}.email`, '', name))).toBe('nobody');
  });

  test('an import or a global of such a name, not surely', () => {
    const imported = `import { currentUser } from '@/lib/session';`;
    expect(whose(mine('currentUser.email', '', '', imported))).toBe('user/possible');
    expect(whose(mine('currentUser.email'))).toBe('user/possible');
    expect(whose(mine('user.email', '', '', `import { user } from '@/lib/session';`))).toBe('nobody');
    expect(whose(mine('somebody.email'))).toBe('nobody');
  });

  test('not a member of something else that is called so', () => {
    expect(whose(mine('team.currentUser.email', '', '', `import { team } from '@/lib/team';`))).toBe('nobody');
    expect(whose(mine('load().user.email', '', '', `import { load } from '@/lib/team';`))).toBe('nobody');
  });
});

describe('hooks and helpers', () => {
  const from = (name: string) => `import { ${name} } from '@/lib/session';`;

  test.each(['useAuth', 'useSession', 'useStore', 'useApp'])('`%s` hands out the user', (hook) => {
    for (const name of ['user', 'me', 'currentUser', 'profile'])
      expect(whose(mine(`${name}.email`, `const { ${name} } = ${hook}();`, '', from(hook)))).toBe('user/likely');
  });

  test('a hook of another name hands out nobody under another name', () => {
    expect(whose(mine('who.email', 'const { who } = useApp();', '', from('useApp')))).toBe('nobody');
    expect(whose(mine('user.email', 'const { user } = loadApp();', '', from('loadApp')))).toBe('nobody');
    expect(whose(mine('user.email', 'const { user } = reuse();', '', from('reuse')))).toBe('nobody');
  });

  test.each(['useAuth', 'useUser', 'useCurrentUser', 'useMe', 'getCurrentUser', 'loadAuthUser', 'getMe'])(
    'what `%s` gives back is the user',
    (name) => {
      expect(whose(mine('who.email', `const who = ${name}();`, '', from(name)))).toBe('user/likely');
      expect(whose(mine('who.email', `const who = ${name}();`))).toBe('user/likely');
      expect(whose(mine('who.email', `const who = session.${name}();`, '', from('session')))).toBe('user/likely');
    },
  );

  test.each(['useUsers', 'getUser', 'getMember', 'listCurrentUsers'])('what `%s` gives back is not', (name) =>
    expect(whose(mine('who.email', `const who = ${name}();`, '', from(name)))).toBe('nobody'),
  );

  test.each(['useOrg', 'useTenant', 'useCurrentCompany', 'useMyTeam', 'useWorkspaceContext'])(
    'what `%s` gives back is the tenant',
    (name) => expect(whose(ours('it.id', `const it = ${name}();`, '', from(name)))).toBe('tenant/likely'),
  );

  test.each([
    ['is asked for one by its id', 'const it = useOrg(id);', 'useOrg'],
    ['gives several', 'const it = useOrgs();', 'useOrgs'],
    ['gives something else', 'const it = useTheme();', 'useTheme'],
  ])('a hook that %s gives no tenant', (_, before, name) =>
    expect(whose(ours('it.id', before, '', from(name)))).toBe('nobody'),
  );

  test.each(['currentOrg', 'myCompany', 'currentTenant', 'currentWorkspace'])('`%s` is the tenant', (name) => {
    expect(whose(ours(`${name}.id`, `const { ${name} } = useApp();`, '', from('useApp')))).toBe('tenant/likely');
    expect(whose(ours(`${name}.id`, '', `{ ${name} }`))).toBe('tenant/likely');
  });

  test('`currentOrgId` is its id, `org` may be any', () => {
    expect(whose(ours('currentOrgId', '', '{ currentOrgId }'))).toBe('tenant/likely');
    expect(whose(ours('org.id', '', '{ org }'))).toBe('nobody');
    expect(whose(ours('org.id', 'const { org } = useApp();', '', from('useApp')))).toBe('nobody');
  });
});

describe('the same value', () => {
  const me = 'const who = useAuth();';

  test.each([
    ...['who.email.toLowerCase()', 'who.email.toUpperCase()', 'who.email.trim()', 'who.email.toString()'],
    ...['String(who.email)', 'Number(who.email)', "(who?.email ?? '')", '(who.email || undefined)'],
    ...['String(who.email).trim().toLowerCase()'],
  ])('%s', (value) => expect(whose(mine(value, me))).toBe('user/likely'));

  test.each([
    ...['who.email.slice(3)', 'who.email.split("@")', 'Boolean(who.email)', 'hash(who.email)', 'String()'],
    ...['(who.email || other)', '(other ?? who.email)', 'trim(who.email)', 'session.String(who.email)'],
  ])('not %s', (value) =>
    expect(whose(mine(value, me, '', `import { hash, other, trim, session } from '@/lib/other';`))).toBe('nobody'),
  );

  test('of two values, the less sure one decides', () => {
    expect(whose(mine('(ok ? me : currentUser).email', '', '{ ok, me, currentUser }'))).toBe('user/likely');
    expect(whose(mine('(ok ? me : user).email', '', '{ ok, me, user }'))).toBe('user/possible');
    expect(whose(mine('(ok ? user : me).email', '', '{ ok, me, user }'))).toBe('user/possible');
    expect(whose(mine('(ok ? me : who).email', '', '{ ok, me, who }'))).toBe('nobody');
    expect(whose(mine('(ok ? who : me).email', '', '{ ok, me, who }'))).toBe('nobody');
  });
});

describe('a helper of the file', () => {
  test('gives the user back, or somebody else', () => {
    expect(whose(mine('who.email', 'const who = pick();', '', 'const pick = () => useAuth();'))).toBe('user/likely');
    expect(whose(mine('who.email', 'const who = pick();', '', 'const pick = () => other;'))).toBe('nobody');
    expect(whose(mine('who.email', 'const who = pick();', '', 'function pick() {}'))).toBe('nobody');
  });

  test('that calls itself gives nobody', () => {
    expect(whose(mine('who.email', 'const who = pick();', '', 'const pick = () => pick();'))).toBe('nobody');
  });

  const handed = (...calls: readonly string[]) =>
    page(`async function pick(me) { const orders = await base44.entities.Order.list(); return orders.filter((o) => o.owner_email === me.email); }
export const load = async (person, user) => { const who = useAuth(); ${calls.join(' ')} };`);

  test.each([
    ['the user', ['pick(who);'], 'user/likely'],
    ['somebody, whatever the parameter is called', ['pick(person);'], 'nobody'],
    ['the user and somebody', ['pick(who);', 'pick(person);'], 'nobody'],
    ['somebody and the user', ['pick(person);', 'pick(who);'], 'nobody'],
    ['the user and nothing', ['pick(who);', 'pick();'], 'user/likely'],
    ['nothing', ['pick();'], 'nobody'],
    ['the user, and somebody who may be it', ['pick(who);', 'pick(user);'], 'user/possible'],
    ['nothing in sight, where nobody calls it', [], 'user/likely'],
  ])('is handed %s', (_, calls, expected) => expect(whose(handed(...calls))).toBe(expected));
});

describe('what `auth.me()` gives', () => {
  test.each([
    ['in a query', 'const { data: who } = useQuery({ queryFn: () => base44.auth.me() });', 'user/likely'],
    ['in a query, by a helper', 'const { data: who } = useQuery({ queryKey: [1], queryFn: load });', 'user/likely'],
    [
      'in a state',
      'const [who, setWho] = useState(null); useEffect(() => { base44.auth.me().then(setWho); }, []);',
      'user/likely',
    ],
    ['not in another query', 'const { data: who } = useQuery({ queryFn: () => fetchPerson(id) });', 'nobody'],
    ['not in a query of which nothing is known', 'const { data: who } = useQuery();', 'nobody'],
    ['not in a query without a function', "const { data: who } = useQuery({ queryKey: ['me'] });", 'nobody'],
    ['not in a query whose options are elsewhere', 'const { data: who } = useQuery(options);', 'nobody'],
    ['not in a query whose function is elsewhere', 'const { data: who } = useQuery({ queryFn: remote });', 'nobody'],
    [
      'not under another name of the result',
      'const { error: who } = useQuery({ queryFn: () => base44.auth.me() });',
      'nobody',
    ],
    [
      'not in a state that holds something else',
      'const [who, setWho] = useState(null); useEffect(() => { base44.auth.isAuthenticated().then(setWho); }, []);',
      'nobody',
    ],
    ...['selectedUser', 'chosenUser', 'filterUser', 'draftUser', 'editUser'].map((name): [string, string, string] => [
      `not in the state ${name}, which is a choice`,
      `const [${name}, setIt] = useState(null); const who = ${name}; useEffect(() => { base44.auth.me().then(setIt); }, []);`,
      'nobody',
    ]),
  ])('%s', (_, before, expected) =>
    expect(
      whose(
        mine(
          'who.email',
          before,
          '',
          `import { fetchPerson, remote, options } from '@/lib/people';\nconst load = async () => base44.auth.me();`,
        ),
      ),
    ).toBe(expected),
  );

  test('not what other calls of the SDK give', () => {
    expect(whose(mine('who.email', 'const who = base44.auth.isAuthenticated();'))).toBe('nobody');
    expect(whose(mine('who.email', "const who = base44.functions.invoke('who');"))).toBe('nobody');
  });
});

describe('the advice names what the rule has to compare', () => {
  const advice = (sample: Sample) => run(rule, sample)[0]?.advice;

  test.each([
    ['the address', mine('me.email', '', '{ me }'), '`data.owner_email` with `{{user.email}}`,'],
    ['the id', mine('me.id', '', '{ me }'), '`data.owner_email` with `{{user.id}}`,'],
    ['a field of the user', ours('me.org_id', '', '{ me }'), '`data.org_id` with `{{user.data.org_id}}`,'],
    ['the user as a whole', mine('me', '', '{ me }'), "`data.owner_email` with a field of the user's own record,"],
    ['the tenant', ours('currentOrg.id', '', '{ currentOrg }'), "`data.org_id` with a field of the user's own record,"],
    ['a built-in field', mine('me.email', '', '{ me }', '', 'created_by'), '`created_by` with `{{user.email}}`,'],
  ])('%s', (_, sample, words) => expect(advice(sample)).toContain(`compare ${words}`));
});
