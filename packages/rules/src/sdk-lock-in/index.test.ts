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
