import { counted } from '../../counted.js';
import type { Finding, RuleInfo } from '../../result.js';
import { effortOfTask, spanOfMinutes } from '../effort-words.js';
import { place, tasksOf, type Task } from '../reporter.js';
import type { FindingContext } from './finding-context.js';
import { anchorOf } from './findings.js';
import { markup, prose, type Html } from './template.js';

const mostCards = 8;

/** What to fix first: one entry for each rule with findings, worst first, each with a rough effort. */
export function taskSection(findings: readonly Finding[], rules: readonly RuleInfo[], context: FindingContext): Html {
  const tasks = tasksOf(findings);
  if (tasks.length === 0) return markup`<p class="empty">Nothing to fix at low severity or above.</p>`;
  const efforts = new Map(rules.map(({ name, effort }) => [name, effort]));
  const [cards, rest] = [tasks.slice(0, mostCards), tasks.slice(mostCards)];
  return markup`<ol class="tasks">
    ${cards.map((task) => card(task, efforts.get(task.first.rule), context))}
  </ol>
  ${
    rest.length > 0 &&
    markup`<details class="fold"><summary>${counted(rest.length, 'more rule')} with findings</summary>
      <ol class="tasks" start="${mostCards + 1}">${rest.map((task) => card(task, efforts.get(task.first.rule), context))}</ol>
    </details>`
  }
  <p class="aside">Effort is a rough band for one engineer who knows the app, tests included: its low end where one change serves a
    whole file, its high end where every place needs its own. Nobody measured it, and it is not a quote. The hours under
    <a href="#${context.prefix}readiness">Ready for production</a> are those of the framework and cover more than findings.</p>`;
}

function card(task: Task, effort: RuleInfo['effort'] | undefined, context: FindingContext): Html {
  const { first, count, files } = task;
  return markup` <li>
    <span class="badge ${first.severity}">${first.severity}</span>
    <div>
      <p><a href="#${anchorOf(first, context)}">${prose(first.message)}</a></p>
      <p>${prose(first.advice)}</p>
      <p class="aside">
        <code>${place(first)}</code
        >${count > 1 && `, ${counted(count, 'finding')} of ${first.rule} in ${counted(files, 'file')}`}
      </p>
      ${
        effort &&
        markup`<p class="effort"><strong>Effort</strong> ${spanOfMinutes(effortOfTask(task, effort))}
          <span class="aside">to ${effort.fix}</span></p>`
      }
    </div>
  </li>`;
}
