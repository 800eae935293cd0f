import type { Finding, ScanResult } from '../result.js';
import { counted } from '../counted.js';
import { printable } from './printable.js';
import {
  byWeight,
  exitCodeOf,
  failsGate,
  fromRepository,
  shownOf,
  type Reporter,
  type ReportOptions,
} from './reporter.js';

type Level = 'error' | 'warning' | 'notice';

/** GitHub shows so many annotations of one level from one step, the first that it meets, and drops the others silently. */
const mostOfLevel = 10;

const levelOf: Readonly<Record<Finding['severity'], Level>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
};

/** Workflow commands, which GitHub Actions turns into annotations: the worst of each level, and a notice with the counts. */
export const github: Reporter = (result, options) => {
  const all = result.apps.flatMap(({ findings }) => findings);
  const open = byWeight(shownOf(all, options).filter(({ suppression }) => suppression === null));
  const left: Record<Level, number> = { error: mostOfLevel, warning: mostOfLevel, notice: mostOfLevel - 1 };
  const annotated = open.filter(({ severity }) => left[levelOf[severity]]-- > 0);
  const lines = annotated.map((finding) => annotationOf(finding, options));
  lines.push(command('notice', { title: 'base44-scan' }, summaryOf(result, annotated.length, options)));
  return { output: `${lines.join('\n')}\n`, exitCode: exitCodeOf(result, options) };
};

function annotationOf(finding: Finding, options: ReportOptions): string {
  const { rule, severity, confidence, message, advice, location } = finding;
  const { file, start, end } = location;
  const oneLine = start.line === end.line;
  const properties = {
    file: fromRepository(file, options),
    line: start.line,
    endLine: end.line,
    // Columns of a range over several lines are refused.
    ...(oneLine && { col: start.column, endColumn: end.column }),
    title: `base44/${rule} (${severity}, ${confidence})`,
  };
  return command(levelOf[severity], properties, `${printable(message)}\n${printable(advice)}`);
}

function summaryOf({ apps }: ScanResult, annotated: number, options: ReportOptions): string {
  const all = apps.flatMap(({ findings }) => findings);
  const open = all.filter(({ suppression }) => suppression === null);
  const failing = open.filter((finding) => failsGate(finding, options)).length;
  const notChecked = apps.reduce((sum, app) => sum + app.notChecked.length, 0);
  const gate =
    options.failOn === 'never'
      ? 'no gate'
      : failing > 0
        ? `gate failed with ${counted(failing, 'finding')} at ${options.failOn} or above`
        : `gate passed, nothing at ${options.failOn} or above`;
  const parts = [
    gate,
    `${counted(open.length, 'finding')} in all`,
    ...(annotated < open.length
      ? [`${open.length - annotated} of them without an annotation (see another format)`]
      : []),
    ...(all.length > open.length ? [`${all.length - open.length} suppressed`] : []),
    ...(notChecked > 0 ? [`${counted(notChecked, 'file')} not checked`] : []),
  ];
  return `${parts.join('; ')}.`;
}

/** One line, whatever its parts hold: the runner reads commands line by line, and decodes what is encoded here. */
function command(level: Level, properties: Readonly<Record<string, string | number>>, message: string): string {
  const written = Object.entries(properties).map(([name, value]) => `${name}=${property(printable(String(value)))}`);
  return `::${level} ${written.join(',')}::${data(message)}`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(text: string): string {
  return data(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
