import type { Automation } from '@base44-lint/model';
import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../../testing/sample.js';
import {
  appWith,
  automation,
  flow,
  locate,
  options,
  outsideCall,
  place,
  repeat,
  sdkCall,
  spend,
} from '../../testing/flows.js';
import { creditsOf } from './index.js';

const mail = 'integrations.Core.SendEmail';
const llm = 'integrations.Core.InvokeLLM';
const only = { views: [], findings: [], locate } as const;

function backend(name: string, automations: readonly Automation[]) {
  const sdk = { version: null, source: 'none' as const };
  return { name, file: `base44/functions/${name}/entry.ts`, sdk, triggers: [], automations };
}

describe('schedules', () => {
  const often = automation({ schedule: { cron: '*/2 * * * *', everyMinutes: null, once: false } });
  const start = { kind: 'schedule', name: 'Daily digest', automation: often } as const;
  const app = appWith({}, { functions: [backend('digest', [often]), backend('other', [often])] });
  const section = creditsOf({ ...only, app, flows: [flow('s', [mail], start)] });

  it('cost their runs times what a run costs, once for all functions that they start', () => {
    expect(section.schedules).toMatchObject([
      {
        functions: ['digest', 'other'],
        triggers: ['s'],
        runs: 21_600,
        perRun: { low: 2, high: 3 },
        monthly: { low: 43_200, high: 64_800 },
      },
    ]);
  });

  it('below the five minutes of the platform are said to be', () => {
    expect(section.schedules[0]).toMatchObject({ shortestMinutes: 2, belowMinimum: true });
  });

  it('that are switched off cost nothing', () => {
    const off = { ...often, active: false };
    const flows = [flow('s', [mail], { ...start, automation: off })];
    const quiet = creditsOf({ ...only, app: appWith({}, { functions: [backend('digest', [off])] }), flows });
    expect(quiet.schedules).toMatchObject([{ active: false, runs: 0, monthly: { low: 0, high: 0 } }]);
    expect(quiet.projection.scenarios[0]!.total.high).toBe(0);
    expect(quiet.stops.automations).toBe(0);
  });

  it('run as often as the settings say', () => {
    const set = appWith({ runs: { s: 5 } }, { functions: [backend('digest', [often])] });
    expect(creditsOf({ ...only, app: set, flows: [flow('s', [mail], start)] }).schedules[0]!.runs).toBe(5);
  });
});

describe('when the credits run out', () => {
  const caught = place('src/pages/Chat.jsx', 90);
  const flows = [
    flow('open', [mail]),
    flow('guarded', [spend(mail, { caught })]),
    flow('half', [spend(mail, { caught }), spend(llm)], { kind: 'load' }),
    flow('later', [mail], { kind: 'schedule', automation: automation() }),
  ];
  const app = appWith(
    {},
    { functions: [backend('digest', [automation(), automation({ kind: 'entity', place: place('x', 9) })])] },
  );
  const { stops } = creditsOf({ ...only, app, flows });

  it('names what a user sees fail with nothing to take it up', () => {
    expect(stops.unhandled.map(({ trigger, calls }) => [trigger, calls.map(({ member }) => member)])).toEqual([
      ['half', [llm]],
      ['open', [mail]],
    ]);
  });

  it('counts what is taken up, and the automations that stop', () => {
    expect(stops).toMatchObject({ handled: 1, automations: 2 });
  });
});

it('lists services apart by whose key goes along', () => {
  const flows = [
    flow('a', [spend(outsideCall('Stripe')), spend(outsideCall(null, { ownersKey: true }))]),
    flow('b', [spend(outsideCall('Stripe')), spend(outsideCall('Open-Meteo', { ownersKey: false }))]),
    flow('c', [spend(outsideCall(null, { ownersKey: false }))]),
  ];
  const { services } = creditsOf({ ...only, app: appWith(), flows });
  expect(services.map(({ service, ownersKey, triggers }) => [service, ownersKey, triggers])).toEqual([
    ['Stripe', true, 2],
    ['a service that the code does not name', true, 1],
    ['Open-Meteo', false, 1],
  ]);
});

describe('the six ways to use less', () => {
  const ways = (flows: Parameters<typeof flow>[1], start = {}, findings: ReturnType<typeof sampleFinding>[] = []) => {
    const { savings } = creditsOf({ ...only, app: appWith(), flows: [flow('a', flows, start)], findings });
    return Object.fromEntries(savings.map((one) => [one.id, one]));
  };
  const ask = sdkCall(llm, [options({})]);

  it('cannot see testing and people', () => {
    const { 'test-carefully': testing, 'review-collaborators': people } = ways([mail]);
    expect([testing!.verdict, people!.verdict]).toEqual(['not-visible', 'not-visible']);
    expect(testing!.reason).toMatch(/\?$/);
  });

  it.each([
    ['runs without anyone asking', [llm], { kind: 'load' }],
    ['runs for each element of a list', [spend(ask, { repeats: [repeat(null)] })], {}],
    [
      'one of 2 AI requests of one run',
      [llm, spend(sdkCall(llm, [options({})], { span: { start: 70, end: 80 } }))],
      {},
    ],
  ])('finds an AI request that %s', (note, spends, start) => {
    const way = ways(spends, start)['limit-ai-calls']!;
    expect(way.verdict).toBe('applies');
    expect(way.places[0]!.note).toContain(note);
  });

  it('finds nothing where a person asks once', () => {
    expect(ways([llm])['limit-ai-calls']!.verdict).toBe('nothing-found');
    expect(ways([mail], { kind: 'load' })['limit-ai-calls']!.verdict).toBe('nothing-found');
  });

  it('finds a trigger that does three kinds of things', () => {
    const many = [mail, llm, spend(outsideCall('Twilio'))];
    expect(ways(many)['simplify-workflows']).toMatchObject({
      verdict: 'applies',
      places: [{ note: expect.stringContaining('mail, ai, Twilio') as string }],
    });
    expect(ways([mail, mail, llm])['simplify-workflows']!.verdict).toBe('nothing-found');
  });

  it('names what only a trial can tell', () => {
    expect(ways(['connectors.callApi'])['watch-before-launch']!.verdict).toBe('applies');
    expect(ways([mail])['watch-before-launch']!.verdict).toBe('nothing-found');
  });

  it('advises against a larger plan while rules find waste, unless a comment accepts it', () => {
    const waste = sampleFinding({ rule: 'no-tight-polling' });
    const suppression = { kind: 'comment', reason: null, all: false, location: waste.location } as const;
    expect(ways([mail], {}, [waste])['upgrade-last']!.verdict).toBe('applies');
    expect(ways([mail], {}, [{ ...waste, suppression }])['upgrade-last']!.verdict).toBe('nothing-found');
    expect(ways([mail], {}, [sampleFinding()])['upgrade-last']!.verdict).toBe('nothing-found');
  });
});
