import { exitCodeOf, severities, tasksOf, type Severity } from '../report/reporter.js';
import type { AppReport, Counts, Finding, ScanResult } from '../result.js';
import type { FleetApp } from './result.js';

const mostWorst = 3;

/** What one line of a fleet says of an app. */
export function fleetApp(report: AppReport, result: ScanResult, failOn: Severity | 'never'): FleetApp {
  const { app, findings, limitations, notChecked } = report;
  const verdicts = (verdict: string): number => limitations.filter((one) => one.verdict === verdict).length;
  return {
    root: app.root,
    name: app.name,
    codeLines: app.counts.codeLines,
    counts: countsOf(findings),
    fails: exitCodeOf({ ...result, apps: [report] }, { failOn }) === 1,
    limitations: { found: verdicts('found'), clear: verdicts('clear'), notChecked: verdicts('not-checked') },
    notChecked: notChecked.length,
    worst: tasksOf(findings)
      .slice(0, mostWorst)
      .map(({ first, count }) => ({ rule: first.rule, severity: first.severity, message: first.message, count })),
  };
}

function countsOf(findings: readonly Finding[]): Counts {
  const open = findings.filter(({ suppression }) => !suppression);
  const of = (severity: Severity): number => open.filter((finding) => finding.severity === severity).length;
  const [critical, high, medium, low, info] = severities.map(of) as [number, number, number, number, number];
  return { critical, high, medium, low, info, suppressed: findings.length - open.length };
}
