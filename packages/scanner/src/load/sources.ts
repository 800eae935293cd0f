import type { NotChecked, SourceTree } from '@base44-lint/model';
import { clause } from './errors.js';

export interface Source {
  readonly file: string;
  readonly text: string;
}

export interface Sources {
  /** Files whose text may matter, in the order given. */
  readonly relevant: readonly Source[];
  /** Lines of all files that were read. */
  readonly lines: number;
  readonly notChecked: readonly NotChecked[];
}

/**
 * Reads files once and keeps those that may matter. What cannot be read is listed, and the rest goes on.
 *
 * @param see is shown every text that was read
 */
export function readSources(
  tree: SourceTree,
  files: readonly string[],
  matters: (text: string) => boolean,
  see: (file: string, text: string) => void = () => {},
): Sources {
  const relevant: Source[] = [];
  const notChecked: NotChecked[] = [];
  let lines = 0;
  for (const file of files) {
    let text: string;
    try {
      text = tree.read(file);
    } catch (error) {
      notChecked.push({ file, reason: `The file ${clause(error)}, so nothing in it was checked.` });
      continue;
    }
    lines += countLines(text);
    see(file, text);
    if (matters(text)) relevant.push({ file, text });
  }
  return { relevant, lines, notChecked };
}

function countLines(text: string): number {
  if (text === '') return 0;
  let lines = text.endsWith('\n') ? 0 : 1;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) lines++;
  return lines;
}
