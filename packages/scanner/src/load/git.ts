import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { devNull } from 'node:os';
import { dirname, join, relative, sep } from 'node:path';
import { clause, ScanError } from './errors.js';

const mostOutput = 1024 * 1024 * 1024;

/**
 * What the configuration of a scanned repository could make git run. Only commands that read objects are used, which
 * start none of it; this holds should that ever change. `protocol.*.allow` of a repository is overruled by the variable.
 */
const harmless: readonly string[] = [
  `core.hooksPath=${devNull}`,
  'core.fsmonitor=',
  `core.attributesFile=${devNull}`,
  'core.pager=cat',
  'core.sshCommand=false',
  'core.askPass=',
  'credential.helper=',
  'diff.external=',
  'protocol.allow=never',
  // The owner of a checkout in CI is often somebody else; nothing of the repository is run, so that is no danger here.
  'safe.directory=*',
];

/** A blob of a commit. */
export interface Blob {
  readonly id: string;
  /** Bytes. */
  readonly size: number;
}

/** A git repository of which only objects are read: no index, no work tree, no filter, hook, driver or network. */
export class Repository {
  readonly #root: string;
  /** The folder that it was opened for, below its root, with `/`; '' for the root itself. */
  readonly folder: string;

  constructor(root: string, folder: string) {
    this.#root = root;
    this.folder = folder;
  }

  get isShallow(): boolean {
    return this.#text('rev-parse', '--is-shallow-repository') === 'true';
  }

  /** The commit that a branch, tag or hash names; undefined where there is none in this clone. */
  commitOf(ref: string): string | undefined {
    return this.#text('rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`) || undefined;
  }

  /** The last commit that two share; undefined where the history of this clone does not show it. */
  commonOf(one: string, two: string): string | undefined {
    return this.#text('merge-base', one, two)?.split('\n', 1)[0] || undefined;
  }

  /** The files of a commit below `folder`, by their path from there. Links and submodules are none. */
  filesOf(commit: string): ReadonlyMap<string, Blob> {
    const below = this.folder === '' ? [] : ['--', `${this.folder}/`];
    const listed = this.#run(['ls-tree', '-r', '-l', '-z', '--full-tree', commit, ...below]);
    if (!listed) throw unreadable(commit);
    const above = this.folder === '' ? 0 : this.folder.length + 1;
    const files = new Map<string, Blob>();
    for (const line of listed.toString('utf8').split('\0')) {
      const [, id, size, path] = /^100\d{3} blob ([0-9a-f]+) +(\w+)\t(.*)$/su.exec(line) ?? [];
      if (id === undefined) continue;
      // git says BAD of a blob that it does not have.
      if (!/^\d+$/u.test(size!)) throw unreadable(commit);
      files.set(path!.slice(above), { id, size: Number(size) });
    }
    return files;
  }

  /** Contents of blobs by their id. @throws {ScanError} Where one is missing, as in a partial clone. */
  contentsOf(ids: readonly string[]): ReadonlyMap<string, Buffer> {
    const contents = new Map<string, Buffer>();
    if (ids.length === 0) return contents;
    const output = this.#run(['cat-file', '--batch'], `${ids.join('\n')}\n`);
    if (!output) throw unreadable('that commit');
    for (let at = 0; at < output.length;) {
      const end = output.indexOf('\n', at);
      const [, id, size] = /^([0-9a-f]+) blob (\d+)$/u.exec(output.toString('utf8', at, end)) ?? [];
      if (id === undefined) throw unreadable('that commit');
      contents.set(id, output.subarray(end + 1, end + 1 + Number(size)));
      at = end + 1 + Number(size) + 1;
    }
    return contents;
  }

  #text(...args: readonly string[]): string | undefined {
    return this.#run(args)?.toString('utf8').trim();
  }

  /** What git prints; undefined where it fails. */
  #run(args: readonly string[], input = ''): Buffer | undefined {
    const options = [
      ...['--no-pager', '--no-replace-objects', '--literal-pathspecs'],
      ...[`--git-dir=${join(this.#root, '.git')}`, `--work-tree=${this.#root}`],
      ...harmless.flatMap((setting) => ['-c', setting]),
    ];
    const { error, status, stdout } = spawnSync('git', [...options, ...args], {
      env: environment(),
      input,
      maxBuffer: mostOutput,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    if (error) throw new ScanError(`--since needs git, which cannot be run (${codeOf(error)}).`, { cause: error });
    return status === 0 ? stdout : undefined;
  }
}

/** The repository around a folder; undefined outside of any. */
export function repositoryAround(path: string): Repository | undefined {
  const folder = realpathSync(path);
  for (let root = folder; ; root = dirname(root)) {
    if (existsSync(join(root, '.git'))) return new Repository(root, relative(root, folder).split(sep).join('/'));
    if (dirname(root) === root) return undefined;
  }
}

/** Without the settings of the user, of the machine, and of a git that may have started this process as a hook. */
function environment(): NodeJS.ProcessEnv {
  const own = Object.entries(process.env).filter(([name]) => !/^git_/iu.test(name));
  return {
    ...Object.fromEntries(own),
    GIT_CONFIG_NOSYSTEM: '1',
    GIT_CONFIG_SYSTEM: devNull,
    GIT_CONFIG_GLOBAL: devNull,
    GIT_ATTR_NOSYSTEM: '1',
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
  };
}

function unreadable(commit: string): ScanError {
  return new ScanError(
    `--since: git cannot read the files of ${commit}, as happens in a partial clone; fetch them first, for example with git fetch --refetch origin.`,
  );
}

function codeOf(error: Error): string {
  return 'code' in error ? String(error.code) : clause(error);
}
