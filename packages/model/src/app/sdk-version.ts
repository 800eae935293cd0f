import type { Node } from 'jsonc-parser';
import minVersion from 'semver/ranges/min-version.js';
import validRange from 'semver/ranges/valid.js';
import valid from 'semver/functions/valid.js';
import { memberOf, parseJson, textOfNode } from './json.js';
import { baseName, folderOf, joinPath, relativeTo } from './paths.js';
import { textOf } from './text.js';
import type { Place, SdkVersion, SourceTree } from './types.js';

const noVersion: SdkVersion = { version: null, source: 'none' };

/** How each lock file writes the resolved version; the first group is the version. */
const lockPatterns: Readonly<Record<string, readonly RegExp[]>> = {
  'package-lock.json': [
    /"(?:[^"]*\/)?node_modules\/@base44\/sdk"\s*:\s*\{\s*"version"\s*:\s*"([^"]+)"/d,
    /"@base44\/sdk"\s*:\s*\{\s*"version"\s*:\s*"([^"]+)"/d,
  ],
  'npm-shrinkwrap.json': [/"(?:node_modules\/)?@base44\/sdk"\s*:\s*\{\s*"version"\s*:\s*"([^"]+)"/d],
  'pnpm-lock.yaml': [
    /^ *'?@base44\/sdk'?:\s*\n *specifier: .*\n *version: '?(\d[^\s'(]*)/dm,
    /^ *'?\/?@base44\/sdk[@/](\d[^\s'(:]*)/dm,
  ],
  'yarn.lock': [/^"?@base44\/sdk@[^\n]*:\n +version:? "?([^"\s]+)/dm],
  'bun.lock': [/"@base44\/sdk"\s*:\s*\[\s*"@base44\/sdk@([^"]+)"/d],
};
const pin = /['"](?:npm:\/?|(?:https:\/\/)?esm\.sh\/|https:\/\/cdn\.skypack\.dev\/)@base44\/sdk@([^'"/?]+)/d;
const bareImport = /['"]@base44\/sdk(?:\/[^'"]*)?['"]/;
const relativeImport = /\b(?:from|import)\s*(?:\(\s*)?['"](\.{1,2}\/[^'"]+)['"]/g;

/**
 * SDK version of the browser code: what a lock file resolved, else the lower bound of the range in `package.json`.
 * `files` are the files of the app; lock files of the folders above count too (workspaces).
 */
export function frontendSdk(tree: SourceTree, root: string, files: readonly string[]): SdkVersion {
  const manifests = files.filter((file) => baseName(file) === 'package.json').toSorted(byDepth);
  const ranges = manifests.map((file) => rangeIn(tree, file)).filter((range) => range !== undefined);
  const folder = ranges[0] ? folderOf(ranges[0].file) : root;
  return lockedIn(tree, folder) ?? ranges[0]?.sdk ?? noVersion;
}

/**
 * SDK version of one backend function: the pin in its entry, else in the modules that it imports, else the import map
 * that applies to a bare `@base44/sdk`.
 */
export function functionSdk(tree: SourceTree, entry: string, known: ReadonlySet<string>): SdkVersion {
  const seen = new Set<string>();
  const queue = [entry];
  let isBare = false;
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = textOf(tree, file);
    const found = pinIn(text, file);
    if (found) return found;
    isBare ||= bareImport.test(text);
    queue.push(...importsOf(text, file, known));
  }
  return (isBare && mappedSdk(tree, folderOf(entry), known)) || noVersion;
}

/** The older of two, for code that runs with both: advice must hold for the older one. */
export function lowerOf(one: SdkVersion, two: SdkVersion): SdkVersion {
  if (one.version === null) return two;
  if (two.version === null) return one;
  return minVersion(`${one.version} || ${two.version}`)?.version === one.version ? one : two;
}

function mappedSdk(tree: SourceTree, folder: string, known: ReadonlySet<string>): SdkVersion | undefined {
  for (const above of foldersUpwards(folder)) {
    for (const name of ['deno.json', 'deno.jsonc', 'import_map.json', 'import-map.json']) {
      const file = joinPath(above, name);
      const found = known.has(file) ? pinIn(textOf(tree, file), file) : undefined;
      if (found) return found;
    }
  }
  return undefined;
}

function pinIn(text: string, file: string): SdkVersion | undefined {
  const match = pin.exec(text);
  const written = match?.[1];
  if (written === undefined) return undefined;
  const place = placeOfGroup(match!, file);
  const exact = valid(written);
  return exact ? { version: exact, source: 'pin', place } : lowerBound(written, place);
}

function rangeIn(tree: SourceTree, file: string): { file: string; sdk: SdkVersion | undefined } | undefined {
  const manifest = jsonNodeIn(tree, file);
  for (const group of ['dependencies', 'devDependencies', 'peerDependencies']) {
    const node = memberOf(memberOf(manifest, group), '@base44/sdk');
    const range = textOfNode(node);
    if (!node || range === undefined) continue;
    const place = { file, start: node.offset + 1, end: node.offset + node.length - 1 };
    return { file, sdk: lowerBound(range, place) };
  }
  return undefined;
}

/** `latest`, `*`, paths and URLs bound nothing. */
function lowerBound(range: string, place: Place): SdkVersion | undefined {
  const lowest = validRange(range) ? minVersion(range)?.version : undefined;
  return lowest && lowest !== '0.0.0' ? { version: lowest, source: 'range', place } : undefined;
}

function lockedIn(tree: SourceTree, folder: string): SdkVersion | undefined {
  const known = new Set(tree.files);
  for (const above of foldersUpwards(folder)) {
    for (const [name, patterns] of Object.entries(lockPatterns)) {
      const file = joinPath(above, name);
      const text = known.has(file) ? textOf(tree, file) : '';
      const workspace = above === folder ? 0 : workspaceAt(text, relativeTo(folder, above));
      if (workspace < 0) continue;
      // Only pnpm lists versions by workspace; the others hoist one version.
      const from = name === 'pnpm-lock.yaml' ? workspace : 0;
      for (const pattern of patterns) {
        const match = pattern.exec(text.slice(from));
        const version = valid(match?.[1] ?? null);
        if (match && version) return { version, source: 'lock', place: placeOfGroup(match, file, from) };
      }
    }
  }
  return undefined;
}

/** Where a lock file of a folder above speaks of the workspace `path`; -1 where that folder is a stranger to it. */
function workspaceAt(text: string, path: string): number {
  return Math.max(text.indexOf(`"${path}"`), text.indexOf(`\n  ${path}:`), text.indexOf(`workspace:${path}"`));
}

function importsOf(text: string, file: string, known: ReadonlySet<string>): string[] {
  return [...text.matchAll(relativeImport)].flatMap(([, specifier]) => {
    const path = resolveFrom(folderOf(file), specifier!);
    if (path === undefined) return [];
    const candidates = [path, `${path}.ts`, `${path}.js`, `${path}/index.ts`, `${path}/index.js`];
    return candidates.filter((candidate) => known.has(candidate)).slice(0, 1);
  });
}

/** Undefined where the path leaves the tree. */
function resolveFrom(folder: string, specifier: string): string | undefined {
  const segments = folder === '' ? [] : folder.split('/');
  for (const segment of specifier.split('/')) {
    if (segment === '.' || segment === '') continue;
    if (segment !== '..') segments.push(segment);
    else if (segments.pop() === undefined) return undefined;
  }
  return segments.join('/');
}

function* foldersUpwards(folder: string): Generator<string> {
  for (let current = folder; ; current = folderOf(current)) {
    yield current;
    if (current === '') return;
  }
}

function placeOfGroup(match: RegExpExecArray, file: string, offset = 0): Place {
  const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
  return { file, start: offset + start, end: offset + end };
}

function byDepth(one: string, two: string): number {
  return one.split('/').length - two.split('/').length || (one < two ? -1 : 1);
}

function jsonNodeIn(tree: SourceTree, file: string): Node | undefined {
  try {
    return parseJson(tree.read(file), file).node;
  } catch {
    return undefined; // A manifest that cannot be read names no version.
  }
}
