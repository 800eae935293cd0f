/** The answer to "is this app ready for production here", as data. */
import {
  complianceNeeds,
  criterionIds,
  extensiveHardeningIds,
  hardeningIds,
  limitationIds,
  readinessActions,
  readinessVerdictIds,
} from '@base44-lint/catalog';
import { z } from 'zod';
import { confidence, explanation, placed, range } from './common.js';

const level = z
  .union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])
  .describe('0 is the worst answer to a criterion, 4 the best.');
const points = z
  .strictObject({ low: z.int().min(0).max(32), high: z.int().min(0).max(32) })
  .describe('Points from lowest to highest; equal where nothing is open.');
const criterionId = z.enum(criterionIds);
const source = z.strictObject({ title: z.string(), url: z.string(), date: z.string(), checkedOn: z.string() });

export const readinessEvidence = z
  .strictObject({
    kind: z.string().describe('What was seen, by a name that stays the same: `patient-data`, `frequent-polling`.'),
    cap: level
      .nullable()
      .describe(
        'The highest level that this leaves; null for a hint, which limits nothing and is only worth a question.',
      ),
    confidence,
    reason: z.string().describe('What the export shows, in one sentence.'),
    places: z.array(placed).describe('The first few places.'),
    count: z.int().min(0).describe('How many places there are in all.'),
    findings: z.array(z.string()).describe('Identities of findings that rest on the same facts.'),
  })
  .describe('Something in the export that speaks to a criterion.');

const today = z
  .strictObject({
    levels: points.describe('The same criterion with what the platform can do today.'),
    notes: z.array(
      z.strictObject({
        level: level.describe('The level that reads differently, or that stands.'),
        becomes: points,
        limitation: z.enum(limitationIds),
        status: z.enum(['still-true', 'partly-lifted', 'lifted', 'unclear']),
        since: z
          .string()
          .nullable()
          .describe('Version of the SDK that this app needs for it; null where it needs none.'),
        text: z.string().describe('What that means for this app.'),
        state: z.string().describe('What holds today, from the catalogue.'),
        sources: z.array(z.strictObject({ title: z.string(), url: z.string() })),
        checkedOn: z.string(),
      }),
    ),
  })
  .describe('A low level that rests on a limitation of the platform, read again with what is known today.');

export const readinessCriterion = z
  .strictObject({
    id: criterionId,
    number: z.int().min(1).max(8),
    title: z.string(),
    question: z.string(),
    why: z.string(),
    levels: z.array(z.strictObject({ level, text: z.string() })).describe('All levels that the criterion has.'),
    limit: z
      .strictObject({ workableFrom: level, text: z.string() })
      .nullable()
      .describe('Where levels below one are out of reach on the platform, as the article says.'),
    answer: level.nullable().describe('What the owner answered; null where the criterion is open.'),
    rejected: z.string().nullable().describe('Why an answer was turned down, where one was.'),
    cap: level.describe('The highest level that the export allows; 4 where nothing in it speaks against one.'),
    points: points.describe('From lowest to highest level that remains. An answer above the cap counts as the cap.'),
    contradiction: z
      .strictObject({ answer: level, cap: level, text: z.string() })
      .nullable()
      .describe('The answer is better than what the export allows.'),
    evidence: z.array(readinessEvidence).describe('What caps first, lowest cap first; then hints.'),
    today: today.nullable(),
  })
  .describe('One of the eight criteria.');

const outcome = z
  .strictObject({
    id: z.enum(readinessVerdictIds),
    action: z.enum(readinessActions),
    title: z.string(),
    text: z.string(),
    totals: points.describe('The totals with which this verdict is reached.'),
  })
  .describe('A verdict of the decision tree.');

const verdicts = z.strictObject({
  total: points,
  outcomes: z.array(outcome).min(1).describe('Every verdict that is still possible, worst first.'),
  settled: z.boolean().describe('All of them ask for the same action.'),
});

const workItem = z
  .strictObject({
    id: z.enum([...hardeningIds, ...extensiveHardeningIds]),
    list: z.enum(['hardening', 'extensive']),
    text: z.string(),
    state: z.enum(['done', 'missing', 'not-visible']).describe('`not-visible`: the repository cannot show it.'),
    reason: z.string(),
    ask: z.string().describe('What to ask the owner.'),
    places: z.array(placed),
    findings: z.array(z.string()).describe('Identities of the findings that belong to it.'),
    rules: z.array(z.strictObject({ rule: z.string(), findings: z.int().min(1) })),
  })
  .describe('One item of a hardening checklist.');

const effort = z
  .strictObject({
    action: z.enum(readinessActions),
    readings: z
      .array(z.enum(['framework', 'as-answered', 'today']))
      .min(1)
      .describe('Readings in which a verdict with this action is possible.'),
    weeks: range,
    hours: range.describe('Weeks of one engineer at 40 hours.'),
    text: z.string(),
    ratio: range.nullable().describe('Hours of hardening by hours of migration; null without a migration estimate.'),
    decision: z
      .enum(['stay', 'gray', 'leave', 'open'])
      .nullable()
      .describe('`gray`: between the thresholds; `open`: the range crosses a threshold.'),
  })
  .describe('Hardening against leaving, for one action that is still possible.');

export const readinessSection = z
  .strictObject({
    model: z.strictObject({ version: z.string(), source, highestTotal: z.int() }),
    criteria: z.array(readinessCriterion).length(8),
    ...verdicts.shape,
    band: z.array(z.string()).describe('Rows of the table of totals that are still possible, worst first.'),
    asAnswered: verdicts
      .nullable()
      .describe(
        'The same with answers taken as given although the export contradicts them; null without a contradiction.',
      ),
    today: verdicts.describe('The same with what the platform can do today.'),
    needs: z
      .array(z.enum(complianceNeeds))
      .nullable()
      .describe('Frameworks that the owner named; null where nobody said.'),
    next: z
      .array(
        z.strictObject({
          criterion: criterionId,
          question: z.string(),
          settledBy: z.array(level).describe('Answers that leave one action.'),
          outcomesLeft: range.describe('How many verdicts stay possible, with the best and with the worst answer.'),
        }),
      )
      .describe('Open criteria; the answer that narrows most comes first.'),
    work: z.array(workItem),
    effort: z.array(effort).describe('For each action but leaving that any reading leaves possible, worst first.'),
    migration: z
      .strictObject({ hours: range, cost: range })
      .nullable()
      .describe('What leaving would take, from the exit section.'),
    thresholds: z.strictObject({ leaveAbove: z.number(), stayBelow: z.number() }),
    explanations: z.array(explanation),
  })
  .describe('Readiness for production: criteria, verdicts that are possible, what to do.');

export type ReadinessEvidence = z.infer<typeof readinessEvidence>;
export type ReadinessCriterion = z.infer<typeof readinessCriterion>;
export type ReadinessOutcome = z.infer<typeof outcome>;
export type ReadinessVerdicts = z.infer<typeof verdicts>;
export type ReadinessWork = z.infer<typeof workItem>;
export type ReadinessEffort = z.infer<typeof effort>;
export type ReadinessSection = z.infer<typeof readinessSection>;
