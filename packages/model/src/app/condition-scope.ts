import type { RuleProblem } from './types.js';

/** Keys and list indexes from the value of a rule down to a part of it. */
export type Trail = readonly (string | number)[];

/** A part of a rule that does not do what it says. */
export interface ConditionNote extends RuleProblem {
  readonly at: Trail;
  /** Whether the key at the end of the trail carries the fault, or its value. */
  readonly on: 'key' | 'value';
}

/** What the evaluation needs to know of the schema, and where it leaves what it notices on the way. */
export interface ConditionScope {
  /** Names of the schema's own fields; undefined where the schema declares none, so that nothing is called missing. */
  readonly fields?: ReadonlySet<string>;
  readonly note?: (note: ConditionNote) => void;
}

export function noteKey(scope: ConditionScope, at: Trail, problem: RuleProblem): void {
  scope.note?.({ ...problem, at, on: 'key' });
}

export function noteValue(scope: ConditionScope, at: Trail, problem: RuleProblem): void {
  scope.note?.({ ...problem, at, on: 'value' });
}

export function isTemplate(value: unknown): value is string {
  return typeof value === 'string' && value.includes('{{');
}
