import { spanOf } from '../readiness-words.js';
import { severities, type Severity } from '../reporter.js';
import { labelOf } from '../words.js';
import type { Part } from './contents.js';
import { markup, type Html } from './template.js';

/** One row for each app, where a report holds several. */
export function appTable(parts: readonly Part[]): Html {
  return markup`<header class="index">
    <h1>Base44 audit of ${parts.length} apps</h1>
    <div class="scroll" role="region" aria-label="Apps" tabindex="0"><table>
      <thead><tr><th scope="col">App</th><th scope="col">Readiness</th>${severities.map((severity) => markup`<th scope="col" class="number">${severity}</th>`)}<th scope="col" class="number">suppressed</th></tr></thead>
      <tbody>${parts.map(({ report: { app, readiness, findings }, prefix }) => {
        const open = findings.filter(({ suppression }) => !suppression);
        const of = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
        return markup`<tr><th scope="row"><a href="#${prefix}verdict">${labelOf(app)}</a></th>
          <td>${spanOf(readiness.total)} of ${readiness.model.highestTotal}</td>
          ${severities.map((severity) => markup`<td class="number">${of(severity)}</td>`)}
          <td class="number">${findings.length - open.length}</td></tr>`;
      })}</tbody>
    </table></div>
  </header>`;
}
