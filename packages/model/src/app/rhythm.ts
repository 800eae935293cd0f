import { daysOfMonth } from '@base44-lint/catalog';
import type { Schedule } from './types.js';

/** How often a schedule runs. */
export interface Rhythm {
  /** Minutes between two runs, at the least. */
  readonly shortest: number;
  /** Runs in a month of 30 days, rounded. */
  readonly monthly: number;
}

const minutesOfDay = 24 * 60;

/** The rhythm of a schedule; undefined for a single run and for what cannot be read. */
export function rhythmOf({ cron, everyMinutes, once }: Schedule): Rhythm | undefined {
  if (once) return undefined;
  if (cron !== null) return rhythmOfCron(cron);
  if (everyMinutes === null) return undefined;
  return { shortest: everyMinutes, monthly: Math.round((daysOfMonth * minutesOfDay) / everyMinutes) };
}

/** Five fields: minute, hour, day of the month, month, day of the week. */
function rhythmOfCron(expression: string): Rhythm | undefined {
  const fields = expression.trim().split(/\s+/);
  if (fields.length !== 5) return undefined;
  const ranges: readonly (readonly [number, number])[] = [
    [0, 59],
    [0, 23],
    [1, 31],
    [1, 12],
    [0, 7],
  ];
  const sets = fields.map((field, index) => valuesOf(field, ...ranges[index]!));
  const [minute, hour, dayOfMonth, month, dayOfWeek] = sets;
  if (!minute || !hour || !dayOfMonth || !month || !dayOfWeek) return undefined;
  const times = [...hour].flatMap((h) => [...minute].map((m) => h * 60 + m)).sort((a, b) => a - b);
  const onDays = shareOfDays(fields, dayOfMonth, dayOfWeek) * (month.size / 12);
  const gaps = times.slice(1).map((time, index) => time - times[index]!);
  const overnight = onDays === 1 && times.length > 0 ? [minutesOfDay - times.at(-1)! + times[0]!] : [];
  return {
    shortest: Math.min(...gaps, ...overnight, ...(times.length === 1 && onDays < 1 ? [minutesOfDay] : [])),
    monthly: Math.round(times.length * daysOfMonth * onDays),
  };
}

/** Where both kinds of day are limited, a day counts when either fits. */
function shareOfDays(
  fields: readonly string[],
  dayOfMonth: ReadonlySet<number>,
  dayOfWeek: ReadonlySet<number>,
): number {
  const ofMonth = dayOfMonth.size / 31;
  const ofWeek = new Set([...dayOfWeek].map((day) => day % 7)).size / 7;
  if (fields[2] === '*') return ofWeek;
  return fields[4] === '*' ? ofMonth : 1 - (1 - ofMonth) * (1 - ofWeek);
}

const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The values of one field, `1,5-10/2`; undefined where it is no such field. */
function valuesOf(field: string, low: number, high: number): ReadonlySet<number> | undefined {
  const values = new Set<number>();
  for (const part of field.toLowerCase().split(',')) {
    const match = /^(\*|[a-z]{3}|\d{1,2})(?:-([a-z]{3}|\d{1,2}))?(?:\/(\d{1,2}))?$/.exec(part);
    if (!match) return undefined;
    const [, from, to, step] = match;
    const begin = from === '*' ? low : numberOf(from!, high);
    const end = to === undefined ? (from === '*' || step !== undefined ? high : begin) : numberOf(to, high);
    const by = step === undefined ? 1 : Number(step);
    if (begin === undefined || end === undefined || begin < low || end > high || by < 1) return undefined;
    for (let value = begin; value <= end; value += by) values.add(value);
  }
  return values.size > 0 ? values : undefined;
}

function numberOf(text: string, high: number): number | undefined {
  if (/^\d/.test(text)) return Number(text);
  const index = high === 12 ? months.indexOf(text) + 1 : names.indexOf(text);
  return index < (high === 12 ? 1 : 0) ? undefined : index;
}
