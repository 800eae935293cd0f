import { parseJson, isRecord } from './json.js';
import { baseName, folderOf, isBelow, joinPath, relativeTo } from './paths.js';
import { textOf } from './text.js';
import type { SourceTree } from './types.js';

/** Where an app lies in a tree. */
export interface AppSite {
  readonly root: string;
  /** Folder that holds `entities`, `functions`, …; undefined where the export has none. */
  readonly backend?: string;
  /** Browser code that uses the SDK lies below the root. */
  readonly frontend: boolean;
  /** Flat `functions/*.ts` of the old layout lie below the root. */
  readonly flat: boolean;
}

/** Folders whose Base44 files are copies, samples or test input, not an app of this tree. */
const copies =
  /(?:^|\/)(?:docs?|documentation|tests?|__tests__|fixtures?|__fixtures__|templates|archive|backup|supabase)(?:\/|$)/i;
const backendFile =
  /^(?:config\.jsonc?|entities\/.+\.jsonc?|functions\/.+\/entry\.[cm]?[jt]sx?|(?:agents|workflows|connectors)\/.+\.jsonc?)$/i;
const clientFile = /^(?:.*\/)?src\/api\/(?:base44Client|entities)\.[jt]sx?$/;
const flatFunction = /^(?:.*\/)?functions\/[^/]+\.[jt]s$/;
const usesSdk = /@base44\/sdk|createClientFromRequest|base44Client/;
/** The tools themselves depend on the SDK, or are it, without being an app. */
const toolPackage = /^(?:@base44\/.+|base44)$/;

const sitesByTree = new WeakMap<SourceTree, readonly AppSite[]>();

/** Roots of the apps in a tree, sorted; '' is the tree itself. Empty where nothing is a Base44 app. */
export function findApps(tree: SourceTree): readonly string[] {
  return appSites(tree).map(({ root }) => root);
}

/** The apps of a tree with what told them apart; found once per tree. */
export function appSites(tree: SourceTree): readonly AppSite[] {
  const known = sitesByTree.get(tree);
  if (known) return known;
  const sites = findSites(tree);
  sitesByTree.set(tree, sites);
  return sites;
}

/** The site at `root`, also where discovery took another folder for the app. */
export function siteAt(tree: SourceTree, root: string): AppSite {
  const found = appSites(tree).find((site) => site.root === root);
  if (found) return found;
  const backend = joinPath(root, 'base44');
  const hasBackend = tree.files.some((file) => isBelow(file, backend));
  return { root, ...(hasBackend && { backend }), frontend: true, flat: !hasBackend };
}

function findSites(tree: SourceTree): AppSite[] {
  const sites = new Map<string, AppSite>();
  const add = (root: string, trait: Partial<AppSite>): void => {
    sites.set(root, { frontend: false, flat: false, ...sites.get(root), ...trait, root });
  };
  for (const file of tree.files) {
    if (copies.test(folderOf(file))) continue;
    const backend = backendOf(file);
    if (backend !== undefined) add(folderOf(backend), { backend });
    else if (baseName(file) === 'package.json') {
      if (dependsOnSdk(tree, file)) add(folderOf(file), { frontend: true });
    } else if (clientFile.test(file)) {
      if (mentionsSdk(tree, file)) add(above(file, '/src/api/'), { frontend: true });
    } else if (flatFunction.test(file) && !sites.get(above(file, '/functions/'))?.flat) {
      if (mentionsSdk(tree, file)) add(above(file, '/functions/'), { flat: true });
    }
  }
  if (sites.size === 0 && isBackendFolder(tree)) return [{ root: '', backend: '', frontend: false, flat: false }];
  const merged = merge([...sites.values()]);
  const [only] = merged;
  return merged.length === 1 && only && isBackendOnly(only) ? [withBrowserCode(tree, only)] : merged;
}

/**
 * A folder that holds nothing but the backend belongs to the package around it, whose code may name neither the SDK
 * in its manifest nor the client by its usual path.
 */
function withBrowserCode(tree: SourceTree, site: AppSite): AppSite {
  const holds = (folder: string): boolean =>
    tree.files.some((file) => file === joinPath(folder, 'package.json') || isBelow(file, joinPath(folder, 'src')));
  for (let folder = site.root; ; folder = folderOf(folder)) {
    if (holds(folder)) return { ...site, root: folder };
    if (folder === '') return site;
  }
}

/** The `base44` folder that a file belongs to, where the file is one that makes it a backend. */
function backendOf(file: string): string | undefined {
  const at = file.startsWith('base44/') ? 0 : file.indexOf('/base44/') + 1;
  if (at === 0 && !file.startsWith('base44/')) return undefined;
  const folder = file.slice(0, at + 'base44'.length);
  const rest = relativeTo(file, folder);
  const isConfig = /^config\.jsonc?$/.test(rest);
  const amongSources = /(?:^|\/)src\//.test(folder);
  return backendFile.test(rest) && (isConfig || !amongSources) ? folder : undefined;
}

/** The tree is itself the `base44` folder of an app. */
function isBackendFolder(tree: SourceTree): boolean {
  const hasConfig = tree.files.some((file) => /^config\.jsonc?$/.test(file));
  return hasConfig && tree.files.some((file) => file.includes('/') && backendFile.test(file));
}

/**
 * Parts of one app may lie in several folders (`base44` beside `frontend`, or a backend in a sub-folder).
 * A folder inside another app is an app of its own only when it brings both a backend and browser code.
 */
function merge(found: readonly AppSite[]): AppSite[] {
  const merged: AppSite[] = [];
  for (const site of found.toSorted((a, b) => (a.root < b.root ? -1 : 1))) {
    const outer = merged.findLast(({ root }) => site.root !== root && isBelow(site.root, root));
    const complete = site.backend !== undefined && site.frontend;
    if (!outer || complete || (site.backend !== undefined && outer.backend !== undefined)) merged.push(site);
    else merged[merged.indexOf(outer)] = join(outer, site, outer.root);
  }
  const [one, two] = merged;
  const areHalves =
    merged.length === 2 &&
    one &&
    two &&
    isBackendOnly(one) !== isBackendOnly(two) &&
    isFrontendOnly(one) !== isFrontendOnly(two);
  return areHalves ? [join(one, two, commonFolder(one.root, two.root))] : merged;
}

function join(one: AppSite, two: AppSite, root: string): AppSite {
  const backend = one.backend ?? two.backend;
  const flat = one.flat || (two.flat && one.backend === undefined);
  return { root, ...(backend !== undefined && { backend }), frontend: one.frontend || two.frontend, flat };
}

function isBackendOnly(site: AppSite): boolean {
  return !site.frontend && (site.backend !== undefined || site.flat);
}

function isFrontendOnly(site: AppSite): boolean {
  return site.frontend && site.backend === undefined && !site.flat;
}

function commonFolder(one: string, two: string): string {
  const [left, right] = [one.split('/'), two.split('/')];
  const differs = left.findIndex((segment, index) => segment !== right[index]);
  return left.slice(0, differs < 0 ? left.length : differs).join('/');
}

/** A development dependency makes a tool or a test bench, not an app. */
function dependsOnSdk(tree: SourceTree, file: string): boolean {
  const value = jsonIn(tree, file);
  if (!isRecord(value)) return false;
  if (typeof value['name'] === 'string' && toolPackage.test(value['name'])) return false;
  const dependencies = value['dependencies'];
  return isRecord(dependencies) && Object.hasOwn(dependencies, '@base44/sdk');
}

function mentionsSdk(tree: SourceTree, file: string): boolean {
  return usesSdk.test(textOf(tree, file));
}

/** The part of a path before a folder: `a/src/api/x.js` and `/src/api/` give `a`, `src/api/x.js` gives ''. */
function above(file: string, folder: string): string {
  return file.slice(0, Math.max(0, `/${file}`.indexOf(folder) - 1));
}

function jsonIn(tree: SourceTree, file: string): unknown {
  try {
    return parseJson(tree.read(file), file).value;
  } catch {
    return undefined; // A manifest that cannot be read says nothing about the app.
  }
}
