import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const installedOrBuilt = new Set(['node_modules', 'dist', 'build', 'out', 'coverage', 'vendor']);
const code = /\.[cm]?[jt]sx?$/i;
const declarations = /\.d\.[cm]?ts$/i;

/** The code files below a folder: what the scanner reads too, so that all subjects work on the same. */
export function codeFiles(folder) {
  const files = [];
  const walk = (path, isInSources) => {
    for (const entry of readdirSync(path, { withFileTypes: true })) {
      const below = join(path, entry.name);
      const isSource = isInSources || /^(?:src|base44|functions|pages|components|entities)$/.test(entry.name);
      if (entry.isDirectory()) {
        const isLeftOut = entry.name === 'node_modules' || (!isInSources && installedOrBuilt.has(entry.name));
        if (!isLeftOut && !entry.name.startsWith('.')) walk(below, isSource);
      } else if (entry.isFile() && code.test(entry.name) && !declarations.test(entry.name)) files.push(below);
    }
  };
  walk(folder, false);
  return files.sort();
}
