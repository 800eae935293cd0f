import { recognise, viewFiles, type App, type FileView } from '@base44-lint/model';
import type { Rule, SourceCode } from 'eslint';
import { appContextOf } from './app-context.js';

/** What all rules share about one file. */
export type Analysis =
  | { readonly state: 'done'; readonly app: App; readonly view: FileView }
  /** Named by `ignore` of the app's `base44-lint.config.jsonc`. */
  | { readonly state: 'ignored' }
  | Failed;

/** Nothing is known about the file, and one rule has said so for all. */
export interface Failed {
  readonly state: 'failed';
  readonly reason: string;
  reported: boolean;
}

/** By syntax tree, not by `SourceCode`: oxlint hands out one `SourceCode` object for all files. */
const analyses = new WeakMap<SourceCode['ast'], Analysis>();

/** The view of the file under lint, made once for all rules. */
export function analysisOf(context: Rule.RuleContext): Analysis {
  const { ast } = context.sourceCode;
  let analysis = analyses.get(ast);
  if (!analysis) {
    analysis = analyse(context);
    analyses.set(ast, analysis);
  }
  return analysis;
}

function analyse({ sourceCode, filename, cwd }: Rule.RuleContext): Analysis {
  try {
    const { app, file, ignored } = appContextOf(filename, cwd);
    if (ignored) return { state: 'ignored' };
    const { ast, scopeManager, text } = sourceCode;
    const facts = recognise({ ast, scopeManager, file });
    const [view] = viewFiles([{ facts, text }], app);
    if (!view) throw new Error('no view of it was built');
    return { state: 'done', app, view };
  } catch (error) {
    // One file that we stumble over must not end the lint run of the whole app.
    return { state: 'failed', reason: oneLine(error), reported: false };
  }
}

/** Text of an error for the middle of a sentence. */
export function oneLine(error: unknown): string {
  return String(error instanceof Error ? error.message : error)
    .replace(/\s+/g, ' ')
    .replace(/\.$/, '');
}
