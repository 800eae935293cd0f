import type { Log, Notification, Result, Run } from 'sarif';
import type { AppReport, Finding, ScanResult } from '../../result.js';
import { counted } from '../../counted.js';
import { atLeast, byWeight, exitCodeOf, type Reporter, type ReportOptions } from '../reporter.js';
import { physicalLocation, withSnippets } from './location.js';
import { descriptorOf, levelOf, ruleId } from './rules.js';

/** GitHub rejects a run with more results. */
const mostResults = 25_000;
const project = 'https://github.com/base44-lint/base44-lint';

/** SARIF 2.1.0 for code scanning: one run for each app, told apart by its category. */
export const sarif: Reporter = (result, options) => {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: result.apps.map((app) => runOf(app, result, options)),
  };
  return { output: `${JSON.stringify(log, null, 2)}\n`, exitCode: exitCodeOf(result, options) };
};

function runOf(report: AppReport, { tool, rules }: ScanResult, options: ReportOptions): Run {
  const wanted = report.findings.filter(({ severity }) => atLeast(severity, options.minSeverity));
  const kept = wanted.length > mostResults ? new Set(byWeight(wanted).slice(0, mostResults)) : new Set(wanted);
  const folder = [options.repositoryPath, report.app.root].filter((part) => part !== '').join('/');
  const indexes = new Map(rules.map(({ name }, index) => [name, index]));
  return {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        informationUri: project,
        rules: rules.map((rule) => descriptorOf(rule, report.findings, report.limitations)),
      },
    },
    automationDetails: { id: folder === '' ? 'base44/' : `base44/${folder}/` },
    originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository that holds the app.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          ...droppedNote(wanted.length - kept.size),
          ...report.notChecked.map((entry) => notCheckedNote(entry, options)),
        ],
      },
    ],
    results: wanted.filter((finding) => kept.has(finding)).map((finding) => resultOf(finding, indexes, options)),
  };
}

function resultOf(finding: Finding, indexes: ReadonlyMap<string, number>, { repositoryPath }: ReportOptions): Result {
  const { suppression, lineHash, evidence } = finding;
  return {
    ruleId: ruleId(finding.rule),
    ruleIndex: indexes.get(finding.rule) ?? -1,
    level: levelOf(finding.severity),
    message: { text: plain(`${finding.message} ${finding.advice}`) },
    locations: [{ physicalLocation: withSnippets(physicalLocation(finding.location, repositoryPath), finding) }],
    ...(evidence.length > 0 && {
      relatedLocations: evidence.map(({ note, location }, index) => ({
        id: index + 1,
        message: { text: plain(note) },
        physicalLocation: physicalLocation(location, repositoryPath),
      })),
    }),
    partialFingerprints: {
      ...(lineHash !== null && { primaryLocationLineHash: lineHash }),
      'base44Identity/v1': finding.identity,
    },
    ...(suppression && {
      suppressions: [
        {
          kind: suppression.kind === 'comment' ? 'inSource' : 'external',
          justification: suppression.reason ?? 'No reason given.',
        },
      ],
    }),
    properties: { severity: finding.severity, confidence: finding.confidence, limitations: finding.limitations },
  };
}

function notCheckedNote(
  { file, reason }: AppReport['notChecked'][number],
  { repositoryPath }: ReportOptions,
): Notification {
  const { artifactLocation } = physicalLocation(
    { file, start: { line: 1, column: 1 }, end: { line: 1, column: 1 } },
    repositoryPath,
  );
  return {
    level: 'warning',
    message: { text: plain(reason) },
    locations: [{ physicalLocation: { artifactLocation: artifactLocation! } }],
  };
}

function droppedNote(dropped: number): Notification[] {
  if (dropped <= 0) return [];
  const text = `The ${counted(dropped, 'least severe finding')} of this run ${dropped === 1 ? 'is' : 'are'} left out, because GitHub takes ${mostResults} at most.`;
  return [{ level: 'warning', message: { text } }];
}

/** Square brackets make links in SARIF messages, and text of a scanned app must not. */
function plain(text: string): string {
  return text.replace(/[[\]\\]/gu, '\\$&');
}
