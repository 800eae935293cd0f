import { severities } from '../report/reporter.js';
import type { FleetApp, FleetRow } from './result.js';

/** Where an app lies, with its name where it has one: names alone repeat in a fleet. */
export function nameInFleet({ path }: FleetRow, { name, root }: FleetApp): string {
  const place = root === '' ? path : `${path}/${root}`;
  return name === null ? place : `${name} (${place})`;
}

/** Higher is worse: one finding of a severity weighs more than any number of milder ones. */
export function standing({ counts }: FleetApp): number {
  return severities.reduce((sum, severity) => sum * 10_000 + Math.min(counts[severity], 9_999), 0);
}
