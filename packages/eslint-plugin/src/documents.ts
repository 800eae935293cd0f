import { documentKindOf, readDocument, withDocument, type App, type JsonDocument } from '@base44-lint/model';
import { checkJson, checkText, type AnyRule, type CheckedFinding } from '@base44-lint/rules';
import type { Rule } from 'eslint';
import { oneLine, type Failed } from './analysis.js';
import { appContextOf } from './app-context.js';

/** What all rules share about one configuration file. */
export type DocumentAnalysis = DocumentInApp | { readonly state: 'ignored' } | Failed;

export interface DocumentInApp {
  readonly state: 'done';
  /** With the entity as the text under lint declares it, which may be newer than the disk. */
  readonly app: App;
  readonly document: JsonDocument;
}

/** Files that may configure an app, by name alone. */
export const isJsonFile = (filename: string): boolean => /\.jsonc?$/i.test(filename);

/** By syntax tree, which every parser makes anew for every text. */
const analyses = new WeakMap<object, DocumentAnalysis>();

/** The configuration file under lint, read once for all rules. */
export function documentOf(context: Rule.RuleContext): DocumentAnalysis {
  const { ast } = context.sourceCode;
  let analysis = analyses.get(ast);
  if (!analysis) analyses.set(ast, (analysis = read(context)));
  return analysis;
}

function read({ sourceCode, filename, cwd }: Rule.RuleContext): DocumentAnalysis {
  try {
    const { app, file, ignored } = appContextOf(filename, cwd);
    const kind = ignored ? undefined : documentKindOf(app, file);
    if (kind === undefined) return { state: 'ignored' };
    const document = readDocument(file, sourceCode.text, kind);
    return { state: 'done', app: withDocument(app, document), document };
  } catch (error) {
    // Broken settings of the app, for one, must not end the lint run.
    return { state: 'failed', reason: oneLine(error), reported: false };
  }
}

export function documentFindings(rule: AnyRule, { app, document }: DocumentInApp, options: object): CheckedFinding[] {
  const settings = { ...app.settings, ruleOptions: { [rule.meta.name]: options } };
  const { file, text } = document;
  return [
    ...checkJson({ app, document, rules: [rule], settings }),
    ...checkText({ app, file, text, rules: [rule], settings }),
  ];
}
