import type { Placed } from '../../result.js';
import type {
  ReadinessCriterion,
  ReadinessEvidence,
  ReadinessSection,
  ReadinessVerdicts,
  ReadinessWork,
} from '../../result/readiness.js';
import { counted } from '../../counted.js';
import {
  actionOf,
  decisionOf,
  headlineOf,
  percentOf,
  spanOf,
  standingOf,
  toneOf,
  workOrder,
  workWords,
} from '../readiness-words.js';
import { anchorOf, type FindingContext } from './findings.js';
import { criterionScale, totalScale } from './readiness-scale.js';
import { markup, prose, type Html } from './template.js';

/** Findings that the page shows, by identity, so that a task can point to them. */
export type ReadinessContext = Pick<FindingContext, 'prefix' | 'numbers' | 'titles'>;

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
    <p class="aside">Framework: <a href="${model.source.url}">${model.source.title}</a>, edition ${model.source.date}, checked on ${model.source.checkedOn}.</p>`;
}

function outcomeTable({ asAnswered, today, ...verdicts }: ReadinessSection): Html {
  const rows: readonly (readonly [string, ReadinessVerdicts])[] = [
    ['By the framework', verdicts],
    ...(asAnswered ? [['With answers taken as given', asAnswered] as const] : []),
    ['With what the platform can do today', today],
  ];
  return markup`<h3>Verdicts that are still possible</h3>
    <div class="scroll"><table class="outcomes">
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

function criteriaTable({ criteria }: ReadinessSection, context: ReadinessContext): Html {
  return markup`<div class="scroll"><table class="criteria">
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

function placePart({ note, location }: Placed): Html {
  return markup`<li>${prose(note)}${location && markup` <code>${location.file}:${location.start.line}</code>`}</li>`;
}

const mostLinks = 8;

/** Links to the findings that the page shows; those below its threshold are only counted. */
function links(identities: readonly string[], context: ReadinessContext): Html | false {
  const wanted = new Set(identities);
  const shown = [...context.numbers.keys()].filter(({ identity }) => wanted.has(identity));
  if (identities.length === 0) return false;
  const rest = identities.length - Math.min(shown.length, mostLinks);
  return markup`; findings ${shown
    .slice(0, mostLinks)
    .map(
      (finding) => markup`<a href="#${anchorOf(finding, context)}">${context.numbers.get(finding)}</a> `,
    )}${rest > 0 && `${shown.length > 0 ? 'and ' : ''}${rest} more`}`;
}

function todayTable({ criteria }: ReadinessSection): Html | false {
  const rows = criteria.flatMap(({ title, today }) => (today?.notes ?? []).map((note) => ({ title, note })));
  return (
    rows.length > 0 &&
    markup`<h3>What the article rules out, and what holds today</h3>
    <div class="scroll"><table class="today-notes">
      <caption>Levels that rest on a limitation of the platform. A lifted limitation makes a level read as the lowest that is workable; the need itself remains.</caption>
      <thead><tr><th scope="col">Level</th><th scope="col">Today</th><th scope="col">Why</th></tr></thead>
      <tbody>${rows.map(
        ({ title, note }) => markup`<tr>
          <th scope="row">${title}, level ${note.level}</th>
          <td>${note.becomes.low === note.level && note.becomes.high === note.level ? 'stands' : `reads as ${spanOf(note.becomes)}`} <span class="today ${note.status}">${note.status.replace('-', ' ')}</span></td>
          <td>${note.text} ${note.state} <span class="aside">Checked on ${note.checkedOn}: ${note.sources.map((one, index) => markup`${index > 0 && ', '}<a href="${one.url}">${one.title}</a>`)}.</span></td>
        </tr>`,
      )}</tbody>
    </table></div>`
  );
}

function workTable({ work }: ReadinessSection, context: ReadinessContext): Html {
  const rows = workOrder.flatMap((state) => work.filter((item) => item.state === state));
  return markup`<div class="scroll"><table class="work">
      <caption>Both checklists of the framework. What a repository cannot show is never counted as done.</caption>
      <thead><tr><th scope="col">State</th><th scope="col">Task</th><th scope="col">Why</th></tr></thead>
      <tbody>${rows.map((item) => workRow(item, context))}</tbody>
    </table></div>`;
}

function workRow(
  { state, text, list, reason, ask, places, findings, rules }: ReadinessWork,
  context: ReadinessContext,
): Html {
  return markup`<tr>
      <td><span class="state ${state}">${workWords[state]}</span></td>
      <th scope="row">${text}${list === 'extensive' && markup` <span class="aside">(extensive hardening)</span>`}</th>
      <td>${prose(reason)}${state === 'not-visible' && markup` <strong>Ask.</strong> ${ask}`}
        ${places.length > 0 && markup`<ul>${places.map(placePart)}</ul>`}
        ${rules.length > 0 && markup`<p class="aside">${rules.map(({ rule, findings: count }) => `${rule} (${count})`).join(', ')}${links(findings, context)}</p>`}</td>
    </tr>`;
}

function stayTable({ effort, migration, thresholds }: ReadinessSection): Html | false {
  return (
    effort.length > 0 &&
    markup`<h3>Stay or leave</h3>
    <div class="scroll"><table class="stay">
      <caption>Hardening as a share of ${migration ? `${spanOf(migration.hours)} hours of migration` : 'a migration that was not estimated'}: above ${thresholds.leaveAbove * 100} % leave, below ${thresholds.stayBelow * 100} % stay. A week is 40 hours of one engineer.</caption>
      <thead><tr><th scope="col">If the verdict is</th><th scope="col">Hardening</th><th scope="col">Share</th><th scope="col">Then</th></tr></thead>
      <tbody>${effort.map(
        (one) =>
          markup`<tr><th scope="row">${actionOf(one.action)}</th><td>${one.text}; ${spanOf(one.hours)} hours</td><td>${one.ratio ? percentOf(one.ratio) : 'unknown'}</td><td>${decisionOf(one)}</td></tr>`,
      )}</tbody>
    </table></div>`
  );
}

function numbers({ explanations }: ReadinessSection): Html {
  return markup`<details class="numbers"><summary>Where the numbers come from</summary>
      <dl>${explanations.map(
        ({ number, value, formula, facts }) =>
          markup`<dt><code>${number}</code> = ${value}</dt><dd>${formula}${facts.length > 0 && markup`<ul>${facts.map(placePart)}</ul>`}</dd>`,
      )}</dl></details>`;
}
