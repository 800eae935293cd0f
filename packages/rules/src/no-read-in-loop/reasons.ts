import type { EntityCall, FileView, LoopContext } from '@base44-lint/model';
import { sourceReadOf } from '../judge/source-read.js';

/** A read that brings page after page. */
export function isPagedRead(call: EntityCall): boolean {
  return call.skip;
}

/** Asks for many at once already: `filter({ id: { $in: chunk } })`, not `{ status: { $in: ['a', 'b'] } }`. */
export function isBatch({ query }: EntityCall): boolean {
  return query.keys.some(({ name, value }) => {
    if (name === '$or' || name === '$and') return true;
    const many = value.t === 'object' ? value.props.find(([key]) => key === '$in')?.[1] : undefined;
    return many !== undefined && !(many.t === 'array' && many.items.every(({ t }) => t === 'literal'));
  });
}

/** Looks at a row of the loop once more, to see what has become of it since it was read. */
export function isFreshLook(call: EntityCall, loop: LoopContext, file: FileView): boolean {
  if (call.entity.name === null || loop.file !== file.file) return false;
  const byId = call.method === 'get' || (call.query.keys.length === 1 && call.query.keys[0]?.name === 'id');
  const source = byId && sourceReadOf(loop.over, file.entityCalls);
  return source ? source.call.entity.name === call.entity.name : false;
}
