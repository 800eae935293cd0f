import type { App, EntityCall, QueryKey, Term } from '@base44-lint/model';
import { scopes } from './scoping.js';

/** From so many rows on, one request for each takes a function to its time limit and a page to the rate limit. */
const MANY = 200;
/** Methods that leave some of the rows, nobody can tell how many. */
const NARROWS = new Set(['filter', 'slice', 'splice', 'find', 'findLast', 'flatMap']);

/** A read whose rows a list holds. */
interface SourceRead {
  readonly call: EntityCall;
  /** Code has picked some of the rows since. */
  readonly narrowed: boolean;
}

/** The read of this file whose rows a list holds; undefined where the list comes from elsewhere, or from inside a row. */
export function sourceReadOf(list: Term, calls: readonly EntityCall[], narrowed = false): SourceRead | undefined {
  switch (list.t) {
    case 'any':
      return first(list.of, calls, narrowed);
    case 'array':
      // `[...rows]`
      return first(
        list.items.flatMap((item) => (item.t === 'item' ? [item.of] : [])),
        calls,
        narrowed,
      );
    case 'get':
      return list.key === 'items' || list.key === 'data' ? sourceReadOf(list.of, calls, narrowed) : undefined;
    case 'call': {
      const { callee, at, args } = list;
      if (callee.t !== 'get') return undefined;
      const { key, of } = callee;
      const read = calls.find(
        ({ method, span }) => span.start === at && method === key && (key === 'list' || key === 'filter'),
      );
      // `X.list().filter(fn)` starts where `X.list()` does.
      if (read && args[0]?.t !== 'function') return { call: read, narrowed };
      if (of.t === 'global') return args[0] && sourceReadOf(args[0], calls, narrowed);
      return sourceReadOf(of, calls, narrowed || NARROWS.has(key));
    }
    default:
      return undefined;
  }
}

function first(lists: readonly Term[], calls: readonly EntityCall[], narrowed: boolean): SourceRead | undefined {
  for (const list of lists) {
    const found = sourceReadOf(list, calls, narrowed);
    if (found) return found;
  }
  return undefined;
}

/**
 * Whether a read brings every row of an entity, or every row in some state: without a key that keeps a few apart and
 * with no limit, or with a large one.
 */
export function isUnbounded(app: App, { limit, query, entity, method }: EntityCall): boolean {
  if (limit === 'unknown' || (limit !== null && limit < MANY)) return false;
  if (method === 'list' || query.kind === 'none' || query.kind === 'empty') return true;
  // Those with a role are few; it is the role `user` that everyone has.
  if (query.keys.some(isChosenRole)) return false;
  const schema = entity.name === null ? undefined : app.entities[entity.name];
  return query.kind === 'keys' && !query.open && !scopes(query.keys, schema, new Set());
}

function isChosenRole({ name, value }: QueryKey): boolean {
  return /role$|^is_?admin$/i.test(name) && !(value.t === 'literal' && value.value === 'user');
}
