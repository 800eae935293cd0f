import { counted } from '../../counted.js';
import type { Finding } from '../../result.js';
import { severities } from '../reporter.js';
import type { FindingContext } from './finding-context.js';
import { markup, type Html } from './template.js';

/** Below so many findings reading is faster than filtering. */
const worthwhile = 6;

/** The form that the script of the page brings to life; without scripts it stays hidden, and every finding is there to read. */
export function filterForm(
  findings: readonly Finding[],
  { prefix, label }: Pick<FindingContext, 'prefix' | 'label'>,
): Html | false {
  if (findings.length < worthwhile) return false;
  const rules = [...new Set(findings.map(({ rule }) => rule))].sort();
  const files = [...new Set(findings.map(({ location }) => location.file))].sort();
  const suppressed = findings.filter(({ suppression }) => suppression !== null).length;
  const id = (part: string): string => `${prefix}filter-${part}`;
  const count = (isMeant: (finding: Finding) => boolean): number => findings.filter(isMeant).length;
  return markup`<form class="filter" data-section="${prefix}findings" aria-label="Filter findings, ${label}" hidden>
    <fieldset>
      <legend>Severity</legend>
      ${severities.map((severity) => {
        const own = count((finding) => finding.severity === severity);
        return (
          own > 0 &&
          markup`<label class="choice"><input type="checkbox" name="severity" value="${severity}" checked> ${severity} <span class="aside">${own}</span></label>`
        );
      })}
      ${suppressed > 0 && markup`<label class="choice"><input type="checkbox" name="suppressed" checked> with suppressed <span class="aside">${suppressed}</span></label>`}
    </fieldset>
    <div class="fields">
      <label for="${id('text')}">Text <input type="search" id="${id('text')}" name="text" placeholder="message, code, advice" autocomplete="off"></label>
      <label for="${id('rule')}">Rule <select id="${id('rule')}" name="rule"><option value="">every rule</option>${rules.map(
        (rule) => markup`<option value="${rule}">${rule} (${count((finding) => finding.rule === rule)})</option>`,
      )}</select></label>
      <label for="${id('file')}">File <input type="search" id="${id('file')}" name="file" list="${id('files')}" placeholder="part of a path" autocomplete="off"></label>
      <datalist id="${id('files')}">${files.map((file) => markup`<option value="${file}"></option>`)}</datalist>
    </div>
    <div class="actions">
      <p role="status">${counted(findings.length, 'finding')}</p>
      <button type="button" data-act="open">Open all shown</button>
      <button type="button" data-act="close">Close all</button>
      <button type="reset">Show everything</button>
    </div>
  </form>`;
}
