import type { SourceTree } from './types.js';

/** Text of a file, or '' where it cannot be read: for searches that have nothing to report themselves. */
export function textOf(tree: SourceTree, file: string): string {
  try {
    return tree.read(file);
  } catch {
    return '';
  }
}
