import { distance } from 'fastest-levenshtein';
import { nearest } from './nearest.js';

/**
 * The known name that a name in code was surely meant to be: the same but for letter case, separators or a plural, or
 * one letter in seven mistaken. Names of entities, fields and functions share whole words with others that mean something
 * else (`order_total`, `order_totals_by_day`), so this asks for more than `nearest` does for words of a format.
 */
export function closeName(name: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const same = names.filter((other) => singular(other) === singular(name));
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const near = nearest(name, names);
  return near !== undefined && distance(squashed(name), squashed(near)) <= squashed(name).length / 7 ? near : undefined;
}

/** `Order_Item` and `orderItem` are the same name. */
function squashed(name: string): string {
  return name.replace(/[\s_.$/-]/g, '').toLowerCase();
}

function singular(name: string): string {
  return squashed(name).replace(/ies$/, 'y').replace(/s$/, '');
}
