import {
  emptyApp,
  type App,
  type Automation,
  type Flow,
  type OutsideCall,
  type Place,
  type Repeat,
  type SdkCall,
  type Spend,
  type Start,
  type Term,
  type Usage,
} from '@base44-lint/model';
import type { Locate } from '../assess/locate.js';

/** Flows made by hand, so that prices and projections are tested without any code to follow. */

const nowhere = {
  execution: { loops: [], recursion: null, triggers: [], functionName: null, component: null },
} as const;
const unused: SdkCall['result'] = {
  returned: 'no',
  returnedRows: false,
  responded: 'no',
  respondedRows: false,
  respondedFields: [],
  ignored: true,
  reads: [],
  state: false,
  predicates: [],
  tests: [],
  unasked: false,
  counted: false,
  states: [],
};

export function place(file = 'src/pages/Chat.jsx', start = 0): Place {
  return { file, start, end: start + 1 };
}

export function sdkCall(
  member: string,
  args: readonly Term[] = [options({})],
  overrides: Partial<SdkCall> = {},
): SdkCall {
  return {
    file: 'src/pages/Chat.jsx',
    zone: 'frontend',
    span: { start: 10, end: 20 },
    args,
    member,
    role: 'user',
    origin: 'sdk',
    fromCaller: [],
    ...nowhere,
    guards: [],
    caller: { level: 'unknown', places: [] },
    result: unused,
    ...overrides,
  };
}

export function outsideCall(service: string | null, overrides: Partial<OutsideCall> = {}): OutsideCall {
  return {
    file: 'base44/functions/bill/entry.ts',
    zone: 'function',
    span: { start: 30, end: 40 },
    args: [],
    service,
    kind: 'http',
    member: 'POST',
    ownersKey: true,
    fromCaller: [],
    ofUser: false,
    ...nowhere,
    guards: [],
    caller: { level: 'none', places: [] },
    result: unused,
    ...overrides,
  };
}

/** An object literal of literals. */
export function options(values: Readonly<Record<string, string | number | boolean | null>>): Term {
  return {
    t: 'object',
    props: Object.entries(values).map(([key, value]) => [key, { t: 'literal', value }] as const),
    spreads: [],
  };
}

export function repeat(count: number | null): Repeat {
  return { place: place('src/pages/Chat.jsx', 5), count };
}

export function spend(call: Spend['call'] | string, overrides: Partial<Spend> = {}): Spend {
  const made = typeof call === 'string' ? sdkCall(call) : call;
  return { call: made, path: [], repeats: [], conditions: [], caught: null, ...overrides };
}

export function automation(overrides: Partial<Automation> = {}): Automation {
  return {
    kind: 'schedule',
    name: 'Daily digest',
    active: true,
    events: [],
    schedule: { cron: '0 9 * * *', everyMinutes: null, once: false },
    place: place('base44/functions/digest/function.jsonc', 40),
    ...overrides,
  };
}

export function flow(id: string, spends: readonly (Spend | string)[], start: Partial<Start> = {}, cut = 0): Flow {
  return {
    id,
    start: {
      kind: 'handler',
      place: place(),
      name: 'Chat',
      element: 'Button',
      event: 'onClick',
      label: null,
      trigger: null,
      automation: null,
      function: null,
      ...start,
    },
    spends: spends.map((one) => (typeof one === 'string' ? spend(one) : one)),
    cut,
  };
}

/** An app with nothing in it but what a test puts there. */
export function appWith(usage: Partial<Usage> = {}, overrides: Partial<App> = {}): App {
  const app = emptyApp();
  return { ...app, settings: { ...app.settings, usage: { runs: {}, ...usage } }, ...overrides };
}

/** Line = start + 1, so that places stay apart. */
export const locate: Locate = (file, { start, end }) => ({
  file,
  start: { line: start + 1, column: 1 },
  end: { line: end + 1, column: 1 },
});
