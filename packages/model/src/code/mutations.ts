import type { CallFact, Term } from './facts.js';
import { mutationOf } from './relevance.js';

/** A function that React Query runs around a mutation: `onSuccess`, `onError`, `onSettled`, `onMutate`. */
export interface MutationCallback {
  readonly event: string;
  readonly value: Term;
}

/** Callbacks of `m.mutate(values, { onSuccess })` and of the `useMutation` that made `m`; null where the call is none. */
export function callbacksOf({ callee, args }: CallFact): readonly MutationCallback[] | null {
  if (callee.t !== 'get' || callee.of.t !== 'call' || mutationOf(callee) === null) return null;
  return [callee.of.args[0], args[1]].flatMap((options) =>
    options?.t === 'object'
      ? options.props.filter(([key]) => CALLBACK.test(key)).map(([event, value]) => ({ event, value }))
      : [],
  );
}

const CALLBACK = /^on(?:Success|Error|Settled|Mutate)$/;
