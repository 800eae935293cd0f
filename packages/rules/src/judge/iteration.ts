import type { LoopContext, Term } from '@base44-lint/model';

/** Methods that hand on (some of) the elements of a list. */
const KEEPS = new Set([
  'filter',
  'slice',
  'map',
  'sort',
  'reverse',
  'flat',
  'concat',
  'toSorted',
  'values',
  'from',
  'entries',
  'keys',
]);

/**
 * Whether a term is the element of a loop, or a member of it. Looked at from inside a helper, `passed` holds what the
 * call in the loop hands to its parameters.
 */
export function itemOf(term: Term, loop: LoopContext, passed: readonly Term[]): boolean {
  // `delete(idOf(row))`
  if (term.t === 'call' && term.callee.t === 'function' && term.args.length === 1)
    return itemOf(term.args[0] as Term, loop, passed);
  const base = rootOf(term);
  if (base.t === 'param' && passed.length > 0) {
    const argument = passed[base.index];
    return argument !== undefined && itemOf(argument, loop, []);
  }
  if (base.t === 'item') return base.binder === loop.start;
  if (loop.kind === 'for' || loop.kind === 'while' || loop.kind === 'do') return base.t === 'at' || isTaken(base);
  return false;
}

/** `queue.pop()`, `ids.shift()`: the loop's own way to the next element. */
export function isTaken(term: Term): boolean {
  return term.t === 'call' && term.callee.t === 'get' && (term.callee.key === 'pop' || term.callee.key === 'shift');
}

/** What a record or its id is a member of: `row` in `row.id`, also in `String(row.id)`. */
export function rootOf(term: Term): Term {
  switch (term.t) {
    case 'get':
      return rootOf(term.of);
    case 'at':
      // `ids[i]` is an element by index; `row[field]` is a member of a row.
      return term.of.t === 'item' ? term.of : term;
    case 'template':
      return term.parts.length === 1 ? rootOf(term.parts[0] as Term) : term;
    case 'call':
      return term.callee.t === 'global' && term.callee.name === 'String' && term.args[0] ? rootOf(term.args[0]) : term;
    case 'any':
      // `row.id || row._id`, `item.id ?? item`
      return term.of.map(rootOf).find((one) => one.t === 'item') ?? term;
    default:
      return term;
  }
}

/** A list written out with a handful of elements is no bulk. */
export function isListOfFew(over: Term): boolean {
  return (
    over.t === 'array' && over.items.length <= 3 && over.items.every((item) => item.t !== 'item' && item.t !== '?')
  );
}

/**
 * Every record of an entity: what `list()` or an empty filter gave, not narrowed since. With a limit that is only so where
 * pages are read until nothing is left.
 */
export function isWholeTable(over: Term, paged: boolean): boolean {
  if (over.t === 'any') return over.of.some((one) => isWholeTable(one, paged));
  if (over.t !== 'call' || over.callee.t !== 'get') return false;
  const { key, of } = over.callee;
  if (key === 'list') return paged || !isLimited(over.args[1]);
  if (key === 'filter' && over.args[0]?.t !== 'function') {
    const query = over.args[0];
    const isEmpty =
      query === undefined || (query.t === 'object' && query.props.length === 0 && query.spreads.length === 0);
    return isEmpty && (paged || !isLimited(over.args[2]));
  }
  return KEEPS.has(key) && key !== 'filter' && isWholeTable(of, paged);
}

const isLimited = (limit: Term | undefined): boolean => limit?.t === 'literal' && typeof limit.value === 'number';
