import type { Log, Notification, Run } from 'sarif';
import type { AppReport, ScanResult } from '../../result.js';
import { counted } from '../../counted.js';
import { exitCodeOf, type Reporter, type ReportOptions } from '../reporter.js';
import { labelOf } from '../words.js';
import { limits, partsOf, withinSize, type Part } from './limits.js';
import { physicalLocation } from './location.js';
import { resultOf } from './result.js';
import { descriptorOf } from './rules.js';
import { plain } from './text.js';

const project = 'https://github.com/base44-lint/base44-lint';

/** SARIF 2.1.0 for code scanning: one run for each app, told apart by its category. */
export const sarif: Reporter = (result, options) => ({
  output: sarifText(result, options, limits.gzipped),
  exitCode: exitCodeOf(result, options),
});

/** @param gzipped Bytes that the file may have when it is compressed. */
export function sarifText(result: ScanResult, options: ReportOptions, gzipped: number): string {
  const render = (parts: readonly Part[]): string => {
    const log: Log = {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: parts.map((part) => runOf(part, result, options)),
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  };
  return withinSize(partsOf(result, options), render, gzipped);
}

function runOf({ folder, apps, findings, dropped }: Part, { tool, rules }: ScanResult, options: ReportOptions): Run {
  const category = [options.repositoryPath, folder].filter((part) => part !== '').join('/');
  const indexes = new Map(rules.map(({ name }, index) => [name, index]));
  const all = apps.flatMap((app) => app.findings);
  // What is said of a limitation is the same for every app.
  const limitations = apps[0]?.limitations ?? [];
  return {
    tool: {
      driver: {
        name: tool.name,
        semanticVersion: tool.version,
        informationUri: project,
        rules: rules.map((rule) => descriptorOf(rule, all, limitations)),
      },
    },
    automationDetails: { id: category === '' ? 'base44/' : `base44/${category}/` },
    originalUriBaseIds: { SRCROOT: { description: { text: 'The root of the repository that holds the app.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [
          ...droppedNote(dropped),
          ...apps.flatMap(({ notChecked }) => notChecked.map((entry) => notCheckedNote(entry, options))),
        ],
      },
    ],
    results: findings.map((finding) => resultOf(finding, indexes, options)),
    // A run without results is not yet clean: what was not checked has to be said.
    properties: {
      apps: apps.map((app) => ({
        name: labelOf(app.app),
        limitations: app.limitations.map(({ id, verdict, reason }) => ({ id, verdict, reason })),
      })),
    },
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
  if (dropped === 0) return [];
  const what = `${counted(dropped, 'least severe finding')} of this run ${dropped === 1 ? 'is' : 'are'}`;
  const why = `GitHub keeps ${limits.results} results of a run and takes ${limits.gzipped / 1_000_000} MB of compressed text`;
  return [{ level: 'warning', message: { text: `The ${what} left out, because ${why}. The JSON report holds all.` } }];
}
