import type { Trigger } from '@base44-lint/model';
import type { Severity } from '../finding.js';

const TIGHT = 5_000;
const BRISK = 15_000;

/** How bad the pace of a timer is, in milliseconds between two rounds; null where it is fine. */
export function severityOf(
  { everyMs, conditions, startedBy, endsItself, pauses }: Trigger,
  fineFrom: number,
): Severity | null {
  if (typeof everyMs !== 'number' || everyMs <= 0 || everyMs >= fineFrom * 1000) return null;
  // Rounds that wait for something to finish, or stop in the background, end by themselves; so do mostly those that a
  // click sets off: it waits for a payment, a sign-in, a job.
  const isByClick = startedBy?.every((kind) => kind === 'handler' || kind === 'mutation') ?? false;
  const isBounded =
    isByClick || endsItself === true || pauses === true || (conditions?.some((one) => one !== 'present') ?? false);
  if (everyMs <= TIGHT) return isBounded ? 'low' : 'medium';
  return everyMs <= BRISK && !isBounded ? 'low' : 'info';
}

/** "3 seconds", "1.5 seconds", "second". */
export function timeIn(ms: number): string {
  const seconds = ms / 1000;
  return seconds === 1 ? 'second' : `${seconds} seconds`;
}
