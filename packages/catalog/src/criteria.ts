/** The eight questions of the readiness assessment, in its order. A low answer on one may rule the platform out. */
export const criterionIds = [
  'regulatory-compliance',
  'data-sensitivity',
  'user-concurrency',
  'performance',
  'availability',
  'realtime',
  'roadmap-horizon',
  'team-capacity',
] as const;

export type CriterionId = (typeof criterionIds)[number];
