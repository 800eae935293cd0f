import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';

/** Path of a folder below the root of its git repository, with `/`; '' for the root itself and outside of repositories. */
export function repositoryPathOf(path: string): string {
  const folder = realpathSync(path);
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return relative(root, folder).split(sep).join('/');
    if (dirname(root) === root) return '';
  }
}
