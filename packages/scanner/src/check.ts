import {
  sdkOf,
  type App,
  type FileFacts,
  type FileView,
  type JsonDocument,
  type NotChecked,
  type SourceTree,
} from '@base44-lint/model';
import { checkApp, checkFile, checkJson, checkText, type AnyRule, type CheckedFinding } from '@base44-lint/rules';
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

/** What there is to check. */
export interface Checkable {
  readonly app: App;
  readonly views: readonly FileView[];
  readonly texts: readonly Source[];
  readonly documents: readonly JsonDocument[];
  readonly tree: SourceTree;
}

/**
 * Runs each rule over each file, and over the app as a whole. A rule that fails on a file is listed as not checked
 * there; its findings elsewhere and those of other rules stand.
 */
export function checkRules(
  { app, views, texts, documents, tree }: Checkable,
  rules: readonly AnyRule[],
  meter: Meter,
): Checked {
  const found = new Map<string, FileFindings>();
  const notChecked: NotChecked[] = [];
  const settings = app.settings;
  const add = (file: string, text: string, findings: readonly CheckedFinding[], facts?: FileFacts): void => {
    if (findings.length === 0) return;
    const before = found.get(file);
    found.set(file, {
      ...(before ?? { file, text }),
      ...(facts && { facts }),
      findings: [...(before?.findings ?? []), ...findings],
    });
  };
  const run = <F extends CheckedFinding>(file: string, check: (one: readonly AnyRule[]) => readonly F[]): F[] =>
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
    add(view.file, view.text, findings, view.facts);
  }
  for (const { file, text } of texts) {
    add(
      file,
      text,
      run(file, (one) => checkText({ app, file, text, rules: one, settings })),
    );
  }
  for (const document of documents) {
    add(
      document.file,
      document.text,
      run(document.file, (one) => checkJson({ app, document, rules: one, settings })),
    );
  }
  const facts = new Map(views.map((view) => [view.file, view.facts]));
  const whole = run(app.root || '.', (one) => checkApp({ app, files: views, tree, rules: one, settings }));
  for (const finding of whole) add(finding.file, tree.read(finding.file), [finding], facts.get(finding.file));
  return { files: [...found.values()], notChecked };
}
