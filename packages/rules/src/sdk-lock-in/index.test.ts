import { expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled } from '../testing/index.js';
import { rule } from './index.js';

const sdk = "import { base44 } from '@/api/base44Client';\n";
const call = 'base44.entities.Task.list();\n';

test('one finding lies at the file with the most calls', () => {
  const sample = {
    file: 'src/pages/Tasks.jsx',
    code: `${sdk}${call}${call}base44.integrations.Core.InvokeLLM({ prompt });\nbase44.auth.me();`,
    files: { 'src/pages/Other.jsx': `${sdk}${call}`, 'src/api/tasks.js': `${sdk}${call}` },
  };
  expect(squiggled(rule, sample)).toMatchInlineSnapshot(`
    "  2 | base44.entities.Task.list();
        | ^~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

    [1] low/certain The app calls the platform at 6 places in 3 files, 5 of them in 2 files of the interface itself, and needs its language models and accounts.
        advice: Move the calls of pages and components into one folder of your own, such as \`src/api\`, so that a move changes one folder; each hosted feature needs a replacement.
        evidence: src/pages/Other.jsx: is the first of 1 here"
  `);
  expect(run(rule, sample)[0]!.evidence).toMatchObject([
    { file: 'src/pages/Other.jsx', note: 'is the first of 1 here' },
  ]);
});

test('an app with a data layer gets a note', () => {
  const sample = { file: 'src/api/tasks.ts', code: `${sdk}export const tasks = () => base44.entities.Task.list();` };
  expect(run(rule, sample)).toMatchObject([
    { severity: 'info', message: 'The app calls the platform at 1 place in 1 file.' },
  ]);
});

test('the option names the layer', () => {
  const sample = { file: 'src/gateway/tasks.js', code: `${sdk}${call}` };
  expect(run(rule, sample)).toMatchObject([{ severity: 'low' }]);
  expect(run(rule, { ...sample, options: { dataLayer: ['gateway'] } })).toMatchObject([{ severity: 'info' }]);
});

test('functions have no layer to go through', () => {
  const code =
    "import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nDeno.serve(async (req) => Response.json(await createClientFromRequest(req).entities.Task.list()));";
  expect(run(rule, { file: 'base44/functions/tasks/entry.ts', code })).toMatchObject([{ severity: 'info' }]);
});

test.each([
  ['code without the platform', 'src/pages/Home.jsx', 'export default () => null;'],
  ['a script', 'scripts/seed.js', `${sdk}${call}`],
  [
    "a client of the app's own",
    'src/pages/Home.jsx',
    "import { createClient } from '@supabase/supabase-js';\nconst base44 = createClient(url, key);\nbase44.from('tasks').select();",
  ],
])('%s ties nothing', (_, file, code) => {
  expectClean(rule, { file, code });
  expect(runApp(rule, { file, code })).toEqual([]);
});

const functionOf = (body: string) =>
  `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nDeno.serve(async (req) => {\n  const base44 = createClientFromRequest(req);\n  ${body}\n  return new Response();\n});`;

test.each([
  ['base44.entities.Task.subscribe(console.log);', 'live records'],
  ["base44.integrations.Core.InvokeLLM({ prompt: 'a' });", 'language models'],
  ["base44.integrations.Core.GenerateImage({ prompt: 'a' });", 'image and speech models'],
  ['base44.integrations.Core.ExtractDataFromUploadedFile({ file_url });', 'reading of documents'],
  ['base44.integrations.Core.UploadFile({ file });', 'file storage'],
  ["base44.integrations.Core.SendEmail({ to: 'a' });", 'mail'],
  ["base44.integrations.custom.call('crm', 'get');", 'workspace integrations'],
  ["base44.agents.createConversation({ agent_name: 'a' });", 'agents'],
  ["base44.users.inviteUser('a@example.org', 'user');", 'invitations'],
  ['base44.auth.me();', 'accounts'],
  ["base44.functions.invoke('sync');", 'functions'],
])('%s needs %s', (code, feature) => {
  expect(run(rule, { file: 'src/api/tasks.js', code: `${sdk}${code}` })).toMatchObject([
    { message: `The app calls the platform at 1 place in 1 file, and needs its ${feature}.` },
  ]);
});

test('what the service role reaches counts alike, and each feature once, in a fixed order', () => {
  const code = functionOf(
    "await base44.asServiceRole.connectors.getAccessToken('slack');\n  await base44.asServiceRole.integrations.Core.SendEmail({ to: 'a' });\n  await base44.integrations.Core.SendEmail({ to: 'b' });\n  await base44.auth.me();",
  );
  expect(run(rule, { file: 'base44/functions/sync/entry.ts', code })).toMatchObject([
    { message: 'The app calls the platform at 4 places in 1 file, and needs its mail, connectors and accounts.' },
  ]);
});

test('records alone are no hosted feature that the message lists', () => {
  expect(run(rule, { file: 'src/pages/Tasks.jsx', code: `${sdk}${call}` })).toMatchObject([
    { message: 'The app calls the platform at 1 place in 1 file, 1 of them in 1 file of the interface itself.' },
  ]);
});

test.each([
  ['four of five calls', 4, 'info'],
  ['three of four calls', 3, 'low'],
])('%s in the layer', (_, inLayer, severity) => {
  const files = { 'src/api/tasks.js': `${sdk}${call.repeat(inLayer)}` };
  const [finding] = run(rule, { file: 'src/pages/Tasks.jsx', code: `${sdk}${call}`, files });
  expect(finding).toMatchObject({ severity, advice: expect.stringMatching(/^Move the calls of pages/) as string });
});

test('calls of functions say nothing about how scattered the pages are', () => {
  const files = { 'base44/functions/sync/entry.ts': functionOf(`${call.repeat(9)}`) };
  expect(runApp(rule, { file: 'src/pages/Tasks.jsx', code: `${sdk}${call}`, files })).toMatchObject([
    { file: 'src/pages/Tasks.jsx', severity: 'low', evidence: [] },
  ]);
});

test('where every call lies in the layer, it is kept so and the largest files are named first', () => {
  const files = {
    'src/api/a.js': `${sdk}${call}`,
    'src/api/b.js': `${sdk}${call.repeat(3)}`,
    'src/hooks/deep/c.js': `${sdk}${call.repeat(2)}`,
  };
  expect(runApp(rule, { file: 'src/api/z.js', code: `${sdk}${call.repeat(4)}`, files })).toMatchObject([
    {
      file: 'src/api/z.js',
      severity: 'info',
      confidence: 'certain',
      span: { start: sdk.length },
      advice:
        'Keep it so: a move changes the data layer and the functions only, and each hosted feature needs a replacement.',
      evidence: [
        { file: 'src/api/b.js', start: sdk.length, note: 'is the first of 3 here' },
        { file: 'src/hooks/deep/c.js', note: 'is the first of 2 here' },
        { file: 'src/api/a.js', note: 'is the first of 1 here' },
      ],
    },
  ]);
});

test('at most five further files are listed', () => {
  const files = Object.fromEntries([1, 2, 3, 4, 5, 6, 7].map((n) => [`src/pages/P${n}.jsx`, `${sdk}${call}`]));
  const [finding] = runApp(rule, { file: 'src/pages/Tasks.jsx', code: `${sdk}${call.repeat(2)}`, files });
  expect(finding!.evidence).toHaveLength(5);
});

test('a file named like the layer is not in it', () => {
  expect(run(rule, { file: 'src/api.js', code: `${sdk}${call}` })).toMatchObject([{ severity: 'low' }]);
});
