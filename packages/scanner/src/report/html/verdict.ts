import { counted } from '../../counted.js';
import type { AppReport } from '../../result.js';
import { toneOf } from '../readiness-words.js';
import { failing, severities, uselessIn, type ReportOptions, type Severity } from '../reporter.js';
import { creditsBrief } from '../terminal/credits.js';
import { exitBrief } from '../terminal/exit.js';
import { readinessBrief } from '../terminal/readiness.js';
import { comparisonOf, hiddenOf, layoutOf, nameOf, schemasOf, sdkOf, visibilityOf } from '../words.js';
import { limitationRing, severityBar } from './charts.js';
import { totalScale } from './readiness-scale.js';
import { markup, prose, type Html } from './template.js';

/** The verdict at a glance: what follows from the scan, in a line each with the way to the whole, and what kind of app this is. */
export function verdict(report: AppReport, prefix: string, options: ReportOptions): Html {
  const { app, findings, limitations, readiness } = report;
  const open = findings.filter(({ suppression }) => !suppression);
  const counts = severities.map((severity) => ({
    severity,
    count: open.filter((finding) => finding.severity === severity).length,
  }));
  return markup`<header class="hero ${pageTone(report)}">
      <p class="kicker">Base44 audit${app.root !== '' && markup`, folder <code>${app.root}</code>`}</p>
      <h1 id="${prefix}verdict">${nameOf(app)}</h1>
      <p class="lead">${sentence(report)}</p>
      ${report.since && markup`<p class="lead"><strong>Only what has changed.</strong> Compared ${comparisonOf(report.since)}; ${hiddenOf(report.since)}.</p>`}
      ${severityBar(counts)}
    </header>
    <ul class="tiles">
      ${counts.map(
        ({ severity, count }) => markup`<li class="tile ${count > 0 ? severity : 'none'}">
          <span class="number">${count}</span> <span>${severity}</span>
        </li>`,
      )}
      <li class="tile none"><span class="number">${findings.length - open.length}</span> <span>suppressed</span></li>
    </ul>
    <dl class="glance">
      ${line(prefix, 'readiness', 'Readiness', markup`${prose(`${readinessBrief(readiness)}.`)}${totalScale(readiness)}`, toneOf(readiness))}
      ${gateLine(report, prefix, options)}
      ${line(prefix, 'credits', 'Credits', prose(`${capital(creditsBrief(report.credits))}.`))}
      ${line(prefix, 'exit', 'Leaving', prose(`${exitBrief(report.exit)}.`))}
      ${line(prefix, 'not-checked', 'Not checked', unseen(report))}
    </dl>
    <div class="columns">
      <div>
        <h2>Platform limitations</h2>
        ${limitationRing(limitations)}
        <p class="aside">
          Clear means that a check ran and saw everything it needs. What an export cannot show is never counted as
          clear. <a href="#${prefix}limitations">All limitations</a>
        </p>
      </div>
      <div>
        <h2>The app</h2>
        ${factList(report)}
      </div>
    </div>`;
}

function line(prefix: string, id: string, title: string, text: Html | string, tone?: string): Html {
  return markup`<div${tone && markup` class="${tone}"`}><dt><a href="#${prefix}${id}">${title}</a></dt><dd>${text}</dd></div>`;
}

/** The worse of what the findings and the readiness say. */
function pageTone({ findings, readiness }: AppReport): string {
  const worst = severities.find((severity) =>
    findings.some((finding) => !finding.suppression && finding.severity === severity),
  );
  if (worst === 'critical' || worst === 'high' || toneOf(readiness) === 'bad') return 'bad';
  return worst === 'medium' || toneOf(readiness) === 'mixed' ? 'mixed' : 'good';
}

/** The findings in one sentence, then how much was not seen. */
function sentence({ findings, limitations }: AppReport): string {
  const open = findings.filter(({ suppression }) => !suppression);
  const of = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  const [critical, high, medium] = [of('critical'), of('high'), of('medium')];
  const blind = limitations.filter(({ verdict: one }) => one === 'not-checked').length;
  const tail = `${blind} of ${limitations.length} platform limitations were not checked.`;
  if (critical + high > 0) {
    const parts = [critical > 0 && `${critical} critical`, high > 0 && `${high} high`].filter(Boolean).join(' and ');
    return `${parts} ${critical + high === 1 ? 'finding' : 'findings'} to fix first. ${tail}`;
  }
  if (medium > 0) return `Nothing critical or high; ${counted(medium, 'medium finding')} to look at. ${tail}`;
  return `The checks that ran found nothing at medium or above. ${tail}`;
}

function gateLine(report: AppReport, prefix: string, options: ReportOptions): Html {
  const { failOn } = options;
  const failed = failing(report, options).length;
  const useless = options.failOnUnused ? uselessIn(report) : 0;
  const reasons = [
    ...(failed > 0 ? [`${counted(failed, 'finding')} at ${failOn} or above`] : []),
    ...(useless > 0 ? [`${counted(useless, 'suppression')} of no use`] : []),
  ];
  if (reasons.length > 0) return line(prefix, 'findings', 'Gate', `Failed: ${reasons.join(' and ')}.`, 'bad');
  if (failOn === 'never') return line(prefix, 'findings', 'Gate', 'No gate was set for this run.');
  return line(prefix, 'findings', 'Gate', `Passed: nothing that counts at ${failOn} or above.`, 'good');
}

function unseen({ app, limitations, notChecked }: AppReport): string {
  const blind = limitations.filter(({ verdict: one }) => one === 'not-checked').length;
  const files = new Set(notChecked.map(({ file }) => file)).size;
  const parts = [
    `${blind} of ${limitations.length} limitations`,
    files === 0 ? 'no file' : counted(files, 'file'),
    ...(app.schemas.missing.length > 0
      ? [`access to ${counted(app.schemas.missing.length, 'entity', 'entities')} without a schema`]
      : []),
  ];
  return `${parts.join(', ')}.`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
