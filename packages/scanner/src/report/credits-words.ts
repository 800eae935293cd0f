import type { Range } from '../result.js';
import type { Credits, CreditScenario, CreditsSection, CreditSpend, CreditTrigger } from '../result/credits.js';
import { counted } from '../counted.js';

/** How reports speak of credits, in one place. */

/** "1,234", "0.25" */
export function figure(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: value >= 100 ? 0 : 2 });
}

/** "3", "1–15", "1–15 or more"; "unknown" where no amount is known. */
export function creditWords(amount: Credits | null): string {
  return amount === null ? 'unknown' : `${rangeWords(amount)}${amount.openEnded ? ' or more' : ''}`;
}

function rangeWords({ low, high }: Range): string {
  return low === high ? figure(low) : `${figure(low)}–${figure(high)}`;
}

/** "InvokeLLM" */
function callWords({ member, kind }: Pick<CreditSpend, 'member' | 'kind'>): string {
  if (member !== null) return member.slice(member.lastIndexOf('.') + 1);
  return kind === 'workflow-step' ? 'step of the workflow' : 'run of the automation';
}

/** "InvokeLLM 1–3 for each item, in some cases" */
export function spendWords(spend: CreditSpend): string {
  const { times, perItem, maybe, alternative, model, credits } = spend;
  return [
    `${callWords(spend)}${model === null ? '' : ` (${model})`} ${creditWords(credits)}`,
    ...(times > 1 ? [spend.kind === 'workflow-step' ? `${times} steps together` : `${times} turns together`] : []),
    ...(perItem === 1
      ? ['for each item']
      : perItem > 1
        ? [`for each item, in ${perItem} lists within each other`]
        : []),
    ...(maybe ? ['only in some cases'] : []),
    ...(alternative ? ['or another in its place'] : []),
  ].join(', ');
}

/** "1–15, and 3 for each item" */
export function costWords({ cost }: CreditTrigger): string {
  const parts = cost.perItem.map(
    ({ power, credits }) => `${creditWords(credits)} for each item${power > 1 ? ` to the power of ${power}` : ''}`,
  );
  const hasFixed = cost.fixed.high > 0 || parts.length === 0;
  return [...(hasFixed ? [creditWords(cost.fixed)] : []), ...parts].join(', and ');
}

/** "Pro", "Builder to Elite", "Pro to none below Enterprise" */
export function fitWords({ low, high }: CreditScenario['fits'], plans: CreditsSection['plans']): string {
  const title = (id: string | null) => plans.find((plan) => plan.id === id)?.title ?? 'none below Enterprise';
  return low === high ? title(low) : `${title(low)} to ${title(high)}`;
}

/** "lasts", "day 9", "day 9 or lasts", "day 4 to 9": first what the low total does. */
export function dayWords({ low, high }: CreditScenario['plans'][number]['runsOutOn']): string {
  if (high === null) return 'lasts';
  if (low === null) return `lasts, or day ${high}`;
  return low === high ? `day ${low}` : `day ${high} to ${low}`;
}

export function usersWords({ users }: Pick<CreditScenario, 'users'>): string {
  return users === null ? 'As set' : `${figure(users)} ${users === 1 ? 'user' : 'users'}`;
}

/** The scenario in the middle: of one it is that one, of the examples the second. */
export function middleOf(section: CreditsSection): CreditScenario {
  const { scenarios } = section.projection;
  return scenarios[Math.floor(scenarios.length / 2)]!;
}

/** What the figures rest on, before any of them is shown. */
export function basisWords({ projection }: CreditsSection): string {
  const { example, scenarios } = projection;
  const users = scenarios.map(({ users: count }) => (count === null ? '' : figure(count)));
  if (example)
    return `EXAMPLE: nobody has said how much the app is used. Shown for ${users.slice(0, -1).join(', ')} and ${users.at(-1)!} users a month.`;
  return scenarios[0]!.users === null
    ? 'Runs of each trigger as the settings say.'
    : `For ${users[0]!} users a month, as the settings say.`;
}

/** "sessions 10 (default)": what was taken for granted, with where from. */
export function assumptionWords({ projection }: CreditsSection): string {
  return projection.assumptions
    .filter(({ value }) => value !== null)
    .map(({ name, value, source }) => `${name} ${figure(value!)} (${source})`)
    .join(', ');
}

/** What the totals leave out, in sentences. */
export function gapWords({ projection, unknownRuns }: CreditsSection): string[] {
  const { unprojected, incomplete } = projection;
  return [
    ...(unprojected.length > 0
      ? [
          `${counted(unprojected.length, 'trigger')} ${unprojected.length === 1 ? 'is' : 'are'} in no total, since nothing says how often; set \`usage.runs\`.`,
        ]
      : []),
    ...(incomplete.length > 0
      ? [`Of ${counted(incomplete.length, 'trigger')} in the totals a part has no known amount, and is not in them.`]
      : []),
    ...unknownRuns.map((id) => `\`usage.runs\` names ${JSON.stringify(id)}, which is no trigger of this app.`),
  ];
}

export const savingWords: Readonly<Record<CreditsSection['savings'][number]['verdict'], string>> = {
  applies: 'applies',
  'nothing-found': 'nothing found',
  'not-visible': 'not visible',
};
