import { ownWeights } from './own-weights.js';
import { serviceWeights } from './service-weights.js';
import type { ExitWeight, ExitWeightId } from './weight.js';

/** Version of the weights; a change of any weight is a new version. */
export const exitWeightsVersion = '2026-11';

/**
 * Hours for one unit of each thing that the estimate counts. They are our judgement, set once so that of 64 public
 * exports the smallest add up to about the least hours of the framework, and the largest (more than 100 entities and 150
 * functions) to about its most.
 */
export const exitWeights: Readonly<Record<ExitWeightId, ExitWeight>> = { ...ownWeights, ...serviceWeights };
