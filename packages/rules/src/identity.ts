import { createHash, scryptSync } from 'node:crypto';
import type { FileFacts, Span } from '@base44-lint/model';
import { normaliseSnippet } from './normalise.js';

export interface IdentityInput {
  readonly rule: string;
  /** Relative to the app, with `/`. */
  readonly file: string;
  readonly text: string;
  readonly span: Span;
  /** Names of the functions around the span, outermost first, joined by `.`; '' at top level. */
  readonly symbol: string;
  /** 0 for the first of several findings that are otherwise alike, in order of place. */
  readonly occurrence: number;
  readonly secret?: string;
  readonly subject?: string;
}

/** The names of a finding, and the functions around it. */
export interface Identities {
  /** See {@link identityOf}. */
  readonly identity: string;
  /** See {@link contentIdentityOf}. */
  readonly contentIdentity: string;
  /** Names of the functions around the finding, outermost first, joined by `.`; '' at top level. */
  readonly symbol: string;
}

/**
 * A name for a finding that survives what does not change its meaning: reformatting, and moving it within its file. It
 * holds no line number and nothing that a secret could be read back from. 32 hexadecimal digits.
 */
export function identityOf(input: IdentityInput): string {
  const { rule, file, subject, symbol, occurrence } = input;
  if (subject !== undefined) return hashOf([rule, 'subject', subject, String(occurrence)]);
  return hashOf([rule, file, snippetOf(input), symbol, String(occurrence)]);
}

/**
 * A name for a finding that survives what {@link identityOf} does not: that its file gets another name, or that its
 * function moves to another file. It holds the words of the innermost function around the finding, or of the whole file
 * where there is none, so that the same call written anew elsewhere has another name. 32 hexadecimal digits.
 *
 * @param around that function or file; without secrets, since a plain hash over a text with one gap tells what fills it
 */
export function contentIdentityOf(input: IdentityInput, around: string): string {
  const { rule, subject, symbol, occurrence } = input;
  if (subject !== undefined) return hashOf([rule, 'subject', subject, String(occurrence)]);
  return hashOf([rule, snippetOf(input), symbol, String(occurrence), wordsIn(around)]);
}

/**
 * Identities of the findings of one file, in the order given; equal findings are told apart by their order of place.
 *
 * @param file `shown` is its text with every secret blanked out by as many characters; left out where there is none
 */
export function identify(
  findings: readonly {
    readonly rule: string;
    readonly span: Span;
    readonly secret?: string;
    readonly subject?: string;
  }[],
  file: { readonly file: string; readonly text: string; readonly shown?: string; readonly facts?: FileFacts },
): readonly Identities[] {
  const seen = new Map<string, number>();
  const result = new Array<Identities>(findings.length);
  const { text, shown = text, facts } = file;
  const byPlace = findings.map((finding, index) => ({ finding, index }));
  byPlace.sort((a, b) => a.finding.span.start - b.finding.span.start || a.finding.span.end - b.finding.span.end);
  for (const { finding, index } of byPlace) {
    const symbol = facts ? symbolAt(facts, finding.span) : '';
    const input = { ...finding, file: file.file, text, symbol, occurrence: 0 };
    const key = JSON.stringify([finding.rule, finding.subject ?? snippetOf(input), symbol]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    const numbered = { ...input, occurrence };
    const { start, end } = (facts && functionAt(facts, finding.span)) ?? { start: 0, end: text.length };
    result[index] = {
      identity: identityOf(numbered),
      contentIdentity: contentIdentityOf(numbered, shown.slice(start, end)),
      symbol,
    };
  }
  return result;
}

/** The innermost function around a span, named or not. */
function functionAt(facts: FileFacts, span: Span): Span | undefined {
  return facts.functions
    .filter((fn, id) => id > 0 && fn.start <= span.start && span.end <= fn.end)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

/** Formatting adds and removes quotes, brackets, commas and the zeros of numbers, but leaves every word where it was. */
function wordsIn(text: string): string {
  return (text.match(/[\p{L}_$][\p{L}\p{N}_$]*/gu) ?? []).join(' ');
}

function hashOf(parts: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Names of the functions that enclose a span, outermost first, joined by `.`. */
export function symbolAt(facts: FileFacts, span: Span): string {
  return facts.functions
    .filter((fn, id) => id > 0 && fn.name !== null && fn.start <= span.start && span.end <= fn.end)
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((fn) => fn.name)
    .join('.');
}

function snippetOf({ text, span, secret }: Pick<IdentityInput, 'text' | 'span' | 'secret'>): string {
  const snippet = text.slice(span.start, span.end);
  if (secret === undefined) return normaliseSnippet(snippet);
  const [before, after] = splitAt(snippet, secret);
  return JSON.stringify([normaliseSnippet(before), digest(secret), normaliseSnippet(after)]);
}

/** The text around the secret without the quotes that formatting may change; nothing where the secret is not literally there. */
function splitAt(snippet: string, secret: string): readonly [string, string] {
  const at = secret === '' ? -1 : snippet.indexOf(secret);
  if (at < 0) return ['', ''];
  return [snippet.slice(0, at).replace(/['"`]$/, ''), snippet.slice(at + secret.length).replace(/^['"`]/, '')];
}

const digests = new Map<string, string>();

/** Slow on purpose: reports are published, and a plain hash of a short password is quickly guessed. */
function digest(secret: string): string {
  let value = digests.get(secret);
  if (value === undefined) {
    value = scryptSync(secret, 'base44-lint finding identity v1', 16, { N: 4096, r: 8, p: 1 }).toString('hex');
    if (digests.size >= 1000) digests.clear();
    digests.set(secret, value);
  }
  return value;
}
