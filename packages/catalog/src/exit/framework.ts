import type { SourceKey } from '../sources.js';

/** From lowest to highest. */
export interface ExitRange {
  readonly low: number;
  readonly high: number;
}

/** Bounds of what a migration takes, as published, and the rates that follow from them. */
export interface ExitFramework {
  readonly version: string;
  readonly source: SourceKey;
  /** Publication, `yyyy-mm`. */
  readonly date: string;
  /** Engineering hours. */
  readonly hours: ExitRange;
  /** Weeks from start to switch. */
  readonly weeks: ExitRange;
  /** US dollars at the rates of an agency. */
  readonly cost: ExitRange;
  /**
   * US dollars for an hour that the bounds imply: the smallest migration costs 12,000 for 80 hours, which is 150, and the
   * largest 60,000 for 600 hours, which is 100: more hours are cheaper by the hour.
   */
  readonly rate: { readonly smallest: number; readonly largest: number };
}

export const exitFramework: ExitFramework = {
  version: '2026-05',
  source: 'readiness-article',
  date: '2026-05',
  hours: { low: 80, high: 600 },
  weeks: { low: 4, high: 16 },
  cost: { low: 12_000, high: 60_000 },
  rate: { smallest: 150, largest: 100 },
};
