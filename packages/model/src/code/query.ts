import type { Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { traitsOf } from './traits.js';
import type { Query, QueryKey } from './view.js';

const NOTHING: Query = { kind: 'none', keys: [], open: false, sources: [] };
const EMPTY: Query = { kind: 'empty', keys: [], open: false, sources: [] };

/** What is known of a query argument. A helper in sight is followed to what it returns; one out of sight is `unknown`. */
export function queryOf(scoped: Scoped | null, interpreter: Interpreter, depth = 0): Query {
  if (!scoped) return NOTHING;
  const { file, term } = scoped;
  if (depth > 6) return unknown(term);
  switch (term.t) {
    case 'undefined':
      return NOTHING;
    case 'literal':
      return term.value === null ? NOTHING : unknown(term);
    case 'object':
      return ofObject(file, term, interpreter, depth);
    case 'any':
      return alternatives(term.of.map((one) => queryOf({ file, term: one }, interpreter, depth + 1)));
    case 'call': {
      const returned = interpreter.returnedBy({ file, term: term.callee });
      if (returned.length === 0) return unknown(term);
      return alternatives(returned.map((one) => queryOf(one, interpreter, depth + 1)));
    }
    case 'import':
    case 'get':
    case 'param': {
      const passed = interpreter.passedTo(scoped);
      const { of, complete } = passed.length > 0 ? { of: passed, complete: true } : interpreter.valuesOf(scoped);
      return complete ? alternatives(of.map((one) => queryOf(one, interpreter, depth + 1))) : unknown(term);
    }
    default:
      return unknown(term);
  }
}

function ofObject(file: string, term: Extract<Term, { t: 'object' }>, interpreter: Interpreter, depth: number): Query {
  const keys = new Map<string, QueryKey>();
  const sources: string[] = [];
  let open = false;
  let mayBeEmpty = false;
  const optional: QueryKey[] = [];
  for (const spread of term.spreads) {
    const part = queryOf({ file, term: spread }, interpreter, depth + 1);
    if (part.kind === 'keys') for (const key of part.keys) keys.set(key.name, key);
    if (part.kind === 'maybe-empty') {
      mayBeEmpty = true;
      optional.push(...part.keys);
    }
    open ||= part.open || part.kind === 'unknown' || part.kind === 'maybe-empty';
    sources.push(...part.sources);
  }
  for (const [name, value] of term.props)
    keys.set(name, { name, value, from: sourceOf({ file, term: value }, interpreter), operators: operatorsOf(value) });
  const list = [...keys.values()];
  if (list.length > 0) return { kind: 'keys', keys: list, open, sources };
  if (mayBeEmpty) return { kind: 'maybe-empty', keys: optional, open: true, sources };
  return open ? { kind: 'unknown', keys: [], open, sources } : EMPTY;
}

/** One of several queries: only keys that all of them have are sure. */
function alternatives(parts: readonly Query[]): Query {
  if (parts.length === 1) return parts[0] as Query;
  const sources = [...new Set(parts.flatMap((part) => part.sources))];
  const bare = parts.filter((part) => part.kind === 'empty' || part.kind === 'none');
  if (bare.length === parts.length) return bare.every((part) => part.kind === 'none') ? NOTHING : EMPTY;
  if (bare.length > 0 || parts.some((part) => part.kind === 'maybe-empty')) {
    return { kind: 'maybe-empty', keys: parts.flatMap((part) => part.keys), open: true, sources };
  }
  if (parts.some((part) => part.kind === 'unknown')) return { kind: 'unknown', keys: [], open: true, sources };
  const [first, ...rest] = parts as [Query, ...Query[]];
  const common = first.keys.filter((key) => rest.every((part) => part.keys.some(({ name }) => name === key.name)));
  return common.length > 0
    ? { kind: 'keys', keys: common, open: true, sources }
    : { kind: 'unknown', keys: parts.flatMap((part) => part.keys), open: true, sources };
}

function unknown(term: Term): Query {
  return { kind: 'unknown', keys: [], open: true, sources: namesIn(term) };
}

function sourceOf(scoped: Scoped, interpreter: Interpreter): QueryKey['from'] {
  if (scoped.term.t === 'literal' || scoped.term.t === '?') return 'unknown';
  const traits = traitsOf(scoped, interpreter);
  if (traits.has('me')) return 'user';
  return traits.has('input') && !traits.has('row') && !traits.has('env') ? 'caller' : 'unknown';
}

function operatorsOf(value: Term): string[] {
  return value.t === 'object' ? value.props.map(([key]) => key).filter((key) => key.startsWith('$')) : [];
}

/** Names that lead to a value: `useTenant`, `siteFilter`, `partitionFilter`. For trust by name, and for messages. */
export function namesIn(term: Term, depth = 0): string[] {
  if (depth > 6) return [];
  switch (term.t) {
    case 'get':
      return [...namesIn(term.of, depth + 1), term.key];
    case 'call':
      return namesIn(term.callee, depth + 1);
    case 'import':
    case 'global':
      return [term.name];
    case 'any':
      return [...new Set(term.of.flatMap((one) => namesIn(one, depth + 1)))];
    default:
      return [];
  }
}
