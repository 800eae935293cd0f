import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, file = 'src/pages/Board.jsx'): Sample => ({
  file,
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
});
const component = (body: string): Sample =>
  page(`export default function Board({ id }) {\n  ${body}\n  return <p />;\n}`);
const follow = 'base44.entities.Task.subscribe(refresh)';
const verdicts = (sample: Sample) => run(rule, sample).map(({ severity, confidence }) => `${severity} ${confidence}`);

describe('a subscription', () => {
  test('that nobody can end is drawn', () => {
    expect(squiggled(rule, component('useEffect(() => {\n    base44.entities.Task.subscribe(refresh);\n  }, [id]);')))
      .toMatchInlineSnapshot(`
      "  4 |     base44.entities.Task.subscribe(refresh);
          |     ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely This follows changes of Task anew each time the effect runs and never stops, so listeners pile up and each change is handled several times.
          advice: \`subscribe\` gives back the function that ends it: return that function from the effect, or keep it and call it before the next start and when the component goes."
    `);
  });

  test.each([
    ['in an effect', `useEffect(() => { ${follow}; }, []);`, 'medium likely'],
    ['in each render', `useEffect(() => { ${follow}; });`, 'medium likely'],
    [
      'in a function that an effect calls',
      `const load = async () => { await read(); ${follow}; };\n  useEffect(() => { load(); }, []);`,
      'medium likely',
    ],
    [
      'handed on to an effect that drops it',
      `const start = () => { const stop = ${follow}; return stop; };\n  useEffect(() => { start(); }, []);`,
      'medium likely',
    ],
    [
      'in an effect that gives back a promise',
      `useEffect(async () => { await read(); return ${follow}; }, []);`,
      'medium likely',
    ],
    ['in a handler', `const start = () => { ${follow}; };\n  const a = <button onClick={start} />;`, 'medium likely'],
    [
      'of an agent conversation',
      'useEffect(() => { base44.agents.subscribeToConversation(id, show); }, [id]);',
      'medium likely',
    ],
    [
      'that is made once',
      `useEffect(() => { if (started.current) return; started.current = true; ${follow}; }, []);`,
      'low possible',
    ],
  ])('%s', (_, body, expected) => expect(verdicts(component(body))).toEqual([expected]));

  test('in a function that nobody in sight calls is low', () => {
    expect(verdicts(page(`export function start() {\n  ${follow};\n}`))).toEqual(['low possible']);
  });

  test('in TypeScript', () => {
    const code = `export const useTasks = (id: string): void => {\n  useEffect(() => {\n    (base44 as any).entities.Task.subscribe((event: Event) => refresh(event));\n  }, [id]);\n};`;
    expect(verdicts(page(code, 'src/hooks/tasks.ts'))).toEqual(['medium likely']);
  });
});

test.each([
  ['given back by the effect', component(`useEffect(() => ${follow}, []);`)],
  ['given back by name', component(`useEffect(() => { const stop = ${follow}; return stop; }, []);`)],
  ['called in the cleanup', component(`useEffect(() => { const stop = ${follow}; return () => stop(); }, []);`)],
  [
    'called in the cleanup, if there',
    component(`useEffect(() => { let stop; if (id) stop = ${follow}; return () => stop?.(); }, []);`),
  ],
  [
    'kept in a ref',
    component(
      `const stop = useRef(null);\n  const start = () => { stop.current = ${follow}; };\n  const a = <button onClick={start} />;`,
    ),
  ],
  [
    'collected in a list',
    component(
      `useEffect(() => { const stops = []; stops.push(${follow}); return () => stops.forEach((stop) => stop()); }, []);`,
    ),
  ],
  ['kept in a state', component(`useEffect(() => { setStop(() => ${follow}); }, []);`)],
  [
    'handed on to an effect that gives it back',
    component(`const start = () => ${follow};\n  useEffect(() => { return start(); }, []);`),
  ],
  ['of a store, once for all', page(`${follow};`, 'src/lib/store.js')],
  ['of a store that sets itself up', page(`function setUp() {\n  ${follow};\n}\nsetUp();`, 'src/lib/store.js')],
  ['of something else', page('useEffect(() => { window.store.subscribe(refresh); }, []);')],
  [
    'of another service',
    page("import { supabase } from '@/lib/supabase';\nuseEffect(() => { supabase.channel('a').subscribe(); }, []);"),
  ],
])('%s is clean', (_, sample) => expectClean(rule, sample));

describe('what happens and when', () => {
  const messageOf = (body: string) => run(rule, component(body)).map(({ message }) => message);
  const anew = (what: string, when: string) => [
    `This follows ${what} anew each time ${when} and never stops, so listeners pile up and each change is handled several times.`,
  ];

  test.each([
    ['an effect without dependencies', `useEffect(() => { ${follow}; });`, 'the component renders'],
    ['an effect of the first render', `useEffect(() => { ${follow}; }, []);`, 'the component is shown'],
    ['an effect with dependencies', `useEffect(() => { ${follow}; }, [id]);`, 'the effect runs'],
    ['a button', `const a = <button onClick={() => { ${follow}; }} />;`, 'the handler runs'],
    ['an interval', `const start = () => setInterval(() => { ${follow}; }, 1000);\n  start();`, 'it is asked for'],
    ['a query', `useQuery({ queryKey: ['a'], queryFn: () => { ${follow}; return 1; } });`, 'it is asked for'],
    ['a mutation', `useMutation({ mutationFn: () => { ${follow}; return 1; } });`, 'it is asked for'],
  ])('%s', (_, body, when) => expect(messageOf(body)).toEqual(anew('changes of Task', when)));

  test.each([
    ['an entity that the run decides', 'base44.entities[id].subscribe(refresh)', 'changes of an entity'],
    ['an agent', 'base44.agents.subscribeToConversation(id, show)', 'an agent conversation'],
  ])('%s', (_, call, what) =>
    expect(messageOf(`useEffect(() => { ${call}; }, []);`)).toEqual(anew(what, 'the component is shown')),
  );

  test('an agent conversation is ended by the function of its own member', () => {
    const body = 'useEffect(() => { base44.agents.subscribeToConversation(id, show); }, []);';
    expect(run(rule, component(body))[0]!.advice).toMatch(/^`subscribeToConversation` gives back the function/);
  });

  test('once, it goes on for as long as the page is open', () => {
    expect(squiggled(rule, page(`export function start() {\n  ${follow};\n}`))).toMatchInlineSnapshot(`
      "  3 |   base44.entities.Task.subscribe(refresh);
          |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/possible This follows changes of Task and gives nobody the means to stop, so it goes on for as long as the page is open.
          advice: \`subscribe\` gives back the function that ends it: return that function from the effect, or keep it and call it before the next start and when the component goes."
    `);
  });

  test('who drops what was handed on is shown', () => {
    const body = `const start = () => { const stop = ${follow}; return stop; };\n  useEffect(() => { start(); }, []);`;
    const sample = component(body);
    expect(run(rule, sample)).toMatchObject([
      { evidence: [{ file: 'src/pages/Board.jsx', note: 'drops the function that ends it' }] },
    ]);
    const [{ start, end }] = run(rule, sample)[0]!.evidence as unknown as [{ start: number; end: number }];
    expect(sample.code.slice(start, end)).toBe('start()');
  });

  test('a start that a handler makes once is a hint', () => {
    const body = `const start = () => { if (started.current) return; started.current = true; ${follow}; };\n  const a = <button onClick={start} />;`;
    expect(verdicts(component(body))).toEqual(['low possible']);
  });

  test.each(['scripts/follow.js', 'base44/functions/follow/entry.ts'])('in %s nobody waits for it', (file) =>
    expectClean(rule, page(`export function start() {\n  ${follow};\n}`, file)),
  );

  test('a client of the app’s own has its own rules', () => {
    const code = `base44.entities = { Task: own };\nexport function start() {\n  ${follow};\n}`;
    expectClean(rule, page(code));
  });

  test('handed on through several functions that run in place', () => {
    const body = `const start = async () => { let stop; [1].forEach(() => { stop = ${follow}; }); return stop; };\n  useEffect(() => { start(); }, []);`;
    expect(verdicts(component(body))).toEqual(['medium likely']);
  });
});
