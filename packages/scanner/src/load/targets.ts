import { readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { globSync } from 'tinyglobby';
import { clause, ScanError } from './errors.js';

/**
 * The folders to scan, each once, sorted, relative to the current folder: folders, patterns of folders, and text files
 * that name one folder or pattern a line (`#` starts a comment; paths are relative to the file).
 *
 * @throws {ScanError} Where a pattern matches no folder, or a file cannot be read: a client left out unnoticed is the
 *   worst that a fleet can do.
 */
export function targetsOf(words: readonly string[]): readonly string[] {
  const here = process.cwd();
  const folders = words.flatMap((word) => foldersOf(word, here));
  const paths = folders.map((folder) => relative(here, folder).split(sep).join('/') || '.');
  return [...new Set(paths)].sort();
}

function foldersOf(word: string, base: string): readonly string[] {
  const path = resolve(base, word);
  const kind = statSync(path, { throwIfNoEntry: false });
  if (kind?.isDirectory()) return [path];
  if (kind?.isFile()) return listed(path).flatMap((line) => foldersOf(line, resolve(path, '..')));
  const found = globSync(word, { cwd: base, absolute: true, onlyDirectories: true, expandDirectories: false });
  if (found.length === 0)
    throw new ScanError(`${word}: no folder is called so; give folders, patterns or a list file.`);
  return found;
}

function listed(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8')
      .split(/\r?\n/)
      .map((line) => line.replace(/(?:^|\s)#.*$/, '').trim())
      .filter((line) => line !== '');
  } catch (error) {
    throw new ScanError(`${file}: the list cannot be read (${clause(error)}).`, { cause: error });
  }
}
