import type { Excerpt, Finding } from '../../result.js';
import { counted } from '../../counted.js';
import { byWeight, groupedBy, place } from '../reporter.js';
import { suppressedBy } from '../words.js';
import { filterForm } from './filter.js';
import type { FindingContext } from './finding-context.js';
import { markup, prose, type Html } from './template.js';

/** So many of the weightiest findings are open already; the rest opens on a click, in print and when a link leads to it. */
const mostOpen = 12;

/** All findings, file by file, the file with the worst one first. */
export function findingSection(findings: readonly Finding[], context: FindingContext): Html {
  if (findings.length === 0) return markup`<p class="empty">No rule reported anything.</p>`;
  const groups = groupedBy(findings, ({ location }) => location.file);
  const weighty = byWeight(findings);
  const worstFirst = groupedBy(weighty, ({ location }) => location.file).keys();
  const open = new Set(weighty.filter(isSerious).slice(0, mostOpen));
  const files = [...worstFirst].map((file) => [file, groups.get(file) ?? []] as const);
  return markup`${filterForm(findings, context)}
    <div class="heavy">${files.map(
      ([file, group]) =>
        markup` <section class="file" data-file="${file}">
        <h3><code>${file}</code> <span class="aside">${counted(group.length, 'finding')}</span></h3>
        ${group.map((finding) => findingCard(finding, open.has(finding), context))}
      </section>`,
    )}</div>`;
}

const isSerious = ({ severity, suppression }: Finding): boolean =>
  !suppression && (severity === 'critical' || severity === 'high');

function findingCard(finding: Finding, isOpen: boolean, context: FindingContext): Html {
  const { severity, suppression, confidence, location } = finding;
  return markup` <details
    class="finding ${severity}${suppression ? ' suppressed' : ''}"
    id="${anchorOf(finding, context)}"
    data-severity="${severity}"
    data-rule="${finding.rule}"
    ${isOpen && markup` open`}
  >
    <summary>
      <span class="badge ${severity}">${severity}</span>
      <span class="message">${prose(finding.message)}</span>
      <span class="aside"
        ><code>${finding.rule}</code> line ${location.start.line}, ${confidence}${suppression && ', suppressed'}</span
      >
    </summary>
    <div class="body">
      ${codeFrame(finding)}
      <p class="advice"><strong>Fix.</strong> ${prose(finding.advice)}</p>
      ${
        finding.evidence.length > 0 &&
        markup`<p class="label">Why</p>
          <ul class="evidence">
            ${finding.evidence.map((one) => markup`<li><code>${place(one)}</code> ${prose(one.note)}</li>`)}
          </ul>`
      }
      ${
        suppression &&
        markup`<p class="label">Suppressed</p>
          <p>
            ${suppression.reason ?? 'No reason given.'}
            <span class="aside">By ${suppressedBy(suppression)}.</span>
          </p>`
      }
      ${
        finding.suggestions.length > 0 &&
        markup`<p class="label">Possible rewrites</p>
          <ul>
            ${finding.suggestions.map(({ title }) => markup`<li>${prose(title)}</li>`)}
          </ul>`
      }
      <p class="meta">
        ${finding.limitations.map(
          (id) => markup`<a href="#${context.prefix}${id}">${context.titles.get(id)?.title ?? id}</a> `,
        )}<span>No. ${context.numbers.get(finding)}</span> <span>Identity <code>${finding.identity}</code></span>
      </p>
    </div>
  </details>`;
}

export function anchorOf(finding: Finding, { prefix, numbers }: Pick<FindingContext, 'prefix' | 'numbers'>): string {
  return `${prefix}finding-${numbers.get(finding) ?? 0}`;
}

function codeFrame({ excerpt, location }: Finding): Html {
  const lines = excerpt.lines.map((line, index) => codeLine(line, excerpt.startLine + index, excerpt, location));
  return markup`<pre class="code"><code>${lines}</code></pre>`;
}

/** One source line with the part of the finding in it marked. */
function codeLine(line: string, number: number, { startColumn }: Excerpt, { start, end }: Finding['location']): Html {
  const inside = number >= start.line && number <= end.line;
  const from = inside && number === start.line ? Math.max(0, start.column - startColumn) : 0;
  const to = !inside ? 0 : number === end.line ? Math.max(0, end.column - startColumn) : line.length;
  const indent = number === start.line ? from : line.length - line.trimStart().length;
  if (!inside) return markup`<span class="line" data-line="${number}">${line}${'\n'}</span>`;
  const [before, marked, after] = [line.slice(0, indent), line.slice(indent, to), line.slice(Math.max(to, indent))];
  const mark = marked !== '' && markup`<mark>${marked}</mark>`;
  return markup`<span class="line hit" data-line="${number}">${before}${mark}${after}${'\n'}</span>`;
}
