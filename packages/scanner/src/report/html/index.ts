import type { AppReport, ScanResult } from '../../result.js';
import { atLeast, exitCodeOf, type Reporter, type ReportOptions } from '../reporter.js';
import { labelOf, nameOf } from '../words.js';
import { appTable } from './apps.js';
import { contents, type Part, type Section } from './contents.js';
import { creditsSection } from './credits.js';
import { creditsStyle } from './credits-style.js';
import { adoptionSection } from './adoption.js';
import { entitySection } from './entities.js';
import { entityRows } from './entity-rows.js';
import { exitSection } from './exit.js';
import { exitStyle } from './exit-style.js';
import { filterScript } from './filter-script.js';
import type { FindingContext } from './finding-context.js';
import { findingSection } from './findings.js';
import { functionSection } from './functions.js';
import { limitationSection } from './limitations.js';
import { method } from './method.js';
import { readinessSection } from './readiness.js';
import { readinessStyle } from './readiness-style.js';
import { shell } from './shell.js';
import { style } from './style.js';
import { matrixStyle } from './style-matrix.js';
import { printStyle } from './style-print.js';
import { suppressedSection } from './suppressed.js';
import { taskSection } from './tasks.js';
import { type Html, markup } from './template.js';
import { unseenSection } from './unseen.js';
import { verdict } from './verdict.js';

/** One file to hand over: no request, one script of its own that nothing depends on, nothing but what the result holds. */
export const html: Reporter = (result, options) => ({
  output: `${page(result, options).text.trimEnd()}\n`,
  exitCode: exitCodeOf(result, options),
});

function page(result: ScanResult, options: ReportOptions): Html {
  const { apps } = result;
  const parts = apps.map((report, index) => part(report, apps.length > 1 ? `app-${index + 1}-` : '', result, options));
  return shell(
    `Base44 audit: ${apps.map(({ app }) => nameOf(app)).join(', ')}`,
    style + readinessStyle + creditsStyle + exitStyle + matrixStyle + printStyle,
    markup`${parts.length > 1 && appTable(parts)}${parts.map((one) => article(one, options))}${method(result, options)}`,
    { script: filterScript, contents: contents(parts) },
  );
}

function article({ report, prefix, sections }: Part, options: ReportOptions): Html {
  return markup`
    <article>
      ${verdict(report, prefix, options)}
      ${sections.map(({ id, title, body }) => markup`<section><h2 id="${prefix}${id}">${title}</h2>${body}</section>`)}
    </article>`;
}

function part(report: AppReport, prefix: string, { rules }: ScanResult, { minSeverity }: ReportOptions): Part {
  const { app, limitations } = report;
  const findings = report.findings.filter(({ severity }) => atLeast(severity, minSeverity));
  const label = labelOf(app);
  const context: FindingContext = {
    prefix,
    label,
    titles: new Map(limitations.map((limitation) => [limitation.id, limitation])),
    numbers: new Map(findings.map((finding, index) => [finding, index + 1])),
  };
  const adoption = adoptionSection(report);
  const suppressed = findings.filter(({ suppression }) => suppression !== null).length;
  const sections: readonly Section[] = [
    { id: 'first', title: 'Fix first', body: taskSection(findings, rules, context) },
    {
      id: 'readiness',
      title: 'Ready for production?',
      short: 'Readiness',
      body: readinessSection(report.readiness, context),
    },
    { id: 'credits', title: 'What it burns', short: 'Credits', body: creditsSection(report.credits, { label }) },
    { id: 'exit', title: 'What leaving takes', short: 'Leaving', body: exitSection(report.exit, { prefix, label }) },
    {
      id: 'entities',
      title: 'Who may do what with the data',
      short: 'Data access',
      count: entityRows(app).length,
      body: entitySection(app, context),
    },
    {
      id: 'functions',
      title: 'What the backend functions do',
      short: 'Backend functions',
      count: app.functions.length,
      body: functionSection(app, context),
    },
    { id: 'findings', title: 'Findings', count: findings.length, body: findingSection(findings, context) },
    {
      id: 'suppressed',
      title: 'Suppressed findings',
      short: 'Suppressed',
      count: suppressed,
      body: suppressedSection(findings, context),
    },
    ...(adoption ? [{ id: 'accepted', title: 'Accepted, and left out', body: adoption }] : []),
    {
      id: 'limitations',
      title: 'Every known limitation',
      short: 'Limitations',
      count: limitations.length,
      body: limitationSection(report, prefix),
    },
    { id: 'not-checked', title: 'Not checked', body: unseenSection(report) },
  ];
  return { report, prefix, sections };
}
