import type { ReadinessSection, ReadinessVerdicts } from '../../result/readiness.js';
import { headlineOf, spanOf, toneOf } from '../readiness-words.js';
import { criteriaTable, todayTable } from './readiness-criteria.js';
import { placePart, type ReadinessContext } from './readiness-parts.js';
import { totalScale } from './readiness-scale.js';
import { stayTable, workTable } from './readiness-work.js';
import { markup, type Html, webLink } from './template.js';

export type { ReadinessContext } from './readiness-parts.js';

/** Readiness at a glance, then each criterion, what follows, and what to do. Headings start at level 3. */
export function readinessSection(section: ReadinessSection, context: ReadinessContext): Html {
  const { model, asAnswered, today, outcomes, band } = section;
  return markup`<div class="hero ${toneOf(section)}">
      <p class="kicker">Readiness for production, edition ${model.version} of the framework</p>
      <p class="lead"><strong>${headlineOf(section)}.</strong> ${spanOf(section.total)} of ${model.highestTotal} points.
        ${outcomes.length === 1 && outcomes[0]!.text}</p>
      ${totalScale(section)}
      <ul class="legend">
        <li><span class="key range"></span> by the framework: ${spanOf(section.total)}</li>
        ${asAnswered && markup`<li><span class="key claim"></span> answers taken as given: ${spanOf(asAnswered.total)}</li>`}
        <li><span class="key today"></span> with what the platform can do today: ${spanOf(today.total)}</li>
      </ul>
      <p class="aside">${band.join('; ')}.</p>
    </div>
    ${outcomeTable(section)} ${askNext(section)}
    <h3>The eight criteria</h3>
    ${criteriaTable(section, context)} ${todayTable(section)}
    <h3>Work list</h3>
    ${workTable(section, context)} ${stayTable(section)} ${numbers(section)}
    <p class="aside">Framework: ${webLink(model.source)}, edition ${model.source.date}, checked on ${model.source.checkedOn}.</p>`;
}

function outcomeTable({ asAnswered, today, ...verdicts }: ReadinessSection): Html {
  const rows: readonly (readonly [string, ReadinessVerdicts])[] = [
    ['By the framework', verdicts],
    ...(asAnswered ? [['With answers taken as given', asAnswered] as const] : []),
    ['With what the platform can do today', today],
  ];
  return markup`<h3>Verdicts that are still possible</h3>
    <div class="scroll"><table class="narrow outcomes">
      <caption>The first step of the decision tree that holds gives the verdict; what follows is exact over all combinations of open answers.</caption>
      <thead><tr><th scope="col">Reading</th><th scope="col">Verdict</th><th scope="col">Points</th></tr></thead>
      <tbody>${rows.flatMap(([title, { outcomes }]) =>
        outcomes.map(
          (outcome, index) =>
            markup`<tr>${index === 0 && markup`<th scope="rowgroup" rowspan="${outcomes.length}">${title}</th>`}<td>${outcome.text}</td><td>${spanOf(outcome.totals)}</td></tr>`,
        ),
      )}</tbody>
    </table></div>`;
}

function askNext({ next }: ReadinessSection): Html | false {
  return (
    next.length > 0 &&
    markup`<h3>What to ask next</h3>
      <ol>${next.map(
        ({ question, settledBy, outcomesLeft }) =>
          markup`<li>${question} <span class="aside">${
            settledBy.length > 0 &&
            `Settled by ${settledBy.length === 1 ? 'level' : 'levels'} ${settledBy.join(', ')}; `
          }leaves ${spanOf(outcomesLeft)} ${outcomesLeft.high === 1 ? 'verdict' : 'verdicts'}.</span></li>`,
      )}</ol>`
  );
}

function numbers({ explanations }: ReadinessSection): Html {
  return markup`<details class="numbers"><summary>Where the numbers come from</summary>
      <dl>${explanations.map(
        ({ number, value, formula, facts }) =>
          markup`<dt><code>${number}</code> = ${value}</dt><dd>${formula}${facts.length > 0 && markup`<ul>${facts.map(placePart)}</ul>`}</dd>`,
      )}</dl></details>`;
}
