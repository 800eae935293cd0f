import type { CreditSpend, Credits, CreditTrigger } from '../../result/credits.js';
import { nothing, plus, times } from './amount.js';

type Cost = CreditTrigger['cost'];

/** What one run costs: the sum of its spends, kept apart by how often the length of a list multiplies them. */
export function costOf(spends: readonly CreditSpend[], cut: number, items: number): Cost {
  const byPower = new Map<number, Credits>();
  for (const { credits, perItem } of spends) {
    if (credits) byPower.set(perItem, plus(byPower.get(perItem) ?? nothing, credits));
  }
  const terms = [...byPower].sort(([a], [b]) => a - b);
  return {
    fixed: byPower.get(0) ?? nothing,
    perItem: terms.filter(([power]) => power > 0).map(([power, credits]) => ({ power, credits })),
    perRun: plus(...terms.map(([power, credits]) => times(credits, items ** power))),
    unknown: unknownOf(spends, cut),
  };
}

function unknownOf(spends: readonly CreditSpend[], cut: number): string[] {
  const unpriced = spends.flatMap(({ credits, member, note }) =>
    credits ? [] : [`${member ?? 'A call'} is not in these figures. ${note ?? ''}`.trim()],
  );
  return [
    ...new Set(unpriced),
    ...(cut > 0 ? [`${cut} more calls were not followed and are not in these figures.`] : []),
  ];
}
