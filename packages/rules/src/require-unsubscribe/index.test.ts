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
