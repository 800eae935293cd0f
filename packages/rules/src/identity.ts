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
}

/**
 * A name for a finding that survives what does not change its meaning: reformatting, and moving it within its file. It
 * holds no line number and nothing that a secret could be read back from. 32 hexadecimal digits.
 */
export function identityOf(input: IdentityInput): string {
  const parts = [input.rule, input.file, snippetOf(input), input.symbol, String(input.occurrence)];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** Identities of the findings of one file, in the order given; equal findings are told apart by their order of place. */
export function identify(
  findings: readonly { readonly rule: string; readonly span: Span; readonly secret?: string }[],
  file: { readonly file: string; readonly text: string; readonly facts?: FileFacts },
): readonly string[] {
  const seen = new Map<string, number>();
  const result = new Array<string>(findings.length);
  const byPlace = findings.map((finding, index) => ({ finding, index }));
  byPlace.sort((a, b) => a.finding.span.start - b.finding.span.start || a.finding.span.end - b.finding.span.end);
  for (const { finding, index } of byPlace) {
    const symbol = file.facts ? symbolAt(file.facts, finding.span) : '';
    const input = { ...finding, file: file.file, text: file.text, symbol, occurrence: 0 };
    const key = JSON.stringify([finding.rule, snippetOf(input), symbol]);
    const occurrence = seen.get(key) ?? 0;
    seen.set(key, occurrence + 1);
    result[index] = identityOf({ ...input, occurrence });
  }
  return result;
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
