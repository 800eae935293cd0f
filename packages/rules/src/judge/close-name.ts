import { distance } from 'fastest-levenshtein';
import { nearest } from './nearest.js';

/**
 * The known name that a name in code was surely meant to be: the same but for letter case, separators or a plural, or
 * one letter in six mistaken. Names of entities, fields and functions share whole words with others that mean something
 * else (`order_total`, `order_totals_by_day`), so this asks for more than `nearest` does for words of a format.
 */
export function closeName(name: string, known: Iterable<string>): string | undefined {
  const names = [...known];
  const wanted = plain(name);
  const same = names.filter((other) => plain(other) === wanted);
  if (same.length > 0) return same.length === 1 ? same[0] : undefined;
  const near = nearest(name, names);
  return near !== undefined && distance(wanted, plain(near)) <= wanted.length / 6 ? near : undefined;
}

/** `Order_Items` and `orderItem` are the same name. */
function plain(name: string): string {
  return name
    .replace(/[\s_.$/-]/g, '')
    .toLowerCase()
    .replace(/ies$/, 'y')
    .replace(/s$/, '');
}
