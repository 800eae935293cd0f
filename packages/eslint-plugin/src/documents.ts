import { documentKindOf, readDocument, withDocument, type App, type JsonDocument } from '@base44-lint/model';
import { checkJson, checkText, type AnyRule, type CheckedFinding } from '@base44-lint/rules';
import type { Rule } from 'eslint';
import { appContextOf } from './app-context.js';

/** What all rules share about one configuration file. */
export interface DocumentAnalysis {
  /** With the entity as the text under lint declares it, which may be newer than the disk. */
  readonly app: App;
  readonly document: JsonDocument;
}

/** Files that may configure an app, by name alone. */
export const isJsonFile = (filename: string): boolean => /\.jsonc?$/i.test(filename);

/** By syntax tree, which every parser makes anew for every text. */
const analyses = new WeakMap<object, DocumentAnalysis | null>();

/** The configuration file under lint, read once for all rules; null where the file configures no Base44 app. */
export function documentOf(context: Rule.RuleContext): DocumentAnalysis | null {
  const { ast } = context.sourceCode;
  const known = analyses.get(ast);
  if (known !== undefined) return known;
  const analysis = read(context);
  analyses.set(ast, analysis);
  return analysis;
}

function read({ sourceCode, filename, cwd }: Rule.RuleContext): DocumentAnalysis | null {
  const { app, file, ignored } = appContextOf(filename, cwd);
  const kind = ignored ? undefined : documentKindOf(app, file);
  if (kind === undefined) return null;
  const document = readDocument(file, sourceCode.text, kind);
  return { app: withDocument(app, document), document };
}

export function documentFindings(
  rule: AnyRule,
  { app, document }: DocumentAnalysis,
  options: object,
): CheckedFinding[] {
  const settings = { ...app.settings, ruleOptions: { [rule.meta.name]: options } };
  const { file, text } = document;
  return [
    ...checkJson({ app, document, rules: [rule], settings }),
    ...checkText({ app, file, text, rules: [rule], settings }),
  ];
}
