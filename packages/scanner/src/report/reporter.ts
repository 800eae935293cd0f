import type { Severity } from '@base44-lint/rules';
import type { AppReport, Finding, ScanResult } from '../result.js';

export type { Severity };

/** The three parts of the assessment beside findings and limitations. */
export const sections = ['readiness', 'credits', 'exit'] as const;
export type Section = (typeof sections)[number];

/** What a reader asks of a report. Nothing here changes what was found. */
export interface ReportOptions {
  /** Findings below this severity are counted and not shown. */
  readonly minSeverity: Severity;
  /** Lowest severity that fails the run. */
  readonly failOn: Severity | 'never';
  /** Also fails where a comment or an entry of the baseline is of no use any more. */
  readonly failOnUnused?: boolean;
  readonly color: boolean;
  /** Columns of the terminal; undefined where lines may be of any length. */
  readonly width?: number;
  readonly groupBy: 'file' | 'rule';
  /** The one part of the assessment that the terminal report shows; null for the findings and a line on each part. */
  readonly section: Section | null;
  /** With the facts and the formula behind each number of the assessment. */
  readonly explain: boolean;
  /** Every finding in full, however many there are. */
  readonly all: boolean;
  /** Folder of the scanned path below the root of its repository, for reports that name files from there; else ''. */
  readonly repositoryPath: string;
}

export interface Report {
  readonly output: string;
  readonly exitCode: 0 | 1;
}

/** Pure: a view of the result. Prints nothing, reads no clock and no file. */
export type Reporter = (result: ScanResult, options: ReportOptions) => Report;

/** Worst first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];
const sureness: readonly Finding['confidence'][] = ['certain', 'likely', 'possible'];

export function atLeast(severity: Severity, floor: Severity): boolean {
  return severities.indexOf(severity) <= severities.indexOf(floor);
}

/** 1 where a finding that nobody suppressed is at or above the gate, or where something useless must go. */
export function exitCodeOf(result: ScanResult, options: Pick<ReportOptions, 'failOn' | 'failOnUnused'>): 0 | 1 {
  const fails = (app: AppReport): boolean =>
    failing(app, options).length > 0 || (options.failOnUnused === true && uselessIn(app) > 0);
  return result.apps.some(fails) ? 1 : 0;
}

/** The findings for which the gate fails. */
export function failing({ findings }: AppReport, options: Pick<ReportOptions, 'failOn'>): Finding[] {
  return findings.filter((finding) => failsGate(finding, options));
}

export function failsGate({ severity, suppression }: Finding, { failOn }: Pick<ReportOptions, 'failOn'>): boolean {
  return failOn !== 'never' && !suppression && atLeast(severity, failOn);
}

/** Comments and entries of the baseline that suppress nothing. */
export function uselessIn({ unusedSuppressions, baseline }: AppReport): number {
  return unusedSuppressions.length + (baseline?.unused.length ?? 0);
}

/** The findings that a report shows, in the order of the result. */
export function shownOf(findings: readonly Finding[], { minSeverity }: ReportOptions): Finding[] {
  return findings.filter(({ severity }) => atLeast(severity, minSeverity));
}

/** Path of a file of the result from the root of its repository. */
export function fromRepository(file: string, { repositoryPath }: ReportOptions): string {
  return repositoryPath === '' ? file : `${repositoryPath}/${file}`;
}

/** Worst and surest first; otherwise the order of the result, which is by place. */
export function byWeight(findings: readonly Finding[]): Finding[] {
  const weight = ({ severity, confidence }: Finding): number =>
    severities.indexOf(severity) * sureness.length + sureness.indexOf(confidence);
  return [...findings].sort((a, b) => weight(a) - weight(b));
}

/** Findings of one kind, to be mended in one go. */
export interface Task {
  /** The weightiest of them. */
  readonly first: Finding;
  readonly count: number;
  readonly files: number;
}

/** What to fix first: one task for each rule, worst first, without what is suppressed or only worth a note. */
export function tasksOf(findings: readonly Finding[]): Task[] {
  const open = byWeight(findings).filter(({ suppression, severity }) => !suppression && severity !== 'info');
  return [...groupedBy(open, ({ rule }) => rule).values()].map((group) => ({
    first: group[0]!,
    count: group.length,
    files: new Set(group.map(({ location }) => location.file)).size,
  }));
}

export function place({ location }: Pick<Finding, 'location'>): string {
  return `${location.file}:${location.start.line}:${location.start.column}`;
}

/** Groups in the order of their first members. (`Map.groupBy` needs Node 21.) */
export function groupedBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(key(item));
    if (group) group.push(item);
    else groups.set(key(item), [item]);
  }
  return groups;
}
