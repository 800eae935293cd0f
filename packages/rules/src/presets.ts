import type { Confidence, RuleFinding, Severity } from './finding.js';
import type { Preset, RuleMeta } from './rule.js';

/** Most severe first. */
export const severities = ['critical', 'high', 'medium', 'low', 'info'] as const satisfies readonly Severity[];

/** Surest first. */
export const confidences = ['certain', 'likely', 'possible'] as const satisfies readonly Confidence[];

/** Presets from the smallest to the largest; each holds all of the one before. */
export const presets = ['recommended', 'strict', 'audit'] as const satisfies readonly Preset[];

/** What a preset shows at least: the lowest severity and the lowest confidence. */
export const presetFloor: Readonly<Record<Preset, { readonly severity: Severity; readonly confidence: Confidence }>> = {
  recommended: { severity: 'medium', confidence: 'likely' },
  strict: { severity: 'low', confidence: 'likely' },
  audit: { severity: 'info', confidence: 'possible' },
};

/** True where the preset switches the rule on. */
export function presetHasRule(preset: Preset, meta: Pick<RuleMeta, 'preset'>): boolean {
  return presets.indexOf(meta.preset) <= presets.indexOf(preset);
}

/** True where the preset shows a finding of a rule that it holds. */
export function presetShows(preset: Preset, finding: Pick<RuleFinding, 'severity' | 'confidence'>): boolean {
  const floor = presetFloor[preset];
  return (
    severities.indexOf(finding.severity) <= severities.indexOf(floor.severity) &&
    confidences.indexOf(finding.confidence) <= confidences.indexOf(floor.confidence)
  );
}
