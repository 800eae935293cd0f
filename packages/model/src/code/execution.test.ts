import { describe, expect, test } from 'vitest';
import { BACKEND, callOf } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\n`;
const list = `base44.entities.Task.list()`;

/** Triggers on the way out: the kind, with dependencies or milliseconds where they are known. */
function triggersOf(code: string, file?: string): string[] {
  return callOf(client + code, file).execution.triggers.map(({ kind, deps, everyMs }) =>
    [kind, ...(deps ? [deps] : []), ...(everyMs ? [everyMs] : [])].join(' '),
  );
}

describe('what starts a call', () => {
  const rows: readonly (readonly [name: string, code: string, ...triggers: string[]])[] = [
    ['top level', `const rows = await ${list};`, 'top'],
    ['effect without dependencies', `useEffect(() => { ${list}.then(setRows); });`, 'effect none'],
    ['effect on mount', `useEffect(() => { ${list}.then(setRows); }, []);`, 'effect empty'],
    ['effect with dependencies', `React.useEffect(() => { ${list}.then(setRows); }, [id]);`, 'effect some'],
    [
      'effect through a function inside',
      `useEffect(() => { const load = async () => setRows(await ${list}); load(); }, []);`,
      'effect empty',
    ],
    [
      'effect through an IIFE',
      `useEffect(() => { (async () => { setRows(await ${list}); })(); }, [a]);`,
      'effect some',
    ],
    [
      'effect through a named function',
      `function Page() { const load = async () => setRows(await ${list}); useEffect(() => { load(); }, []); }`,
      'effect empty',
    ],
    [
      'effect through a callback hook',
      `function Page() { const load = useCallback(async () => setRows(await ${list}), []); useEffect(() => { load(); }, [load]); }`,
      'effect some',
    ],
    ['effect by name', `function Page() { const load = () => { ${list}; }; useEffect(load, []); }`, 'effect empty'],
    ['interval', `setInterval(() => ${list}, 3000);`, 'interval 3000'],
    [
      'interval by name',
      `const load = async () => setRows(await ${list}); setInterval(load, 5 * 60 * 1000);`,
      'interval 300000',
    ],
    ['interval of unknown length', `setInterval(() => ${list}, delay);`, 'interval'],
    [
      'interval inside an effect',
      `useEffect(() => { const t = setInterval(() => { ${list}; }, 1500); return () => clearInterval(t); }, []);`,
      'interval 1500',
    ],
    ['timeout', `setTimeout(() => ${list}, 10);`, 'timeout 10', 'top'],
    ['query', `useQuery({ queryKey: ['t'], queryFn: () => ${list} });`, 'query'],
    ['query by name', `const load = () => ${list}; useQuery({ queryKey: ['t'], queryFn: load });`, 'query'],
    ['query that polls', `useQuery({ queryKey: ['t'], queryFn: () => ${list}, refetchInterval: 5000 });`, 'query 5000'],
    [
      'query that polls on a condition',
      `useQuery({ queryFn: async () => { return ${list}; }, refetchInterval: open ? 8000 : false });`,
      'query 8000',
    ],
    [
      'query that polls by a constant',
      `const EVERY = 4 * 1000; useQuery({ queryFn: () => ${list}, refetchInterval: EVERY });`,
      'query 4000',
    ],
    [
      'query that polls as a function decides',
      `useQuery({ queryFn: () => ${list}, refetchInterval: (query) => (query.state.data ? 8000 : 1000) });`,
      'query',
    ],
    ['query by position', `useQuery(['t'], () => ${list});`, 'query'],
    ['mutation', `useMutation({ mutationFn: () => ${list} });`, 'mutation'],
    ['handler in JSX', `const P = () => <b onClick={() => ${list}} />;`, 'handler'],
    [
      'handler by name',
      `const P = () => { const load = () => { ${list}; }; return <b onClick={load} />; };`,
      'handler',
    ],
    [
      'handler and effect',
      `const P = () => { const load = () => { ${list}; }; useEffect(() => { load(); }, []); return <b onClick={load} />; };`,
      'handler',
      'effect empty',
    ],
    [
      'handler through a wrapper by name',
      `const P = () => { const load = () => { ${list}; }; return <b onClick={() => withRetry(load)} />; };`,
      'handler',
    ],
    ['listener', `window.addEventListener('focus', () => ${list});`, 'handler'],
    ['listener by property', `socket.onmessage = () => { ${list}; };`, 'handler'],
    ['nobody in sight', `export const load = () => ${list};`],
  ];
  test.each(rows.map(([name, code, ...triggers]) => ({ name, code, triggers })))('$name', ({ code, triggers }) => {
    expect(triggersOf(code)).toEqual(triggers);
  });

  test('the request handler of a backend function', () => {
    const request = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n`;
    const body = `async (req) => Response.json(await createClientFromRequest(req).entities.Task.list())`;
    const triggers = (code: string) => callOf(request + code, BACKEND).execution.triggers.map(({ kind }) => kind);
    expect(triggers(`Deno.serve(${body});`)).toEqual(['serve']);
    expect(triggers(`export default ${body};`)).toEqual(['serve']);
    expect(triggers(`export default { fetch: ${body} };`)).toEqual(['serve']);
    expect(triggers(`const handler = ${body}; Deno.serve(handler);`)).toEqual(['serve']);
    expect(
      triggers(
        `async function all(req) { return createClientFromRequest(req).entities.Task.list(); } Deno.serve(async (req) => Response.json(await all(req)));`,
      ),
    ).toEqual(['serve']);
  });

  test('a default export of a page is no request handler', () => {
    expect(triggersOf(`export default function Page() { ${list}; return null; }`)).toEqual([]);
  });
});

describe('names around a call', () => {
  test.each([
    [
      'component and handler',
      `export default function Tasks() { const load = async () => { await ${list}; }; return <b onClick={load} />; }`,
      'load',
      'Tasks',
    ],
    [
      'arrow component',
      `const Tasks = memo(() => { useEffect(() => { ${list}; }, []); return <b />; });`,
      'Tasks',
      'Tasks',
    ],
    ['hook', `export function useTasks() { return useQuery({ queryFn: () => ${list} }); }`, 'queryFn', null],
    ['capital letter without JSX', `function Load() { return ${list}; }`, 'Load', null],
    ['method', `class Repo { all() { return ${list}; } }`, 'all', null],
    ['top level', `${list};`, null, null],
  ])('%s', (_name, code, functionName, component) => {
    const { execution } = callOf(client + code);
    expect([execution.functionName, execution.component]).toEqual([functionName, component]);
  });
});

/** Triggers with what must hold on the way to the call. */
function conditionsOf(code: string, file?: string): string[] {
  return callOf(client + code, file).execution.triggers.map(
    ({ kind, everyMs, conditions }) =>
      `${kind}${everyMs === undefined || everyMs === null ? '' : ` ${everyMs}`}: ${(conditions ?? []).join(' ')}`,
  );
}

describe('what must hold on the way from a trigger to a call', () => {
  test.each([
    ['nothing', `useEffect(() => { ${list}; }, []);`, 'effect: '],
    ['nothing is there yet', `useEffect(() => { if (rows) return; ${list}; }, []);`, 'effect: absent'],
    ['a flag is not set', `useEffect(() => { if (!ran.current) { ${list}; } }, []);`, 'effect: absent'],
    ['a list is empty', `useEffect(() => { if (rows.length === 0) ${list}; }, []);`, 'effect: absent'],
    ['a list is not empty', `useEffect(() => { if (rows.length > 0) ${list}; }, []);`, 'effect: present'],
    ['not null', `useEffect(() => { if (id !== null) ${list}; }, []);`, 'effect: present'],
    ['something is there', `useEffect(() => { if (!user || !id) return; ${list}; }, []);`, 'effect: present'],
    ['by `&&`', `useEffect(() => { open && ${list}; }, []);`, 'effect: present'],
    ['by `??`', `useEffect(() => { setRows(cached ?? ${list}); }, []);`, 'effect: absent'],
    [
      'by a condition with a name',
      `useEffect(() => { const due = !rows && open; if (due) ${list}; }, []);`,
      'effect: absent present',
    ],
    ['one value', `useEffect(() => { if (tab === 'rows') ${list}; }, []);`, 'effect: case'],
    ['one case', `useEffect(() => { switch (tab) { case 'rows': ${list}; } }, []);`, 'effect: case'],
    ['time has passed', `useEffect(() => { if (Date.now() - last < day) return; ${list}; }, []);`, 'effect: limit'],
    [
      'the page is in view',
      `setInterval(() => { if (document.hidden) return; ${list}; }, 5000);`,
      'interval 5000: visible',
    ],
    [
      'in a helper and where it is called',
      `const load = async () => { if (rows) return; ${list}; }; useEffect(() => { if (user) load(); }, []);`,
      'effect: absent present',
    ],
    ['a condition after the call', `useEffect(() => { ${list}; if (rows) return; }, []);`, 'effect: '],
  ])('%s', (_, code, ...expected) => expect(conditionsOf(code)).toEqual(expected));
});

describe('timeouts', () => {
  test.each([
    [
      'that set themselves again by name are intervals',
      `async function poll() { await ${list}; setTimeout(poll, 2000); } poll();`,
      ['interval 2000: ', 'top: '],
    ],
    [
      'that set themselves again in a callback are intervals',
      `const poll = async () => { await ${list}; if (!done) timer = setTimeout(() => poll(), 2000); }; poll();`,
      ['interval 2000: absent', 'top: '],
    ],
    [
      'that try again after a failure are not',
      `const load = async () => { try { await ${list}; } catch { setTimeout(load, 2000); } }; load();`,
      ['timeout 2000: ', 'top: '],
    ],
    [
      'are started by what sets them',
      `useEffect(() => { const t = setTimeout(() => { ${list}; }, 500); return () => clearTimeout(t); }, [text]);`,
      ['timeout 500: ', 'effect: '],
    ],
  ])('%s', (_, code, expected) => expect(conditionsOf(code)).toEqual(expected));
});

describe('what sets an interval off', () => {
  const startersOf = (code: string) =>
    callOf(`${client}const load = () => ${list};\n${code}`).execution.triggers.flatMap(
      ({ startedBy }) => startedBy ?? [],
    );

  test.each([
    ['an effect', 'useEffect(() => { setInterval(load, 10); }, []);', ['effect']],
    ['a handler', 'const start = () => { setInterval(load, 10); }; const a = <button onClick={start} />;', ['handler']],
    ['the module', 'setInterval(load, 10);', ['top']],
    [
      'another timer',
      'const start = () => setTimeout(() => setInterval(load, 10), 5); useEffect(start, []);',
      ['effect'],
    ],
    ['itself', 'const start = () => { load(); setInterval(start, 10); };', []],
  ])('%s', (_, code, expected) => expect(startersOf(code)).toEqual(expected));
});

test.each([
  [
    'in its callback',
    `const t = setInterval(async () => { const rows = await ${list}; if (rows.length) clearInterval(t); }, 10);`,
    true,
  ],
  [
    'in a named callback',
    `const check = async () => { if ((await ${list}).length) clearInterval(t.current); }; t.current = setInterval(check, 10);`,
    true,
  ],
  [
    'only in a cleanup',
    `useEffect(() => { const t = setInterval(() => ${list}, 10); return () => clearInterval(t); }, []);`,
    undefined,
  ],
])('an interval that ends itself %s', (_, code, expected) =>
  expect(callOf(client + code).execution.triggers.find(({ kind }) => kind === 'interval')?.endsItself).toBe(expected),
);

test.each([
  ['busy ? 1000 : false', true],
  ['busy && 1000', true],
  ['busy ? 1000 : 5000', undefined],
  ['1000', undefined],
])('a query with refetchInterval %s', (interval, expected) => {
  const code = `useQuery({ queryFn: () => ${list}, refetchInterval: ${interval} });`;
  expect(callOf(client + code).execution.triggers[0]?.pauses).toBe(expected);
});

describe('handlers of a text field', () => {
  const typing = (jsx: string) =>
    callOf(`${client}const find = () => ${list};\nconst a = ${jsx};`, 'src/a.jsx').execution.triggers.some(
      (trigger) => trigger.typing,
    );

  test.each([
    '<input value={q} onChange={(e) => find(e.target.value)} />',
    '<Textarea onKeyUp={find} />',
    '<Input type="search" onInput={() => { find(); }} />',
    '<input type={kind} onChange={find} />',
    '<input {...rest} onKeyDown={find} />',
    '<RichTextEditor onChange={find} />',
    '<SearchBar onValueChange={find} />',
    '<TextField onChangeText={find} />',
  ])('run on each keystroke: %s', (jsx) => expect(typing(jsx)).toBe(true));

  test.each([
    '<input type="file" onChange={find} />',
    '<Input type="date" onChange={find} />',
    '<Select onValueChange={find} />',
    '<button onClick={find} />',
    '<Input onBlur={find} />',
    '<SearchPanel onChange={find} />',
    '<input type="checkbox" onChange={find} />',
    '<input type="datetime-local" onChange={find} />',
    '<Form.Input onChange={find} />',
    '<InputLabel onChange={find} />',
  ])('do not: %s', (jsx) => expect(typing(jsx)).toBe(false));
});
