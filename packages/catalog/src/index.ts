export { planIds, type PlanId } from './credits/plan-ids.js';
export { criterionIds, type CriterionId } from './criteria.js';
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
