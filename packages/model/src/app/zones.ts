import { folderOf, isBelow, joinPath, relativeTo } from './paths.js';
import { lowerOf } from './sdk-version.js';
import type { App, BackendFunction, SdkVersion, Zone } from './types.js';

const testFile =
  /(?:^|\/)(?:__tests__|__mocks__|tests?|e2e|cypress|playwright)\/|(?:\.|_)(?:test|spec|stories|cy)\.[cm]?[jt]sx?$/;
/** Folders at the root of an app that hold browser code; `src` in nearly all of them. */
const browserFolder = /^(?:src|pages|components|hooks|lib|utils|layouts?|contexts?|providers|styles)\//;
const browserFile = /^(?:index\.html|(?:App|Layout|main|index)\.[jt]sx?)$/;
/** A package of its own for the browser code, as in `frontend/src` or `apps/web/src`. */
const browserPackage = /^(?:(?:apps|packages)\/[^/]+|frontend|front|client|web|webapp|website|site|app|ui)\//;

/** Where a file runs. Files outside the app, and of an app inside it, are `other`. */
export function zoneOf(app: App, file: string): Zone {
  if (!belongsTo(app, file)) return 'other';
  const owner = functionOf(app, file);
  if (owner?.file === file) return 'function';
  if (isTestFile(relativeTo(file, app.root))) return 'other';
  if (owner) return 'function';
  if (isSharedCode(app, file)) return 'shared';
  if (app.backend !== undefined && isBelow(file, app.backend)) return 'other';
  const path = relativeTo(file, app.root);
  const inPackage = /^src\/|^index\.html$/.test(path.replace(browserPackage, ''));
  return browserFolder.test(path) || browserFile.test(path) || inPackage ? 'frontend' : 'other';
}

/** The backend function that a file is the entry or a module of. Folders may nest; the innermost one wins. */
export function functionOf(app: App, file: string): BackendFunction | undefined {
  const owners = ownersOf(app);
  for (let path = file; path !== ''; path = folderOf(path)) {
    const owner = owners.get(path);
    if (owner) return owner;
  }
  return undefined;
}

const ownersByApp = new WeakMap<App, ReadonlyMap<string, BackendFunction>>();

/** Functions by entry file and by folder: asked for every file, and for every finding. */
function ownersOf(app: App): ReadonlyMap<string, BackendFunction> {
  const known = ownersByApp.get(app);
  if (known) return known;
  const owners = new Map(
    app.functions.flatMap(
      (owner) =>
        [
          [owner.folder ?? owner.file, owner],
          [owner.file, owner],
        ] as const,
    ),
  );
  ownersByApp.set(app, owners);
  return owners;
}

/** The SDK version that the code of a file meets; for shared code the oldest of all functions. */
export function sdkOf(app: App, file: string): SdkVersion {
  const zone = zoneOf(app, file);
  if (zone === 'function') return functionOf(app, file)?.sdk ?? { version: null, source: 'none' };
  if (zone !== 'shared') return app.sdk;
  return app.functions.map(({ sdk }) => sdk).reduce(lowerOf, { version: null, source: 'none' });
}

export function belongsTo(app: App, file: string): boolean {
  return isBelow(file, app.root) && !(app.nested ?? []).some((root) => isBelow(file, root));
}

export function isTestFile(path: string): boolean {
  return testFile.test(path);
}

function isSharedCode(app: App, file: string): boolean {
  const { backend } = app;
  if (backend !== undefined && ['shared', 'functions', 'actors'].some((name) => isBelow(file, joinPath(backend, name))))
    return true;
  const isFlat = app.functions.some(
    ({ folder, file: entry }) => folder === undefined && !isBelow(entry, backend ?? entry),
  );
  const helpers = joinPath(app.root, 'functions');
  // Cloudflare's hooks use the same folder name; they are not part of the app's backend.
  return isFlat && isBelow(file, helpers) && !/^_middleware\./.test(relativeTo(file, folderOf(file)));
}
