import type { App, FileView, Flow } from '@base44-lint/model';
import type { CreditsSection } from '../../result/credits.js';
import type { Finding } from '../../result.js';
import { compare } from '../findings.js';
import type { Locate } from '../locate.js';
import { explanationsOf } from './explain.js';
import { plansOf } from './plans.js';
import { freeOf, pricesOf } from './price-list.js';
import { projectionOf } from './projection.js';
import { savingsOf } from './savings.js';
import { schedulesOf } from './schedules.js';
import { servicesOf } from './services.js';
import { stopsOf } from './stops.js';
import { pricedFlows, type Priced } from './triggers.js';
import { assumptionsOf, usersOf } from './usage.js';
import { waysIn } from './ways.js';

export interface CreditsInput {
  /** With its settings: `usage` says how much the app is used. */
  readonly app: App;
  /** The files that the flows run through. */
  readonly views: readonly FileView[];
  readonly flows: readonly Flow[];
  readonly findings: readonly Finding[];
  readonly locate: Locate;
}

/** What the app burns in integration credits: by trigger, by month, against each plan. */
export function creditsOf({ app, views, flows, findings, locate }: CreditsInput): CreditsSection {
  const { usage } = app.settings;
  const { habits, extent, ...found } = pricedFlows(flows, app, waysIn(views), locate);
  const priced = dearestFirst(found.priced, usersOf(usage));
  const triggers = priced.map(({ trigger }) => trigger);
  const needsBackend = app.functions.length > 0;
  const known = new Set(triggers.map(({ id }) => id));
  const section = {
    triggers,
    schedules: schedulesOf(app, priced, locate),
    services: servicesOf(flows, locate),
    stops: stopsOf(priced, app),
    savings: savingsOf(triggers, findings),
    projection: projectionOf(priced, usage, assumptionsOf(usage, habits, extent), needsBackend),
    prices: pricesOf(triggers),
    free: freeOf(),
    plans: plansOf(usage.plan),
    needsBackend,
    unknownRuns: Object.keys(usage.runs)
      .filter((id) => !known.has(id))
      .sort(compare),
  };
  return { ...section, explanations: explanationsOf(section, priced, habits) };
}

/** By the credits of a month at the middle number of users, then by those of a run; what has no figure comes last. */
function dearestFirst(priced: readonly Priced[], users: readonly number[]): Priced[] {
  const middle = users[Math.floor(users.length / 2)]!;
  const burn = ({ trigger: { cost }, runs }: Priced) => {
    const ofMonth = runs.ofMonth(middle);
    return ofMonth ? ofMonth.high * cost.perRun.high : -1;
  };
  return [...priced].sort(
    (a, b) =>
      burn(b) - burn(a) ||
      b.trigger.cost.perRun.high - a.trigger.cost.perRun.high ||
      b.trigger.cost.perRun.low - a.trigger.cost.perRun.low ||
      compare(a.trigger.id, b.trigger.id),
  );
}
