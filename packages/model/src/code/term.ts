import type { Term } from './facts.js';

/** Operations on terms that need no syntax tree. */
export const UNKNOWN: Term = { t: '?' };
export const UNDEFINED: Term = { t: 'undefined' };

/** An object term holds no more keys than this; one that is full may have lost some. */
export const MAX_KEYS = 60;
export const EMPTY: Term = { t: 'object', props: [], spreads: [] };

/** The terms directly inside a term. */
export function children(term: Term): readonly Term[] {
  switch (term.t) {
    case 'template':
      return term.parts;
    case 'object':
      return [...term.props.map(([, value]) => value), ...term.spreads];
    case 'array':
      return term.items;
    case 'get':
    case 'item':
      return [term.of];
    case 'at':
      return [term.of, term.key];
    case 'call':
      return [term.callee, ...term.args];
    case 'any':
    case 'mix':
      return term.of;
    default:
      return [];
  }
}

/** Member of a term; looks into object and array literals. */
export function get(of: Term, key: string): Term {
  if (of.t === 'object') {
    const property = of.props.findLast(([name]) => name === key);
    if (property) return property[1];
    return of.spreads.length === 1
      ? get(of.spreads[0] as Term, key)
      : of.spreads.length > 1
        ? UNKNOWN
        : { t: 'get', of, key };
  }
  if (of.t === 'array' && /^\d+$/.test(key)) return of.items[Number(key)] ?? UNKNOWN;
  // `const [rows, users] = await Promise.all([a, b])`
  if (
    of.t === 'call' &&
    /^\d+$/.test(key) &&
    of.callee.t === 'get' &&
    of.callee.key.startsWith('all') &&
    of.args[0]?.t === 'array'
  ) {
    return of.args[0].items[Number(key)] ?? UNKNOWN;
  }
  // An unknown object is only worth a name where the next key says that it is a client.
  return of.t === '?' && key !== 'entities' && key !== 'asServiceRole' ? UNKNOWN : { t: 'get', of, key };
}

export function any(of: readonly Term[]): Term {
  const flat = of.flatMap((term) => (term.t === 'any' ? term.of : [term]));
  const distinct = [...new Set(flat)];
  return distinct.length === 1
    ? (distinct[0] as Term)
    : distinct.length === 0
      ? UNKNOWN
      : { t: 'any', of: distinct.slice(0, 12) };
}

export function follow(term: Term, path: readonly string[]): Term {
  return path.reduce(get, term);
}

export function isNothing(term: Term): boolean {
  return term.t === 'undefined' || (term.t === 'literal' && term.value === null);
}

export function literal(value: unknown): Term {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value === null
    ? { t: 'literal', value }
    : UNKNOWN;
}
