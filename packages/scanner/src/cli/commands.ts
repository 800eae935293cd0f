import { sections, type Section } from '../report/reporter.js';
import type { FlagName } from './flags.js';

export interface CommandInfo {
  /** What stands behind the name: `[path]`. */
  readonly usage: string;
  readonly help: string;
  /** The most positional arguments that it takes; left out where it takes any number. */
  readonly most?: number;
  readonly flags: readonly FlagName[];
  /** What must stand behind the name, where the command does several things. */
  readonly actions?: readonly string[];
}

const always = ['help', 'version'] as const;
const printing = ['format', 'output', 'quiet', 'no-color', 'timing'] as const;
const auditing = ['no-baseline', 'no-inline'] as const;
const judging = ['config', 'baseline', ...auditing] as const;
const assuming = [
  'answer',
  'needs',
  'users',
  'sessions',
  'actions',
  'minutes',
  'items',
  'plan',
  'rate',
  'explain',
] as const;
const showing = ['fail-on', 'min-severity', 'group-by', 'all'] as const;
const assessing = [...printing, ...judging, ...assuming, ...always] as const;

export const baselineActions = ['write', 'check', 'prune'] as const;
export type BaselineAction = (typeof baselineActions)[number];

/** What the program can do, in the order of the help text, with the flags that each command takes. Without a command it scans. */
export const commands = {
  scan: {
    usage: '[path]',
    most: 1,
    help: 'Find leaks, tenant faults, secrets and platform limits; the default',
    flags: [...showing, 'since', 'fail-on-unused', ...assessing, 'shard'],
  },
  baseline: {
    usage: 'write|check|prune [path]',
    most: 1,
    help: 'Accept the findings of today, fail on new ones only, and drop those that are fixed',
    actions: baselineActions,
    flags: [
      ...['config', 'baseline', 'reason', 'expires', 'min-severity', 'fail-on', 'fail-on-unused', 'all'],
      ...['quiet', 'no-color', ...always],
    ] as readonly FlagName[],
  },
  readiness: {
    usage: '[path]',
    most: 1,
    help: 'Say whether the app is ready for production on Base44, by eight criteria',
    flags: [...assessing, 'no-prompt'],
  },
  credits: {
    usage: '[path]',
    most: 1,
    help: 'Estimate the integration credits that each action burns, and when a plan runs out',
    flags: assessing,
  },
  exit: {
    usage: '[path]',
    most: 1,
    help: 'Take stock of what ties the app to Base44, and estimate the cost of leaving',
    flags: assessing,
  },
  explain: {
    usage: '<rule, limitation or file:line> [path]',
    help: 'Say what a rule looks for, what is left of a limitation, or why a line has its verdicts and what would change them',
    most: 2,
    flags: ['config', 'baseline', ...auditing, 'no-color', ...always],
  },
  fleet: {
    usage: '<folder, pattern or list>…',
    help: 'Scan many apps: a report each, and a page with one line on each',
    flags: [
      'out',
      'shard',
      'fail-on',
      'min-severity',
      'quiet',
      'no-color',
      'config',
      ...auditing,
      ...assuming,
      ...always,
    ],
  },
  report: {
    usage: '<result.json>',
    help: 'Show a saved JSON result in any format, without scanning again; `-` reads standard input',
    most: 1,
    flags: ['format', 'output', 'quiet', 'no-color', ...showing, 'explain', ...always],
  },
} as const satisfies Record<'scan' | 'baseline' | Section, CommandInfo> & Record<string, CommandInfo>;

export type Command = keyof typeof commands;

export function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(commands, word);
}

/** Whether a command prints one part of the assessment. */
export function isSection(command: Command): command is Section {
  return (sections as readonly Command[]).includes(command);
}

/** Commands that take a flag, in their order. */
export function commandsWith(flag: FlagName): readonly Command[] {
  return (Object.keys(commands) as Command[]).filter((name) => takes(name, flag));
}

export function takes(command: Command, flag: FlagName): boolean {
  return (commands[command].flags as readonly FlagName[]).includes(flag);
}
