import type { FileSystemHost, RuntimeDirEntry } from 'ts-morph';
import type { SourceTree } from '@base44-lint/model';

/** Where the scanned tree seems to stand for the compiler. Nothing outside of it exists. */
export const ROOT = '/export';

/**
 * The scanned tree as a read-only file system for ts-morph: what the walk did not list does not exist, so links, parents
 * and `node_modules` are out of reach, and nothing can be written.
 */
export function fileSystemOf(tree: SourceTree): FileSystemHost {
  const files = new Set(tree.files.map((file) => `${ROOT}/${file}`));
  const directories = new Map<string, Map<string, RuntimeDirEntry>>([['/', new Map()]]);
  for (const file of files) addParents(file, directories);

  const readFileSync = (path: string): string => {
    if (!files.has(path)) throw new Error(`${path} is not in the scanned tree`);
    return tree.read(path.slice(ROOT.length + 1));
  };
  const refuse = (): never => {
    throw new Error('the scanned tree is read-only');
  };
  return {
    isCaseSensitive: () => true,
    getCurrentDirectory: () => ROOT,
    realpathSync: (path) => path,
    fileExistsSync: (path) => files.has(path),
    fileExists: (path) => Promise.resolve(files.has(path)),
    directoryExistsSync: (path) => directories.has(path),
    directoryExists: (path) => Promise.resolve(directories.has(path)),
    readFileSync,
    readFile: (path) => Promise.resolve(readFileSync(path)),
    readDirSync: (path) => [...(directories.get(path)?.values() ?? [])],
    globSync: () => [],
    glob: () => Promise.resolve([]),
    delete: refuse,
    deleteSync: refuse,
    writeFile: refuse,
    writeFileSync: refuse,
    mkdir: refuse,
    mkdirSync: refuse,
    move: refuse,
    moveSync: refuse,
    copy: refuse,
    copySync: refuse,
  };
}

function addParents(file: string, directories: Map<string, Map<string, RuntimeDirEntry>>): void {
  let path = file;
  let isFile = true;
  for (let cut = path.lastIndexOf('/'); cut >= 0; cut = path.lastIndexOf('/')) {
    const parent = path.slice(0, cut) || '/';
    const known = directories.has(parent);
    const entries = directories.get(parent) ?? new Map<string, RuntimeDirEntry>();
    entries.set(path, { name: path, isFile, isDirectory: !isFile, isSymlink: false });
    directories.set(parent, entries);
    if (known || parent === '/') return;
    path = parent;
    isFile = false;
  }
}
