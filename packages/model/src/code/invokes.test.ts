import { describe, expect, test } from 'vitest';
import { loadApp } from '../app/load.js';
import { treeOf } from '../app/tree.js';
import { componentsOf } from './components.js';
import { recogniseText } from './recognise.js';
import { linkOf } from './testing/view.js';
import type { Invocation } from './view.js';
import { viewFiles } from './views.js';

type Files = Readonly<Record<string, string>>;

const page = 'src/pages/Page.jsx';
const sdk = `import { base44 } from '@/api/base44Client';\n`;
const invoke = `${sdk}base44.functions.invoke('job', {});`;
const serve = (body: string, before = '') =>
  `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n${before}\nDeno.serve(async (req) => {\n  const base44 = createClientFromRequest(req);\n  ${body}\n  return new Response('ok');\n});`;
const ask = 'await base44.integrations.Core.InvokeLLM({ prompt });';

function invocations(files: Files, linked = true): readonly Invocation[] {
  const app = loadApp(treeOf({ 'base44/config.jsonc': '{}', ...files }), '');
  const inputs = Object.entries(files).map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  const views = viewFiles(
    inputs,
    app,
    linked ? linkOf(new Map(inputs.map(({ facts }) => [facts.file, facts]))) : undefined,
  );
  return views.find(({ file }) => file === page)?.invocations ?? [];
}

/** What the invocations of the page reach, each as `call [repeated] [conditions] [via functions]`. */
function reached(files: Files): string[] {
  return invocations(files).flatMap(({ reached: all }) =>
    all.map(({ call, repeated, conditions, functions }) =>
      [
        'member' in call ? call.member : `${call.entity.name}.${call.method}`,
        ...(repeated ? ['repeated'] : []),
        ...conditions,
        functions.join('>'),
      ].join(' '),
    ),
  );
}

const job = 'base44/functions/job/entry.ts';

describe('what a backend function reaches', () => {
  test.each<[string, Record<string, string>, ...string[]]>([
    [
      'its own calls',
      { [job]: serve(`${ask} await base44.entities.Task.list();`) },
      'Task.list job',
      'integrations.Core.InvokeLLM job',
    ],
    [
      'a call in a loop',
      { [job]: serve(`for (const row of rows) { ${ask} }`) },
      'integrations.Core.InvokeLLM repeated job',
    ],
    [
      'a call under a condition',
      { [job]: serve(`if (body.action === 'ask') { ${ask} }`) },
      'integrations.Core.InvokeLLM case job',
    ],
    [
      'a call in a helper that a loop calls',
      { [job]: serve('for (const row of rows) await one(base44, row);', `async function one(base44, row) { ${ask} }`) },
      'integrations.Core.InvokeLLM repeated job',
    ],
    [
      'a call in a helper of another file',
      {
        [job]: serve('await one(base44);', `import { one } from './one.ts';`),
        'base44/functions/job/one.ts': `export async function one(base44) { ${ask} }`,
      },
      'integrations.Core.InvokeLLM job',
    ],
    [
      'a call in a handler of another file',
      {
        [job]: `import { handler } from './handler.ts';\nDeno.serve(handler);`,
        'base44/functions/job/handler.ts': `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nexport const handler = async (req) => { const base44 = createClientFromRequest(req); ${ask} };`,
      },
      'integrations.Core.InvokeLLM job',
    ],
    [
      'a call in a wrapped handler',
      {
        [job]: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nDeno.serve(withCors(async (req) => { const base44 = createClientFromRequest(req); ${ask} }));`,
      },
      'integrations.Core.InvokeLLM job',
    ],
    [
      'a call of a default export',
      {
        [job]: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\nexport default async function (req) { const base44 = createClientFromRequest(req); ${ask} }`,
      },
      'integrations.Core.InvokeLLM job',
    ],
    [
      'a call in a timeout',
      { [job]: serve(`setTimeout(async () => { ${ask} }, 10);`) },
      'integrations.Core.InvokeLLM job',
    ],
    [
      'a call in a further function',
      {
        [job]: serve(`for (const id of ids) await base44.functions.invoke('next', { id });`),
        'base44/functions/next/entry.ts': serve(ask),
      },
      'integrations.Core.InvokeLLM repeated job>next',
    ],
    [
      'a call in a function that visits a tree',
      {
        [job]: serve(
          'await visit(base44, tree);',
          `async function visit(base44, node) { ${ask} for (const child of node.children) await visit(base44, child); }`,
        ),
      },
      'integrations.Core.InvokeLLM repeated job',
    ],
    [
      'a call in a further function, also where functions call each other',
      {
        [job]: serve(`await base44.functions.invoke('next', {});`),
        'base44/functions/next/entry.ts': serve(
          `for (const row of rows) { ${ask} } await base44.functions.invoke('job', {});`,
        ),
      },
      'integrations.Core.InvokeLLM repeated job',
    ],
    [
      'a call in helpers that call each other',
      {
        [job]: serve(
          'await a(base44);',
          `async function a(base44) { if (more) await b(base44); } async function b(base44) { ${ask} await a(base44); }`,
        ),
      },
      'integrations.Core.InvokeLLM job',
    ],
    ['nothing that it does not call', { [job]: serve('', `export async function unused(base44) { ${ask} }`) }],
    ['nothing of a function that is not exported', { 'base44/functions/other/entry.ts': serve(ask) }],
  ])('%s', (_, files, ...expected) => expect(reached({ [page]: invoke, ...files }).sort()).toEqual(expected));

  test('the place of the invocation stands first on the way', () => {
    const [{ reached: all } = { reached: [] }] = invocations({
      [page]: invoke,
      [job]: serve('one();', `const one = () => { base44.integrations.Core.InvokeLLM({}); };`),
    });
    expect(all[0]?.through.map(({ file }) => file)).toEqual([page, job]);
  });
});

describe('which functions an invocation calls', () => {
  test.each([
    ['invoke', `base44.functions.invoke('job')`, ['job']],
    ['fetch with a path', `base44.functions.fetch('/job/more?x=1')`, ['job']],
    ['a module of the Vite plugin', `import { job } from '@/functions/job'; job({})`, ['job']],
    ['one of two', `base44.functions.invoke(open ? 'job' : 'next')`, ['job', 'next']],
    ['a name that nobody knows', `base44.functions.invoke(name)`, []],
    ['a name that is not in the export', `base44.functions.invoke('gone')`, []],
  ])('%s', (_, code, expected) => {
    const files = { [page]: sdk + code, [job]: serve(ask), 'base44/functions/next/entry.ts': serve('') };
    expect(invocations(files)).toMatchObject([{ functions: expected }]);
  });

  test('nobody knows from one file', () => {
    expect(invocations({ [page]: invoke, [job]: serve(ask) }, false)).toEqual([]);
  });
});

test('of more calls than are kept those that cost something come first', () => {
  const reads = Array.from({ length: 80 }, (_, i) => `await base44.entities.T${i}.list();`).join(' ');
  const files = {
    [page]: invoke,
    [job]: serve(`await run(base44);`, `async function run(base44) { ${reads} ${ask} }`),
  };
  const all = reached(files);
  expect(all).toHaveLength(64);
  expect(all).toContain('integrations.Core.InvokeLLM job');
});

test('many functions that call each other are followed in linear time', () => {
  const helpers = (count: number) =>
    Array.from(
      { length: count },
      (_, i) =>
        `async function h${i}(base44) { ${ask} await h${(i + 1) % count}(base44); await h${(i * 7) % count}(base44); }`,
    );
  const cost = (count: number) => {
    const files = { [page]: invoke, [job]: serve('await h0(base44);', helpers(count).join('\n')) };
    const started = performance.now();
    expect(reached(files).length).toBe(Math.min(count, 64));
    return performance.now() - started;
  };
  cost(50);
  expect(cost(2_000)).toBeLessThan(20_000);
});

test('components come before those that lead to them', () => {
  const edges: readonly (readonly number[])[] = [[1], [2], [0, 3], [4], [], [4, 5]];
  expect(componentsOf(6, (node) => edges[node]!).map((one) => [...one].sort())).toEqual([[4], [3], [0, 1, 2], [5]]);
  const chain = 100_000;
  expect(componentsOf(chain, (node) => (node + 1 < chain ? [node + 1] : []))).toHaveLength(chain);
});
