import type { EntityCall, FileFacts, FunctionFact, Place, SdkCall } from '@base44-lint/model';

/** How the function that ends a subscription gets lost. */
export interface Loss {
  /** The subscription is made again and again; otherwise once, or nobody knows how often. */
  readonly again: boolean;
  /** What makes it again: "the component is shown". */
  readonly when: string;
  /** Where it is dropped, if not at the call itself. */
  readonly place: Place | null;
  readonly note: string;
}

/** Null where the code keeps what `subscribe` gives back, or where the module itself subscribes, once for all. */
export function lossOf(call: EntityCall | SdkCall, facts: FileFacts): Loss | null {
  const dropped = call.result.ignored ? null : droppedByCaller(call, facts);
  if (!call.result.ignored && !dropped) return null;
  const { triggers } = call.execution;
  const effect = triggers.find(({ kind }) => kind === 'effect');
  const other = triggers.find(
    ({ kind }) => kind === 'handler' || kind === 'interval' || kind === 'query' || kind === 'mutation',
  );
  const common = { place: dropped, note: 'drops the function that ends it' };
  // `if (started.current) return` makes it once.
  const isOnce = (effect ?? other)?.conditions?.includes('absent') ?? false;
  if (effect) {
    const when =
      effect.deps === 'empty'
        ? 'the component is shown'
        : effect.deps === 'none'
          ? 'the component renders'
          : 'the effect runs';
    return { again: !isOnce, when, ...common };
  }
  if (other)
    return { again: !isOnce, when: other.kind === 'handler' ? 'the handler runs' : 'it is asked for', ...common };
  return triggers.some(({ kind }) => kind === 'top') ? null : { again: false, when: '', ...common };
}

/** A function of the file hands on what `subscribe` gave back, and the one who calls it does not look at it. */
function droppedByCaller(call: EntityCall | SdkCall, facts: FileFacts): Place | null {
  if (call.result.returned === 'no') return null;
  const fact = facts.calls.find(({ start, end }) => start === call.span.start && end === call.span.end);
  const home = fact ? homeOf(fact.fn, facts.functions) : 0;
  const fn = facts.functions[home];
  if (home === 0 || !fn) return null;
  // React takes no promise for a cleanup.
  const effect = fn.async ? fn.uses.find(({ kind }) => kind === 'effect') : undefined;
  const found =
    effect ?? facts.calls.find(({ callee, result }) => callee.t === 'function' && callee.fn === home && result.ignored);
  return found ? { file: facts.file, start: found.start, end: found.end } : null;
}

function homeOf(start: number, functions: readonly FunctionFact[]): number {
  let fn = start;
  while (fn !== 0 && functions[fn]?.inPlace) fn = functions[fn]?.parent ?? 0;
  return fn;
}
