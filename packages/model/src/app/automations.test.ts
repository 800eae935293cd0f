import { describe, expect, it } from 'vitest';
import { loadApp } from './load.js';
import { treeOf } from './tree.js';
import type { Automation } from './types.js';

const entry = 'base44/functions/job/entry.ts';

function automations(files: Readonly<Record<string, unknown>>): readonly Omit<Automation, 'place'>[] {
  const texts = Object.entries(files).map(([file, content]) => [file, JSON.stringify(content)]);
  const app = loadApp(treeOf({ 'base44/config.jsonc': '{}', [entry]: '', ...Object.fromEntries(texts) }), '');
  return app.functions.flatMap((fn) =>
    fn.automations.map((automation) => {
      const { place, ...rest } = automation;
      expect(place.end).toBeGreaterThan(place.start);
      return rest;
    }),
  );
}

const inFunction = (automation: unknown) =>
  automations({ 'base44/functions/job/function.jsonc': { name: 'job', entry: 'entry.ts', automations: [automation] } });

const inWorkflow = (config: unknown, more: object = {}) =>
  automations({
    'base44/workflows/Nightly (1).jsonc': {
      name: 'Nightly',
      trigger: { condition: null, config },
      definition: { do: [{ run: { call: 'invoke_backend_function', with: { function_name: 'job' } } }] },
      ...more,
    },
  });

const common = { name: null, active: true, events: [] };

describe('automations of function.jsonc', () => {
  it.each([
    ['minutes', { repeat_unit: 'minutes', repeat_interval: 5 }, 5],
    ['hours', { repeat_unit: 'hours', repeat_interval: 2 }, 120],
    ['days', { repeat_unit: 'days', repeat_interval: 1, repeat_on_days: null }, 1440],
    ['days of the week', { repeat_unit: 'weeks', repeat_interval: 1, repeat_on_days: [1, 3, 5] }, 3360],
  ])('every so many %s', (_, settings, everyMinutes) => {
    expect(inFunction({ type: 'scheduled', schedule_type: 'simple', ...settings })).toEqual([
      { ...common, kind: 'schedule', schedule: { cron: null, everyMinutes, once: false } },
    ]);
  });

  it('by cron', () => {
    expect(inFunction({ type: 'scheduled', schedule_type: 'cron', cron_expression: '*/5 * * * *' })).toMatchObject([
      { kind: 'schedule', schedule: { cron: '*/5 * * * *', everyMinutes: null, once: false } },
    ]);
  });

  it('once', () => {
    expect(inFunction({ type: 'scheduled', schedule_mode: 'one-time' })).toMatchObject([{ schedule: { once: true } }]);
  });

  it('on records, switched off', () => {
    const settings = { type: 'entity', entity_name: 'Order', event_types: ['create', 'update'], is_active: false };
    expect(inFunction({ name: 'On order', ...settings })).toEqual([
      { name: 'On order', active: false, kind: 'entity', entity: 'Order', events: ['create', 'update'] },
    ]);
  });

  it('on events of a service', () => {
    expect(inFunction({ type: 'connector', integration_type: 'gmail', events: ['mailbox'] })).toEqual([
      { ...common, kind: 'connector', events: ['mailbox'] },
    ]);
  });

  it.each([
    [null],
    [3],
    ['scheduled'],
    [{}],
    [{ type: 7, events: 'x' }],
    [{ type: 'scheduled', repeat_unit: '__proto__', repeat_interval: 1 }],
  ])('of a shape that we do not know: %j', (settings) => {
    const [found] = inFunction(settings);
    expect(found).toMatchObject({ active: true, events: [] });
    expect(found?.schedule?.everyMinutes ?? null).toBeNull();
  });

  it('that are no list are none', () => {
    const config = { entry: 'entry.ts', automations: { type: 'scheduled' } };
    expect(automations({ 'base44/functions/job/function.jsonc': config })).toEqual([]);
  });
});

describe('workflows that call a function', () => {
  it('every so many minutes', () => {
    const config = {
      trigger_type: 'scheduled',
      schedule_mode: 'interval',
      interval_value: 5,
      interval_unit: 'minutes',
    };
    expect(inWorkflow(config)).toEqual([
      { ...common, name: 'Nightly', kind: 'schedule', schedule: { cron: null, everyMinutes: 5, once: false } },
    ]);
  });

  it('by cron, with the unused settings null', () => {
    const config = {
      trigger_type: 'scheduled',
      cron_expression: '0 8 * * *',
      interval_value: null,
      interval_unit: null,
    };
    expect(inWorkflow(config)).toMatchObject([{ schedule: { cron: '0 8 * * *' } }]);
  });

  it('on records', () => {
    expect(inWorkflow({ trigger_type: 'entity', events: ['create'], entity_name: 'Person' })).toEqual([
      { ...common, name: 'Nightly', kind: 'entity', entity: 'Person', events: ['create'] },
    ]);
  });

  it('that are switched off', () => {
    expect(inWorkflow({ trigger_type: 'webhook' }, { is_active: false })).toMatchObject([
      { kind: 'other', active: false },
    ]);
  });

  it('without a trigger start nothing', () => {
    expect(inWorkflow({}, { trigger: undefined })).toEqual([]);
  });
});
