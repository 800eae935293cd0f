import { complianceNeeds, criterionIds } from '@base44-lint/catalog/ids';
import type { Level, Settings } from '@base44-lint/model';
import { UsageError } from './usage-error.js';

const levels: readonly string[] = ['0', '1', '2', '3', '4'];

/** `--answer performance=3`. @throws {UsageError} */
export function answersOf(values: readonly string[]): Settings['readiness'] {
  return Object.fromEntries(
    values.map((value) => {
      const [criterion = '', level = ''] = value.split('=', 2);
      if (!(criterionIds as readonly string[]).includes(criterion))
        throw new UsageError(`--answer ${value}: expected criterion=level with one of ${criterionIds.join(', ')}.`);
      if (!levels.includes(level))
        throw new UsageError(`--answer ${value}: expected a level from 0 (worst) to 4, for example ${criterion}=3.`);
      return [criterion, Number(level) as Level];
    }),
  );
}

/** `--needs hipaa,soc2`. @throws {UsageError} */
export function needsOf(value: string): Settings['complianceNeeds'] {
  return value.split(',').map((name) => {
    const need = complianceNeeds.find((one) => one === name.trim());
    if (!need) throw new UsageError(`--needs ${value}: expected names out of ${complianceNeeds.join(', ')}.`);
    return need;
  });
}

/** An amount of zero or more. @throws {UsageError} */
export function numberOf(flag: string, value: string): number {
  if (!/^\d+(?:\.\d+)?$/.test(value)) throw new UsageError(`${flag} ${value}: expected a number, for example 500.`);
  return Number(value);
}

/** `120` or `100-150`. @throws {UsageError} */
export function rateOf(value: string): number | readonly [number, number] {
  const [, low, high] = /^(\d+(?:\.\d+)?)(?:-(\d+(?:\.\d+)?))?$/.exec(value) ?? [];
  const [from, to] = [Number(low), Number(high ?? low)];
  if (!(from > 0) || to < from)
    throw new UsageError(`--rate ${value}: expected dollars an hour, for example 120 or 100-150.`);
  return high === undefined ? from : [from, to];
}

/** A day of the calendar. @throws {UsageError} */
export function dayOf(flag: string, value: string): string {
  const day = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(day.getTime()) || !day.toISOString().startsWith(value))
    throw new UsageError(`${flag} ${value}: expected a day as yyyy-mm-dd, for example 2027-06-30.`);
  return value;
}
