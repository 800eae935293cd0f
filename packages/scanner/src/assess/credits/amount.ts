import type { Range } from '../../result/common.js';
import type { Credits } from '../../result/credits.js';

/** Arithmetic on ranges of credits. */

export const nothing: Credits = { low: 0, high: 0, openEnded: false };

export function plus(...amounts: readonly Credits[]): Credits {
  return amounts.reduce(
    (sum, one) => ({
      low: rounded(sum.low + one.low),
      high: rounded(sum.high + one.high),
      openEnded: sum.openEnded || one.openEnded,
    }),
    nothing,
  );
}

/** Never more for fewer: both factors are zero or above. */
export function times(amount: Credits, factor: number | Range): Credits {
  const { low, high } = typeof factor === 'number' ? { low: factor, high: factor } : factor;
  return {
    low: rounded(amount.low * low),
    high: rounded(amount.high * high),
    openEnded: amount.openEnded && high > 0,
  };
}

/** Whatever of several it may be. */
export function hull(amounts: readonly Credits[]): Credits {
  return {
    low: Math.min(...amounts.map(({ low }) => low)),
    high: Math.max(...amounts.map(({ high }) => high)),
    openEnded: amounts.some(({ openEnded }) => openEnded),
  };
}

/** Hundredths of a credit: what is below is noise of binary fractions. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
