import type { Explanation, Placed, Range } from '../../result/common.js';
import type { Credits, CreditSpend, CreditsSection } from '../../result/credits.js';
import type { RunTree } from './run-tree.js';
import type { Priced } from './triggers.js';
import type { Habits } from './usage.js';

type Parts = Omit<CreditsSection, 'explanations'>;

/** Where each number of the section comes from. @param priced In the order of the section's triggers. */
export function explanationsOf(section: Parts, priced: readonly Priced[], habits: Habits): Explanation[] {
  return [
    ...priced.map((one, index) => costExplanation(one, index, habits)),
    ...priced.map((one, index) => monthExplanation(one, index, section)),
    ...section.projection.scenarios.flatMap((_, index) => scenarioExplanations(section, index)),
    ...section.schedules.map((_, index) => scheduleExplanation(section, index)),
  ];
}

function costExplanation({ trigger, tree }: Priced, index: number, { items }: Habits): Explanation {
  const { cost, spends, cut } = trigger;
  const followed = spends.length > 0 ? formulaOf(tree, items) : 'nothing that was followed';
  return {
    number: `triggers[${index}].cost.perRun`,
    value: credits(cost.perRun),
    formula: `${followed}${cut > 0 ? ` + ${cut} calls not followed` : ''}`,
    facts: spends.map(factOf),
  };
}

function formulaOf(tree: RunTree, items: number): string {
  if (tree.kind === 'spend') return termOf(tree.spend, items);
  const parts = tree.of.map((one) => formulaOf(one, items));
  return tree.kind === 'all' ? parts.join(' + ') : `either (${parts.join(') or (')})`;
}

function termOf({ member, kind, times, perItem, credits: amount, maybe }: CreditSpend, items: number): string {
  const name = member?.slice(member.lastIndexOf('.') + 1) ?? kind;
  const one = amount && { ...amount, low: amount.low / times, high: amount.high / times };
  const factors = [
    ...(times > 1 ? [`× ${times} turns`] : []),
    ...(perItem > 0 ? [`× ${items} items${perItem > 1 ? ` to the power of ${perItem}` : ''}`] : []),
    ...(maybe ? ['(or not at all)'] : []),
  ];
  return [`${name} ${one ? credits(one) : 'unknown'}`, ...factors].join(' ');
}

function factOf({ member, kind, prices, location, note }: CreditSpend): Placed {
  const price = `price ${prices.join(' or ')}`;
  return { note: `${member ?? kind}, ${price}${note === null ? '' : `. ${note}`}`, location };
}

function monthExplanation({ trigger, runs }: Priced, index: number, { projection }: Parts): Explanation {
  const months = projection.scenarios.map(({ users, triggers }) => ({ users, month: triggers[index]! }));
  return {
    number: `projection.scenarios[*].triggers[${index}].credits`,
    value: months.map(({ month }) => (month.credits ? credits(month.credits) : 'unknown')).join(' | '),
    formula: months
      .map(({ users, month }) =>
        month.runs
          ? `${runs.formula(users ?? 0)} = ${range(month.runs)} runs × ${credits(trigger.cost.perRun)}`
          : runs.formula(users ?? 0),
      )
      .join(' | '),
    facts: [{ note: trigger.runs, location: trigger.location }],
  };
}

function scenarioExplanations({ projection, plans, needsBackend }: Parts, index: number): Explanation[] {
  const { total, triggers, plans: shares, fits, halved } = projection.scenarios[index]!;
  const path = `projection.scenarios[${index}]`;
  const counting = triggers.flatMap((month) => (month.credits ? [month.credits] : []));
  const backend = needsBackend ? ' among the plans with a backend, which the app needs' : '';
  const sources = plans.flatMap((plan) => [
    {
      note: `${plan.title} includes ${plan.integrationCredits} credits a month, checked on ${plan.checkedOn}`,
      location: null,
    },
  ]);
  return [
    {
      number: `${path}.total`,
      value: credits(total),
      formula: `sum of ${counting.length} triggers; ${projection.unprojected.length} more are in no total`,
      facts: [],
    },
    ...shares.map(({ plan, runsOutOn }, place) => ({
      number: `${path}.plans[${place}].runsOutOn`,
      value: `${runsOutOn.low ?? 'lasts'} to ${runsOutOn.high ?? 'lasts'}`,
      formula: `30 days × ${plans[place]!.integrationCredits} credits of ${plan} ÷ ${credits(total)} credits a month, rounded up`,
      facts: sources.slice(place, place + 1),
    })),
    {
      number: `${path}.fits`,
      value: `${fits.low ?? 'none'} to ${fits.high ?? 'none'}`,
      formula: `smallest plan with at least ${credits(total)} credits${backend}`,
      facts: sources,
    },
    {
      number: `${path}.halved.saved`,
      value: credits(halved.saved),
      formula: `half of the credits a month of ${halved.triggers.join('; ') || 'no trigger'}`,
      facts: [],
    },
  ];
}

function scheduleExplanation({ schedules }: Parts, index: number): Explanation {
  const { runs, perRun, monthly, cron, shortestMinutes, location, name } = schedules[index]!;
  const rhythm = cron ?? (shortestMinutes === null ? 'no rhythm in the file' : `every ${shortestMinutes} minutes`);
  return {
    number: `schedules[${index}].monthly`,
    value: monthly ? credits(monthly) : 'unknown',
    formula: `${runs ?? 'unknown'} runs in 30 days (${rhythm}) × ${credits(perRun)} credits`,
    facts: [{ note: name ?? 'schedule', location }],
  };
}

/** "3", "1–15", "1–15 or more". */
function credits(amount: Credits): string {
  return `${range(amount)}${amount.openEnded ? ' or more' : ''}`;
}

function range({ low, high }: Range): string {
  return low === high ? `${low}` : `${low}–${high}`;
}
