import ignore from 'ignore';
import { platformAccess, unknownAccess } from './access.js';
import { workflowAutomations } from './automations.js';
import { appSites, type AppSite, siteAt } from './discover.js';
import { functionTargets, readFunctions } from './functions.js';
import { isRecord, type JsonFile, readJson } from './json.js';
import { baseName, isBelow, joinPath, relativeTo } from './paths.js';
import { readEntities } from './schema.js';
import { frontendSdk } from './sdk-version.js';
import { defaultSettings, readSettings } from './settings.js';
import { inferTenants } from './tenants.js';
import type { Access, App, JsonResource, Layout, NotChecked, Operation, Settings, SourceTree } from './types.js';
import { belongsTo } from './zones.js';

const jsonFile = /\.jsonc?$/i;

/**
 * Reads everything about an app but its code. Faults in files of the export end up in `notChecked`.
 *
 * @param root one of `findApps(tree)`
 * @param settings in place of the configuration file of the app
 * @throws ConfigError when the app's `base44-lint.config.jsonc` is not valid
 */
export function loadApp(tree: SourceTree, root: string, settings: Settings = readSettings(tree, root)): App {
  const site = siteAt(tree, root);
  const nested = appSites(tree)
    .map((other) => other.root)
    .filter((other) => other !== root && isBelow(other, root));
  const files = tree.files.filter((file) => isBelow(file, root) && !nested.some((other) => isBelow(file, other)));
  const notChecked: NotChecked[] = [];
  const resources = (folder: string): JsonFile[] => readResources(tree, files, site, folder, notChecked);

  const config = readNamed(tree, site, 'config', notChecked, 'the name and the visibility of the app are unknown');
  const auth = readNamed(tree, site, 'auth/config', notChecked, 'the ways to sign in are unknown');
  const settled = isRecord(config?.value) ? config.value : {};
  const entities = readEntities(tree, entityFiles(files, site), notChecked);
  const workflows = resources('workflows');
  const functions = readFunctions(
    tree,
    files,
    {
      ...(site.backend !== undefined && { modern: joinPath(site.backend, 'functions') }),
      ...(site.backend !== root && { flat: joinPath(root, 'functions') }),
    },
    functionTargets(workflows),
    workflowAutomations(workflows),
    notChecked,
  );
  return {
    root,
    ...(site.backend !== undefined && { backend: site.backend }),
    ...(typeof settled['name'] === 'string' && { name: settled['name'] }),
    layout: layoutOf(site, functions.length > 0, files),
    ...visibilityOf(settled['visibility']),
    entities,
    functions,
    agents: resources('agents').map(toResource),
    workflows: workflows.map(toResource),
    connectors: resources('connectors').map(toResource),
    ...(auth && { auth: toResource(auth) }),
    sdk: frontendSdk(tree, root, files),
    tenants: inferTenants(entities, settings),
    nested,
    notChecked,
    settings,
  };
}

/** An app that holds nothing, for code outside any app and for tests. */
export function emptyApp(overrides: Partial<App> = {}): App {
  return {
    root: '',
    layout: 'code-only',
    entities: {},
    functions: [],
    agents: [],
    workflows: [],
    connectors: [],
    sdk: { version: null, source: 'none' },
    tenants: [],
    notChecked: [],
    settings: defaultSettings,
    ...overrides,
  };
}

/** Who may perform an operation on an entity. What has no schema in the export is unknown, not open. */
export function accessOf(app: App, entity: string, operation: Operation): Access {
  const schema = Object.hasOwn(app.entities, entity) ? app.entities[entity] : undefined;
  if (schema) return schema.access[operation];
  if (entity === 'User') return platformAccess();
  return unknownAccess(
    Object.keys(app.entities).length === 0
      ? 'the export holds no schemas'
      : `the export holds no schema of \`${entity}\``,
  );
}

/** The files of an app that are to be checked: without those of apps inside it, and without what the settings ignore. */
export function filesOf(app: App, tree: SourceTree): readonly string[] {
  const ignored = ignore().add([...app.settings.ignore]);
  return tree.files.filter((file) => belongsTo(app, file) && !ignored.ignores(relativeTo(file, app.root)));
}

function entityFiles(files: readonly string[], site: AppSite): readonly string[] {
  if (site.backend === undefined) return [];
  const folder = joinPath(site.backend, 'entities');
  return files.filter((file) => isBelow(file, folder) && jsonFile.test(file));
}

function readResources(
  tree: SourceTree,
  files: readonly string[],
  site: AppSite,
  kind: string,
  faults: NotChecked[],
): JsonFile[] {
  if (site.backend === undefined) return [];
  const folder = joinPath(site.backend, kind);
  return files
    .filter((file) => isBelow(file, folder) && jsonFile.test(file))
    .flatMap((file) => readJson(tree, file, faults, 'what it configures was not checked') ?? []);
}

function readNamed(
  tree: SourceTree,
  site: AppSite,
  name: string,
  faults: NotChecked[],
  consequence: string,
): JsonFile | undefined {
  const { backend } = site;
  if (backend === undefined) return undefined;
  const candidates = ['jsonc', 'json'].map((extension) => `${joinPath(backend, name)}.${extension}`);
  const file = candidates.find((candidate) => tree.files.includes(candidate));
  return file === undefined ? undefined : readJson(tree, file, faults, consequence);
}

function toResource({ file, value }: JsonFile): JsonResource {
  const named =
    isRecord(value) && typeof value['name'] === 'string' && value['name'] !== '' ? value['name'] : undefined;
  return { name: named ?? baseName(file).replace(jsonFile, ''), file, value };
}

function visibilityOf(value: unknown): Pick<App, 'visibility'> {
  return value === 'public' || value === 'private' || value === 'workspace' ? { visibility: value } : {};
}

function layoutOf(site: AppSite, hasFunctions: boolean, files: readonly string[]): Layout {
  if (site.backend !== undefined) return 'base44-folder';
  const hasApi = files.some((file) => /(?:^|\/)src\/api\/(?:base44Client|entities)\.[jt]sx?$/.test(file));
  return hasFunctions || site.flat || hasApi ? 'old' : 'code-only';
}
