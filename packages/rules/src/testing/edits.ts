import type { Span } from '@base44-lint/model';
import type { Edit } from '../finding.js';

/** The text after all edits; throws where two of them overlap. */
export function apply(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of sorted(edits)) {
    if (edit.start < at) throw new Error(`Edits overlap at ${edit.start}.`);
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** Where a span and all edits lie in the edited text. */
export function placeAfter(span: Span, edits: readonly Edit[]): Span {
  const start = Math.min(span.start, ...edits.map((edit) => edit.start));
  const end = Math.max(span.end, ...edits.map((edit) => edit.end));
  const growth = edits.reduce((sum, edit) => sum + edit.text.length - (edit.end - edit.start), 0);
  return { start, end: end + growth };
}

/** The lines that an edit changed or brought, numbered as in the new text. */
export function changedLines(before: string, after: string): string {
  const old = before.split('\n');
  const now = after.split('\n');
  let head = 0;
  while (head < old.length && head < now.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  return now
    .slice(head, now.length - tail)
    .map((line, index) => `${String(head + index + 1).padStart(3)} | ${line}`)
    .join('\n');
}

function sorted(edits: readonly Edit[]): readonly Edit[] {
  return [...edits].sort((a, b) => a.start - b.start || a.end - b.end);
}
