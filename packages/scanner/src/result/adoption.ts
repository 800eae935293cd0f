/** What a team has accepted, and what a report leaves out because nobody changed it. */
import { z } from 'zod';
import { baselineEntry } from '../baseline/entry.js';
import { count, location, severity } from './common.js';

const reason = z.string().nullable().describe('Why the finding is accepted; null where nobody says.');

const byComment = z
  .strictObject({
    kind: z.literal('comment'),
    reason: reason.describe('Text behind `--` in the comment; null where none is given.'),
    all: z.boolean().describe('True where the comment names no rule and so switches off every rule.'),
    location,
  })
  .describe('An ESLint comment that switches the finding off.');

const byBaseline = z
  .strictObject({
    kind: z.literal('baseline'),
    reason,
    entry: z.string().describe('Identity of the entry; that of the finding, unless it has moved.'),
    file: z.string().describe('The baseline, relative to the scanned path.'),
    addedOn: z.string().nullable().describe('Day on which the finding was accepted, `yyyy-mm-dd`.'),
    expires: z.string().nullable().describe('Last day on which it is accepted, `yyyy-mm-dd`.'),
    movedFrom: z.string().nullable().describe('File of the entry, where the finding has moved to another since.'),
  })
  .describe('An entry of the baseline that holds the finding.');

export const suppression = z
  .discriminatedUnion('kind', [byComment, byBaseline])
  .describe('Why the finding does not count for the gate.');

export const unusedSuppression = z
  .strictObject({
    rule: z.string().describe('As the comment names it, without the `base44/` prefix; empty for all rules.'),
    why: z
      .enum(['nothing-found', 'no-reason', 'unknown-rule'])
      .describe(
        '`nothing-found`: the rule reports nothing there. `no-reason`: the settings ask for one behind `--`. `unknown-rule`: there is no such rule.',
      ),
    reason: z.string().nullable().describe('Text behind `--` in the comment.'),
    location,
  })
  .describe('A comment that asks to switch a rule of ours off and does not.');

const identity = z.string().describe('Identity of the finding.');

export const baselineUse = z
  .strictObject({
    file: z.string().describe('The baseline, relative to the scanned path, or as the command line names it.'),
    entries: count,
    unused: z.array(baselineEntry).describe('Entries whose finding is gone: fixed, or so much changed that it is new.'),
    expired: z
      .array(z.strictObject({ entry: baselineEntry, identity }))
      .describe('Entries whose finding is still there, and counts since their last day.'),
    outgrown: z
      .array(z.strictObject({ entry: baselineEntry, identity, severity }))
      .describe('Entries whose finding counts because it is now more severe than what was accepted.'),
  })
  .describe('What the baseline of the app holds, and how much of it still applies.');

export const comparison = z
  .strictObject({
    ref: z.string().describe('As given to `--since`.'),
    commit: z.string().describe('The commit that the files were compared with.'),
    common: z
      .boolean()
      .describe('True where that is the last commit that the ref and HEAD share; false where the clone shows none.'),
    changedFiles: count.describe('Files of the app that differ from that commit or are not in it.'),
    removedFiles: count.describe('Files of the app that are only in that commit.'),
    hidden: z
      .strictObject({ critical: count, high: count, medium: count, low: count, info: count, suppressed: count })
      .describe('Findings outside the change, which this report leaves out, by severity.'),
  })
  .describe('What the app was compared with. Verdicts on limitations are on the whole app all the same.');

export type Suppression = z.infer<typeof suppression>;
export type UnusedSuppression = z.infer<typeof unusedSuppression>;
export type BaselineUse = z.infer<typeof baselineUse>;
export type Comparison = z.infer<typeof comparison>;
