import { checkApp, checkFile, checkJson, checkText, type AnyRule, type CheckedFinding } from '../check.js';
import { membersIn, membersInCode, unavailable } from './named-members.js';
import { appOf, documentOf, fileOf, isCode, treeOf, viewOf, viewsOf, type Sample } from './sample.js';

/** A text of a finding that names a member which the version of its zone does not have. */
export interface StaleAdvice {
  readonly rule: string;
  readonly version: string;
  readonly members: readonly string[];
  readonly text: string;
}

/** The sample as if it ran with another version: its own one, and those that its functions import. */
export function withVersion<S extends Sample>(sample: S, version: string): S {
  const pinned = <T>(text: T): T =>
    typeof text === 'string' ? (text.replace(/@base44\/sdk@[\d.]+/g, `@base44/sdk@${version}`) as T) : text;
  const files = Object.entries(sample.files ?? {}).map(([file, content]) => [file, pinned(content)] as const);
  return { ...sample, code: pinned(sample.code), files: Object.fromEntries(files), sdk: version };
}

/** Members that the findings of all rules in a sample recommend. */
export function recommended(rules: readonly AnyRule[], sample: Sample, version: string): readonly string[] {
  const pinned = withVersion(sample, version);
  return findingsOf(rules, pinned, version).flatMap((finding) =>
    textsOf(finding, pinned.code).flatMap(({ named }) => named),
  );
}

/** Texts of all rules' findings in a sample that recommend what the version does not have. */
export function staleAdvice(rules: readonly AnyRule[], sample: Sample, version: string): readonly StaleAdvice[] {
  const pinned = withVersion(sample, version);
  return findingsOf(rules, pinned, version).flatMap((finding) =>
    textsOf(finding, pinned.code).flatMap(({ text, named }) => {
      const members = unavailable(named, version, text);
      return members.length > 0 ? [{ rule: finding.rule, version, members, text }] : [];
    }),
  );
}

function findingsOf(rules: readonly AnyRule[], sample: Sample, version: string): readonly CheckedFinding[] {
  const app = appOf(sample);
  const file = fileOf(sample);
  const { settings } = app;
  const whole = checkApp({ app, files: viewsOf(sample, app), tree: treeOf(sample), rules, settings });
  if (isCode(file)) {
    const sdk = { version, source: 'lock' } as const;
    return [...checkFile({ app, file: viewOf(sample, app), sdk, rules, settings }), ...whole];
  }
  const document = documentOf(sample, app);
  return [
    ...checkText({ app, file, text: sample.code, rules, settings }),
    ...(document ? checkJson({ app, document, rules, settings }) : []),
    ...whole,
  ];
}

interface Text {
  readonly text: string;
  readonly named: readonly string[];
}

function textsOf({ message, advice, suggestions }: CheckedFinding, code: string): readonly Text[] {
  // What the code calls already is told about, not recommended.
  const isNew = (member: string): boolean => !code.includes(`.${member.slice(member.lastIndexOf('.') + 1)}(`);
  const sentences = [message, advice, ...suggestions.map(({ title }) => title)];
  const rewrites = suggestions.flatMap(({ edits }) => edits.map(({ text }) => text));
  return [
    ...sentences.map((text) => ({ text, named: membersIn(text).filter(isNew) })),
    ...rewrites.map((text) => ({ text, named: membersInCode(text).filter(isNew) })),
  ];
}
