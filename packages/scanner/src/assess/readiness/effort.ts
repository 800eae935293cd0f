import {
  hardeningEffort,
  hoursPerWeek,
  readinessActions,
  stayOrLeave,
  type ReadinessAction,
} from '@base44-lint/catalog';
import type { ReadinessEffort, ReadinessVerdicts } from '../../result/readiness.js';
import type { Range } from '../../result.js';

/** Hardening against leaving, for each action that is still possible and does not leave anyway, worst first. */
export function effortsOf({ outcomes }: ReadinessVerdicts, migrationHours: Range | null): ReadinessEffort[] {
  return [...readinessActions]
    .reverse()
    .filter((action) => outcomes.some((outcome) => outcome.action === action))
    .flatMap((action) => (action === 'migrate' ? [] : [effortOf(action, migrationHours)]));
}

function effortOf(action: Exclude<ReadinessAction, 'migrate'>, migration: Range | null): ReadinessEffort {
  const { weeks, text } = hardeningEffort[action];
  const [low, high] = weeks;
  const hours = { low: low * hoursPerWeek, high: high * hoursPerWeek };
  // Neither range knows of the other: the cheapest hardening meets the dearest move, and the other way round.
  const ratio = migration && { low: hours.low / migration.high, high: hours.high / migration.low };
  return { action, weeks: { low, high }, hours, text, ratio, decision: ratio && decisionOf(ratio) };
}

export function decisionOf({ low, high }: Range): NonNullable<ReadinessEffort['decision']> {
  if (low > stayOrLeave.leaveAbove) return 'leave';
  if (high < stayOrLeave.stayBelow) return 'stay';
  return low >= stayOrLeave.stayBelow && high <= stayOrLeave.leaveAbove ? 'gray' : 'open';
}
