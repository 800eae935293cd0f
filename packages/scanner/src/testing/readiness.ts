import { inferTenants, loadApp, recogniseText, usedNamesOf, viewFiles, type SourceTree } from '@base44-lint/model';
import { rules } from '@base44-lint/rules';
import { verdictsOf } from '../assess/limitations.js';
import { locator } from '../assess/locate.js';
import type { ReadinessInput } from '../assess/readiness/index.js';
import { sightOf } from '../assess/sight.js';
import { summaryOf } from '../assess/summary.js';
import { unfollowed } from './unfollowed.js';

/** Files of an app by their names. */
export type Content = Readonly<Record<string, string>>;

const manifest: Content = {
  'base44/config.jsonc': '{ "name": "Sample", "visibility": "private" }',
  'package.json': '{ "dependencies": { "@base44/sdk": "0.8.31" } }',
};

/** What readiness is judged by, from the files of an app. No rule runs; findings come with the overrides. */
export function readinessInput(content: Content = {}, overrides: Partial<ReadinessInput> = {}): ReadinessInput {
  const all = { ...manifest, ...content };
  const files = Object.keys(all).sort();
  const tree: SourceTree = { files, read: (file) => all[file]! };
  const loaded = loadApp(tree, '');
  const code = files.filter((file) => /\.[jt]sx?$/.test(file));
  const views = viewFiles(
    code.map((file) => ({ facts: recogniseText(all[file]!, file), text: all[file]! })),
    loaded,
  );
  const app = { ...loaded, tenants: inferTenants(loaded.entities, loaded.settings, []), used: usedNamesOf(views) };
  const sight = sightOf(app, views, files);
  const counted = { files: files.length, codeFiles: code.length, codeLines: 1, relevantFiles: views.length };
  const coverage = {
    app: summaryOf(app, views, counted, unfollowed(locator((file) => all[file]!))),
    sight,
    ran: rules,
    off: [],
    unseenFiles: [],
  };
  return {
    app,
    views,
    files,
    findings: [],
    limitations: verdictsOf(overrides.findings ?? [], coverage),
    sight,
    locate: locator((file) => all[file]!),
    answers: {},
    migration: null,
    ...overrides,
  };
}

/** An entity schema; fields are strings unless their value says more. */
export function entity(name: string, fields: readonly string[], more: Readonly<Record<string, unknown>> = {}): Content {
  const properties = Object.fromEntries(fields.map((field) => [field, { type: 'string' }]));
  return { [`base44/entities/${name}.jsonc`]: JSON.stringify({ name, type: 'object', properties, ...more }, null, 2) };
}

export const client = "import { base44 } from '@/api/base44Client';\n";
