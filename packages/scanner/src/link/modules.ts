import type { App, SourceTree } from '@base44-lint/model';
import { fileSystemOf, ROOT } from './file-system.js';

/** Finds the file that an import names; null where it is no file of the tree. */
export type ResolveModule = (from: string, specifier: string) => string | null;

/**
 * Module resolution by the TypeScript compiler in a ts-morph project: relative paths, extensions, index files, and the
 * `paths` of the app's jsconfig or tsconfig. Without one, `@/` is `src/`, as in the export template.
 */
export async function moduleResolver(app: App, tree: SourceTree): Promise<ResolveModule> {
  // ts-morph takes a quarter of a second to load; a scan without links never pays for it.
  const { Project, ts } = await import('ts-morph');
  const base = app.root === '' ? ROOT : `${ROOT}/${app.root}`;
  const project = new Project({
    fileSystem: fileSystemOf(tree),
    skipAddingFilesFromTsConfig: true,
    skipFileDependencyResolution: true,
    skipLoadingLibFiles: true,
    compilerOptions: {
      allowJs: true,
      noLib: true,
      types: [],
      jsx: ts.JsxEmit.Preserve,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      allowImportingTsExtensions: true,
      noEmit: true,
      ...pathsOf(app, tree, base, (file, text) => ts.parseConfigFileTextToJson(file, text).config as unknown),
    },
  });
  const options = project.getCompilerOptions();
  const host = project.getModuleResolutionHost();
  const cache = ts.createModuleResolutionCache(ROOT, (name) => name, options);
  const known = new Map<string, string | null>();

  return (from, specifier) => {
    const folder = from.slice(0, Math.max(0, from.lastIndexOf('/')));
    const key = `${folder}\n${specifier}`;
    const found = known.get(key);
    if (found !== undefined) return found;
    const { resolvedModule } = ts.resolveModuleName(specifier, `${ROOT}/${from}`, options, host, cache);
    const path = resolvedModule?.resolvedFileName;
    const file = path?.startsWith(`${ROOT}/`) ? path.slice(ROOT.length + 1) : null;
    known.set(key, file);
    return file;
  };
}

interface Paths {
  readonly baseUrl?: string;
  readonly paths: Record<string, string[]>;
}

function pathsOf(app: App, tree: SourceTree, base: string, parse: (file: string, text: string) => unknown): Paths {
  for (const name of ['jsconfig.json', 'tsconfig.json', 'tsconfig.app.json']) {
    const file = app.root === '' ? name : `${app.root}/${name}`;
    if (!tree.files.includes(file)) continue;
    const paths = readPaths(() => parse(file, tree.read(file)), base);
    if (paths) return paths;
  }
  return { paths: { '@/*': [`${base}/src/*`] } };
}

/** A config that cannot be read or holds no `paths` leaves the template's default in place. */
function readPaths(read: () => unknown, base: string): Paths | null {
  try {
    const options = (read() as { compilerOptions?: { baseUrl?: unknown; paths?: unknown } } | undefined)
      ?.compilerOptions;
    if (typeof options?.paths !== 'object' || options.paths === null) return null;
    const start =
      typeof options.baseUrl === 'string'
        ? `${base}/${options.baseUrl.replace(/^\.\/?/, '')}`.replace(/\/$/, '')
        : base;
    const paths: Record<string, string[]> = {};
    for (const [pattern, targets] of Object.entries(options.paths)) {
      if (!Array.isArray(targets)) continue;
      paths[pattern] = targets
        .filter((target) => typeof target === 'string')
        .map((target) => `${start}/${target.replace(/^\.\//, '')}`);
    }
    return Object.keys(paths).length > 0 ? { paths } : null;
  } catch {
    return null;
  }
}
