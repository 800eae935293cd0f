import { criterionIds, type CriterionId } from '@base44-lint/catalog';
import type { Level } from '@base44-lint/model';
import type { ReadinessEvidence } from '../../../result/readiness.js';
import { compare } from '../../findings.js';
import type { ReadinessInput } from '../input.js';
import { compliance } from './compliance.js';
import { dataSensitivity } from './data-sensitivity.js';
import type { Evidence } from './evidence.js';
import { hints } from './hints.js';
import { realtime } from './realtime.js';

const witnesses = [compliance, dataSensitivity, realtime, hints];
const mostPlaces = 5;

/** All that the export says about the criteria; what caps comes first, the lowest cap before the others. */
export function evidenceOf(input: ReadinessInput): readonly Evidence[] {
  return witnesses
    .flatMap((witness) => witness(input))
    .sort(
      (a, b) =>
        criterionIds.indexOf(a.criterion) - criterionIds.indexOf(b.criterion) ||
        (a.cap ?? 5) - (b.cap ?? 5) ||
        compare(a.kind, b.kind),
    );
}

/** The highest level that the export allows. */
export function capOf(criterion: CriterionId, evidence: readonly Evidence[]): Level {
  const caps = evidence.flatMap((one) => (one.criterion === criterion && one.cap !== null ? [one.cap] : []));
  return Math.min(4, ...caps) as Level;
}

export function shown(
  { kind, cap, confidence, reason, seen, rules }: Evidence,
  input: ReadinessInput,
): ReadinessEvidence {
  const files = new Set(seen.flatMap(({ place }) => place?.file ?? []));
  const findings = input.findings.filter(({ rule, location }) => rules.includes(rule) && files.has(location.file));
  return {
    kind,
    cap,
    confidence,
    reason,
    places: seen.slice(0, mostPlaces).map(({ note, place }) => ({
      note,
      location: place && input.locate(place.file, place),
    })),
    count: seen.length,
    findings: findings.map(({ identity }) => identity),
  };
}
