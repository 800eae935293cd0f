import { parse as parseTypeScript } from '@typescript-eslint/typescript-estree';
import type { TSESTree } from '@typescript-eslint/types';
import { analyze } from 'eslint-scope';
import { parse as parseJavaScript } from 'espree';
import { parseSync } from 'oxc-parser';
import type { FileFacts } from '../facts.js';
import { scopesOf } from '../parse.js';
import { recognise } from '../recognise.js';

type Recogniser = (text: string, file: string) => FileFacts;

const isTypeScript = (file: string): boolean => /\.(?:ts|mts|cts)$/.test(file);

/** espree and eslint-scope, as ESLint uses them for JavaScript; since ESLint 10 names in JSX are references. */
const withEspree =
  (jsx: boolean): Recogniser =>
  (text, file) => {
    const ecmaVersion = 'latest';
    const ast = parseJavaScript(text, { ecmaVersion, sourceType: 'module', range: true, ecmaFeatures: { jsx: true } });
    // eslint-scope wants a number; every version from ES6 on has modules.
    // Both mean ESTree, by different declarations.
    const scopeManager = analyze(ast as Parameters<typeof analyze>[0], {
      ecmaVersion: 2026,
      sourceType: 'module',
      childVisitorKeys: null,
      fallback: 'iteration',
      jsx,
    });
    return recognise({ ast, scopeManager, file });
  };

/** typescript-estree and its scope manager, as the TypeScript parser of ESLint uses them. */
const withTypeScript: Recogniser = (text, file) => {
  const ast = parseTypeScript(text, { range: true, jsx: !isTypeScript(file), filePath: file });
  return recognise({ ast, scopeManager: scopesOf(ast), file });
};

/** oxc-parser in the form that the scanner asks for. */
const withOxc: Recogniser = (text, file) => {
  const { program, errors } = parseSync(file, text, {
    lang: isTypeScript(file) ? 'ts' : 'tsx',
    astType: 'ts',
    range: true,
    preserveParens: false,
    sourceType: 'module',
  });
  if (errors[0]) throw new Error(errors[0].message);
  const ast = program as unknown as TSESTree.Program;
  return recognise({ ast, scopeManager: scopesOf(ast), file });
};

/** The recognisers that take a file: espree knows no TypeScript. */
export function recognisersFor(file: string): Readonly<Record<string, Recogniser>> {
  const both = { 'typescript-estree': withTypeScript, 'oxc-parser': withOxc };
  return /\.[cm]?tsx?$/.test(file) ? both : { 'ESLint 9': withEspree(false), 'ESLint 10': withEspree(true), ...both };
}
