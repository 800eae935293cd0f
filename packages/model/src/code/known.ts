import type { GuardFact, Test } from './facts.js';

/** A single question whose answer is known: it holds, or it does not. */
export interface Atom {
  readonly test: Extract<Test, { op: 'truthy' | 'compare' }>;
  readonly holds: boolean;
}

/** Something known in a region: an atom, or that one of several lists of facts holds. */
export type Known = Atom | { readonly either: readonly (readonly Known[])[] };

/** All that is known in the region a guard covers. Every entry holds. */
export function knownOf(guard: GuardFact): readonly Known[] {
  return known(guard.test, guard.holds);
}

/** All that is known where a test has the given outcome. */
export function known(test: Test, holds: boolean): readonly Known[] {
  switch (test.op) {
    case 'not':
      return known(test.of, !holds);
    case 'and':
    case 'or':
      // "Not (a or b)" tells both; "a or b" tells only that one of them holds.
      return (test.op === 'and') === holds
        ? test.of.flatMap((part) => known(part, holds))
        : [{ either: test.of.map((part) => known(part, holds)) }];
    default:
      return [{ test, holds }];
  }
}
