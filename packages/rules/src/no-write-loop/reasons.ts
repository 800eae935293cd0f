import type { EntityCall, FileView, LoopContext } from '@base44-lint/model';
import { isInside } from '../judge/repetition.js';

/** What each turn waits for besides the database: then the write after it records how far the loop has come. */
const WORK = /^(?:integrations|functions|connectors|agents|users)\./;

/**
 * The created record is needed before the turn ends: children that point to it, a link that is stored elsewhere. Its id is
 * read, and another request follows in the same turn; ids that are only collected can come from one request as well.
 */
export function hasDependents(call: EntityCall, loop: LoopContext, { entityCalls, sdkCalls }: FileView): boolean {
  const { ignored, reads } = call.result;
  // Nothing read by name, and yet it is used: `const { id } = await …`.
  if (call.method !== 'create' || ignored || (reads.length > 0 && !reads.some((key) => ID.test(key)))) return false;
  return [...entityCalls, ...sdkCalls].some((other) => other.span.start > call.span.end && isInside(loop, other));
}

const ID = /^_?id$/;

/** A loop that creates, updates and deletes the same entity plays back a queue: each operation is one request by nature. */
export function isReplay(call: EntityCall, loop: LoopContext, { entityCalls }: FileView): boolean {
  const methods = new Set(
    entityCalls
      .filter((other) => isInside(loop, other) && other.entity.name === call.entity.name)
      .map(({ method }) => method),
  );
  return methods.has('create') && methods.has('update') && methods.has('delete');
}

/**
 * Each turn does work of its own that takes time and must not be done twice: it sends a mail, asks a model, calls another
 * service, itself or in a helper. Saving after each element is what keeps the loop from starting over.
 */
export function isStepwise(loop: LoopContext, { sdkCalls, facts }: FileView): boolean {
  return (
    sdkCalls.some(
      ({ member, execution }) =>
        WORK.test(member) && execution.loops.some(({ file, start }) => file === loop.file && start === loop.start),
    ) ||
    facts.calls.some(
      ({ callee, start, end }) =>
        loop.start <= start && end <= loop.end && callee.t === 'global' && callee.name === 'fetch',
    )
  );
}
