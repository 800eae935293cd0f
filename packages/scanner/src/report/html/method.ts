import type { ScanResult } from '../../result.js';
import type { ReportOptions } from '../reporter.js';
import { markup, type Html } from './template.js';

/** How the report was made, with what, and what ran. */
export function method(result: ScanResult, { minSeverity }: ReportOptions): Html {
  const { tool, rules } = result;
  return markup`
    <footer>
      <h2 id="method">Method and versions</h2>
      <p>Made by ${tool.name} ${tool.version} from the files of the export alone: nothing was executed, sent or looked up.
        The scan recognises what the code does with Base44, links it across files, judges each use together with the access rules
        of its entity, the role of the client and the SDK version it runs against, and maps the findings to the known
        limitations of the platform. An independent tool, not made by Base44.</p>
      <p>Severity says what can happen; <em>certain</em>, <em>likely</em> and <em>possible</em> say how sure the tool is.
        Findings that a comment in the code switches off, or that the baseline accepts, stay listed as suppressed.${minSeverity !== 'info' && ` Findings below ${minSeverity} are left out of this report.`}
        This page loads nothing and sends nothing; its only script filters the findings, and everything can be read without it.</p>
      <dl class="facts">${versions(result).map(([term, text]) => markup`<div><dt>${term}</dt><dd>${text}</dd></div>`)}</dl>
      <details class="fold">
        <summary>${rules.length} rules that ran</summary>
        <ul class="rules">${rules.map(({ name, description, cwe, precision }) => markup`<li><code>${name}</code> ${description}${cwe !== null && ` (${cwe})`}; precision ${precision}</li>`)}</ul>
      </details>
    </footer>`;
}

function versions({ tool, schemaVersion, apps }: ScanResult): readonly (readonly [string, string])[] {
  const [first] = apps;
  if (!first) return [];
  const { readiness, credits, exit, limitations } = first;
  const days = limitations.map(({ checkedOn }) => checkedOn).sort();
  return [
    ['Scanner', `${tool.name} ${tool.version}, result schema ${schemaVersion}`],
    ['Readiness', `edition ${readiness.model.version} of the framework, of ${readiness.model.source.date}`],
    ['Leaving', `weights ${exit.estimate.weightsVersion}, framework ${exit.framework.version}`],
    ...(credits.plans[0] ? [['Prices', `checked on ${credits.plans[0].checkedOn}`] as const] : []),
    ...(days.length > 0
      ? [['Platform', `facts checked between ${days[0]!} and ${days.at(-1)!}, with the day beside each`] as const]
      : []),
  ];
}
