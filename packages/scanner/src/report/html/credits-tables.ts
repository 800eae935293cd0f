import type { CreditsSection } from '../../result/credits.js';
import { counted } from '../../counted.js';
import { creditWords, figure } from '../credits-words.js';
import type { CreditsContext } from './credits-context.js';
import { markup, type Html, webLink } from './template.js';

export function scheduleTable({ schedules }: CreditsSection, { label }: CreditsContext): Html | null {
  if (schedules.length === 0) return null;
  return markup`<h3>Schedules</h3>
    <div class="scroll" role="region" aria-label="Schedules, ${label}" tabindex="0"><table>
      <caption>What runs by the clock, and what a month of it costs whether or not anyone uses the app.</caption>
      <thead><tr><th scope="col">Schedule</th><th scope="col">Kind</th><th scope="col" class="number">Runs a month</th>
        <th scope="col" class="number">A run</th><th scope="col" class="number">A month</th><th scope="col">Remark</th></tr></thead>
      <tbody>${schedules.map(
        ({ name, location, workflow, active, runs, perRun, monthly, belowMinimum, shortestMinutes }) => markup`<tr>
          <th scope="row">${name ?? location.file} <span class="aside"><code>${location.file}:${location.start.line}</code></span></th>
          <td>${workflow ? 'workflow' : 'automation'}</td><td class="number">${runs === null ? 'unknown' : figure(runs)}</td>
          <td class="number">${creditWords(perRun)}</td><td class="number">${creditWords(monthly)}</td>
          <td>${!active && 'Switched off. '}${belowMinimum && `Asks for a run every ${figure(shortestMinutes ?? 0)} minutes; the platform keeps 5 minutes or more.`}</td></tr>`,
      )}</tbody>
    </table></div>`;
}

export function stopList({ stops, triggers }: CreditsSection): Html | null {
  const { unhandled, handled, automations } = stops;
  if (unhandled.length + handled + automations === 0) return null;
  const titles = new Map(triggers.map(({ id, title }) => [id, title]));
  return markup`<h3>When the credits run out</h3>
    <p>${counted(unhandled.length, 'thing')} that a user does or opens ${unhandled.length === 1 ? 'fails' : 'fail'} with nothing to take it up;
      ${handled} ${handled === 1 ? 'stands' : 'stand'} under a <code>catch</code>; ${counted(automations, 'automation')} ${automations === 1 ? 'stops' : 'stop'}.</p>
    ${
      unhandled.length > 0 &&
      markup`<ul class="plain">${unhandled.map(
        ({ trigger, calls }) =>
          markup`<li>${titles.get(trigger)}: ${calls.map(({ member, location }, index) => markup`${index > 0 && ', '}<code>${member}</code> at <code>${location.file}:${location.start.line}</code>`)}</li>`,
      )}</ul>`
    }`;
}

export function serviceList({ services }: CreditsSection): Html | null {
  if (services.length === 0) return null;
  return markup`<h3>Other services</h3>
    <p>They cost no credits; whoever owns the key pays their bill.</p>
    <ul class="plain">${services.map(
      ({ service, ownersKey, locations, triggers }) =>
        markup`<li><strong>${service}</strong>, ${counted(locations.length, 'call')} from ${counted(triggers, 'trigger')}, ${ownersKey ? "with the owner's key" : 'without a key of the owner'}</li>`,
    )}</ul>`;
}

export function priceTable({ prices, free }: CreditsSection, { label }: CreditsContext): Html {
  return markup`<h3>Prices used</h3>
    <div class="scroll" role="region" aria-label="Prices, ${label}" tabindex="0"><table>
      <caption>Sources contradict each other and prices shift, so each is a range over dated readings.</caption>
      <thead><tr><th scope="col">Act</th><th scope="col" class="number">Credits</th><th scope="col">Readings</th></tr></thead>
      <tbody>${prices.map(
        ({
          title,
          unit,
          credits,
          readings,
        }) => markup`<tr><th scope="row">${title}</th><td class="number">${creditWords(credits)} ${unit}</td>
          <td><ul class="plain">${readings.map(
            ({ source, date, credits: amount, says }) =>
              markup`<li>${creditWords(amount)} on ${date}: ${says} ${webLink(source)}</li>`,
          )}</ul></td></tr>`,
      )}</tbody>
    </table></div>
    <p>No credits:</p>
    <ul class="plain">${free.map(({ what, because, source, date }) => markup`<li>${what}. ${because} ${webLink(source)}, ${date}.</li>`)}</ul>`;
}
