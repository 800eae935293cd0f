import { jsonComments, type JsonComment } from '@base44-lint/model';
import { parseSync } from 'oxc-parser';

export type Comment = JsonComment;

const code = /\.[cm]?[jt]sx?$/iu;
const json = /\.jsonc?$/iu;

/** True for files that ESLint can lint, so that a comment of its kind means something there. */
export function takesDirectives(file: string): boolean {
  return code.test(file) || json.test(file);
}

/** False for a file in which no comment can concern a rule of ours by its name. */
export function mayHoldDirectives(file: string, text: string): boolean {
  return text.includes('base44/') && text.includes('eslint') && takesDirectives(file);
}

/**
 * The comments of a code or JSONC file, in order. A file that does not parse is searched line by line for what looks
 * like a comment, so that a syntax error never turns an accepted finding back into a new one.
 */
export function commentsOf(file: string, text: string): readonly Comment[] {
  if (json.test(file)) return jsonComments(text);
  if (!code.test(file)) return looksLikeComments(text);
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
