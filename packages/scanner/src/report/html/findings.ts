import type { Excerpt, Finding, LimitationVerdict } from '../../result.js';
import { counted, groupedBy, place } from '../reporter.js';
import { html, type Html } from './template.js';

export interface FindingContext {
  /** Makes ids unique where a report holds several apps. */
  readonly prefix: string;
  readonly titles: ReadonlyMap<string, LimitationVerdict>;
  readonly numbers: ReadonlyMap<Finding, number>;
}

/** All findings, file by file. What weighs most is open already; the rest opens on a click and in print. */
export function findingSection(findings: readonly Finding[], context: FindingContext): Html {
  if (findings.length === 0) return html`<p class="empty">No rule reported anything.</p>`;
  const files = [...groupedBy(findings, ({ location }) => location.file)];
  return html`${files.map(
    ([file, group]) =>
      html` <section class="file">
        <h3><code>${file}</code> <span class="aside">${counted(group.length, 'finding')}</span></h3>
        ${group.map((finding) => findingCard(finding, context))}
      </section>`,
  )}`;
}

function findingCard(finding: Finding, context: FindingContext): Html {
  const { severity, suppression, confidence, location } = finding;
  const isOpen = !suppression && (severity === 'critical' || severity === 'high');
  return html` <details
    class="finding ${severity}${suppression ? ' suppressed' : ''}"
    id="${anchorOf(finding, context)}"
    ${isOpen && html` open`}
  >
    <summary>
      <span class="badge ${severity}">${severity}</span>
      <span class="message">${finding.message}</span>
      <span class="aside"
        ><code>${finding.rule}</code> line ${location.start.line}, ${confidence}${suppression && ', suppressed'}</span
      >
    </summary>
    <div class="body">
      ${codeFrame(finding)}
      <p class="advice"><strong>Fix.</strong> ${finding.advice}</p>
      ${
        finding.evidence.length > 0 &&
        html`<p class="label">Why</p>
          <ul class="evidence">
            ${finding.evidence.map((one) => html`<li><code>${place(one)}</code> ${one.note}</li>`)}
          </ul>`
      }
      ${
        suppression &&
        html`<p class="label">Suppressed</p>
          <p>
            ${suppression.reason ?? 'No reason given.'}
            <span class="aside"
              >Comment in line
              ${suppression.location.start.line}${suppression.all && ', which switches off every rule'}.</span
            >
          </p>`
      }
      ${
        finding.suggestions.length > 0 &&
        html`<p class="label">Possible rewrites</p>
          <ul>
            ${finding.suggestions.map(({ title }) => html`<li>${title}</li>`)}
          </ul>`
      }
      <p class="meta">
        ${finding.limitations.map(
          (id) => html`<a href="#${context.prefix}${id}">${context.titles.get(id)?.title ?? id}</a> `,
        )}<span>Identity <code>${finding.identity}</code></span>
      </p>
    </div>
  </details>`;
}

export function anchorOf(finding: Finding, { prefix, numbers }: FindingContext): string {
  return `${prefix}finding-${numbers.get(finding) ?? 0}`;
}

function codeFrame({ excerpt, location }: Finding): Html {
  return html`<pre
    class="code"
  ><code>${excerpt.lines.map((line, index) => codeLine(line, excerpt.startLine + index, excerpt, location))}</code></pre>`;
}

/** One source line with the part of the finding in it marked. */
function codeLine(line: string, number: number, { startColumn }: Excerpt, { start, end }: Finding['location']): Html {
  const inside = number >= start.line && number <= end.line;
  const from = inside && number === start.line ? Math.max(0, start.column - startColumn) : 0;
  const to = !inside ? 0 : number === end.line ? Math.max(0, end.column - startColumn) : line.length;
  const indent = number === start.line ? from : line.length - line.trimStart().length;
  const marked = line.slice(inside ? indent : 0, to);
  return html`<span class="line${inside && ' hit'}" data-line="${number}"
    >${line.slice(0, inside ? indent : line.length)}${marked !== '' && html`<mark>${marked}</mark>`}${inside && line.slice(Math.max(to, indent))}
  </span>`;
}
