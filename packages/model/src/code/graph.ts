import type { App, BackendFunction, Place } from '../app/types.js';
import { callAt, homeOf } from './execution.js';
import type { CallFact, FileFacts, Term, WayFact } from './facts.js';
import { givenBy, type FunctionsGiven } from './given.js';
import { splitId, type CallSite, type Interpreter } from './interpreter.js';
import { callbacksOf } from './mutations.js';
import { functionAddress, functionNamesOf } from './streams.js';
import type { EntityCall, FileView, OutsideCall, SdkCall } from './view.js';

/** Functions of the code of an app, and how they lead to each other: by calls, timers and `functions.invoke`. Built once. */
export interface AppGraph {
  readonly nodes: readonly GraphNode[];
  /** The node of a function; undefined for code outside of the app. */
  nodeOf(file: string, fn: number): number | undefined;
  /** The nodes that run when a backend function is called. */
  rootsOf(target: BackendFunction): readonly number[];
  readonly given: FunctionsGiven;
  /** Calls of backend functions by file. */
  readonly invoking: ReadonlyMap<string, readonly Invoking[]>;
}

/** A function that does not run in place, or a module. Functions that run in place are nodes without anything. */
export interface GraphNode {
  readonly file: string;
  readonly fn: number;
  readonly own: readonly OwnCall[];
  readonly edges: readonly GraphEdge[];
}

export interface OwnCall<Call = EntityCall | SdkCall | OutsideCall> {
  readonly call: Call;
  readonly fact: CallFact;
}

export interface GraphEdge {
  readonly to: number;
  readonly place: Place;
  readonly fact: WayFact;
  /**
   * - `call`: the function is called
   * - `invoke`: a backend function is started
   * - `fetch`: … by its address
   * - `timeout`, `interval`: a timer is set that runs it
   * - `mutation`: `m.mutate()` of React Query runs the function that was given to `useMutation`
   * - `callback`: … and then those for success and failure
   * - `given`: a function is called that a hook or a context gave
   */
  readonly kind: 'call' | 'invoke' | 'fetch' | 'timeout' | 'interval' | 'mutation' | 'callback' | 'given';
  /** Name of the backend function, with `invoke` and `fetch`. */
  readonly starts: string | null;
  /** With `mutation`: the callback that is told of a failure. */
  readonly onError?: Place;
}

/** A call of backend functions, by all names that it may mean, and those that the export holds. */
export interface Invoking {
  readonly call: SdkCall;
  readonly names: readonly string[];
  readonly targets: readonly BackendFunction[];
}

interface Way {
  readonly file: string;
  readonly call: WayFact;
}

export function graphOf(views: readonly FileView[], app: App, interpreter: Interpreter): AppGraph {
  const inApp = views.filter(({ zone }) => zone !== 'other');
  const byName = new Map(app.functions.map((one) => [one.name, one]));
  const invoking = new Map(views.map((view) => [view.file, invokingIn(view, byName, interpreter)]));
  const nodes: { file: string; fn: number; own: OwnCall[]; edges: GraphEdge[] }[] = [];
  const starts = new Map<string, number>();
  for (const { file, facts } of inApp) {
    starts.set(file, nodes.length);
    for (let fn = 0; fn < facts.functions.length; fn++) nodes.push({ file, fn, own: [], edges: [] });
  }
  const nodeOf = (file: string, fn: number): number | undefined => {
    const start = starts.get(file);
    return start === undefined ? undefined : start + fn;
  };
  const homeNode = (site: Way) => nodeOf(site.file, homeOf(site, interpreter));
  const roots = new Map<string, readonly number[]>();
  const rootsOf = ({ file }: BackendFunction): readonly number[] => {
    const known = roots.get(file);
    if (known) return known;
    const facts = interpreter.facts(file);
    const found = facts ? handlersIn(facts, interpreter).flatMap(([where, fn]) => nodeOf(where, fn) ?? []) : [];
    roots.set(file, found);
    return found;
  };
  const link = (site: Way, to: number | undefined, more: Pick<GraphEdge, 'kind'> & Partial<GraphEdge>): void => {
    const from = homeNode(site);
    if (from === undefined || to === undefined) return;
    const place: Place = { file: site.file, start: site.call.start, end: site.call.end };
    nodes[from]!.edges.push({ place, fact: site.call, starts: null, to, ...more });
  };

  const given = givenBy(
    inApp.map(({ facts }) => facts),
    interpreter,
  );
  for (const view of inApp) {
    const { file, facts } = view;
    for (const call of [...view.entityCalls, ...view.sdkCalls, ...view.outside]) {
      const fact = callAt(facts, call.span);
      const home = fact && homeNode({ file, call: fact });
      if (!fact || home === undefined || isInvocation(call) || fetchedBy(fact, byName)) continue;
      nodes[home]!.own.push({ call, fact });
    }
    for (const { call, targets } of invoking.get(file) ?? []) {
      const fact = callAt(facts, call.span);
      for (const target of fact ? targets : [])
        for (const root of rootsOf(target)) link({ file, call: fact! }, root, { kind: 'invoke', starts: target.name });
    }
    for (const call of facts.calls) {
      const target = fetchedBy(call, byName);
      for (const root of target ? rootsOf(target) : [])
        link({ file, call }, root, { kind: 'fetch', starts: target!.name });
    }
    for (const [fn, { uses }] of facts.functions.entries()) {
      const to = nodeOf(file, fn);
      for (const site of interpreter.callersOf(file, fn)) link(site, to, calledAs(site, interpreter));
      for (const use of uses) {
        if (use.kind !== 'timeout' && use.kind !== 'interval') continue;
        const call = callAt(facts, use);
        if (call) link({ file, call }, to, { kind: use.kind });
      }
    }
    for (const call of facts.indirect)
      for (const [where, fn] of given({ file, term: call.callee }))
        link({ file, call }, nodeOf(where, fn), { kind: 'given' });
    for (const call of facts.calls)
      for (const { value } of callbacksOf(call) ?? [])
        for (const [where, fn] of interpreter.functionsOf({ file, term: value }).map(splitId))
          link({ file, call }, nodeOf(where, fn), { kind: 'callback' });
  }
  return { nodes, nodeOf, rootsOf, invoking, given };
}

function calledAs(site: CallSite, interpreter: Interpreter): Pick<GraphEdge, 'kind' | 'onError'> {
  const callbacks = callbacksOf(site.call);
  if (!callbacks) return { kind: 'call' };
  const told = callbacks.find(({ event }) => event === 'onError');
  const [onError] = told ? interpreter.functionsOf({ file: site.file, term: told.value }).map(splitId) : [];
  const span = onError && interpreter.facts(onError[0])?.functions[onError[1]];
  return {
    kind: 'mutation',
    ...(span ? { onError: { file: onError[0], start: span.start, end: span.end } } : {}),
  };
}

const isInvocation = (call: OwnCall['call']): boolean =>
  'role' in call && 'member' in call && call.member.startsWith('functions.');

function invokingIn(
  { sdkCalls }: FileView,
  byName: ReadonlyMap<string, BackendFunction>,
  interpreter: Interpreter,
): readonly Invoking[] {
  return sdkCalls.flatMap((call) => {
    if (!call.member.startsWith('functions.') || call.member === 'functions.getEndpoint') return [];
    const names = functionNamesOf(call, interpreter);
    const targets = names.map((name) => functionNamed(byName, name)).filter((target) => target !== undefined);
    return [{ call, names, targets }];
  });
}

/** `fetch('/api/functions/report')`, of a function that the export holds. */
function fetchedBy(
  { callee, args: [url] }: CallFact,
  byName: ReadonlyMap<string, BackendFunction>,
): BackendFunction | undefined {
  if (callee.t !== 'global' || callee.name !== 'fetch' || !url) return undefined;
  const name = functionAddress.exec(textOf(url))?.[1];
  return name === undefined ? undefined : functionNamed(byName, name);
}

/** A text with `}` in the place of what only the run knows. */
function textOf(term: Term): string {
  if (term.t === 'literal') return String(term.value);
  return term.t === 'template'
    ? term.parts.map((part) => (part.t === 'literal' ? String(part.value) : '}')).join('')
    : '';
}

/** The function of a name, or the nearest one that answers to a path below its own. */
function functionNamed(byName: ReadonlyMap<string, BackendFunction>, name: string): BackendFunction | undefined {
  let [path = ''] = name.replace(/^\//, '').split(/[?#]/, 1);
  for (; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const found = byName.get(path);
    if (found) return found;
  }
  return undefined;
}

/** What runs when a request comes in: the request handlers of the entry file, wherever they are written, and its top level. */
function handlersIn(facts: FileFacts, interpreter: Interpreter): readonly (readonly [file: string, fn: number])[] {
  const { file } = facts;
  const own = facts.functions.flatMap(({ uses }, fn) => (uses.some(({ kind }) => kind === 'serve') ? [fn] : []));
  const handed = [
    ...facts.exports.filter(({ name }) => name === 'default').map(({ value }) => value),
    ...facts.calls.filter(isServe).flatMap(({ args }) => args),
  ].flatMap((term) => interpreter.functionsOf({ file, term }));
  return [...new Set([`${file}#0`, ...own.map((fn) => `${file}#${fn}`), ...handed])].map(splitId);
}

function isServe({ callee }: CallFact): boolean {
  return callee.t === 'get' && callee.key === 'serve' && callee.of.t === 'global' && callee.of.name === 'Deno';
}
