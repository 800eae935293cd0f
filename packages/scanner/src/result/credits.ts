/** What the app burns in integration credits: the part of the result that `base44-scan credits` shows. */
import { paidKinds, planIds, savingIds } from '@base44-lint/catalog';
import { z } from 'zod';
import { count, explanation, location, placed, range } from './common.js';

const number = z.number().min(0);
const planId = z.enum(planIds);
const kind = z.enum(paidKinds);

export const credits = range
  .extend({ openEnded: z.boolean().describe('A part of it has no published upper figure, so it may be above `high`.') })
  .describe('Integration credits, from lowest to highest.');

const startKind = z.enum([
  'load',
  'effect',
  'interval',
  'handler',
  'request',
  'schedule',
  'entity',
  'connector',
  'event',
  'agent',
]);

export const creditSpend = z
  .strictObject({
    kind,
    member: z.string().nullable().describe('Member of the SDK client; null for the run of the automation itself.'),
    location: location.nullable(),
    prices: z.array(z.string()).describe('Prices that it may have, by their `id` in `prices`.'),
    model: z.string().nullable().describe('The language model that the code names, `|` between several.'),
    times: z.int().min(1).describe('Turns of the loops whose length the code spells out, multiplied.'),
    perItem: count.describe('Loops of unknown length around it: 0 none, 1 once for each item, 2 for each of each.'),
    maybe: z.boolean().describe('A run may do without it: it waits for a case, a limit, or something that is absent.'),
    alternative: z.boolean().describe('It stands in one arm of a branch; a run comes to this or to another spend.'),
    credits: credits
      .nullable()
      .describe('In one run, to be multiplied by the items as often as `perItem` says; null where no amount is known.'),
    note: z.string().nullable().describe('What about the amount is not known, in one sentence.'),
    path: z.array(placed).describe('From what starts it to the call itself.'),
    repeats: z
      .array(z.strictObject({ location, count: count.nullable() }))
      .describe('The loops on the way, with their turns where the code spells them out.'),
    caught: location.nullable().describe('The `catch` that takes up its failure; null where nothing does.'),
  })
  .describe('Something that a trigger pays for.');

export const creditTrigger = z
  .strictObject({
    id: z.string().describe('Key of `usage.runs` in the settings.'),
    kind: startKind,
    title: z.string().describe('What sets it going, in words: `Button “Send” in Chat (onClick)`.'),
    name: z.string(),
    element: z.string().nullable(),
    event: z.string().nullable(),
    label: z.string().nullable(),
    location,
    cost: z.strictObject({
      fixed: credits.describe('Without what depends on the length of a list.'),
      perItem: z
        .array(z.strictObject({ power: z.int().min(1), credits }))
        .describe('For each item (power 1), for each item of each item (power 2) …'),
      perRun: credits.describe('With the assumed number of items; of alternatives only one counts.'),
      unknown: z.array(z.string()).describe('What is not in these figures, in sentences.'),
    }),
    spends: z.array(creditSpend),
    cut: count.describe('Spends left out because there were too many; not in the figures.'),
    services: z.array(z.string()).describe('Other services that it calls; they cost no credits.'),
    basis: z
      .enum(['settings', 'users', 'schedule', 'once', 'off', 'unknown'])
      .describe('What the projection takes the runs from; `unknown`: not projected.'),
    runs: z.string().describe('How the runs of a month are counted, in words.'),
  })
  .describe('Something that happens and costs credits.');

export const creditSchedule = z
  .strictObject({
    name: z.string().nullable(),
    location,
    workflow: z.boolean().describe('Priced by its steps; an automation of a function by its runs.'),
    active: z.boolean(),
    functions: z.array(z.string()),
    triggers: z.array(z.string()).describe('Ids of the triggers that it runs.'),
    cron: z.string().nullable(),
    shortestMinutes: number.nullable().describe('Shortest time between two runs; null where the file does not say.'),
    belowMinimum: z.boolean().describe('Asks for runs more often than the platform keeps.'),
    runs: number.nullable().describe('In a month; null where the file does not say.'),
    perRun: credits,
    monthly: credits.nullable(),
  })
  .describe('An automation or workflow that runs by the clock.');

export const creditScenario = z
  .strictObject({
    users: number.nullable().describe('People who use the app in a month; null where no figure depends on them.'),
    total: credits.describe('Credits a month of all triggers that are projected.'),
    triggers: z.array(z.strictObject({ id: z.string(), runs: range.nullable(), credits: credits.nullable() })),
    plans: z.array(
      z.strictObject({
        plan: planId,
        share: range.describe('Of the allowance; 1 is all of it.'),
        runsOutOn: z
          .strictObject({ low: z.int().nullable(), high: z.int().nullable() })
          .describe(
            'Day of a month of 30 days on which it runs out, at the low and at the high total; null: it lasts.',
          ),
      }),
    ),
    fits: z
      .strictObject({ low: planId.nullable(), high: planId.nullable() })
      .describe(
        'The smallest plan that lasts, at the low and at the high total; null: none with a published allowance.',
      ),
    halved: z
      .strictObject({
        triggers: z.array(z.string()),
        saved: credits,
        total: credits,
        fits: z.strictObject({ low: planId.nullable(), high: planId.nullable() }),
      })
      .describe('What running the three dearest triggers half as often would save.'),
  })
  .describe('A month.');

export const creditSaving = z
  .strictObject({
    id: z.enum(savingIds),
    title: z.string(),
    advice: z.string(),
    verdict: z.enum(['applies', 'nothing-found', 'not-visible']),
    reason: z.string(),
    places: z.array(placed),
  })
  .describe('One of the six ways to use fewer credits that the credits article names.');

const source = z.strictObject({ title: z.string(), url: z.string() });

export const creditPrice = z
  .strictObject({
    id: z.string(),
    title: z.string(),
    unit: z.string(),
    credits: credits.nullable(),
    readings: z.array(z.strictObject({ source, date: z.string(), credits: credits.nullable(), says: z.string() })),
  })
  .describe('What one act costs, by each source.');

export const creditPlan = z.strictObject({
  id: planId,
  title: z.string(),
  integrationCredits: number.describe('A month, for what the app does.'),
  messageCredits: number.describe('A month, for building with the AI; no trigger uses them.'),
  price: z.strictObject({ monthly: number, yearly: number }).describe('US dollars a month, paid by month or by year.'),
  backend: z.boolean().describe('Backend functions, automations and workflows run on it.'),
  sources: z.array(source),
  checkedOn: z.string(),
  current: z.boolean().describe('The settings name it as the plan in use.'),
});

export const creditsSection = z
  .strictObject({
    triggers: z.array(creditTrigger).describe('Dearest month first.'),
    schedules: z.array(creditSchedule),
    services: z
      .array(
        z.strictObject({
          service: z.string(),
          kind: z.string(),
          ownersKey: z.boolean().describe("A key or account of the app's owner goes along."),
          locations: z.array(location),
          triggers: count,
        }),
      )
      .describe('Other services that the app calls. They cost no credits; who owns the key pays their bill.'),
    stops: z.strictObject({
      unhandled: z
        .array(
          z.strictObject({
            trigger: z.string(),
            kind: startKind,
            calls: z.array(z.strictObject({ member: z.string(), location })),
          }),
        )
        .describe('What a user does or opens that fails with nothing to take it up once the credits are gone.'),
      handled: count.describe('What a user does or opens whose paid calls all stand under a `catch`.'),
      automations: count.describe('Active automations and workflows; they stop too.'),
    }),
    savings: z.array(creditSaving),
    projection: z.strictObject({
      example: z.boolean().describe('Nobody said how many users there are; the scenarios are examples.'),
      assumptions: z.array(
        z.strictObject({
          name: z.enum(['users', 'sessions', 'actions', 'visits', 'minutes', 'items', 'changes']),
          value: number.nullable().describe('Null where each scenario has its own.'),
          source: z.enum(['settings', 'default', 'example']),
          meaning: z.string(),
        }),
      ),
      scenarios: z.array(creditScenario),
      unprojected: z
        .array(z.strictObject({ trigger: z.string(), reason: z.string() }))
        .describe('Triggers that are in no total, since nothing says how often they run.'),
      incomplete: z.array(z.string()).describe('Triggers in the totals a part of whose cost is not known.'),
    }),
    prices: z.array(creditPrice).describe('Prices that the triggers use.'),
    free: z.array(z.strictObject({ what: z.string(), because: z.string(), source, date: z.string() })),
    plans: z.array(creditPlan),
    needsBackend: z.boolean().describe('The app has functions, so plans without a backend do not count as fitting.'),
    unknownRuns: z.array(z.string()).describe('Keys of `usage.runs` that are the id of no trigger.'),
    explanations: z.array(explanation),
  })
  .describe('What the app burns in integration credits, and what that means for each plan.');

export type Credits = z.infer<typeof credits>;
export type CreditSpend = z.infer<typeof creditSpend>;
export type CreditTrigger = z.infer<typeof creditTrigger>;
export type CreditSchedule = z.infer<typeof creditSchedule>;
export type CreditScenario = z.infer<typeof creditScenario>;
export type CreditSaving = z.infer<typeof creditSaving>;
export type CreditPrice = z.infer<typeof creditPrice>;
export type CreditPlan = z.infer<typeof creditPlan>;
export type CreditsSection = z.infer<typeof creditsSection>;
