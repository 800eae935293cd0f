import { describe, expect, it, test } from 'vitest';
import { sdkCapabilities } from '../sdk/capabilities.js';
import { sources } from '../sources.js';
import { modelClasses, modelClassOf, models } from './models.js';
import { paidKindOf, paidKinds, paidMembers } from './paid-kinds.js';
import { planIds } from './plan-ids.js';
import { plans } from './plans.js';
import { free, prices, type PriceId } from './prices.js';
import { savingIds, savings } from './savings.js';

const isoDay = /^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;
const all = Object.entries(prices) as [PriceId, (typeof prices)[PriceId]][];

describe('the price list', () => {
  it.each(all)('spans the readings of %s', (_, { credits, readings }) => {
    const amounts = readings.flatMap((reading) => (reading.credits ? [reading.credits] : []));
    if (amounts.length === 0) return expect(credits).toBeNull();
    expect(credits).toEqual({
      low: Math.min(...amounts.map(({ low }) => low)),
      high: Math.max(...amounts.map(({ high }) => high)),
      openEnded: amounts.some(({ openEnded }) => openEnded),
    });
  });

  it.each(all)('dates and cites %s', (_, { readings }) => {
    for (const { source, date, says } of readings) {
      expect(sources).toHaveProperty([source]);
      expect(date).toMatch(isoDay);
      expect(says).toMatch(/^\p{Lu}.*\.$/u);
    }
  });

  it.each([
    ['ai-automatic', 1, 3],
    ['ai-flash', 1, 10],
    ['ai-large', 1, 15],
    ['agent-automatic', 3, 3],
    ['agent-large', 15, 15],
    ['image', 1, 1],
    ['video', 5, 5],
    ['speech', 1, 1],
    ['mail', 1, 2],
    ['upload', 1, 1],
    ['automation-run', 1, 1],
    ['workflow-step', 0, 1],
  ] as const)('takes %s for %s to %s credits', (id, low, high) =>
    expect(prices[id].credits).toEqual({ low, high, openEnded: false }),
  );

  it('says that the largest models cost more than any figure', () => {
    expect(prices['ai-frontier'].credits).toEqual({ low: 1, high: 15, openEnded: true });
  });

  it('gives no amount where none is published', () => {
    expect(all.filter(([, { credits }]) => credits === null).map(([id]) => id)).toEqual(['connector', 'gateway']);
  });

  it('says that entities, plain function calls and own keys cost nothing', () => {
    expect(free.map(({ what }) => what)).toEqual([
      'Reading and writing entities',
      'Calling a backend function, as such',
      "Calls of other services with the owner's own key",
    ]);
  });
});

describe('paid members', () => {
  it('has a member or a run for each kind', () => {
    const used = new Set([...Object.values(paidMembers), 'automation-run', 'workflow-step']);
    expect(paidKinds.filter((kind) => !used.has(kind))).toEqual([]);
  });

  it('knows no price for what an entity or a function call does', () => {
    for (const member of ['entities.list', 'functions.invoke', 'auth.me', 'toString', 'agents.createConversation'])
      expect(paidKindOf(member)).toBeNull();
  });

  it('spells members as the SDK does; four of them no SDK has typed, though apps call them', () => {
    const isTyped = (member: string) =>
      [member, `asServiceRole.${member}`].some((one) => Object.hasOwn(sdkCapabilities, one));
    expect(Object.keys(paidMembers).filter((member) => !isTyped(member))).toEqual([
      'integrations.Core.GenerateVideo',
      'integrations.Core.GenerateSpeech',
      'integrations.Core.SendSMS',
      'integrations.Core.TranscribeAudio',
    ]);
  });
});

test.each([
  ['automatic', 'automatic'],
  ['gemini_3_flash', 'flash'],
  ['gpt_5_4', 'large'],
  ['claude_opus_4_8', 'frontier'],
  ['gpt_5_6_luna', null],
  ['gpt-4o', null],
  ['constructor', null],
])('the model %s is of the class %s', (name, expected) => expect(modelClassOf(name)).toBe(expected));

test('each class of models has one', () => {
  const used = new Set(Object.values(models).map((model) => model.class));
  expect(modelClasses.filter((one) => !used.has(one))).toEqual([]);
});

test('plans grow in credits and price, and are dated', () => {
  const list = planIds.map((id) => plans[id]);
  expect(list.map(({ integrationCredits }) => integrationCredits)).toEqual([100, 2_000, 10_000, 20_000, 50_000]);
  expect(list.map(({ messageCredits }) => messageCredits)).toEqual([25, 100, 250, 500, 1_200]);
  expect(list.map(({ price }) => price.monthly)).toEqual([0, 20, 50, 100, 200]);
  expect(list.map(({ price }) => price.yearly)).toEqual([0, 16, 40, 80, 160]);
  expect(list.map(({ backend }) => backend)).toEqual([false, false, true, true, true]);
  for (const { checkedOn, sources: keys } of list) {
    expect(checkedOn).toMatch(isoDay);
    for (const key of keys) expect(sources).toHaveProperty([key]);
  }
});

test('there are six ways to use less, each with its evidence or a question', () => {
  expect(savingIds).toHaveLength(6);
  for (const id of savingIds) {
    const { advice, evidence, ask } = savings[id];
    expect(advice).toMatch(/^\p{Lu}.*\.$/u);
    expect([evidence, ask].filter((one) => one !== null)).toHaveLength(1);
    if (ask !== null) expect(ask).toMatch(/\?$/);
  }
});
