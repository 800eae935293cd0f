import { daysOfMonth, planIds, plans, sources, type PlanId } from '@base44-lint/catalog';
import type { Range } from '../../result/common.js';
import type { CreditPlan, CreditScenario } from '../../result/credits.js';

/** The smallest plan whose allowance lasts a month; null where none with a published one does. */
function smallestPlan(credits: number, needsBackend: boolean): PlanId | null {
  const fits = (id: PlanId) => plans[id].integrationCredits >= credits && (plans[id].backend || !needsBackend);
  return planIds.find(fits) ?? null;
}

export function fitsOf({ low, high }: Range, needsBackend: boolean): CreditScenario['fits'] {
  return { low: smallestPlan(low, needsBackend), high: smallestPlan(high, needsBackend) };
}

/** What a month's credits do to each plan. */
export function planShares({ low, high }: Range): CreditScenario['plans'] {
  return planIds.map((plan) => {
    const { integrationCredits } = plans[plan];
    const day = (credits: number) => lastDay(credits, integrationCredits);
    return {
      plan,
      share: { low: low / integrationCredits, high: high / integrationCredits },
      runsOutOn: { low: day(low), high: day(high) },
    };
  });
}

/** The day on which an allowance is gone, where each day uses the same; null where it lasts. */
function lastDay(credits: number, allowance: number): number | null {
  return credits <= allowance ? null : Math.max(1, Math.ceil((daysOfMonth * allowance) / credits));
}

export function plansOf(current: PlanId | undefined): CreditPlan[] {
  return planIds.map((id) => {
    const { sources: keys, ...plan } = plans[id];
    return {
      id,
      ...plan,
      sources: keys.map((key) => ({ title: sources[key].title, url: sources[key].url })),
      current: id === current,
    };
  });
}
