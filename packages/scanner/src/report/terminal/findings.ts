import type { Finding } from '../../result.js';
import { printable } from '../printable.js';
import { counted } from '../../counted.js';
import { atLeast, byWeight, groupedBy, place, type ReportOptions } from '../reporter.js';
import { suppressedBy } from '../words.js';
import { frame } from './frame.js';
import { wrap, type Style } from './style.js';

/** So many findings are shown with code and advice; a person reads no more, and the rest keeps one line each. */
const inFull = 15;
const indent = '    ';

/** The findings of one app, grouped by file or rule. Suppressed ones stay in sight, with their reason. */
export function findingLines(findings: readonly Finding[], options: ReportOptions, style: Style): string[] {
  const wanted = findings.filter(({ severity }) => atLeast(severity, options.minSeverity));
  // A team that has just adopted the gate would not find the new among hundreds that it has accepted.
  const shown = options.all ? wanted : wanted.filter(({ suppression }) => suppression?.kind !== 'baseline');
  const open = shown.filter(({ suppression, severity }) => !suppression && severity !== 'info');
  const full = new Set(options.all ? shown : byWeight(open).slice(0, inFull));
  const groups = groupedBy(shown, ({ location, rule }) => (options.groupBy === 'file' ? location.file : rule));
  const lines = [...groups].flatMap(([name, group]) => {
    const body = group.flatMap((finding) =>
      full.has(finding) ? inFullLines(finding, options, style) : [oneLine(finding, options, style)],
    );
    return [style.apply(['bold', 'underline'], printable(name)), ...body, ...(body.at(-1) === '' ? [] : [''])];
  });
  const rest = shown.length - full.size;
  if (rest > 0 && full.size > 0 && !options.all) {
    lines.push(
      style.dim(
        `${counted(rest, 'finding')} above ${rest === 1 ? 'is' : 'are'} cut to one line; --all shows every finding in full.`,
      ),
      '',
    );
  }
  const accepted = wanted.length - shown.length;
  if (accepted > 0) {
    const verb = accepted === 1 ? 'is' : 'are';
    lines.push(style.dim(`${counted(accepted, 'finding')} of the baseline ${verb} not listed; --all lists them.`), '');
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
  const isPlain = suppression.kind === 'comment' && !suppression.all;
  const by = isPlain ? '' : `, by ${printable(suppressedBy(suppression))}`;
  return style.dim(`  ${head(finding, options, style)}  suppressed (${reason}${by})  ${message}`);
}

function inFullLines(finding: Finding, options: ReportOptions, style: Style): string[] {
  const { suppression } = finding;
  const width = options.width && options.width - indent.length;
  const paragraph = (label: string, text: string, look: (line: string) => string = (line) => line): string[] => {
    const lines = wrap(`${label} ${printable(text)}`, width);
    return lines.map((line, index) =>
      index === 0 ? `${style.bold(label)}${look(line.slice(label.length))}` : look(line),
    );
  };
  const body = [
    ...wrap(printable(finding.message), width).map((line) => style.bold(line)),
    ...frame(finding, style, options.width),
    ...finding.evidence.flatMap(({ note, location }) =>
      paragraph('because', `${place({ location })} ${note}`, (line) => style.dim(line)),
    ),
    ...paragraph('fix', finding.advice),
    ...(suppression
      ? paragraph('suppressed', `${suppression.reason ?? 'no reason given'} (by ${suppressedBy(suppression)})`)
      : []),
  ];
  return [`  ${head(finding, options, style)}`, ...body.map((line) => `${indent}${line}`), ''];
}
