import { criterionIds, decisionTree, type CriterionId, type ReadinessVerdict } from '@base44-lint/catalog';
import type { ReadinessOutcome, ReadinessVerdicts } from '../../result/readiness.js';
import type { Range } from '../../result.js';
import type { Levels, Scale } from './input.js';

/**
 * Every verdict that the decision tree can give while criteria are open, exactly. Only two things of a combination of
 * answers matter: the first step that a level of 0 takes, and the total. So the combinations are built up criterion by
 * criterion, and those with the same pair are one.
 */
export function verdictsOf(scale: Scale): ReadinessVerdicts {
  const outcomes = outcomesOf(scale);
  return {
    total: totalOf(scale),
    outcomes,
    settled: new Set(outcomes.map(({ action }) => action)).size === 1,
  };
}

export function totalOf(scale: Scale): Range {
  const sum = (pick: (levels: Levels) => number): number =>
    criterionIds.reduce((total, id) => total + pick(scale[id]), 0);
  return { low: sum((levels) => Math.min(...levels)), high: sum((levels) => Math.max(...levels)) };
}

export function rangeOf(levels: Levels): Range {
  return { low: Math.min(...levels), high: Math.max(...levels) };
}

/** The highest step that no level of 0 takes. */
const none = decisionTree.length;

function outcomesOf(scale: Scale): ReadinessOutcome[] {
  let reached = new Map<string, readonly [step: number, total: number]>([['', [none, 0]]]);
  for (const id of criterionIds) {
    const zero = stepAtZero(id);
    const next = new Map<string, readonly [number, number]>();
    for (const [step, total] of reached.values()) {
      for (const level of scale[id]) {
        const pair = [level === 0 ? Math.min(step, zero) : step, total + level] as const;
        next.set(pair.join(), pair);
      }
    }
    reached = next;
  }
  const totals = new Map<number, number[]>();
  for (const [step, total] of reached.values()) {
    const verdict = Math.min(step, stepOfTotal(total));
    totals.set(verdict, [...(totals.get(verdict) ?? []), total]);
  }
  return [...totals].sort(([a], [b]) => a - b).map(([step, all]) => outcomeOf(decisionTree[step]!, all));
}

function stepAtZero(id: CriterionId): number {
  const step = decisionTree.findIndex(({ zero }) => zero === id);
  return step < 0 ? none : step;
}

function stepOfTotal(total: number): number {
  return decisionTree.findIndex(({ totals }) => totals && totals[0] <= total && total <= totals[1]);
}

function outcomeOf({ id, action, title, text }: ReadinessVerdict, totals: readonly number[]): ReadinessOutcome {
  return { id, action, title, text, totals: { low: Math.min(...totals), high: Math.max(...totals) } };
}
