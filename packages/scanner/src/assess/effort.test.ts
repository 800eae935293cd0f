import { rules } from '@base44-lint/rules';
import { describe, expect, it } from 'vitest';
import { effortOf, estimatedRules } from './effort.js';

describe('effort', () => {
  it('has an estimate for every rule, and none for a rule that is gone', () => {
    expect([...estimatedRules].sort()).toEqual(rules.map(({ meta }) => meta.name).sort());
  });

  it.each([...estimatedRules])('%s: a further place takes no longer than the first', (rule) => {
    const { first, each } = effortOf(rule);
    expect(first.low).toBeLessThanOrEqual(first.high);
    expect(each.low).toBeLessThanOrEqual(each.high);
    expect(each.low).toBeLessThanOrEqual(first.low);
    expect(each.high).toBeLessThanOrEqual(first.high);
  });
});
