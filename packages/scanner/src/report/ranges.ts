import type { Range } from '../result.js';

/** Ranges as reports print them. */

export function rangeOf({ low, high }: Range): string {
  return low === high ? numberOf(low) : `${numberOf(low)}–${numberOf(high)}`;
}

export function dollarsOf({ low, high }: Range): string {
  return low === high ? `$${numberOf(low)}` : `$${numberOf(low)}–${numberOf(high)}`;
}

/** With separators and at most two decimals, so that printed terms add up to their printed sum. */
export function numberOf(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 2 });
}
