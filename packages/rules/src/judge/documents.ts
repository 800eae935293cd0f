import { documentKindOf, readDocument, type App, type JsonDocument, type SourceTree } from '@base44-lint/model';

/** The configuration files of an app that can be read. */
export function documentsIn(app: App, tree: SourceTree): readonly JsonDocument[] {
  return tree.files.flatMap((file) => {
    const kind = documentKindOf(app, file);
    if (!kind) return [];
    try {
      return [readDocument(file, tree.read(file), kind)];
    } catch {
      return [];
    }
  });
}
