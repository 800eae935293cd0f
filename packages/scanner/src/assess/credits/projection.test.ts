import type { Flow, Start, Usage } from '@base44-lint/model';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { creditsSection } from '../../result/credits.js';
import { appWith, automation, flow, locate, place, repeat, spend } from '../../testing/flows.js';
import { creditsOf } from './index.js';

const mail = 'integrations.Core.SendEmail';
const image = 'integrations.Core.GenerateImage';

function sectionOf(flows: readonly Flow[], usage: Partial<Usage> = {}) {
  return creditsOf({ app: appWith(usage), flows, views: [], findings: [], locate });
}

const monthOf = (usage: Partial<Usage>, start: Partial<Start>, spends = [image]) =>
  sectionOf([flow('a', spends, start)], usage).projection.scenarios[0]!;

const everyMs = (ms: number | null, more = {}) => ({
  kind: 'interval' as const,
  trigger: { kind: 'interval' as const, place: automation().place, everyMs: ms, ...more },
});

describe('runs a month', () => {
  const usage = { users: 100, sessions: 4, actions: 2, minutes: 10 };
  const effect = (deps: 'empty' | 'some') => ({
    kind: 'effect' as const,
    trigger: { kind: 'effect' as const, place: automation().place, deps },
  });
  const schedule = (cron: string) =>
    ({
      kind: 'schedule',
      automation: automation({ schedule: { cron, everyMinutes: null, once: false } }),
    }) satisfies Partial<Start>;

  test.each<[string, Partial<Start>, number, number?]>([
    ['of a button', { kind: 'handler' }, 800],
    ['of opening a page', { kind: 'load' }, 400],
    ['of an effect that runs once', effect('empty'), 400],
    ['of an effect that follows something', effect('some'), 1_200],
    ['of an interval of 30 seconds', everyMs(30_000), 8_000],
    ['of an interval that may end after its first turn', everyMs(60_000, { endsItself: true }), 400, 4_000],
    ['of an interval longer than a session', everyMs(3_600_000), 400],
    ['of an entity automation', { kind: 'entity', automation: automation({ kind: 'entity' }) }, 800],
    ['of an agent', { kind: 'agent' }, 800],
    ['of a schedule each day', schedule('0 9 * * *'), 30],
    ['of a schedule every five minutes', schedule('*/5 * * * *'), 8_640],
    ['of a schedule that is switched off', { kind: 'schedule', automation: automation({ active: false }) }, 0],
    [
      'of a single run',
      {
        kind: 'schedule',
        automation: automation({ schedule: { cron: null, everyMinutes: null, once: true } }),
      },
      1,
    ],
  ])('%s', (_, start, low, high = low) =>
    expect(monthOf(usage, start).triggers).toMatchObject([{ runs: { low, high } }]),
  );

  it.each<[string, Partial<Start>]>([
    ['something outside of the export calls', { kind: 'request' }],
    ['a connected service decides', { kind: 'connector' }],
    ['the interval is not spelled out', everyMs(null)],
    ['the schedule cannot be read', schedule('whenever')],
  ])('are in no total where %s', (_, start) => {
    const section = sectionOf([flow('a', [image], start), flow('b', [image])], usage);
    const { scenarios, unprojected } = section.projection;
    expect(unprojected).toEqual([{ trigger: 'a', reason: expect.stringMatching(/\.$/) }]);
    expect(scenarios[0]!.triggers.find(({ id }) => id === 'a')).toEqual({ id: 'a', runs: null, credits: null });
    expect(scenarios[0]!.total.low).toBe(800);
  });

  it('are those of the settings where they say so, also of what is called from outside', () => {
    expect(monthOf({ ...usage, runs: { a: 7 } }, { kind: 'request' }).total).toMatchObject({ low: 7, high: 7 });
    expect(monthOf({ ...usage, runs: { a: 0 } }, { kind: 'handler' }).total).toMatchObject({ low: 0, high: 0 });
  });
});

describe('without usage in the settings', () => {
  const { projection } = sectionOf([flow('a', [image])]);

  it('shows an example for three sizes, and says that it is one', () => {
    expect(projection.example).toBe(true);
    expect(projection.scenarios.map(({ users, total }) => [users, total.high])).toEqual([
      [100, 1_000],
      [1_000, 10_000],
      [10_000, 100_000],
    ]);
  });

  it('prints what it assumes', () => {
    expect(projection.assumptions.map(({ name, value, source }) => [name, value, source])).toEqual([
      ['users', null, 'example'],
      ['sessions', 10, 'default'],
      ['actions', 1, 'default'],
      ['visits', 1, 'default'],
      ['minutes', 10, 'default'],
      ['items', 10, 'default'],
      ['changes', 3, 'default'],
    ]);
  });
});

describe('what nobody has said', () => {
  const actionsOf = (flows: readonly Flow[], usage: Partial<Usage> = {}) =>
    sectionOf(flows, usage).projection.assumptions.find(({ name }) => name === 'actions')!.value;
  const buttons = (count: number) =>
    Array.from({ length: count }, (_, index) => flow(`b${index}`, [image], { name: `Page ${index}` }));

  it('spreads two paid actions of a session over all that the app offers', () => {
    expect(actionsOf(buttons(8))).toBe(0.25);
    expect(actionsOf(buttons(1))).toBe(1);
    expect(actionsOf(buttons(8), { actions: 3 })).toBe(3);
  });

  it('counts a button and the key that does the same as one action', () => {
    const pair = [flow('click', [image]), flow('enter', [image], { element: 'Input', event: 'onKeyDown' })];
    expect(actionsOf(pair)).toBe(1);
    const { total } = sectionOf(pair, { users: 10, sessions: 1, actions: 1 }).projection.scenarios[0]!;
    expect(total).toMatchObject({ low: 10, high: 10 });
  });
});

it('counts a named key handler that calls what the button runs as the same action, and another action as another', () => {
  const step = (start: number) => ({ place: place('src/pages/Chat.jsx', start), starts: null });
  const at = (start: number, ...path: ReturnType<typeof step>[]) =>
    flow(`f${start}`, [spend(image, { path })], { place: place('src/pages/Chat.jsx', start) });
  const send = at(100, step(40));
  const runs = (...flows: Flow[]) =>
    sectionOf(flows, { users: 1, sessions: 1, actions: 12 }).projection.scenarios[0]!.total.high;
  expect(runs(send, at(200, step(60), step(40)))).toBe(12);
  expect(runs(send, at(200, step(60)))).toBe(24);
});

it('fills partial settings with labelled defaults', () => {
  const { projection } = sectionOf([flow('a', [image])], { users: 50, actions: 1 });
  expect(projection.example).toBe(false);
  expect(projection.scenarios).toMatchObject([{ users: 50, total: { low: 500, high: 500 } }]);
  expect(projection.assumptions.filter(({ source }) => source === 'settings').map(({ name }) => name)).toEqual([
    'users',
    'actions',
  ]);
});

it('needs no example where the settings say how often everything runs', () => {
  const { projection } = sectionOf([flow('a', [image])], { runs: { a: 60 } });
  expect(projection).toMatchObject({ example: false, scenarios: [{ users: null, total: { low: 60, high: 60 } }] });
});

it('reports runs of a trigger that does not exist', () => {
  const section = sectionOf([flow('a', [image]), flow('free', ['auth.me'])], { runs: { a: 1, b: 2, free: 3 } });
  expect(section.unknownRuns).toEqual(['b', 'free']);
});

describe('against the plans', () => {
  const runs = (count: number) => monthOf({ users: 1, runs: { a: count } }, {});

  it('says on which day each runs out', () => {
    expect(runs(6_000).plans.map(({ plan, runsOutOn }) => [plan, runsOutOn.low])).toEqual([
      ['free', 1],
      ['starter', 10],
      ['builder', null],
      ['pro', null],
      ['elite', null],
    ]);
  });

  test.each([
    [100, 'free', null],
    [101, 'starter', 30],
    [2_000, 'starter', 2],
    [50_000, 'elite', 1],
    [50_001, null, 1],
  ])('%i credits fit %s', (count, plan, day) => {
    expect(runs(count).fits.low).toBe(plan);
    expect(runs(count).plans[0]!.runsOutOn.low).toBe(day);
  });

  it('takes only plans with a backend for an app that has functions', () => {
    const app = appWith(
      { users: 1, runs: { a: 3 } },
      {
        functions: [{ name: 'f', file: 'f.ts', sdk: { version: null, source: 'none' }, triggers: [], automations: [] }],
      },
    );
    const { projection } = creditsOf({ app, flows: [flow('a', [image])], views: [], findings: [], locate });
    expect(projection.scenarios[0]!.fits).toEqual({ low: 'builder', high: 'builder' });
  });

  it('says what halving the three dearest triggers would save', () => {
    const flows = ['a', 'b', 'c', 'd'].map((id) => flow(id, [image]));
    const [scenario] = sectionOf(flows, { runs: { a: 100, b: 2_000, c: 10, d: 300 } }).projection.scenarios;
    expect(scenario!.halved).toMatchObject({
      triggers: ['b', 'd', 'a'],
      saved: { low: 1_200, high: 1_200 },
      total: { low: 1_210, high: 1_210 },
      fits: { low: 'starter' },
    });
  });
});

it('lists the dearest month first, what nobody can count last', () => {
  const flows = [
    flow('cheap', [image]),
    flow('request', [image, image], { kind: 'request' }),
    flow('list', [spend(mail, { repeats: [repeat(null)] })]),
    flow('middle', [image, mail]),
  ];
  expect(sectionOf(flows).triggers.map(({ id }) => id)).toEqual(['list', 'middle', 'cheap', 'request']);
});

const starts: Partial<Start>[] = [
  { kind: 'handler' },
  { kind: 'load' },
  everyMs(30_000),
  { kind: 'request' },
  { kind: 'schedule', automation: automation() },
];
const flowList = fc.array(
  fc.record({
    start: fc.constantFrom(...starts),
    spends: fc.array(fc.constantFrom(mail, image, 'integrations.Core.InvokeLLM', 'connectors.callApi'), {
      maxLength: 4,
    }),
  }),
  { maxLength: 6 },
);
const madeFlows = flowList.map((list) => list.map(({ start, spends }, index) => flow(`t${index}`, spends, start)));
const amount = fc.option(fc.double({ min: 0, max: 1_000, noNaN: true }), { nil: undefined });
const usages = fc.record({
  users: amount,
  sessions: amount,
  actions: amount,
  minutes: amount,
  items: amount,
  runs: fc.dictionary(fc.constantFrom('t0', 't1', 't2', 'nobody'), fc.nat(1_000)),
});

test('more runs of a trigger never cost less', () => {
  fc.assert(
    fc.property(madeFlows, usages, fc.nat(1_000), fc.nat(1_000), (flows, usage, runs, more) => {
      const totals = [runs, runs + more].map((count) => {
        const { users = 5 } = usage;
        return sectionOf(flows, { ...usage, users, runs: { ...usage.runs, t0: count } }).projection.scenarios[0]!;
      });
      expect(totals[1]!.total.low).toBeGreaterThanOrEqual(totals[0]!.total.low);
      expect(totals[1]!.total.high).toBeGreaterThanOrEqual(totals[0]!.total.high);
    }),
  );
});

test('more users, sessions, actions or minutes never cost less', () => {
  fc.assert(
    fc.property(
      madeFlows,
      fc.constantFrom('users', 'sessions', 'actions', 'minutes', 'items'),
      fc.nat(500),
      fc.nat(500),
      (flows, name, value, more) => {
        const [before, after] = [value, value + more].map(
          (one) => sectionOf(flows, { users: 10, [name]: one }).projection.scenarios[0]!.total,
        );
        expect(after!.low).toBeGreaterThanOrEqual(before!.low);
        expect(after!.high).toBeGreaterThanOrEqual(before!.high);
      },
    ),
  );
});

test('every section is valid, its totals are sums, and every total and cost is explained', () => {
  fc.assert(
    fc.property(madeFlows, usages, (flows, usage) => {
      const section = creditsSection.parse(sectionOf(flows, usage));
      const explained = new Set(section.explanations.map(({ number }) => number));
      for (const [index, scenario] of section.projection.scenarios.entries()) {
        const sum = (end: 'low' | 'high') =>
          scenario.triggers.reduce((all, { credits }) => all + (credits?.[end] ?? 0), 0);
        expect(scenario.total.low).toBeCloseTo(sum('low'), 6);
        expect(scenario.total.high).toBeCloseTo(sum('high'), 6);
        expect(explained).toContain(`projection.scenarios[${index}].total`);
      }
      for (const index of section.triggers.keys()) expect(explained).toContain(`triggers[${index}].cost.perRun`);
      expect(sectionOf([...flows].reverse(), usage as Usage)).toEqual(section);
    }),
  );
});
