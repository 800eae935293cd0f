import type { CreditsSection } from '../../result/credits.js';
import { counted } from '../../counted.js';
import {
  basisWords,
  creditWords,
  dayWords,
  figure,
  fitWords,
  gapWords,
  middleOf,
  savingWords,
  usersWords,
} from '../credits-words.js';
import type { CreditsContext } from './credits-context.js';
import { planLines, triggerBars } from './credits-chart.js';
import { priceTable, scheduleTable, serviceList, stopList } from './credits-tables.js';
import { numbers, triggerCards } from './credits-triggers.js';
import { markup, prose, type Html, webLink } from './template.js';

/** What the app burns: by month against each plan, by trigger, and what to do about it. Headings start at level 3. */
export function creditsSection(section: CreditsSection, context: CreditsContext): Html {
  if (section.triggers.length === 0)
    return markup`<div class="credits">
        <p class="empty">No trigger was found that costs integration credits. Code that was not followed may.</p>
        ${notes(section)} ${serviceList(section)} ${savingList(section)}
      </div>`;
  const scenario = middleOf(section);
  return markup`<div class="credits">
      <p class="${section.projection.example ? 'example' : 'lead'}">${basisWords(section)}</p>
      ${assumptions(section)} ${monthTable(section)} ${planTable(section, context)} ${notes(section)}
      ${planLines(section, scenario)} ${triggerBars(section, scenario)}
      <h3>Triggers, dearest month first</h3>
      ${triggerCards(section)} ${scheduleTable(section, context)} ${stopList(section)} ${serviceList(section)}
      ${savingList(section)} ${priceTable(section, context)} ${numbers(section)}
    </div>`;
}

function assumptions({ projection }: CreditsSection): Html {
  const known = projection.assumptions.filter(({ value }) => value !== null);
  return markup`<details><summary>What this assumes</summary><ul class="plain">
      ${known.map(({ name, value, source, meaning }) => markup`<li><code>${name}</code> ${figure(value!)} (${source}). ${meaning}</li>`)}
    </ul></details>`;
}

function monthTable({ projection, plans }: CreditsSection): Html {
  return markup`<div class="scroll"><table class="narrow">
      <caption>A month. The low figure takes the lowest price of all sources and leaves out what runs only in some cases.</caption>
      <thead><tr><th scope="col">Use</th><th scope="col" class="number">Credits a month</th><th scope="col">Smallest plan</th>
        <th scope="col" class="number">Saved by halving the top three</th><th scope="col">Smallest plan then</th></tr></thead>
      <tbody>${projection.scenarios.map(
        (
          one,
        ) => markup`<tr><th scope="row">${usersWords(one)}</th><td class="number" data-label="Credits a month">${creditWords(one.total)}</td>
          <td data-label="Smallest plan">${fitWords(one.fits, plans)}</td><td class="number" data-label="Saved by halving the top three">${creditWords(one.halved.saved)}</td><td data-label="Smallest plan then">${fitWords(one.halved.fits, plans)}</td></tr>`,
      )}</tbody>
    </table></div>`;
}

function planTable({ projection, plans, needsBackend }: CreditsSection, { label }: CreditsContext): Html {
  return markup`<div class="scroll" role="region" aria-label="Plans, ${label}" tabindex="0"><table>
      <caption>The day of a month of 30 days on which the integration credits of each plan are gone.
        ${needsBackend && 'The app has functions, so Builder is the least.'} Message credits are for building; nothing here uses them.</caption>
      <thead><tr><th scope="col">Plan</th><th scope="col" class="number">Integration credits</th><th scope="col" class="number">Message credits</th>
        <th scope="col" class="number">Price a month</th>${projection.scenarios.map((one) => markup`<th scope="col">${usersWords(one)}</th>`)}</tr></thead>
      <tbody>${plans.map(
        (plan, index) => markup`<tr class="${plan.current ? 'current' : ''}"><th scope="row">${plan.title}</th>
          <td class="number">${figure(plan.integrationCredits)}</td><td class="number">${figure(plan.messageCredits)}</td>
          <td class="number">$${plan.price.monthly} ($${plan.price.yearly} by the year)</td>
          ${projection.scenarios.map(({ plans: shares }) => {
            const { runsOutOn } = shares[index]!;
            return markup`<td class="${runsOutOn.high === null ? 'lasts' : 'gone'}">${dayWords(runsOutOn)}</td>`;
          })}</tr>`,
      )}</tbody>
    </table></div>
    <p class="aside">Allowances and prices: ${plans[0]!.sources.map((source, index) => markup`${index > 0 && ', '}${webLink(source)}`)}, checked on ${plans[0]!.checkedOn}.</p>`;
}

function notes(section: CreditsSection): Html {
  return markup`${gapWords(section).map((line) => markup`<p>${prose(line)}</p>`)}`;
}

function savingList({ savings }: CreditsSection): Html {
  return markup`<h3>Six ways to use less</h3>
    ${savings.map(
      ({ title, advice, verdict, reason, places }) => markup`<details class="trigger">
        <summary><strong>${title}</strong> <span class="verdict ${verdict === 'applies' ? 'found' : verdict === 'nothing-found' ? 'clear' : ''}">${savingWords[verdict]}</span></summary>
        <div><p>${prose(reason)}</p>${verdict === 'applies' && markup`<p>${advice}</p>`}
          ${
            places.length > 0 &&
            markup`<p class="label">${counted(places.length, 'place')}</p><ul class="plain">${places.map(
              ({ note, location }) =>
                markup`<li>${location && markup`<code>${location.file}:${location.start.line}</code> `}${prose(note)}</li>`,
            )}</ul>`
          }
        </div>
      </details>`,
    )}`;
}
