import { free, prices, sources, type PriceId, type SourceKey } from '@base44-lint/catalog';
import type { CreditPrice, CreditsSection, CreditTrigger } from '../../result/credits.js';

/** The prices that triggers use, in the order of the price list, with what each source says. */
export function pricesOf(triggers: readonly CreditTrigger[]): CreditPrice[] {
  const used = new Set(triggers.flatMap(({ spends }) => spends.flatMap((spend) => spend.prices)));
  return (Object.keys(prices) as PriceId[])
    .filter((id) => used.has(id))
    .map((id) => {
      const { title, unit, credits, readings } = prices[id];
      return {
        id,
        title,
        unit,
        credits,
        readings: readings.map(({ source, date, credits: amount, says }) => ({
          source: cited(source),
          date,
          credits: amount,
          says,
        })),
      };
    });
}

export function freeOf(): CreditsSection['free'] {
  return free.map(({ source, ...rest }) => ({ ...rest, source: cited(source) }));
}

function cited(key: SourceKey) {
  const { title, url } = sources[key];
  return { title, url };
}
