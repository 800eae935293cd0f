import type { Range, RuleInfo } from '../result.js';
import type { Task } from './reporter.js';

/** Minutes for a task: from one change for each file to one change for each place. */
export function effortOfTask({ count, files }: Task, { first, each }: RuleInfo['effort']): Range {
  return { low: first.low + each.low * (files - 1), high: first.high + each.high * (count - 1) };
}

const hour = 60;
const day = 8 * hour;

/** "15 to 45 minutes", "1.5 to 4 hours", "2 to 6 days": a working day has 8 hours. Rounded to what an estimate can bear. */
export function spanOfMinutes({ low, high }: Range): string {
  if (high <= 1.5 * hour) return span(low, high, 5, 'minutes');
  if (high <= 2 * day) return span(low / hour, high / hour, 0.5, 'hours');
  return span(low / day, high / day, 0.5, 'days');
}

function span(low: number, high: number, step: number, unit: string): string {
  const from = Math.max(step, Math.round(low / step) * step);
  const to = Math.max(step, Math.round(high / step) * step);
  const name = to === 1 ? unit.slice(0, -1) : unit;
  return from === to ? `about ${to} ${name}` : `${from} to ${to} ${name}`;
}
