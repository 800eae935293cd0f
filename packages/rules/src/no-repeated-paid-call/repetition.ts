import type { LoopContext, Place, Trigger } from '@base44-lint/model';
import { isBounded, isMadeFrom } from '../judge/repetition.js';
import type { Spending } from './spending.js';

/** What makes a place that spends credits run again and again without a person asking for each run. */
export type Repetition =
  | { readonly by: 'loop'; readonly loop: LoopContext; readonly place: Place; readonly counted: boolean }
  | { readonly by: 'interval' | 'effect' | 'query' | 'typing'; readonly trigger: Trigger; readonly place: Place };

/** All repetitions of a place: loops around it, and what starts it. */
export function repetitionsOf(spending: Spending): readonly Repetition[] {
  const { execution } = spending;
  const loop = loopOf(spending);
  return [...(loop ? [loop] : []), ...execution.triggers.flatMap((trigger) => triggered(trigger) ?? [])];
}

/** The innermost loop that is neither a retry nor over a few things that are written out. */
function loopOf({ execution, call }: Spending): Repetition | null {
  const loop = execution.loops.find((one) => !one.retry && !isBounded(one.over) && one.method !== 'find');
  if (!loop) return null;
  const counts = loop.kind === 'for' || loop.kind === 'while' || loop.kind === 'do';
  // A counting loop may try again, wait, or ask in turns; one that works through a list takes its arguments from it.
  const counted = counts && !call.args.some((arg) => isMadeFrom(arg, loop));
  return { by: 'loop', loop, counted, place: { file: loop.file, start: loop.start, end: loop.end } };
}

function triggered(trigger: Trigger): Repetition | null {
  const { kind, place } = trigger;
  switch (kind) {
    case 'interval':
    case 'effect':
    case 'query':
      return { by: kind, trigger, place };
    case 'handler':
      return trigger.typing ? { by: 'typing', trigger, place } : null;
    default:
      return null;
  }
}
