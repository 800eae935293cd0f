import { type AutomationsByFunction, automationsOf, functionNamesIn } from './automations.js';
import { isRecord, type JsonFile, placeOf, readJson } from './json.js';
import { baseName, folderOf, isBelow, joinPath, relativeTo } from './paths.js';
import { functionSdk } from './sdk-version.js';
import { textOf } from './text.js';
import type { Automation, BackendFunction, NotChecked, Place, SourceTree } from './types.js';
import { isTestFile } from './zones.js';

const entryFile = /^entry\.[cm]?[jt]sx?$/;
const scriptFile = /\.[cm]?[jt]sx?$/;
const configFile = /^function\.jsonc?$/i;
const servesRequests = /Deno\.serve|export\s+default/;
const usesSdk = /createClientFromRequest|npm:@base44\/sdk/;

interface Found {
  readonly name: string;
  readonly file: string;
  readonly folder?: string;
  readonly triggers: readonly Place[];
  readonly automations: readonly Automation[];
}

/**
 * Backend functions of an app: `functions/<path>/entry.*` with an optional `function.jsonc`, and flat files of the old
 * layout. `targets` are the places, by function name, where workflows name a function, and `started` what starts those workflows.
 */
export function readFunctions(
  tree: SourceTree,
  files: readonly string[],
  folders: { readonly modern?: string; readonly flat?: string },
  targets: ReadonlyMap<string, readonly Place[]>,
  started: AutomationsByFunction,
  faults: NotChecked[],
): BackendFunction[] {
  const known = new Set(tree.files);
  const modern =
    folders.modern === undefined ? [] : entriesIn(tree, below(files, folders.modern), folders.modern, faults);
  const flatFolders = [folders.modern, folders.flat].filter((folder) => folder !== undefined);
  const taken = new Set(modern.map(({ folder }) => folder));
  const flat = flatFolders.flatMap((folder) =>
    below(files, folder)
      .filter((file) => !isInside(folderOf(file), taken) && isFlatFunction(tree, file, folder, folder === folders.flat))
      .map((file): Found => ({ name: flatName(relativeTo(file, folder)), file, triggers: [], automations: [] })),
  );
  return [...modern, ...flat].map((found) => ({
    ...found,
    sdk: functionSdk(tree, found.file, known),
    triggers: [...found.triggers, ...(targets.get(found.name) ?? [])],
    automations: [...found.automations, ...(started.get(found.name) ?? [])],
  }));
}

/** Places of `"function_name": "x"` in a workflow, by function name. */
export function functionTargets(workflows: readonly JsonFile[]): Map<string, Place[]> {
  const targets = new Map<string, Place[]>();
  for (const { file, node } of workflows) {
    for (const [value, name] of functionNamesIn(node))
      targets.set(name, [...(targets.get(name) ?? []), placeOf(file, value)]);
  }
  return targets;
}

function entriesIn(tree: SourceTree, files: readonly string[], root: string, faults: NotChecked[]): Found[] {
  const configs = files.filter((file) => configFile.test(baseName(file)));
  const configured = configs.flatMap((file) => configuredFunction(tree, file, root, files, faults));
  const done = new Set(configured.map(({ folder }) => folder));
  const plain = files
    .filter((file) => entryFile.test(baseName(file)) && folderOf(file) !== root && !done.has(folderOf(file)))
    .filter((file) => !isShared(relativeTo(file, root)) && !isLeftOut(relativeTo(folderOf(file), root)))
    .map((file): Found => {
      const folder = folderOf(file);
      return { name: relativeTo(folder, root), file, folder, triggers: [], automations: [] };
    });
  return [...configured, ...plain].toSorted((one, two) => (one.file < two.file ? -1 : 1));
}

function configuredFunction(
  tree: SourceTree,
  file: string,
  root: string,
  files: readonly string[],
  faults: NotChecked[],
): Found[] {
  const folder = folderOf(file);
  const json = readJson(tree, file, faults, 'the name and the schedules of its function are unknown');
  const config = isRecord(json?.value) ? json.value : {};
  const written =
    typeof config['entry'] === 'string' ? joinPath(folder, config['entry'].replace(/^\.\//, '')) : undefined;
  const beside = files.find((other) => folderOf(other) === folder && entryFile.test(baseName(other)));
  const entry = written !== undefined && files.includes(written) ? written : beside;
  if (entry === undefined) {
    faults.push({ file, reason: 'The file names no entry that exists, so its function was not seen.' });
    return [];
  }
  const name = typeof config['name'] === 'string' && config['name'] !== '' ? config['name'] : relativeTo(folder, root);
  const automations = json ? automationsOf(json) : [];
  return [{ name, file: entry, folder, triggers: automations.map(({ place }) => place), automations }];
}

/**
 * In the old folder a file counts when it serves requests; helpers lie beside the functions there. An empty file at the
 * top is a function whose code was lost: its name can still be invoked.
 */
function isFlatFunction(tree: SourceTree, file: string, root: string, nested: boolean): boolean {
  const path = relativeTo(file, root);
  const isTop = !path.includes('/');
  if (!scriptFile.test(path) || path.endsWith('.d.ts') || isTestFile(path) || isShared(path)) return false;
  if ((!isTop && !nested) || baseName(path).startsWith('_')) return false;
  const text = textOf(tree, file);
  return servesRequests.test(text) || (isTop && (usesSdk.test(text) || text.trim() === ''));
}

function flatName(path: string): string {
  return path.replace(scriptFile, '').replace(/\/(?:index|entry)$/, '');
}

/** Folders with a dot are skipped on deployment; `__tests__` holds tests that were exported like functions. */
function isLeftOut(path: string): boolean {
  return /\./.test(path) || /(?:^|\/)__(?:tests|mocks)__(?:\/|$)/.test(path);
}

function isShared(path: string): boolean {
  return /(?:^|\/)_?shared\//.test(path);
}

function isInside(folder: string, folders: ReadonlySet<string | undefined>): boolean {
  for (let current = folder; current !== ''; current = folderOf(current)) if (folders.has(current)) return true;
  return false;
}

function below(files: readonly string[], folder: string): readonly string[] {
  return files.filter((file) => isBelow(file, folder));
}
