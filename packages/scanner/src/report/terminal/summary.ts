import type { AppReport } from '../../result.js';
import { printable } from '../printable.js';
import { counted } from '../../counted.js';
import { atLeast, failing, place, severities, tasksOf, uselessIn, type ReportOptions } from '../reporter.js';
import { adoptionLines } from './adoption.js';
import { creditsBrief } from './credits.js';
import { exitBrief } from './exit.js';
import { readinessBrief } from './readiness.js';
import { fit, wrap, type Style } from './style.js';

const mostTasks = 4;
const mostFiles = 3;

/** The end of the report, which is what stays on the screen: counts, what to fix first, what was not checked. */
export function summaryLines(report: AppReport, options: ReportOptions, style: Style): string[] {
  return [
    style.apply(['bold', 'underline'], 'Summary'),
    ...countLines(report, options, style),
    ...adoptionLines(report, options, style),
    ...assessmentLines(report, options),
    ...taskLines(report, options, style),
    ...notCheckedLines(report, options, style),
  ];
}

function countLines(report: AppReport, options: ReportOptions, style: Style): string[] {
  const { findings, limitations } = report;
  const open = findings.filter(({ suppression }) => !suppression);
  const parts = severities
    .map((severity) => ({ severity, count: open.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) => style.severity(severity, `${count} ${severity}`));
  const suppressed = findings.length - open.length;
  if (suppressed > 0) parts.push(style.dim(`${suppressed} suppressed`));
  const hidden = findings.filter(({ severity }) => !atLeast(severity, options.minSeverity)).length;
  const verdicts = (verdict: string): number =>
    limitations.filter((limitation) => limitation.verdict === verdict).length;
  const gate = options.failOn === 'never' ? undefined : failing(report, options).length;
  const useless = options.failOnUnused ? uselessIn(report) : 0;
  const unused = useless > 0 ? `${counted(useless, 'suppression')} of no use` : '';
  return [
    `Findings     ${parts.length > 0 ? parts.join(', ') : style.apply('green', 'none')}${hidden > 0 ? style.dim(` (${hidden} below --min-severity not shown)`) : ''}`,
    `Limitations  ${style.verdict('found', `${verdicts('found')} found`)}, ${style.verdict('clear', `${verdicts('clear')} clear`)}, ${style.verdict('not-checked', `${verdicts('not-checked')} not checked`)}`,
    ...(gate === undefined && unused === '' ? [] : [`Gate         ${gateText(gate ?? 0, unused, options, style)}`]),
  ];
}

/** The three other parts of the assessment, a line each; commands of the same names print them whole. */
function assessmentLines({ readiness, credits, exit }: AppReport, { width }: ReportOptions): string[] {
  const briefs = [
    ['Readiness', readinessBrief(readiness)],
    ['Credits', creditsBrief(credits)],
    ['Leaving', exitBrief(exit)],
  ] as const;
  return briefs.flatMap(([label, brief]) => {
    const [first = '', ...rest] = wrap(printable(brief), width && width - 13);
    return [`${label.padEnd(13)}${first}`, ...rest.map((line) => `${' '.repeat(13)}${line}`)];
  });
}

function gateText(gate: number, unused: string, { failOn }: ReportOptions, style: Style): string {
  const found = gate > 0 ? `${counted(gate, 'finding')} at ${failOn} or above` : '';
  const faults = [found, unused].filter(Boolean).join(', ');
  if (faults !== '') return style.apply('red', `failed: ${faults}`);
  return style.apply('green', `passed: nothing at ${failOn} or above`);
}

function taskLines({ findings }: AppReport, { width }: ReportOptions, style: Style): string[] {
  const tasks = tasksOf(findings);
  if (tasks.length === 0) return [];
  const lines = tasks.slice(0, mostTasks).flatMap(({ first, count, files }) => {
    const where =
      count === 1
        ? place(first)
        : `${place(first)}, ${counted(count, 'finding')} of this rule in ${counted(files, 'file')}`;
    return [
      `  ${style.severity(first.severity, first.severity.padEnd(8))}  ${first.rule}  ${style.dim(printable(where))}`,
      `            ${fit(printable(first.message), width && width - 12)}`,
    ];
  });
  const more =
    tasks.length > mostTasks
      ? [style.dim(`  and ${counted(tasks.length - mostTasks, 'more rule')} with findings`)]
      : [];
  return ['', style.bold('Fix first'), ...lines, ...more];
}

function notCheckedLines({ app, notChecked }: AppReport, { width, all }: ReportOptions, style: Style): string[] {
  const { schemas, counts } = app;
  const lines = [];
  if (schemas.missing.length > 0) {
    const entities = counted(schemas.missing.length, 'entity', 'entities');
    lines.push(`  Access rules of ${entities} that the code uses: no schema in this export`);
  }
  const shown = all ? notChecked : notChecked.slice(0, mostFiles);
  for (const { file, reason } of shown) lines.push(fit(`  ${printable(file)}  ${printable(reason)}`, width));
  const rest = notChecked.length - shown.length;
  if (rest > 0) lines.push(style.dim(`  and ${counted(rest, 'more file')}; --all or --format json lists them`));
  if (counts.entityCalls === 0) lines.push('  No entity use found in the code of this app');
  return lines.length === 0 ? [] : ['', style.bold('Not checked'), ...lines];
}
