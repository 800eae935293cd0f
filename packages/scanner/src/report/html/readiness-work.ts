import type { ReadinessSection, ReadinessWork } from '../../result/readiness.js';
import {
  actionOf,
  decisionOf,
  percentOf,
  readingsOf,
  rulesOf,
  spanOf,
  workOrder,
  workWords,
} from '../readiness-words.js';
import { links, placePart, type ReadinessContext } from './readiness-parts.js';
import { markup, prose, type Html } from './template.js';

/** Both checklists as a work list: what is missing comes first. */
export function workTable({ work }: ReadinessSection, context: ReadinessContext): Html {
  const rows = workOrder.flatMap((state) => work.filter((item) => item.state === state));
  return markup`<div class="scroll"><table class="narrow work">
      <caption>Both checklists of the framework. What a repository cannot show is never counted as done.</caption>
      <thead><tr><th scope="col">State</th><th scope="col">Task</th><th scope="col">Why</th></tr></thead>
      <tbody>${rows.map((item) => workRow(item, context))}</tbody>
    </table></div>`;
}

function workRow(item: ReadinessWork, context: ReadinessContext): Html {
  const { state, text, list, reason, ask, places, findings } = item;
  return markup`<tr>
      <td><span class="state ${state}">${workWords[state]}</span></td>
      <th scope="row">${text}${list === 'extensive' && markup` <span class="aside">(extensive hardening)</span>`}</th>
      <td>${prose(reason)}${state === 'not-visible' && markup` <strong>Ask.</strong> ${ask}`}
        ${places.length > 0 && markup`<ul>${places.map(placePart)}</ul>`}
        ${findings.length > 0 && markup`<p class="aside">${rulesOf(item)}${links(findings, context)}</p>`}</td>
    </tr>`;
}

/** Hardening against leaving. */
export function stayTable({ effort, migration, thresholds }: ReadinessSection): Html | false {
  return (
    effort.length > 0 &&
    markup`<h3>Stay or leave</h3>
    <div class="scroll"><table class="narrow stay">
      <caption>Hardening as a share of ${migration ? `${spanOf(migration.hours)} hours of migration` : 'a migration that was not estimated'}: above ${thresholds.leaveAbove * 100} % leave, below ${thresholds.stayBelow * 100} % stay. A week is 40 hours of one engineer.</caption>
      <thead><tr><th scope="col">If the verdict is</th><th scope="col">Hardening</th><th scope="col">Share</th><th scope="col">Then</th></tr></thead>
      <tbody>${effort.map(
        (one) =>
          markup`<tr><th scope="row">${actionOf(one.action)}${readingsOf(one)}</th><td>${one.text}; ${spanOf(one.hours)} hours</td><td>${one.ratio ? percentOf(one.ratio) : 'unknown'}</td><td>${decisionOf(one)}</td></tr>`,
      )}</tbody>
    </table></div>`
  );
}
