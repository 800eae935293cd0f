import type { EntityCall, LoopContext, Place, Span, Term } from '@base44-lint/model';
import { isListOfFew, isTaken, rootOf } from './iteration.js';
import { mentions } from './terms.js';

/**
 * The innermost loop whose element the given arguments of a call are made from: around the call itself, or, one step out,
 * around the call of the helper that holds it. Retries and lists of a few written-out elements do not count.
 */
export function loopOverArguments(call: EntityCall, args: readonly Term[]): LoopContext | null {
  const loops = call.execution.loops.filter((loop) => !loop.retry);
  const own = loops.filter((loop) => loop.through.length === 0);
  const found = own.find((loop) => args.some((arg) => isMadeFrom(arg, loop)) && !isBounded(loop.over));
  if (found || own.length > 0) return found ?? null;
  // The call stands in a helper: what the loop hands to its parameters must reach the arguments.
  return (
    loops.find(
      (loop) => loop.through.length === 1 && args.some((arg) => isHanded(arg, loop)) && !isBounded(loop.over),
    ) ?? null
  );
}

/** Whether the element of a loop, or a part of it, goes into a value. */
export function isMadeFrom(term: Term, loop: LoopContext): boolean {
  const counts = loop.kind === 'for' || loop.kind === 'while' || loop.kind === 'do';
  return mentions(
    term,
    (one) =>
      (one.t === 'item' && one.binder === loop.start) ||
      (counts && ((one.t === 'at' && rootOf(one).t !== 'item') || isTaken(one))),
  );
}

function isHanded(term: Term, loop: LoopContext): boolean {
  return mentions(term, (one) => {
    const argument = one.t === 'param' ? loop.passed[one.index] : undefined;
    return argument !== undefined && isMadeFrom(argument, { ...loop, passed: [] });
  });
}

/** The code itself says how many elements there are: a list that is written out, or the keys of an object that is. */
export function isBounded(over: Term): boolean {
  if (isListOfFew(over)) return true;
  if (over.t === 'array') return over.items.every((item) => item.t !== 'item' && item.t !== '?');
  if (over.t === 'any') return over.of.every(isBounded);
  if (over.t !== 'call' || over.callee.t !== 'get') return false;
  const { key, of } = over.callee;
  if (of.t === 'global' && of.name === 'Object') {
    const [source] = over.args;
    return source?.t === 'object' && source.spreads.length === 0;
  }
  // `rows.slice(0, 3)`
  if (key === 'slice' && over.args[0]?.t === 'literal' && over.args[0].value === 0) {
    const end = over.args[1];
    if (end?.t === 'literal' && typeof end.value === 'number') return end.value <= FEW;
  }
  return /^(?:filter|map|slice|entries|reverse|sort|toSorted)$/.test(key) && isBounded(of);
}

/** Up to so many requests in a row nobody notices. */
const FEW = 10;

/** `entities[op.entity].delete(op.id)`: the element names the entity too, so no single request could replace the loop. */
export function entityVaries(call: EntityCall, loop: LoopContext): boolean {
  const { candidates, key } = call.entity;
  if (candidates.length > 0 || key === undefined) return false;
  return loop.passed.length > 0 ? isHanded(key, loop) : isMadeFrom(key, loop);
}

/** Whether a place in a file lies in a loop that runs there. */
export function isInside(loop: LoopContext, { file, span }: { readonly file: string; readonly span: Span }): boolean {
  return file === loop.file && loop.start <= span.start && span.end <= loop.end;
}

/** Where the loop stands, unless that is plain to see around the call. */
export function loopEvidence(call: EntityCall, loop: LoopContext, note: string): readonly (Place & { note: string })[] {
  if (loop.file === call.file && loop.through.length === 0) return [];
  return [{ file: loop.file, start: loop.start, end: loop.end, note }];
}
