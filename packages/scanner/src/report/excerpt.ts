import type { Finding } from '../result.js';
import { longestExcerptLine } from '../result/common.js';
import { printable } from './printable.js';

export interface CodeLine {
  readonly number: number;
  readonly text: string;
  /** Part of the finding itself, and not of what stands around it. */
  readonly marked: boolean;
}

function codeLines({ excerpt, location: { start, end } }: Finding): CodeLine[] {
  return excerpt.lines.map((text, index) => {
    const number = excerpt.startLine + index;
    return { number, text, marked: number >= start.line && number <= end.line };
  });
}

/** The lines with their numbers and a mark, safe to show where Markdown and colours are not interpreted. */
export function plainFrame(finding: Finding): string[] {
  const lines = codeLines(finding);
  const gutter = String(lines.at(-1)?.number ?? 0).length;
  return lines.map(({ number, text, marked }) =>
    `${marked ? '>' : ' '} ${String(number).padStart(gutter)} | ${printable(text)}`.trimEnd(),
  );
}

/** True where the lines stand in the excerpt as they stand in the file: none of them cut. */
export function isWhole({ excerpt }: Pick<Finding, 'excerpt'>): boolean {
  return excerpt.startColumn === 1 && excerpt.lines.every((line) => line.length < longestExcerptLine);
}
