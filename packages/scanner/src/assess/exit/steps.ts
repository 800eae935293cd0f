import { exitFramework } from '@base44-lint/catalog';
import type { ExitEstimate } from '../../result/exit.js';

const { hours, weeks, cost } = exitFramework;

/** How the figures follow from the sum of the terms, one step after the other, with the numbers filled in. */
export function stepsOf(estimate: Omit<ExitEstimate, 'steps'>): ExitEstimate['steps'] {
  const { sum, beyond, rate } = estimate;
  const ends = (text: (end: 'low' | 'high') => string): string =>
    estimate.hours.low === estimate.hours.high && rate.dollars.low === rate.dollars.high
      ? text('low')
      : `${text('low')} to ${text('high')}`;
  const onLine = (bounds: typeof weeks): string =>
    ends(
      (end) =>
        `${number(bounds.low)} + (${estimate.hours[end]} − ${hours.low}) × ${number(bounds.high - bounds.low)} / ${hours.high - hours.low}`,
    );
  // The rate of the framework falls with the hours.
  const rateAt = { low: rate.dollars.high, high: rate.dollars.low };
  return [
    { what: 'Sum of the terms, in hours', formula: 'the hours of all terms added up', result: sum },
    {
      what: 'Hours, held against the framework',
      formula: `${number(sum.low)} to ${number(sum.high)}, cut at ${hours.low} and ${hours.high}${beyondWords[beyond]}`,
      result: estimate.hours,
    },
    { what: 'Weeks', formula: `${onLine(weeks)}, rounded outwards`, result: estimate.weeks },
    {
      what: 'Cost in US dollars',
      formula:
        rate.source === 'settings'
          ? `${ends((end) => `${estimate.hours[end]} × ${rate.dollars[end]}`)}, the rate of the settings, rounded outwards to hundreds`
          : `${onLine(cost)}, rounded outwards to hundreds; that is ${ends((end) => `$${rateAt[end]} an hour for ${estimate.hours[end]} hours`)}`,
      result: estimate.cost,
    },
  ];
}

const beyondWords: Readonly<Record<ExitEstimate['beyond'], string>> = {
  within: '',
  below: '; the sum begins below the smallest migration of the framework',
  above:
    '; the sum ends above the largest migration of the framework, so the move may take longer than this range says',
};

function number(value: number): string {
  return value.toLocaleString('en-US');
}
