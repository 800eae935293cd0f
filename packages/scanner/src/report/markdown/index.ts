import type { AppReport, Finding, ScanResult } from '../../result.js';
import { counted } from '../../counted.js';
import { briefsOf } from '../briefs.js';
import {
  byWeight,
  exitCodeOf,
  failsGate,
  fromRepository,
  severities,
  shownOf,
  type Reporter,
  type ReportOptions,
} from '../reporter.js';
import { labelOf, suppressedIn } from '../words.js';
import { Budget } from './budget.js';
import { code, prose } from './escape.js';
import { inFull, inOneLine, suppressedLine } from './finding.js';

/** GitHub takes 65,536 characters in a comment; the rest is for a workflow that adds words of its own. */
export const longestComment = 60_000;
/** So many findings can be unfolded. A reviewer opens no more, and the others keep a line each. */
const unfoldable = 25;
const howToSeeAll = 'The JSON and HTML reports hold everything: `base44-scan --output html=report.html`.';
/** Room for what is written last, when it is known what was left out. */
const reserve = 600;

/** For a pull request: verdict and counts, then the findings to unfold, worst first, always within GitHub's limit. */
export const markdown: Reporter = (result, options) => {
  const budget = new Budget(longestComment - reserve);
  const head = [
    '<!-- base44-scan -->',
    `## ${titleOf(result)}`,
    '',
    gateLine(result, options),
    '',
    ...countTable(result),
    '',
    ...(result.apps.length === 1 ? assessmentLines(result.apps[0]!) : []),
  ].join('\n');
  budget.spend(head);
  const parts = [...findingParts(result, options, budget), ...suppressedParts(result, options, budget)];
  const unread = notCheckedParts(result, options, budget);
  const end = `<sub>${result.tool.name} ${result.tool.version}. ${howToSeeAll}</sub>`;
  return { output: `${[head, ...parts, ...unread, end].join('\n')}\n`, exitCode: exitCodeOf(result, options) };
};

function titleOf({ apps }: ScanResult): string {
  return apps.length === 1
    ? `base44-scan: ${prose(labelOf(apps[0]!.app))}`
    : `base44-scan: ${counted(apps.length, 'app')}`;
}

function gateLine(result: ScanResult, options: ReportOptions): string {
  const { failOn } = options;
  if (failOn === 'never') return 'No gate: this run fails on nothing.';
  const failing = allOf(result).filter((finding) => failsGate(finding, options)).length;
  if (failing === 0) return `✅ **Gate passed**: nothing new at ${failOn} or above.`;
  return `❌ **Gate failed**: ${counted(failing, 'finding')} at ${failOn} or above.`;
}

/** One app: a row for what is open and for each way of suppressing. Several: a row an app. */
function countTable({ apps }: ScanResult): string[] {
  const [only] = apps;
  if (apps.length === 1 && only) {
    const kinds = [...new Set(only.findings.flatMap(({ suppression }) => suppression?.kind ?? []))].sort();
    const rows = kinds.map((kind) => {
      const own = only.findings.filter(({ suppression }) => suppression?.kind === kind);
      return countRow(`suppressed ${suppressedIn({ kind })}`, own);
    });
    // Only where something is known already is the rest new.
    const first = kinds.some((kind) => kind !== 'comment') ? 'new' : 'open';
    return [...tableHead('Findings'), countRow(first, openOf(only.findings)), ...rows];
  }
  const rows = apps.map(({ app, findings }) => {
    const open = openOf(findings);
    return countRow(prose(labelOf(app)), open, findings.length - open.length);
  });
  const shown = new Budget(longestComment / 4).take(rows);
  const rest = rows.length - shown.length;
  return [...tableHead('App', 'suppressed'), ...shown, ...(rest > 0 ? ['', leftOut(rest, 'app')] : [])];
}

function tableHead(first: string, ...more: readonly string[]): string[] {
  return [
    `| ${[first, ...severities, ...more].join(' | ')} |`,
    `| --- |${' --: |'.repeat(severities.length + more.length)}`,
  ];
}

function countRow(name: string, findings: readonly Finding[], ...more: readonly number[]): string {
  const counts = severities.map((wanted) => findings.filter(({ severity }) => severity === wanted).length);
  return `| ${[name, ...counts, ...more].join(' | ')} |`;
}

function assessmentLines(app: AppReport): string[] {
  const verdicts = (wanted: string): number => app.limitations.filter(({ verdict }) => verdict === wanted).length;
  const { length } = app.limitations;
  return [
    `- Platform limitations: ${verdicts('found')} found, ${verdicts('clear')} clear, ${verdicts('not-checked')} not checked (of ${length})`,
    ...briefsOf(app).map((brief) => `- ${prose(brief)}`),
    '',
  ];
}

function findingParts(result: ScanResult, options: ReportOptions, budget: Budget): string[] {
  const open = byWeight(openOf(shownOf(allOf(result), options)));
  const hidden = openOf(allOf(result)).length - open.length;
  const below =
    hidden > 0
      ? ` ${counted(hidden, 'finding')} below ${options.minSeverity} ${hidden === 1 ? 'is' : 'are'} not shown.`
      : '';
  if (open.length === 0) return [`Nothing to show.${below}`, ''];
  const full = budget.part(3 / 4, (part) =>
    part.take(lazily(open.slice(0, unfoldable), (finding) => inFull(finding, options))),
  );
  const lines = budget.part(4 / 5, (part) =>
    part.take(lazily(open.slice(full.length), (finding) => inOneLine(finding, options))),
  );
  const rest = open.length - full.length - lines.length;
  return [
    `### ${counted(open.length, 'finding')}, worst first`,
    '',
    ...full,
    ...lines,
    ...(lines.length > 0 ? [''] : []),
    ...(rest > 0 || hidden > 0 ? [`${leftOut(rest, 'finding')}${below}`.trim(), ''] : []),
  ];
}

function suppressedParts(result: ScanResult, options: ReportOptions, budget: Budget): string[] {
  const all = byWeight(shownOf(allOf(result), options).filter(({ suppression }) => suppression !== null));
  if (all.length === 0) return [];
  const lines = budget.part(1 / 2, (part) => part.take(lazily(all, (finding) => suppressedLine(finding, options))));
  return folded(counted(all.length, 'suppressed finding'), lines, all.length - lines.length, 'finding');
}

function notCheckedParts(result: ScanResult, options: ReportOptions, budget: Budget): string[] {
  const all = result.apps.flatMap(({ notChecked }) => notChecked);
  if (all.length === 0) return [];
  const lines = budget.take(
    lazily(all, ({ file, reason }) => `- ${code(fromRepository(file, options))} ${prose(reason)}`),
  );
  return folded(`${counted(all.length, 'file')} not checked`, lines, all.length - lines.length, 'file');
}

function folded(title: string, lines: readonly string[], rest: number, what: string): string[] {
  const more = rest > 0 ? [...(lines.length > 0 ? [''] : []), leftOut(rest, what)] : [];
  return [`<details><summary>${title}</summary>`, '', ...lines, ...more, '', '</details>', ''];
}

function leftOut(rest: number, what: string): string {
  return rest > 0 ? `**${counted(rest, `more ${what}`)} did not fit.** ${howToSeeAll}` : '';
}

function* lazily<T>(items: readonly T[], render: (item: T) => string): Iterable<string> {
  for (const item of items) yield render(item);
}

function allOf({ apps }: ScanResult): Finding[] {
  return apps.flatMap(({ findings }) => findings);
}

function openOf(findings: readonly Finding[]): Finding[] {
  return findings.filter(({ suppression }) => suppression === null);
}
