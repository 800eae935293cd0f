import { describe, expect, test } from 'vitest';
import { alsoAt, countOf, repeated } from './repeated.js';

const at = (place: string) => {
  const [file = '', start = '0'] = place.split(':');
  return { file, start: Number(start), end: Number(start) + 1, name: file };
};
const group = (...places: string[]) => repeated(places.map(at), () => 'same')[0]!;

test('places are grouped by what they say, in the order given', () => {
  const groups = repeated(['a:1', 'b:2', 'a:3'].map(at), ({ name }) => name);
  expect(groups.map(({ first, others }) => [first.start, others.map(({ start }) => start)])).toEqual([
    [1, [3]],
    [2, []],
  ]);
});

describe('the other places', () => {
  const shown = (...places: string[]) =>
    alsoAt(group(...places), ({ name }) => name).map(({ file, start }) => `${file}:${start}`);

  test('are shown in their order, five at most', () => {
    expect(shown('a:1', 'a:2', 'a:3')).toEqual(['a:2', 'a:3']);
    expect(shown('a:1', 'a:2', 'a:3', 'a:4', 'a:5', 'a:6', 'a:7')).toEqual(['a:2', 'a:3', 'a:4', 'a:5', 'a:6']);
  });

  test('of each file come before a second one of any', () => {
    expect(shown('a:1', 'a:2', 'a:3', 'a:4', 'a:5', 'a:6', 'b:1', 'c:1')).toEqual(['a:2', 'a:3', 'a:4', 'b:1', 'c:1']);
    expect(shown('a:1', 'b:1', 'b:2', 'c:1', 'd:1', 'e:1', 'f:1')).toEqual(['b:1', 'c:1', 'd:1', 'e:1', 'f:1']);
  });

  test('are evidence with a note', () => {
    expect(alsoAt(group('a:1', 'b:2'), ({ name }) => `also ${name}`)).toEqual([
      { file: 'b', start: 2, end: 3, note: 'also b' },
    ]);
    expect(alsoAt(group('a:1'), () => 'x')).toEqual([]);
  });
});

test.each([
  [['a:1'], ''],
  [['a:1', 'a:2'], '2 in one file'],
  [['a:1', 'b:1', 'b:2'], '3 in 2 files'],
])('%s are counted', (places, count) => expect(countOf(group(...places))).toBe(count));
