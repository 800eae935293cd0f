import type { LimitationId } from '@base44-lint/catalog';
import type { Evidence, Span } from '@base44-lint/model';

export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'info';
export type Confidence = 'certain' | 'likely' | 'possible';

/** A replacement of text, in UTF-16 offsets of the file. */
export interface Edit extends Span {
  readonly text: string;
}

/** A rewrite that a person may choose; never applied on its own. */
export interface Suggestion {
  /** Imperative sentence without full stop that names who sees or loses what. */
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** What a rule reports: a judgement with its place. Positions, identity and paths are added by the host. */
export interface RuleFinding {
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** One sentence: what can happen, to whom. Ends with a full stop and never shows a secret. */
  readonly message: string;
  /** Smallest expression that carries the fault. */
  readonly span: Span;
  readonly evidence: readonly Evidence[];
  /** What to do, chosen by the SDK version of the zone. One or two sentences. */
  readonly advice: string;
  readonly suggestions: readonly Suggestion[];
  /** Defaults to all limitations of the rule. */
  readonly limitations?: readonly LimitationId[];
  /** Text whose salted hash stands for the snippet in the identity, so that a secret never leaves the process. */
  readonly secret?: string;
  /**
   * What the finding is about, where its place is only the first of several (an entity that does not exist): stands for
   * file, snippet and function in the identity, so that mending the first place does not make the second a new finding.
   */
  readonly subject?: string;
}

/** A finding of a check that sees the whole app: it says in which file it lies. */
export interface AppFinding extends RuleFinding {
  readonly file: string;
}
