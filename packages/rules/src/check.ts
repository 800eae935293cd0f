import type { App, FileView, JsonDocument, SdkVersion, Settings, SourceTree } from '@base44-lint/model';
import type { LimitationId } from '@base44-lint/catalog';
import type { AppFinding, RuleFinding } from './finding.js';
import type { Rule } from './rule.js';

/** A rule's finding with the name of its rule, its limitations filled in and the severity the app's settings ask for. */
export interface CheckedFinding extends RuleFinding {
  readonly rule: string;
  readonly limitations: readonly LimitationId[];
}

/** `Rule<any>`: the registry holds rules with different options, each of which only ever sees its own. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type AnyRule = Rule<any>;

/** The findings of all rules in one file of code, ordered by place. */
export function checkFile(input: {
  readonly app: App;
  readonly file: FileView;
  readonly sdk: SdkVersion;
  readonly rules: readonly AnyRule[];
  readonly settings: Settings;
}): readonly CheckedFinding[] {
  const { app, file, sdk, rules, settings } = input;
  return collect(concerned(rules, file.text), settings, (rule, options) =>
    rule.checkCode?.({ app, file, sdk, options }),
  );
}

/** The findings of all rules in one text file that is no code (`.env`, workflow and config JSON), ordered by place. */
export function checkText(input: {
  readonly app: App;
  readonly file: string;
  readonly text: string;
  readonly rules: readonly AnyRule[];
  readonly settings: Settings;
}): readonly CheckedFinding[] {
  const { app, file, text, rules, settings } = input;
  return collect(concerned(rules, text), settings, (rule, options) => rule.checkText?.({ app, file, text, options }));
}

/** The findings of all rules in one configuration file, ordered by place. */
export function checkJson(input: {
  readonly app: App;
  readonly document: JsonDocument;
  readonly rules: readonly AnyRule[];
  readonly settings: Settings;
}): readonly CheckedFinding[] {
  const { app, document, rules, settings } = input;
  return collect(rules, settings, (rule, options) => rule.checkJson?.({ app, document, options }));
}

/** The findings about the app as a whole, ordered by place in their file. */
export function checkApp(input: {
  readonly app: App;
  readonly files: readonly FileView[];
  readonly tree: SourceTree;
  readonly rules: readonly AnyRule[];
  readonly settings: Settings;
}): readonly (CheckedFinding & AppFinding)[] {
  const { app, files, tree, rules, settings } = input;
  return collect(rules, settings, (rule, options) => rule.checkApp?.({ app, files, tree, options }));
}

/** Whether a rule looks at one of these: code, configuration files, other text, the app as a whole. */
export function checks(
  rule: AnyRule,
  ...hooks: readonly ('checkCode' | 'checkJson' | 'checkText' | 'checkApp')[]
): boolean {
  return hooks.some((hook) => hook in rule);
}

/** True where the text can hold a finding of the rule. A rule without words looks at every file. */
export function mayConcern(rule: AnyRule, text: string): boolean {
  return rule.meta.words.length === 0 || rule.meta.words.some((word) => text.includes(word));
}

function concerned(rules: readonly AnyRule[], text: string): readonly AnyRule[] {
  return rules.filter((rule) => mayConcern(rule, text));
}

function collect<F extends RuleFinding>(
  rules: readonly AnyRule[],
  settings: Settings,
  check: (rule: AnyRule, options: object) => Iterable<F> | undefined,
): readonly (CheckedFinding & F)[] {
  const found: (CheckedFinding & F)[] = [];
  for (const rule of rules) {
    const { name, limitations } = rule.meta;
    const override = settings.severity[name];
    if (override === 'off') continue;
    const options: object = { ...(rule.defaults as object), ...(settings.ruleOptions[name] as object | undefined) };
    for (const finding of check(rule, options) ?? []) {
      found.push({ limitations, ...finding, rule: name, severity: override ?? finding.severity });
    }
  }
  return found.sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
