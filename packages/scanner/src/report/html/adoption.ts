import type { AppReport, BaselineEntry } from '../../result.js';
import { place } from '../reporter.js';
import { baselineOf, comparisonOf, hiddenOf, unusedOf } from '../words.js';
import { markup, prose, type Html } from './template.js';

/** What is accepted, what is not any more, and what the report leaves out; undefined where there is nothing to tell. */
export function adoptionSection({ baseline, since, unusedSuppressions }: AppReport): Html | undefined {
  if (!baseline && !since && unusedSuppressions.length === 0) return undefined;
  return markup`
    ${since && markup`<p>Compared ${comparisonOf(since)}; ${hiddenOf(since)}.</p>`}
    ${
      baseline &&
      markup`<p>Baseline <code>${baseline.file}</code> with ${baselineOf(baseline)}.</p>
        ${list('Count again', [
          ...baseline.expired.map(({ entry }) => entryItem(entry, `expired on ${entry.expires}`)),
          ...baseline.outgrown.map(({ entry, severity }) =>
            entryItem(entry, `grown from ${entry.severity} to ${severity}`),
          ),
        ])}
        ${list(
          'Fixed',
          baseline.unused.map((entry) => entryItem(entry, entry.severity)),
        )}`
    }
    ${list(
      'Comments that switch nothing off',
      unusedSuppressions.map((one) => markup`<li><code>${place(one)}</code> ${prose(unusedOf(one))}</li>`),
    )}`;
}

function list(title: string, items: readonly Html[]): Html | false {
  return items.length > 0 && markup`<p class="label">${title}</p><ul class="evidence">${items}</ul>`;
}

function entryItem({ rule, file, excerpt }: BaselineEntry, note: string): Html {
  return markup`<li><code>${file}</code> ${rule}, ${note} <code>${excerpt}</code></li>`;
}
