import type { CallFact } from '@base44-lint/model';

/**
 * Whether code asks if the member is there: `x.count?.(…)`, `if (x.count) x.count()`, `typeof x.count === 'function'`.
 * To name a method without calling it has hardly another reason.
 */
export function isAskedFor({ start, name }: CallFact, text: string): boolean {
  const end = text[name.end] === ']' ? name.end + 1 : name.end;
  if (text.startsWith('?.(', end)) return true;
  const chain = text.slice(start, end);
  for (let at = text.indexOf(chain); at >= 0; at = text.indexOf(chain, at + 1))
    if (!/[\w$(]/.test(text[at + chain.length] ?? '') && !text.startsWith('?.(', at + chain.length)) return true;
  return false;
}
