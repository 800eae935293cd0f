import { counted } from '../../counted.js';
import type { ReadinessCriterion, ReadinessEvidence, ReadinessSection } from '../../result/readiness.js';
import { spanOf, standingOf } from '../readiness-words.js';
import { links, placePart, type ReadinessContext } from './readiness-parts.js';
import { criterionScale } from './readiness-scale.js';
import { markup, prose, type Html, webLink } from './template.js';

/** The eight criteria with their scales, and what the export says of each. */
export function criteriaTable({ criteria }: ReadinessSection, context: ReadinessContext): Html {
  return markup`<div class="scroll"><table class="narrow criteria">
      <caption>4 asks least of the platform, 0 most. The bar is what remains possible, the red line what the export rules out, a filled point the answer, a ring an answer that the export contradicts.</caption>
      <thead><tr><th scope="col">Criterion</th><th scope="col">Scale</th><th scope="col">What the export shows</th></tr></thead>
      <tbody>${criteria.map((criterion) => criterionRow(criterion, context))}</tbody>
    </table></div>`;
}

function criterionRow(criterion: ReadinessCriterion, context: ReadinessContext): Html {
  const { number, title, question, levels, why, evidence, contradiction, limit, points } = criterion;
  return markup`<tr>
      <th scope="row"><details><summary>${number}. ${title}</summary>
        <p>${question}</p>
        <ul>${levels.map(({ level, text }) => markup`<li>${level}: ${text}</li>`)}</ul>
        <p class="aside">${why}</p></details></th>
      <td>${criterionScale(criterion)}<p class="${contradiction ? 'contradiction' : 'aside'}">${standingOf(criterion)}</p></td>
      <td>${limit && points.high < limit.workableFrom && markup`<p>${limit.text}</p>`}
        ${evidence.length === 0 ? markup`<p class="aside">Nothing that speaks to it.</p>` : evidence.map((one) => evidencePart(one, context))}</td>
    </tr>`;
}

function evidencePart(
  { cap, reason, places, count, findings, confidence }: ReadinessEvidence,
  context: ReadinessContext,
): Html {
  const rest = count - places.length;
  return markup`<details><summary>${cap === null ? 'Hint: ' : `At most ${cap}: `}${prose(reason)}</summary>
      <ul>${places.map(placePart)}${rest > 0 && markup`<li>and ${counted(rest, 'more place')}</li>`}</ul>
      <p class="aside">${confidence}${cap === null && '; caps nothing'}${links(findings, context)}</p></details>`;
}

/** What the article rules out because of a limitation, and what holds of that limitation today. */
export function todayTable({ criteria }: ReadinessSection): Html | false {
  const rows = criteria.flatMap(({ title, today }) => (today?.notes ?? []).map((note) => ({ title, note })));
  return (
    rows.length > 0 &&
    markup`<h3>What the article rules out, and what holds today</h3>
    <div class="scroll"><table class="narrow today-notes">
      <caption>Levels that rest on a limitation of the platform. A lifted limitation makes a level read as the lowest that is workable; the need itself remains.</caption>
      <thead><tr><th scope="col">Level</th><th scope="col">Today</th><th scope="col">Why</th></tr></thead>
      <tbody>${rows.map(
        ({ title, note }) => markup`<tr>
          <th scope="row">${title}, level ${note.level}</th>
          <td>${note.becomes.low === note.level && note.becomes.high === note.level ? 'stands' : `reads as ${spanOf(note.becomes)}`} <span class="today ${note.status}">${note.status.replace('-', ' ')}</span></td>
          <td>${note.text} ${note.state} <span class="aside">Checked on ${note.checkedOn}: ${note.sources.map((one, index) => markup`${index > 0 && ', '}${webLink(one)}`)}.</span></td>
        </tr>`,
      )}</tbody>
    </table></div>`
  );
}
