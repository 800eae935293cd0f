import type { EntityCall, LoopContext } from '@base44-lint/model';
import { isMadeFrom } from '../judge/repetition.js';

/** The query key whose value comes from the element; null where there is none, or more than one. */
export function keyByElement(call: EntityCall, loop: LoopContext): string | null {
  const keys = call.query.keys.filter(({ value }) => isMadeFrom(value, loop));
  return keys.length === 1 ? (keys[0]?.name ?? null) : null;
}
