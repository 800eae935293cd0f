import type { Trigger } from '@base44-lint/model';
import type { Severity } from '../finding.js';

const TIGHT = 5_000;
const BRISK = 15_000;

/** How bad the pace of a timer is, in milliseconds between two rounds; null where it is fine. */
export function severityOf(trigger: Trigger, fineFrom: number): Severity | null {
  const { everyMs } = trigger;
  if (typeof everyMs !== 'number' || everyMs <= 0 || everyMs >= fineFrom * 1000) return null;
  if (everyMs <= TIGHT) return isBounded(trigger) ? 'low' : 'medium';
  return everyMs <= BRISK && !isBounded(trigger) ? 'low' : 'info';
}

/**
 * Rounds that wait for something to finish, or stop in the background, end by themselves; so do mostly those that a
 * click sets off: it waits for a payment, a sign-in, a job.
 */
export function isBounded({ conditions, startedBy, endsItself, pauses }: Trigger): boolean {
  const isByClick = startedBy?.every((kind) => kind === 'handler' || kind === 'mutation') ?? false;
  return isByClick || endsItself === true || pauses === true || (conditions?.some((one) => one !== 'present') ?? false);
}

/** "3 seconds", "1.5 seconds", "second". */
export function timeIn(ms: number): string {
  const seconds = ms / 1000;
  return seconds === 1 ? 'second' : `${seconds} seconds`;
}
