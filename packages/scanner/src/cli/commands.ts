import { sections, type Section } from '../report/reporter.js';
import type { FlagName } from './flags.js';

export interface CommandInfo {
  /** What stands behind the name: `[path]`. */
  readonly usage: string;
  readonly help: string;
  /** The most positional arguments that it takes; left out where it takes any number. */
  readonly most?: number;
  readonly flags: readonly FlagName[];
}

const always = ['help', 'version'] as const;
const printing = ['format', 'output', 'quiet', 'no-color', 'timing'] as const;
const judging = ['config', 'ignore-suppressions'] as const;
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

/** What the program can do, in the order of the help text, with the flags that each command takes. Without a command it scans. */
export const commands = {
  scan: {
    usage: '[path]',
    most: 1,
    help: 'Find leaks, tenant faults, secrets and platform limits; the default',
    flags: [...showing, ...assessing, 'shard'],
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
    flags: ['config', 'ignore-suppressions', 'no-color', ...always],
  },
  fleet: {
    usage: '<folder, pattern or list>…',
    help: 'Scan many apps: a report each, and a page with one line on each',
    flags: ['out', 'shard', 'fail-on', 'min-severity', 'quiet', 'no-color', ...judging, ...assuming, ...always],
  },
  report: {
    usage: '<result.json>',
    help: 'Show a saved JSON result in any format, without scanning again; `-` reads standard input',
    most: 1,
    flags: ['format', 'output', 'quiet', 'no-color', ...showing, 'explain', ...always],
  },
} as const satisfies Record<'scan' | Section, CommandInfo> & Record<string, CommandInfo>;

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
