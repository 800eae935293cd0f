import { functionOf } from '../app/zones.js';
import type { App, BackendFunction } from '../app/types.js';
import { callerOf } from './caller.js';
import { rank } from './checks.js';
import { callAt } from './execution.js';
import type { AppGraph, GraphEdge } from './graph.js';
import type { Interpreter } from './interpreter.js';
import type { CallerCheck, EntityCall, OutsideCall, SdkCall } from './view.js';

/** A call that runs when a backend function is called, with what is known of the caller by then. */
export interface FunctionCall {
  readonly call: EntityCall | SdkCall | OutsideCall;
  /** On the way through this function. The call's own `caller` speaks of all functions that share it, and the weakest counts there. */
  readonly caller: CallerCheck;
}

/** Calls that run in one backend function, in the order in which they are met from its handler. */
export type FunctionCalls = (target: BackendFunction) => readonly FunctionCall[];

/**
 * Follows each backend function from its handler through its own code and through helpers in files that it shares with
 * others, and not into functions that it starts: those run on their own.
 */
export function functionCallsOf(app: App, graph: AppGraph, interpreter: Interpreter): FunctionCalls {
  return (target) => {
    const isOwn = (file: string): boolean => file === target.file || functionOf(app, file)?.name === target.name;
    const calls = new Map<FunctionCall['call'], CallerCheck>();
    const seen = new Set<string>();
    /** `entered`: what was checked where the way left the function's own files; null as long as it has not. */
    const stack: { readonly node: number; readonly entered: CallerCheck | null }[] = graph
      .rootsOf(target)
      .map((node) => ({ node, entered: null }));
    for (let next = stack.pop(); next; next = stack.pop()) {
      const { node, entered } = next;
      const key = `${node} ${entered?.level ?? ''}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const { own, edges } = graph.nodes[node]!;
      for (const { call } of own) {
        const caller = entered ? strongest(entered, call.caller) : call.caller;
        const before = calls.get(call);
        if (!before || rank(caller.level) < rank(before.level)) calls.set(call, caller);
      }
      for (const edge of edges) {
        const to = graph.nodes[edge.to];
        if (!to || edge.starts !== null) continue;
        const leaves = entered === null && !isOwn(to.file);
        stack.push({ node: edge.to, entered: leaves ? checkedAt(edge, interpreter) : entered });
      }
    }
    return [...calls].map(([call, caller]) => ({ call, caller }));
  };
}

function checkedAt({ place }: GraphEdge, interpreter: Interpreter): CallerCheck {
  const facts = interpreter.facts(place.file);
  const call = facts && callAt(facts, place);
  return call ? callerOf({ file: place.file, call }, 'function', interpreter) : { level: 'unknown', places: [] };
}

/** Of what was checked on the way and at the call: a check that is known beats one that is not in sight. */
function strongest(on: CallerCheck, at: CallerCheck): CallerCheck {
  const known = [on, at].filter(({ level }) => level !== 'unknown' && level !== 'none');
  const [first, second] = known;
  if (!first) return on.level === 'unknown' ? on : at.level === 'unknown' ? at : on;
  return second && rank(second.level) > rank(first.level) ? second : first;
}
