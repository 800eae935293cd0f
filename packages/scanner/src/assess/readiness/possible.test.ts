import { criterionIds, decisionTree, readinessCriteria, readinessScenarios } from '@base44-lint/catalog';
import type { Level } from '@base44-lint/model';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { byCriterion } from './answers.js';
import type { Scale } from './input.js';
import { totalOf, verdictsOf } from './possible.js';

const all = (): Scale => byCriterion((id) => readinessCriteria[id].levels.map(({ level }) => level));
const answered = (answers: Partial<Record<string, Level>>): Scale =>
  byCriterion((id) => (answers[id] === undefined ? all()[id] : [answers[id]]));

/** The tree as the article writes it, for one combination of answers. */
function walk(levels: Readonly<Record<string, Level>>): string {
  if (levels['regulatory-compliance'] === 0) return 'compliance-rules-out';
  if (levels['availability'] === 0) return 'availability-rules-out';
  if (levels['realtime'] === 0) return 'realtime-rules-out';
  const total = Object.values(levels).reduce<number>((sum, level) => sum + level, 0);
  if (total < 16) return 'total-rules-out';
  if (total < 20) return 'borderline';
  if (total < 24) return 'extensive-hardening';
  return total < 28 ? 'hardening' : 'light-hardening';
}

const scales: fc.Arbitrary<Scale> = fc.record(
  byCriterion((id) =>
    fc.subarray(
      readinessCriteria[id].levels.map(({ level }) => level),
      { minLength: 1, maxLength: 3 },
    ),
  ),
);

describe('the worked examples', () => {
  test.each(readinessScenarios.map((one) => [one.id, one] as const))('%s', (_, { answers, verdict, total }) => {
    const { outcomes, settled, ...points } = verdictsOf(answered(answers));
    expect(outcomes.map(({ id }) => id)).toEqual([verdict]);
    expect(settled).toBe(true);
    if (total !== null) expect(points.total).toEqual({ low: total, high: total });
  });

  it('agree with the article in what to do: A, B and E stay, C and D leave', () => {
    const leaves = readinessScenarios.map(
      ({ answers }) => verdictsOf(answered(answers)).outcomes[0]!.action === 'migrate',
    );
    expect(leaves).toEqual([false, false, true, true, false]);
  });
});

describe('what is still possible', () => {
  it('is everything while nothing is known', () => {
    const { total, outcomes, settled } = verdictsOf(all());
    expect(total).toEqual({ low: 0, high: 32 });
    expect(outcomes.map(({ id }) => id)).toEqual(decisionTree.map(({ id }) => id));
    expect(settled).toBe(false);
  });

  it('tells with which totals each verdict is reached', () => {
    const { outcomes } = verdictsOf(all());
    expect(outcomes[0]!.totals).toEqual({ low: 0, high: 28 });
    expect(outcomes.find(({ id }) => id === 'total-rules-out')!.totals).toEqual({ low: 4, high: 15 });
    expect(outcomes.at(-1)!.totals).toEqual({ low: 28, high: 32 });
  });

  it('is settled where several verdicts ask for the same', () => {
    const scale = answered({ 'regulatory-compliance': 2, availability: 0 });
    expect(verdictsOf({ ...scale, 'regulatory-compliance': [0, 2] })).toMatchObject({
      settled: true,
      outcomes: [{ id: 'compliance-rules-out' }, { id: 'availability-rules-out' }],
    });
  });

  it('is exactly what walking the tree over all combinations gives', () => {
    fc.assert(
      fc.property(scales, (scale) => {
        let combinations: Record<string, Level>[] = [{}];
        for (const id of criterionIds)
          combinations = combinations.flatMap((one) => scale[id].map((level) => ({ ...one, [id]: level })));
        const walked = new Set(combinations.map(walk));
        const { outcomes, total } = verdictsOf(scale);
        expect(new Set(outcomes.map(({ id }) => id))).toEqual(walked);
        expect(total).toEqual(totalOf(scale));
      }),
      { numRuns: 40 },
    );
  });
});
