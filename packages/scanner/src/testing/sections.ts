import { exitOf } from '../assess/exit/index.js';
import { readinessOf } from '../assess/readiness/index.js';
import type { AppReport } from '../result.js';
import { sampleCredits } from './credits.js';
import { exitInput, smallApp } from './exit-input.js';
import { readinessInput } from './readiness.js';

const exit = exitOf(await exitInput(smallApp));

/** The three other parts of the assessment, each of a small app. */
export const sampleSections: Pick<AppReport, 'readiness' | 'credits' | 'exit'> = {
  readiness: readinessOf({ ...readinessInput(), migration: exit.estimate }),
  credits: sampleCredits(),
  exit,
};
