/**
 * The result of a scan: the only contract between the assessment and the reports. The JSON report is this data as it
 * stands, and `schema/result.schema.json` is generated from it, so every description here is public documentation.
 */
import { z } from 'zod';
import { baselineUse, comparison, suppression, unusedSuppression } from './result/adoption.js';
import { confidence, count, limitationId, location, severity } from './result/common.js';
import { creditsSection } from './result/credits.js';
import { exitSection } from './result/exit.js';
import { entityUse, functionSummary } from './result/matrix.js';
import { readinessSection } from './result/readiness.js';
import { schemaVersion } from './version.js';

export type { BaselineUse, Comparison, Suppression, UnusedSuppression } from './result/adoption.js';
export type { BaselineEntry } from './baseline/entry.js';
export type { Explanation, Location, Placed, Position, Range } from './result/common.js';
export type { EntityUse, FunctionCaller, FunctionCheck, FunctionSummary } from './result/matrix.js';

export const excerpt = z
  .strictObject({
    startLine: z.int().min(1),
    startColumn: z
      .int()
      .min(1)
      .describe('Column of the first character of every line; above 1 where long lines were cut.'),
    lines: z.array(z.string()),
  })
  .describe('The source lines around a finding. Secrets are masked with asterisks of the same length.');

export const evidence = z
  .strictObject({ note: z.string(), location })
  .describe('Another place that decided the verdict.');

export const suggestion = z
  .strictObject({ title: z.string(), edits: z.array(z.strictObject({ location, text: z.string() })) })
  .describe('A rewrite that a person may choose.');

export const finding = z
  .strictObject({
    rule: z.string().describe('Name of the rule, without the `base44/` prefix.'),
    severity,
    confidence,
    message: z.string().describe('One sentence: what can happen, to whom.'),
    location,
    limitations: z.array(limitationId).describe('Limitations of the platform that the finding is a case of.'),
    evidence: z.array(evidence),
    advice: z.string().describe('What to do, chosen by the SDK version that the file runs against.'),
    suppression: suppression.nullable(),
    identity: z.string().describe('Stays the same while the code around the finding moves.'),
    contentIdentity: z
      .string()
      .describe('Stays the same while the finding moves to another file with its function, or with its file.'),
    symbol: z.string().describe('Functions around the finding, outermost first, joined by `.`; empty at top level.'),
    lineHash: z
      .string()
      .nullable()
      .describe(
        "GitHub's `primaryLocationLineHash`: hash of the line, colon, occurrence; null where a secret could be computed from it.",
      ),
    suggestions: z.array(suggestion),
    excerpt,
  })
  .describe('One judgement with its place.');

export const counts = z
  .strictObject({ critical: count, high: count, medium: count, low: count, info: count, suppressed: count })
  .describe('Findings by severity; suppressed ones are counted only as suppressed.');

export const limitationVerdict = z
  .strictObject({
    id: limitationId,
    title: z.string(),
    category: z.string(),
    verdict: z
      .enum(['found', 'clear', 'not-checked'])
      .describe('`clear` only where a check ran and saw all that it needs.'),
    reason: z.string().describe('Why this verdict, in one sentence.'),
    counts,
    today: z.enum(['still-true', 'partly-lifted', 'lifted', 'unclear']).describe('State of the platform today.'),
    since: z.string().nullable().describe('Package and version that lifted the limitation, where one did.'),
    state: z.string().describe('What holds today, in full sentences.'),
    checkedOn: z.string().describe('Day on which that was last checked, `yyyy-mm-dd`.'),
    consequence: z.string().describe('What happens to an app that ignores it.'),
    workaround: z.string().describe('What to do on Base44 today.'),
    question: z.string().describe('What an auditor asks the owner, where the repository does not show it.'),
  })
  .describe('What the scan can say about one limitation of the platform.');

export const notChecked = z
  .strictObject({ file: z.string(), reason: z.string() })
  .describe('What could not be read or understood. Never counted as clean.');

const sdk = z.strictObject({
  version: z.string().nullable(),
  source: z.enum(['lock', 'pin', 'range', 'none']),
});

export const accessKind = z.enum([
  'open',
  'owner',
  'tenant',
  'role',
  'mixed',
  'public-part',
  'blocked',
  'never',
  'platform',
  'unknown',
]);
const access = z.strictObject({
  kind: accessKind,
  reason: z.string(),
  roles: z.array(z.string()).describe('Roles that the rule names.'),
  location: location.nullable().describe('Where the rule stands, or where it is missing; null where nothing shows it.'),
});

export const entity = z
  .strictObject({
    name: z.string(),
    file: z.string(),
    fields: count,
    openFields: z.boolean().describe('The schema lets rows hold fields that it does not name.'),
    sensitive: z.array(z.string()).describe('Fields that hold personal, secret or regulated data.'),
    holds: z
      .strictObject({
        personal: z.array(z.string()),
        secret: z.array(z.string()),
        regulated: z.array(z.string()).describe('Health, card, bank, identity number.'),
        owner: z.array(z.string()).describe('Fields that name the user who owns the row, beside `created_by`.'),
      })
      .describe('Fields by what they hold, judged by their names.'),
    tenantKeys: z.array(z.string()).describe('Those of the tenant keys of the app that the entity has.'),
    access: z.strictObject({ create: access, read: access, update: access, delete: access }),
  })
  .describe('An entity with the verdict on each operation of its access rules.');

export const appSummary = z
  .strictObject({
    root: z.string().describe('Folder of the app below the scanned path; empty for the path itself.'),
    name: z.string().nullable(),
    layout: z.enum(['base44-folder', 'old', 'code-only']),
    visibility: z.enum(['public', 'private', 'workspace']).nullable(),
    sdk: z.strictObject({
      frontend: sdk,
      functions: z.array(
        z.strictObject({ version: z.string().nullable(), source: sdk.shape.source, functions: count }),
      ),
    }),
    counts: z.strictObject({
      entities: count,
      functions: count,
      agents: count,
      workflows: count,
      files: count.describe('Files of the app, whatever their kind.'),
      codeFiles: count.describe('JavaScript and TypeScript files.'),
      codeLines: count.describe('Lines of those files.'),
      relevantFiles: count.describe('Code files that may concern Base44 or a rule, and were analysed.'),
      entityCalls: count,
    }),
    schemas: z.strictObject({
      state: z.enum(['all', 'some', 'none']).describe('How many of the entities that the code uses have a schema.'),
      missing: z.array(z.string()).describe('Entities that the code uses and that have no schema in the export.'),
    }),
    tenants: z.array(z.strictObject({ field: z.string(), reason: z.string(), source: z.string(), confidence })),
    entities: z.array(entity),
    entityUses: z.array(entityUse),
    functions: z.array(functionSummary),
  })
  .describe('The app that was scanned.');

export const appReport = z.strictObject({
  app: appSummary,
  findings: z.array(finding),
  limitations: z.array(limitationVerdict),
  readiness: readinessSection,
  credits: creditsSection,
  exit: exitSection,
  notChecked: z.array(notChecked),
  unusedSuppressions: z.array(unusedSuppression).describe('Comments that switch off nothing, in the order of places.'),
  baseline: baselineUse.nullable().describe('Null where the app has none, or it was not asked for.'),
  since: comparison.nullable().describe('Null where the report is on the whole app.'),
});

const minutes = z.strictObject({ low: z.int().min(0), high: z.int().min(0) });

export const ruleInfo = z
  .strictObject({
    name: z.string(),
    description: z.string(),
    limitations: z.array(limitationId),
    precision: z.enum(['very-high', 'high', 'medium', 'low']),
    cwe: z.string().nullable(),
    effort: z
      .strictObject({
        fix: z.string().describe('What kind of change mends it.'),
        first: minutes.describe('Minutes for the first place.'),
        each: minutes.describe('Minutes for each further place.'),
      })
      .describe('A rough band for one engineer who knows the app, tests included. Not a quote.'),
  })
  .describe('A rule that ran.');

const tool = z.strictObject({ name: z.literal('base44-scan'), version: z.string() });
const head = { schemaVersion: z.literal(schemaVersion), tool, rules: z.array(ruleInfo) };

/** What `scan` returns: one report for each app, in the order of their folders. */
export const scanResult = z.strictObject({ ...head, apps: z.array(appReport) });

/** How a JSON report was written, where that says more than the result. */
const view = {
  minSeverity: severity.optional().describe('Findings below it were left out of this report; absent where none were.'),
  repositoryPath: z
    .string()
    .optional()
    .describe('Folder of the scanned path below the root of its repository; absent for the root.'),
};
export const jsonReportOfApp = z.strictObject({ ...head, ...view, ...appReport.shape });
export const jsonReportOfApps = z.strictObject({ ...head, ...view, apps: scanResult.shape.apps });

/** What the JSON report holds: one app at the top level, or several under `apps`. */
export const jsonReport = z.union([jsonReportOfApp, jsonReportOfApps]).describe('Report of base44-scan.');

export type Excerpt = z.infer<typeof excerpt>;
export type Finding = z.infer<typeof finding>;
export type Counts = z.infer<typeof counts>;
export type LimitationVerdict = z.infer<typeof limitationVerdict>;
export type NotChecked = z.infer<typeof notChecked>;
export type EntitySummary = z.infer<typeof entity>;
export type AppSummary = z.infer<typeof appSummary>;
export type AppReport = z.infer<typeof appReport>;
export type RuleInfo = z.infer<typeof ruleInfo>;
export type ScanResult = z.infer<typeof scanResult>;
