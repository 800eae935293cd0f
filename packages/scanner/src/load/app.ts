import { readFileSync } from 'node:fs';
import {
  belongsTo,
  ConfigError,
  findApps,
  loadApp,
  parseSettings,
  readTree,
  type App,
  type NotChecked,
  type ReadTree,
  type Settings,
  type SourceTree,
} from '@base44-lint/model';
import type { AnyRule } from '@base44-lint/rules';
import { clause, ScanError } from './errors.js';

/** @throws {ScanError} Where the path is no folder that can be read. */
export function openTree(path: string): ReadTree {
  try {
    return readTree(path);
  } catch (error) {
    throw new ScanError(`${clause(error)}.`, { cause: error });
  }
}

/** @throws {ScanError} Where no Base44 app lies in the tree. */
export function rootsOf(tree: SourceTree, path: string): readonly string[] {
  const roots = findApps(tree);
  if (roots.length > 0) return roots;
  throw new ScanError(`${path}: no Base44 app found here; give the folder that holds the exported app.`);
}

/**
 * @param config A settings file to use in place of the app's own; it may lie outside the app.
 * @throws {ScanError} Where the settings are broken, cannot be read, or name a rule that does not exist.
 */
export function openApp(tree: SourceTree, root: string, config: string | undefined, rules: readonly AnyRule[]): App {
  try {
    const app = loadApp(tree, root, config === undefined ? undefined : readSettingsFile(config));
    assertKnownRules(app.settings, rules, config ?? 'base44-lint.config.jsonc');
    return app;
  } catch (error) {
    if (error instanceof ConfigError) throw new ScanError(error.message, { cause: error });
    throw error;
  }
}

function readSettingsFile(path: string): Settings {
  let text: string;
  try {
    text = readFileSync(path, 'utf8').replace(/^\uFEFF/u, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : clause(error);
    throw new ScanError(`${path}: the settings cannot be read (${code}).`, { cause: error });
  }
  return parseSettings(text, path);
}

/** A misspelt rule would silently keep its severity. */
function assertKnownRules({ severity, ruleOptions }: Settings, rules: readonly AnyRule[], file: string): void {
  const known = rules.map(({ meta }) => meta.name);
  for (const [key, names] of Object.entries({
    severity: Object.keys(severity),
    ruleOptions: Object.keys(ruleOptions),
  })) {
    const unknown = names.find((name) => !known.includes(name));
    if (unknown !== undefined) {
      throw new ScanError(
        `${file}: ${key} names the rule ${unknown}, which does not exist; the rules are ${known.join(', ')}.`,
      );
    }
  }
}

/** What the walk and the app could not read, of this app only. */
export function unreadOf(tree: ReadTree, app: App): readonly NotChecked[] {
  return [...tree.notChecked.filter(({ file }) => belongsTo(app, file)), ...app.notChecked];
}
