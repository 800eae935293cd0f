import { parseSync } from 'oxc-parser';

export interface Comment {
  readonly block: boolean;
  /** Text between the markers. */
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The comments of a code or JSONC file, in order. A file that does not parse is searched line by line for what looks
 * like a comment, so that a syntax error never turns an accepted finding back into a new one.
 */
export function commentsOf(file: string, text: string): Comment[] {
  if (!/\.[cm]?[jt]sx?$/iu.test(file)) return looksLikeComments(text);
  const lang = /\.[cm]?ts$/iu.test(file) ? 'ts' : 'tsx';
  const { comments, errors } = parseSync(file, text, { lang });
  if (comments.length === 0 && errors.length > 0) return looksLikeComments(text);
  return comments.map(({ type, value, start, end }) => ({ block: type === 'Block', value, start, end }));
}

function looksLikeComments(text: string): Comment[] {
  return Array.from(text.matchAll(/\/\/(?<line>.*)|\/\*(?<block>[\s\S]*?)\*\//gu), (match) => ({
    block: match.groups?.['block'] !== undefined,
    value: match.groups?.['block'] ?? match.groups?.['line'] ?? '',
    start: match.index,
    end: match.index + match[0].length,
  }));
}
