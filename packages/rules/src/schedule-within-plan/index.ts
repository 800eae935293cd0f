import { shortestSchedule, sinceVersion } from '@base44-lint/catalog';
import { rhythmOf, type App, type Automation, type Rhythm } from '@base44-lint/model';
import type { AppFinding } from '../finding.js';
import { defineRule } from '../rule.js';

interface Options {
  /** Integration credits a month of the plan in use. */
  readonly monthlyCredits: number;
}

/** Share of a month's credits that one schedule may use before it is reported. */
const largeShare = 0.2;

export const rule = defineRule<Options>({
  meta: {
    name: 'schedule-within-plan',
    description: 'disallow schedules that run more often than the platform or the plan allows for',
    limitations: ['faq-scheduled-activity', 'perf-credit-load'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'high',
    severities: ['medium', 'low'],
    words: [],
    related: ['no-repeated-paid-call'],
    schema: {
      type: 'object',
      properties: {
        monthlyCredits: {
          type: 'number',
          minimum: 1,
          default: 10_000,
          description:
            'Integration credits a month of the plan in use: 10,000 for Builder, which is the lowest with automations.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { monthlyCredits: 10_000 },

  *checkApp({ app, options }) {
    for (const { automation, workflow } of schedulesOf(app)) {
      const rhythm = automation.schedule && rhythmOf(automation.schedule);
      if (rhythm) yield* judge(automation, rhythm, workflow, options);
    }
  },
});

interface Scheduled {
  readonly automation: Automation;
  /** A workflow is priced by its steps, an automation of a function by its runs. */
  readonly workflow: boolean;
}

/** Each active schedule once, though a workflow may start several functions. */
function schedulesOf(app: App): readonly Scheduled[] {
  const byPlace = new Map<string, Scheduled>();
  for (const automation of app.functions.flatMap(({ automations }) => automations)) {
    if (automation.kind !== 'schedule' || !automation.active) continue;
    const { file, start } = automation.place;
    const workflow = app.workflows.some((one) => one.file === file);
    byPlace.set(`${file}:${start}`, { automation, workflow });
  }
  return [...byPlace.values()];
}

function* judge(automation: Automation, rhythm: Rhythm, workflow: boolean, options: Options): Iterable<AppFinding> {
  const { place, name } = automation;
  const what =
    name === null ? 'This schedule' : `The schedule ${JSON.stringify(name.replace(/[.!?\s]+/g, ' ').trim())}`;
  const common = { file: place.file, span: place, evidence: [], suggestions: [] };
  if (rhythm.shortest < shortestSchedule) {
    yield {
      ...common,
      severity: 'medium',
      confidence: 'likely',
      message: `${what} asks for a run every ${minutes(rhythm.shortest)}, but the platform runs none more often than every ${shortestSchedule} minutes, so it is refused or comes late.`,
      advice: `Ask for ${shortestSchedule} minutes or more; follow records with an entity automation, or with \`subscribe\` (since SDK ${sinceVersion('entities.subscribe')}), where something must happen at once.`,
      limitations: ['faq-scheduled-activity'],
    };
  }
  const share = rhythm.monthly / options.monthlyCredits;
  if (share < largeShare) return;
  const runs = rhythm.monthly.toLocaleString('en-US');
  yield {
    ...common,
    severity: share >= 1 && !workflow ? 'medium' : 'low',
    confidence: 'likely',
    message: workflow
      ? `${what} runs ${runs} times a month and each run costs a part of a credit for every step, whether there is work or not.`
      : `${what} runs ${runs} times a month at one credit a run before any paid call, about ${Math.round(share * 100)} % of ${options.monthlyCredits.toLocaleString('en-US')} credits.`,
    advice:
      'Run it less often, only in the hours in which there is work, or let an entity automation start it when a record changes.',
    limitations: ['perf-credit-load'],
  };
}

function minutes(count: number): string {
  return count === 1 ? 'minute' : `${Number.isInteger(count) ? count : count.toFixed(1)} minutes`;
}
