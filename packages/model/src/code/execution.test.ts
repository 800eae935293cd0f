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
    ['timeout', `setTimeout(() => ${list}, 10);`, 'timeout'],
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
