import { exitFramework, exitWeights, sources } from '@base44-lint/catalog';
import type { Explanation, Range } from '../../result/common.js';
import type { ExitEstimate } from '../../result/exit.js';
import type { Facts } from './facts.js';

/** Where each figure of the estimate comes from: terms with what they count, then the steps to hours, weeks and cost. */
export function explanationsOf(estimate: ExitEstimate, facts: Facts): Explanation[] {
  const { terms, steps } = estimate;
  const { title, url } = sources[exitFramework.source];
  const bounds = `bounds: framework ${exitFramework.version}, ${title}, ${url}`;
  const [sum, hours, weeks, cost] = steps as [Step, Step, Step, Step];
  return [
    ...terms.map((term, index): Explanation => {
      const { count, hoursEach } = term;
      return {
        number: `estimate.terms[${index}].hours`,
        value: inWords(term.hours, 'hours'),
        formula: `${count} ${term.what} × ${inWords(hoursEach, 'hours')}`,
        facts: [{ note: exitWeights[term.weight].covers, location: null }, ...facts(term.weight)],
      };
    }),
    {
      number: 'estimate.sum',
      value: inWords(sum.result, 'hours'),
      formula: `${terms.map((term) => term.hours.low).join(' + ')} to ${terms.map((term) => term.hours.high).join(' + ')}`,
      facts: [],
    },
    ...(
      [
        ['hours', hours, 'hours'],
        ['weeks', weeks, 'weeks'],
        ['cost', cost, 'US dollars'],
      ] as const
    ).map(([number, { formula, result }, unit]): Explanation => ({
      number: `estimate.${number}`,
      value: inWords(result, unit),
      formula,
      facts: [{ note: bounds, location: null }],
    })),
  ];
}

type Step = ExitEstimate['steps'][number];

function inWords({ low, high }: Range, unit: string): string {
  const text = (value: number): string => value.toLocaleString('en-US');
  return low === high ? `${text(low)} ${unit}` : `${text(low)} to ${text(high)} ${unit}`;
}
