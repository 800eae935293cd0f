import type { LimitationVerdict } from '../../result.js';
import type { Severity } from '../reporter.js';
import { verdictWords } from '../words.js';
import { markup, type Html } from './template.js';

/** Pictures as SVG, whose parts need no style attributes, which the page's security policy forbids. */

/** Findings by severity as one stacked bar; a count above zero is always wide enough to be seen. */
export function severityBar(counts: readonly { readonly severity: Severity; readonly count: number }[]): Html | false {
  const shown = counts.filter(({ count }) => count > 0);
  const total = shown.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return false;
  const least = 1.5;
  const widths = shown.map(({ count }) => Math.max(least, (100 * count) / total));
  const scale = 100 / widths.reduce((sum, width) => sum + width, 0);
  let x = 0;
  const parts = shown.map(({ severity }, index) => {
    const width = widths[index]! * scale;
    const rect = markup`<rect class="${severity}" x="${x.toFixed(2)}" y="0" width="${Math.max(0, width - 0.3).toFixed(2)}" height="10"></rect>`;
    x += width;
    return rect;
  });
  const text = shown.map(({ severity, count }) => `${count} ${severity}`).join(', ');
  return markup`<svg class="severities" viewBox="0 0 100 10" preserveAspectRatio="none" role="img" aria-label="Findings that count, as a bar: ${text}">${parts}</svg>`;
}

const verdicts = ['found', 'clear', 'not-checked'] as const;

/** The limitations by verdict as a ring, beside the same numbers as text. */
export function limitationRing(limitations: readonly LimitationVerdict[]): Html {
  const total = limitations.length;
  const counts = verdicts.map((verdict) => ({
    verdict,
    count: limitations.filter((limitation) => limitation.verdict === verdict).length,
  }));
  let done = 0;
  const arcs = counts.map(({ verdict, count }) => {
    const length = total === 0 ? 0 : (100 * count) / total;
    const arc =
      count > 0 &&
      markup`<circle class="${verdict}" cx="21" cy="21" r="15.9155" pathLength="100" stroke-dasharray="${Math.max(0, length - 0.8).toFixed(2)} 200" stroke-dashoffset="${(-done).toFixed(2)}"></circle>`;
    done += length;
    return arc;
  });
  const text = counts.map(({ verdict, count }) => `${count} ${verdictWords[verdict]}`).join(', ');
  return markup`<div class="ring">
    <svg viewBox="0 0 42 42" role="img" aria-label="Limitations of the platform, as a ring: ${text} of ${total}">
      <circle class="track" cx="21" cy="21" r="15.9155"></circle><g transform="rotate(-90 21 21)">${arcs}</g>
      <text class="number" x="21" y="22">${total}</text><text x="21" y="27">limitations</text>
    </svg>
    <ul class="legend">
      ${counts.map(({ verdict, count }) => markup`<li><span class="dot ${verdict}"></span><strong>${count}</strong> ${verdictWords[verdict]}</li>`)}
    </ul>
  </div>`;
}
