import type { Place, Span } from '../app/types.js';
import { componentsOf } from './components.js';
import type { Condition, LoopFact, WayFact } from './facts.js';
import type { Repeat, Spend, Step } from './flow.js';
import type { AppGraph, GraphEdge, OwnCall } from './graph.js';
import { mayCost } from './invokes.js';
import type { OutsideCall, SdkCall } from './view.js';

/** Spends kept per flow, those that come first. */
const MAX_SPENDS = 200;
/** Functions entered per flow. Beyond, everything calls everything, and the ways are too many to list or to count. */
const MAX_ENTERED = 5_000;
/** Calls on the way. Longer chains are cut, so that code may be deeper than the stack. */
const MAX_PATH = 64;

/** Where a walk begins: a function, with what already lies behind. */
export interface Root {
  readonly node: number;
  readonly path: readonly Step[];
}

export interface Spending {
  readonly spends: readonly Spend[];
  readonly cut: number;
}

/** The walk over a graph from what sets it off to the calls that leave the app. */
export interface Walk {
  /** All calls that leave the app from these functions on, one per way, in the order of the code. */
  spendingOf(roots: readonly Root[]): Spending;
  /** Whether any lies behind a function. */
  spends(node: number): boolean;
  /** The functions that a run may enter, without those that a timer of the browser runs again and again. */
  readonly next: (node: number) => readonly number[];
  /** A timer whose function sets it again: `setTimeout(poll, 2000)` in `poll`. */
  repeatsItself(edge: GraphEdge, from: number): boolean;
}

/** What surrounds a function on its way. */
interface Way {
  readonly path: readonly Step[];
  readonly repeats: readonly Repeat[];
  readonly conditions: readonly Condition[];
  /** What takes up a failure that leaves the function. */
  readonly caught: Place | null;
  /** In a backend function what takes up its answer of failure; undefined where nothing of the app called it. */
  readonly answered: Place | null | undefined;
}

/**
 * @param isBrowser tells whether a node runs in the browser, where an interval is a start of its own
 * @param countOf turns of a loop, where the code spells them out
 */
export function walkOf(
  graph: AppGraph,
  isBrowser: (node: number) => boolean,
  countOf: (file: string, loop: LoopFact) => number | null,
): Walk {
  const { nodes } = graph;
  const component = componentNumbers(nodes.map(({ edges }) => edges.map(({ to }) => to)));
  const repeatsItself = ({ kind, to, fact }: GraphEdge, from: number): boolean =>
    kind === 'timeout' && component[from] === component[to] && !fact.recovery;
  const edgesOf = (node: number): readonly GraphEdge[] =>
    nodes[node]!.edges.filter(
      (edge) => !(edge.kind === 'interval' && isBrowser(node)) && !repeatsItself(edge, node) && !endsListening(edge),
    );
  const own = nodes.map((node) => node.own.filter(leaves));
  const next = (node: number) => edgesOf(node).map(({ to }) => to);
  const spends = reaching(nodes.length, next, (node) => own[node]!.length > 0);
  /** Calls and edges of a node in the order of the code, without edges that lead nowhere. */
  const stepsOf = memo((node: number): readonly (OwnCall<Leaving> | GraphEdge)[] =>
    [...own[node]!, ...edgesOf(node).filter(({ to }) => spends[to])].sort((a, b) => a.fact.start - b.fact.start),
  );

  const repeatsAt = (file: string, { loops }: WayFact): readonly Repeat[] =>
    loops
      .filter((loop, index) => !loop.retry && !isOfChunks(loops, index))
      .map((loop) => ({ place: placeOf(file, loop), count: countOf(file, loop) }))
      .reverse();

  const along = (way: Way, edge: GraphEdge): Way => {
    const { file } = edge.place;
    const failure =
      edge.kind === 'timeout' || edge.kind === 'interval' ? null : failureAt(way, edge.place.file, edge.fact);
    const caught = failure ?? edge.onError ?? null;
    return {
      path: [...way.path, { place: edge.place, starts: edge.starts }],
      repeats: [
        ...way.repeats,
        ...repeatsAt(file, edge.fact),
        ...(edge.kind === 'interval' ? [{ place: edge.place, count: null }] : []),
      ],
      conditions: union(way.conditions, edge.fact.conditions),
      caught,
      answered: edge.starts !== null ? caught : way.answered,
    };
  };

  const spendingOf = (roots: readonly Root[]): Spending => {
    const found: Spend[] = [];
    let cut = 0;
    let entered = 0;
    const onPath = new Set<number>();
    const enter = (node: number, way: Way): void => {
      if (onPath.has(node) || way.path.length > MAX_PATH || ++entered > MAX_ENTERED) return;
      onPath.add(node);
      const { file } = nodes[node]!;
      for (const step of stepsOf(node)) {
        if ('to' in step) enter(step.to, along(way, step));
        else if (found.length >= MAX_SPENDS) cut++;
        else
          found.push({
            call: step.call,
            path: way.path,
            repeats: [...way.repeats, ...repeatsAt(file, step.fact)],
            conditions: union(way.conditions, step.fact.conditions),
            caught: failureAt(way, file, step.fact),
          });
      }
      onPath.delete(node);
    };
    for (const { node, path } of roots)
      if (spends[node]) enter(node, { path, repeats: [], conditions: [], caught: null, answered: undefined });
    return { spends: found, cut };
  };
  return { spendingOf, spends: (node) => spends[node] === 1, next, repeatsItself };
}

/** `removeEventListener('focus', load)` names a function and does not run it. */
function endsListening({ fact: { callee } }: GraphEdge): boolean {
  return callee.t === 'get' ? NO_LONGER.test(callee.key) : callee.t === 'global' && NO_LONGER.test(callee.name);
}

const NO_LONGER = /^(?:remove[A-Z]\w*|off|unsubscribe|unregister|clear(?:Timeout|Interval))$/;

type Leaving = SdkCall | OutsideCall;

function leaves(own: OwnCall): own is OwnCall<Leaving> {
  return 'service' in own.call || ('member' in own.call && mayCost(own.call));
}

/** What takes up a failure of a call: a `catch` of its function, else what takes up the failure of the function. */
function failureAt(way: Way, file: string, { caught, loose }: WayFact): Place | null {
  if (!caught) return loose ? null : way.caught;
  return caught.answers && way.answered !== undefined ? way.answered : placeOf(file, caught);
}

const placeOf = (file: string, { start, end }: Span): Place => ({ file, start, end });

function union(some: readonly Condition[], more: readonly Condition[] = []): readonly Condition[] {
  return more.length === 0 ? some : [...new Set([...some, ...more])].sort();
}

/**
 * Whether a loop only cuts into pieces the list that the loop in it visits: `for (let i = 0; …; i += 10)` around
 * `rows.slice(i, i + 10).map(…)`, `for (const piece of pieces) for (const row of piece)`. Both together visit the list once.
 */
function isOfChunks(loops: WayFact['loops'], index: number): boolean {
  const inner = loops[index - 1]?.over;
  if (inner?.t === 'item') return inner.binder === loops[index]!.start;
  if (inner?.t !== 'call' || inner.callee.t !== 'get' || inner.callee.key !== 'slice') return false;
  const { kind } = loops[index]!;
  return (kind === 'for' || kind === 'while') && inner.args[0]?.t !== 'literal' && inner.args.length > 1;
}

/** The number of the component of each node. */
function componentNumbers(successors: readonly (readonly number[])[]): Int32Array {
  const numbers = new Int32Array(successors.length);
  for (const [number, members] of componentsOf(successors.length, (node) => successors[node]!).entries())
    for (const member of members) numbers[member] = number;
  return numbers;
}

/** 1 for each node from which one with a property can be reached. */
function reaching(
  count: number,
  next: (node: number) => readonly number[],
  has: (node: number) => boolean,
): Uint8Array {
  const found = new Uint8Array(count);
  // Components come before those that lead to them.
  for (const members of componentsOf(count, next))
    if (members.some((member) => has(member) || next(member).some((to) => found[to])))
      for (const member of members) found[member] = 1;
  return found;
}

function memo<Value>(find: (node: number) => Value): (node: number) => Value {
  const known = new Map<number, Value>();
  return (node) => {
    const before = known.get(node);
    if (before !== undefined) return before;
    const found = find(node);
    known.set(node, found);
    return found;
  };
}
