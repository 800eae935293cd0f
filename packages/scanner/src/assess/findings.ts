import { relativeTo, type Span } from '@base44-lint/model';
import { identify, severities, type CheckedFinding } from '@base44-lint/rules';
import type { FileFindings } from '../check.js';
import type { Finding, Location, UnusedSuppression } from '../result.js';
import { excerptOf } from './excerpt.js';
import { LineHashes } from './line-hash.js';
import type { Locate } from './locate.js';
import { Positions } from './positions.js';
import { Secrets } from './secrets.js';
import { Suppressions, type CommentOptions } from './suppressions.js';

export interface FindingOptions {
  /** Places in any file of the app, for evidence that lies elsewhere. */
  readonly locate: Locate;
  /** Folder of the app; identities are relative to it, so that they do not depend on where the app lies. */
  readonly root: string;
  readonly comments: CommentOptions;
}

export interface Assessed {
  /** Ordered by file, place and rule. */
  readonly findings: Finding[];
  /** In the order of places. */
  readonly unusedSuppressions: UnusedSuppression[];
}

/**
 * Gives each judgement its place, identity, suppression and excerpt.
 *
 * @param files those with findings, and others whose comments may be of no use
 */
export function findingsOf(files: readonly FileFindings[], options: FindingOptions): Assessed {
  const secrets = new Secrets(files);
  const assessed = files.map((file) => findingsIn(file, secrets, options));
  return {
    findings: assessed.flatMap(({ findings }) => findings).sort(byPlace),
    unusedSuppressions: assessed
      .flatMap(({ unusedSuppressions }) => unusedSuppressions)
      .sort((a, b) => byLocation(a, b) || compare(a.rule, b.rule)),
  };
}

function findingsIn(input: FileFindings, secrets: Secrets, { locate, root, comments }: FindingOptions): Assessed {
  const { file, text, facts, findings } = input;
  const hidden = secrets.hideIn(input);
  const positions = new Positions(hidden);
  const here = (span: Span): Location => positions.locate(file, span);
  const hideWords = (words: string): string => secrets.hideWords(words, input);
  const suppressions = new Suppressions(file, text, positions, comments, hideWords);
  const relative = relativeTo(file, root);
  const identities = identify(findings, { file: relative, text, shown: hidden, ...(facts && { facts }) });
  const hashes = new LineHashes(text);
  const hashesWithoutSecrets = hidden === text ? hashes : new LineHashes(hidden);

  const result = findings.map((found, index): Finding => {
    const location = here(found.span);
    const hash = hashes.of(location.start.line);
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
      suppression: suppressions.at(found.rule, location.start),
      ...identities[index]!,
      // A polynomial over a line gives a short secret away, so such lines carry no hash; GitHub computes its own.
      lineHash: hash === hashesWithoutSecrets.of(location.start.line) ? hash : null,
      suggestions: suggestionsOf(found, here, hideWords),
      excerpt: excerptOf(location, positions),
    };
  });
  return { findings: result, unusedSuppressions: suppressions.unused() };
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
    byLocation(a, b) ||
    compare(a.rule, b.rule) ||
    severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
    compare(a.message, b.message)
  );
}

function byLocation({ location: a }: Pick<Finding, 'location'>, { location: b }: Pick<Finding, 'location'>): number {
  return compare(a.file, b.file) || a.start.line - b.start.line || a.start.column - b.start.column;
}

/** By UTF-16 code unit, so that the order does not depend on the locale. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
