import type { CallFact, FileFacts, FunctionFact } from './facts.js';

/** Whether a function answers requests by way of a wrapper that it is handed to: `Deno.serve(withCors(fn))`. */
export function isServedThrough({ uses }: FunctionFact): boolean {
  return uses.some(({ kind }) => kind === 'serve') && uses.some(({ kind }) => kind === 'callback');
}

/** Functions that a call hands to a wrapper which makes a handler of requests of them, with their place among the arguments. */
export function wrappedIn(
  call: CallFact,
  facts: FileFacts,
): readonly { readonly fn: number; readonly index: number }[] {
  return call.args.flatMap((term, index) => {
    const fact = term.t === 'function' ? facts.functions[term.fn] : undefined;
    if (term.t !== 'function' || !fact || !isServedThrough(fact)) return [];
    const isHere = fact.uses.some(
      ({ kind, start, end }) => kind === 'callback' && start === call.start && end === call.end,
    );
    return isHere ? [{ fn: term.fn, index }] : [];
  });
}

/** Calls with which a wrapper runs the function that it was handed as one of its parameters. */
export function runsOf(facts: FileFacts, wrapper: number, index: number): readonly CallFact[] {
  return facts.calls.filter(({ callee }) => callee.t === 'param' && callee.fn === wrapper && callee.index === index);
}

/** Names of wrappers out of sight that add headers, answer errors or take the time, and let everyone in. */
export const LETS_IN = /cors|error|catch|safe|log|json|timing|trac(?:e|ing)|metric|response/i;
