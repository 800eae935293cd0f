import { describe, expect, test } from 'vitest';
import { ASK, SDK, entry, flowsIn, flowsOfPage, serve, spent, type Files } from './testing/flows.js';

const chat = 'src/pages/Chat.jsx';

/** A handler reaches a paid call two functions away, through a helper and through `functions.invoke`. */
const app: Files = {
  [chat]: `${SDK}import { summarise } from '../lib/ask.js';
export function Chat() {
  const send = async () => { await summarise(text); };
  return <Button onClick={send}>Send</Button>;
}`,
  'src/lib/ask.js': `${SDK}export async function summarise(text) { return base44.functions.invoke('summary', { text }); }`,
  [entry('summary')]: serve(`for (const part of ['a', 'b']) await base44.functions.invoke('ask', { part });`),
  [entry('ask')]: serve(`await prompt(base44);`, `async function prompt(base44) { ${ASK} }`),
};

describe('the way from a start to what it spends', () => {
  test('a handler reaches a call two functions away, through a helper', () => {
    const [flow, ...others] = flowsIn(app);
    expect(others).toEqual([]);
    expect(flow).toMatchObject({
      id: 'handler src/pages/Chat.jsx Chat Button.onClick send',
      start: { kind: 'handler', name: 'Chat', element: 'Button', event: 'onClick', label: 'Send', function: null },
      cut: 0,
    });
    const [spend, ...more] = flow!.spends;
    expect(more).toEqual([]);
    expect(spent(spend!)).toBe('InvokeLLM ×2');
    expect(spend!.path.map(({ place, starts }) => [place.file, starts])).toEqual([
      [chat, null],
      ['src/lib/ask.js', 'summary'],
      [entry('summary'), 'ask'],
      [entry('ask'), null],
    ]);
    const text = (step: { place: { file: string; start: number; end: number } }) =>
      app[step.place.file]!.slice(step.place.start, step.place.end);
    expect(spend!.path.map(text)).toEqual([
      'summarise(text)',
      `base44.functions.invoke('summary', { text })`,
      `base44.functions.invoke('ask', { part })`,
      'prompt(base44)',
    ]);
  });

  test('moving code within a file leaves the ids as they are', () => {
    const moved = { ...app, [chat]: app[chat]!.replace('export function', '\n// moved\n\nexport function') };
    expect(flowsIn(moved).map(({ id }) => id)).toEqual(flowsIn(app).map(({ id }) => id));
  });

  test('the import of a function, and its address, lead to it as well', () => {
    const job = { [entry('job')]: serve(ASK) };
    const by = (code: string) => flowsIn({ ...job, 'src/pages/Page.jsx': SDK + code }).map(({ id }) => id);
    const page = 'load src/pages/Page.jsx Page';
    expect(by(`import { job } from '@/functions/job';\njob();`)).toEqual([page]);
    expect(by(`base44.functions.fetch('/job');`)).toEqual([page]);
    expect(by(`fetch('/api/functions/job');`)).toEqual([page]);
    expect(by('fetch(`${base}/functions/job`);')).toEqual([page]);
    expect(by(`fetch('/api/functions/other');`)).toEqual([`request ${entry('job')} job`]);
  });
});

const ask = (rest = '') => `async function ask() { ${ASK} }\n${rest}`;
const component = (body: string, jsx = '<div />') =>
  `${ask()}export function Page({ id }) { ${body}\n  return ${jsx};\n}`;

describe('what sets code going in the browser', () => {
  test.each<[string, string, ...string[]]>([
    ['the top of a module', ask('ask();'), 'load Page: InvokeLLM'],
    ['an effect without dependencies', component('useEffect(() => { ask(); }, []);'), 'load Page: InvokeLLM'],
    ['an effect with dependencies', component('useEffect(() => { ask(); }, [id]);'), 'effect Page: InvokeLLM'],
    ['rendering', component('ask();'), 'effect Page: InvokeLLM'],
    ['a query', component(`useQuery({ queryKey: ['a'], queryFn: () => ask() });`), 'load Page queryFn: InvokeLLM'],
    [
      'a query that fetches again',
      component(`useQuery({ queryKey: ['a'], queryFn: ask, refetchInterval: 5000 });`),
      'interval Page ask: InvokeLLM',
      'load Page ask: InvokeLLM',
    ],
    ['an interval', component('useEffect(() => { setInterval(ask, 5000); }, []);'), 'interval Page ask: InvokeLLM'],
    [
      'a timeout belongs to what sets it',
      component('useEffect(() => { setTimeout(() => ask(), 500); }, []);'),
      'load Page: InvokeLLM',
    ],
    [
      'a timeout that is set again and again is an interval',
      component(
        'const poll = async () => { await ask(); setTimeout(poll, 2000); };\nuseEffect(() => { poll(); }, []);',
      ),
      'interval Page poll: InvokeLLM',
      'load Page: InvokeLLM',
    ],
    [
      'one handler on two buttons',
      component('', '<><Button onClick={ask}>A</Button><Button onClick={ask}>B</Button></>'),
      'handler Page Button.onClick ask: InvokeLLM',
      'handler Page Button.onClick ask #2: InvokeLLM',
    ],
    [
      'handlers without a name go by the words on their element',
      component('', '<><Button onClick={() => ask()}><Icon /> Save all</Button><Form onSave={() => ask()} /></>'),
      'handler Page Button.onClick Save all: InvokeLLM',
      'handler Page Form.onSave: InvokeLLM',
    ],
    [
      'a debounced handler',
      component('const search = useCallback(debounce(() => ask(), 300), []);', '<Input onChange={search} />'),
      'handler Page Input.onChange search: InvokeLLM',
    ],
    [
      'a listener, which is taken off again elsewhere',
      component(
        `useEffect(() => { const on = () => ask(); addEventListener('focus', on); return () => removeEventListener('focus', on); }, []);`,
      ),
      'handler Page focus on: InvokeLLM',
    ],
    [
      'a mutation belongs to the handler, with what follows it',
      component(
        'const m = useMutation({ mutationFn: () => ask(), onSuccess: () => { base44.integrations.Core.SendEmail({}); } });',
        '<Button onClick={() => m.mutate()}>Go</Button>',
      ),
      'handler Page Button.onClick Go: InvokeLLM, SendEmail',
    ],
    [
      'a mutation that is out of sight',
      component('const m = useMutation({ mutationFn: () => ask() }); register(m);'),
      'handler Page mutate mutationFn: InvokeLLM',
    ],
    [
      'a hook that one component uses counts for it',
      `${ask()}function useChat() { useEffect(() => { ask(); }, []); }\nfunction Page() { useChat(); return <div />; }`,
      'load Page: InvokeLLM',
    ],
    [
      'a hook that two components use counts for itself',
      `${ask()}function useChat() { useEffect(() => { ask(); }, []); }\nfunction A() { useChat(); return <div />; }\nfunction B() { useChat(); return <div />; }`,
      'load useChat: InvokeLLM',
    ],
    [
      'what a hook gives back',
      `${ask()}function useChat() { const send = () => ask(); return { send }; }\nfunction Page() { const { send } = useChat(); return <><Button onClick={() => send()}>A</Button><Button onClick={send} /></>; }`,
      'handler Page Button.onClick A: InvokeLLM',
      'handler Page Button.onClick send: InvokeLLM',
    ],
    [
      'what a context gives',
      `import { createContext, useContext } from 'react';\n${ask()}const Chat = createContext();\nfunction Provider({ children }) { const send = () => ask(); return <Chat.Provider value={{ send }}>{children}</Chat.Provider>; }\nfunction Page() { const { send } = useContext(Chat); return <Button onClick={() => send()}>A</Button>; }`,
      'handler Page Button.onClick A: InvokeLLM',
    ],
    [
      'what a hook gives back to someone out of sight',
      `${ask()}import { keep } from 'elsewhere';\nfunction useChat() { const send = () => ask(); keep({ send }); }\nfunction Page() { useChat(); return <div />; }`,
      'handler Page send: InvokeLLM',
    ],
    ['a function that nothing names', ask('const unused = () => ask();')],
    ['a function that is exported and never imported', `export ${ask()}`],
    ['calls that cost nothing', component('useEffect(() => { base44.entities.Task.list(); }, []);')],
    [
      'other services',
      component(`useEffect(() => { fetch('https://api.openai.com/v1/x'); }, []);`),
      'load Page: OpenAI GET',
    ],
  ])('%s', (_, code, ...expected) => {
    expect(flowsOfPage(code)).toEqual(expected);
  });

  test('what the code says of a start is kept', () => {
    const [flow] = flowsIn({
      'src/pages/Page.jsx': SDK + component('useEffect(() => { setInterval(() => ask(), 5 * 1000); }, []);'),
    });
    expect(flow!.start).toMatchObject({
      kind: 'interval',
      trigger: { kind: 'interval', everyMs: 5000 },
      element: null,
    });
  });
});

describe('what sets backend functions going', () => {
  const workflow = (trigger: object, ...functions: string[]) =>
    JSON.stringify({
      name: 'Nightly',
      trigger: { config: trigger },
      definition: {
        do: functions.map((name) => ({ [name]: { call: 'invoke_backend_function', with: { function_name: name } } })),
      },
    });
  const two = { [entry('one')]: serve(ASK), [entry('two')]: serve('await base44.integrations.Core.SendEmail({});') };
  const automation = (settings: object) => ({
    'base44/functions/one/function.jsonc': JSON.stringify({ name: 'one', entry: 'entry.ts', automations: [settings] }),
    [entry('one')]: serve(ASK),
  });
  const seen = (files: Files) =>
    flowsIn(files).map(({ id, start, spends }) => `${id} (${start.function ?? '-'}): ${spends.map(spent).join(', ')}`);
  const one = 'base44/functions/one/function.jsonc';

  test.each<[string, Files, ...string[]]>([
    ['a request from outside', { [entry('one')]: serve(ASK) }, `request ${entry('one')} one (one): InvokeLLM`],
    ['a request that spends nothing', { [entry('one')]: serve('await base44.entities.Task.list();') }],
    [
      'a schedule',
      automation({ name: 'Daily', type: 'scheduled', cron_expression: '0 3 * * *' }),
      `schedule ${one} Daily (one): InvokeLLM`,
    ],
    [
      'an entity',
      automation({ name: 'New task', type: 'entity', entity_name: 'Task', event_types: ['create'] }),
      `entity ${one} New task (one): InvokeLLM`,
    ],
    [
      'a connector',
      automation({ name: 'Mail', type: 'connector', events: ['x'] }),
      `connector ${one} Mail (one): InvokeLLM`,
    ],
    ['another event', automation({ name: 'Sign-up', type: 'app_user_auth' }), `event ${one} Sign-up (one): InvokeLLM`],
    [
      'a workflow of two functions',
      {
        ...two,
        'base44/workflows/Nightly.jsonc': workflow(
          { trigger_type: 'scheduled', cron_expression: '0 3 * * *' },
          'one',
          'two',
        ),
      },
      'schedule base44/workflows/Nightly.jsonc Nightly (-): InvokeLLM, SendEmail',
    ],
    [
      'the tool of an agent',
      {
        ...two,
        'base44/agents/helper.jsonc': JSON.stringify({
          name: 'helper',
          tool_configs: [{ entity_name: 'Task' }, { function_name: 'two' }],
        }),
        'src/pages/Page.jsx': `${SDK}base44.functions.invoke('one');`,
      },
      'agent base44/agents/helper.jsonc helper two (two): SendEmail',
      'load src/pages/Page.jsx Page (-): InvokeLLM',
    ],
    [
      'functions that only start each other: the first of them',
      {
        [entry('one')]: serve(`${ASK} await base44.functions.invoke('two');`),
        [entry('two')]: serve(`await base44.functions.invoke('one');`),
      },
      `request ${entry('one')} one (one): InvokeLLM`,
    ],
  ])('%s', (_, files, ...expected) => {
    expect(seen(files)).toEqual(expected);
  });

  test('the first step of an automation says which function it starts', () => {
    const files = {
      ...two,
      'base44/workflows/N.jsonc': workflow(
        { trigger_type: 'entity', entity_name: 'Task', events: ['create'] },
        'one',
        'two',
      ),
    };
    const [flow] = flowsIn(files);
    expect(flow!.spends.map(({ path }) => path.map(({ starts }) => starts))).toEqual([['one'], ['two']]);
  });
});
