import { createHash } from 'node:crypto';
import { decode, defaultMaxFileSize, isInTree, isTextFile, type ReadTree } from '@base44-lint/model';
import { ScanError } from './errors.js';
import { repositoryAround, type Blob, type Repository } from './git.js';

/** A tree as it was in an earlier commit, beside the tree of today. */
export interface Base {
  /** As it was asked for. */
  readonly ref: string;
  readonly commit: string;
  /** False where the history of the clone does not show what the ref and HEAD share, so that the ref itself must do. */
  readonly common: boolean;
  readonly tree: ReadTree;
  /** The same tree as it is now. */
  readonly today: ReadTree;
  /** Text files that are not the same today, with what they were; undefined where they were not there. */
  readonly changed: ReadonlyMap<string, string | undefined>;
  /** Text files that are not there today. */
  readonly removed: readonly string[];
}

/**
 * Opens what a ref and HEAD last shared. Whatever is not committed yet counts as changed, new files included.
 *
 * Git is only asked for objects, and files are compared here: a `git diff` with the work tree would run the filters
 * that the repository configures.
 *
 * @throws {ScanError} Where there is no repository or no such commit in it.
 */
export function openBase(path: string, ref: string, today: ReadTree): Base {
  if (ref === '' || ref.startsWith('-'))
    throw new ScanError(`--since ${ref}: this names no commit; give a branch, tag or hash, for example origin/main.`);
  const repository = repositoryAround(path);
  if (!repository)
    throw new ScanError(`${path}: not in a git repository, so there is nothing to compare with; leave out --since.`);
  const named = repository.commitOf(ref);
  if (named === undefined) throw missing(ref, repository);
  const head = repository.commitOf('HEAD');
  const common = head === undefined ? undefined : repository.commonOf(named, head);
  const commit = common ?? named;
  const blobs = new Map(
    [...repository.filesOf(commit)].filter(
      ([file, { size }]) => isInTree(file) && !(isTextFile(file) && size > defaultMaxFileSize),
    ),
  );
  const different = differing(today, blobs);
  const known = new Set(today.files);
  const removed = [...blobs.keys()].filter((file) => isTextFile(file) && !known.has(file)).sort();
  const wanted = [...different, ...removed].flatMap((file) => blobs.get(file)?.id ?? []);
  const tree = treeAt(blobs, new Set(different), repository, repository.contentsOf([...new Set(wanted)]), today);
  const changed = new Map<string, string | undefined>();
  for (const file of different) {
    const before = blobs.has(file) ? textIn(tree, file) : undefined;
    if (before === undefined || lines(before).join('\n') !== lines(today.read(file)).join('\n'))
      changed.set(file, before);
  }
  return { ref, commit, common: common !== undefined, tree, today, changed, removed };
}

/** The lines of a text, broken where positions break them. */
export function lines(text: string): readonly string[] {
  return text.split(/\r\n|[\r\n\u2028\u2029]/u);
}

/** Text files of today whose bytes are not those of the commit. Checked out with other line ends, a file is among them. */
function differing(today: ReadTree, blobs: ReadonlyMap<string, Blob>): string[] {
  return today.files.filter((file) => {
    if (!isTextFile(file)) return false;
    const text = textIn(today, file);
    if (text === undefined) return false;
    const id = blobs.get(file)?.id;
    return id === undefined || id !== blobIdOf(text, id.length === 64 ? 'sha256' : 'sha1');
  });
}

/** What git calls a file with this content. */
function blobIdOf(text: string, algorithm: 'sha1' | 'sha256'): string {
  const bytes = Buffer.from(text);
  return createHash(algorithm).update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

function treeAt(
  blobs: ReadonlyMap<string, Blob>,
  different: ReadonlySet<string>,
  repository: Repository,
  contents: ReadonlyMap<string, Buffer>,
  today: ReadTree,
): ReadTree {
  const known = new Set(today.files);
  return {
    files: [...blobs.keys()].sort(),
    notChecked: [],
    read(file) {
      const blob = blobs.get(file);
      if (!blob) throw new Error('is not a file of this tree');
      if (known.has(file) && isTextFile(file) && !different.has(file)) return today.read(file);
      return decode((contents.get(blob.id) ?? repository.contentsOf([blob.id]).get(blob.id))!);
    },
  };
}

/** What cannot be read is listed as not checked where it is scanned. */
function textIn(tree: ReadTree, file: string): string | undefined {
  try {
    return tree.read(file);
  } catch {
    return undefined;
  }
}

function missing(ref: string, repository: Repository): ScanError {
  const branch = ref.replace(/^(?:refs\/(?:remotes|heads)\/)?(?:origin\/)?/u, '');
  const advice = repository.isShallow
    ? `this is a shallow clone; fetch the commit first, for example with git fetch --depth=1 origin ${branch}, or clone with the whole history (fetch-depth: 0 for actions/checkout)`
    : `check the name, or fetch it first with git fetch origin ${branch}`;
  return new ScanError(`--since ${ref}: git knows no such commit here; ${advice}.`);
}
