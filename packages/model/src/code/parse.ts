import { createRequire } from 'node:module';
import type { ScopeManager } from '@typescript-eslint/scope-manager';
import { AST_NODE_TYPES, type TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { parseSync } from 'oxc-parser';
import { mayBeNestedTooDeeply } from './nesting.js';

const require = createRequire(import.meta.url);

export interface ParsedFile {
  readonly ast: TSESTree.Program;
  readonly scopeManager: ScopeManager;
  /** Messages of errors after which the tree still holds the rest of the file. */
  readonly problems: readonly string[];
}

/** No parser makes a tree of the file. The message is one clause with line and cause. */
export class ParseFailure extends Error {
  override name = 'ParseFailure';
}

interface Attempt {
  readonly ast: TSESTree.Program | null;
  readonly problems: readonly string[];
}

const NOT_TRIED: Attempt = { ast: null, problems: [] };

/**
 * Parses JavaScript or TypeScript, with or without JSX, by the fastest parser that takes it: oxc, then TypeScript,
 * which also recovers from syntax errors. Throws `ParseFailure` where both give up.
 */
export function parseFile(text: string, file: string): ParsedFile {
  const first = mayBeNestedTooDeeply(text) ? NOT_TRIED : parseWithOxc(text, file);
  const chosen = first.ast && first.problems.length === 0 ? first : better(first, parseWithTypeScript(text, file));
  if (!chosen.ast) throw new ParseFailure(chosen.problems[0] ?? 'no parser takes this file');
  return { ast: chosen.ast, scopeManager: scopesOf(chosen.ast), problems: chosen.problems };
}

type Scopes = typeof import('@typescript-eslint/scope-manager');

/**
 * Scopes as typescript-eslint sees them; also fits trees of espree and oxc. The analysis is loaded with the first file:
 * it takes as long as all our own modules, and ESLint brings its own scopes.
 */
export function scopesOf(ast: TSESTree.Program): ScopeManager {
  const { analyze } = require('@typescript-eslint/scope-manager') as Scopes;
  return analyze(ast, { sourceType: 'module', lib: [], jsxPragma: null });
}

function better(first: Attempt, second: Attempt): Attempt {
  if (!second.ast) return first.ast ? first : { ast: null, problems: [...first.problems, ...second.problems] };
  return first.ast && second.problems.length > 0 && first.ast.body.length >= second.ast.body.length ? first : second;
}

function parseWithOxc(text: string, file: string): Attempt {
  const lang = /\.(?:ts|mts|cts)$/i.test(file) ? 'ts' : 'tsx';
  const { program, errors } = parseSync(file, text, {
    lang,
    astType: 'ts',
    range: true,
    preserveParens: false,
    sourceType: 'module',
  });
  const problems = errors
    .filter((error) => error.severity === 'Error')
    .map((error) => `line ${lineAt(text, error.labels[0]?.start ?? 0)}: ${error.message}`);
  const failed = problems.length > 0 && program.body.length === 0;
  return { ast: failed ? null : (program as unknown as TSESTree.Program), problems };
}

type TypeScript = typeof import('typescript');
type TypeScriptEstree = typeof import('@typescript-eslint/typescript-estree');

/** TypeScript's parser recovers; its errors are taken out before the conversion, which would throw at the first one. */
function parseWithTypeScript(text: string, file: string): Attempt {
  const ts = require('typescript') as TypeScript;
  const { parse } = require('@typescript-eslint/typescript-estree') as TypeScriptEstree;
  const kind = /\.(?:ts|mts|cts)$/i.test(file) ? ts.ScriptKind.TS : ts.ScriptKind.TSX;
  try {
    const source = ts.createSourceFile(file, text, { languageVersion: ts.ScriptTarget.Latest }, true, kind);
    const recovered = source as unknown as { parseDiagnostics: readonly import('typescript').Diagnostic[] };
    const problems = recovered.parseDiagnostics.map(
      (problem) =>
        `line ${lineAt(text, problem.start ?? 0)}: ${ts.flattenDiagnosticMessageText(problem.messageText, ' ')}`,
    );
    recovered.parseDiagnostics = [];
    const ast: TSESTree.Program = parse(source as unknown as string, {
      range: true,
      loc: false,
      jsx: true,
      allowInvalidAST: true,
      filePath: file,
    });
    if (problems.length > 0) nameMissingTags(ast);
    return { ast, problems };
  } catch (error) {
    if (error instanceof RangeError) throw error;
    return { ast: null, problems: [error instanceof Error ? firstLine(error.message) : 'the parser failed'] };
  }
}

/** A tag that is not typed yet has an empty name, on which scope analysis fails. */
function nameMissingTags(ast: TSESTree.Program): void {
  const stack: TSESTree.Node[] = [ast];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === AST_NODE_TYPES.JSXIdentifier && node.name === '') node.name = 'missing';
    for (const key of visitorKeys[node.type] ?? []) {
      const child = (node as unknown as Record<string, TSESTree.Node | TSESTree.Node[] | null>)[key];
      if (child) stack.push(...[child].flat().filter((one) => one !== null));
    }
  }
}

const firstLine = (message: string): string => message.split('\n', 1)[0] ?? message;

function lineAt(text: string, offset: number): number {
  let line = 1;
  for (let i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) line++;
  return line;
}
