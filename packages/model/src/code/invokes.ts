import type { WayFact } from './facts.js';
import type { AppGraph, GraphEdge, GraphNode } from './graph.js';
import { along, merged, reachesOf, type Edge, type Node } from './reach.js';
import type { EntityCall, FileView, Invocation, Reached, SdkCall } from './view.js';

/** Members whose calls may cost credits (platform-facts section 5); the rest of the SDK is free. */
const MAY_COST = /^(?:integrations|agents|connectors|aiGateway)\./;

/** Whether a call of the SDK may cost credits. */
export const mayCost = ({ member }: Pick<SdkCall, 'member'>): boolean => MAY_COST.test(member);

/**
 * Adds to each file which backend functions it calls, and which SDK calls run in them: through helpers, imports and
 * further functions. Only where the whole app is in sight.
 */
export function joinInvocations(views: readonly FileView[], graph: AppGraph): FileView[] {
  if (views.every(({ file }) => graph.invoking.get(file)?.length === 0)) return [...views];
  const reaches = reachesOf(graph.nodes.map(reachable), isPaid);
  return views.map((view) => {
    const calls = graph.invoking.get(view.file) ?? [];
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

const isPaid = (call: EntityCall | SdkCall): boolean => 'member' in call && mayCost(call);

/** Ways that only flows follow: what rules say of a call must not depend on how far a guess leads. */
const OF_FLOWS: ReadonlySet<GraphEdge['kind']> = new Set(['callback', 'fetch', 'given']);

function reachable({ own, edges }: GraphNode): Node {
  return {
    own: own.flatMap(({ call, fact }): Reached[] =>
      'service' in call ? [] : [{ call, ...wayTo(fact), through: [], functions: [] }],
    ),
    edges: edges.filter(({ kind }) => !OF_FLOWS.has(kind)).map(edgeOf),
  };
}

function edgeOf({ to, place, starts, fact, kind }: GraphEdge): Edge {
  const way = wayTo(fact);
  return { to, place, starts, ...way, repeated: way.repeated || kind === 'interval' };
}

function wayTo({ loops, conditions }: WayFact): Pick<Edge, 'repeated' | 'conditions'> {
  return { repeated: loops.some(({ retry }) => !retry), conditions: conditions ?? [] };
}
