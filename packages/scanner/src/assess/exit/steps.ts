import { exitFramework } from '@base44-lint/catalog';
import type { ExitEstimate } from '../../result/exit.js';

const { hours, weeks, cost } = exitFramework;

/** How the figures follow from the sum of the terms, one step after the other, with the numbers filled in. */
export function stepsOf(estimate: Omit<ExitEstimate, 'steps'>): ExitEstimate['steps'] {
  const { sum, beyond, rate } = estimate;
  const perHour = (bounds: typeof weeks): string =>
    `${number(bounds.low)} + (hours − ${hours.low}) × (${number(bounds.high)} − ${number(bounds.low)}) / (${hours.high} − ${hours.low})`;
  return [
    { what: 'Sum of the terms, in hours', formula: 'the hours of all terms added up', result: sum },
    {
      what: 'Held against the framework',
      formula: `${number(sum.low)} to ${number(sum.high)}, cut at ${hours.low} and ${hours.high}${beyondWords[beyond]}`,
      result: estimate.hours,
    },
    {
      what: 'Weeks',
      formula: `${perHour(weeks)}, rounded outwards`,
      result: estimate.weeks,
    },
    rate.source === 'settings'
      ? {
          what: 'Cost in US dollars',
          formula: `${estimate.hours.low} × ${rate.dollars.low} to ${estimate.hours.high} × ${rate.dollars.high}, the rate of the settings, rounded outwards to hundreds`,
          result: estimate.cost,
        }
      : {
          what: 'Cost in US dollars',
          formula: `${perHour(cost)}, rounded outwards to hundreds; that is $${rate.dollars.high} an hour at ${estimate.hours.low} hours and $${rate.dollars.low} at ${estimate.hours.high}`,
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
