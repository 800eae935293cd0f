import { isUtf8 } from 'node:buffer';
import { closeSync, constants, fstatSync, lstatSync, openSync, readdirSync, readFileSync, statSync } from 'node:fs';
import type { Dirent } from 'node:fs';
import { join, resolve } from 'node:path';
import ignore from 'ignore';
import type { NotChecked, SourceTree } from './types.js';

export interface ReadTreeOptions {
  /** Paths to leave out, in gitignore syntax, relative to the root. */
  readonly ignore?: readonly string[];
  /** Code, JSON and other text files above this size (bytes) are not read; lock files are exempt. Default 2 MiB. */
  readonly maxFileSize?: number;
}

/** A tree and what the walk had to leave out of it. */
export type ReadTree = SourceTree & { readonly notChecked: readonly NotChecked[] };

export const defaultMaxFileSize = 2 * 1024 * 1024;
/** Files that are parsed, as opposed to files whose name alone matters. */
const parsed = /\.(?:[cm]?[jt]sx?|jsonc?)$/i;
/** Text that rules read as it stands. */
const plain =
  /\.(?:ya?ml|toml|properties|ini|cfg|conf|xml|plist|gradle|kts?|java|swift|sh|bash|py|rb|php|sql|mdx?|html?|txt)$/i;
const lockFile = /^(?:package-lock\.json|npm-shrinkwrap\.json|pnpm-lock\.yaml|yarn\.lock|bun\.lock)$/;
/** Never the author's code. */
const installed = new Set(['node_modules', 'bower_components', 'jspm_packages', '__pycache__']);
/** Output folders by convention, unless they lie among sources: `src/components/vendor` is a feature of an app about vendors. */
const generated = new Set(['dist', 'build', 'out', 'coverage', 'vendor']);
const sources = /(?:^|\/)(?:src|base44|functions|pages|components|entities)(?:\/|$)/;

/**
 * Walks `root` and returns its files; contents are read when asked for.
 *
 * Dependencies, build output and dot-folders are left out, links are never followed. The root's own `.gitignore` is
 * *not* honoured: what it lists (`.env` above all) may still be part of an export and is exactly what an audit is for.
 *
 * @throws Error with a one-line message when `root` is not a folder that can be read.
 */
export function readTree(root: string, options: ReadTreeOptions = {}): ReadTree {
  const base = resolve(root);
  const ignored = ignore().add([...(options.ignore ?? [])]);
  const maxFileSize = options.maxFileSize ?? defaultMaxFileSize;
  const files: string[] = [];
  const notChecked: NotChecked[] = [];

  const walk = (folder: string): void => {
    for (const entry of readdirSync(join(base, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) {
        if (isPruned(folder, entry.name) || ignored.ignores(`${path}/`)) continue;
        attempt(path, 'folder', () => walk(path));
      } else if (!ignored.ignores(path)) {
        if (entry.isFile()) addFile(path, entry.name);
        else if (entry.isSymbolicLink()) addLink(folder, path, entry);
      }
    }
  };

  const attempt = (path: string, what: string, action: () => void): void => {
    try {
      action();
    } catch (error) {
      notChecked.push({ file: path, reason: `The ${what} cannot be read (${codeOf(error)}).` });
    }
  };

  const addFile = (path: string, name: string): void => {
    if (!(parsed.test(name) || plain.test(name)) || lockFile.test(name)) {
      files.push(path);
      return;
    }
    attempt(path, 'file', () => {
      const { size } = lstatSync(join(base, path));
      if (size <= maxFileSize) files.push(path);
      else notChecked.push({ file: path, reason: `The file is larger than ${maxFileSize} bytes and was not read.` });
    });
  };

  /** A link is worth a word only where following it would have shown code. */
  const addLink = (folder: string, path: string, entry: Dirent): void => {
    const hidesCode = parsed.test(entry.name) || (!isPruned(folder, entry.name) && isFolder(join(base, path)));
    if (hidesCode) notChecked.push({ file: path, reason: 'A symbolic link is never followed.' });
  };

  try {
    walk('');
  } catch (error) {
    throw new Error(`${root}: not a folder that can be read (${codeOf(error)}).`, { cause: error });
  }
  files.sort();
  notChecked.sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : 0));
  const known = new Set(files);
  return {
    files,
    notChecked,
    read(file) {
      if (!known.has(file)) throw new Error('is not a file of this tree');
      return decode(readRegularFile(join(base, file)));
    },
  };
}

/** True for a path that a walk of {@link readTree} would reach: neither dependencies nor build output nor a dot-folder. */
export function isInTree(path: string): boolean {
  const folders = path.split('/').slice(0, -1);
  return folders.every((name, index) => !isPruned(folders.slice(0, index).join('/'), name));
}

/** True for files whose text matters, as opposed to those of which only the name does. */
export function isTextFile(file: string): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1);
  return parsed.test(name) || plain.test(name) || lockFile.test(name);
}

/** A tree in memory, for callers that have the texts already. */
export function treeOf(texts: Readonly<Record<string, string>>): ReadTree {
  const byPath = new Map(Object.entries(texts));
  return {
    files: [...byPath.keys()].sort(),
    notChecked: [],
    read(file) {
      const text = byPath.get(file);
      if (text === undefined) throw new Error('is not a file of this tree');
      return text.replace(/^\uFEFF/, '');
    },
  };
}

function isPruned(folder: string, name: string): boolean {
  return name.startsWith('.') || installed.has(name) || (generated.has(name) && !sources.test(folder));
}

/** Of a link, only asked for its kind. A link that leads nowhere, or in circles, hides nothing. */
function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}

/** Refuses what is not a regular file any more, so that a link planted after the walk is not followed either. */
function readRegularFile(path: string): Buffer {
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    throw new Error(`cannot be read (${codeOf(error)})`, { cause: error });
  }
  try {
    if (!fstatSync(descriptor).isFile()) throw new Error('is not a regular file');
    return readFileSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The text of a file, without a byte order mark. @throws Error whose message is a clause that follows "the file". */
export function decode(bytes: Buffer): string {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    throw new Error('is UTF-16 text, and only UTF-8 is read');
  }
  if (bytes.includes(0)) throw new Error('is binary (it holds a NUL byte)');
  if (!isUtf8(bytes)) throw new Error('is not valid UTF-8');
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  return bytes.toString('utf8', hasMark ? 3 : 0);
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error
    ? String(error.code)
    : error instanceof Error
      ? error.message
      : String(error);
}
