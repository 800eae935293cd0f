import type { EntityCall, Span, Term } from '@base44-lint/model';
import { isDocumented } from './operators.js';

/** An operator in a query, with its place where the query is written in the file of the call. */
export interface OperatorUse {
  readonly name: string;
  readonly span: Span;
}

const READS = new Set(['filter', 'count', 'deleteMany', 'updateMany']);
const MAX_DEPTH = 12;

/** All operators of the query that a call sends, in the order of the code. */
export function operatorsOf(call: EntityCall, text: string): readonly OperatorUse[] {
  const [first] = call.args;
  const [whole] = call.argSpans;
  const query = READS.has(call.method) ? first : call.method === 'aggregate' ? member(first, 'query') : undefined;
  if (!query || !whole) return [];
  const found = new Map<number, OperatorUse>();
  walkQuery(
    query,
    (name, at) => {
      const span = (at === undefined ? null : spanOfKey(name, at, text)) ?? whole;
      found.set(at ?? whole.start, { name, span });
    },
    0,
  );
  // A query that a caller of this file hands over has its operators there.
  const seen = new Set([...found.values()].map(({ name }) => name));
  for (const { name, operators } of call.query.keys) {
    for (const one of name.startsWith('$') ? [name] : operators)
      if (!seen.has(one)) found.set(-found.size - 1, { name: one, span: whole });
  }
  return [...found.values()].sort((a, b) => a.span.start - b.span.start);
}

type Visit = (name: string, at: number | undefined) => void;

/** Fields and root operators: `{ status: …, $or: [ … ] }`. */
function walkQuery(term: Term, visit: Visit, depth: number): void {
  if (depth > MAX_DEPTH) return;
  switch (term.t) {
    case 'any':
      for (const one of term.of) walkQuery(one, visit, depth + 1);
      return;
    case 'array':
      for (const one of term.items) walkQuery(one, visit, depth + 1);
      return;
    case 'object':
      for (const spread of term.spreads) walkQuery(spread, visit, depth + 1);
      for (const [key, value, at] of term.props) {
        if (key.startsWith('$')) {
          visit(key, at);
          // What an unknown operator takes is not for us to judge.
          if (isDocumented(key)) walkQuery(value, visit, depth + 1);
        } else walkValue(value, visit, depth + 1);
      }
      return;
    default:
  }
}

/** The condition on one field: `{ $gte: 3, $not: { $in: [ … ] } }`. */
function walkValue(term: Term, visit: Visit, depth: number): void {
  if (depth > MAX_DEPTH) return;
  if (term.t === 'any') for (const one of term.of) walkValue(one, visit, depth + 1);
  if (term.t !== 'object') return;
  for (const spread of term.spreads) walkValue(spread, visit, depth + 1);
  for (const [key, value, at] of term.props) {
    if (!key.startsWith('$')) continue;
    visit(key, at);
    if (key === '$elemMatch') walkQuery(value, visit, depth + 1);
    else if (isDocumented(key)) walkValue(value, visit, depth + 1);
  }
}

function member(term: Term | undefined, key: string): Term | undefined {
  return term?.t === 'object' ? term.props.find(([name]) => name === key)?.[1] : undefined;
}

/** Where a key stands, with its quotes; null where it is computed. */
function spanOfKey(key: string, at: number, text: string): Span | null {
  for (const written of [key, `'${key}'`, `"${key}"`])
    if (text.startsWith(written, at)) return { start: at, end: at + written.length };
  return null;
}
