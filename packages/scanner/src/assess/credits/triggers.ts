import type { App, Flow } from '@base44-lint/model';
import type { CreditTrigger } from '../../result/credits.js';
import type { Locate } from '../locate.js';
import { actsOf } from './acts.js';
import { costOf } from './cost.js';
import { isSdkCall } from './price-of.js';
import { runsOf, type Runs } from './runs.js';
import { alternativesIn, runTree, type RunTree } from './run-tree.js';
import { located, paidBy } from './spends.js';
import type { WayTo } from './ways.js';
import { titleOf } from './title.js';
import { habitsOf, type Extent, type Habits } from './usage.js';

/** A trigger with what the projection needs of it. */
export interface Priced {
  readonly flow: Flow;
  readonly trigger: CreditTrigger;
  readonly runs: Runs;
  readonly tree: RunTree;
}

export interface PricedFlows {
  readonly priced: readonly Priced[];
  readonly habits: Habits;
  readonly extent: Extent;
}

/** The flows that cost credits, or may, in the order of the flows. */
export function pricedFlows(flows: readonly Flow[], app: App, wayTo: WayTo, locate: Locate): PricedFlows {
  const paying = flows.flatMap((flow) => {
    const paid = paidBy(flow, { app, locate, wayTo });
    return paid.length > 0 || flow.cut > 0 ? [{ flow, paid }] : [];
  });
  const acts = actsOf(paying.map(({ flow }) => flow));
  const extent = { actions: new Set(acts.values()).size, pages: pagesOf(paying.map(({ flow }) => flow)) };
  const { usage } = app.settings;
  const habits = habitsOf(usage, extent);
  const priced = paying.map(({ flow, paid }): Priced => {
    const tree = runTree(paid);
    const alternatives = new Set(alternativesIn(tree));
    const spends = paid.map(({ spend }) => (alternatives.has(spend) ? { ...spend, alternative: true } : spend));
    const { id, start, cut } = flow;
    const { kind, name, element, event, label, place } = start;
    const runs = runsOf(flow, usage, habits, [...acts.values()].filter((act) => act === acts.get(flow)).length);
    const trigger: CreditTrigger = {
      id,
      kind,
      title: titleOf(start),
      name,
      element,
      event,
      label,
      location: located(place, locate),
      cost: costOf(tree, spends, cut, habits.items),
      spends,
      cut,
      services: servicesOf(flow),
      basis: runs.basis,
      runs: runs.words,
    };
    return { flow, trigger, runs, tree };
  });
  return { priced, habits, extent };
}

/** Components that spend by being shown. */
function pagesOf(flows: readonly Flow[]): number {
  const shown = flows.filter(({ start: { kind } }) => kind === 'load' || kind === 'effect');
  return new Set(shown.map(({ start }) => `${start.place.file}\n${start.name}`)).size;
}

function servicesOf({ spends }: Flow): string[] {
  const names = spends.flatMap(({ call }) => (isSdkCall(call) || call.service === null ? [] : [call.service]));
  return [...new Set(names)].sort();
}
