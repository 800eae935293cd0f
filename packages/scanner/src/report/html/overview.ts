import type { AppReport } from '../../result.js';
import { counted } from '../../counted.js';
import { place, severities, tasksOf } from '../reporter.js';
import { layoutOf, nameOf, schemasOf, sdkOf, verdictWords, visibilityOf } from '../words.js';
import { anchorOf, type FindingContext } from './findings.js';
import { markup, prose, type Html } from './template.js';

const verdicts = ['found', 'clear', 'not-checked'] as const;
const mostTasks = 8;

/** The verdict at a glance: one sentence, the numbers, and what kind of app this is. */
export function overview(report: AppReport): Html {
  const { app, findings, limitations } = report;
  const open = findings.filter(({ suppression }) => !suppression);
  const suppressed = findings.length - open.length;
  const { tone, text } = verdictOf(report);
  return markup` <header class="hero ${tone}">
      <p class="kicker">Base44 audit${app.root !== '' && markup`, folder <code>${app.root}</code>`}</p>
      <h1>${nameOf(app)}</h1>
      <p class="lead">${text}</p>
    </header>
    <ul class="tiles">
      ${severities.map((severity) => {
        const count = open.filter((finding) => finding.severity === severity).length;
        return markup`<li class="tile ${count > 0 ? severity : 'none'}">
          <span class="number">${count}</span> <span>${severity}</span>
        </li>`;
      })}
      <li class="tile none"><span class="number">${suppressed}</span> <span>suppressed</span></li>
    </ul>
    <div class="columns">
      <div>
        <h2>Platform limitations</h2>
        ${bar(limitations.map(({ verdict }) => verdict))}
        <ul class="legend">
          ${verdicts.map((verdict) => {
            const count = limitations.filter((limitation) => limitation.verdict === verdict).length;
            return markup`<li>
              <span class="dot ${verdict}"></span><strong>${count}</strong> ${verdictWords[verdict]}
            </li>`;
          })}
        </ul>
        <p class="aside">
          Clear means that a check ran and saw everything it needs. What an export cannot show is never counted as
          clear.
        </p>
      </div>
      <div>
        <h2>The app</h2>
        ${factList(report)}
      </div>
    </div>`;
}

function verdictOf({ findings, limitations }: AppReport): { tone: string; text: string } {
  const open = findings.filter(({ suppression }) => !suppression);
  const of = (severity: string): number => open.filter((finding) => finding.severity === severity).length;
  const [critical, high, medium] = [of('critical'), of('high'), of('medium')];
  const unseen = limitations.filter(({ verdict }) => verdict === 'not-checked').length;
  const tail = `${unseen} of ${limitations.length} platform limitations were not checked.`;
  if (critical + high > 0) {
    const parts = [critical > 0 && `${critical} critical`, high > 0 && `${high} high`].filter(Boolean).join(' and ');
    return {
      tone: 'bad',
      text: `Not ready: ${parts} ${critical + high === 1 ? 'finding' : 'findings'} to fix first. ${tail}`,
    };
  }
  if (medium > 0)
    return {
      tone: 'mixed',
      text: `Nothing critical or high; ${counted(medium, 'medium finding')} to look at. ${tail}`,
    };
  return { tone: 'good', text: `The checks that ran found nothing at medium or above. ${tail}` };
}

/** A stacked bar as SVG, because the page's security policy allows no style attributes. */
function bar(all: readonly (typeof verdicts)[number][]): Html {
  let x = 0;
  const parts = verdicts.map((verdict) => {
    const width = (100 * all.filter((one) => one === verdict).length) / Math.max(1, all.length);
    const rect = markup`<rect
      class="${verdict}"
      x="${x.toFixed(2)}"
      y="0"
      width="${width.toFixed(2)}"
      height="10"
    ></rect>`;
    x += width;
    return rect;
  });
  return markup`<svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">${parts}</svg>`;
}

function factList({ app }: AppReport): Html {
  const { counts, tenants } = app;
  const facts: readonly (readonly [string, string])[] = [
    ['Access', visibilityOf(app)],
    ['Layout', layoutOf(app)],
    ['Entities', schemasOf(app)],
    [
      'Backend',
      `${counted(counts.functions, 'function')}, ${counted(counts.agents, 'agent')}, ${counted(counts.workflows, 'workflow')}`,
    ],
    [
      'Code',
      `${counted(counts.codeFiles, 'file')}, ${counted(counts.codeLines, 'line')}; ${counted(counts.entityCalls, 'entity call')}`,
    ],
    ['SDK', sdkOf(app)],
    ['Tenants', tenants.map(({ field, reason }) => `${field} (${reason})`).join('; ') || 'no tenant key found'],
  ];
  return markup`<dl class="facts">
    ${facts.map(
      ([term, text]) =>
        markup`<div>
          <dt>${term}</dt>
          <dd>${prose(text)}</dd>
        </div>`,
    )}
  </dl>`;
}

/** What to fix first: one entry for each rule with findings, worst first. */
export function taskSection(report: AppReport, context: FindingContext): Html {
  const tasks = tasksOf(report.findings);
  if (tasks.length === 0) return markup`<p class="empty">Nothing to fix at low severity or above.</p>`;
  return markup`<ol class="tasks">
    ${tasks.slice(0, mostTasks).map(
      ({ first, count, files }) =>
        markup` <li>
          <span class="badge ${first.severity}">${first.severity}</span>
          <div>
            <p><a href="#${anchorOf(first, context)}">${prose(first.message)}</a></p>
            <p>${prose(first.advice)}</p>
            <p class="aside">
              <code>${place(first)}</code
              >${count > 1 && `, ${counted(count, 'finding')} of ${first.rule} in ${counted(files, 'file')}`}
            </p>
          </div>
        </li>`,
    )}
  </ol>`;
}
