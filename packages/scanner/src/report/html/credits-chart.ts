import type { CreditScenario, CreditsSection } from '../../result/credits.js';
import { creditWords, figure, usersWords } from '../credits-words.js';
import { markup, type Html } from './template.js';

/** So many triggers have a bar. */
const mostBars = 12;

/** One bar for each of the dearest triggers: the low total full, up to the high one light. */
export function triggerBars({ triggers }: CreditsSection, scenario: CreditScenario): Html | null {
  const rows = triggers
    .flatMap(({ title }, index) => {
      const month = scenario.triggers[index]?.credits ?? null;
      return month && month.high > 0 ? [{ title, month }] : [];
    })
    .slice(0, mostBars);
  if (rows.length === 0) return null;
  const widest = Math.max(...rows.map(({ month }) => month.high));
  const height = 44;
  const wide = (value: number) => ((value / widest) * 696).toFixed(1);
  const summary = rows.map(({ title, month }) => `${title}: ${creditWords(month)}`).join('; ');
  return markup`<figure class="chart">
      <figcaption>Credits a month of the dearest triggers, ${usersWords(scenario)}: the low figure dark, up to the high one light.</figcaption>
      <svg viewBox="0 0 700 ${rows.length * height + 4}" role="img" aria-label="Bars. ${summary}.">
        ${rows.map(
          ({ title, month }, index) => markup`<g transform="translate(2 ${index * height})">
            <text class="name" y="16">${short(title)}</text>
            <text class="value" x="696" y="16">${creditWords(month)}</text>
            <rect class="high" y="22" width="${wide(month.high)}" height="14" rx="3"></rect>
            <rect class="low" y="22" width="${wide(month.low)}" height="14" rx="3"></rect>
          </g>`,
        )}
      </svg>
    </figure>`;
}

/** How the month's credits add up day by day, with the allowance of each plan across. */
export function planLines({ plans }: CreditsSection, scenario: CreditScenario): Html | null {
  const { total } = scenario;
  if (total.high <= 0) return null;
  const [left, right, top, bottom] = [70, 560, 14, 250];
  const next = plans.find(({ integrationCredits }) => integrationCredits >= total.high);
  const highest = Math.max(total.high, next && next.integrationCredits <= total.high * 4 ? next.integrationCredits : 0);
  const y = (credits: number) => (bottom - (credits / highest) * (bottom - top)).toFixed(1);
  const drawn = labelled(
    plans.filter(({ integrationCredits }) => integrationCredits <= highest),
    highest,
  );
  const line = (name: string, credits: number) =>
    markup`<line class="${name}" x1="${left}" y1="${bottom}" x2="${right}" y2="${y(credits)}"></line>`;
  return markup`<figure class="chart">
      <figcaption>Credits used day by day, ${usersWords(scenario)}, where each day uses the same; a plan runs out where a line crosses it.</figcaption>
      <svg viewBox="0 0 700 285" role="img" aria-label="${chartText(plans, scenario)}">
        <polygon class="band" points="${left},${bottom} ${right},${y(total.high)} ${right},${y(total.low)}"></polygon>
        ${line('low', total.low)} ${line('high', total.high)}
        <path class="axis" d="M${left} ${top}V${bottom}H${right}"></path>
        ${[1, 10, 20, 30].map((day) => {
          const x = left + ((right - left) * day) / 30;
          return markup`<text class="tick" x="${x.toFixed(1)}" y="${bottom + 18}">${day === 1 ? 'day 1' : day}</text>`;
        })}
        <text class="scale" x="${left - 6}" y="${top + 4}">${figure(highest)}</text>
        <text class="scale" x="${left - 6}" y="${bottom + 4}">0</text>
        ${drawn.map(
          ({
            title,
            integrationCredits,
          }) => markup`<line class="plan" x1="${left}" x2="${right}" y1="${y(integrationCredits)}" y2="${y(integrationCredits)}"></line>
            <text class="plan" x="${right + 8}" y="${Number(y(integrationCredits)) + 4}">${title} ${figure(integrationCredits)}</text>`,
        )}
      </svg>
    </figure>`;
}

/** Without those whose names would lie on each other: the larger plan stays. */
function labelled(plans: CreditsSection['plans'], highest: number): CreditsSection['plans'] {
  let above = Infinity;
  return [...plans].reverse().filter(({ integrationCredits }) => {
    const share = integrationCredits / highest;
    if (above - share < 0.07) return false;
    above = share;
    return true;
  });
}

function chartText(plans: CreditsSection['plans'], { total, plans: shares }: CreditScenario): string {
  const each = plans.map(({ title }, index) => {
    const { low, high } = shares[index]!.runsOutOn;
    if (high === null) return `${title} lasts`;
    return low === null
      ? `${title} lasts or runs out on day ${high}`
      : `${title} runs out between day ${high} and ${low}`;
  });
  return `Lines from 0 on day 1 to ${creditWords(total)} credits on day 30. ${each.join('; ')}.`;
}

function short(text: string): string {
  return text.length > 62 ? `${text.slice(0, 61)}…` : text;
}
