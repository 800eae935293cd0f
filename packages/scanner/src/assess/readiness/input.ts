import type { ComplianceNeed, CriterionId } from '@base44-lint/catalog';
import type { App, FileView, Level } from '@base44-lint/model';
import type { Finding, LimitationVerdict, Range } from '../../result.js';
import type { Locate } from '../locate.js';
import type { Sight } from '../sight.js';

/** What the readiness of an app is judged by. */
export interface ReadinessInput {
  readonly app: App;
  readonly views: readonly FileView[];
  /** Names of all files of the app. */
  readonly files: readonly string[];
  /** With their suppressions. */
  readonly findings: readonly Finding[];
  readonly limitations: readonly LimitationVerdict[];
  readonly sight: Sight;
  readonly locate: Locate;
  /** What the owner answered, from the settings, flags and prompts. */
  readonly answers: Readonly<Partial<Record<CriterionId, Level>>>;
  /** Which frameworks the lowest compliance level stands for, where the owner said so. */
  readonly needs?: readonly ComplianceNeed[];
  /** What leaving would take, from the exit section. */
  readonly migration: { readonly hours: Range; readonly cost: Range } | null;
}

export type Levels = readonly Level[];
/** The levels that remain possible for each criterion. */
export type Scale = Readonly<Record<CriterionId, Levels>>;
