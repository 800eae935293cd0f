import type { App, Flow } from '@base44-lint/model';
import type { CreditTrigger } from '../../result/credits.js';
import type { Locate } from '../locate.js';
import { costOf } from './cost.js';
import { isSdkCall } from './price-of.js';
import { runsOf, type Runs } from './runs.js';
import { located, spendsOf } from './spends.js';
import type { Habits } from './usage.js';

/** A trigger with what the projection needs of it. */
export interface Priced {
  readonly flow: Flow;
  readonly trigger: CreditTrigger;
  readonly runs: Runs;
}

/** The flows that cost credits, or may, in the order of the flows. */
export function pricedTriggers(flows: readonly Flow[], app: App, habits: Habits, locate: Locate): Priced[] {
  return flows.flatMap((flow) => {
    const spends = spendsOf(flow, { app, locate });
    if (spends.length === 0 && flow.cut === 0) return [];
    const { id, start, cut } = flow;
    const { kind, name, element, event, label, place } = start;
    const runs = runsOf(flow, app.settings.usage, habits);
    const trigger: CreditTrigger = {
      id,
      kind,
      name,
      element,
      event,
      label,
      location: located(place, locate),
      cost: costOf(spends, cut, habits.items),
      spends,
      cut,
      services: servicesOf(flow),
      basis: runs.basis,
      runs: runs.words,
    };
    return [{ flow, trigger, runs }];
  });
}

function servicesOf({ spends }: Flow): string[] {
  const names = spends.flatMap(({ call }) => (isSdkCall(call) || call.service === null ? [] : [call.service]));
  return [...new Set(names)].sort();
}
