import type { LoopContext, Place, Trigger } from '@base44-lint/model';
import { isBounded, isMadeFrom } from '../judge/repetition.js';
import type { Spending } from './spending.js';

/** What makes a place that spends credits run again and again without a person asking for each run. */
export type Repetition =
  | {
      readonly by: 'loop';
      readonly loop: LoopContext;
      readonly place: Place;
      readonly doubtful: boolean;
      /** Turns for which something is there already do not get to the call: what the advice asks for. */
      readonly skips: boolean;
    }
  | { readonly by: 'interval' | 'effect' | 'query' | 'typing'; readonly trigger: Trigger; readonly place: Place };

/** All repetitions of a place: what starts it, and loops around it. */
export function repetitionsOf(spending: Spending, text: string): readonly Repetition[] {
  const loop = loopOf(spending, text);
  return [...spending.execution.triggers.flatMap((trigger) => triggered(trigger) ?? []), ...(loop ? [loop] : [])];
}

/** The innermost loop that is neither a retry nor over a few things that are written out. */
function loopOf({ file, execution, call }: Spending, text: string): Repetition | null {
  const loop = execution.loops.find((one) => !one.retry && !isBounded(one.over) && one.method !== 'find');
  if (!loop) return null;
  const counts = loop.kind === 'for' || loop.kind === 'while' || loop.kind === 'do';
  // A counting loop may try again, wait, or ask in turns; one that works through a list takes its arguments from it.
  const isTurn = counts && !call.args.some((arg) => isMadeFrom(arg, loop));
  const skips = loop.conditions?.includes('absent') ?? false;
  const doubtful = isTurn || skips || (loop.file === file && takesBatches(loop, text));
  return { by: 'loop', loop, doubtful, skips, place: { file: loop.file, start: loop.start, end: loop.end } };
}

/** `for (let i = 0; i < rows.length; i += BATCH)`: many records in one request is what the advice would ask for. */
function takesBatches({ start, kind }: LoopContext, text: string): boolean {
  const head = text.slice(start, start + 120);
  return /batch|chunk/i.test(kind === 'each' ? head.slice(0, 40) : (head.split('{', 1)[0] ?? ''));
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
