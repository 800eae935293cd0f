import { recogniseText, type App, type Settings } from '@base44-lint/model';
import { checkApp, checkFile, checkJson, checkText, type AnyRule, type CheckedFinding } from '../check.js';
import type { AppFinding, Suggestion } from '../finding.js';
import { apply, changedLines, placeAfter } from './edits.js';
import { appOf, defaultSdk, documentOf, fileOf, isCode, treeOf, viewOf, viewsOf, type Sample } from './sample.js';
import { squiggles } from './squiggles.js';

/**
 * Findings of one rule in a sample. Throws where a finding breaks a promise that every rule makes: text that is a
 * sentence, a span inside the file, no part of a secret in any field, suggestions that parse and mend the place.
 */
export function run(rule: AnyRule, sample: Sample): readonly CheckedFinding[] {
  const findings = check(rule, sample);
  for (const finding of findings) {
    assertText(finding);
    assertSeverity(rule, finding);
    assertSpan(finding, sample.code);
    assertNoSecret(finding);
    for (const suggestion of finding.suggestions) assertMends(rule, sample, finding, suggestion);
  }
  return findings;
}

/** The findings drawn under their code, for inline snapshots; '' where there are none. */
export function squiggled(rule: AnyRule, sample: Sample): string {
  return squiggles(sample.code, run(rule, sample));
}

/** Throws, showing the squiggles, where the rule reports anything. */
export function expectClean(rule: AnyRule, sample: Sample): void {
  const drawn = squiggled(rule, sample);
  if (drawn !== '') throw new Error(`Expected no finding of ${rule.meta.name}, but:\n${drawn}`);
}

/** Findings about the app of the sample as a whole, in whatever file they lie. */
export function runApp(rule: AnyRule, sample: Sample): readonly (CheckedFinding & AppFinding)[] {
  const app = appOf(sample);
  const findings = checkApp({
    app,
    files: rule.checkApp ? viewsOf(sample, app) : [],
    tree: treeOf(sample),
    rules: [rule],
    settings: settingsOf(rule, sample, app),
  });
  for (const finding of findings) {
    assertText(finding);
    assertSeverity(rule, finding);
    assertSpan(finding, treeOf(sample).read(finding.file));
  }
  return findings;
}

/** Findings in the sample's file, without the checks of `run`. */
function check(rule: AnyRule, sample: Sample): readonly CheckedFinding[] {
  const app = appOf(sample);
  const file = fileOf(sample);
  const settings = settingsOf(rule, sample, app);
  const whole = runApp(rule, sample).filter((finding) => finding.file === file);
  if (isCode(file)) {
    const sdk = { version: sample.sdk ?? defaultSdk, source: 'lock' } as const;
    return [...checkFile({ app, file: viewOf(sample, app), sdk, rules: [rule], settings }), ...whole];
  }
  const document = documentOf(sample, app);
  return [
    ...checkText({ app, file, text: sample.code, rules: [rule], settings }),
    ...(document ? checkJson({ app, document, rules: [rule], settings }) : []),
    ...whole,
  ];
}

function settingsOf(rule: AnyRule, sample: Sample, app: App): Settings {
  return {
    ...app.settings,
    ruleOptions: { ...app.settings.ruleOptions, [rule.meta.name]: sample.options ?? {} },
  };
}

function assertText({ message, advice, suggestions }: CheckedFinding): void {
  if (!/^[A-Z`'"].*[^.]\.$/su.test(message)) throw new Error(`A message is one sentence with a full stop: ${message}`);
  if (/\n/.test(message)) throw new Error(`A message is one line: ${message}`);
  if (advice !== '' && !advice.endsWith('.')) throw new Error(`Advice ends with a full stop: ${advice}`);
  for (const { title } of suggestions) {
    if (title.endsWith('.')) throw new Error(`A suggestion's title has no full stop: ${title}`);
  }
}

/** A range that the page prints must hold. */
function assertSeverity({ meta }: AnyRule, { severity, message }: CheckedFinding): void {
  if (meta.severities && !meta.severities.includes(severity))
    throw new Error(`${meta.name} does not list ${severity} among its severities: ${message}`);
}

function assertSpan({ span, message }: CheckedFinding, text: string): void {
  const inside = 0 <= span.start && span.start < span.end && span.end <= text.length;
  if (!inside) throw new Error(`The span ${span.start}-${span.end} is not a part of the file: ${message}`);
}

/** Words that messages use and that made-up secrets may hold too. */
const vocabulary = 'password service secret token admin demo discord hooks webhook zapier slack';

/** No five characters in a row of a secret may appear in what is shown. */
function assertNoSecret(finding: CheckedFinding): void {
  const { secret, suggestions } = finding;
  if (secret === undefined) return;
  const shown = [
    finding.message,
    finding.advice,
    ...finding.evidence.map(({ note }) => note),
    ...suggestions.flatMap(({ title, edits }) => [title, ...edits.map(({ text }) => text)]),
  ].join('\n');
  for (let at = 0; at + 5 <= secret.length; at++) {
    const part = secret.slice(at, at + 5);
    if (shown.includes(part) && !vocabulary.includes(part))
      throw new Error(`A finding of ${finding.rule} shows a part of the secret (at ${at}).`);
  }
}

function assertMends(rule: AnyRule, sample: Sample, finding: CheckedFinding, suggestion: Suggestion): void {
  const code = apply(sample.code, suggestion.edits);
  const shown = changedLines(sample.code, code);
  let after: readonly CheckedFinding[];
  try {
    // Parsers recover from faults; a rewrite must not need that.
    if (isCode(fileOf(sample))) {
      const [problem] = recogniseText(code, fileOf(sample)).problems;
      if (problem) throw new Error(problem);
    } else {
      const [fault] = documentOf({ ...sample, code }, appOf(sample))?.faults ?? [];
      if (fault) throw new Error(fault.problem);
    }
    after = check(rule, { ...sample, code });
  } catch (error) {
    throw new Error(`"${suggestion.title}" gives text that cannot be read: ${(error as Error).message}\n${shown}`, {
      cause: error,
    });
  }
  const place = placeAfter(finding.span, suggestion.edits);
  if (after.some(({ span }) => span.start < place.end && place.start < span.end)) {
    throw new Error(
      `"${suggestion.title}" leaves a finding of ${rule.meta.name} in its place:\n${squiggles(code, after)}`,
    );
  }
}
