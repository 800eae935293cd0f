import type { CallerCheck, EntityCall, Evidence, OutsideCall, SdkCall, Span } from '@base44-lint/model';
import type { Confidence, Severity } from '../finding.js';
import { confidences, severities } from '../presets.js';

/** How far the caller is known where something is done: not at all, or only as somebody who has signed in. */
export type Known = 'none' | 'signed-in';

/** Something a function does that not everybody should be able to make it do. */
export interface Act {
  readonly span: Span;
  readonly known: Known;
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** What the caller can do, as the rest of "Anyone can …": "change any row of Order by its id". */
  readonly can: string;
  /** For evidence of another finding: "changes rows of Order". */
  readonly does: string;
  /** What mends it, beside asking who calls. */
  readonly advice: string;
  /** Whether the caller of the function decides on whom or what it works. */
  readonly chosen: boolean;
  /** It gives or takes money or rights. */
  readonly valuable?: boolean;
  readonly evidence: readonly Evidence[];
}

/** An act with the call that it is, for judging what lies around it. */
export interface CalledAct {
  readonly act: Act;
  readonly call: EntityCall | SdkCall | OutsideCall;
}

/** Null where the caller is known well enough, or cannot be judged. */
export function knownOf({ level }: CallerCheck): Known | null {
  return level === 'none' || level === 'signed-in' ? level : null;
}

/** The act to report first: what is sure enough to be shown, then the worst, then what the caller decides, then the first in the text. */
export function foremost(acts: readonly Act[]): readonly Act[] {
  const weight = ({ severity, confidence, chosen }: Act): number =>
    (confidence === 'possible' ? 0 : 100) -
    severities.indexOf(severity) * 10 +
    (chosen ? 5 : 0) -
    confidences.indexOf(confidence);
  return acts.toSorted((a, b) => weight(b) - weight(a) || a.span.start - b.span.start);
}
