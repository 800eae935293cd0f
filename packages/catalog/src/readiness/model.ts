import type { CriterionId } from '../criteria.js';
import type { LimitationId } from '../limitation-ids.js';

/**
 * The assessment follows one article, of which this is the edition. What it decides (levels, totals, verdicts, effort)
 * is carried over as it stands; where the platform has changed since, `today` says so beside it.
 */
export const readinessVersion = '2026-05';

/** 0 is the worst answer to a criterion, 4 the best. */
export type ReadinessLevel = 0 | 1 | 2 | 3 | 4;

export interface CriterionLevel {
  readonly level: ReadinessLevel;
  /** What an app of this level needs, as a phrase without full stop. */
  readonly text: string;
}

/** The frameworks of law and trade that the lowest compliance level stands for. */
export const complianceNeeds = ['hipaa', 'pci', 'soc2'] as const;
export type ComplianceNeed = (typeof complianceNeeds)[number];

/** One of the eight questions. */
export interface Criterion {
  readonly id: CriterionId;
  /** Its number in the article. */
  readonly number: number;
  readonly title: string;
  readonly question: string;
  /**
   * The levels that the article defines, lowest first. Criterion 1 knows only 0, 2 and 4: an answer of 1 or 3 is turned
   * down and the criterion stays open, since to round 1 down would rule the platform out and to round it up would not.
   */
  readonly levels: readonly CriterionLevel[];
  readonly why: string;
  /** Where the lowest levels rest on what the platform lacks. */
  readonly limits?: CriterionLimit;
}

export interface CriterionLimit {
  /** The lowest level that the article calls workable on the platform. */
  readonly workableFrom: ReadinessLevel;
  /** What stands in the way below it. Whether that rules the platform out by itself is for the decision tree to say. */
  readonly text: string;
  readonly limitations: readonly [LimitationId, ...LimitationId[]];
}

/** Where the model comes from, and when the data here was last compared with it. */
export const readinessSource = { key: 'readiness-article', date: readinessVersion, checkedOn: '2026-11-20' } as const;
