import { expect, test } from 'vitest';
import type { Test } from './facts.js';
import { known, type Known } from './known.js';

const is = (name: string): Test => ({ op: 'truthy', term: { t: 'global', name } });
const and = (...of: Test[]): Test => ({ op: 'and', of });
const or = (...of: Test[]): Test => ({ op: 'or', of });
const not = (of: Test): Test => ({ op: 'not', of });

/** `a`, `!a`, and `(a | b, c)` for lists of which one holds. */
const told = (facts: readonly Known[]): string =>
  facts
    .map((fact) => {
      if ('either' in fact) return `(${fact.either.map(told).join(' | ')})`;
      const { test: one, holds } = fact;
      return `${holds ? '' : '!'}${one.op === 'truthy' && one.term.t === 'global' ? one.term.name : one.op}`;
    })
    .join(', ');

test.each([
  ['a question', is('a'), 'a', '!a'],
  ['its opposite', not(is('a')), '!a', 'a'],
  ['both', and(is('a'), is('b')), 'a, b', '(!a | !b)'],
  ['one of them', or(is('a'), is('b')), '(a | b)', '!a, !b'],
  ['neither', not(or(is('a'), is('b'))), '!a, !b', '(a | b)'],
  ['one beside both', or(is('a'), and(is('b'), not(is('c')))), '(a | b, !c)', '!a, (!b | c)'],
])('what is known where %s holds, or does not', (_, question, holding, failing) => {
  expect([told(known(question, true)), told(known(question, false))]).toEqual([holding, failing]);
});
