import type { App, BackendFunction, Place } from '../app/types.js';
import { callAt, homeOf } from './execution.js';
import type { CallFact, FileFacts } from './facts.js';
import { splitId, type CallSite, type Interpreter } from './interpreter.js';
import { along, merged, reachesOf, type Edge, type Node } from './reach.js';
import { functionNamesOf } from './streams.js';
import type { EntityCall, FileView, Invocation, Reached, SdkCall } from './view.js';

/** Members whose calls may cost credits (platform-facts section 5); the rest of the SDK is free. */
const MAY_COST = /^(?:integrations|agents|connectors|aiGateway)\./;

/**
 * Adds to each file which backend functions it calls, and which SDK calls run in them: through helpers, imports and
 * further functions. Only where the whole app is in sight.
 */
export function joinInvocations(views: readonly FileView[], app: App, interpreter: Interpreter): FileView[] {
  const byName = new Map(app.functions.map((one) => [one.name, one]));
  const invoking = views.map((view) => ({ view, calls: invocationsIn(view, byName, interpreter) }));
  if (invoking.every(({ calls }) => calls.length === 0)) return [...views];
  const graph = graphOf(views, new Map(invoking.map(({ view, calls }) => [view.file, calls])), interpreter);
  const reaches = reachesOf(graph.nodes, isPaid);
  return invoking.map(({ view, calls }) => {
    if (calls.length === 0) return view;
    const invocations = calls.map(({ call, names, targets }): Invocation => {
      const edge = { place: { file: call.file, ...call.span }, repeated: false, conditions: [] };
      const reached = targets.flatMap((target) =>
        graph
          .rootsOf(target)
          .flatMap((root) => reaches(root).map((one) => along({ ...edge, starts: target.name }, one))),
      );
      return { call, names, functions: targets.map(({ name }) => name), reached: merged(reached) };
    });
    return { ...view, invocations };
  });
}

const isPaid = (call: EntityCall | SdkCall): boolean => 'member' in call && MAY_COST.test(call.member);

interface Invoking {
  readonly call: SdkCall;
  readonly names: readonly string[];
  readonly targets: readonly BackendFunction[];
}

function invocationsIn(
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

/** The function of a name, or the nearest one that answers to a path below its own. */
function functionNamed(byName: ReadonlyMap<string, BackendFunction>, name: string): BackendFunction | undefined {
  let [path = ''] = name.replace(/^\//, '').split(/[?#]/, 1);
  for (; path !== ''; path = path.slice(0, Math.max(0, path.lastIndexOf('/')))) {
    const found = byName.get(path);
    if (found) return found;
  }
  return undefined;
}

interface Graph {
  readonly nodes: readonly Node[];
  /** The nodes that run when a backend function is called. */
  rootsOf(target: BackendFunction): readonly number[];
}

function graphOf(
  views: readonly FileView[],
  invoking: ReadonlyMap<string, readonly Invoking[]>,
  interpreter: Interpreter,
): Graph {
  const inApp = views.filter(({ zone }) => zone !== 'other');
  const nodes: { own: Reached[]; edges: Edge[] }[] = [];
  const starts = new Map<string, number>();
  for (const { file, facts } of inApp) {
    starts.set(file, nodes.length);
    for (let id = 0; id < facts.functions.length; id++) nodes.push({ own: [], edges: [] });
  }
  const nodeOf = (file: string, fn: number): number | undefined => {
    const start = starts.get(file);
    return start === undefined ? undefined : start + fn;
  };
  const homeNode = (site: CallSite) => nodeOf(site.file, homeOf(site, interpreter));
  const roots = new Map<string, readonly number[]>();
  const rootsOf = ({ file }: BackendFunction): readonly number[] => {
    const known = roots.get(file);
    if (known) return known;
    const facts = interpreter.facts(file);
    const found = facts ? handlersIn(facts, interpreter).flatMap(([where, fn]) => nodeOf(where, fn) ?? []) : [];
    roots.set(file, found);
    return found;
  };
  const link = (site: CallSite, to: number | undefined, more: Partial<Edge> = {}): void => {
    const from = homeNode(site);
    if (from === undefined || to === undefined) return;
    const place: Place = { file: site.file, start: site.call.start, end: site.call.end };
    nodes[from]!.edges.push({ ...wayTo(site.call), place, starts: null, to, ...more });
  };

  for (const view of inApp) {
    const { file, facts } = view;
    for (const call of [...view.entityCalls, ...view.sdkCalls]) {
      const fact = callAt(facts, call.span);
      const home = fact && homeNode({ file, call: fact });
      if (!fact || home === undefined || ('member' in call && call.member.startsWith('functions.'))) continue;
      nodes[home]!.own.push({ call, ...wayTo(fact), through: [], functions: [] });
    }
    for (const { call, targets } of invoking.get(file) ?? []) {
      const fact = callAt(facts, call.span);
      for (const target of fact ? targets : [])
        for (const root of rootsOf(target)) link({ file, call: fact! }, root, { starts: target.name });
    }
    for (const [fn, { uses }] of facts.functions.entries()) {
      const to = nodeOf(file, fn);
      for (const site of interpreter.callersOf(file, fn)) link(site, to);
      for (const use of uses) {
        if (use.kind !== 'timeout' && use.kind !== 'interval') continue;
        const call = callAt(facts, use);
        if (call) link({ file, call }, to, use.kind === 'interval' ? { repeated: true } : {});
      }
    }
  }
  return { nodes, rootsOf };
}

function wayTo({ loops, conditions }: CallFact): Pick<Edge, 'repeated' | 'conditions'> {
  return { repeated: loops.some(({ retry }) => !retry), conditions: conditions ?? [] };
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
