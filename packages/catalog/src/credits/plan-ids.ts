/** Plans of Base44 with a published allowance, from small to large. */
export const planIds = ['free', 'starter', 'builder', 'pro', 'elite'] as const;

export type PlanId = (typeof planIds)[number];
