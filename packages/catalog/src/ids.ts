/** The names alone, for programs that must start at once: nothing here loads the catalogue itself. */
export { planIds } from './credits/plan-ids.js';
export { criterionIds } from './criteria.js';
export { complianceNeeds } from './readiness/model.js';
