import type { AppReport } from '../result.js';

/**
 * The parts of the assessment beside findings and limitations, each in one line of plain text. A part that a result
 * does not hold has no line.
 */
export function briefsOf(app: AppReport): string[] {
  return briefs.flatMap((brief) => brief(app) ?? []);
}

const briefs: readonly ((app: AppReport) => string | undefined)[] = [];
