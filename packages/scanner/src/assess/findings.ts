import { relativeTo, type Span } from '@base44-lint/model';
import { identify, severities, type CheckedFinding } from '@base44-lint/rules';
import type { FileFindings } from '../check.js';
import type { Finding, Location } from '../result.js';
import { directivesOf, suppressionAt } from './directives.js';
import { excerptOf } from './excerpt.js';
import { LineHashes } from './line-hash.js';
import type { Locate } from './locate.js';
import { Positions } from './positions.js';
import { Secrets } from './secrets.js';

export interface FindingOptions {
  /** Places in any file of the app, for evidence that lies elsewhere. */
  readonly locate: Locate;
  /** Folder of the app; identities are relative to it, so that they do not depend on where the app lies. */
  readonly root: string;
  /** Audit mode: comments of the scanned app switch nothing off. */
  readonly ignoreSuppressions: boolean;
}

/** Gives each judgement its place, identity, suppression and excerpt. Ordered by file, place and rule. */
export function findingsOf(files: readonly FileFindings[], options: FindingOptions): Finding[] {
  const secrets = new Secrets(files);
  return files.flatMap((file) => findingsIn(file, secrets, options)).sort(byPlace);
}

function findingsIn(
  input: FileFindings,
  secrets: Secrets,
  { locate, root, ignoreSuppressions }: FindingOptions,
): Finding[] {
  const { file, text, facts, findings } = input;
  const hidden = secrets.hideIn(input);
  const positions = new Positions(hidden);
  const here = (span: Span): Location => positions.locate(file, span);
  const directives = ignoreSuppressions ? [] : directivesOf(file, text, positions);
  const relative = relativeTo(file, root);
  const identities = identify(findings, { file: relative, text, ...(facts && { facts }) });
  const hashes = new LineHashes(text);
  const hashesWithoutSecrets = hidden === text ? hashes : new LineHashes(hidden);

  return findings.map((found, index) => {
    const location = here(found.span);
    const hash = hashes.of(location.start.line);
    const suppression = suppressionAt(found.rule, location.start, directives, here);
    return {
      rule: found.rule,
      severity: found.severity,
      confidence: found.confidence,
      message: secrets.hide(found.message),
      location,
      limitations: [...found.limitations],
      evidence: found.evidence.map(({ note, ...place }) => ({
        note: secrets.hide(note),
        location: place.file === file ? here(place) : locate(place.file, place),
      })),
      advice: secrets.hide(found.advice),
      suppression: suppression
        ? { ...suppression, reason: suppression.reason && secrets.hideWords(suppression.reason, input) }
        : null,
      identity: identities[index]!,
      // A polynomial over a line gives a short secret away, so such lines carry no hash; GitHub computes its own.
      lineHash: hash === hashesWithoutSecrets.of(location.start.line) ? hash : null,
      suggestions: suggestionsOf(found, here, (words) => secrets.hideWords(words, input)),
      excerpt: excerptOf(location, positions),
    };
  });
}

function suggestionsOf(
  found: CheckedFinding,
  here: (span: Span) => Location,
  hide: (words: string) => string,
): Finding['suggestions'] {
  return found.suggestions.map(({ title, edits }) => ({
    title,
    edits: edits.map(({ text, ...span }) => ({ location: here(span), text: hide(text) })),
  }));
}

function byPlace(a: Finding, b: Finding): number {
  return (
    compare(a.location.file, b.location.file) ||
    a.location.start.line - b.location.start.line ||
    a.location.start.column - b.location.start.column ||
    compare(a.rule, b.rule) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.message, b.message)
  );
}

/** By UTF-16 code unit, so that the order does not depend on the locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
