import { describe, expect, test } from 'vitest';
import { rules } from './generated/registry.js';
import { measurements } from './measurements.js';
import { isTooRare, measurementOf, precisionOf, precisionSentence, recommendedPrecision } from './precision.js';

const names = rules.map(({ meta }) => meta.name);

describe.each(Object.entries(measurements))('the measurement of %s', (name, { judged, right, exports, date }) => {
  test('belongs to a rule and holds possible figures', () => {
    expect(names).toContain(name);
    expect(right).toBeLessThanOrEqual(judged);
    for (const figure of [judged, right, exports]) expect(Number.isInteger(figure) && figure >= 0).toBe(true);
    expect(exports).toBeGreaterThan(0);
    expect(date).toMatch(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
  });
});

const recommended = rules.filter(({ meta }) => meta.preset === 'recommended').map(({ meta }) => meta.name);

test.each(recommended)('%s is right often enough for `recommended`, or too rare to tell', (name) => {
  const measured = measurementOf(name);
  if (!measured) throw new Error(`${name} is in recommended, but measurements.ts has no figures of it.`);
  if (!isTooRare(measured)) expect(measured.right / measured.judged).toBeGreaterThanOrEqual(recommendedPrecision);
});

describe('the word for SARIF', () => {
  test('is that of the author where nothing was measured', () => {
    expect(precisionOf({ name: 'no-such-rule', precision: 'low' })).toBe('low');
    expect(precisionSentence('no-such-rule')).toBe('Precision: not measured.');
  });

  test('follows the measurement where there is one', () => {
    expect(precisionOf({ name: 'no-bulk-delete-loop', precision: 'low' })).not.toBe('low');
    expect(precisionSentence('no-bulk-delete-loop')).toMatch(/^Precision: \d+ of \d+ findings .* exports, 20[\d-]+\.$/);
  });
});
