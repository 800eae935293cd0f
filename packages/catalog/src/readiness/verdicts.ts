import type { CriterionId } from '../criteria.js';

/** What the owner is told to do. The order is from best to worst. */
export const readinessActions = ['ship', 'harden', 'harden-extensively', 'reconsider', 'migrate'] as const;
export type ReadinessAction = (typeof readinessActions)[number];

export const readinessVerdictIds = [
  'compliance-rules-out',
  'availability-rules-out',
  'realtime-rules-out',
  'total-rules-out',
  'borderline',
  'extensive-hardening',
  'hardening',
  'light-hardening',
] as const;
export type ReadinessVerdictId = (typeof readinessVerdictIds)[number];

/** One step of the decision tree. */
export interface ReadinessVerdict {
  readonly id: ReadinessVerdictId;
  readonly action: ReadinessAction;
  /** Holds where this criterion is at level 0 … */
  readonly zero?: CriterionId;
  /** … or where the total lies in this band, both ends included. */
  readonly totals?: readonly [from: number, to: number];
  /** A few words, for a headline. */
  readonly title: string;
  readonly text: string;
}

/** Highest total: eight criteria of four points each. */
export const highestTotal = 32;

/** The decision tree in its order: the first step that holds gives the verdict. */
export const decisionTree: readonly ReadinessVerdict[] = [
  {
    id: 'compliance-rules-out',
    action: 'migrate',
    zero: 'regulatory-compliance',
    title: 'Migrate: compliance',
    text: 'Migrate, because the platform cannot meet the regulatory need; no total makes up for that.',
  },
  {
    id: 'availability-rules-out',
    action: 'migrate',
    zero: 'availability',
    title: 'Migrate: availability',
    text: 'Migrate, because a contract demands an availability that the platform does not commit itself to.',
  },
  {
    id: 'realtime-rules-out',
    action: 'migrate',
    zero: 'realtime',
    title: 'Migrate: real time',
    text: 'Migrate, because people must work on the same thing live.',
  },
  {
    id: 'total-rules-out',
    action: 'migrate',
    totals: [0, 15],
    title: 'Migrate: total below 16',
    text: 'Migrate, because the needs of the app add up to more than the platform carries.',
  },
  {
    id: 'borderline',
    action: 'reconsider',
    totals: [16, 19],
    title: 'Borderline: migration is likely the better way',
    text: 'Consider migration seriously; whoever stays plans three months of hardening.',
  },
  {
    id: 'extensive-hardening',
    action: 'harden-extensively',
    totals: [20, 23],
    title: 'Extensive hardening first',
    text: 'Harden extensively, keep maintaining, and assess again after six months.',
  },
  {
    id: 'hardening',
    action: 'harden',
    totals: [24, 27],
    title: 'Hardening project first',
    text: 'Run a hardening project, then ship.',
  },
  {
    id: 'light-hardening',
    action: 'ship',
    totals: [28, highestTotal],
    title: 'Ready, with light hardening',
    text: 'Harden lightly and ship.',
  },
];

/** A row of the table of totals, which tells two kinds of migration apart that the tree does not. */
export interface ReadinessBand {
  readonly totals: readonly [from: number, to: number];
  readonly text: string;
}

export const readinessBands: readonly ReadinessBand[] = [
  { totals: [28, highestTotal], text: 'Ready for production as it is in most cases, after light hardening' },
  { totals: [24, 27], text: 'Ready after a structured hardening project of 1 to 2 weeks' },
  { totals: [20, 23], text: 'Ready after extensive hardening of 4 to 8 weeks, with lasting maintenance' },
  { totals: [16, 19], text: 'Borderline: consider migration seriously, or plan 3 months of hardening' },
  { totals: [12, 15], text: 'Not ready: migrate' },
  { totals: [0, 11], text: 'Definitely not ready: migrate first of all' },
];

/** Hours that a person works in a week; the article counts in weeks, the migration estimate in hours. */
export const hoursPerWeek = 40;

export interface HardeningEffort {
  /** Weeks of one engineer's work, from the article; three months are 13 weeks. */
  readonly weeks: readonly [from: number, to: number];
  readonly text: string;
}

/**
 * How long hardening takes before the app may ship. For light hardening the article gives no figure: it lies below the
 * one week with which the next band begins. Where the action is to migrate there is none.
 */
export const hardeningEffort: Readonly<Record<Exclude<ReadinessAction, 'migrate'>, HardeningEffort>> = {
  ship: { weeks: [0, 1], text: 'less than a week (no figure in the article; the next band begins at one week)' },
  harden: { weeks: [1, 2], text: '1 to 2 weeks' },
  'harden-extensively': { weeks: [4, 8], text: '4 to 8 weeks' },
  reconsider: { weeks: [13, 13], text: '3 months' },
};

/** Hardening cost as a share of migration cost: above `leaveAbove` leave, below `stayBelow` stay, between them it is open. */
export const stayOrLeave = { leaveAbove: 0.7, stayBelow: 0.5 } as const;
