import type { CriterionId } from '@base44-lint/catalog';
import type { Level, Place } from '@base44-lint/model';
import type { ReadinessInput } from '../input.js';

/** A place with what is to be seen there. */
export interface Seen {
  readonly note: string;
  /** Null for a file that is only known by its name; the note names it. */
  readonly place: Place | null;
}

/**
 * Something in the export that speaks to a criterion. With a `cap` it proves that no higher level can be true; without
 * one it is a hint, which asks a question and limits nothing. What is merely possible never caps.
 */
export interface Evidence {
  readonly criterion: CriterionId;
  readonly kind: string;
  readonly cap: Level | null;
  readonly confidence: 'certain' | 'likely' | 'possible';
  readonly reason: string;
  /** In the order in which they matter. */
  readonly seen: readonly Seen[];
  /** Rules whose findings in the same files rest on the same facts. */
  readonly rules: readonly string[];
}

export type Witness = (input: ReadinessInput) => readonly Evidence[];

/** Evidence where anything was seen. */
export function when(evidence: Evidence): readonly Evidence[] {
  return evidence.seen.length > 0 ? [evidence] : [];
}

/** "a", "a and b", "a, b and 3 more". */
export function listed(names: readonly string[]): string {
  const unique = [...new Set(names)];
  const shown = unique.length > 3 ? [...unique.slice(0, 2), `${unique.length - 2} more`] : unique;
  return shown.length < 2 ? (shown[0] ?? '') : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
}
