import type { Section } from '../report/reporter.js';

/** What the program can do, in the order of the help text. Without a command it scans. */
export const commands = {
  scan: 'Find leaks, tenant faults, secrets and platform limits; the default',
  readiness: 'Say whether the app is ready for production on Base44, by eight criteria',
  credits: 'Estimate the integration credits that each action burns, and when a plan runs out',
  exit: 'Take stock of what ties the app to Base44, and estimate the cost of leaving',
} as const satisfies Record<'scan' | Section, string>;

export type Command = keyof typeof commands;

export function isCommand(word: string | undefined): word is Command {
  return word !== undefined && Object.hasOwn(commands, word);
}
