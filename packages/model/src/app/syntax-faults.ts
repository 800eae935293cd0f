import { createScanner, type ParseError, printParseErrorCode } from 'jsonc-parser';
import type { Span } from './types.js';

/** A fault of the text itself, at its exact place. */
export interface SyntaxFault extends Span {
  /** A clause without full stop: "a comma is missing after this". */
  readonly problem: string;
}

/**
 * Parser errors in words, each at the place that has to change: what is missing belongs behind the token before, and a
 * bracket that is never closed is shown where it opens. In order of the text; the later ones are often echoes of the first.
 */
export function faultsOf(text: string, errors: readonly ParseError[]): SyntaxFault[] {
  if (errors.length === 0) return [];
  const tokens = tokensOf(text);
  return errors.map((error) => faultOf(error, text, tokens));
}

function faultOf({ error, offset, length }: ParseError, text: string, tokens: readonly Span[]): SyntaxFault {
  const here = spanAt(text, offset, length);
  const index = tokens.findIndex(({ start }) => start >= offset);
  const before = index < 0 ? tokens.at(-1) : tokens[index - 1];
  const after = (missing: string): SyntaxFault =>
    before
      ? { start: before.end - 1, end: before.end, problem: `${missing} is missing after this` }
      : { ...here, problem: `${missing} is missing here` };
  const code = printParseErrorCode(error);
  switch (code) {
    case 'CommaExpected': {
      const opened = innermost(text, tokens, offset);
      return opened && /[}\]]/.test(text[offset] ?? '')
        ? { ...here, problem: `a closing ${bracketName(text, opened)} is expected here` }
        : after('a comma');
    }
    case 'ColonExpected':
      return after('a colon');
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return unclosed(text, tokens, offset) ?? { ...here, problem: `${closing(code)} is expected here` };
    case 'PropertyNameExpected':
      return { ...here, problem: 'a key in double quotes is expected here' };
    case 'ValueExpected':
      return index < 0 ? after('a value') : { ...here, problem: 'a value is expected here' };
    case 'EndOfFileExpected':
      return { ...here, problem: 'nothing may follow the end of the object' };
    case 'InvalidSymbol':
      return { ...here, problem: symbolProblem(text, here) };
    default:
      return { ...here, problem: tokenProblems[code] ?? 'this is not valid here' };
  }
}

const tokenProblems: Readonly<Partial<Record<string, string>>> = {
  InvalidNumberFormat: 'this is no number in JSON',
  InvalidCommentToken: 'a comment is not allowed here',
  UnexpectedEndOfComment: 'this comment is never closed',
  UnexpectedEndOfString: 'this text has no closing quote',
  UnexpectedEndOfNumber: 'this number is not complete',
  InvalidUnicode: 'this text holds an escape `\\u` without four hexadecimal digits',
  InvalidEscapeCharacter: 'this text holds a backslash before a character that needs none',
  InvalidCharacter: 'this text holds a control character, such as a line break',
};

function symbolProblem(text: string, { start, end }: Span): string {
  const symbol = text.slice(start, end);
  if (symbol.startsWith("'")) return 'text stands in double quotes, not in single ones';
  if (/^[“”„«»‘’`]/.test(symbol)) return 'text stands in plain double quotes, not in other quotation marks';
  if (/^(?:<{7}|>{7}|\|{7})/.test(text.slice(start, start + 7)))
    return 'this is a marker of an unresolved merge conflict';
  if (/^\s*:/.test(text.slice(end, end + 20))) return 'this key needs double quotes';
  return 'this is no value in JSON';
}

/** Tokens without comments and white space; a bracket is one character of the text. */
function tokensOf(text: string): Span[] {
  const scanner = createScanner(text, true);
  const tokens: Span[] = [];
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    // Not the token's length: behind an escape that the end of the text cuts off, it is never 0.
    if (start >= text.length) return tokens;
    tokens.push({ start, end: Math.min(start + scanner.getTokenLength(), text.length) });
  }
}

/** Where the text ends before all brackets are closed: the innermost of those. */
function unclosed(text: string, tokens: readonly Span[], offset: number): SyntaxFault | undefined {
  if (tokens.some(({ start }) => start >= offset)) return undefined;
  const last = innermost(text, tokens, offset);
  return last && { ...last, problem: `the ${bracketName(text, last)} that opens here is never closed` };
}

/** The last bracket before the offset that nothing has closed. */
function innermost(text: string, tokens: readonly Span[], offset: number): Span | undefined {
  const open: Span[] = [];
  for (const token of tokens) {
    if (token.start >= offset) break;
    const character = text[token.start];
    if (character === '{' || character === '[') open.push(token);
    else if (character === '}' || character === ']') open.pop();
  }
  return open.at(-1);
}

function bracketName(text: string, { start }: Span): string {
  return text[start] === '{' ? 'brace' : 'bracket';
}

function closing(code: string): string {
  return code === 'CloseBraceExpected' ? 'a closing brace' : 'a closing bracket';
}

/** A fault without length, as at the end of the text, is drawn at the character before it. */
function spanAt(text: string, offset: number, length: number): Span {
  if (length > 0 && offset < text.length) return { start: offset, end: Math.min(offset + length, text.length) };
  const end = Math.min(Math.max(offset, 1), text.length);
  return { start: Math.max(end - 1, 0), end };
}
