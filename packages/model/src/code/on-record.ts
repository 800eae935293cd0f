import type { GuardFact, Term, Test } from './facts.js';
import type { Interpreter } from './interpreter.js';
import { known, type Known } from './known.js';
import type { Scoped } from './link.js';
import { sentIn } from './sent.js';
import { children, isNothing } from './term.js';
import { traitsOf } from './traits.js';

/**
 * Whether what the request names has been found in the app's own rows before: it equals a member of a row
 * (`if (order.email !== body.email) return`), or rows were asked for by it and there are some
 * (`if (orders.length === 0) return`). `visible` asks for rows that the user's own client has read.
 */
export function isOnRecord(
  { file, term }: Scoped,
  guards: readonly GuardFact[],
  interpreter: Interpreter,
  as: 'row' | 'visible' = 'row',
): boolean {
  const sent = sentIn({ file, term }, interpreter);
  if (sent.length === 0) return false;
  const names = new Set(sent.map(keyOf));
  const ask: Question = {
    holds: (one) => mentions(one, names, 0),
    isRow: (one) => traitsOf({ file, term: one }, interpreter).has(as),
  };
  return guards.some((guard) =>
    guard.kind === 'ran'
      ? as === 'visible' && hasShown(guard.test, ask)
      : known(guard.test, guard.holds).some((fact) => proves(fact, ask)),
  );
}

/** `await base44.entities.Order.get(id)` throws where the rules show nothing. */
function hasShown(test: Test, { holds, isRow }: Question): boolean {
  if (test.op !== 'truthy' || test.term.t !== 'call') return false;
  const { term } = test;
  return term.callee.t === 'get' && term.callee.key === 'get' && isRow(term) && holds(term);
}

interface Question {
  /** The term holds what the request names. */
  readonly holds: (term: Term) => boolean;
  readonly isRow: (term: Term) => boolean;
}

function proves(fact: Known, ask: Question): boolean {
  if ('either' in fact) return fact.either.every((way) => way.some((one) => proves(one, ask)));
  const { holds, isRow } = ask;
  const { test } = fact;
  if (test.op === 'truthy') return fact.holds && isRow(test.term) && holds(test.term);
  const { left, right, by } = test;
  const isEqual = /^={2,3}$/.test(by) ? fact.holds : /^!={1,2}$/.test(by) && !fact.holds;
  if (isEqual) return (isRow(left) && holds(right) && !isNone(right)) || (isRow(right) && holds(left));
  const differs = /^[!=]={1,2}$/.test(by) || (by === '>' && fact.holds);
  return differs && isNone(right) && isRow(left) && holds(left);
}

const isNone = (term: Term): boolean =>
  isNothing(term) || (term.t === 'literal' && (term.value === 0 || term.value === ''));

function mentions(term: Term, names: ReadonlySet<string>, depth: number): boolean {
  if (depth > MAX_DEPTH) return false;
  return names.has(keyOf(term)) || children(term).some((child) => mentions(child, names, depth + 1));
}

const MAX_DEPTH = 8;

/** The same member of the same thing goes by the same way to it; terms themselves are made anew at each place. */
function keyOf(term: Term): string {
  const way: string[] = [];
  let root = term;
  for (; root.t === 'get'; root = root.of) way.push(root.key);
  if (way.length === 0) return '';
  const of = root.t === 'param' ? `${root.fn}#${root.index}` : root.t === 'global' ? root.name : '';
  return [root.t, of, ...way.reverse()].join('.');
}
