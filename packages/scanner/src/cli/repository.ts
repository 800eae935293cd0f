import { repositoryAround } from '../load/git.js';

/** Path of a folder below the root of its git repository, with `/`; '' for the root itself and outside of repositories. */
export function repositoryPathOf(path: string): string {
  return repositoryAround(path)?.folder ?? '';
}
