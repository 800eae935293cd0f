import type { CallFact, FileFacts, LoopFact, Term } from './facts.js';
import { isEachMethod, runsInPlace } from './uses.js';
import { isServedThrough } from './wrapped.js';

/** A function that a call hands on by name, and the call that this makes of it. */
export interface HandedOn {
  readonly handed: Term;
  readonly as: CallFact;
}

/**
 * Calls of functions that are handed on by name: `ids.map(remove)` is a call of `remove` with each id, in a loop;
 * `withRetry(load)` is a call of `load` without known arguments. Of a function in another file only the first is known.
 */
export function handedOn(call: CallFact, facts: FileFacts): readonly HandedOn[] {
  return call.args.flatMap((handed): HandedOn[] => {
    if (handed.t === 'import') return isEachMethod(methodOf(call)) ? [{ handed, as: perElement(call) }] : [];
    if (handed.t !== 'function') return [];
    const fact = facts.functions[handed.fn];
    // What a wrapper is handed for the requests to come does not run where it is handed over.
    if (fact && isServedThrough(fact)) return [];
    const { inPlace, uses } = fact ?? { inPlace: true, uses: [] };
    const use = inPlace
      ? undefined
      : uses.find((one) => one.start === call.start && one.end === call.end && runsInPlace(one));
    if (!use) return [];
    return [{ handed, as: use.kind === 'each' ? perElement(call) : { ...call, args: [], argSpans: [] } }];
  });
}

function methodOf({ callee }: CallFact): string {
  return callee.t === 'get' ? callee.key : '';
}

function perElement(call: CallFact): CallFact {
  const { callee, start, end, fn } = call;
  const method = methodOf(call);
  const over: Term = (method === 'from' ? call.args[0] : callee.t === 'get' ? callee.of : undefined) ?? { t: '?' };
  const element: Term = { t: 'item', of: over, binder: start };
  const loop: LoopFact = { kind: 'each', over, method, retry: false, conditional: false, fn, start, end };
  const args: Term[] = method.startsWith('reduce') ? [{ t: '?' }, element] : [element];
  return { ...call, args, argSpans: args.map(() => ({ start, end })), loops: [loop, ...call.loops] };
}
