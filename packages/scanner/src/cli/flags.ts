import { complianceNeeds, criterionIds, planIds } from '@base44-lint/catalog/ids';
import { formats } from '../report/index.js';
import { severities } from '../report/reporter.js';

/** One flag of the program: what `parseArgs` needs and what `--help` prints. */
export interface Flag {
  readonly type: 'string' | 'boolean';
  readonly short?: string;
  readonly multiple?: true;
  /** How the value is called in the help text. */
  readonly value?: string;
  readonly choices?: readonly string[];
  readonly fallback?: string;
  readonly help: string;
}

/** Every flag, in the order of the help text. Parsing, checking, help and docs all read this table. */
export const flags = {
  format: { type: 'string', value: 'name', choices: formats, fallback: 'terminal', help: 'What to print' },
  output: {
    type: 'string',
    multiple: true,
    value: 'format=file',
    help: 'Also write a report to a file; `-` is standard output. Repeatable',
  },
  'fail-on': {
    type: 'string',
    value: 'severity',
    choices: [...severities, 'never'],
    fallback: 'high',
    help: 'Lowest severity that ends with exit code 1',
  },
  'min-severity': {
    type: 'string',
    value: 'severity',
    choices: severities,
    fallback: 'info',
    help: 'Leave findings below it out of the reports; `baseline` starts at low unless told otherwise',
  },
  config: { type: 'string', value: 'file', help: "Settings to use instead of the app's base44-lint.config.jsonc" },
  baseline: {
    type: 'string',
    value: 'file',
    help: "Accepted findings to use instead of the app's base44-lint.baseline.json",
  },
  'no-baseline': { type: 'boolean', help: 'Audit mode: no finding counts as accepted' },
  'no-inline': { type: 'boolean', help: 'Audit mode: eslint-disable comments switch nothing off' },
  since: {
    type: 'string',
    value: 'ref',
    help: 'Report only what was changed since HEAD left this branch, tag or commit, uncommitted changes included',
  },
  'fail-on-unused': {
    type: 'boolean',
    help: 'Also end with exit code 1 where a comment or a baseline entry suppresses nothing',
  },
  reason: { type: 'string', value: 'text', help: 'Why the findings that `baseline write` adds are accepted' },
  expires: { type: 'string', value: 'yyyy-mm-dd', help: 'Last day on which they are accepted' },
  answer: {
    type: 'string',
    multiple: true,
    value: 'criterion=level',
    help: `Your level on a criterion of the readiness assessment, 0 (worst) to 4: ${criterionIds.join(', ')}. Repeatable`,
  },
  needs: {
    type: 'string',
    value: 'names',
    help: `Which frameworks level 0 of regulatory-compliance stands for: ${complianceNeeds.join(', ')}`,
  },
  'no-prompt': {
    type: 'boolean',
    help: 'Ask nothing, also in a terminal; open criteria stay open',
  },
  users: { type: 'string', value: 'number', help: 'People who use the app in a month, for the projection of credits' },
  sessions: { type: 'string', value: 'number', help: 'Sessions of one of them in a month' },
  actions: { type: 'string', value: 'number', help: 'How often one of them does one action in a session' },
  minutes: { type: 'string', value: 'number', help: 'Minutes that a session lasts' },
  items: { type: 'string', value: 'number', help: 'Elements of a list whose length the code does not say' },
  plan: { type: 'string', value: 'name', choices: planIds, help: 'The plan that the owner pays for' },
  rate: {
    type: 'string',
    value: 'dollars',
    help: 'US dollars for an hour of those who would move the app: 120, or 100-150',
  },
  explain: { type: 'boolean', help: 'Print the facts and the formula behind each number of the assessment' },
  'group-by': {
    type: 'string',
    value: 'key',
    choices: ['file', 'rule'],
    fallback: 'file',
    help: 'How the terminal report groups findings',
  },
  all: { type: 'boolean', help: 'Show every finding in full in the terminal report' },
  shard: { type: 'string', value: 'i/n', help: 'Only one part of the apps, for a matrix of machines: 2/5' },
  out: { type: 'string', value: 'folder', fallback: 'base44-fleet', help: 'Where the pages of a fleet go' },
  timing: { type: 'boolean', help: 'Print the time by stage and rule to standard error' },
  quiet: {
    type: 'boolean',
    short: 'q',
    help: 'No progress and no terminal report; files, errors and the exit code only',
  },
  'no-color': { type: 'boolean', help: 'No colours (NO_COLOR=1 does the same)' },
  help: { type: 'boolean', short: 'h', help: 'Print this help' },
  version: { type: 'boolean', short: 'v', help: 'Print the version' },
} as const satisfies Record<string, Flag>;

export type FlagName = keyof typeof flags;

/** How a flag is written: `-q, --quiet`, `--output <format=file>`. */
export function usageOf(name: string, { value }: Flag): string {
  return `--${name}${value ? ` <${value}>` : ''}`;
}

/** What it does, with its choices and its default. */
export function helpOf({ help, choices, fallback }: Flag): string {
  const details = [choices?.join(', '), fallback && `default ${fallback}`].filter(Boolean).join('; ');
  return details ? `${help} (${details})` : help;
}
