import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Admin.jsx'): Sample => ({ file, code });
const guard = (test: string): Sample =>
  page(`import { useAuth } from '@/lib/AuthContext';
export default function Admin() {
  const { user } = useAuth();
  if (${test}) return null;
  return <Panel />;
}`);

describe('e-mail addresses that decide in the browser', () => {
  test('are drawn at the first comparison, the others are evidence', () => {
    const code = `import { useAuth } from '@/lib/AuthContext';
const ADMINS = ['owner@shop.com', 'boss@shop.com'];
export default function Admin() {
  const { user } = useAuth();
  const isAdmin = ADMINS.includes(user?.email?.toLowerCase());
  const isOwner = user?.email === 'owner@shop.com';
  return isAdmin || isOwner ? <Panel /> : null;
}`;
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  5 |   const isAdmin = ADMINS.includes(user?.email?.toLowerCase());
          |                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely The code in the browser decides by a list of e-mail addresses who may go on, so every visitor can read whom to imitate, and skip the check in the developer tools.
          advice: Give these users a role (\`admin\`, or a field that only admins can write), and ask for it in the entity rules and in the backend functions; in the browser it only decides what is shown.
          evidence: src/pages/Admin.jsx: asks for addresses as well"
    `);
  });

  test.each([
    ['who is not on the list leaves', guard("!['owner@shop.com'].includes(user.email)")],
    ['who is not the owner leaves', guard("user?.email !== 'owner@shop.com'")],
    [
      'by the answer of the SDK',
      page("const me = await base44.auth.me();\nconst canEdit = me.email === 'owner@shop.com';"),
    ],
    [
      'in TypeScript, with a set',
      page(
        "const OWNER_EMAILS = new Set<string>(['owner@shop.com']);\nexport const check = (session: Session) => OWNER_EMAILS.has(session.user!.email);",
        'src/lib/access.ts',
      ),
    ],
    [
      'in a helper, with the address in a constant',
      page(
        "const SUPER_ADMIN_EMAIL = 'owner@shop.com';\nexport function isSuperAdmin(user) {\n  return user.email === SUPER_ADMIN_EMAIL || user.role === 'admin';\n}",
        'src/lib/access.js',
      ),
    ],
    [
      'in a state',
      page(
        "import { useState } from 'react';\nconst [who, setWho] = useState(null);\nconst isAdmin = who?.email === 'owner@shop.com';",
      ),
    ],
  ])('%s', (_, sample) => {
    expect(run(rule, sample)).toMatchObject([{ severity: 'medium', confidence: 'likely' }]);
  });

  test('are a hint where nothing says that they decide about access', () => {
    const code = "const { user } = useAuth();\nconst theme = user.email === 'owner@shop.com' ? 'gold' : 'plain';";
    expect(run(rule, page(`import { useAuth } from '@/lib/AuthContext';\n${code}`))).toMatchObject([
      { severity: 'low', confidence: 'possible' },
    ]);
  });

  test('are a hint where they leave out an entry of a menu', () => {
    const menu = (method: string) =>
      `import { useAuth } from '@/lib/AuthContext';\nconst { user } = useAuth();\nconst shown = items.${method}((item) => {\n  if (item.internal && user?.email !== 'owner@shop.com') return false;\n  return true;\n});`;
    expect(run(rule, page(menu('filter')))).toMatchObject([{ severity: 'low', confidence: 'possible' }]);
  });

  test.each([
    ['the address of a row', page("const mine = leads.filter((lead) => lead.email === 'owner@shop.com');")],
    ['a row called user', page("const admins = users.filter((user) => user.email === 'owner@shop.com');")],
    [
      'a constant that holds no address',
      page('const ADMIN_EMAIL = config.email;\nconst isAdmin = (user) => user.email === ADMIN_EMAIL;'),
    ],
    ['an element called user', page("const owner = rows.find((user) => user.email === 'owner@shop.com');")],
    ['an address that was entered', page("if (form.email === 'owner@shop.com') warn();")],
    ['the account of a demonstration', guard("user.email === 'demo@shop.com'")],
    ['a list of roles', guard("!['admin', 'editor'].includes(user.role)")],
    ['a role', guard("user.role !== 'admin'")],
  ])('silent: %s', (_, sample) => expectClean(rule, sample));

  test('silent in a backend function, where the answer of the SDK can be trusted', () => {
    const code = "const user = await base44.auth.me();\nif (user.email !== 'owner@shop.com') throw new Error('no');";
    expectClean(rule, { file: 'base44/functions/report/entry.ts', code });
  });
});

describe('whose address is asked for', () => {
  const asks = (who: string, before = '') =>
    run(rule, page(`${before}\nconst isAdmin = ${who} === 'owner@shop.com';`)).length;
  const hook = "import { useAuth, useThing } from '@/lib/auth';\n";

  test.each([
    ['useAuth().email', hook],
    ['useAuth().user.email', hook],
    ['useAuth().currentUser.user_email', hook],
    ['useAuth().profile.e_mail', hook],
    ['useAuth().session.Email', hook],
    ['(await base44.auth.me()).email.trim()', "import { base44 } from '@/api/base44Client';\n"],
    ['useAuth().email.toLocaleLowerCase()', hook],
    ['useAuth().data.email', hook],
    ['useAuth()[0].email', hook],
    ['(useAuth().account || useAuth().identity).email', hook],
  ])('%s is that of who is signed in', (who, before) => {
    expect(asks(who, before)).toBe(1);
  });

  test.each([
    ['useThing().email', hook],
    ['useThing().lead.email', hook],
    ['useAuth().lead.email', hook],
    ['useAuth().user.address', hook],
    ['useAuth().user.email.slice(1)', hook],
    ['useAuth().user.email.domain', hook],
    ['useThing()[0].email', hook],
    ['useThing().data.email', hook],
  ])('%s is not', (who, before) => expect(asks(who, before)).toBe(0));

  test('a parameter is by its name', () => {
    const by = (param: string) =>
      run(rule, page(`export const isAdmin = (${param}) => ${param}.email === 'owner@shop.com';`)).length;
    expect(['user', 'currentUser', 'me', 'account', 'session'].map(by)).toEqual([1, 1, 1, 1, 1]);
    expect(['row', 'users', 'member', 'lead'].map(by)).toEqual([0, 0, 0, 0]);
  });
});

describe('what the list and the answer are called', () => {
  const verdict = (code: string) =>
    run(rule, page(`import { useAuth } from '@/lib/auth';\nconst { user } = useAuth();\n${code}`)).map(
      ({ severity, confidence }) => `${severity}/${confidence}`,
    );

  test.each([
    'canEdit',
    'isOwner',
    'isAllowed',
    'hasAccess',
    'mayPass',
    'isStaff',
    'is_dev',
    'bypassPaywall',
    'isRoot',
  ])('%s decides', (name) =>
    expect(verdict(`const ${name} = user.email === 'owner@shop.com';`)).toEqual(['medium/likely']),
  );

  test.each(['ADMIN_EMAILS', 'WHITELIST', 'managers'])('a list called %s decides', (name) =>
    expect(
      verdict(`const ${name} = ['a@shop.com', 'b@shop.com'];\nconst gold = ${name}.includes(user.email);`),
    ).toEqual(['medium/likely']),
  );

  test.each(['theme', 'candle', 'mayor', 'accessory', 'greeting'])('%s does not', (name) =>
    expect(verdict(`const ${name} = user.email === 'owner@shop.com';`)).toEqual(['low/possible']),
  );

  test('a list of demonstrations and one real address counts', () => {
    expect(verdict("const isAdmin = ['demo@shop.com', 'a@shop.com'].includes(user.email);")).toEqual(['medium/likely']);
    expect(verdict("const isAdmin = ['demo@shop.com', 'a@example.com'].includes(user.email);")).toEqual([]);
    expect(verdict("const isAdmin = ['a@shop.com', 'nobody'].includes(user.email);")).toEqual([]);
    expect(verdict("const isAdmin = user.email === 'me@shop.test';")).toEqual([]);
    expect(verdict("const isAdmin = user.email === 'shop@localhost';")).toEqual([]);
  });

  test('who decides about access carries the finding, and one address is called so', () => {
    const code =
      "import { useAuth } from '@/lib/auth';\nconst { user } = useAuth();\nconst theme = user.email === 'a@shop.com';\nconst isAdmin = user.email === 'b@shop.com';";
    const [finding, ...others] = run(rule, page(code));
    expect(others).toEqual([]);
    expect(code.slice(finding!.span.start, finding!.span.end)).toBe("user.email === 'b@shop.com'");
    expect(finding!.message).toMatch(/^The code in the browser decides by an e-mail address who may go on/);
    expect(finding!.evidence.map((at) => code.slice(at.start, at.end))).toEqual(["user.email === 'a@shop.com'"]);
  });

  test('only who is not on the list and leaves is kept out', () => {
    const guardOf = (operator: string, then: string) =>
      verdict(`export function Page() {\n  if (user.email ${operator} 'a@shop.com') ${then};\n  return 1;\n}`);
    expect(guardOf('!==', 'return null')).toEqual(['medium/likely']);
    expect(guardOf('!==', 'track()')).toEqual(['low/possible']);
    expect(guardOf('===', 'return null')).toEqual(['low/possible']);
  });
});

describe('a password from the files of the app', () => {
  test('is drawn where it is compared', () => {
    const code = 'const open = (input) => input === import.meta.env.VITE_ADMIN_PASSWORD;';
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  1 | const open = (input) => input === import.meta.env.VITE_ADMIN_PASSWORD;
          |                                   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] high/likely The browser compares what is entered with \`VITE_ADMIN_PASSWORD\`, which stands in the files of the app, so every visitor can read it, or skip the comparison.
          advice: Let people sign in, give them a role, and check it in entity rules and backend functions; a password that must be shared is compared in a backend function."
    `);
  });

  test.each([
    ['an access code', 'if (code !== import.meta.env.VITE_ACCESS_CODE) deny();', 1],
    ['a PIN', 'if (pin == import.meta.env.VITE_ADMIN_PIN) open();', 1],
    ['a mode', "if (import.meta.env.VITE_MODE === 'live') open();", 0],
    ['a password that is handed on', 'login(import.meta.env.VITE_ADMIN_PASSWORD);', 0],
  ])('%s', (_, code, count) => expect(run(rule, page(code))).toHaveLength(count));
});

describe('a stored flag that lets people past', () => {
  test('is drawn where it is set, as a possibility', () => {
    const code = "const unlock = (pin) => pin === secretPin && sessionStorage.setItem('adminUnlocked', 'true');";
    expect(squiggled(rule, page(code))).toMatchInlineSnapshot(`
      "  1 | const unlock = (pin) => pin === secretPin && sessionStorage.setItem('adminUnlocked', 'true');
          |                                              ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/possible \`adminUnlocked\` in sessionStorage lets people past a check, so anyone who sets it in the developer tools gets past it too.
          advice: Let entity rules and backend functions decide what this user may see and do; keep the flag for comfort only."
    `);
  });

  test.each([
    ['report_auth', "localStorage.setItem('report_auth', '1');", 1],
    ['isAdmin', "localStorage.setItem('isAdmin', true);", 1],
    ['loggedIn', "localStorage.setItem('loggedIn', 'yes');", 1],
    ['auth_tab', "localStorage.setItem('auth_tab', 'login');", 0],
    ['adminTourSeen', "localStorage.setItem('adminTourSeen', 'true');", 0],
    ['a flag that is taken back', "localStorage.setItem('isAdmin', 'false');", 0],
    ['a user', "localStorage.setItem('isAdmin', String(user.admin));", 0],
  ])('%s', (_, code, count) => expect(run(rule, page(code))).toHaveLength(count));

  test.each([
    'authenticated',
    'authorised',
    'unlocked',
    'superAdmin',
    'verified',
    'bypass',
    'logged_in',
    'adminAccess',
    'accessGranted',
    'hasAccess',
  ])('%s', (key) =>
    expect(run(rule, page(`localStorage.setItem('${key}', 'true');`)).length).toBe(key === 'accessGranted' ? 0 : 1),
  );

  test.each(['opted_in', 'mailAccess', 'adminName', 'auth_provider', 'unlocked_banner', 'admin_view'])(
    'silent: %s',
    (key) => expectClean(rule, page(`localStorage.setItem('${key}', 'true');`)),
  );

  test.each(["'1'", '1', "'ok'", "'granted'", "'YES'"])('set to %s', (value) =>
    expect(run(rule, page(`localStorage.setItem('isAdmin', ${value});`))).toHaveLength(1),
  );

  test.each(["'true2'", "'not ok'", '0'])('silent where it is set to %s', (value) =>
    expectClean(rule, page(`localStorage.setItem('isAdmin', ${value});`)),
  );

  test('is one finding for each flag', () => {
    const code =
      "localStorage.setItem('isAdmin', 'true');\nsessionStorage.setItem('isAdmin', 'true');\nlocalStorage.setItem('pinUnlocked', '1');";
    expect(run(rule, page(code)).map(({ message }) => message.slice(0, 29))).toEqual([
      '`isAdmin` in localStorage let',
      '`pinUnlocked` in localStorage',
    ]);
  });
});
