/** What `base44-scan fleet` writes as `fleet.json`: a line on each app, and where its reports are. */
import { z } from 'zod';
import { appSummary, counts } from '../result.js';
import { count, severity } from '../result/common.js';
import { schemaVersion } from '../version.js';

const worst = z
  .strictObject({ rule: z.string(), severity, message: z.string(), count: count.min(1) })
  .describe('Findings of one rule: the weightiest of them, and how many there are.');

export const fleetApp = z
  .strictObject({
    root: appSummary.shape.root,
    name: z.string().nullable(),
    codeLines: count,
    counts,
    fails: z.boolean().describe('A finding that nobody suppressed is at the gate or above.'),
    limitations: z.strictObject({ found: count, clear: count, notChecked: count }),
    notChecked: count.describe('Files that could not be read or understood.'),
    worst: z.array(worst).describe('The three weightiest rules.'),
  })
  .describe('One app of a target.');

export const fleetRow = z
  .strictObject({
    path: z.string().describe('The target, relative to where the command ran, with `/`.'),
    failure: z.string().nullable().describe('Why it could not be scanned, in one sentence.'),
    html: z.string().nullable().describe('Its report, beside this file.'),
    json: z.string().nullable().describe('Its result, beside this file.'),
    apps: z.array(fleetApp),
  })
  .describe('One target: a folder with one app or several.');

export const fleetResult = z.strictObject({
  schemaVersion: z.literal(schemaVersion),
  tool: z.strictObject({ name: z.literal('base44-scan'), version: z.string() }),
  fleet: z.array(fleetRow),
});

export type FleetApp = z.infer<typeof fleetApp>;
export type FleetRow = z.infer<typeof fleetRow>;
export type FleetResult = z.infer<typeof fleetResult>;
