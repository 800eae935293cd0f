import { visit } from 'jsonc-parser';
import type { Span } from './types.js';

export interface JsonComment extends Span {
  readonly block: boolean;
  /** Text between the markers. */
  readonly value: string;
}

/** The comments of a JSON text, in order, also where it is broken. What stands in a string is none. */
export function jsonComments(text: string): readonly JsonComment[] {
  const comments: JsonComment[] = [];
  const onComment = (start: number, length: number): void => {
    const end = start + length;
    const block = text.startsWith('/*', start);
    const value = text.slice(start + 2, block && text.endsWith('*/', end) ? end - 2 : end);
    comments.push({ block, value, start, end });
  };
  try {
    visit(text, { onComment }, { allowTrailingComma: true });
  } catch (error) {
    // Thousands of nested brackets exhaust the stack; comments behind them are not seen, which is reported as a fault.
    if (!(error instanceof RangeError)) throw error;
  }
  return comments;
}
