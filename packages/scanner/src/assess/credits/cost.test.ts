import type { Spend } from '@base44-lint/model';
import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Credits, CreditTrigger } from '../../result/credits.js';
import {
  appWith,
  automation,
  flow,
  locate,
  options,
  outsideCall,
  repeat,
  sdkCall,
  spend,
} from '../../testing/flows.js';
import { plus, times } from './amount.js';
import { creditsOf } from './index.js';

function triggerOf(spends: readonly (Spend | string)[], app = appWith({ items: 10 }), cut = 0): CreditTrigger {
  const { triggers } = creditsOf({ app, flows: [flow('a', spends, {}, cut)], views: [], findings: [], locate });
  return triggers[0]!;
}

const costing = (low: number, high = low, openEnded = false): Credits => ({ low, high, openEnded });
const llm = (values: Parameters<typeof options>[0], overrides: Partial<Spend> = {}) =>
  spend(sdkCall('integrations.Core.InvokeLLM', [options(values)]), overrides);

describe('one run costs', () => {
  test.each<[string, Spend | string, Credits]>([
    ['an AI request without a model', llm({ prompt: 'x' }), costing(1, 3)],
    ['an AI request to a small model', llm({ model: 'gemini_3_flash' }), costing(1, 10)],
    ['an AI request to a large model', llm({ model: 'gpt_5' }), costing(1, 15)],
    ['an AI request to the largest models', llm({ model: 'claude_opus_4_8' }), costing(1, 15, true)],
    ['an AI request to a model that no list knows', llm({ model: 'gpt-4o' }), costing(1, 15, true)],
    ['an image', 'integrations.Core.GenerateImage', costing(1)],
    ['a mail', 'integrations.Core.SendEmail', costing(1, 2)],
    ['a private upload', 'integrations.Core.UploadPrivateFile', costing(1)],
    [
      'eight seconds of video',
      spend(sdkCall('integrations.Core.GenerateVideo', [options({ duration: 8 })])),
      costing(40),
    ],
    ['a video of unknown length', 'integrations.Core.GenerateVideo', costing(5, 5, true)],
    [
      '120 characters of speech',
      spend(sdkCall('integrations.Core.GenerateSpeech', [options({ text: 'x'.repeat(120) })])),
      costing(3),
    ],
    ['a message to an agent that the export lacks', 'agents.addMessage', costing(3, 15, true)],
    ['a mail for each of four', spend('integrations.Core.SendEmail', { repeats: [repeat(4)] }), costing(4, 8)],
    ['an image in some cases', spend('integrations.Core.GenerateImage', { conditions: ['case'] }), costing(0, 1)],
    [
      'an image unless there is one',
      spend('integrations.Core.GenerateImage', { conditions: ['absent'] }),
      costing(0, 1),
    ],
    ['an image of what was entered', spend('integrations.Core.GenerateImage', { conditions: ['present'] }), costing(1)],
    ['a mail for each item', spend('integrations.Core.SendEmail', { repeats: [repeat(null)] }), costing(10, 20)],
    [
      'a mail for each of three of each item',
      spend('integrations.Core.SendEmail', { repeats: [repeat(3), repeat(null)] }),
      costing(30, 60),
    ],
    [
      'a mail for each item of each item',
      spend('integrations.Core.SendEmail', { repeats: [repeat(null), repeat(null)] }),
      costing(100, 200),
    ],
  ])('%s', (_, one, expected) => expect(triggerOf([one]).cost.perRun).toEqual(expected));
});

describe('the model of a request', () => {
  it('is any where the code chooses it at run time', () => {
    const call = sdkCall('integrations.Core.InvokeLLM', [{ t: 'object', props: [['model', { t: '?' }]], spreads: [] }]);
    const [one] = triggerOf([spend(call)]).spends;
    expect(one).toMatchObject({ credits: costing(1, 15, true), note: 'Only the run decides which model is asked.' });
  });

  it('is any where the options are spread from elsewhere', () => {
    const call = sdkCall('integrations.Core.InvokeLLM', [{ t: 'object', props: [], spreads: [{ t: '?' }] }]);
    expect(triggerOf([spend(call)]).spends[0]!.credits).toEqual(costing(1, 15, true));
  });

  it('is one of those that the code chooses between', () => {
    const model = { t: 'any', of: [{ t: 'literal', value: 'gpt_5' }, { t: 'undefined' }] } as const;
    const call = sdkCall('integrations.Core.InvokeLLM', [{ t: 'object', props: [['model', model]], spreads: [] }]);
    expect(triggerOf([spend(call)]).spends[0]).toMatchObject({
      prices: ['ai-automatic', 'ai-large'],
      model: 'gpt_5',
      credits: costing(1, 15),
      note: null,
    });
  });

  it('is that of the agents of the export', () => {
    const agents = [{ name: 'sage', file: 'base44/agents/sage.jsonc', value: { model: 'automatic' } }];
    expect(triggerOf(['agents.addMessage'], appWith({}, { agents })).cost.perRun).toEqual(costing(3));
  });
});

describe('what is not known', () => {
  it('says that a metered connector has no published amount', () => {
    const { cost, spends } = triggerOf(['connectors.callApi', 'integrations.Core.SendEmail']);
    expect(spends[0]!.credits).toBeNull();
    expect(cost.perRun).toEqual(costing(1, 2));
    expect(cost.unknown).toEqual([expect.stringMatching(/^connectors\.callApi is not in these figures\. The amount/)]);
  });

  it('lists a trigger all of whose calls were cut', () => {
    expect(triggerOf([], appWith(), 7).cost.unknown).toEqual([
      '7 more calls were not followed and are not in these figures.',
    ]);
  });
});

describe('what costs nothing', () => {
  it('is no trigger', () => {
    const flows = [
      flow('a', ['functions.invoke', 'auth.me']),
      flow('b', [spend(outsideCall('Stripe'))]),
      flow('c', [spend(sdkCall('integrations.Core.SendEmail', [], { origin: 'shim' }))]),
    ];
    const section = creditsOf({ app: appWith(), flows, views: [], findings: [], locate });
    expect(section.triggers).toEqual([]);
    expect(section.services).toMatchObject([{ service: 'Stripe', ownersKey: true, triggers: 1 }]);
    expect(section.projection.scenarios[0]!.total).toEqual(costing(0));
  });

  it('lists another service that a paid trigger calls beside it', () => {
    expect(triggerOf(['integrations.Core.SendEmail', spend(outsideCall('Twilio'))]).services).toEqual(['Twilio']);
  });
});

describe('the run of an automation costs', () => {
  const started = (workflows: string[]) => {
    const app = appWith({}, { workflows: workflows.map((file) => ({ name: 'w', file, value: {} })) });
    const one = automation();
    const flows = [flow('a', [], { kind: 'schedule', automation: one })];
    return creditsOf({ app, flows, views: [], findings: [], locate }).triggers[0]!;
  };

  it('one credit by itself', () => {
    expect(started([])).toMatchObject({ cost: { perRun: costing(1) }, spends: [{ kind: 'automation-run' }] });
  });

  it('a part of a credit as a step of a workflow', () => {
    const trigger = started(['base44/functions/digest/function.jsonc']);
    expect(trigger).toMatchObject({ cost: { perRun: costing(0, 1) }, spends: [{ kind: 'workflow-step' }] });
  });
});

const spends = fc.array(
  fc.record({
    member: fc.constantFrom(
      'integrations.Core.InvokeLLM',
      'integrations.Core.SendEmail',
      'integrations.Core.GenerateVideo',
      'agents.addMessage',
      'connectors.callApi',
      'auth.me',
    ),
    repeats: fc.array(fc.option(fc.integer({ min: 0, max: 20 }), { nil: null }), { maxLength: 3 }),
    conditions: fc.subarray(['absent', 'present', 'limit', 'case', 'visible'] as const),
  }),
  { maxLength: 8 },
);
const made = spends.map((list) =>
  list.map(({ member, repeats, conditions }) => spend(member, { repeats: repeats.map(repeat), conditions })),
);

test('a run costs the sum of what it pays for', () => {
  fc.assert(
    fc.property(made, fc.integer({ min: 0, max: 100 }), (list, items) => {
      const { triggers } = creditsOf({
        app: appWith({ items }),
        flows: [flow('a', list)],
        views: [],
        findings: [],
        locate,
      });
      for (const { cost, spends: paid } of triggers) {
        const each = paid.flatMap(({ credits, perItem }) => (credits ? [times(credits, items ** perItem)] : []));
        expect(cost.perRun).toEqual(plus(...each));
        expect(plus(cost.fixed, ...cost.perItem.map(({ power, credits }) => times(credits, items ** power)))).toEqual(
          cost.perRun,
        );
      }
    }),
  );
});

test('one more call never makes a run cheaper', () => {
  fc.assert(
    fc.property(made, made, (list, more) => {
      const [before, after] = [list, [...list, ...more]].map((one) => triggerOf(one, appWith(), 1).cost.perRun);
      expect(after!.low).toBeGreaterThanOrEqual(before!.low);
      expect(after!.high).toBeGreaterThanOrEqual(before!.high);
      expect(before!.low).toBeLessThanOrEqual(before!.high);
    }),
  );
});
