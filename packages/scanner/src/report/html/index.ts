import type { AppReport, ScanResult } from '../../result.js';
import { atLeast, exitCodeOf, type Reporter, type ReportOptions } from '../reporter.js';
import { labelOf, nameOf } from '../words.js';
import { creditsSection } from './credits.js';
import { creditsStyle } from './credits-style.js';
import { adoptionSection } from './adoption.js';
import { entitySection } from './entities.js';
import { exitSection } from './exit.js';
import { exitStyle } from './exit-style.js';
import { findingSection, type FindingContext } from './findings.js';
import { limitationSection } from './limitations.js';
import { overview, taskSection } from './overview.js';
import { readinessSection } from './readiness.js';
import { readinessStyle } from './readiness-style.js';
import { shell } from './shell.js';
import { style } from './style.js';
import { type Html, markup } from './template.js';

/** One file to hand over: no script, no request, nothing but what the result holds. */
export const html: Reporter = (result, options) => ({
  output: page(result, options).text,
  exitCode: exitCodeOf(result, options),
});

function page(result: ScanResult, options: ReportOptions): Html {
  const title = `Base44 audit: ${result.apps.map(({ app }) => nameOf(app)).join(', ')}`;
  const articles = result.apps.map((app, index) =>
    appArticle(app, result.apps.length > 1 ? `app-${index + 1}-` : '', options),
  );
  return shell(title, style + readinessStyle + creditsStyle + exitStyle, markup`${articles}${method(result, options)}`);
}

function appArticle(report: AppReport, prefix: string, { minSeverity }: ReportOptions): Html {
  const findings = report.findings.filter(({ severity }) => atLeast(severity, minSeverity));
  const context: FindingContext = {
    prefix,
    titles: new Map(report.limitations.map((limitation) => [limitation.id, limitation])),
    numbers: new Map(findings.map((finding, index) => [finding, index + 1])),
  };
  const adoption = adoptionSection(report);
  const section = (id: string, title: string, body: Html): Html =>
    markup`<section><h2 id="${prefix}${id}">${title}</h2>${body}</section>`;
  return markup`
    <article>
      ${overview(report)}
      ${section('first', 'Fix first', taskSection({ ...report, findings }, context))}
      ${section('readiness', 'Ready for production?', readinessSection(report.readiness, context))}
      ${section('credits', 'What it burns', creditsSection(report.credits, { label: labelOf(report.app) }))}
      ${section('exit', 'What leaving takes', exitSection(report.exit, { prefix, label: labelOf(report.app) }))}
      ${section('findings', 'Findings', findingSection(findings, context))}
      ${adoption !== undefined && section('accepted', 'Accepted, and left out', adoption)}
      ${section('limitations', 'Every known limitation', limitationSection(report, prefix))}
      ${section('entities', 'Who may do what with the data', entitySection(report.app))}
      ${section('not-checked', 'Not checked', notChecked(report))}
    </article>`;
}

function notChecked({ notChecked }: AppReport): Html {
  if (notChecked.length === 0)
    return markup`<p class="empty">Every file that concerns Base44 was read and understood.</p>`;
  return markup`<ul class="unchecked">${notChecked.map(({ file, reason }) => markup`<li><code>${file}</code> ${reason}</li>`)}</ul>`;
}

function method({ tool, rules }: ScanResult, { minSeverity }: ReportOptions): Html {
  return markup`
    <footer>
      <h2>Method</h2>
      <p>Made by ${tool.name} ${tool.version} from the files of the export alone: nothing was executed, sent or looked up.
        The scan recognises what the code does with Base44, links it across files, judges each use together with the access rules
        of its entity, the role of the client and the SDK version it runs against, and maps the findings to the known
        limitations of the platform. An independent tool, not made by Base44.</p>
      <p>Severity says what can happen; <em>certain</em>, <em>likely</em> and <em>possible</em> say how sure the tool is.
        Findings that a comment in the code switches off, or that the baseline accepts, stay listed as suppressed.${minSeverity !== 'info' && ` Findings below ${minSeverity} are left out of this report.`}</p>
      <h3>Rules that ran</h3>
      <ul class="rules">${rules.map(({ name, description, cwe }) => markup`<li><code>${name}</code> ${description}${cwe !== null && ` (${cwe})`}</li>`)}</ul>
    </footer>`;
}
