import { exitFramework, exitWeightIds, exitWeights } from '@base44-lint/catalog';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counts } from './counts.js';
import { estimateOf } from './estimate.js';

const nothing = Object.fromEntries(exitWeightIds.map((id) => [id, 0])) as Counts;
const counts = (some: Partial<Counts>): Counts => ({ ...nothing, ...some });
const anyCounts = fc
  .record(Object.fromEntries(exitWeightIds.map((id) => [id, fc.integer({ min: 0, max: 400 })])))
  .map((some) => some as Counts);
const fewCounts = fc
  .record(Object.fromEntries(exitWeightIds.map((id) => [id, fc.integer({ min: 0, max: 2 })])))
  .map((some) => some as Counts);
const anyRate = fc.option(
  fc.oneof(
    fc.integer({ min: 1, max: 500 }),
    fc.tuple(fc.integer({ min: 1, max: 200 }), fc.integer({ min: 200, max: 500 })),
  ),
  { nil: undefined },
);
const settings = (
  hourlyRate: number | readonly [number, number] | undefined,
): { hourlyRate?: number | readonly [number, number] } => (hourlyRate === undefined ? {} : { hourlyRate });

describe('the terms', () => {
  it('are a count times a weight of the catalogue, and add up to the sum', () => {
    fc.assert(
      fc.property(anyCounts, (some) => {
        const { terms, sum } = estimateOf(some, {});
        for (const { weight, count, hoursEach, hours } of terms) {
          expect(count).toBe(some[weight]);
          expect(hoursEach).toEqual(exitWeights[weight].hours);
          expect(hours.low).toBeCloseTo(count * hoursEach.low, 1);
          expect(hours.high).toBeCloseTo(count * hoursEach.high, 1);
        }
        const total = (end: 'low' | 'high'): number =>
          terms.reduce((all, { hours }) => all + Math.round(hours[end] * 100), 0);
        expect([Math.round(sum.low * 100), Math.round(sum.high * 100)]).toEqual([total('low'), total('high')]);
      }),
    );
  });

  it('leave out what the app has none of', () => {
    expect(estimateOf(counts({ entity: 2 }), {}).terms.map(({ weight, count, what }) => [weight, count, what])).toEqual(
      [['entity', 2, 'entities']],
    );
  });
});

describe('the range', () => {
  it('is the same for the same inventory and rate', () => {
    fc.assert(
      fc.property(anyCounts, anyRate, (some, rate) => {
        expect(estimateOf(some, settings(rate))).toEqual(estimateOf({ ...some }, settings(rate)));
      }),
    );
  });

  it('never falls when there is more of anything', () => {
    fc.assert(
      fc.property(
        anyCounts,
        fc.constantFrom(...exitWeightIds),
        fc.integer({ min: 1, max: 500 }),
        anyRate,
        (some, id, more, rate) => {
          const before = estimateOf(some, settings(rate));
          const after = estimateOf({ ...some, [id]: some[id] + more }, settings(rate));
          for (const figure of ['sum', 'hours', 'weeks', 'cost'] as const) {
            expect(after[figure].low).toBeGreaterThanOrEqual(before[figure].low);
            expect(after[figure].high).toBeGreaterThanOrEqual(before[figure].high);
          }
        },
      ),
    );
  });

  it('stays inside the bounds of the framework, low before high', () => {
    fc.assert(
      fc.property(anyCounts, (some) => {
        const estimate = estimateOf(some, {});
        for (const figure of ['hours', 'weeks', 'cost'] as const) {
          expect(estimate[figure].low).toBeGreaterThanOrEqual(exitFramework[figure].low);
          expect(estimate[figure].high).toBeLessThanOrEqual(exitFramework[figure].high);
          expect(estimate[figure].low).toBeLessThanOrEqual(estimate[figure].high);
        }
      }),
    );
  });

  it('holds the sum, where the sum is inside the bounds', () => {
    fc.assert(
      fc.property(fewCounts, (some) => {
        const { sum, hours, beyond } = estimateOf(some, {});
        fc.pre(beyond === 'within');
        expect(hours.low).toBeLessThanOrEqual(sum.low);
        expect(hours.high).toBeGreaterThanOrEqual(sum.high);
      }),
    );
  });
});

describe('an app', () => {
  it('with nothing is the smallest migration, and the report says that its sum begins below', () => {
    const { hours, weeks, cost, beyond, steps } = estimateOf(counts({ move: 1 }), {});
    expect({ hours, weeks, cost, beyond }).toEqual({
      hours: { low: 80, high: 80 },
      weeks: { low: 4, high: 4 },
      cost: { low: 12_000, high: 12_000 },
      beyond: 'below',
    });
    expect(steps[1]!.formula).toContain('24 to 34, cut at 80 and 600; the sum begins below the smallest migration');
  });

  it('that goes beyond the framework ends at its bounds, keeps its sum, and is told so', () => {
    const { sum, hours, weeks, cost, beyond } = estimateOf(counts({ entity: 400, function: 1000 }), {});
    expect({ sum, hours, weeks, cost, beyond }).toEqual({
      sum: { low: 600, high: 1060 },
      hours: { low: 600, high: 600 },
      weeks: { low: 16, high: 16 },
      cost: { low: 60_000, high: 60_000 },
      beyond: 'above',
    });
  });

  it('in the middle costs what lies between $150 and $100 an hour', () => {
    const { hours, cost, rate } = estimateOf(counts({ function: 500 }), {});
    expect({ hours, cost, rate }).toEqual({
      hours: { low: 200, high: 350 },
      cost: { low: 23_000, high: 37_000 },
      rate: { dollars: { low: 105.49, high: 115.38 }, source: 'framework' },
    });
  });
});

describe('a rate of the settings', () => {
  it.each([
    [90, { low: 18_000, high: 31_500 }],
    [[50, 200] as const, { low: 10_000, high: 70_000 }],
  ])('%j replaces that of the framework, and its bounds of cost', (hourlyRate, cost) => {
    expect(estimateOf(counts({ function: 500 }), { hourlyRate }).cost).toEqual(cost);
    expect(estimateOf(counts({ function: 500 }), { hourlyRate }).rate.source).toBe('settings');
  });

  it('changes neither hours nor weeks', () => {
    const [own, usual] = [
      estimateOf(counts({ function: 500 }), { hourlyRate: 90 }),
      estimateOf(counts({ function: 500 }), {}),
    ];
    expect([own.hours, own.weeks, own.terms]).toEqual([usual.hours, usual.weeks, usual.terms]);
  });
});
