import type { CriterionId } from '../criteria.js';
import type { LimitationId } from '../limitation-ids.js';
import type { SdkMember } from '../sdk/capabilities.js';
import type { SourceKey } from '../sources.js';

/** The part of the platform that a limitation belongs to; `faq` holds what only the article's questions mention. */
export type Category =
  | 'architecture'
  | 'data'
  | 'auth'
  | 'integration'
  | 'performance'
  | 'security'
  | 'operations'
  | 'compliance'
  | 'exit'
  | 'faq';

/** `unclear`: the sources contradict each other or are silent. */
export type Status = 'still-true' | 'partly-lifted' | 'lifted' | 'unclear';

/**
 * What a repository can show. `direct`: a line shows it. `indirect`: the app evidently needs what the platform lacks.
 * `manual`: nothing in a repository shows it, somebody must be asked.
 */
export type Visibility = Limitation['visibility'];

/** What was said of the platform when this catalogue was begun. */
export interface Claim {
  /** The claim in our words, true or not. */
  readonly statement: string;
  readonly source: SourceKey;
  /** Publication, `yyyy-mm-dd`. */
  readonly date: string;
}

/** What holds now. */
export interface Today {
  readonly status: Status;
  readonly summary: string;
  /** The release that lifted the limitation or a part of it; `version` is the earliest examined one. */
  readonly since?: { readonly package: '@base44/sdk'; readonly version: string; readonly member?: SdkMember };
  /** What the summary rests on. For "not documented" these are the places that were searched. */
  readonly evidence: readonly [SourceKey, ...SourceKey[]];
  /** Last check, `yyyy-mm-dd`. */
  readonly checkedOn: string;
}

/** What a verdict of the scanner tells a reader about one limitation. */
export interface VisibleVerdicts {
  /** What was seen to hold where the verdict is *clear*. */
  readonly clear: string;
  /** What was not in sight where the verdict is *not checked*, and what never is. */
  readonly notChecked: string;
}

/** A limitation that no repository shows is never clear; `notChecked` says why. */
export interface ManualVerdicts {
  readonly clear: null;
  readonly notChecked: string;
}

/** One thing that the platform cannot do, could not do, or is said not to do. All texts are whole sentences. */
export type Limitation = LimitationRecord &
  (
    | { readonly visibility: 'direct' | 'indirect'; readonly verdicts: VisibleVerdicts }
    | { readonly visibility: 'manual'; readonly verdicts: ManualVerdicts }
  );

interface LimitationRecord {
  readonly id: LimitationId;
  readonly category: Category;
  /** Headline without full stop; names the subject as it stands today. */
  readonly title: string;
  /** What happens to an app that ignores it. */
  readonly consequence: string;
  /** What to do on Base44 today. */
  readonly workaround: string;
  readonly claim: Claim;
  readonly today: Today;
  /** Readiness criteria whose answer depends on it. */
  readonly criteria: readonly [CriterionId, ...CriterionId[]];
  /** What an auditor asks the owner, where the repository does not show it. */
  readonly auditorQuestion: string;
}

/** The records of one category file: the compiler wants each id with these prefixes, and no other. */
export type LimitationsOf<Prefix extends string> = {
  readonly [Id in Extract<LimitationId, `${Prefix}-${string}`>]: Limitation & { readonly id: Id };
};

/** Day on which the whole catalogue was last checked; a record that is checked later carries its own date. */
export const checkedOn = '2026-11-20';

/** A claim of the limitations article. */
export function claimed(statement: string): Claim {
  return { statement, source: 'limitations-article', date: '2026-05-01' };
}

/** A claim that only the article's questions and answers make. */
export function claimedInFaq(statement: string): Claim {
  return { statement, source: 'limitations-faq', date: '2026-05-01' };
}
