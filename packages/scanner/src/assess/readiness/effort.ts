import {
  hardeningEffort,
  hoursPerWeek,
  readinessActions,
  stayOrLeave,
  type ReadinessAction,
} from '@base44-lint/catalog';
import type { ReadinessEffort, ReadinessVerdicts } from '../../result/readiness.js';
import type { Range } from '../../result.js';

/** The verdicts of each reading that there is. */
export type Readings = Readonly<Partial<Record<ReadinessEffort['readings'][number], ReadinessVerdicts>>>;

/** Hardening against leaving, for each action that a reading leaves possible and that does not leave anyway, worst first. */
export function effortsOf(readings: Readings, migrationHours: Range | null): ReadinessEffort[] {
  const names = Object.keys(readings) as (keyof Readings)[];
  return [...readinessActions].reverse().flatMap((action) => {
    const under = names.filter((name) => readings[name]!.outcomes.some((outcome) => outcome.action === action));
    return action === 'migrate' || under.length === 0 ? [] : [effortOf(action, under, migrationHours)];
  });
}

function effortOf(
  action: Exclude<ReadinessAction, 'migrate'>,
  readings: ReadinessEffort['readings'],
  migration: Range | null,
): ReadinessEffort {
  const { weeks, text } = hardeningEffort[action];
  const [low, high] = weeks;
  const hours = { low: low * hoursPerWeek, high: high * hoursPerWeek };
  // Neither range knows of the other: the cheapest hardening meets the dearest move, and the other way round.
  const ratio = migration && { low: hours.low / migration.high, high: hours.high / migration.low };
  return { action, readings, weeks: { low, high }, hours, text, ratio, decision: ratio && decisionOf(ratio) };
}

export function decisionOf({ low, high }: Range): NonNullable<ReadinessEffort['decision']> {
  if (low > stayOrLeave.leaveAbove) return 'leave';
  if (high < stayOrLeave.stayBelow) return 'stay';
  return low >= stayOrLeave.stayBelow && high <= stayOrLeave.leaveAbove ? 'gray' : 'open';
}
