import { supports } from '@base44-lint/catalog';
import type { Pair } from './pairs.js';

export function messageFor({ first, second, field, moved }: Pair): string {
  const names = [first.entity.name, second.entity.name];
  if (names[0] === names[1])
    return `When this second write to ${names[1]} fails, \`${field}\` has changed on one record and not on the other, and trying again moves it twice.`;
  return moved === first
    ? `When this write to ${names[1]} fails, \`${field}\` of ${names[0]} has changed already, and trying again changes it twice.`
    : `When this change of \`${field}\` of ${names[1]} fails, what was written to ${names[0]} stays, and ${/create/i.test(first.method) ? 'trying again creates it twice' : 'the two no longer agree'}.`;
}

export function adviceFor(version: string | null): string {
  const change =
    supports(version, 'entities.updateMany') === 'yes'
      ? 'change the number with `$inc`'
      : 'change the number with `$inc` (SDK 0.8.22 or later)';
  return `Do both in one backend function that first looks for a record with the key of this request and stops when it is there, ${change}, and take the first write back in a \`catch\` of the second.`;
}
