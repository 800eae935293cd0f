import { describe, expect, test } from 'vitest';
import { run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const entry = { 'base44/functions/sync/entry.ts': 'Deno.serve(() => new Response());' };

function automation(settings: object, options?: Sample['options']): Sample {
  const automations = [{ type: 'scheduled', name: 'Sync', ...settings }];
  return {
    file: 'base44/functions/sync/function.jsonc',
    code: JSON.stringify({ name: 'sync', entry: 'entry.ts', automations }),
    files: entry,
    ...(options && { options }),
  };
}

function workflow(config: object): Sample {
  return {
    file: 'base44/workflows/Sync.jsonc',
    code: JSON.stringify({
      name: 'Sync',
      trigger: { config: { trigger_type: 'scheduled', ...config } },
      definition: { do: [{ run: { call: 'invoke_backend_function', with: { function_name: 'sync' } } }] },
    }),
    files: entry,
  };
}

test('a schedule that asks for each minute is drawn', () => {
  expect(squiggled(rule, automation({ cron_expression: '* * * * *' }))).toMatchInlineSnapshot(`
    "  1 | {"name":"sync","entry":"entry.ts","automations":[{"type":"scheduled","name":"Sync","cron_expression":"* * * * *"}]}
        |                                                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]
        |                                                  ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [2]

    [1] medium/likely The schedule "Sync" asks for a run every minute, but the platform runs none more often than every 5 minutes, so it is refused or comes late.
        advice: Ask for 5 minutes or more; follow records with an entity automation, or with \`subscribe\` (since SDK 0.8.16), where something must happen at once.
    [2] medium/likely The schedule "Sync" runs 43,200 times a month at one credit a run before any paid call, about 432 % of 10,000 credits.
        advice: Run it less often, only in the hours in which there is work, or let an entity automation start it when a record changes."
  `);
});

describe('how often', () => {
  test.each<[string, object, readonly object[]]>([
    [
      'every three minutes',
      { repeat_unit: 'minutes', repeat_interval: 3 },
      [
        { severity: 'medium', limitations: ['faq-scheduled-activity'] },
        { severity: 'medium', limitations: ['perf-credit-load'] },
      ],
    ],
    [
      'every five minutes',
      { cron_expression: '*/5 * * * *' },
      [{ severity: 'low', limitations: ['perf-credit-load'] }],
    ],
    [
      'two minutes apart once an hour',
      { cron_expression: '0,2 * * * *' },
      [{ severity: 'medium', limitations: ['faq-scheduled-activity'] }],
    ],
    ['every hour', { cron_expression: '0 * * * *' }, []],
    ['every day', { repeat_unit: 'days', repeat_interval: 1 }, []],
    ['once', { schedule_mode: 'one-time', one_time_date: '2026-12-01T00:00:00Z' }, []],
    ['switched off', { cron_expression: '* * * * *', is_active: false }, []],
    ['unreadable', { cron_expression: 'whenever' }, []],
    ['by records', { type: 'entity', entity_name: 'Task', event_types: ['create'] }, []],
  ])('%s', (_, settings, findings) => expect(run(rule, automation(settings))).toMatchObject(findings));
});

test('a workflow is named by its runs, since it is priced by its steps', () => {
  const [finding, ...others] = run(rule, workflow({ interval_value: 5, interval_unit: 'minutes' }));
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ severity: 'low', limitations: ['perf-credit-load'] });
  expect(finding!.message).toMatch(/8,640 times a month and each run costs a part of a credit/);
});

test('a workflow that starts two functions is one schedule', () => {
  const sample = workflow({ interval_value: 5, interval_unit: 'minutes' });
  const code = sample.code.replace('"definition"', '"more":{"function_name":"other"},"definition"');
  const files = { ...entry, 'base44/functions/other/entry.ts': 'Deno.serve(() => new Response());' };
  expect(run(rule, { ...sample, code, files })).toHaveLength(1);
});

test('the option says what the plan includes', () => {
  const settings = { cron_expression: '*/30 * * * *' };
  expect(run(rule, automation(settings))).toEqual([]);
  expect(run(rule, automation(settings, { monthlyCredits: 2_000 }))).toMatchObject([{ severity: 'low' }]);
  expect(run(rule, automation(settings, { monthlyCredits: 1_000 }))).toMatchObject([{ severity: 'medium' }]);
});

describe('the sentence', () => {
  const first = (settings: object, options?: Sample['options']) => run(rule, automation(settings, options))[0]!;

  test.each<[string, object, string]>([
    ['a name is quoted', { name: 'Sync' }, 'The schedule "Sync" asks for a run every 2 minutes, '],
    ['a name stays within the sentence', { name: 'Sync. Then mail! ' }, 'The schedule "Sync Then mail" asks '],
    ['no name', { name: undefined }, 'This schedule asks for a run every 2 minutes, '],
  ])('%s', (_, name, start) => {
    const { message } = first({ cron_expression: '*/2 * * * *', ...name });
    expect(message.slice(0, start.length)).toBe(start);
  });

  test('half minutes are named as such', () => {
    const { message } = first({ repeat_unit: 'minutes', repeat_interval: 2.5 });
    expect(message).toContain('asks for a run every 2.5 minutes, but');
  });

  test('the share of the credits, which the plan decides', () => {
    const { message, advice } = first({ cron_expression: '*/30 * * * *' }, { monthlyCredits: 3_000 });
    expect(message).toBe(
      'The schedule "Sync" runs 1,440 times a month at one credit a run before any paid call, about 48 % of 3,000 credits.',
    );
    expect(advice).toMatch(/^Run it less often, only in the hours in which there is work/);
  });

  test.each([
    ['a fifth of the credits is reported', 7_200, ['low']],
    ['less than that is not', 7_201, []],
    ['all of them weigh more', 1_440, ['medium']],
  ])('%s', (_, monthlyCredits, severities) => {
    const found = run(rule, automation({ cron_expression: '*/30 * * * *' }, { monthlyCredits }));
    expect(found.map(({ severity }) => severity)).toEqual(severities);
  });

  test('a workflow stays low however often it runs, because a run may cost nothing', () => {
    const found = run(rule, {
      ...workflow({ interval_value: 5, interval_unit: 'minutes' }),
      options: { monthlyCredits: 1 },
    });
    expect(found).toMatchObject([
      {
        severity: 'low',
        confidence: 'likely',
        message:
          'The schedule "Sync" runs 8,640 times a month and each run costs a part of a credit for every step, whether there is work or not.',
      },
    ]);
  });

  test('each schedule of a function is judged by itself', () => {
    const each = { type: 'scheduled', cron_expression: '*/5 * * * *' };
    const code = JSON.stringify({ name: 'sync', entry: 'entry.ts', automations: [each, each] });
    expect(run(rule, { file: 'base44/functions/sync/function.jsonc', code, files: entry })).toHaveLength(2);
  });
});
