import type { LimitationId } from '@base44-lint/catalog';
import type { Node } from 'jsonc-parser';
import type { Confidence, Severity, Suggestion } from '../finding.js';

/** Something in a configuration file that does not do what it says. The same fault in several places is reported once. */
export interface Fault {
  /** Faults with the same key are one finding. */
  readonly key: string;
  readonly node: Node;
  readonly severity: Severity;
  readonly confidence: Confidence;
  readonly message: string;
  readonly advice: string;
  readonly suggestions?: readonly Suggestion[];
  readonly limitations?: readonly LimitationId[];
}
