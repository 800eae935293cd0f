export * from './credits/assumptions.js';
export { modelClasses, modelClassOf, models, type Model, type ModelClass } from './credits/models.js';
export { paidKindOf, paidKinds, paidMembers, type PaidKind } from './credits/paid-kinds.js';
export { planIds, type PlanId } from './credits/plan-ids.js';
export { plans, type Plan } from './credits/plans.js';
export type { Amount, Price, PriceUnit, Reading } from './credits/price.js';
export { charactersPerCredit, free, prices, type PriceId } from './credits/prices.js';
export { savingIds, savings, type Saving, type SavingId } from './credits/savings.js';
export { criterionIds, type CriterionId } from './criteria.js';
export { exitFramework, type ExitFramework, type ExitRange } from './exit/framework.js';
export { exitGroupOf } from './exit/group-of.js';
export { exitGroups } from './exit/groups.js';
export { exitGroupIds, type ExitGroupId } from './exit/group-ids.js';
export type { ExitGroup, Portability } from './exit/group.js';
export { templateImport, templateParts, type TemplatePart } from './exit/template.js';
export { exitWeightIds, exitWeights, exitWeightsVersion, type ExitWeight, type ExitWeightId } from './exit/weights.js';
export * from './limitation-ids.js';
export { limitations } from './limitations/index.js';
export type { Category, Claim, Limitation, Status, Today, Visibility } from './limitations/limitation.js';
export {
  clientMembers,
  defaultReadLimits,
  entityMethods,
  inventedMembers,
  maximumReadLimit,
  sdkCapabilities,
  type EntityMethod,
  type SdkMember,
} from './sdk/capabilities.js';
export type { Capability } from './sdk/capability.js';
export * from './readiness/index.js';
export { examinedVersions, latestExamined } from './sdk/examined-versions.js';
export { sinceVersion, supports, type Support } from './sdk/supports.js';
export { compareVersions, isVersion } from './sdk/version.js';
export { sources, type Source, type SourceKey } from './sources.js';
