import type { AppReport } from '../result.js';
import { creditsBrief } from './terminal/credits.js';
import { exitBrief } from './terminal/exit.js';
import { readinessBrief } from './terminal/readiness.js';

/** The parts of the assessment beside findings and limitations, each in one line of plain text. */
export function briefsOf({ readiness, credits, exit }: AppReport): string[] {
  return [
    `Readiness: ${readinessBrief(readiness)}`,
    `Credits: ${creditsBrief(credits)}`,
    `Leaving: ${exitBrief(exit)}`,
  ];
}
