import type { AppReport, Finding, LimitationVerdict, NotChecked } from '../../result.js';
import { plainFrame } from '../excerpt.js';
import {
  exitCodeOf,
  failsGate,
  fromRepository,
  place,
  shownOf,
  type Reporter,
  type ReportOptions,
} from '../reporter.js';
import { labelOf, reasonOf, suppressedIn } from '../words.js';
import { element, textElement } from './xml.js';

/** One test: what fails the gate has failed, what was suppressed or could not be checked was skipped. */
interface Case {
  readonly group: string;
  /** Without a line number, so that a test keeps its history when code moves. */
  readonly name: string;
  readonly state: 'passed' | 'failed' | 'skipped';
  readonly message: string;
  readonly details: readonly string[];
}

/** JUnit XML as Jenkins, GitLab and others read it: a suite for each app. Nothing is timed, so that equal scans give equal bytes. */
export const junit: Reporter = (result, options) => {
  const suites = result.apps.map((app) => ({ name: labelOf(app.app), cases: casesOf(app, options) }));
  const all = suites.flatMap(({ cases }) => cases);
  const root = element(
    'testsuites',
    { name: result.tool.name, tests: all.length, failures: count(all, 'failed'), errors: 0 },
    suites.map(({ name, cases }) => suiteElement(name, cases)),
  );
  return { output: `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`, exitCode: exitCodeOf(result, options) };
};

function casesOf(app: AppReport, options: ReportOptions): Case[] {
  const cases = [
    ...shownOf(app.findings, options).map((finding) => findingCase(finding, options)),
    ...app.limitations.filter(({ verdict }) => verdict !== 'found').map(limitationCase),
    ...app.notChecked.map((entry) => notCheckedCase(entry, options)),
  ];
  return withUniqueNames(cases);
}

function findingCase(finding: Finding, options: ReportOptions): Case {
  const { rule, severity, confidence, message, advice, evidence, suppression, location } = finding;
  const at = (where: Finding['location']): string => fromRepository(place({ location: where }), options);
  return {
    group: `base44.${rule}`,
    name: `${fromRepository(location.file, options)}: ${message}`,
    state: suppression ? 'skipped' : failsGate(finding, options) ? 'failed' : 'passed',
    message: suppression ? `Suppressed ${suppressedIn(suppression)}: ${reasonOf(suppression)}` : message,
    details: [
      `${at(location)}  ${severity}, ${confidence}`,
      message,
      ...plainFrame(finding),
      ...evidence.map((other) => `because ${at(other.location)} ${other.note}`),
      `fix ${advice}`,
    ],
  };
}

/** Where nothing was found: clear only where a check ran and saw all that it needs. */
function limitationCase({ id, title, verdict, reason }: LimitationVerdict): Case {
  const state = verdict === 'clear' ? 'passed' : 'skipped';
  return {
    group: 'base44.limitations',
    name: `${id}: ${title}`,
    state,
    message: `Not checked: ${reason}`,
    details: verdict === 'clear' ? [reason] : [],
  };
}

function notCheckedCase({ file, reason }: NotChecked, options: ReportOptions): Case {
  return {
    group: 'base44.files',
    name: fromRepository(file, options),
    state: 'skipped',
    message: `Not checked: ${reason}`,
    details: [],
  };
}

function withUniqueNames(cases: readonly Case[]): Case[] {
  const used = new Map<string, number>();
  return cases.map((one) => {
    const key = `${one.group}\n${one.name}`;
    const number = (used.get(key) ?? 0) + 1;
    used.set(key, number);
    return number === 1 ? one : { ...one, name: `${one.name} (${number})` };
  });
}

function suiteElement(name: string, cases: readonly Case[]): string {
  const counts = { tests: cases.length, failures: count(cases, 'failed'), errors: 0, skipped: count(cases, 'skipped') };
  return element('testsuite', { name, ...counts, time: 0 }, cases.map(caseElement));
}

function caseElement({ group, name, state, message, details }: Case): string {
  const attributes = { classname: group, name, time: 0 };
  if (state === 'failed') {
    return element('testcase', attributes, [textElement('failure', { message, type: group }, details)]);
  }
  const skipped = state === 'skipped' ? [textElement('skipped', { message }, [])] : [];
  const output = details.length > 0 ? [textElement('system-out', {}, details)] : [];
  return element('testcase', attributes, [...skipped, ...output]);
}

function count(cases: readonly Case[], wanted: Case['state']): number {
  return cases.filter(({ state }) => state === wanted).length;
}
