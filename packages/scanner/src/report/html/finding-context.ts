import type { Finding, LimitationVerdict } from '../../result.js';

/** What a card of a finding needs to know of its page. */
export interface FindingContext {
  /** Makes ids unique where a report holds several apps. */
  readonly prefix: string;
  /** Tells apps apart in the names of regions and forms. */
  readonly label: string;
  readonly titles: ReadonlyMap<string, LimitationVerdict>;
  readonly numbers: ReadonlyMap<Finding, number>;
}
