import { sdkOf, type App, type FileFacts, type FileView, type NotChecked } from '@base44-lint/model';
import { checkFile, checkText, type AnyRule, type CheckedFinding } from '@base44-lint/rules';
import { clause } from './load/errors.js';
import type { Source } from './load/sources.js';
import type { Meter } from './meter.js';

/** What the rules say about one file. */
export interface FileFindings {
  readonly file: string;
  readonly text: string;
  readonly facts?: FileFacts;
  readonly findings: readonly CheckedFinding[];
}

export interface Checked {
  /** Files with findings only. */
  readonly files: readonly FileFindings[];
  readonly notChecked: readonly NotChecked[];
}

/**
 * Runs each rule over each file. A rule that fails on a file is listed as not checked there; its findings elsewhere and
 * those of other rules stand.
 */
export function checkRules(
  app: App,
  views: readonly FileView[],
  texts: readonly Source[],
  rules: readonly AnyRule[],
  meter: Meter,
): Checked {
  const files: FileFindings[] = [];
  const notChecked: NotChecked[] = [];
  const settings = app.settings;
  const run = (file: string, check: (one: readonly AnyRule[]) => readonly CheckedFinding[]): CheckedFinding[] =>
    rules.flatMap((rule) => {
      try {
        return meter.rule(rule.meta.name, () => check([rule]));
      } catch (error) {
        const reason = `The rule ${rule.meta.name} failed on this file (${clause(error)}), so its verdict is missing here.`;
        notChecked.push({ file, reason });
        return [];
      }
    });

  for (const [index, view] of views.entries()) {
    meter.progress('check', index, views.length);
    const sdk = sdkOf(app, view.file);
    const findings = run(view.file, (one) => checkFile({ app, file: view, sdk, rules: one, settings }));
    if (findings.length > 0) files.push({ file: view.file, text: view.text, facts: view.facts, findings });
  }
  for (const { file, text } of texts) {
    const findings = run(file, (one) => checkText({ app, file, text, rules: one, settings }));
    if (findings.length > 0) files.push({ file, text, findings });
  }
  return { files, notChecked };
}
