import { createRequire } from 'node:module';
import type { Linter } from 'eslint';
import { meta } from './version.js';

type Parser = Extract<Linter.Parser, { parseForESLint: unknown }>;

const require = createRequire(import.meta.url);
let parser: Parser | undefined;

/**
 * `@typescript-eslint/parser`, loaded with the first TypeScript file: the compiler behind it costs a quarter of a
 * second, and many exports hold no TypeScript outside their backend functions.
 */
export const typescriptParser: Parser = {
  meta: { name: `${meta.name}/typescript-parser`, version: meta.version },
  parseForESLint(text, options) {
    parser ??= require('@typescript-eslint/parser') as Parser;
    return parser.parseForESLint(text, options);
  },
};
