import { basename, dirname, isAbsolute, relative, sep } from 'node:path';
import { emptyApp, findApps, loadApp, type App } from '@base44-lint/model';
import ignore, { type Ignore } from 'ignore';
import { takeSnapshot, type Snapshot } from './snapshot.js';
import { treeRootOf } from './tree-root.js';

/** The app that a file belongs to. */
export interface AppContext {
  readonly app: App;
  /** Path of the file in the tree of its app. */
  readonly file: string;
  /** True where the app's `base44-lint.config.jsonc` leaves the file out. */
  readonly ignored: boolean;
}

interface LoadedApp {
  readonly app: App;
  readonly ignore: Ignore;
}

interface LoadedTree {
  readonly snapshot: Snapshot;
  readonly roots: readonly string[];
  /** By root; apps of a repository are loaded when the first of their files is linted. */
  readonly apps: Map<string, LoadedApp>;
}

const trees = new Map<string, LoadedTree>();
/** A file outside any app: every entity, function and version is unknown. */
const noApp = emptyApp();

/**
 * App context of a file by its absolute path. Schemas, config and versions are read from disk and read again after they
 * changed, so a language server that lives for days answers from today's files.
 */
export function appContextOf(filename: string, cwd: string): AppContext {
  const root = isAbsolute(filename) ? treeRootOf(dirname(filename)) : undefined;
  if (root === undefined) return { app: noApp, file: pathIn(cwd, filename), ignored: false };

  const file = pathIn(root, filename);
  const tree = treeAt(root);
  const appRoot = rootOf(file, tree.roots);
  if (appRoot === undefined) return { app: noApp, file, ignored: false };

  const { app, ignore } = appAt(tree, appRoot);
  const pathInApp = appRoot === '' ? file : file.slice(appRoot.length + 1);
  return { app, file, ignored: isIn(file, appRoot) && ignore.ignores(pathInApp) };
}

function treeAt(root: string): LoadedTree {
  const known = trees.get(root);
  if (known?.snapshot.isCurrent()) return known;
  const snapshot = takeSnapshot(root);
  const tree = { snapshot, roots: findApps(snapshot.tree), apps: new Map<string, LoadedApp>() };
  trees.set(root, tree);
  return tree;
}

function appAt({ snapshot, apps }: LoadedTree, root: string): LoadedApp {
  let loaded = apps.get(root);
  if (!loaded) {
    const app = loadApp(snapshot.tree, root);
    loaded = { app, ignore: ignore().add([...app.settings.ignore]) };
    apps.set(root, loaded);
  }
  return loaded;
}

/** The innermost app around the file; where none is around it, the only one there is. */
function rootOf(file: string, roots: readonly string[]): string | undefined {
  const around = roots.filter((root) => isIn(file, root)).sort((a, b) => b.length - a.length);
  return around[0] ?? (roots.length === 1 ? roots[0] : undefined);
}

function isIn(file: string, root: string): boolean {
  return root === '' || file.startsWith(`${root}/`);
}

/** With `/`. Text from standard input, or a file outside the folder, goes by its bare name. */
function pathIn(folder: string, filename: string): string {
  const path = isAbsolute(filename) ? relative(folder, filename) : filename;
  return path === '' || path.startsWith('..') || isAbsolute(path) ? basename(filename) : path.split(sep).join('/');
}
