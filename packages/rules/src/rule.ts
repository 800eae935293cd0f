import type { LimitationId } from '@base44-lint/catalog';
import type { App, FileView, JsonDocument, SdkVersion, SourceTree } from '@base44-lint/model';
import type { AppFinding, RuleFinding, Severity } from './finding.js';

export type Preset = 'recommended' | 'strict' | 'audit';

export interface RuleMeta {
  /** Without the `base44/` prefix; equals the folder name. */
  readonly name: string;
  /** One line without full stop, for tables: "disallow reads that return every row to every user". */
  readonly description: string;
  readonly limitations: readonly LimitationId[];
  /** Lowest preset that holds the rule. */
  readonly preset: Preset;
  /** The version of this project that brought the rule. */
  readonly since: string;
  /** CWE id, for SARIF. */
  readonly cwe?: `CWE-${number}`;
  /** Severities that a finding may have, most severe first; tests of the rule hold it to them. Pages print the range. */
  readonly severities?: readonly [Severity, ...Severity[]];
  /** How often the author expects it to be right; once `measurements.ts` knows, that counts (see `precisionOf`). */
  readonly precision: 'very-high' | 'high' | 'medium' | 'low';
  /** A code or text file that holds none of these words cannot have a finding of this rule. Matched as plain text; configuration files are always looked at. */
  readonly words: readonly string[];
  /** Other rules a reader should know. */
  readonly related: readonly string[];
  /** JSON Schema of the single options object; every property needs a description and a default. */
  readonly schema: {
    readonly type: 'object';
    readonly properties: Readonly<Record<string, object>>;
    readonly additionalProperties: false;
  };
}

/** What a rule sees when it checks one file of code. */
export interface CodeContext<Options> {
  readonly app: App;
  readonly file: FileView;
  /** SDK version that this file runs against: lock file for the browser, the `npm:` pin for a function. */
  readonly sdk: SdkVersion;
  readonly options: Options;
}

/** A text file that is no code but can carry a finding: `.env`, workflow and config JSON. */
export interface TextContext<Options> {
  readonly app: App;
  readonly file: string;
  readonly text: string;
  readonly options: Options;
}

/** A configuration file: entity schema, agent, workflow … Its own text counts, not what lies on disk. */
export interface JsonContext<Options> {
  readonly app: App;
  readonly document: JsonDocument;
  readonly options: Options;
}

/** The whole app, for what no single file shows. Only the scanner has it, so such findings have no squiggle. */
export interface AppContext<Options> {
  readonly app: App;
  /** Views of all files that were recognised: those that hold a word of Base44 or of any rule. */
  readonly files: readonly FileView[];
  /** All files of the app, sorted, and their text. Reading throws where a file cannot be read. */
  readonly tree: SourceTree;
  readonly options: Options;
}

export interface Rule<Options = Record<string, unknown>> {
  readonly meta: RuleMeta;
  readonly defaults: Options;
  /** Pure: no state between files, no I/O, no formatting. */
  checkCode?(context: CodeContext<Options>): Iterable<RuleFinding>;
  checkText?(context: TextContext<Options>): Iterable<RuleFinding>;
  checkJson?(context: JsonContext<Options>): Iterable<RuleFinding>;
  checkApp?(context: AppContext<Options>): Iterable<AppFinding>;
}

/** Keeps the option type of a rule while the registry holds them all alike. */
export function defineRule<Options extends object>(rule: Rule<Options>): Rule<Options> {
  return rule;
}
