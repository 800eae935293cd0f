import { shortestSchedule } from '@base44-lint/catalog';
import { rhythmOf, type App, type Automation, type Usage } from '@base44-lint/model';
import type { CreditSchedule } from '../../result/credits.js';
import type { Locate } from '../locate.js';
import { plus, times } from './amount.js';
import { isWorkflow, located } from './spends.js';
import type { Priced } from './triggers.js';

/** Each automation and workflow that runs by the clock, once, though it may start several functions. */
export function schedulesOf(app: App, priced: readonly Priced[], locate: Locate): CreditSchedule[] {
  const byPlace = new Map<string, { readonly automation: Automation; readonly functions: Set<string> }>();
  for (const { name, automations } of app.functions) {
    for (const automation of automations) {
      if (automation.kind !== 'schedule') continue;
      const key = keyOf(automation);
      const known = byPlace.get(key);
      if (known) known.functions.add(name);
      else byPlace.set(key, { automation, functions: new Set([name]) });
    }
  }
  return [...byPlace]
    .map(([key, { automation, functions }]) => {
      const own = priced.filter(({ flow }) => flow.start.automation && keyOf(flow.start.automation) === key);
      return scheduleOf(automation, [...functions].sort(), own, app, locate);
    })
    .sort((a, b) => (b.monthly?.high ?? 0) - (a.monthly?.high ?? 0));
}

function scheduleOf(
  automation: Automation,
  functions: string[],
  own: readonly Priced[],
  app: App,
  locate: Locate,
): CreditSchedule {
  const { name, place, active, schedule } = automation;
  const rhythm = schedule && rhythmOf(schedule);
  const runs = !active ? 0 : (setRuns(own, app.settings.usage) ?? (schedule?.once ? 1 : (rhythm?.monthly ?? null)));
  const perRun = plus(...own.map(({ trigger }) => trigger.cost.perRun));
  return {
    name,
    location: located(place, locate),
    workflow: isWorkflow(app, place),
    active,
    functions,
    triggers: own.map(({ trigger }) => trigger.id),
    cron: schedule?.cron ?? null,
    shortestMinutes: rhythm?.shortest ?? null,
    belowMinimum: rhythm !== undefined && rhythm.shortest < shortestSchedule,
    runs,
    perRun,
    monthly: runs === null ? null : times(perRun, runs),
  };
}

/** Where the settings say how often its triggers run, that counts: the most of them. */
function setRuns(own: readonly Priced[], { runs }: Usage): number | undefined {
  const set = own.flatMap(({ trigger }) => (Object.hasOwn(runs, trigger.id) ? [runs[trigger.id]!] : []));
  return set.length > 0 ? Math.max(...set) : undefined;
}

function keyOf({ place }: Automation): string {
  return `${place.file}:${place.start}`;
}
