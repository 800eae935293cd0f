import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const skipped = new Set(['node_modules', 'dist', 'coverage', '.git', '.tools', '.reports']);

/**
 * Every source file under a folder with its bytes. Works without git, and on work that is not committed yet.
 *
 * @param {string} folder
 * @returns {Map<string, Buffer>} contents by path relative to the folder.
 */
export function takeSnapshot(folder) {
  const files = new Map();
  const walk = (path) => {
    for (const entry of readdirSync(join(folder, path), { withFileTypes: true })) {
      const child = join(path, entry.name);
      if (entry.isDirectory() && !skipped.has(entry.name)) walk(child);
      else if (entry.isFile()) files.set(child, readFileSync(join(folder, child)));
    }
  };
  walk('');
  return files;
}

/**
 * @param {Map<string, Buffer>} before
 * @param {Map<string, Buffer>} after
 * @returns {string[]} paths that were added, changed or removed, sorted.
 */
export function changedFiles(before, after) {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => !sameBytes(before.get(path), after.get(path))).sort();
}

function sameBytes(left, right) {
  return left !== undefined && right !== undefined && left.equals(right);
}
