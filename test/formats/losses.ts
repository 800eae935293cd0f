import { formats, reporterOf, type Format } from '../../packages/scanner/src/report/index.js';
import type { AppReport, Finding, ScanResult } from '../../packages/scanner/src/result.js';
import {
  options,
  sampleApp,
  sampleFinding,
  sampleResult,
  suppressed,
} from '../../packages/scanner/src/testing/sample.js';

type Change = (result: ScanResult) => void;

const open = sampleFinding({
  suggestions: [
    {
      title: 'Read only own rows',
      edits: [
        {
          location: { ...sampleFinding().location, start: { line: 12, column: 46 }, end: { line: 12, column: 52 } },
          text: 'filter',
        },
      ],
    },
  ],
});

/** What the JSON result holds, and a change to it that a format which carries it cannot hide. */
const parts: Readonly<Record<string, Change>> = {
  'findings: rule, severity, message, file, line': ofFinding((finding) => {
    finding.rule = 'other-rule';
    finding.severity = 'high';
    finding.message = 'Other.';
    finding.location.file = 'other.js';
    finding.location.start.line = finding.location.end.line = 13;
  }),
  'columns of a finding': ofFinding((finding) => {
    finding.location.start.column = 25;
    finding.location.end.column = 31;
  }),
  confidence: ofFinding((finding) => (finding.confidence = 'possible')),
  advice: ofFinding((finding) => (finding.advice = 'Other.')),
  'evidence: other places that decided': ofFinding((finding) => (finding.evidence[0]!.note = 'other')),
  'code around the finding': ofFinding((finding) => (finding.excerpt.lines[2] = 'other();')),
  'suggestions: their titles': ofFinding((finding) => (finding.suggestions[0]!.title = 'Other')),
  'suggestions: their edits': ofFinding((finding) => (finding.suggestions[0]!.edits[0]!.text = 'other')),
  'limitations of a finding': ofFinding((finding) => (finding.limitations = ['data-5000-cap'])),
  identity: ofFinding((finding) => (finding.identity = 'other')),
  "GitHub's line hash": ofFinding((finding) => (finding.lineHash = 'other:1')),
  'suppressed findings': ofApp((app) => (app.findings[1]!.message = 'Other.')),
  'reasons of suppressions': ofApp((app) => (app.findings[1]!.suppression!.reason = 'other')),
  'limitations: how many found, clear, not checked': ofApp((app) => (app.limitations[3]!.verdict = 'clear')),
  'limitations: each with its reason': ofApp((app) => (app.limitations[3]!.reason = 'Other.')),
  'limitations: the platform today, what to do': ofApp((app) => {
    for (const limitation of app.limitations) [limitation.state, limitation.workaround] = ['Other.', 'Other.'];
  }),
  'readiness, credits, leaving: the figure of each': ofApp((app) => {
    app.readiness.total.low = 1;
    app.exit.estimate.hours.high = 599;
  }),
  'readiness, credits, leaving: how they come about': ofApp((app) => {
    app.readiness.work[0]!.reason = 'Other.';
    app.exit.entities = [];
    app.credits.prices = [];
  }),
  'how many files were not checked': ofApp((app) => app.notChecked.push({ file: 'more.js', reason: 'More.' })),
  'files not checked, with the reason': ofApp((app) => (app.notChecked[0]!.reason = 'Other.')),
  'name of the app': ofApp((app) => (app.app.name = 'Other')),
  'size, SDK versions, tenant key': ofApp((app) => {
    app.app.counts.codeLines = 7;
    app.app.sdk.frontend.version = '0.8.1';
    app.app.tenants = [];
  }),
  'entities with who may do what': ofApp((app) => (app.app.entities[0]!.access.read.kind = 'owner')),
  'descriptions of rules': (result) => (result.rules[0]!.description = 'other'),
  'precision and CWE of rules': (result) => {
    result.rules[0]!.precision = 'low';
    result.rules[0]!.cwe = null;
  },
};

/** A row for each part of the result, telling which formats change when it does. */
export async function lossTable(): Promise<string> {
  const others = formats.filter((format) => format !== 'json');
  const result = (): ScanResult => structuredClone(sampleResult(sampleApp([open, suppressed])));
  const render = async (format: Format, of: ScanResult): Promise<string> =>
    (await reporterOf(format))(of, options).output;
  const rows = [];
  for (const [part, change] of Object.entries(parts)) {
    const other = result();
    change(other);
    const cells = [];
    for (const format of others) {
      cells.push((await render(format, other)) === (await render(format, result())) ? '–' : '✓');
    }
    if ((await render('json', other)) === (await render('json', result()))) throw new Error(`Nothing changed: ${part}`);
    rows.push([part, ...cells]);
  }
  return aligned([['In the JSON result', ...others.map((format) => `\`${format}\``)], ...rows]);
}

/** A Markdown table as prettier writes it. */
function aligned([head, ...rows]: readonly (readonly string[])[]): string {
  const widths = head!.map((_, column) => Math.max(...[head!, ...rows].map((row) => row[column]!.length)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head!), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function ofFinding(change: (finding: Finding) => unknown): Change {
  return ofApp((app) => change(app.findings[0]!));
}

function ofApp(change: (app: AppReport) => unknown): Change {
  return (result) => {
    change(result.apps[0]!);
  };
}
