import type { CallFact, FileFacts, LoopFact, Term } from './facts.js';
import { runsInPlace } from './uses.js';

/**
 * Calls of functions that are handed on by name: `ids.map(remove)` is a call of `remove` with each id, in a loop;
 * `withRetry(load)` is a call of `load` without known arguments.
 */
export function handedOn(call: CallFact, facts: FileFacts): { readonly fn: number; readonly call: CallFact }[] {
  return call.args.flatMap((argument) => {
    if (argument.t !== 'function') return [];
    const { inPlace, uses } = facts.functions[argument.fn] ?? { inPlace: true, uses: [] };
    const use = inPlace
      ? undefined
      : uses.find((one) => one.start === call.start && one.end === call.end && runsInPlace(one));
    if (!use) return [];
    return [{ fn: argument.fn, call: use.kind === 'each' ? perElement(call) : { ...call, args: [], argSpans: [] } }];
  });
}

function perElement(call: CallFact): CallFact {
  const { callee, start, end, fn } = call;
  const method = callee.t === 'get' ? callee.key : '';
  const over: Term = (method === 'from' ? call.args[0] : callee.t === 'get' ? callee.of : undefined) ?? { t: '?' };
  const element: Term = { t: 'item', of: over, binder: start };
  const loop: LoopFact = { kind: 'each', over, method, retry: false, fn, start, end };
  const args: Term[] = method.startsWith('reduce') ? [{ t: '?' }, element] : [element];
  return { ...call, args, argSpans: args.map(() => ({ start, end })), loops: [loop, ...call.loops] };
}
