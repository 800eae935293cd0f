import type { EntityCall, FileView, LoopContext } from '@base44-lint/model';
import { isMadeFrom } from '../judge/repetition.js';
import { sourceReadOf } from '../judge/source-read.js';

/** A read that brings page after page. */
export function isPagedRead(call: EntityCall): boolean {
  return call.skip;
}

/** The element is a chunk of ids already: `filter({ id: { $in: chunk } })`. */
export function isBatch(call: EntityCall, loop: LoopContext): boolean {
  return call.query.keys.some(
    ({ name, value, operators }) =>
      (operators.includes('$in') || name === '$or' || name === '$and') && isMadeFrom(value, loop),
  );
}

/** Looks at a row of the loop once more, to see what has become of it since it was read. */
export function isFreshLook(call: EntityCall, loop: LoopContext, file: FileView): boolean {
  if (call.entity.name === null || loop.file !== file.file) return false;
  const byId = call.method === 'get' || (call.query.keys.length === 1 && call.query.keys[0]?.name === 'id');
  const source = byId && sourceReadOf(loop.over, file.entityCalls);
  return source ? source.call.entity.name === call.entity.name : false;
}
