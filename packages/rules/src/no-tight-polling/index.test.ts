import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const page = (code: string, more: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Board.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  ...more,
});
const read = 'base44.entities.Task.filter({ board: id })';
const every = (ms: number | string, body = `${read}.then(setRows);`) =>
  page(
    `export default function Board({ id }) {\n  useEffect(() => {\n    const timer = setInterval(() => { ${body} }, ${ms});\n    return () => clearInterval(timer);\n  }, []);\n  return <p />;\n}`,
  );
const verdicts = (sample: Sample) => run(rule, sample).map(({ severity }) => severity);

describe('an interval', () => {
  test('is drawn', () => {
    expect(squiggled(rule, every(3000))).toMatchInlineSnapshot(`
      "  4 |     const timer = setInterval(() => { base44.entities.Task.filter({ board: id }).then(setRows); }, 3000);
          |                                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely Every open tab asks for Task every 3 seconds, so requests grow with each person who keeps the page open.
          advice: Read once and follow changes with \`subscribe\` of the entity; where that does not fit, ask less often, and not while the page is hidden."
    `);
  });

  test.each([
    [1500, 'medium'],
    [5000, 'medium'],
    [10_000, 'low'],
    [20_000, 'info'],
  ])('of %i ms', (ms, expected) => expect(verdicts(every(ms))).toEqual([expected]));

  test.each([30_000, 300_000, 'delay'])('of %s ms is clean', (ms) => expectClean(rule, every(ms)));

  test('that looks whether the page is in view is low', () => {
    expect(verdicts(every(3000, `if (document.hidden) return; ${read};`))).toEqual(['low']);
  });

  test('that waits until something is there is low', () => {
    expect(verdicts(every(3000, `if (done) return; ${read};`))).toEqual(['low']);
  });

  test('that ends itself is low', () => {
    const code = `useEffect(() => {\n  const timer = setInterval(async () => {\n    const rows = await ${read};\n    if (rows.length > 0) clearInterval(timer);\n  }, 2000);\n  return () => clearInterval(timer);\n}, []);`;
    expect(verdicts(page(code))).toEqual(['low']);
  });

  test('that a click sets off is low, since it mostly waits for something', () => {
    const code = `const check = async () => setRows(await ${read});\nconst start = () => { timer.current = setInterval(check, 3000); };\nexport const a = <button onClick={start} />;`;
    expect(verdicts(page(code))).toEqual(['low']);
  });

  test.each([
    ['by name', `const load = async () => setRows(await ${read});\nsetInterval(load, 3000);`],
    [
      'by a timeout that sets itself again',
      `const poll = async () => {\n  setRows(await ${read});\n  setTimeout(poll, 2000);\n};\npoll();`,
    ],
    ['around a function', "setInterval(() => base44.functions.invoke('status'), 4000);"],
    [
      'through a parameter',
      'const load = (client) => client.entities.Task.list();\nsetInterval(() => load(base44), 3000);',
    ],
  ])('%s', (_, code) => expect(verdicts(page(code))).toEqual(['medium']));

  test('in TypeScript', () => {
    const code = `const load = async (id: string): Promise<void> => setRows((await ${read}) as Row[]);\nsetInterval(() => void load('a'), 3000);`;
    expect(verdicts(page(code, { file: 'src/lib/board.ts' }))).toEqual(['medium']);
  });

  test('that reads several entities is one finding', () => {
    const [finding, ...others] = run(rule, every(3000, `${read}; base44.entities.Note.list();`));
    expect(others).toEqual([]);
    expect(finding!.message).toContain('Task and Note');
    expect(finding!.evidence).toMatchObject([{ note: 'is asked for in the same round' }]);
  });

  test.each([
    ['a clock', 'setInterval(() => setNow(new Date()), 1000);'],
    ['a carousel', 'setInterval(() => setIndex((index) => index + 1), 4000);'],
    ['a heartbeat', 'setInterval(() => base44.entities.Presence.update(id, { seen: Date.now() }), 5000);'],
    ['a second try', `const load = async () => { try { await ${read}; } catch { setTimeout(load, 1000); } };\nload();`],
    ['a pause', `setTimeout(() => ${read}, 1000);`],
    ['what costs credits', 'setInterval(() => base44.integrations.Core.InvokeLLM({}), 3000);'],
  ])('%s is clean', (_, code) => expectClean(rule, page(code)));
});

describe('a query', () => {
  const query = (options: string) =>
    page(`export const useTasks = (id, open) => useQuery({ queryKey: ['t'], queryFn: () => ${read}${options} });`);

  test.each([
    [', refetchInterval: 3000', ['medium']],
    [', refetchInterval: 8000', ['low']],
    [', refetchInterval: open ? 3000 : false', ['low']],
    [', refetchInterval: 60000', []],
    [', refetchInterval: false', []],
    ['', []],
  ])('with `%s`', (options, expected) => expect(verdicts(query(options))).toEqual(expected));
});

describe('the advice', () => {
  test.each([
    ['0.8.6', 'no change feed'],
    ['0.8.14', 'follow changes with `subscribe` of the entity'],
    ['0.8.31', 'follow changes with `subscribe` of the entity'],
  ])('fits SDK %s', (sdk, words) => expect(run(rule, { ...every(3000), sdk })[0]!.advice).toContain(words));

  test('for functions names no feed', () => {
    expect(run(rule, page("setInterval(() => base44.functions.invoke('status'), 4000);"))[0]!.advice).not.toContain(
      'subscribe',
    );
  });
});

test('option fineFrom', () => {
  expectClean(rule, { ...every(3000), options: { fineFrom: 3 } });
  expect(verdicts({ ...every(60_000), options: { fineFrom: 120 } })).toEqual(['info']);
});

describe('the message', () => {
  const message = (body: string) => run(rule, page(`setInterval(async () => { ${body} }, 3000);`))[0]?.message;
  const list = (...names: readonly string[]) => names.map((name) => `await base44.entities.${name}.list();`).join(' ');

  test.each([
    ['an entity', list('Task'), 'Task'],
    ['an entity that the run decides', 'await base44.entities[name].list();', 'records'],
    ['a function', "await base44.functions.invoke('status');", 'the function `status`'],
    ['a function by its own name', 'await base44.functions.status();', 'the function `status`'],
    ['a function that is fetched', "await base44.functions.fetch('status');", 'the function `status`'],
    ['a function that the run decides', 'await base44.functions.invoke(name);', 'a function'],
    ['a function named by a number', 'await base44.functions.invoke(7);', 'a function'],
    ['a function without a name', 'await base44.functions.invoke();', 'a function'],
    ['a conversation', 'await base44.agents.getConversation(id);', '`agents.getConversation`'],
    ['the signed-in user', 'await base44.auth.me();', '`auth.me`'],
    ['the same entity twice', list('Task', 'Task'), 'Task'],
    ['two', list('Task', 'Note'), 'Task and Note'],
    ['three', list('Task', 'Note', 'Plan'), 'Task, Note and Plan'],
    ['four', list('Task', 'Note', 'Plan', 'Team'), 'Task, Note, Plan and 1 more'],
    ['five', list('Task', 'Note', 'Plan', 'Team', 'Room'), 'Task, Note, Plan and 2 more'],
    [
      'in the order of the text',
      `await base44.functions.invoke('status'); ${list('Task')} await base44.auth.me();`,
      'the function `status`, Task and `auth.me`',
    ],
  ])('names %s', (_, body, what) =>
    expect(message(body)).toBe(
      `Every open tab asks for ${what} every 3 seconds, so requests grow with each person who keeps the page open.`,
    ),
  );

  test('of a query speaks of tabs in view', () => {
    const code = `export const useTasks = (id) => useQuery({ queryFn: () => ${read}, refetchInterval: 1000 });`;
    expect(run(rule, page(code))[0]!.message).toContain('Every tab in view asks for Task every second,');
  });

  test.each([
    ['count', 'base44.entities.Task.count({ open: true })'],
    ['get', 'base44.entities.Task.get(id)'],
  ])('also of %s', (_, call) => expect(message(`await ${call};`)).toContain('asks for Task every'));
});

describe('what else is asked', () => {
  test.each([
    ['the address of a function', "base44.functions.getEndpoint('status')"],
    ['a list of conversations, which we do not judge', 'base44.agents.listConversations()'],
    ['a log', "base44.appLogs.logUserInApp('Board')"],
    ['a write', 'base44.entities.Task.create({ open: true })'],
  ])('%s is clean', (_, call) => expectClean(rule, page(`setInterval(() => ${call}, 3000);`)));

  test.each([
    ['a backend function', 'base44/functions/poll/entry.ts'],
    ['a script', 'scripts/poll.js'],
  ])('in %s is clean', (_, file) => {
    const code = `import { createClient } from '@base44/sdk';\nconst base44 = createClient({ appId: 'x' });\nsetInterval(() => base44.entities.Task.list(), 3000);`;
    expectClean(rule, { file, code });
  });
});

describe('the evidence', () => {
  const notes = (code: string) => run(rule, page(code)).map(({ evidence }) => evidence.map(({ note }) => note));
  const list = (name: string) => `base44.entities.${name}.list();`;

  test('is none where the read stands in the timer', () => {
    expect(notes(`setInterval(() => { ${list('Task')} }, 3000);`)).toEqual([[]]);
  });

  test.each([
    ['after', `const load = () => { ${list('Task')} };\nsetInterval(load, 3000);`],
    ['before', `setInterval(load, 3000);\nfunction load() { ${list('Task')} }`],
  ])('names a timer that stands %s the read', (_, code) => {
    expect(notes(code)).toEqual([['starts it each time']]);
    const [at] = run(rule, page(code))[0]!.evidence;
    expect(page(code).code.slice(at!.start)).toMatch(/^setInterval/);
  });

  test('names four more reads of the round at most', () => {
    const names = ['Task', 'Note', 'Plan', 'Team', 'Room', 'Seat', 'Door'];
    expect(notes(`setInterval(() => { ${names.map(list).join(' ')} }, 3000);`)).toEqual([
      Array.from({ length: 4 }, () => 'is asked for in the same round'),
    ]);
  });

  test('two timers are two findings', () => {
    const code = `setInterval(() => { ${list('Task')} }, 3000);\nsetInterval(() => { ${list('Note')} }, 20000);`;
    expect(run(rule, page(code)).map(({ severity, message }) => [severity, /for (\w+)/.exec(message)?.[1]])).toEqual([
      ['medium', 'Task'],
      ['info', 'Note'],
    ]);
  });
});

describe('the advice in words', () => {
  const advice = (body: string, sdk?: string) =>
    run(rule, page(`setInterval(async () => { ${body} }, 3000);`, sdk === undefined ? {} : { sdk }))[0]?.advice;
  const rest = 'Ask less often, longer after each round without news, and not while the page is hidden.';

  test.each([
    ['a function', "await base44.functions.invoke('status');", rest],
    ['a function and an entity', `await base44.functions.invoke('status'); ${read};`, rest],
  ])('for %s', (_, body, expected) => expect(advice(body)).toBe(expected));

  test('for an SDK that nobody names', () => {
    expect(advice(`${read};`, '')).toBe(
      'Follow changes with `subscribe` where the SDK of this app has it; otherwise ask less often, and not while the page is hidden.',
    );
  });
});
