import type { App, FileView, SdkVersion, Settings } from '@base44-lint/model';
import type { LimitationId } from '@base44-lint/catalog';
import type { RuleFinding } from './finding.js';
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
  return collect(rules, settings, file.text, (rule, options) => rule.checkCode?.({ app, file, sdk, options }));
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
  return collect(rules, settings, text, (rule, options) => rule.checkText?.({ app, file, text, options }));
}

/** True where the text can hold a finding of the rule. A rule without words looks at every file. */
export function mayConcern(rule: AnyRule, text: string): boolean {
  return rule.meta.words.length === 0 || rule.meta.words.some((word) => text.includes(word));
}

function collect(
  rules: readonly AnyRule[],
  settings: Settings,
  text: string,
  check: (rule: AnyRule, options: object) => Iterable<RuleFinding> | undefined,
): readonly CheckedFinding[] {
  const found: CheckedFinding[] = [];
  for (const rule of rules) {
    const { name, limitations } = rule.meta;
    const override = settings.severity[name];
    if (override === 'off' || !mayConcern(rule, text)) continue;
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
