import { describe, expect, it, test } from 'vitest';
import { decisionOf, effortsOf } from './effort.js';
import { scaleOf, standingsOf } from './answers.js';
import { verdictsOf } from './possible.js';

const everything = verdictsOf(
  scaleOf(
    standingsOf({}, () => 4),
    ({ levels }) => levels,
  ),
);

describe('hardening against leaving', () => {
  it('is weighed for every action that is still possible, worst first', () => {
    expect(effortsOf({ framework: everything }, { low: 200, high: 400 })).toMatchObject([
      { action: 'reconsider', hours: { low: 520, high: 520 }, ratio: { low: 1.3, high: 2.6 }, decision: 'leave' },
      {
        action: 'harden-extensively',
        hours: { low: 160, high: 320 },
        ratio: { low: 0.4, high: 1.6 },
        decision: 'open',
      },
      { action: 'harden', hours: { low: 40, high: 80 }, ratio: { low: 0.1, high: 0.4 }, decision: 'stay' },
      { action: 'ship', hours: { low: 0, high: 40 }, ratio: { low: 0, high: 0.2 }, decision: 'stay' },
    ]);
  });

  it('has hours but no share where nobody has estimated the move', () => {
    expect(effortsOf({ framework: everything }, null)).toMatchObject([
      {},
      {},
      { hours: { low: 40, high: 80 }, ratio: null, decision: null },
      {},
    ]);
  });

  it('is also weighed where only the facts of today make staying possible', () => {
    const leaving = verdictsOf(
      scaleOf(
        standingsOf({ realtime: 0 }, () => 4),
        ({ levels }) => levels,
      ),
    );
    const efforts = effortsOf({ framework: leaving, today: everything }, null);
    expect(efforts).toHaveLength(4);
    expect(efforts[0]).toMatchObject({ action: 'reconsider', readings: ['today'] });
  });

  it('is not asked where the verdict is to leave', () => {
    const leaving = verdictsOf(
      scaleOf(
        standingsOf({ availability: 0 }, () => 4),
        ({ levels }) => levels,
      ),
    );
    expect(effortsOf({ framework: leaving }, null)).toEqual([]);
  });
});

test.each([
  [0.71, 0.9, 'leave'],
  [0.7, 0.9, 'open'],
  [0.5, 0.7, 'gray'],
  [0.49, 0.6, 'open'],
  [0.1, 0.49, 'stay'],
  [0.1, 0.5, 'open'],
] as const)('a share from %d to %d: %s', (low, high, decision) => {
  expect(decisionOf({ low, high })).toBe(decision);
});
