import type { AppReport, ScanResult } from '../../result.js';
import { printable } from '../printable.js';
import { counted } from '../../counted.js';
import { exitCodeOf, type Reporter, type ReportOptions, type Section } from '../reporter.js';
import { nameOf, schemasOf, sdkOf, visibilityOf, layoutOf } from '../words.js';
import { creditsLines } from './credits.js';
import { exitLines } from './exit.js';
import { findingLines } from './findings.js';
import { limitationLines } from './limitations.js';
import { readinessLines } from './readiness.js';
import { Style } from './style.js';
import { summaryLines } from './summary.js';

/** For people: findings, then a line for each limitation, then a summary that fits one screen. */
export const terminal: Reporter = (result, options) => {
  const style = new Style(options.color);
  const apps = result.apps.flatMap((app) => appLines(app, result, options, style));
  return { output: `${apps.join('\n')}\n`, exitCode: exitCodeOf(result, options) };
};

function appLines(report: AppReport, result: ScanResult, options: ReportOptions, style: Style): string[] {
  if (options.section !== null)
    return [...heading(report, result, style), '', ...sectionLines[options.section](report, options, style)];
  const { findings, limitations } = report;
  return [
    ...heading(report, result, style),
    '',
    ...findingLines(findings, options, style),
    ...limitationLines(limitations, options, style),
    '',
    ...summaryLines(report, options, style),
  ];
}

/** The whole of one part of the assessment. */
const sectionLines: Readonly<Record<Section, (report: AppReport, options: ReportOptions, style: Style) => string[]>> = {
  readiness: ({ readiness }, options, style) => readinessLines(readiness, options, style),
  credits: ({ credits }, options, style) => creditsLines(credits, options, style),
  exit: ({ exit }, options, style) => exitLines(exit, options, style),
};

function heading({ app }: AppReport, { tool }: ScanResult, style: Style): string[] {
  const { counts } = app;
  const size = [
    counted(counts.functions, 'function'),
    counted(counts.agents, 'agent'),
    counted(counts.workflows, 'workflow'),
    `${counted(counts.codeFiles, 'code file')} (${counts.relevantFiles} analysed)`,
    counted(counts.codeLines, 'line'),
  ];
  const rows = [
    ['app', `${layoutOf(app)}; ${visibilityOf(app)}`],
    ['size', size.join(', ')],
    ['schemas', schemasOf(app)],
    ['SDK', sdkOf(app)],
    ['tenants', app.tenants.map(({ field, reason }) => `${field} (${reason})`).join('; ') || 'no tenant key found'],
  ];
  const folder = app.root === '' ? '' : `  ${app.root}`;
  return [
    `${style.bold(printable(nameOf(app)))}${printable(folder)}  ${style.dim(`${tool.name} ${tool.version}`)}`,
    ...rows.map(([label, text]) => `${style.dim(label!.padEnd(8))} ${printable(text!)}`),
  ];
}
