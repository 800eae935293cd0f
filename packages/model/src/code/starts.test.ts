import { describe, expect, test } from 'vitest';
import { ASK, SDK, entry, flowsIn, flowsOfPage, serve, spent, type Files } from './testing/flows.js';

const ask = `async function ask() { ${ASK} }\n`;
/** Ids of the flows of an app, with what they spend. */
const idsOf = (files: Files) => flowsIn(files).map(({ id, spends }) => `${id}: ${spends.map(spent).join(', ')}`);
const page = 'src/pages/Page.jsx';
const lib = `${SDK}export ${ask}`;

describe('the name that people know a start by', () => {
  test.each<[string, string, ...string[]]>([
    [
      'the innermost component',
      `function Outer() { function Inner() { useEffect(() => { ask(); }, []); return <i />; } return <Inner />; }`,
      'load Inner: InvokeLLM',
    ],
    [
      'the component around a helper',
      `function Page() { const init = () => { useEffect(() => { ask(); }, []); }; init(); return <i />; }`,
      'load Page: InvokeLLM',
    ],
    [
      'a hook that nothing uses',
      `export function useChat() { useEffect(() => { ask(); }, []); }`,
      'load useChat: InvokeLLM',
    ],
    [
      'a hook of a hook of one component',
      `function useInner() { useEffect(() => { ask(); }, []); } function useChat() { useInner(); } function Page() { useChat(); return <i />; }`,
      'load Page: InvokeLLM',
    ],
    [
      'a hook that a plain function uses: the file',
      `function useChat() { useEffect(() => { ask(); }, []); } export function start() { useChat(); }`,
      'load Page: InvokeLLM',
    ],
    [
      'a function called user, which is no hook',
      `export function userOf() { setInterval(() => { ask(); }, 1000); }`,
      'interval userOf: InvokeLLM',
    ],
    [
      'a function called used, which is no hook',
      `export function reuseAll() { setInterval(() => { ask(); }, 1000); }`,
      'interval reuseAll: InvokeLLM',
    ],
    ['the file', `setInterval(() => { ask(); }, 1000);`, 'interval Page: InvokeLLM'],
  ])('%s', (_, code, ...expected) => expect(flowsOfPage(ask + code)).toEqual(expected));

  test('hooks of hooks are followed four times', () => {
    const chain = (length: number) =>
      Array.from(
        { length },
        (_, i) => `function use${i === 0 ? 'Chat' : `H${i}`}() { use${i === length - 1 ? 'End' : `H${i + 1}`}(); }`,
      )
        .reverse()
        .join('\n');
    const code = (length: number) =>
      `${ask}function useEnd() { useEffect(() => { ask(); }, []); }\n${chain(length)}\nfunction Page() { useChat(); return <i />; }`;
    expect(flowsOfPage(code(4))).toEqual(['load Page: InvokeLLM']);
    expect(flowsOfPage(code(5))).toEqual(['load useChat: InvokeLLM']);
  });

  test('a hook in a file of its own, used once in another', () => {
    const files = {
      'src/hooks/useChat.js': `${SDK}${ask}export function useChat() { useEffect(() => { ask(); }, []); }`,
      'src/hooks/useMore.js': `import { useChat } from './useChat.js';\nuseChat();`,
    };
    expect(idsOf(files)).toEqual(['load src/hooks/useChat.js useMore: InvokeLLM']);
  });
});

describe('queries', () => {
  const query = (options: string) =>
    `${ask}function Page({ on }) { useQuery({ queryFn: ask, ${options} }); return <i />; }`;
  test.each<[string, string, ...string[]]>([
    ['once', query(''), 'load Page ask: InvokeLLM'],
    ['never again', query('refetchInterval: false'), 'load Page ask: InvokeLLM'],
    ['again', query('refetchInterval: 1000'), 'interval Page ask: InvokeLLM', 'load Page ask: InvokeLLM'],
    [
      'again, if it is open',
      query('refetchInterval: on ? SOME : false'),
      'interval Page ask: InvokeLLM',
      'load Page ask: InvokeLLM',
    ],
    [
      'by a handler that asks for it',
      `${ask}function Page() { const client = useQueryClient(); return <Button onClick={() => client.fetchQuery({ queryFn: ask })} />; }`,
      'handler Page ask: InvokeLLM',
    ],
    [
      'in a list of them, which is set up in place',
      `${ask}function Page({ ids }) { useQueries({ queries: ids.map((id) => ({ queryFn: () => ask(id) })) }); return <i />; }`,
      'load Page queryFn: InvokeLLM',
    ],
    [
      'in a hook',
      `${ask}export function useAnswer() { return useQuery({ queryFn: ask }); }`,
      'load useAnswer ask: InvokeLLM',
    ],
    ['at the top of a file', `${ask}export const answer = queryOptions({ queryFn: ask });`, 'load Page ask: InvokeLLM'],
  ])('%s', (_, code, ...expected) => expect(flowsOfPage(code)).toEqual(expected));
});

describe('mutations', () => {
  const with_ = (body: string, jsx = '<i />') => `${ask}function Page() { ${body} return ${jsx}; }`;
  test.each<[string, string, ...string[]]>([
    [
      'its function stands as the argument',
      with_('const m = useMutation(() => ask());', '<Button onClick={() => m.mutate()} />'),
      'handler Page Button.onClick: InvokeLLM',
    ],
    [
      'it is waited for',
      with_(
        'const m = useMutation({ mutationFn: ask });',
        '<Button onClick={async () => { await m.mutateAsync(); }} />',
      ),
      'handler Page Button.onClick: InvokeLLM',
    ],
    [
      'it is handed to a button itself',
      with_('const m = useMutation({ mutationFn: ask });', '<Button onClick={m.mutate} />'),
      'handler Page Button.onClick ask: InvokeLLM',
    ],
    [
      'a callback of the call spends',
      with_(
        'const m = useMutation({ mutationFn: keep });',
        '<Button onClick={() => m.mutate(1, { onSettled: () => ask() })} />',
      ),
      'handler Page Button.onClick: InvokeLLM',
    ],
    [
      'a callback of the mutation before it runs spends',
      with_(
        'const m = useMutation({ mutationFn: keep, onMutate: () => ask() });',
        '<Button onClick={() => m.mutate(1)} />',
      ),
      'handler Page Button.onClick: InvokeLLM',
    ],
    [
      'another function beside it, which runs on a choice',
      with_('const m = useForm({ onSelect: () => ask() });'),
      'handler Page onSelect onSelect: InvokeLLM',
    ],
    [
      'a callback of a mutation that nothing sets going',
      with_('const m = useMutation({ mutationFn: keep, onSuccess: () => ask() }); register(m);'),
      'handler Page onSuccess onSuccess: InvokeLLM',
    ],
  ])('%s', (_, code, ...expected) => expect(flowsOfPage(code)).toEqual(expected));
});

describe('timers', () => {
  test.each<[string, string, ...string[]]>([
    [
      'a function that sets itself again, after a pause of its own',
      `${ask}async function poll() { await ask(); setTimeout(poll, 2000); } poll();`,
      'interval poll: InvokeLLM',
      'load Page: InvokeLLM',
    ],
    [
      'two that set each other',
      `${ask}function one() { ask(); setTimeout(two, 10); } function two() { setTimeout(one, 10); } one();`,
      'interval two one: InvokeLLM',
      'load Page: InvokeLLM',
    ],
    [
      'another try after a failure is no interval',
      `${ask}async function load() { try { await ask(); } catch { setTimeout(load, 1000); } } load();`,
      'load Page: InvokeLLM',
    ],
  ])('%s', (_, code, ...expected) => expect(flowsOfPage(code)).toEqual(expected));

  test('the interval of a timer that is set again is known', () => {
    const [flow] = flowsIn({
      [page]: `${SDK}${ask}async function poll() { await ask(); setTimeout(poll, 2000); } poll();`,
    });
    expect(flow!.start.trigger).toMatchObject({ kind: 'interval', everyMs: 2000 });
  });
});

describe('what a start says of itself', () => {
  const triggerOf = (body: string) =>
    flowsIn({ [page]: `${SDK}${ask}function Page({ id }) { ${body} return <i />; }` })[0]!.start;
  test('an effect with its dependencies, a query with its condition, typing', () => {
    expect(triggerOf('useEffect(() => { ask(); }, [id]);').trigger).toMatchObject({ kind: 'effect', deps: 'some' });
    expect(triggerOf('useEffect(() => { ask(); }, []);').trigger).toMatchObject({ kind: 'effect', deps: 'empty' });
    expect(triggerOf('useQuery({ queryFn: ask, enabled: Boolean(id) });').trigger).toMatchObject({
      kind: 'query',
      enabled: true,
    });
    expect(triggerOf('useQuery({ queryFn: ask, refetchInterval: id ? 5 : false });').trigger).toMatchObject({
      pauses: true,
      everyMs: 5,
    });
    expect(triggerOf('return <input onChange={() => ask()} />;').trigger).toMatchObject({ typing: true });
    const plain = triggerOf('return <b onClick={() => ask()} />;').trigger!;
    expect(Object.keys(plain).sort()).toEqual(['kind', 'place']);
  });

  test('rendering has no trigger, and stands at the component', () => {
    const start = triggerOf('ask();');
    expect([start.kind, start.name, start.trigger]).toEqual(['effect', 'Page', null]);
  });
});

describe('code of the browser that never runs', () => {
  const other = (code: string) => ({ 'src/lib/x.js': lib, [page]: `${SDK}${code}` });
  test.each<[string, Files, ...string[]]>([
    ['an export that nothing imports', { 'src/lib/x.js': `${SDK}export const run = () => { ${ASK} };` }],
    ['an object that nothing imports', { 'src/lib/x.js': `${SDK}export const api = { run: async () => { ${ASK} } };` }],
    [
      'a function within an export that nothing imports',
      { 'src/lib/x.js': `${SDK}export function make() { const run = async () => { ${ASK} }; return { run }; }` },
    ],
    ['only a test imports it', { ...other(''), 'src/lib/x.test.js': `import { ask } from './x.js'; keep(ask);` }],
  ])('%s', (_, files) => expect(idsOf(files)).toEqual([]));

  test.each<[string, Files, string]>([
    [
      'an import that is handed on',
      other(`import { ask } from '../lib/x.js'; keep(ask);`),
      'handler src/lib/x.js x ask: InvokeLLM',
    ],
    [
      'an import of the whole file',
      other(`import * as x from '../lib/x.js'; keep(x);`),
      'handler src/lib/x.js x ask: InvokeLLM',
    ],
    [
      'an object that is imported',
      {
        'src/lib/x.js': `${SDK}export const api = { run: async () => { ${ASK} } };`,
        [page]: `import { api } from '../lib/x.js'; keep(api);`,
      },
      'handler src/lib/x.js x run: InvokeLLM',
    ],
    [
      'a function within one that is imported',
      {
        'src/lib/x.js': `${SDK}export function make() { const run = async () => { ${ASK} }; return { run }; }`,
        [page]: `import { make } from '../lib/x.js'; keep(make());`,
      },
      'handler src/lib/x.js make run: InvokeLLM',
    ],
    [
      'a function that its file hands on',
      { 'src/lib/x.js': `${SDK}${ask}keep(ask);` },
      'load src/lib/x.js x: InvokeLLM',
    ],
  ])('but %s', (_, files, expected) => expect(idsOf(files)).toEqual([expected]));
});

describe('functions that hooks, contexts and objects give', () => {
  const button = (call: string) => `return <Button onClick={() => ${call}} />;`;
  const started = ['handler Page Button.onClick: InvokeLLM'];
  test.each<[string, string]>([
    [
      'of an object that a hook gives back',
      `function useChat() { return { send: () => ask() }; } function Page() { const chat = useChat(); ${button('chat.send()')} }`,
    ],
    [
      'one level deeper',
      `function useChat() { return { api: { send: () => ask() } }; } function Page() { const { api } = useChat(); ${button('api.send()')} }`,
    ],
    [
      'of one hook that another gives back',
      `function useInner() { const send = () => ask(); return { send }; } function useChat() { return useInner(); } function Page() { const chat = useChat(); ${button('chat.send()')} }`,
    ],
    [
      'of one of two',
      `function useChat(on) { if (on) return { send: () => ask() }; return { send: () => 1 }; } function Page() { const chat = useChat(); ${button('chat.send()')} }`,
    ],
    [
      'one of two functions',
      `function useChat(on) { const a = () => ask(); const b = () => 1; return { send: on ? a : b }; } function Page() { const chat = useChat(); ${button('chat.send()')} }`,
    ],
    [
      'of a mutation that a hook gives back',
      `function useChat() { const m = useMutation({ mutationFn: ask }); return { m }; } function Page() { const { m } = useChat(); ${button('m.mutate()')} }`,
    ],
    [
      'of options that are handed over',
      `function run(options) { options.create(); } function Page() { ${button('run({ create: () => ask() })')} }`,
    ],
    [
      'of options within options',
      `function run(options) { options.on.create(); } function Page() { ${button('run({ on: { create: () => ask() } })')} }`,
    ],
    [
      'of a context by the name of React',
      `const Chat = React.createContext(); function Root() { const send = () => ask(); return <Chat.Provider value={{ send }} />; } function Page() { const chat = React.useContext(Chat); ${button('chat.send()')} }`,
    ],
  ])('%s', (_, code) => expect(flowsOfPage(ask + code)).toEqual(started));

  test('of a context of another file', () => {
    const files = {
      'src/lib/chat.jsx': `${SDK}import { createContext } from 'react';\n${ask}export const Chat = createContext();\nexport const Other = createContext();
export function Root() { const send = () => ask(); return <Chat.Provider value={{ send }} />; }`,
      [page]: `import { useContext } from 'react'; import { Chat } from '../lib/chat.jsx'; function Page() { const { send } = useContext(Chat); return <Button onClick={() => send()} />; }`,
    };
    expect(idsOf(files)).toEqual([`handler ${page} Page Button.onClick: InvokeLLM`]);
    const other = files[page].replaceAll('Chat', 'Other');
    expect(idsOf({ ...files, [page]: other })).toEqual([]);
  });

  test('of an object of another file', () => {
    const files = {
      'src/lib/ai.js': `${SDK}export const ai = { llm: { chat: async () => { ${ASK} } } };`,
      [page]: `import { ai } from '../lib/ai.js'; function Page() { return <Button onClick={() => ai.llm.chat()} />; }`,
    };
    expect(idsOf(files)).toEqual([`handler ${page} Page Button.onClick: InvokeLLM`]);
  });

  test.each([
    't',
    'translate',
    'toast',
    'navigate',
    'formatDay',
    'setRows',
    'getStatusColor',
    'can',
    'hasAll',
    'isOpen',
  ])('a member called %s shows something, and is not followed', (name) => {
    const code = `function useChat() { return { ${name}: () => ask() }; } function Page() { const chat = useChat(); ${button(`chat.${name}()`)} }`;
    expect(flowsOfPage(ask + code)).not.toEqual(started);
  });

  test.each<[string, string, string]>([
    [
      'of a hook',
      `function useChat() { const send = () => ask(); return { send }; } function Page() { const { send } = useChat(); return <Button onClick={send}>Go</Button>; }`,
      'handler Page Button.onClick send: InvokeLLM',
    ],
    [
      'of a hook, by its member',
      `function useChat() { const send = () => ask(); return { send }; } function Page() { const chat = useChat(); return <Button onClick={chat.send} />; }`,
      'handler Page Button.onClick send: InvokeLLM',
    ],
  ])('a button that is handed a function %s', (_, code, expected) =>
    expect(flowsOfPage(ask + code)).toEqual([expected]),
  );

  test('a button that is handed an import', () => {
    const files = {
      'src/lib/x.js': lib,
      [page]: `import { ask } from '../lib/x.js'; const Page = () => <Input onChange={ask} />;`,
    };
    const [flow] = flowsIn(files);
    expect(flow!.id).toBe(`handler ${page} Page Input.onChange ask`);
    expect(flow!.start.trigger).toMatchObject({ typing: true });
  });
});

describe('requests', () => {
  test('of functions that only start each other the first counts, and where it starts', () => {
    const files = {
      [entry('a')]: serve(`${ASK} await base44.functions.invoke('b');`),
      [entry('b')]: serve(`await base44.functions.invoke('a');`),
      [entry('c')]: serve(`await base44.functions.invoke('a');`),
    };
    const [flow, ...others] = flowsIn(files);
    expect(others).toEqual([]);
    expect(flow!.start).toMatchObject({ kind: 'request', name: 'c', function: 'c' });
    const { start, end, file } = flow!.start.place;
    expect(files[file]!.slice(start, end)).toMatch(/^async \(req\) => \{[\s\S]*\}$/);
  });

  test('code at the top of a function is its start where there is no handler', () => {
    const file = entry('top');
    const code = `import { createClient } from 'npm:@base44/sdk@0.8.31';\nconst base44 = createClient({});\n${ASK}`;
    const [flow] = flowsIn({ [file]: code });
    expect(flow!.id).toBe(`request ${file} top`);
    expect(flow!.start.place).toEqual({ file, start: 0, end: code.length });
  });
});
