import type { ExitSection } from '../../result/exit.js';
import { portabilityWords } from '../exit-words.js';
import { dollarsOf, numberOf, rangeOf } from '../ranges.js';
import type { ExitContext } from './exit-context.js';
import { dataSection, lacksSection } from './exit-data.js';
import { estimateSection } from './exit-estimate.js';
import { entityTable, useTable } from './exit-tables.js';
import { markup, prose, type Html } from './template.js';

/** What ties the app to the platform, what takes its place, and what a move takes. The heading above it is the page's. */
export function exitSection(section: ExitSection, context: ExitContext): Html {
  return markup`${answer(section)} ${inventory(section, context)} ${estimateSection(section, context)} ${dataSection(section)}
    ${lacksSection(section)} ${entityTable(section, context)} ${useTable(section, context)} ${caveats(section)}`;
}

function answer({ estimate, framework }: ExitSection): Html {
  const { hours, weeks, cost, sum, beyond } = estimate;
  const tiles = [
    [rangeOf(hours), 'hours'],
    [rangeOf(weeks), 'weeks'],
    [dollarsOf(cost), 'US dollars'],
  ];
  return markup`<ul class="tiles exit-tiles">
      ${tiles.map(([value, unit]) => markup`<li class="tile none"><span class="number">${value}</span> <span>${unit}</span></li>`)}
    </ul>
    ${
      beyond !== 'within' &&
      markup`<p>The inventory adds up to ${rangeOf(sum)} hours; the framework ${beyond === 'above' ? `ends at ${numberOf(framework.hours.high)}, so the move may take longer than this range says` : `begins at ${numberOf(framework.hours.low)}`}.</p>`
    }`;
}

function inventory({ parts }: ExitSection, { label }: ExitContext): Html {
  return markup`<div class="scroll" role="region" aria-label="What ties the app to the platform, ${label}" tabindex="0">
    <table class="narrow exit-parts">
      <caption>What ties the app to the platform, and what takes its place</caption>
      <thead>
        <tr>
          <th scope="col">Part</th>
          <th scope="col">In this app</th>
          <th scope="col">What takes its place</th>
          <th scope="col">The code</th>
          <th scope="col" class="amount">Hours</th>
        </tr>
      </thead>
      <tbody>
        ${parts.map(
          (part) =>
            markup`<tr>
              <th scope="row">${part.title}</th>
              <td data-label="In this app">
                ${part.found.length === 0 ? 'In template code only' : part.found.map(({ count, what }) => markup`<span class="exit-found">${numberOf(count)} ${what}</span> `)}
              </td>
              <td data-label="What takes its place">
                <details>
                  <summary>${prose(part.replacement)}</summary>
                  <p>${part.note}</p>
                  <p class="aside">Checked on ${part.source.checkedOn}: ${part.source.title}</p>
                </details>
              </td>
              <td data-label="The code"><span class="badge exit-${part.portability}">${portabilityWords[part.portability]}</span></td>
              <td class="amount" data-label="Hours">${part.found.length === 0 ? '–' : rangeOf(part.hours)}</td>
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function caveats({ caveats: texts }: ExitSection): Html {
  return markup`<h3>What these figures cannot know</h3>
    <ul>
      ${texts.map((text) => markup`<li>${text}</li>`)}
    </ul>`;
}
