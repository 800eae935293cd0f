import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readTree, type SourceTree } from '@base44-lint/model';

/** A file tree together with the knowledge whether what was read from it is still so. */
export interface Snapshot {
  readonly tree: SourceTree;
  /** False when a file that was read, or a folder's list of files, has changed since. */
  isCurrent(): boolean;
}

/** After a check that took n ms the next one waits this many times n ms, so that checks take 2 % of the time at most. */
const rest = 50;

/**
 * Reads are recorded as they happen, so whatever the app model depends on is what gets checked: schemas, config, lock
 * file, function entries. Folders are checked too, for files that come and go.
 */
export function takeSnapshot(root: string): Snapshot {
  const stamps = new Map<string, string>();
  const record = (path: string) => stamps.set(path, stampOf(path));
  // Before the walk: a file that arrives during it then shows as a change.
  for (const folder of foldersOf(root)) record(folder);
  const tree = readTree(root);
  let checkAt = 0;

  return {
    tree: {
      files: tree.files,
      read(file) {
        record(join(root, file));
        return tree.read(file);
      },
    },
    isCurrent() {
      const start = performance.now();
      if (start < checkAt) return true;
      for (const [path, stamp] of stamps) if (stampOf(path) !== stamp) return false;
      const end = performance.now();
      checkAt = end + rest * (end - start);
      return true;
    },
  };
}

/** Change time as well as modification time: tools that copy or unpack set the latter. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.mtimeMs} ${stat.ctimeMs} ${stat.size}` : 'absent';
}

function* foldersOf(folder: string): Iterable<string> {
  yield folder;
  for (const entry of entriesOf(folder)) {
    const own = entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules';
    if (own) yield* foldersOf(join(folder, entry.name));
  }
}

function entriesOf(folder: string) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that may not be read holds nothing for the app model either; `readTree` reports it.
    return [];
  }
}
