import { describe, expect, it, test } from 'vitest';
import { criterionIds } from '../criteria.js';
import { limitations } from '../limitations/index.js';
import { sinceVersion } from '../sdk/supports.js';
import { sources } from '../sources.js';
import {
  complianceNeeds,
  decisionTree,
  extensiveHardeningIds,
  hardeningEffort,
  hardeningIds,
  highestTotal,
  readinessActions,
  readinessBands,
  readinessCriteria,
  readinessPositions,
  readinessScenarios,
  readinessSource,
  readinessVerdictIds,
  rereadings,
  stayOrLeave,
  workItems,
} from './index.js';

const criteria = criterionIds.map((id) => readinessCriteria[id]);
const totals = Array.from({ length: highestTotal + 1 }, (_, total) => total);
const holds = (total: number) => (row: { totals?: readonly [number, number] }) =>
  row.totals !== undefined && row.totals[0] <= total && total <= row.totals[1];

describe('the eight criteria', () => {
  it('stand in the order of the article and add up to 32', () => {
    expect(criteria.map(({ id, number }) => [id, number])).toEqual(criterionIds.map((id, index) => [id, index + 1]));
    const highest = criteria.map(({ levels }) => levels.at(-1)!.level).reduce<number>((sum, level) => sum + level, 0);
    expect(highest).toBe(highestTotal);
  });

  it('know all levels from 0 to 4, but for compliance, which knows three', () => {
    for (const { id, levels } of criteria) {
      const known = id === 'regulatory-compliance' ? [0, 2, 4] : [0, 1, 2, 3, 4];
      expect(levels.map(({ level }) => level)).toEqual(known);
    }
  });

  it.each(criteria.map((criterion) => [criterion.id, criterion] as const))('%s reads well', (_, criterion) => {
    const { question, why, levels, limits } = criterion;
    expect(question).toMatch(/^\p{Lu}[^?]*\?$/u);
    expect(why).toMatch(/^\p{Lu}.*\.$/u);
    for (const { text } of levels) expect(text).toMatch(/^[\p{Lu}\d].*[^.]$/u);
    if (limits) expect(limits.text).toMatch(/^\p{Lu}.*\.$/u);
  });

  it('rest on limitations that name them', () => {
    for (const { id, limits } of criteria)
      for (const limitation of limits?.limitations ?? []) expect(limitations[limitation].criteria).toContain(id);
  });
});

describe('the decision tree', () => {
  it('asks for compliance, availability and real time before it adds up', () => {
    expect(decisionTree.map(({ id }) => id)).toEqual([...readinessVerdictIds]);
    expect(decisionTree.flatMap(({ zero }) => zero ?? [])).toEqual([
      'regulatory-compliance',
      'availability',
      'realtime',
    ]);
    expect(decisionTree.findLastIndex(({ zero }) => zero)).toBeLessThan(
      decisionTree.findIndex(({ totals: band }) => band),
    );
  });

  test.each(totals)('has one verdict and one row of the table for a total of %i', (total) => {
    expect(decisionTree.filter(holds(total))).toHaveLength(1);
    expect(readinessBands.filter(holds(total))).toHaveLength(1);
  });

  test.each([
    [15, 'migrate'],
    [16, 'reconsider'],
    [19, 'reconsider'],
    [20, 'harden-extensively'],
    [23, 'harden-extensively'],
    [24, 'harden'],
    [27, 'harden'],
    [28, 'ship'],
  ])('says of a total of %i: %s', (total, action) => {
    expect(decisionTree.find(holds(total))!.action).toBe(action);
  });

  it('never gets worse with more points', () => {
    const ranks = totals.map((total) => readinessActions.indexOf(decisionTree.find(holds(total))!.action));
    expect(ranks).toEqual([...ranks].sort((a, b) => b - a));
  });
});

describe('hardening', () => {
  it('has eight parts, and six more where it is extensive', () => {
    expect([hardeningIds.length, extensiveHardeningIds.length]).toEqual([8, 6]);
    expect(Object.keys(workItems)).toEqual([...hardeningIds, ...extensiveHardeningIds]);
  });

  it('takes 1 to 2 weeks, 4 to 8 weeks, or three months', () => {
    expect(hardeningEffort.harden.weeks).toEqual([1, 2]);
    expect(hardeningEffort['harden-extensively'].weeks).toEqual([4, 8]);
    expect(hardeningEffort.reconsider.weeks).toEqual([13, 13]);
  });

  it('is weighed against leaving at 70 and 50 per cent', () => {
    expect(stayOrLeave).toEqual({ leaveAbove: 0.7, stayBelow: 0.5 });
  });
});

it('carries over the position: five kinds of apps, six, and three between', () => {
  const { readyFor, notReadyFor, grayZone } = readinessPositions;
  expect([readyFor.length, notReadyFor.length, grayZone.length]).toEqual([5, 6, 3]);
});

describe('the worked examples', () => {
  test.each(readinessScenarios.map((one) => [one.id, one] as const))('%s adds up', (_, { answers, total }) => {
    if (total === null) return expect(answers).toEqual({ 'regulatory-compliance': 0 });
    expect(Object.keys(answers)).toEqual([...criterionIds]);
    expect(Object.values(answers).reduce<number>((sum, level) => sum + level, 0)).toBe(total);
  });

  it('have the totals of the article', () => {
    expect(readinessScenarios.map(({ total }) => total)).toEqual([26, 20, null, 14, 26]);
  });
});

describe('levels read with the facts of today', () => {
  it('are all below what is workable, and rise to it', () => {
    for (const { criterion, level, becomes, limitation } of rereadings) {
      const { limits } = readinessCriteria[criterion];
      expect(level).toBeLessThan(limits!.workableFrom);
      expect(becomes).toBe(limits!.workableFrom);
      expect(limits!.limitations).toContain(limitation);
    }
  });

  it('cover every level 0 that rules the platform out, and every need behind it', () => {
    for (const { zero } of decisionTree)
      if (zero) expect(rereadings.some(({ criterion, level }) => criterion === zero && level === 0)).toBe(true);
    expect(rereadings.flatMap(({ need }) => need ?? [])).toEqual([...complianceNeeds]);
  });

  it('name members that the SDK has', () => {
    expect(rereadings.flatMap(({ member }) => (member ? [sinceVersion(member)] : []))).toEqual(['0.8.41', '0.8.16']);
  });
});

it('says where it is from', () => {
  expect(sources[readinessSource.key].kind).toBe('third-party');
  expect(readinessSource.date).toBe('2026-05');
});
