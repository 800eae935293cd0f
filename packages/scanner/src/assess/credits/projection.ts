import type { Usage } from '@base44-lint/model';
import type { Credits, CreditScenario, CreditsSection } from '../../result/credits.js';
import { plus, rounded, times } from './amount.js';
import { fitsOf, planShares } from './plans.js';
import type { Priced } from './triggers.js';
import { usersOf } from './usage.js';

/** So many of the dearest triggers are halved. */
const halvedTriggers = 3;

export function projectionOf(
  priced: readonly Priced[],
  usage: Usage,
  assumptions: CreditsSection['projection']['assumptions'],
  needsBackend: boolean,
): CreditsSection['projection'] {
  const dependsOnUsers = priced.some(({ runs }) => runs.basis === 'users');
  const users = dependsOnUsers || priced.length === 0 ? usersOf(usage) : [usage.users ?? null];
  return {
    example: users.length > 1,
    assumptions,
    scenarios: users.map((count) => scenarioOf(count, priced, needsBackend)),
    unprojected: priced.flatMap(({ trigger: { id }, runs }) =>
      runs.basis === 'unknown' ? [{ trigger: id, reason: sentence(runs.words) }] : [],
    ),
    incomplete: priced.flatMap(({ trigger: { id, cost }, runs }) =>
      runs.basis !== 'unknown' && cost.unknown.length > 0 ? [id] : [],
    ),
  };
}

function scenarioOf(users: number | null, priced: readonly Priced[], needsBackend: boolean): CreditScenario {
  const months = priced.map(({ trigger: { id, cost }, runs }) => {
    const ofMonth = runs.ofMonth(users ?? 0);
    return { id, runs: ofMonth, credits: ofMonth && times(cost.perRun, ofMonth) };
  });
  const total = plus(...months.flatMap(({ credits }) => credits ?? []));
  return {
    users,
    total,
    triggers: months,
    plans: planShares(total),
    fits: fitsOf(total, needsBackend),
    halved: halvedOf(months, total, needsBackend),
  };
}

function halvedOf(
  months: readonly { readonly id: string; readonly credits: Credits | null }[],
  total: Credits,
  needsBackend: boolean,
): CreditScenario['halved'] {
  const dearest = months
    .flatMap(({ id, credits }) => (credits && credits.high > 0 ? [{ id, credits }] : []))
    .sort((a, b) => b.credits.high - a.credits.high || b.credits.low - a.credits.low)
    .slice(0, halvedTriggers);
  const saved = times(plus(...dearest.map(({ credits }) => credits)), 0.5);
  const rest = { ...total, low: rounded(total.low - saved.low), high: rounded(total.high - saved.high) };
  return { triggers: dearest.map(({ id }) => id), saved, total: rest, fits: fitsOf(rest, needsBackend) };
}

function sentence(words: string): string {
  return `${words[0]!.toUpperCase()}${words.slice(1)}.`;
}
