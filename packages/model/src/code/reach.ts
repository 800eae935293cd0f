import type { Place } from '../app/types.js';
import { componentsOf } from './components.js';
import type { Condition } from './facts.js';
import type { EntityCall, Reached, SdkCall } from './view.js';

/** One function of the code that calls another, or the entry of a backend function. */
export interface Edge {
  readonly to: number;
  readonly place: Place;
  readonly repeated: boolean;
  readonly conditions: readonly Condition[];
  /** Name of the backend function that the call starts; null for a call within the same run. */
  readonly starts: string | null;
}

/** Calls of one function of the code, and where they lead. */
export interface Node {
  readonly own: readonly Reached[];
  readonly edges: readonly Edge[];
}

/** Calls kept per function; calls that cost credits come first. Keeps the whole linear where everything calls everything. */
const MAX_REACHED = 64;
const MAX_THROUGH = 6;

/**
 * What each function reaches. Functions that call each other in a circle reach the same, and what lies between them is
 * not told; going round repeats their calls only where a loop does it.
 */
export function reachesOf(
  nodes: readonly Node[],
  isFirst: (call: EntityCall | SdkCall) => boolean,
): (node: number) => readonly Reached[] {
  const found = new Map<number, readonly Reached[]>();
  for (const component of componentsOf(nodes.length, (node) => nodes[node]!.edges.map(({ to }) => to))) {
    const members = new Set(component);
    const reached = new Map<EntityCall | SdkCall, Reached>();
    // `for (const child of node.children) await visit(child)`
    const repeats = component.some((member) =>
      nodes[member]!.edges.some(({ to, repeated }) => repeated && members.has(to)),
    );
    for (const member of component) {
      for (const one of nodes[member]!.own) add(reached, repeats ? { ...one, repeated: true } : one);
      for (const edge of nodes[member]!.edges)
        if (!members.has(edge.to)) for (const one of found.get(edge.to) ?? []) add(reached, along(edge, one));
    }
    const all = firstOf([...reached.values()], isFirst);
    for (const member of component) found.set(member, all);
  }
  return (node) => found.get(node) ?? [];
}

/** What stands at the end of an edge, seen from its start. */
export function along(edge: Omit<Edge, 'to'>, { call, ...beyond }: Reached): Reached {
  return {
    call,
    repeated: edge.repeated || beyond.repeated,
    conditions: [...new Set([...edge.conditions, ...beyond.conditions])].sort(),
    through: [edge.place, ...beyond.through].slice(0, MAX_THROUGH),
    functions: (edge.starts === null ? beyond.functions : [edge.starts, ...beyond.functions]).slice(0, MAX_THROUGH),
  };
}

/** Each call once. */
export function merged(all: readonly Reached[]): readonly Reached[] {
  const reached = new Map<EntityCall | SdkCall, Reached>();
  for (const one of all) add(reached, one);
  return [...reached.values()];
}

/** Of two ways to a call: repeated counts, and so does the way with fewer conditions. */
function add(reached: Map<EntityCall | SdkCall, Reached>, one: Reached): void {
  const other = reached.get(one.call);
  if (!other) reached.set(one.call, one);
  else {
    const shorter = one.conditions.length < other.conditions.length ? one : other;
    reached.set(one.call, { ...shorter, repeated: one.repeated || other.repeated });
  }
}

function firstOf(all: readonly Reached[], isFirst: (call: EntityCall | SdkCall) => boolean): readonly Reached[] {
  if (all.length <= MAX_REACHED) return all;
  const first = all.filter(({ call }) => isFirst(call));
  return [...first, ...all.filter(({ call }) => !isFirst(call))].slice(0, MAX_REACHED);
}
