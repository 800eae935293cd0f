import { complianceNeeds, criterionIds, planIds } from '@base44-lint/catalog';
import { createRequire } from 'node:module';
import type { z as Zod } from 'zod';
import { parseJson } from './json.js';
import { joinPath } from './paths.js';
import type { Settings, SourceTree } from './types.js';

export const configFileName = 'base44-lint.config.jsonc';

export const defaultSettings: Settings = {
  tenantFields: [],
  publicEntities: [],
  publicFunctions: [],
  severity: {},
  ignore: [],
  requireSuppressionReason: false,
  ruleOptions: {},
  readiness: {},
  complianceNeeds: [],
  usage: { runs: {} },
  exit: {},
};

/** A fault in `base44-lint.config.jsonc`. The message is one line that says what is wrong, where, and what is allowed. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(
    /** The file, as the caller named it. */
    readonly file: string,
    /** Where in the file: `severity.no-websocket`; '' for the file as a whole. */
    readonly path: string,
    fault: string,
    /** What may stand there, where that is a short list. */
    readonly allowed: readonly string[] = [],
  ) {
    super(`${file}${path && `: ${path}`}: ${fault}.`);
  }
}

/** Settings of an app: from its own folder, else from the root of the tree, else the defaults. @throws ConfigError */
export function readSettings(tree: SourceTree, root: string): Settings {
  const file = [joinPath(root, configFileName), configFileName].find((candidate) => tree.files.includes(candidate));
  if (file === undefined) return defaultSettings;
  try {
    return parseSettings(tree.read(file), file);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    throw new ConfigError(file, '', `the file ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Validates the text of a configuration file; `file` is named in errors. @throws ConfigError */
export function parseSettings(text: string, file: string): Settings {
  let value: unknown;
  try {
    ({ value } = parseJson(text, file));
  } catch (error) {
    throw new ConfigError(file, '', `the file ${error instanceof Error ? error.message : String(error)}`);
  }
  const result = settingsSchema().safeParse(value);
  if (!result.success) throw toConfigError(result.error.issues, file);
  const settings = result.data;
  return {
    tenantFields: settings.tenantFields,
    publicEntities: settings.publicEntities,
    publicFunctions: settings.publicFunctions,
    ignore: settings.ignore,
    requireSuppressionReason: settings.requireSuppressionReason,
    severity: withoutPrefix(settings.severity),
    ruleOptions: withoutPrefix(settings.ruleOptions),
    readiness: settings.readiness,
    complianceNeeds: settings.complianceNeeds,
    usage: settings.usage,
    exit: settings.exit,
  };
}

/** JSON Schema (draft 2020-12) of the configuration file, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  const schema = zod().toJSONSchema(settingsSchema(), { io: 'input' });
  return { ...schema, title: 'Configuration of base44-lint' };
}

/** Loaded only when a configuration exists: it costs more than everything else at start-up. */
function zod(): typeof Zod {
  const require = createRequire(import.meta.url);
  return (require('zod') as { z: typeof Zod }).z;
}

function settingsSchema() {
  const z = zod();
  const names = (description: string) => z.array(z.string().min(1)).default([]).describe(description);
  return z.strictObject({
    $schema: z.string().optional().describe('JSON Schema of this file, for editors.'),
    tenantFields: names('Fields that carry the tenant in entities. Replaces what would be inferred.'),
    publicEntities: names('Entities that everyone may read on purpose.'),
    publicFunctions: names('Backend functions that anyone may call on purpose.'),
    severity: z
      .record(z.string().min(1), z.enum(['critical', 'high', 'medium', 'low', 'info', 'off']))
      .default({})
      .describe('Severity by rule name; `off` switches the rule off.'),
    ignore: names('Files that are not checked: patterns in gitignore syntax, relative to the app.'),
    requireSuppressionReason: z
      .boolean()
      .default(false)
      .describe('A comment that switches a rule off counts only with a reason behind `--`. Holds for base44-scan.'),
    ruleOptions: z.record(z.string().min(1), z.unknown()).default({}).describe('Options by rule name.'),
    readiness: z
      .partialRecord(z.enum(criterionIds), z.literal([0, 1, 2, 3, 4]))
      .default({})
      .describe('Your level on a criterion of the readiness assessment, 0 (worst) to 4.'),
    complianceNeeds: z
      .array(z.enum(complianceNeeds))
      .default([])
      .describe('Which frameworks level 0 of `regulatory-compliance` stands for.'),
    usage: usageSchema(z),
    exit: z
      .strictObject({ hourlyRate: z.union([z.number().positive(), rangeSchema(z)]).optional() })
      .default({})
      .describe('`hourlyRate`: US dollars for an hour of those who would move the app, one rate or two.'),
  });
}

function usageSchema(z: typeof Zod) {
  const amount = (description: string) => z.number().min(0).optional().describe(description);
  return z
    .strictObject({
      users: amount('People who use the app in a month.'),
      sessions: amount('Sessions of one of them in a month.'),
      actions: amount('How often one of them does one action in a session.'),
      minutes: amount('Minutes that a session lasts.'),
      items: amount('Elements of a list whose length the code does not say.'),
      runs: z
        .record(z.string().min(1), z.number().min(0))
        .default({})
        .describe('Runs a month by the id of a trigger, as `base44-scan credits` prints it.'),
      plan: z.enum(planIds).optional().describe('The plan that you pay for.'),
    })
    .default({ runs: {} })
    .describe('How much the app is used, for the projection of credits.');
}

function rangeSchema(z: typeof Zod) {
  const rate = z.number().positive();
  return z.tuple([rate, rate]).refine(([low, high]) => low <= high, 'the lower rate comes first');
}

function toConfigError(issues: readonly Zod.core.$ZodIssue[], file: string): ConfigError {
  const [issue] = issues;
  const path = issue?.path.join('.') ?? '';
  if (issue?.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const allowed = keysAt(settingsSchema().shape, issue.path);
    const nearest = allowed.toSorted((one, two) => distance(key, one) - distance(key, two))[0] ?? '';
    const advice = distance(key, nearest) <= 3 ? `did you mean "${nearest}"` : `known keys are ${allowed.join(', ')}`;
    return new ConfigError(file, path, `"${key}" is no setting; ${advice}`, allowed);
  }
  if (issue?.code === 'invalid_value') {
    const allowed = issue.values.map(String);
    return new ConfigError(file, path, `the value must be one of ${allowed.join(', ')}`, allowed);
  }
  const fault = (issue?.message ?? 'the value is invalid').replace(/\.$/, '');
  return new ConfigError(file, path, fault.charAt(0).toLowerCase() + fault.slice(1));
}

/** What may stand in an object of the file: at its top, or below one of its keys. */
function keysAt(shape: Readonly<Record<string, unknown>>, [key, ...rest]: readonly PropertyKey[]): readonly string[] {
  if (key === undefined) return Object.keys(shape);
  const part = shape[String(key)];
  const inner = part instanceof zod().ZodDefault ? part.unwrap() : part;
  if (inner instanceof zod().ZodRecord)
    return inner.keyType instanceof zod().ZodEnum ? inner.keyType.options.map(String) : [];
  return inner instanceof zod().ZodObject ? keysAt(inner.shape, rest) : [];
}

/** Rules may be named as in ESLint (`base44/no-websocket`) or plainly. */
function withoutPrefix<T>(byRule: Readonly<Record<string, T>>): Record<string, T> {
  return Object.fromEntries(Object.entries(byRule).map(([rule, value]) => [rule.replace(/^base44\//, ''), value]));
}

/** Levenshtein distance, for "did you mean". */
function distance(one: string, two: string): number {
  let row = Array.from({ length: two.length + 1 }, (_, index) => index);
  for (const [i, left] of [...one].entries()) {
    const next = [i + 1];
    for (const [j, right] of [...two].entries()) {
      next.push(Math.min(next[j]! + 1, row[j + 1]! + 1, row[j]! + (left === right ? 0 : 1)));
    }
    row = next;
  }
  return row.at(-1)!;
}
