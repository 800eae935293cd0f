import type { AppReport, BaselineEntry, BaselineUse } from '../../result.js';
import { counted } from '../../counted.js';
import { printable } from '../printable.js';
import { place, type ReportOptions } from '../reporter.js';
import { baselineOf, comparisonOf, hiddenOf, unusedOf } from '../words.js';
import { fit, type Style } from './style.js';

/** So many lines of each kind are shown where not all are wanted. */
const mostLines = 4;

type Shown = Pick<ReportOptions, 'all' | 'width'>;

/** What is accepted, what is not any more, and what the report leaves out because nobody changed it. */
export function adoptionLines(
  { baseline, since, unusedSuppressions }: AppReport,
  shown: Shown,
  style: Style,
): string[] {
  const lines: string[] = [];
  if (since) {
    lines.push(fit(`Compared     ${printable(comparisonOf(since))}`, shown.width));
    lines.push(fit(`             ${hiddenOf(since)}`, shown.width));
  }
  if (baseline) {
    lines.push(`Baseline     ${baselineOf(baseline)}`);
    lines.push(...firstOf(againLines(baseline, style), shown, style));
  }
  if (unusedSuppressions.length > 0) {
    const comments = counted(unusedSuppressions.length, 'rule');
    lines.push(`Comments     ${comments} named in comments that switch nothing off`);
    const places = unusedSuppressions.map((one) =>
      fit(`  ${printable(place(one))}  ${printable(unusedOf(one))}`, shown.width),
    );
    lines.push(...firstOf(places, shown, style));
  }
  return lines;
}

/** Entries whose finding counts again, with why. */
function againLines({ expired, outgrown }: BaselineUse, style: Style): string[] {
  return [
    ...expired.map(({ entry }) => entryLine(style.apply('red', `expired ${entry.expires}`), entry, style)),
    ...outgrown.map(({ entry, severity }) =>
      entryLine(style.apply('red', `grown from ${entry.severity} to ${severity}`), entry, style),
    ),
  ];
}

export function entryLine(label: string, { rule, file, excerpt }: BaselineEntry, style: Style): string {
  return `  ${label}  ${printable(rule)}  ${printable(file)}  ${style.dim(printable(excerpt))}`;
}

/** The first lines, or all that are wanted. */
function firstOf(lines: readonly string[], { all }: Pick<ReportOptions, 'all'>, style: Style): string[] {
  const first = all ? [...lines] : lines.slice(0, mostLines);
  const rest = lines.length - first.length;
  return rest > 0 ? [...first, style.dim(`  and ${rest} more; --all lists them`)] : first;
}
