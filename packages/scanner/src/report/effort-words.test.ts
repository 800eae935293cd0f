import { describe, expect, it } from 'vitest';
import { sampleFinding } from '../testing/sample.js';
import { effortOfTask, spanOfMinutes } from './effort-words.js';

describe('effort in words', () => {
  it.each([
    [{ low: 1, high: 2 }, 'about 5 minutes'],
    [{ low: 15, high: 45 }, '15 to 45 minutes'],
    [{ low: 30, high: 90 }, '30 to 90 minutes'],
    [{ low: 45, high: 120 }, '1 to 2 hours'],
    [{ low: 90, high: 240 }, '1.5 to 4 hours'],
    [{ low: 10, high: 960 }, '0.5 to 16 hours'],
    [{ low: 60, high: 1440 }, '0.5 to 3 days'],
    [{ low: 480, high: 4800 }, '1 to 10 days'],
  ])('%j is %s', (range, words) => {
    expect(spanOfMinutes(range)).toBe(words);
  });

  it('counts files for the low end and places for the high end', () => {
    const effort = { fix: 'x', first: { low: 10, high: 20 }, each: { low: 5, high: 8 } };
    expect(effortOfTask({ first: sampleFinding(), count: 5, files: 2 }, effort)).toEqual({ low: 15, high: 52 });
    expect(effortOfTask({ first: sampleFinding(), count: 1, files: 1 }, effort)).toEqual(effort.first);
  });
});
