import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Admin.jsx'): Sample => ({
  file,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});

describe('the service role in the browser', () => {
  test('is drawn', () => {
    expect(squiggled(rule, page('export const load = () => base44.asServiceRole.entities.User.list();')))
      .toMatchInlineSnapshot(`
      "  2 | export const load = () => base44.asServiceRole.entities.User.list();
          |                           ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/certain In the browser \`asServiceRole\` has no token and throws, so \`User.list\` never runs and neither does what follows it.
          advice: Move this into a backend function that checks the caller before it uses \`asServiceRole\`, and call it with \`functions.invoke\`."
    `);
  });

  test('is clean with the client of the user', () => {
    expectClean(rule, page('export const load = () => base44.entities.User.list();'));
  });

  test.each([
    ['a write', 'export const save = (id) => base44.asServiceRole.entities.User.update(id, {});'],
    ['an alias', 'const sr = base44.asServiceRole;\nexport const load = () => sr.entities.User.list();'],
    [
      'an alias of the entities',
      'const { User } = base44.asServiceRole.entities;\nexport const load = () => User.list();',
    ],
    ['an integration', "export const ask = () => base44.asServiceRole.integrations.Core.InvokeLLM({ prompt: 'x' });"],
    ['a function', "export const run = () => base44.asServiceRole.functions.invoke('x');"],
    ['either of two', 'export const load = (all) => (all ? base44.asServiceRole : base44).entities.User.list();'],
    [
      'a parameter',
      'const all = (client) => client.entities.User.list();\nexport const load = () => all(base44.asServiceRole);',
    ],
  ])('%s', (_, code) => {
    expect(run(rule, page(code))).toMatchObject([{ severity: 'medium', confidence: 'certain' }]);
    expect(run(rule, page(code, 'src/lib/admin.ts'))).toHaveLength(1);
  });

  test('is told once for each function, because the first call throws', () => {
    const code = `export async function load() {
  const users = await base44.asServiceRole.entities.User.list();
  const orders = await base44.asServiceRole.entities.Order.list();
  return [users, orders];
}
export const other = () => base44.asServiceRole.entities.Order.list();`;
    expect(run(rule, page(code))).toHaveLength(2);
  });

  test('functions of one name are told apart', () => {
    const code = `export function Admin() {
  const users = useQuery({ queryFn: async () => base44.asServiceRole.entities.User.list() });
  const orders = useQuery({ queryFn: async () => base44.asServiceRole.entities.Order.list() });
  return null;
}`;
    expect(run(rule, page(code))).toHaveLength(2);
  });

  test('a client of unknown origin may hold a token', () => {
    const code = 'export const load = (client) => client.asServiceRole.entities.User.list();';
    expect(run(rule, { file: 'src/lib/admin.js', code })).toMatchObject([{ confidence: 'possible' }]);
  });
});

describe('a service token in the browser', () => {
  test('is critical', () => {
    const code = `import { createClient } from '@base44/sdk';
export const base44 = createClient({ appId: 'x', serviceToken: import.meta.env.VITE_SERVICE_TOKEN });`;
    expect(run(rule, { file: 'src/api/base44Client.js', code })).toMatchObject([
      { severity: 'critical', confidence: 'likely' },
    ]);
  });

  test.each([
    ['none', `createClient({ appId: 'x' })`],
    ['undefined', `createClient({ appId: 'x', serviceToken: undefined })`],
  ])('clean: %s', (_, call) =>
    expectClean(rule, {
      file: 'src/api/base44Client.js',
      code: `import { createClient } from '@base44/sdk';\nexport const base44 = ${call};`,
    }),
  );
});

describe('look-alikes', () => {
  test.each([
    ['a backend function', 'base44/functions/x/entry.ts'],
    ['a script', 'scripts/seed.js'],
    ['a test', 'src/lib/admin.test.js'],
  ])('%s', (_, file) => expectClean(rule, page('await base44.asServiceRole.entities.User.list();', file)));

  test.each([
    [
      'text on a page',
      'export const Docs = () => <code>{`base44.asServiceRole.entities.User.list()`}</code>; // base44.asServiceRole',
    ],
    [
      'another client',
      "import { createClient } from '@supabase/supabase-js';\nexport const db = createClient({ serviceToken: 'x' });",
    ],
    [
      'a look-alike of the app',
      'const shim = { asServiceRole: { entities: { User: { list: () => [] } } } };\nexport const load = () => shim.asServiceRole.entities.User.list();',
    ],
  ])('%s', (_, code) => expectClean(rule, { file: 'src/pages/Docs.jsx', code }));
});

describe('the sentence', () => {
  const only = (code: string) => {
    const [finding, ...others] = run(rule, page(code));
    expect(others).toEqual([]);
    return finding!;
  };

  test.each([
    ['base44.asServiceRole.entities.User.list();', '`User.list`'],
    ['base44.asServiceRole.entities[name].update(1, {});', '`entities.update`'],
    ["base44.asServiceRole.functions.invoke('x');", '`functions.invoke`'],
  ])('%s', (code, what) => {
    expect(only(code).message).toBe(
      `In the browser \`asServiceRole\` has no token and throws, so ${what} never runs and neither does what follows it.`,
    );
  });

  test('the first call by place is told, whatever it is', () => {
    const code =
      "export async function load() {\n  await base44.asServiceRole.functions.invoke('x');\n  await base44.asServiceRole.entities.User.list();\n}";
    expect(only(code).message).toContain('`functions.invoke`');
  });

  test('calls of the module itself are told one by one', () => {
    const code = 'base44.asServiceRole.entities.User.list();\nbase44.asServiceRole.entities.User.list();';
    expect(run(rule, page(code))).toHaveLength(2);
  });

  test('of two named functions the inner one counts', () => {
    const code = `export function Page() {
  const one = () => base44.asServiceRole.entities.User.list();
  const two = () => base44.asServiceRole.entities.User.list();
  return [one, two];
}`;
    expect(run(rule, page(code))).toHaveLength(2);
  });

  test('a client that some file of the app makes is known', () => {
    const code =
      "import { api } from '@/api/base44Client';\nexport const load = (client) => client.asServiceRole.entities.User.list();";
    expect(run(rule, { file: 'src/lib/admin.js', code })).toMatchObject([{ confidence: 'certain' }]);
  });

  test('the token is drawn with the whole client', () => {
    const code =
      "import { createClient } from '@base44/sdk';\nexport const base44 = createClient({ serviceToken: token });";
    expect(squiggled(rule, { file: 'src/api/base44Client.js', code })).toMatchInlineSnapshot(`
      "  2 | export const base44 = createClient({ serviceToken: token });
          |                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] critical/likely Everyone who opens the page gets the service token that this client is made with, and with it reads and writes all data past every rule.
          advice: Take the token out and renew it; do this work in a backend function with \`createClientFromRequest(req).asServiceRole\`."
    `);
  });

  test.each(['{ serviceToken: "" }', '{ serviceToken: null }', '{ token }', 'options', ''])(
    'no token: createClient(%s)',
    (args) =>
      expectClean(rule, {
        file: 'src/api/base44Client.js',
        code: `import { createClient } from '@base44/sdk';\nexport const base44 = createClient(${args});`,
      }),
  );

  test('another function of the SDK makes no client', () => {
    expectClean(rule, {
      file: 'src/api/base44Client.js',
      code: "import { createAxiosClient } from '@base44/sdk';\nexport const a = createAxiosClient({ serviceToken: 'x' });",
    });
  });
});
