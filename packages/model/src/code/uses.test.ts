import { describe, expect, test } from 'vitest';
import type { FunctionUseFact } from './facts.js';
import { recogniseText } from './recognise.js';

const functionsIn = (code: string) => recogniseText(code, 'src/pages/Page.tsx').functions;
/** The uses of the function `run`, or of the last one where none has that name. */
const usesIn = (code: string): readonly FunctionUseFact[] => {
  const functions = functionsIn(code);
  return (functions.find(({ name }) => name === 'run') ?? functions.at(-1)!).uses;
};
const kinds = (code: string) => usesIn(code).map(({ kind }) => kind);

describe('what a function is for', () => {
  test.each<[string, ...string[]]>([
    ['useEffect(() => 1);', 'effect'],
    ['React.useLayoutEffect(() => 1);', 'effect'],
    ['useInsertionEffect(() => 1);', 'effect'],
    ['useFocusEffect(() => 1);', 'effect'],
    ['useAsyncEffect(() => 1);', 'effect'],
    ['useEffect(load, () => 1);'],
    ['setInterval(() => 1, 5);', 'interval'],
    ['useInterval(() => 1, 5);', 'interval'],
    ['window.setTimeout(() => 1, 5);', 'timeout'],
    ['requestAnimationFrame(() => 1);', 'timeout'],
    ['requestIdleCallback(() => 1);', 'timeout'],
    ['Deno.serve(() => 1);', 'serve'],
    ['serve({ port: 1 }, () => 1);', 'serve'],
    ['export default () => 1;', 'serve'],
    ['export default function run() {}', 'serve'],
    ['export default { fetch: () => 1 };', 'serve'],
    ['export default { fetched: () => 1 };'],
    ['const x = { fetch: () => 1 };'],
    ['Deno.serve(withCors(() => 1));', 'callback', 'serve'],
    ['Deno.serve(withCors)(() => 1);', 'callback'],
    ['serveAll(withCors(() => 1));', 'callback'],
    ["useSWR('key', () => 1);", 'query'],
    ['useQuery(keys, () => 1);', 'query'],
    ['client.fetchQuery({ queryFn: () => 1 });', 'query'],
    ['client.prefetchQuery(key, () => 1);', 'query'],
    ['client.ensureQueryData(() => 1);', 'query'],
    ['useSuspenseQuery(() => 1);', 'query'],
    ['useInfiniteQuery(() => 1);', 'query'],
    ['useQueries(() => 1);', 'query'],
    ['queryOptions(() => 1);', 'query'],
    ['useMutation(() => 1);', 'mutation'],
    ['useMutation({ mutationFn: () => 1 });', 'mutation'],
    ['useMutation({ onSuccess: () => 1 });', 'handler'],
    ['start({ once: () => 1 });'],
    ["addEventListener('x', () => 1);", 'handler'],
    ["socket.on('x', () => 1);", 'handler'],
    ["socket.once('x', () => 1);", 'handler'],
    ['socket.addListener(() => 1);', 'handler'],
    ['Task.subscribe(() => 1);', 'handler'],
    ['onSnapshot(() => 1);', 'handler'],
    ['form.handleSubmit(() => 1);', 'handler'],
    ['agents.subscribeToConversation(() => 1);', 'handler'],
    ['const a = <b onClick={() => 1} />;', 'handler'],
    ['const a = <b>{() => 1}</b>;', 'handler'],
    ['button.onclick = () => 1;', 'handler'],
    ['button.click = () => 1;'],
    ['button[name] = () => 1;'],
    ['rows.map(() => 1);', 'each'],
    ['rows.forEach(() => 1);', 'each'],
    ['Array.from(rows, () => 1);', 'each'],
    ['rows.sort(() => 1);', 'each'],
    ['rows.findLast(() => 1);', 'each'],
    ['async.eachSeries(rows, () => 1);', 'each'],
    ['map(() => 1);', 'callback'],
    ['rows.custom(() => 1);', 'callback'],
    ['promise.then(() => 1);', 'inline'],
    ['promise.catch(() => 1);', 'inline'],
    ['promise.finally(() => 1);', 'inline'],
    ['new Promise(() => 1);', 'inline'],
    ['startTransition(() => 1);', 'inline'],
    ['batch(() => 1);', 'inline'],
    ['flushSync(() => 1);', 'inline'],
    ['act(() => 1);', 'inline'],
    ['queueMicrotask(() => 1);', 'inline'],
    ['useMemo(() => 1);', 'inline'],
    ['(() => 1)();', 'inline'],
    ['new (function () {})();', 'inline'],
    ['retry(() => 1);', 'callback'],
    ['make()(() => 1);', 'callback'],
    ['new Task(() => 1);', 'callback'],
    ['list.push(() => 1);'],
    ['list.unshift(() => 1);'],
    ['set.add(() => 1);'],
    ['map.set(key, () => 1);'],
    ['registry.register(() => 1);'],
    ['defer(() => 1);'],
    ['useRef(() => 1);'],
    ['useState(() => 1);'],
    ['useImperativeHandle(ref, () => 1);'],
    ['schedule(() => 1);'],
    ['() => 1;'],
    ['const [a] = [() => 1];'],
  ])('%s', (code, ...expected) => expect(kinds(code)).toEqual(expected));
});

describe('what a function is for that is handed on by name', () => {
  test.each<[string, ...string[]]>([
    ['const run = () => 1; useEffect(run);', 'effect'],
    ['function run() {} useEffect(run);', 'effect'],
    ['const run = useCallback(() => 1, []); useEffect(run);', 'effect'],
    ['const run = useCallback(load, () => 1);'],
    ['const run = debounce(throttle(() => 1)); useEffect(run);', 'effect'],
    ['const run = (() => 1) as Run; useEffect(run!);', 'effect'],
    ['let run; run = () => 1; useEffect(run);', 'effect'],
    ['outside = () => 1; useEffect(outside);'],
    ['const run = on ? () => 1 : null; useEffect(run);', 'effect'],
    ['const run = given ?? (() => 1); useEffect(run);', 'effect'],
    ['const run = () => 1; const other = run; useEffect(other);', 'effect'],
    ['let run = () => 1; run = run; useEffect(run);', 'effect'],
    ['const run = () => 1; useEffect(run); setInterval(run, 5);', 'effect', 'interval'],
    ['const run = () => 1; run();'],
    ['const run = () => 1; rows.map(run);', 'each'],
    ['const run = () => 1; export default run;', 'serve'],
    ['function run(a) { useEffect(a); }'],
    ['const run = () => 1; const x = { run };'],
    ['const { run = () => 1 } = x; useEffect(run);'],
  ])('%s', (code, ...expected) => expect(kinds(code)).toEqual(expected));
});

describe('what is said of timers, queries and effects', () => {
  const said = (code: string) => {
    const { everyMs, deps, enabled, pauses } = usesIn(code)[0]!;
    return { everyMs, deps, enabled, pauses };
  };

  test.each<[string, number | null]>([
    ['5000', 5000],
    ['5 * 60 * 1000', 300_000],
    ['5 + 1', null],
    ['5 * minutes', null],
    ['minutes * 5', null],
    ['TICK', 250],
    ['TICK * 2', 500],
    ['CHANGING', null],
    ['INDIRECT', null],
    ['on ? 8000 : 2000', 2000],
    ['on ? 2000 : 8000', 2000],
    ['on ? 8000 : false', 8000],
    ['on ? false : 8000', 8000],
    ['on && 8000', 8000],
    ['given || 8000', 8000],
    ["'5000'", null],
    ['later()', null],
    ['(5000 as number)', 5000],
  ])('every %s: %s', (delay, ms) => {
    const before = 'const TICK = 250; let CHANGING = 250; const INDIRECT = TICK;';
    for (const timer of ['setInterval', 'setTimeout', 'useInterval'])
      expect(said(`${before} ${timer}(() => 1, ${delay});`).everyMs).toBe(ms);
    expect(said(`${before} useQuery({ refetchInterval: ${delay}, queryFn: () => 1 });`).everyMs).toBe(ms);
  });

  test('a timer without a delay', () => expect(said('setTimeout(() => 1);').everyMs).toBeNull());

  test.each([
    ['on ? 2000 : false', true],
    ['on ? false : 2000', true],
    ['on ? 0 : 2000', true],
    ['on ? 2000 : 8000', undefined],
    ['on && 2000', true],
    ['given || 2000', undefined],
    ['2000', undefined],
    ['false', undefined],
  ])('fetching again every %s pauses: %s', (interval, pauses) => {
    expect(said(`useQuery({ queryFn: () => 1, refetchInterval: ${interval} });`).pauses).toBe(pauses);
  });

  test('a query may wait for something', () => {
    expect(said('useQuery({ queryFn: () => 1, enabled: !!id });').enabled).toBe(true);
    expect(said('useQuery({ queryFn: () => 1, disabled: !!id });').enabled).toBeUndefined();
    expect(said('useQuery({ queryFn: () => 1, ...rest });').enabled).toBeUndefined();
  });

  test.each([
    ['useEffect(() => 1);', 'none'],
    ['useEffect(() => 1, []);', 'empty'],
    ['useEffect(() => 1, [id]);', 'some'],
    ['useEffect(() => 1, list);', 'some'],
  ])('%s: %s dependencies', (code, deps) => expect(said(code).deps).toBe(deps));
});

test.each<[string, boolean]>([
  ['rows.map(() => 1);', true],
  ['promise.then(() => 1);', true],
  ['retry(() => 1);', true],
  ['useEffect(() => 1);', false],
  ['const run = () => 1; rows.map(run);', false],
  ['const run = useCallback(() => 1); rows.map(run);', false],
  ['Deno.serve(withCors(() => 1));', false],
  ['() => 1;', false],
])('%s runs where it stands: %s', (code, inPlace) => expect(functionsIn(code)[1]!.inPlace).toBe(inPlace));

describe('the name of a function', () => {
  test.each([
    ['function a() {}', 'a'],
    ['const a = () => 1;', 'a'],
    ['const a = function b() {};', 'b'],
    ['const a = (() => 1) as Run;', 'a'],
    ['const a = useCallback(() => 1, []);', 'a'],
    ['const a = useCallback(load, () => 1);', null],
    ['const a = useMemo(() => 1, []);', null],
    ['const [a] = () => 1;', null],
    ['const x = { a: () => 1 };', 'a'],
    ['const x = { a() {} };', 'a'],
    ['const x = { [a]: () => 1 };', null],
    ['class X { a() {} }', 'a'],
    ['class X { a = () => 1; }', 'a'],
    ['class X { #a() {} }', '#a'],
    ['a = () => 1;', 'a'],
    ['x.a = () => 1;', 'a'],
    ['[a] = () => 1;', null],
    ['run(() => 1);', null],
    ['() => 1;', null],
  ])('%s', (code, name) =>
    expect(functionsIn(code)[1]!.name?.replace('#', '') ?? null).toBe(name?.replace('#', '') ?? null),
  );
});

describe('a function that nothing names', () => {
  test.each<[string, boolean]>([
    ['function run() {}', true],
    ['const run = () => 1;', true],
    ['const run = useCallback(() => 1);', true],
    ['const run = (() => 1) as Run;', true],
    ['function run() { run(); }', true],
    ['function run() {} run();', false],
    ['function run() {} export { run };', false],
    ['export function run() {}', false],
    ['export const run = () => 1;', false],
    ['export default function run() {}', false],
    ['function Row() {}', false],
    ['const { run } = () => 1;', false],
    ['const x = { run: () => 1 };', false],
    ['const run = useCallback(load, () => 1);', false],
    ['const run = keep(() => 1);', false],
    ['run(() => 1);', false],
  ])('%s: %s', (code, unused) => expect(functionsIn(code)[1]!.unused ?? false).toBe(unused));
});
