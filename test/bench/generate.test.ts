import { recogniseText } from '@base44-lint/model';
import { describe, expect, it } from 'vitest';
import { generateApp } from './generate.mjs';
import { median } from './measure.mjs';

const code = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => /\.[jt]sx?$/.test(path));

describe('the generated app of the benchmark', () => {
  it('is the same for the same seed and another for another', () => {
    const [first, again, other] = [1, 1, 2].map((seed) => JSON.stringify([...generateApp({ lines: 2000, seed })]));
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('has as many lines of code as asked for, and hardly more', () => {
    const text = code(generateApp({ lines: 3000 }))
      .map(([, one]) => one)
      .join('');
    const lines = text.split('\n').length - 1;
    expect(lines).toBeGreaterThanOrEqual(3000);
    expect(lines).toBeLessThan(3600);
  });

  it('holds code that parses without problems, with entity calls in pages, hooks and functions', () => {
    const facts = code(generateApp({ lines: 8000 })).map(([path, text]) => recogniseText(text, path));
    expect(facts.flatMap(({ file, problems }) => problems.map((problem) => `${file}: ${problem}`))).toEqual([]);
    const withCalls = facts.filter(({ calls }) =>
      calls.some(({ callee }) => JSON.stringify(callee).includes('"entities"')),
    );
    const places = withCalls.map(({ file }) => /pages|hooks|functions/.exec(file)?.[0]);
    expect(new Set(places)).toEqual(new Set(['pages', 'hooks', 'functions', undefined]));
  });
});

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 3, 2], 2.5],
  ])('of %j is %d', (values, expected) => expect(median(values)).toBe(expected));
});
