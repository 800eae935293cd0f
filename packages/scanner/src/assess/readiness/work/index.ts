import { extensiveHardeningIds, hardeningIds, workItems, type WorkId } from '@base44-lint/catalog';
import type { ReadinessWork } from '../../../result/readiness.js';
import { compare } from '../../findings.js';
import type { ReadinessInput } from '../input.js';
import { rowIsolation, tenantIsolation } from './isolation.js';
import type { Check } from './item.js';
import {
  exitPlan,
  externalLogging,
  observability,
  runbook,
  securityHeaders,
  smokeTests,
  soc2Statement,
} from './operations.js';
import { aiRateLimits, renderedMarketingPages, standbyReplica, userCaps } from './scaling.js';
import { functionsForSensitiveData } from './sensitive.js';

const checks: Readonly<Record<WorkId, Check>> = {
  'row-isolation': rowIsolation,
  'security-headers': securityHeaders,
  'external-logging': externalLogging,
  'functions-for-sensitive-data': functionsForSensitiveData,
  'observability-and-alerts': observability,
  'smoke-tests': smokeTests,
  runbook,
  'exit-plan': exitPlan,
  'tenant-isolation': tenantIsolation,
  'rendered-marketing-pages': renderedMarketingPages,
  'ai-rate-limits': aiRateLimits,
  'user-caps': userCaps,
  'standby-replica': standbyReplica,
  'soc2-statement': soc2Statement,
};

const mostPlaces = 5;

/** Both checklists as a work list: what is done, what is missing, and what only its owner knows. */
export function workOf(input: ReadinessInput): ReadinessWork[] {
  return [
    ...hardeningIds.map((id) => itemOf(id, 'hardening', input)),
    ...extensiveHardeningIds.map((id) => itemOf(id, 'extensive', input)),
  ];
}

function itemOf(id: WorkId, list: ReadinessWork['list'], input: ReadinessInput): ReadinessWork {
  const { state, reason, seen = [], findings = [] } = checks[id](input);
  const counts = new Map<string, number>();
  for (const { rule } of findings) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return {
    id,
    list,
    ...workItems[id],
    state,
    reason,
    places: seen
      .slice(0, mostPlaces)
      .map(({ note, place }) => ({ note, location: place && input.locate(place.file, place) })),
    findings: findings.map(({ identity }) => identity),
    rules: [...counts].sort(([a], [b]) => compare(a, b)).map(([rule, number]) => ({ rule, findings: number })),
  };
}
