import { templateImport, templateParts } from '@base44-lint/catalog';
import { relativeTo, type App, type FileView } from '@base44-lint/model';

/** A file of the export template, and the SDK members that the template itself calls in it. */
export interface TemplateFile {
  readonly what: string;
  readonly members: readonly string[];
}

/**
 * What a file is in the template: by its path, or by what it holds. Null for a file of the app's own. That a file is the
 * template's says nothing of calls that were added to it: only its own members are.
 */
export function templateFileOf(
  app: App,
  { file, zone, imports }: Pick<FileView, 'file' | 'zone' | 'imports'>,
): TemplateFile | null {
  if (zone !== 'frontend') return null;
  const path = relativeTo(file, app.root)
    .replace(/^(?:.*\/)?src\//, '')
    .replace(/\.[cm]?[jt]sx?$/, '');
  const part = templateParts.find((one) => (one.path.endsWith('/') ? path.startsWith(one.path) : path === one.path));
  if (part) return part;
  return imports.some(({ from }) => templateImport.module.test(from)) ? templateImport : null;
}
