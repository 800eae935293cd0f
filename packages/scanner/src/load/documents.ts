import { documentKindOf, readDocument, type App, type JsonDocument, type SourceTree } from '@base44-lint/model';

/** The configuration files of an app. One that cannot be read is left out: loading the app has listed it as not checked. */
export function readDocuments(app: App, tree: SourceTree, files: readonly string[]): readonly JsonDocument[] {
  return files.flatMap((file) => {
    const kind = documentKindOf(app, file);
    const text = kind && textOf(tree, file);
    return kind && text !== undefined ? [readDocument(file, text, kind)] : [];
  });
}

function textOf(tree: SourceTree, file: string): string | undefined {
  try {
    return tree.read(file);
  } catch {
    return undefined;
  }
}
