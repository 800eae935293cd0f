/** The exit section of a result: what ties the app to the platform, what takes its place, and what a move takes. */
import { exitGroupIds, exitWeightIds } from '@base44-lint/catalog';
import { z } from 'zod';
import { count, explanation, location, range } from './common.js';

const zone = z.enum(['frontend', 'function', 'shared']);
const group = z.enum(exitGroupIds);
const portability = z
  .enum(['as-is', 'adapter', 'rewrite', 'none'])
  .describe('What happens to the code: stays, stays behind an adapter, is written again, or has nothing to move to.');

export const exitUse = z
  .strictObject({
    member: z.string().describe('Member of the SDK without the service role: `entities.filter`, `auth.me`.'),
    group: group.nullable().describe('What takes its place; null for a member that no version of the SDK has.'),
    zone,
    code: z
      .enum(['own', 'template'])
      .describe('`template`: a call that every export has, in a file that every export has.'),
    calls: count,
    asService: count.describe('Of these calls, how many are made with the service role.'),
    files: count,
    first: location,
  })
  .describe('Calls of one member of the SDK in one zone.');

export const exitEntity = z
  .strictObject({
    name: z.string(),
    schema: location.nullable().describe('Null where the code uses the entity and the export has no schema of it.'),
    used: z.boolean().describe('Whether code of the app asks for it.'),
    fields: count.nullable().describe('Null without schema.'),
    relations: z
      .array(z.strictObject({ field: z.string(), entity: z.string() }))
      .describe('Fields that hold ids of rows of another entity, by their names.'),
    rules: z
      .array(
        z.strictObject({
          operations: z.array(z.enum(['create', 'read', 'update', 'delete'])),
          access: z.string(),
          reason: z.string(),
        }),
      )
      .nullable()
      .describe('Different access rules to build again; null without schema.'),
    open: z
      .array(z.enum(['create', 'read', 'update', 'delete']))
      .describe('Operations that anyone may perform, so that somebody has to decide who may after the move.'),
    sensitive: z
      .array(z.string())
      .nullable()
      .describe('Fields with personal, secret or regulated data; null without schema.'),
    fileFields: z.array(z.string()).describe('Fields that hold addresses of files, by their names.'),
  })
  .describe('An entity that has to be moved.');

export const exitFunction = z
  .strictObject({
    name: z.string(),
    file: z.string(),
    lines: count
      .nullable()
      .describe(
        'Lines of all its files, a line of more than 80 characters as several; null where its code was not analysed.',
      ),
    serviceRole: z.boolean(),
    services: z.array(z.string()).describe('Services that it calls directly.'),
    automations: count,
  })
  .describe('A backend function that has to be moved.');

const named = z.strictObject({ name: z.string(), location: location.nullable() });

export const exitService = z
  .strictObject({
    name: z.string(),
    kind: z.string(),
    calls: count,
    ownersKey: z.boolean().describe('A key of the owner goes along, which has to be moved.'),
    first: location,
  })
  .describe('A service other than Base44 that the app calls directly.');

export const exportPath = z
  .strictObject({
    name: z.string(),
    file: z.string(),
    by: z.enum(['function', 'name', 'content']).describe('What tells that it writes data out.'),
    entities: z.array(z.string()).describe('Entities that it reads, itself or through functions that it calls.'),
    whole: z
      .array(z.string())
      .describe('Those of them that it reads without a condition, or by one that cannot be seen.'),
    pages: z.array(z.string()).describe('Those of them that it reads page by page, and so past the first 5,000 rows.'),
    dynamic: z.boolean().describe('It also reads entities whose names only the run decides.'),
  })
  .describe('A place of the app that writes data out.');

export const dataExport = z.strictObject({
  verdict: z
    .enum(['complete', 'partial', 'unknown', 'none', 'no-entities'])
    .describe('`unknown`: a path reads entities by names that only the run decides, so it may reach all.'),
  entities: count,
  paths: z.array(exportPath),
  missed: z.array(z.string()).describe('Entities that no path reads by name.'),
  inPart: z
    .array(z.string())
    .describe('Entities of which paths read only the rows that a condition selects: of one customer, of one day.'),
  firstRowsOnly: z.array(z.string()).describe('Entities that are read, but nowhere page by page.'),
});

const sanity = z.strictObject({
  missingEntities: z.array(z.string()).describe('Entities that the code uses and the export has no schema of.'),
  missingFunctions: z.array(z.string()).describe('Functions that the code calls and the export does not hold.'),
  drift: z
    .array(z.strictObject({ rule: z.string(), findings: count, first: location }))
    .describe('Findings of the rules that compare code and export, without suppressed ones.'),
  notExportable: z.array(z.string()).describe('What no export of this app can hold, in full sentences.'),
  secrets: z
    .array(z.string())
    .describe('Names of the environment values that functions read and that have to be set again.'),
  ownClientCalls: count.describe("Entity calls that go through a client of the app's own in place of the SDK's."),
});

const term = z
  .strictObject({
    weight: z.enum(exitWeightIds),
    group,
    what: z.string().describe('What is counted, in the number of the count.'),
    count: z.number().min(0),
    hoursEach: range,
    hours: range.describe('Count times hours for one.'),
  })
  .describe('One line of the estimate.');

const step = z
  .strictObject({ what: z.string(), formula: z.string(), result: range })
  .describe('One step from the sum of the terms to hours, weeks and cost.');

export const exitEstimate = z.strictObject({
  weightsVersion: z.string(),
  terms: z.array(term),
  sum: range.describe('Hours: the sum of the terms, before they are held against the bounds of the framework.'),
  beyond: z
    .enum(['below', 'above', 'within'])
    .describe(
      'Where the sum lies: `above` when its high end is above the upper bound, so that the range ends at the bound and the move may take longer; `below` when its low end is below the lower bound.',
    ),
  hours: range.describe('Whole hours inside the bounds of the framework.'),
  weeks: range.describe('Whole weeks inside the bounds of the framework.'),
  cost: range.describe('US dollars; inside the bounds of the framework unless the settings name a rate.'),
  rate: z.strictObject({
    dollars: range.describe('US dollars for an hour.'),
    source: z.enum(['framework', 'settings']),
  }),
  steps: z.array(step),
});

export const exitPart = z
  .strictObject({
    group,
    title: z.string(),
    found: z.array(z.strictObject({ what: z.string(), count: z.number() })),
    replacement: z.string(),
    portability,
    note: z.string(),
    hours: range.describe('Hours of this part before the bounds of the framework.'),
    source: z.strictObject({ title: z.string(), url: z.string(), checkedOn: z.string() }),
  })
  .describe('A line of the inventory: what the app has of one kind, and what takes its place.');

export const exitSection = z
  .strictObject({
    framework: z.strictObject({
      version: z.string(),
      hours: range,
      weeks: range,
      cost: range,
      source: z.strictObject({ title: z.string(), url: z.string(), date: z.string() }),
    }),
    onPlatform: z
      .boolean()
      .describe(
        'False where neither code nor manifest names the SDK any more: the app has moved already, or never was one.',
      ),
    parts: z.array(exitPart),
    uses: z.array(exitUse),
    templateFiles: z.array(z.strictObject({ file: z.string(), what: z.string() })),
    entities: z.array(exitEntity),
    functions: z.array(exitFunction),
    sharedLines: count.describe('Lines of code that functions share.'),
    agents: z.array(named),
    automations: z.array(named.extend({ kind: z.string(), active: z.boolean() })),
    connectors: z.array(named),
    signIn: z.strictObject({
      methods: z.array(named.extend({ source: z.enum(['config', 'code']) })),
      hostedPage: z
        .boolean()
        .describe('The app sends people to the sign-in page of the platform, which offers what the dashboard says.'),
      configured: z.boolean().describe('The export holds the configuration of the ways to sign in.'),
    }),
    storage: z.strictObject({
      uploads: z.array(location),
      files: z.array(location).describe("Places that name a file on the platform's storage."),
    }),
    services: z.array(exitService),
    dataExport,
    sanity,
    estimate: exitEstimate,
    caveats: z.array(z.string()).describe('What the figures cannot know, in full sentences.'),
    explanations: z.array(explanation),
  })
  .describe('What ties the app to the platform, what takes its place elsewhere, and what a move takes.');

export type ExitSection = z.infer<typeof exitSection>;
export type ExitUse = z.infer<typeof exitUse>;
export type ExitEntity = z.infer<typeof exitEntity>;
export type ExitFunction = z.infer<typeof exitFunction>;
export type ExitService = z.infer<typeof exitService>;
export type ExitEstimate = z.infer<typeof exitEstimate>;
export type ExitTerm = z.infer<typeof term>;
export type ExitPart = z.infer<typeof exitPart>;
export type ExportPath = z.infer<typeof exportPath>;
export type DataExport = z.infer<typeof dataExport>;
