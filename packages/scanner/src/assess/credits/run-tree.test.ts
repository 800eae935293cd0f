import type { Spend } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { appWith, flow, locate, repeat, sdkCall, spend } from '../../testing/flows.js';
import { creditsOf } from './index.js';
import { runTree, type Paid } from './run-tree.js';
import type { Way } from './ways.js';
import { costOf } from './cost.js';

const image = 'integrations.Core.GenerateImage';

/** A call of so many credits, the only one in its arms. */
function paid(name: string, credits: number, arms: Way['arms'] = [], before: readonly Way[] = []): Paid {
  const { triggers } = creditsOf({
    app: appWith(),
    views: [],
    flows: [flow('a', [spend(image, credits > 1 ? { repeats: [repeat(credits)] } : {})])],
    findings: [],
    locate,
  });
  return { spend: triggers[0]!.spends[0]!, way: [...before, { key: name, arms, recovers: false }] };
}

const runCost = (...list: Paid[]) => {
  const spends = list.map((one) => one.spend);
  const { low, high } = costOf(runTree(list), spends, 0, 1).perRun;
  return [low, high];
};

describe('a run pays', () => {
  test('for all that stands in no branch', () => expect(runCost(paid('a', 2), paid('b', 3))).toEqual([5, 5]));

  test('for one arm of a branch', () =>
    expect(runCost(paid('a', 2, [[9, 0]]), paid('b', 5, [[9, 1]]))).toEqual([2, 5]));

  test('for all of an arm', () =>
    expect(runCost(paid('a', 2, [[9, 0]]), paid('b', 2, [[9, 0]]), paid('c', 1, [[9, 1]]))).toEqual([1, 4]));

  test('for arms within an arm', () =>
    expect(
      runCost(
        paid('a', 2, [
          [9, 0],
          [20, 0],
        ]),
        paid('b', 7, [
          [9, 0],
          [20, 1],
        ]),
        paid('c', 4, [[9, 1]]),
        paid('d', 1),
      ),
    ).toEqual([3, 8]));

  test('for both of two branches', () =>
    expect(runCost(paid('a', 2, [[9, 0]]), paid('b', 3, [[20, 1]]))).toEqual([5, 5]));

  test('for one of two functions that are called in the arms of a branch', () => {
    const step = (key: string, arm: number): Way => ({ key, arms: [[9, arm]], recovers: false });
    const list = [paid('x', 2, [], [step('left', 0)]), paid('y', 6, [], [step('right', 1)])];
    expect(runCost(...list)).toEqual([2, 6]);
  });
});

test('what runs after a failure may not run', () => {
  const file = 'base44/functions/report/entry.ts';
  const call = sdkCall(image, [], { file, span: { start: 50, end: 60 } });
  const facts = { calls: [{ start: 50, end: 60, recovery: { start: 40, end: 70 } }], indirect: [] };
  const views = [{ file, facts }] as never;
  const flows = [flow('a', [spend(call) satisfies Spend])];
  const [trigger] = creditsOf({ app: appWith(), views, flows, findings: [], locate }).triggers;
  expect(trigger!.cost.perRun).toEqual({ low: 0, high: 1, openEnded: false });
});
