import type { CreditSpend, Credits, CreditTrigger } from '../../result/credits.js';
import { hull, nothing, plus, times } from './amount.js';
import type { RunTree } from './run-tree.js';

type Cost = CreditTrigger['cost'];

/** What one run costs: the sum of what it pays for, of the arms of a branch any one. */
export function costOf(tree: RunTree, spends: readonly CreditSpend[], cut: number, items: number): Cost {
  const powers = new Set(spends.flatMap(({ perItem }) => (perItem > 0 ? [perItem] : [])));
  return {
    fixed: partOf(tree, 0),
    perItem: [...powers].sort((a, b) => a - b).map((power) => ({ power, credits: partOf(tree, power) })),
    perRun: amountOf(tree, ({ credits, perItem }) => (credits ? times(credits, items ** perItem) : nothing)),
    unknown: unknownOf(spends, cut),
  };
}

/** What is paid as often as one power of the number of items says. */
function partOf(tree: RunTree, power: number): Credits {
  return amountOf(tree, ({ credits, perItem }) => (credits && perItem === power ? credits : nothing));
}

function amountOf(tree: RunTree, price: (spend: CreditSpend) => Credits): Credits {
  if (tree.kind === 'spend') return price(tree.spend);
  const amounts = tree.of.map((one) => amountOf(one, price));
  return tree.kind === 'all' ? plus(...amounts) : hull(amounts);
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
