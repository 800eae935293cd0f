import { measurements, type Measurement } from './measurements.js';
import type { RuleMeta } from './rule.js';

/** Share of right findings that a rule in `recommended` must have reached. */
export const recommendedPrecision = 0.9;

/** Fewer judged findings than this say nothing about a rule. */
export const fewestJudged = 5;

/** The measurement of a rule; undefined where its findings were never judged. */
export function measurementOf(name: string): Measurement | undefined {
  return Object.hasOwn(measurements, name) ? (measurements as Record<string, Measurement>)[name] : undefined;
}

/** True where there were too few findings to judge, so that the share of right ones means nothing. */
export function isTooRare({ judged }: Measurement): boolean {
  return judged < fewestJudged;
}

/** SARIF's word for how often a rule is right: by measurement, or as its author expects where there is none. */
export function precisionOf({ name, precision }: Pick<RuleMeta, 'name' | 'precision'>): RuleMeta['precision'] {
  const measured = measurementOf(name);
  if (!measured || isTooRare(measured)) return precision;
  const share = measured.right / measured.judged;
  if (share >= 0.95) return 'very-high';
  if (share >= recommendedPrecision) return 'high';
  return share >= 0.7 ? 'medium' : 'low';
}

/** One sentence for pages: "Measured: 38 of 40 findings right on 17 exports, 2026-11-20." */
export function precisionSentence(name: string): string {
  const measured = measurementOf(name);
  if (!measured) return 'Precision: not measured.';
  const { judged, right, exports, date } = measured;
  if (judged === 0) return `Precision: nothing to judge on ${exports} exports, ${date}.`;
  const rare = isTooRare(measured) ? ', too few to call it measured' : '';
  return `Precision: ${right} of ${judged} findings at medium and above right on ${exports} exports, ${date}${rare}.`;
}
