import type { Location } from '../../result.js';
import type { CreditsSection, CreditSpend, CreditTrigger } from '../../result/credits.js';
import { counted } from '../../counted.js';
import { costWords, creditWords, figure, spendWords, usersWords } from '../credits-words.js';
import { markup, prose, type Html } from './template.js';

/** So many are open to a click one by one; the rest lies behind one more. */
const most = 25;

/** One card for each trigger: what a run costs, what it pays for, and on which way. */
export function triggerCards(section: CreditsSection): Html {
  const cards = section.triggers.map((trigger, index) => card(section, trigger, index));
  const rest = cards.slice(most);
  return markup`${cards.slice(0, most)}
    ${rest.length > 0 && markup`<details><summary>${counted(rest.length, 'more trigger')}</summary>${rest}</details>`}`;
}

function card({ projection }: CreditsSection, trigger: CreditTrigger, index: number): Html {
  const { title, location, spends, runs, cost, services, id } = trigger;
  return markup`<details class="trigger">
      <summary><strong>${title}</strong> <span>${costWords(trigger)} a run</span></summary>
      <div>
        <p>${code(location)} ${sentence(runs)}.</p>
        <ul class="plain">${projection.scenarios.map((one) => {
          const month = one.triggers[index]!;
          return markup`<li>${usersWords(one)}: ${creditWords(month.credits)} credits a month</li>`;
        })}</ul>
        ${spends.map(spendPart)}
        ${cost.unknown.map((text) => markup`<p>${prose(text)}</p>`)}
        ${services.length > 0 && markup`<p>Also calls ${services.join(', ')}, which costs no credits.</p>`}
        <p class="aside">Key of <code>usage.runs</code>: <code>${id}</code></p>
      </div>
    </details>`;
}

function spendPart(spend: CreditSpend): Html {
  const { path, repeats, caught, note } = spend;
  return markup`<p class="label">${spendWords(spend)}</p>
    <ol class="path">${path.map((step) => markup`<li>${step.location && code(step.location)} ${step.note}</li>`)}</ol>
    ${
      repeats.length > 0 &&
      markup`<p>Multiplied by ${repeats.map(
        ({ location, count }, index) =>
          markup`${index > 0 && ', '}${code(location)} ${count === null ? '(a list of unknown length)' : `(${figure(count)} turns at most)`}`,
      )}.</p>`
    }
    ${note !== null && markup`<p class="aside">${prose(note)}</p>`}
    ${caught && markup`<p class="aside">Its failure is taken up at ${code(caught)}.</p>`}`;
}

/** Where each number comes from, behind a click. */
export function numbers({ explanations }: CreditsSection): Html {
  return markup`<details><summary>Where the numbers come from</summary><ul class="plain">
      ${explanations.map(
        ({ number, value, formula, facts }) => markup`<li><code>${number}</code> = ${value}<br>${formula}
          ${facts.map(({ note, location }) => markup`<br><span class="aside">${location && code(location)} ${note}</span>`)}</li>`,
      )}
    </ul></details>`;
}

function code({ file, start }: Location): Html {
  return markup`<code>${file}:${start.line}</code>`;
}

function sentence(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}
