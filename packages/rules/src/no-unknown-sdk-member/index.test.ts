import type { SdkVersion } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { appOf, viewOf } from '../testing/sample.js';
import { rule } from './index.js';

const page = (code: string, sample: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Tasks.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  ...sample,
});
const backend = (body: string, sdk: string): Sample => ({
  file: 'base44/functions/job/entry.ts',
  sdk,
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@${sdk}';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${body}
  return new Response();
});`,
});

/** Findings where the version of the zone is known in another way than by a lock file. */
function runWith(sample: Sample, sdk: SdkVersion) {
  const app = appOf(sample);
  return [...rule.checkCode!({ app, file: viewOf(sample, app), sdk, options: {} })];
}

describe('a member that no version has', () => {
  test('is drawn with what to write', () => {
    expect(squiggled(rule, page('const find = (id) => base44.entities.Task.findById(id);'))).toMatchInlineSnapshot(`
      "  2 | const find = (id) => base44.entities.Task.findById(id);
          |                                           ^~~~~~~~ [1]

      [1] medium/certain The SDK has no \`entities.findById\`, so this call throws and what follows it does not run.
          advice: Call \`entities.get\` instead.
          suggestion: Call \`get\`, which takes the same and gives back the same
              2 | const find = (id) => base44.entities.Task.get(id);"
    `);
  });

  test('is drawn without a rewrite where the call differs', () => {
    expect(squiggled(rule, page('export const clear = (ids) => base44.entities.Task.bulkDelete(ids);')))
      .toMatchInlineSnapshot(`
      "  2 | export const clear = (ids) => base44.entities.Task.bulkDelete(ids);
          |                                                    ^~~~~~~~~~ [1]

      [1] medium/certain The SDK has no \`entities.bulkDelete\`, so this call throws and what follows it does not run.
          advice: Call \`deleteMany({ id: { $in: ids } })\` instead."
    `);
  });

  test.each([
    ['entities.X.findOne', 'base44.entities.Task.findOne({ id });', 'filter(query, sort, 1)'],
    ['auth.getCurrentUser', 'base44.auth.getCurrentUser();', '`auth.me`'],
    ['auth.signup', "base44.auth.signup('a');", '`auth.register`'],
    ['agents.updateConversation', "base44.agents.updateConversation('a', {});", 'SDK reference'],
    ['auth.signOut', 'base44.auth.signOut();', '`auth.logout`'],
    ['auth.deleteAccount', 'base44.auth.deleteAccount();', 'SDK reference'],
    ['auth.setPassword', "base44.auth.setPassword('x');", '`auth.changePassword`'],
    ['agents.chat', "base44.agents.chat('x');", '`agents.addMessage(conversation, message)`'],
    ['integrations.search_web', "base44.integrations.search_web('x');", '`integrations.Core.InvokeLLM`'],
    ['a function as a member', 'base44.functions.sendReport({});', "`functions.invoke('sendReport', data)`"],
    ['a module', "base44.db.query('select 1');", 'SDK reference'],
    ['a slip', 'base44.auth.updateMee({});', '`auth.updateMe`'],
    [
      'a member of the auth module by the name User',
      'const User = base44.auth;\nUser.filter({});',
      '`base44.entities.User.filter(query)`',
    ],
  ])('%s', (_, code, advice) => {
    expect(run(rule, page(code))).toMatchObject([
      { severity: 'medium', confidence: 'certain', advice: expect.stringContaining(advice) },
    ]);
  });

  test('of the service role, called by its short name', () => {
    expect(run(rule, backend('await base44.asServiceRole.entities.Task.findOne({});', '0.8.31'))).toMatchObject([
      { message: 'The SDK has no `entities.findOne`, so this call throws and what follows it does not run.' },
    ]);
  });

  test('of the service role, though the user has it', () => {
    expect(
      run(rule, backend("await base44.asServiceRole.users.inviteUser('a@example.com', 'user');", '0.8.31')),
    ).toMatchObject([
      {
        message: expect.stringContaining('`asServiceRole.users`'),
        advice: 'Call `base44.users.inviteUser` without `asServiceRole` instead.',
      },
    ]);
  });

  test('of the service role and of nobody', () => {
    expect(run(rule, backend("await base44.asServiceRole.auth.updateUser('1', {});", '0.8.31'))).toMatchObject([
      {
        message: expect.stringContaining('no `auth.updateUser`'),
        advice: expect.stringContaining('`base44.entities.User.update(id, data)`'),
      },
    ]);
  });

  test('is only possible where nothing says which version runs', () => {
    const sdk = { version: null, source: 'none' } as const;
    expect(runWith(page("base44.db.query('x');"), sdk)).toMatchObject([{ confidence: 'possible' }]);
    expect(runWith(page('base44.entities.Task.findOne();'), sdk)).toMatchObject([{ confidence: 'likely' }]);
    expect(runWith(page('base44.entities.Task.count();'), sdk)).toEqual([]);
  });
});

describe('a member that a later version brought', () => {
  test('is drawn with that version', () => {
    expect(squiggled(rule, backend("base44.analytics.track({ eventName: 'sent' });", '0.8.6'))).toMatchInlineSnapshot(`
      "  4 |   base44.analytics.track({ eventName: 'sent' });
          |                    ^~~~~ [1]

      [1] medium/certain SDK 0.8.6, which the lock file installs, has no \`analytics\` yet, so this call throws and what follows it does not run.
          advice: \`analytics\` exists since SDK 0.8.9: raise \`@base44/sdk\` in \`package.json\` to that version or a later one."
    `);
  });

  test.each([
    ['count', '0.8.31', '0.8.49'],
    ['upsert', '0.8.22', '0.8.49'],
    ['updateMany', '0.8.6', '0.8.22'],
    ['subscribe', '0.8.6', '0.8.16'],
  ])('entities.%s in SDK %s: since %s', (method, sdk, since) => {
    const [finding] = run(rule, page(`base44.entities.Task.${method}({});`, { sdk }));
    expect(finding).toMatchObject({ severity: 'medium', confidence: 'certain' });
    expect(finding?.advice).toContain(`since SDK ${since}`);
  });

  test('may be there where only the lowest version is known', () => {
    const sdk = { version: '0.8.31', source: 'range' } as const;
    expect(runWith(page('base44.entities.Task.count();'), sdk)).toMatchObject([
      {
        severity: 'low',
        confidence: 'possible',
        message: expect.stringContaining('the lowest version that `package.json` allows'),
      },
    ]);
  });

  test('may be there in shared code, which runs with several versions', () => {
    const files = { 'base44/functions/job/entry.ts': backend('', '0.8.6').code };
    const code = 'export const total = (base44) => base44.asServiceRole.entities.Task.count();';
    expect(run(rule, { file: 'base44/shared/total.ts', code, files, sdk: '0.8.6' })).toMatchObject([
      { severity: 'low', confidence: 'possible' },
    ]);
  });
});

describe('a member that was taken away', () => {
  test('names the version and what replaced it', () => {
    expect(run(rule, page('base44.auth.login();'))).toMatchObject([
      {
        severity: 'medium',
        message: 'SDK 0.8.31 has no `auth.login` any more, so this call throws and what follows it does not run.',
        advice: 'Call `auth.redirectToLogin(nextUrl)` instead.',
      },
    ]);
  });
});

describe('is clean:', () => {
  test.each([
    ['a real member', 'base44.auth.me();\nbase44.entities.Task.deleteMany({ id: 1 });'],
    ['a member of this version', 'base44.entities.Task.updateMany({}, {});'],
    ['any integration', 'base44.integrations.Core.GenerateSpeech({});\nbase44.integrations.Maps.route({});'],
    [
      'a function of the SDK used otherwise',
      'const me = base44.auth.me.bind(base44.auth);\nbase44.auth.me().then(show);',
    ],
    ['a member that is asked for with ?.', 'base44.entities.Task.count?.();'],
    ['a member that is asked for in a condition', 'if (base44.entities.Task.count) base44.entities.Task.count();'],
    [
      'a member whose type is asked for',
      "if (typeof base44.auth.deleteAccount === 'function') base44.auth.deleteAccount();",
    ],
    ['a virtual module', "import { User } from '@/entities/User';\nUser.login();"],
    ['a function by a virtual module', "import { send } from '@/functions/send';\nsend();"],
    ['the API of the app, which may be its own', "import { User } from '@/api/entities';\nUser.updateMyUserData({});"],
    ['another client', "import { createClient } from '@supabase/supabase-js';\ncreateClient('', '').auth.signOut();"],
    ['a newer version than any known', 'base44.novelty.run();', '0.9.7'],
  ])('%s', (_, code, ...sdk) => {
    expectClean(rule, page(code, sdk[0] === undefined ? {} : { sdk: sdk[0] }));
  });

  test('a test', () => {
    expectClean(rule, page('base44.entities.Task.findOne();', { file: 'src/pages/Tasks.test.jsx' }));
  });

  test('an object of the app in the place of the client', () => {
    expectClean(rule, page('base44.entities = { Task: {} };\nbase44.entities.Task.findOne();'));
  });
});

test('in the scan, the file behind `@/api/entities` is in sight', () => {
  const code = "import { User } from '@/api/entities';\nUser.updateMyUserData({ theme: 'dark' });";
  const app = { used: { entities: [], functions: [] } };
  expect(run(rule, page(code, { app }))).toMatchObject([{ severity: 'medium' }]);
});

test('a condition that asks what a call gave back is no test of the member', () => {
  expect(run(rule, page('if (base44.entities.Task.findOne().done) base44.entities.Task.findOne();'))).toHaveLength(2);
});

describe('the sentence', () => {
  const page31 = (code: string, sdk = '0.8.31') => run(rule, page(code, { sdk }));
  const pin = (version: string): SdkVersion => ({ version, source: 'pin' });

  test.each<[string, SdkVersion, string, string]>([
    [
      'a pin',
      pin('0.8.31'),
      'SDK 0.8.31, which this function pins, has no `entities.count` yet, so this call throws and what follows it does not run.',
      '`entities.count` exists since SDK 0.8.49: raise the pin of the import to that version or a later one.',
    ],
    [
      'a range',
      { version: '0.8.31', source: 'range' },
      'SDK 0.8.31, the lowest version that `package.json` allows, has no `entities.count` yet, so this call throws where no newer one is installed.',
      '`entities.count` exists since SDK 0.8.49: raise `@base44/sdk` in `package.json` to that version or a later one.',
    ],
  ])('%s says which version runs', (_, sdk, message, advice) => {
    expect(runWith(backend('await base44.entities.Task.count();', '0.8.31'), sdk)).toMatchObject([
      { message, advice, suggestions: [] },
    ]);
  });

  test('shared code runs with the oldest pin', () => {
    const code = 'export const total = (base44) => base44.asServiceRole.entities.Task.count();';
    const files = { 'base44/functions/job/entry.ts': backend('', '0.8.31').code };
    expect(runWith({ file: 'base44/shared/total.ts', code, files }, pin('0.8.31'))).toMatchObject([
      { message: expect.stringContaining('SDK 0.8.31, the oldest that a function pins, has no') },
    ]);
  });

  test('the place that names the version is evidence', () => {
    const place = { file: 'package.json', start: 3, end: 9 };
    expect(runWith(page('base44.entities.Task.count();'), { ...pin('0.8.31'), place })).toMatchObject([
      { evidence: [{ ...place, note: 'names SDK 0.8.31' }] },
    ]);
    expect(runWith(page('base44.entities.Task.count();'), pin('0.8.31'))).toMatchObject([{ evidence: [] }]);
  });

  test.each([
    ['lock', 'certain'],
    ['pin', 'certain'],
    ['range', 'likely'],
    ['none', 'likely'],
  ] as const)('a made-up name with a version from %s is %s', (source, confidence) => {
    expect(runWith(page('base44.entities.Task.findOne();'), { version: '0.8.31', source })).toMatchObject([
      { confidence },
    ]);
  });

  test('a replacement that this version lacks is named with its first version', () => {
    expect(page31('base44.auth.updatePassword({});', '0.8.6')).toMatchObject([
      { advice: expect.stringMatching(/^Call `auth\.changePassword`( \(since SDK [\d.]+\))? instead\.$/) },
    ]);
    expect(page31('base44.entities.Task.bulkDelete([1]);', '0.8.6')).toMatchObject([
      { advice: expect.stringMatching(/^Call `deleteMany\(\{ id: \{ \$in: ids \} \}\)`.* instead\.$/) },
    ]);
  });

  test('a name of nothing known', () => {
    expect(page31('base44.db.query(1);')).toMatchObject([
      {
        message: 'The SDK has no `db`, so this call throws and what follows it does not run.',
        advice: 'Look the name up in the SDK reference, because it is none of the members of any version.',
        suggestions: [],
      },
    ]);
  });
});

describe('what to write instead', () => {
  const adviceFor = (code: string) => run(rule, page(code)).map(({ advice }) => advice);

  test.each([
    ['base44.entities.Task.findMany({});', 'Call `filter(query, sort, limit)` instead.'],
    ['base44.entities.Task.save({});', 'Call `update(id, data)` instead.'],
    ['base44.entities.Task.findOne({});', 'Take the first row of `filter(query, sort, 1)` instead.'],
    ['base44.auth.signIn();', 'Call `auth.redirectToLogin(nextUrl)` instead.'],
    ['base44.auth.forgotPassword();', 'Call `auth.resetPasswordRequest` instead.'],
    ['base44.auth.list();', 'Call `base44.entities.User.list()` instead.'],
    ['base44.auth.get(1);', 'Call `base44.entities.User.get(id)` instead.'],
    ['base44.auth.update({});', 'Call `auth.updateMe(data)` or `base44.entities.User.update(id, data)` instead.'],
    ['base44.agents.sendMessage(1);', 'Call `agents.addMessage` instead.'],
    ["base44.functions['send-report'](1);", "Call `functions.invoke('send-report', data)` instead."],
  ])('%s', (code, advice) => expect(adviceFor(code)).toEqual([advice]));

  test.each([
    ['entities.Task.getById(1)', 'get'],
    ['entities.Task.find({})', 'filter'],
    ['entities.Task.all()', 'list'],
    ['entities.Task.getAll()', 'list'],
    ['entities.Task.read(1)', 'get'],
    ['entities.Task.insert({})', 'create'],
    ['entities.Task.add({})', 'create'],
    ['entities.Task.remove(1)', 'delete'],
    ['entities.Task.destroy(1)', 'delete'],
    ['entities.Task.createMany([])', 'bulkCreate'],
    ['auth.loginWithRedirect()', 'redirectToLogin'],
    ['auth.currentUser()', 'me'],
    ['auth.getUser()', 'me'],
    ['auth.user()', 'me'],
    ['auth.signOut()', 'logout'],
    ['auth.updateMyUserData({})', 'updateMe'],
    ['auth.updateProfile({})', 'updateMe'],
    ["functions.call('a')", 'invoke'],
    ["functions.run('a')", 'invoke'],
    ["functions.execute('a')", 'invoke'],
  ])('%s is rewritten to %s', (call, name) => {
    const [finding] = run(rule, page(`base44.${call};`));
    expect(finding!.suggestions).toMatchObject([
      { title: `Call \`${name}\`, which takes the same and gives back the same`, edits: [{ text: name }] },
    ]);
  });

  test('nothing is rewritten where the name stands in brackets or behind an alias', () => {
    expect(run(rule, page("base44.entities.Task['findById'](1);"))[0]!.suggestions).toEqual([]);
    expect(
      run(rule, page('const { findById } = base44.entities.Task;\nfindById(1);')).flatMap((one) => one.suggestions),
    ).toEqual([]);
  });

  test('a slip in a member of another object is not corrected to that of this one', () => {
    expect(adviceFor('base44.auth.invoke(1);')).toEqual([
      'Look the name up in the SDK reference, because it is none of the members of any version.',
    ]);
  });

  test('a slip in the name of a module', () => {
    expect(adviceFor('base44.agent.getConversation(1);')).toEqual(['Call `agents` instead.']);
  });
});

describe('a test of the member elsewhere in the file', () => {
  test.each([
    ['another member that begins alike', 'const a = base44.auth.meAndMine;\nbase44.auth.meAnd();', 1],
    ['a longer call', 'base44.auth.whoami(1);\nbase44.auth.whoami(2);', 2],
    ['a name handed on', 'const ask = base44.auth.whoami;\nbase44.auth.whoami(2);', 0],
    ['an optional call elsewhere', 'base44.auth.whoami?.(1);\nbase44.auth.whoami(2);', 1],
    ['in brackets, called', "base44.auth['whoami'](2);", 1],
    ['in brackets, asked for', "if (base44.auth['whoami']) base44.auth['whoami'](2);", 0],
    ['in brackets, called if there', "base44.auth['whoami']?.(2);", 0],
    ['the end of the file', 'base44.auth.whoami(2);\nbase44.auth.whoami', 0],
  ])('%s', (_, code, count) => {
    const found = run(rule, page(code)).filter(({ message }) => /whoami|meAnd`/.test(message));
    expect(found).toHaveLength(count);
  });
});
