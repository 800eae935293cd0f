import type { Place } from '@base44-lint/model';
import type { Finding } from '../../../result.js';
import type { ReadinessWork } from '../../../result/readiness.js';
import type { ReadinessInput } from '../input.js';

/** What the export says of one item of a checklist. */
export interface Verdict {
  readonly state: ReadinessWork['state'];
  /** Why, in one sentence. */
  readonly reason: string;
  readonly seen?: readonly { readonly note: string; readonly place: Place | null }[];
  /** Findings that belong to the item, suppressed ones included: a comment hides them from no list. */
  readonly findings?: readonly Finding[];
}

export type Check = (input: ReadinessInput) => Verdict;

/** Findings of some rules that weigh: medium and above, likely and above. */
export function weighty({ findings }: ReadinessInput, ...rules: readonly string[]): readonly Finding[] {
  return findings.filter(
    ({ rule, severity, confidence }) =>
      rules.includes(rule) && severity !== 'info' && severity !== 'low' && confidence !== 'possible',
  );
}

/** All findings of some rules, whatever they weigh. */
export function ofRules({ findings }: ReadinessInput, ...rules: readonly string[]): readonly Finding[] {
  return findings.filter(({ rule }) => rules.includes(rule));
}

export function open(findings: readonly Finding[]): readonly Finding[] {
  return findings.filter(({ suppression }) => suppression === null);
}

export function limitationOf({ limitations }: ReadinessInput, id: string) {
  return limitations.find((limitation) => limitation.id === id);
}

/** Files that are known by their names only. */
export function named(files: readonly string[], what: string): NonNullable<Verdict['seen']> {
  return files.map((file) => ({ note: `${what} ${file}`, place: null }));
}
