import { counted } from '../counted.js';
import type { AppReport, BaselineEntry, Finding, ScanResult } from '../result.js';
import { printable } from './printable.js';
import { atLeast, byWeight, failing, place, severities, uselessIn, type ReportOptions } from './reporter.js';
import { adoptionLines, entryLine } from './terminal/adoption.js';
import { Style } from './terminal/style.js';
import { labelOf } from './words.js';

export type BaselineOptions = Pick<ReportOptions, 'failOn' | 'failOnUnused' | 'minSeverity' | 'all' | 'color'>;

/** So many lines of each list are shown where not all are wanted. */
const mostLines = 20;

/** What `baseline check` prints: what is new, what is fixed, what counts again, and whether the gate holds. */
export function baselineReport({ apps }: ScanResult, options: BaselineOptions): string {
  const style = new Style(options.color);
  return `${apps.map((app) => appLines(app, options, style).join('\n')).join('\n\n')}\n`;
}

function appLines(report: AppReport, options: BaselineOptions, style: Style): string[] {
  const { baseline } = report;
  const isNew = newFindings(report).filter(({ severity }) => atLeast(severity, options.minSeverity));
  const gone = baseline?.unused ?? [];
  const section = (title: string, lines: readonly string[]): string[] => {
    if (lines.length === 0) return [];
    const shown = options.all ? lines : lines.slice(0, mostLines);
    const rest = lines.length - shown.length;
    return ['', style.bold(title), ...shown, ...(rest > 0 ? [style.dim(`  and ${rest} more; --all lists them`)] : [])];
  };
  return [
    style.bold(printable(labelOf(report.app))),
    ...(baseline ? [] : ['No baseline here']),
    ...adoptionLines(report, options, style),
    ...section(
      `New (${isNew.length})`,
      byWeight(isNew).map((finding) => newLine(finding, style)),
    ),
    ...section(
      `Fixed (${gone.length}); base44-scan baseline prune removes them`,
      gone.map((entry) => entryLine(style.apply('green', entry.severity.padEnd(8)), entry, style)),
    ),
    '',
    gateLine(report, options, style),
  ];
}

/** Findings that count and that the baseline never held. */
function newFindings({ findings, baseline }: AppReport): Finding[] {
  const again = new Set([...(baseline?.expired ?? []), ...(baseline?.outgrown ?? [])].map(({ identity }) => identity));
  return findings.filter(({ suppression, identity }) => !suppression && !again.has(identity));
}

function newLine(finding: Finding, style: Style): string {
  const severity = style.severity(finding.severity, finding.severity.padEnd(8));
  return `  ${severity}  ${finding.rule}  ${printable(place(finding))}  ${style.dim(printable(finding.message))}`;
}

function gateLine(report: AppReport, options: BaselineOptions, style: Style): string {
  const { failOn, failOnUnused } = options;
  const count = failing(report, options).length;
  const useless = failOnUnused ? uselessIn(report) : 0;
  const faults = [
    ...(count > 0 ? [`${counted(count, 'finding')} at ${failOn} or above that no baseline holds`] : []),
    ...(useless > 0 ? [`${counted(useless, 'suppression')} of no use`] : []),
  ];
  if (faults.length > 0) return style.apply('red', `Failed: ${faults.join(', ')}`);
  return style.apply('green', failOn === 'never' ? 'Passed' : `Passed: nothing new at ${failOn} or above`);
}

/** " (3 critical, 12 high)"; empty where there is none. */
export function bySeverity(entries: readonly Pick<BaselineEntry, 'severity'>[]): string {
  const parts = severities.flatMap((severity) => {
    const count = entries.filter((entry) => entry.severity === severity).length;
    return count > 0 ? [`${count} ${severity}`] : [];
  });
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}
