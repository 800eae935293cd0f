import { isOwnModule, type App, type FileFacts, type Link, type Scoped, type SourceTree } from '@base44-lint/model';
import { moduleResolver, type ResolveModule } from './modules.js';

const MAX_HOPS = 12;

/**
 * Connects the facts of files: what an import denotes in the file that it comes from, through re-exports and barrels.
 * Loads ts-morph only where some file imports another one.
 */
export async function linkApp(app: App, tree: SourceTree, facts: ReadonlyMap<string, FileFacts>): Promise<Link> {
  const isLinked = [...facts.values()].some(
    ({ imports, exports }) =>
      imports.some(({ from }) => isOwnModule(from)) || exports.some(({ value }) => value.t === 'import'),
  );
  if (!isLinked) return { resolveImport: () => null };
  return linkWith(await moduleResolver(app, tree), facts);
}

/** The same with a given way to find modules. */
function linkWith(resolveModule: ResolveModule, facts: ReadonlyMap<string, FileFacts>): Link {
  const known = new Map<string, ReturnType<Link['resolveImport']>>();

  const exported = (file: string, name: string, hops: number): Scoped | null => {
    if (hops > MAX_HOPS) return null;
    const { exports = [] } = facts.get(file) ?? {};
    const entry = exports.find((one) => one.name === name);
    if (entry) return settled({ file, term: entry.value }, hops);
    if (name === 'default') return null;
    for (const { name: star, value } of exports) {
      if (star !== '*' || value.t !== 'import') continue;
      const target = resolveModule(file, value.from);
      const found = target === null ? null : exported(target, name, hops + 1);
      if (found) return found;
    }
    return null;
  };

  /** A re-export is followed to where the value is made, as far as the app holds it. */
  const settled = (scoped: Scoped, hops: number): Scoped => {
    const { file, term } = scoped;
    if (term.t !== 'import' || !isOwnModule(term.from)) return scoped;
    const target = resolveModule(file, term.from);
    return (target === null ? null : exported(target, term.name, hops + 1)) ?? scoped;
  };

  return {
    resolveImport(file, from, name) {
      if (!isOwnModule(from)) return 'outside';
      const target = resolveModule(file, from);
      if (target === null || name === '*') return null;
      const key = `${target}\n${name}`;
      const found = known.get(key);
      if (found !== undefined) return found;
      const result = exported(target, name, 0);
      known.set(key, result);
      return result;
    },
  };
}
