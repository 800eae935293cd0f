import { recogniseText, viewFiles } from '@base44-lint/model';
import { expect, test } from 'vitest';
import { checkFile } from '../check.js';
import { appOf } from '../testing/sample.js';
import { rule } from './index.js';

const page = 'src/pages/Tips.jsx';
const entry = 'base44/functions/tip/entry.ts';
const tip = (body: string) =>
  `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  const user = await base44.auth.me();
  if (!user) return new Response(null, { status: 401 });
  ${body}
  return new Response('ok');
});`;
const ask = 'await base44.integrations.Core.InvokeLLM({});';

/** Findings in the page of an app that is seen as a whole, as the scanner does. */
function find(code: string, body = ask) {
  const files = { [page]: `import { base44 } from '@/api/base44Client';\n${code}`, [entry]: tip(body) };
  const app = appOf({ file: page, code: files[page], files });
  const inputs = Object.entries(files).map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  const view = viewFiles(inputs, app, { resolveImport: () => null }).find(({ file }) => file === page)!;
  return checkFile({ app, file: view, sdk: app.sdk, rules: [rule], settings: app.settings });
}

const invoke = "base44.functions.invoke('tip')";

test('a function that a loop calls is followed to what it spends', () => {
  expect(find(`export const all = (rows) => Promise.all(rows.map(() => ${invoke}));`)).toMatchObject([
    {
      severity: 'medium',
      confidence: 'likely',
      message:
        'Every element of this list calls the function `tip`, which makes an AI request (`InvokeLLM`) and so spends integration credits.',
      evidence: [{ file: entry, note: 'spends the credits' }],
    },
  ]);
});

test.each([
  ['an effect', `useEffect(() => { ${invoke}; }, [item]);`, ask, ['medium likely']],
  [
    'a helper in an effect',
    `const load = () => ${invoke};\nuseEffect(() => { load(); }, [item]);`,
    ask,
    ['medium likely'],
  ],
  [
    'an effect, for one of several actions',
    `useEffect(() => { ${invoke}; }, []);`,
    `if (action === 'ask') ${ask}`,
    ['low possible'],
  ],
  ['an interval', `setInterval(() => ${invoke}, 5000);`, ask, ['high likely']],
  ['a button', `const a = <button onClick={() => ${invoke}} />;`, ask, []],
  ['a loop around a free function', `rows.map(() => ${invoke});`, 'await base44.entities.Task.list();', []],
])('%s', (_, code, body, expected) =>
  expect(find(code, body).map(({ severity, confidence }) => `${severity} ${confidence}`)).toEqual(expected),
);

test('a helper is told for each file that repeats it', () => {
  const helper = 'src/lib/ask.js';
  const files = {
    [helper]: `import { base44 } from '@/api/base44Client';\nexport const ask = () => base44.integrations.Core.InvokeLLM({});`,
    'src/a.jsx': `import { ask } from './lib/ask.js';\nuseEffect(() => { ask(); }, []);`,
    'src/b.jsx': `import { ask } from './lib/ask.js';\nexport const all = (rows) => rows.map(() => ask());`,
  };
  const app = appOf({ file: helper, code: files[helper], files });
  const inputs = Object.entries(files).map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  const value = inputs[0]!.facts.exports[0]!.value;
  const resolveImport = (_file: string, from: string) =>
    from.endsWith('ask.js') ? { file: helper, term: value } : null;
  const view = viewFiles(inputs, app, { resolveImport }).find(({ file }) => file === helper)!;
  const found = checkFile({ app, file: view, sdk: app.sdk, rules: [rule], settings: app.settings });
  expect(found.map(({ evidence }) => evidence[0]!.file).sort()).toEqual(['src/a.jsx', 'src/b.jsx']);
});

test.each([
  [
    'surely',
    ask,
    'Every time this component is shown, it calls the function `tip`, which makes an AI request (`InvokeLLM`) and so spends integration credits.',
  ],
  [
    'for some',
    `if (action === 'ask') ${ask}`,
    'Every time this component is shown, it calls the function `tip`, which may make an AI request (`InvokeLLM`) and so spend integration credits.',
  ],
  [
    'several things',
    `${ask}\n  await base44.integrations.Core.GenerateVideo({});`,
    'Every time this component is shown, it calls the function `tip`, which generates a video (`GenerateVideo`) and so spends integration credits.',
  ],
])('a function that spends %s', (_, body, message) =>
  expect(find(`useEffect(() => { ${invoke}; }, []);`, body)).toMatchObject([{ message }]),
);
