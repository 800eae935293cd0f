import type { SourceKey } from '../sources.js';
import type { ExitGroupId } from './group-ids.js';

/**
 * What happens to the code that uses it when the app leaves.
 * - `as-is`: runs elsewhere unchanged, apart from settings and secrets
 * - `adapter`: a client with the same signatures takes the calls; the code around them stays
 * - `rewrite`: the code that uses it is written again, against something that works alike
 * - `none`: nothing on the market does the same, so the feature is designed again or dropped
 */
export type Portability = 'as-is' | 'adapter' | 'rewrite' | 'none';

/** One thing that the platform provides, with what takes its place in a stack of one's own. Texts are whole sentences. */
export interface ExitGroup {
  readonly id: ExitGroupId;
  /** Headline without full stop. */
  readonly title: string;
  /** How a sentence names it: "needs its accounts"; null for what no app can do without or nobody misses. */
  readonly feature: string | null;
  /** What to put in its place. */
  readonly replacement: string;
  readonly portability: Portability;
  /** What moves, what does not, and what the work is. */
  readonly note: string;
  /** Where it is written what the platform does here. */
  readonly source: SourceKey;
  /** Last check, `yyyy-mm-dd`. */
  readonly checkedOn: string;
}
