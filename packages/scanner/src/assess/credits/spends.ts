import { isRecord, type App, type Condition, type Flow, type Place, type Spend, type Start } from '@base44-lint/model';
import type { Location, Placed } from '../../result/common.js';
import type { CreditSpend } from '../../result/credits.js';
import type { Locate } from '../locate.js';
import { times } from './amount.js';
import type { Paid } from './run-tree.js';
import type { WayTo } from './ways.js';
import { isSdkCall, priceOfCall, priceOfId, type CallPrice } from './price-of.js';

/**
 * Conditions under which a run may do without a call. What asks for something to be there (`if (!prompt) return`) or to
 * be in view is not among them: a run without it is no use of the feature.
 */
const optional: ReadonlySet<Condition> = new Set(['absent', 'limit', 'case']);

export interface Pricing {
  readonly app: App;
  readonly locate: Locate;
  readonly wayTo: WayTo;
}

/** All that one run of a flow pays for: first the run itself, where an automation starts it. */
export function paidBy({ start, spends }: Flow, pricing: Pricing): Paid[] {
  const run = runOf(start, pricing).map((spend): Paid => ({ spend, way: [] }));
  return [...run, ...spends.flatMap((spend) => paidFor(spend, start, pricing))];
}

/** What the run of an automation costs before its functions do anything. */
function runOf({ automation, kind, name, place }: Start, { app, locate }: Pricing): CreditSpend[] {
  if (!automation) return [];
  const workflow = app.workflows.find(({ file }) => file === automation.place.file);
  const steps = workflow ? Math.max(1, backendSteps(workflow.value)) : 1;
  const id = workflow ? 'workflow-step' : 'automation-run';
  const { credits, ...price } = priced(priceOfId(id, id));
  return [
    {
      ...price,
      credits: credits && times(credits, steps),
      times: steps,
      perItem: 0,
      maybe: false,
      alternative: false,
      repeats: [],
      caught: null,
      member: null,
      location: located(automation.place, locate),
      path: [{ note: startNote(kind, name), location: located(place, locate) }],
    },
  ];
}

/** Steps of a workflow that run a backend function, whether or not every run comes to each. */
function backendSteps(value: unknown): number {
  if (Array.isArray(value)) return value.reduce((sum: number, one) => sum + backendSteps(one), 0);
  if (!isRecord(value)) return 0;
  const own = value['call'] === 'invoke_backend_function' ? 1 : 0;
  return own + backendSteps(Object.values(value));
}

export function isWorkflow(app: App, { file }: Place): boolean {
  return app.workflows.some((workflow) => workflow.file === file);
}

function priced({ kind, prices, models, credits, note }: CallPrice) {
  return { kind, prices: [...prices], model: models.length > 0 ? models.join('|') : null, credits, note };
}

function paidFor(spend: Spend, start: Start, { app, locate, wayTo }: Pricing): Paid[] {
  const { call, repeats, conditions, caught, path } = spend;
  const price = priceOfCall(call, app);
  if (!price || !isSdkCall(call)) return [];
  const turns = repeats.reduce((product, { count }) => product * (count ?? 1), 1);
  const way = [...path.map(({ place }) => wayTo(place)), wayTo({ file: call.file, ...call.span })];
  const maybe =
    turns === 0 || way.some(({ recovers }) => recovers) || conditions.some((condition) => optional.has(condition));
  const inRun = price.credits && times(price.credits, turns);
  const paid: CreditSpend = {
    ...priced(price),
    member: call.member,
    location: locate(call.file, call.span),
    times: Math.max(1, turns),
    perItem: repeats.filter(({ count }) => count === null).length,
    maybe,
    alternative: false,
    credits: inRun && (maybe ? { ...inRun, low: 0 } : inRun),
    path: pathOf(spend, start, locate),
    repeats: repeats.map(({ place, count }) => ({ location: located(place, locate), count })),
    caught: caught && located(caught, locate),
  };
  return [{ spend: paid, way }];
}

function pathOf({ path, call }: Spend, { kind, name, place }: Start, locate: Locate): Placed[] {
  const member = isSdkCall(call) ? call.member : (call.service ?? call.member);
  return [
    { note: startNote(kind, name), location: located(place, locate) },
    ...path.map((step) => ({
      note: step.starts === null ? 'calls a function of the app' : `starts the backend function ${step.starts}`,
      location: located(step.place, locate),
    })),
    { note: `calls ${member}`, location: locate(call.file, call.span) },
  ];
}

const startWords: Readonly<Record<Start['kind'], string>> = {
  load: 'the page is opened',
  effect: 'something that an effect depends on changes',
  interval: 'time passes',
  handler: 'a person acts',
  request: 'something outside of the export calls',
  schedule: 'the clock starts',
  entity: 'a record changes and starts',
  connector: 'a connected service starts',
  event: 'an event starts',
  agent: 'an agent uses',
};

function startNote(kind: Start['kind'], name: string): string {
  return `${startWords[kind]}: ${name}`;
}

export function located(place: Place, locate: Locate): Location {
  return locate(place.file, place);
}
