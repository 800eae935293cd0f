import type { CallFact, FileFacts, Span } from '@base44-lint/model';

/** The fact behind a call of the view. */
export function factOf(facts: FileFacts, span: Span): CallFact | undefined {
  return facts.calls.find(({ start, end }) => start === span.start && end === span.end);
}

/** The first argument of a call, else the call itself. */
export function firstArgument(facts: FileFacts, { span }: { readonly span: Span }): Span {
  return factOf(facts, span)?.argSpans[0] ?? span;
}
