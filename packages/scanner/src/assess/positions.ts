import type { Span } from '@base44-lint/model';
import type { Location, Position } from '../result.js';

/** What ECMAScript and ESLint call a line break, so that positions equal those in the editor. */
const lineBreak = /\r\n|[\r\n\u2028\u2029]/gu;

/** Turns UTF-16 offsets of one text into lines and columns, both counted from 1. */
export class Positions {
  readonly #starts: readonly number[];
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
    this.#starts = [0, ...Array.from(text.matchAll(lineBreak), (match) => match.index + match[0].length)];
  }

  get lineCount(): number {
    return this.#starts.length;
  }

  /** Offsets outside the text count as its start or end. */
  at(offset: number): Position {
    const wanted = Math.max(0, Math.min(offset, this.#text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= wanted) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: wanted - this.#starts[low]! + 1 };
  }

  locate(file: string, span: Span): Location {
    return { file, start: this.at(span.start), end: this.at(Math.max(span.start, span.end)) };
  }

  /** Offset of the first character of a line (counted from 1). */
  lineStart(line: number): number {
    return this.#starts[line - 1] ?? this.#text.length;
  }

  /** A line without its line break. */
  line(line: number): string {
    return this.#text
      .slice(this.lineStart(line), this.#starts[line] ?? this.#text.length)
      .replace(/(?:\r\n|[\r\n\u2028\u2029])$/u, '');
  }
}
