import type { Finding } from '../../result.js';
import { place } from '../reporter.js';
import { suppressedBy } from '../words.js';
import type { FindingContext } from './finding-context.js';
import { anchorOf } from './findings.js';
import { markup, prose, type Html } from './template.js';

/** Findings that do not count, each with the reason that was given. */
export function suppressedSection(findings: readonly Finding[], context: FindingContext): Html {
  const rows = findings.flatMap((finding) =>
    finding.suppression ? [{ finding, suppression: finding.suppression }] : [],
  );
  if (rows.length === 0) return markup`<p class="empty">Nothing is suppressed.</p>`;
  return markup`<div class="scroll" role="region" aria-label="Suppressed findings, ${context.label}" tabindex="0">
    <table class="narrow suppressions">
      <thead><tr><th scope="col">Finding</th><th scope="col">Reason</th><th scope="col">Switched off by</th></tr></thead>
      <tbody>${rows.map(
        ({ finding, suppression }) => markup`<tr>
          <th scope="row"><span class="badge ${finding.severity}">${finding.severity}</span>
            <a href="#${anchorOf(finding, context)}">${prose(finding.message)}</a> <code>${place(finding)}</code></th>
          <td>${suppression.reason ?? markup`<span class="aside">No reason given.</span>`}</td>
          <td>${suppressedBy(suppression)}</td>
        </tr>`,
      )}</tbody>
    </table>
  </div>`;
}
