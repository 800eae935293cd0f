import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';

/** Any of these makes a folder part of an exported app. */
const marks = [
  'base44/config.jsonc',
  'base44/entities',
  'src/api/base44Client.js',
  'src/api/base44Client.jsx',
  'src/api/base44Client.ts',
];

/** Answers for this long without looking again: one lint pass asks once per file, mostly from few folders. */
const rememberMs = 2000;
const remembered = new Map<string, { readonly root: string | undefined; readonly until: number }>();

/**
 * The folder whose tree holds the app of files in `folder`: the repository, as a person would scan it, or without one
 * the outermost folder that looks like an app. Undefined where nothing on the way up looks like one.
 */
export function treeRootOf(folder: string): string | undefined {
  const now = performance.now();
  const known = remembered.get(folder);
  if (known && known.until > now) return known.root;
  const root = climb(folder);
  remembered.set(folder, { root, until: now + rememberMs });
  return root;
}

function climb(start: string): string | undefined {
  let outermost: string | undefined;
  // The home folder may be a repository of dotfiles and is never an app.
  for (let folder = start; folder !== homedir(); folder = dirname(folder)) {
    if (isMarked(folder)) outermost = folder;
    if (existsSync(join(folder, '.git'))) return outermost === undefined ? undefined : folder;
    if (folder === dirname(folder)) break;
  }
  return outermost;
}

function isMarked(folder: string): boolean {
  return marks.some((mark) => existsSync(join(folder, mark))) || dependsOnSdk(join(folder, 'package.json'));
}

function dependsOnSdk(manifest: string): boolean {
  // Asked first because most folders have none, and a thrown error costs more than the look.
  if (!existsSync(manifest)) return false;
  try {
    return readFileSync(manifest, 'utf8').includes('"@base44/sdk"');
  } catch {
    return false;
  }
}
