import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { componentsOf } from './components.js';

const components = (edges: Readonly<Record<number, readonly number[]>>, count: number) =>
  componentsOf(count, (node) => edges[node] ?? []).map((one) => [...one].sort((a, b) => a - b));

describe('functions that call each other', () => {
  test.each<[string, Readonly<Record<number, readonly number[]>>, number, readonly (readonly number[])[]]>([
    ['nobody calls anybody', {}, 3, [[0], [1], [2]]],
    ['a chain, what is called before who calls', { 0: [1], 1: [2] }, 3, [[2], [1], [0]]],
    ['two that call each other', { 0: [1], 1: [0] }, 2, [[0, 1]]],
    ['one that calls itself', { 0: [0] }, 1, [[0]]],
    ['a circle and who leads to it', { 0: [1], 1: [2], 2: [3], 3: [1] }, 4, [[1, 2, 3], [0]]],
    ['two ways to the same', { 0: [1, 2], 1: [3], 2: [3] }, 4, [[3], [1], [2], [0]]],
    [
      'two circles, one behind the other',
      { 0: [1], 1: [0, 2], 2: [3], 3: [2] },
      4,
      [
        [2, 3],
        [0, 1],
      ],
    ],
    [
      'a way back to a circle that is done',
      { 0: [1], 1: [0], 2: [0, 3], 3: [2] },
      4,
      [
        [0, 1],
        [2, 3],
      ],
    ],
    ['nothing at all', {}, 0, []],
  ])('%s', (_, edges, count, expected) => expect(components(edges, count)).toEqual(expected));

  test('a chain longer than the stack', () => {
    const count = 100_000;
    expect(componentsOf(count, (node) => (node + 1 < count ? [node + 1] : []))).toHaveLength(count);
  });

  test('any two are together exactly when each reaches the other, and come after what they reach', () => {
    const graph = fc
      .integer({ min: 1, max: 7 })
      .chain((count) =>
        fc.tuple(
          fc.constant(count),
          fc.array(fc.tuple(fc.nat({ max: count - 1 }), fc.nat({ max: count - 1 })), { maxLength: 14 }),
        ),
      );
    fc.assert(
      fc.property(graph, ([count, edges]) => {
        const successors = (node: number) => edges.filter(([from]) => from === node).map(([, to]) => to);
        const reach = (start: number) => {
          const seen = new Set([start]);
          const open = [start];
          for (let node = open.pop(); node !== undefined; node = open.pop())
            for (const next of successors(node))
              if (!seen.has(next)) {
                seen.add(next);
                open.push(next);
              }
          return seen;
        };
        const found = componentsOf(count, successors);
        const at = (node: number) => found.findIndex((one) => one.includes(node));
        expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, node) => node));
        for (let one = 0; one < count; one++)
          for (let other = 0; other < count; other++) {
            const there = reach(one).has(other);
            expect(at(one) === at(other)).toBe(there && reach(other).has(one));
            if (there) expect(at(other)).toBeLessThanOrEqual(at(one));
          }
      }),
      { numRuns: 150 },
    );
  });
});
