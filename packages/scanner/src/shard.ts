import { createHash } from 'node:crypto';

/** One part of the apps: the `index`th of `of`, counted from 1. */
export interface Shard {
  readonly index: number;
  readonly of: number;
}

/**
 * Whether an app belongs to a part. Decided by its path alone, so that an app stays in its part when others come or go,
 * and each app is in exactly one.
 */
export function isInShard(path: string, { index, of }: Shard): boolean {
  const hash = createHash('sha256').update(path).digest();
  return hash.readUInt32BE(0) % of === index - 1;
}
