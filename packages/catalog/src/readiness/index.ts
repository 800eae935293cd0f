export { readinessCriteria } from './criteria.js';
export {
  extensiveHardeningIds,
  hardeningIds,
  workItems,
  type ExtensiveHardeningId,
  type HardeningId,
  type WorkId,
  type WorkItem,
} from './hardening.js';
export {
  complianceNeeds,
  readinessSource,
  readinessVersion,
  type ComplianceNeed,
  type Criterion,
  type CriterionLevel,
  type CriterionLimit,
  type ReadinessLevel,
} from './model.js';
export { readinessPositions, type ReadinessPositions } from './positions.js';
export { rereadings, type Rereading } from './today.js';
export { readinessScenarios, type ReadinessScenario } from './scenarios.js';
export {
  decisionTree,
  hardeningEffort,
  highestTotal,
  hoursPerWeek,
  readinessActions,
  readinessBands,
  readinessVerdictIds,
  stayOrLeave,
  type HardeningEffort,
  type ReadinessAction,
  type ReadinessBand,
  type ReadinessVerdict,
  type ReadinessVerdictId,
} from './verdicts.js';
