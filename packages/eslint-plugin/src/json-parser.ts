import { jsonComments } from '@base44-lint/model';
import type { AST, Linter } from 'eslint';
import { meta } from './version.js';

/**
 * Reads a JSON file with comments as an empty program, so that ESLint hands its text and its directive comments to our
 * rules, which read the JSON themselves. ESLint's own JSON language cannot be used in a preset: blocks without `files`,
 * such as a bare `js.configs.recommended`, would apply their JavaScript rules to JSON files and end the whole run with an
 * error. With this parser such rules see a program that holds nothing. Never fails: faults are findings of valid-schema.
 */
export const jsonParser: Linter.Parser = {
  meta: { name: `${meta.name}/json-parser`, version: meta.version },
  parseForESLint: (text: string) => ({ ast: emptyProgram(text), visitorKeys: { Program: [] } }),
};

function emptyProgram(text: string): AST.Program {
  const lines = lineStarts(text);
  const loc = (start: number, end: number) => ({ start: position(start, lines), end: position(end, lines) });
  return {
    type: 'Program',
    sourceType: 'module',
    body: [],
    tokens: [],
    comments: jsonComments(text).map(({ block, value, start, end }) => ({
      type: block ? 'Block' : 'Line',
      value,
      range: [start, end],
      loc: loc(start, end),
    })),
    range: [0, text.length],
    loc: loc(0, text.length),
  };
}

function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n|[\r\n\u2028\u2029]/g), (match) => match.index + match[0].length)];
}

function position(offset: number, lines: readonly number[]): { line: number; column: number } {
  const index = lines.findLastIndex((start) => start <= offset);
  return { line: index + 1, column: offset - lines[index]! };
}
