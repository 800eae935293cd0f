import type { Excerpt, Location } from '../result.js';
import { longestExcerptLine } from '../result/common.js';
import type { Positions } from './positions.js';

const linesAround = 2;
/** A finding that spans more lines than this shows only its first ones. */
const mostLines = 9;
/** Longer lines come from bundled or generated files; a report shows the part around the finding. */
const widest = longestExcerptLine;
const leadIn = 40;

/** The lines around a finding, without blank lines at either end. `positions` are those of the text with secrets hidden. */
export function excerptOf(location: Location, positions: Positions): Excerpt {
  const { start, end } = location;
  let first = Math.max(1, start.line - linesAround);
  let last = Math.min(positions.lineCount, end.line + linesAround, start.line + mostLines);
  while (first < start.line && positions.line(first).trim() === '') first++;
  while (last > Math.min(end.line, start.line + mostLines) && positions.line(last).trim() === '') last--;
  const lines = Array.from({ length: last - first + 1 }, (_, index) => positions.line(first + index));
  if (lines.every((line) => line.length <= widest)) return { startLine: first, startColumn: 1, lines };
  const from = Math.max(0, start.column - 1 - leadIn);
  return { startLine: first, startColumn: from + 1, lines: lines.map((line) => line.slice(from, from + widest)) };
}
