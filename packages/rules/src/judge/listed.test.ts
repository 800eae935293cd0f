import { expect, test } from 'vitest';
import { list, quoted } from './document.js';
import { listed } from './listed.js';

test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
  [['a', 'b', 'c', 'd'], 'a, b and 2 more'],
  [['a', 'b', 'c', 'd', 'e'], 'a, b and 3 more'],
])('of %j the first ones are named', (names, text) => expect(listed(names)).toBe(text));

test('as many as are asked for', () => {
  expect(listed(['a', 'b', 'c', 'd'], 4)).toBe('a, b, c and d');
  expect(listed(['a', 'b', 'c'], 2)).toBe('a and 2 more');
});

test('a list names all', () => {
  expect([list([]), list(['a']), list(['a', 'b']), list(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
  expect(list(quoted(['a', 'b']))).toBe('`a` and `b`');
});
