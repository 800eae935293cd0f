import { isDeepStrictEqual } from 'node:util';
import {
  confidences,
  presetFloor,
  severities,
  type AnyRule,
  type Confidence,
  type Preset,
  type RuleFinding,
  type Severity,
} from '@base44-lint/rules';
import type { Rule } from 'eslint';

type Options = Readonly<Record<string, unknown>>;

/**
 * What a finding must reach to be reported. An option of every rule, because ESLint knows one level per rule while our
 * severity and confidence belong to the finding.
 */
export interface Floor {
  readonly minSeverity: Severity;
  readonly minConfidence: Confidence;
}

export function floorOf(preset: Preset): Floor {
  const { severity, confidence } = presetFloor[preset];
  return { minSeverity: severity, minConfidence: confidence };
}

export function reaches(finding: Pick<RuleFinding, 'severity' | 'confidence'>, floor: Floor): boolean {
  return (
    severities.indexOf(finding.severity) <= severities.indexOf(floor.minSeverity) &&
    confidences.indexOf(finding.confidence) <= confidences.indexOf(floor.minConfidence)
  );
}

/** JSON Schema of a rule's options: its own, and the floor. */
export function optionsSchema({ meta }: AnyRule): NonNullable<Rule.RuleMetaData['schema']> {
  const floor = floorOf(meta.preset);
  return [
    {
      type: 'object',
      properties: {
        ...meta.schema.properties,
        minSeverity: {
          description: 'Lowest severity that is reported.',
          enum: [...severities],
          default: floor.minSeverity,
        },
        minConfidence: {
          description: 'Lowest confidence that is reported.',
          enum: [...confidences],
          default: floor.minConfidence,
        },
      },
      additionalProperties: false,
    },
  ];
}

/** A rule switched on by hand reports what the lowest preset that holds it reports. */
export function defaultOptions(rule: AnyRule): Options & Floor {
  return { ...(rule.defaults as Options), ...floorOf(rule.meta.preset) };
}

/**
 * Options of one run: those of the ESLint config, then those of the app's `base44-lint.config.jsonc`, then defaults.
 * ESLint has already merged the defaults in, so what equals a default counts as not set there.
 */
export function effectiveOptions(rule: AnyRule, fromEslint: Options, fromApp: unknown): Options & Floor {
  const defaults = defaultOptions(rule);
  const chosen = Object.entries(fromEslint).filter(([name, value]) => !isDeepStrictEqual(value, defaults[name]));
  return { ...defaults, ...(fromApp as Options | undefined), ...Object.fromEntries(chosen) };
}
