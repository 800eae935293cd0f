import type { Trigger } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { severityOf, timeIn } from './pace.js';

const timer = (everyMs: number | null | undefined, more: Partial<Trigger> = {}): Trigger => ({
  kind: 'interval',
  place: { file: 'src/a.js', start: 0, end: 1 },
  ...(everyMs !== undefined && { everyMs }),
  ...more,
});
const paces = [1, 5000, 5001, 15_000, 15_001, 29_999];

describe('a timer', () => {
  const severities = (more?: Partial<Trigger>) => paces.map((ms) => severityOf(timer(ms, more), 30));
  const free = ['medium', 'medium', 'low', 'low', 'info', 'info'];
  const bounded = ['low', 'low', 'info', 'info', 'info', 'info'];

  test('is worse the quicker it is', () => expect(severities()).toEqual(free));

  test.each<[string, Partial<Trigger>]>([
    ['a click sets off', { startedBy: ['handler'] }],
    ['a mutation sets off', { startedBy: ['mutation'] }],
    ['clicks and mutations set off', { startedBy: ['handler', 'mutation'] }],
    ['ends itself', { endsItself: true }],
    ['pauses', { pauses: true }],
    ['runs a number of times', { conditions: ['limit'] }],
    ['needs something and runs a number of times', { conditions: ['present', 'limit'] }],
  ])('that %s is milder', (_, more) => expect(severities(more)).toEqual(bounded));

  test.each<[string, Partial<Trigger>]>([
    ['an effect sets off', { startedBy: ['effect'] }],
    ['a click or an effect sets off', { startedBy: ['handler', 'effect'] }],
    ['only needs something to be there', { conditions: ['present'] }],
    ['has no conditions', { conditions: [] }],
  ])('that %s is not', (_, more) => expect(severities(more)).toEqual(free));

  test.each([undefined, null, 0, -1, 30_000, 30_001])('of %s ms is fine', (ms) =>
    expect(severityOf(timer(ms), 30)).toBeNull(),
  );

  test('is fine from the given number of seconds on', () => {
    expect(severityOf(timer(2999), 3)).toBe('medium');
    expect(severityOf(timer(3000), 3)).toBeNull();
    expect(severityOf(timer(59_999), 60)).toBe('info');
  });
});

test.each([
  [1000, 'second'],
  [1500, '1.5 seconds'],
  [2000, '2 seconds'],
  [500, '0.5 seconds'],
])('%i ms are called "%s"', (ms, expected) => expect(timeIn(ms)).toBe(expected));
