import type { SourceKey } from '../sources.js';

/** What a price is paid for. */
export type PriceUnit = 'per call' | 'per second' | 'per 50 characters' | 'per message' | 'per run' | 'per step';

/** Integration credits, from the lowest to the highest figure. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** A source says "more" and gives no figure. */
  readonly openEnded: boolean;
}

/** What one source says of a price. */
export interface Reading {
  readonly source: SourceKey;
  /** Publication or reading, `yyyy-mm-dd`; of a saved copy the latest day that it may stand for. */
  readonly date: string;
  /** Null where the source says that it costs something and no source says how much. */
  readonly credits: Amount | null;
  /** What the source says, in our words. */
  readonly says: string;
}

export interface Price {
  /** As a noun, for a table: "AI request, automatic model". */
  readonly title: string;
  readonly unit: PriceUnit;
  /** From the lowest to the highest of all readings; null where none gives an amount that holds for every call. */
  readonly credits: Amount | null;
  readonly readings: readonly [Reading, ...Reading[]];
}

/** The day on which the article with the flat price was last revised. */
const ARTICLE = '2026-06-23';
/** The latest of the dated readings of the vendor's credits page, July to October 2026. */
const DOCUMENTED = '2026-10-31';

/** One credit for each request, whatever it does: the reading of the credits article. */
export const flat: Reading = {
  source: 'integrations-article',
  date: ARTICLE,
  credits: { low: 1, high: 1, openEnded: false },
  says: 'Each integration request costs one credit, whichever integration it is.',
};

export function documented(says: string, low: number, high = low): Reading {
  return { source: 'docs-credits', date: DOCUMENTED, credits: { low, high, openEnded: false }, says };
}

/** The page names a figure that the price is above. */
export function documentedAbove(says: string, low: number): Reading {
  return { source: 'docs-credits', date: DOCUMENTED, credits: { low, high: low, openEnded: true }, says };
}

export function silent(says: string): Reading {
  return { source: 'docs-credits', date: DOCUMENTED, credits: null, says };
}

/** A price whose range spans all its readings. */
export function price(title: string, unit: PriceUnit, ...readings: readonly [Reading, ...Reading[]]): Price {
  const amounts = readings.flatMap(({ credits }) => (credits ? [credits] : []));
  if (amounts.length === 0) return { title, unit, credits: null, readings };
  const credits = {
    low: Math.min(...amounts.map(({ low }) => low)),
    high: Math.max(...amounts.map(({ high }) => high)),
    openEnded: amounts.some(({ openEnded }) => openEnded),
  };
  return { title, unit, credits, readings };
}
