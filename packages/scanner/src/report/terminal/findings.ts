import type { Finding } from '../../result.js';
import { printable } from '../printable.js';
import { atLeast, byWeight, counted, groupedBy, place, type ReportOptions } from '../reporter.js';
import { frame } from './frame.js';
import type { Style } from './style.js';

/** So many findings are shown with code and advice; a person reads no more, and the rest keeps one line each. */
const inFull = 15;

/** The findings of one app, grouped by file or rule. Suppressed ones stay in sight, with their reason. */
export function findingLines(findings: readonly Finding[], options: ReportOptions, style: Style): string[] {
  const shown = findings.filter(({ severity }) => atLeast(severity, options.minSeverity));
  const open = shown.filter(({ suppression, severity }) => !suppression && severity !== 'info');
  const full = new Set(options.all ? shown : byWeight(open).slice(0, inFull));
  const groups = groupedBy(shown, ({ location, rule }) => (options.groupBy === 'file' ? location.file : rule));
  const lines = [...groups].flatMap(([name, group]) => [
    style.apply(['bold', 'underline'], printable(name)),
    ...group.flatMap((finding) =>
      full.has(finding) ? inFullLines(finding, options, style) : [oneLine(finding, options, style)],
    ),
    '',
  ]);
  const rest = shown.length - full.size;
  if (rest > 0 && full.size > 0 && !options.all) {
    lines.push(
      style.dim(
        `${counted(rest, 'finding')} above ${rest === 1 ? 'is' : 'are'} cut to one line; --all shows every finding in full.`,
      ),
      '',
    );
  }
  return lines;
}

function head(finding: Finding, { groupBy }: ReportOptions, style: Style): string {
  const { line, column } = finding.location.start;
  const where = groupBy === 'file' ? `${line}:${column}` : printable(place(finding));
  const what = groupBy === 'file' ? finding.rule : '';
  const doubt = finding.confidence === 'possible' ? style.dim('possible') : '';
  return [style.severity(finding.severity, finding.severity.padEnd(8)), where.padEnd(7), what, doubt]
    .filter(Boolean)
    .join('  ');
}

function oneLine(finding: Finding, options: ReportOptions, style: Style): string {
  const { suppression } = finding;
  const message = printable(finding.message);
  if (!suppression) return `  ${head(finding, options, style)}  ${style.dim(message)}`;
  const reason = suppression.reason === null ? 'no reason given' : printable(suppression.reason);
  const all = suppression.all ? ', by a comment that switches off every rule' : '';
  return style.dim(`  ${head(finding, options, style)}  suppressed (${reason}${all})  ${message}`);
}

function inFullLines(finding: Finding, options: ReportOptions, style: Style): string[] {
  const indent = '    ';
  const { suppression } = finding;
  return [
    `  ${head(finding, options, style)}`,
    `${indent}${style.bold(printable(finding.message))}`,
    ...frame(finding, style, options.width).map((line) => `${indent}${line}`),
    ...finding.evidence.map(
      ({ note, location }) => `${indent}${style.dim(`because ${printable(`${place({ location })} ${note}`)}`)}`,
    ),
    `${indent}${style.apply('green', 'fix')} ${printable(finding.advice)}`,
    ...(suppression ? [`${indent}suppressed: ${printable(suppression.reason ?? 'no reason given')}`] : []),
    '',
  ];
}
