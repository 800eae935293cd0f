import { describe, expect, test } from 'vitest';
import { callOf } from './testing/view.js';

/** How often the loop around a call turns, in the words of the code; null where the code does not say. */
const turnsIn = (loop: (call: string) => string, before = ''): number | null => {
  const code = `import { base44 } from '@/api/base44Client';\n${before}\n${loop('base44.entities.Task.list();')}`;
  return callOf(code).execution.loops[0]?.turns ?? null;
};

describe('a loop that counts', () => {
  const count = (head: string, before?: string) => turnsIn((call) => `for (${head}) { ${call} }`, before);

  test.each([
    ['let i = 0; i < 5; i++', 5],
    ['let i = 0; i < 5; ++i', 5],
    ['let i = 0; i <= 5; i++', 6],
    ['let i = 2; i < 5; i++', 3],
    ['let i = 0; i < 5; i += 2', 3],
    ['let i = 0; i <= 4; i += 2', 3],
    ['let i = 5; i > 0; i--', 5],
    ['let i = 5; i >= 0; i--', 6],
    ['let i = 10; i > 0; i -= 5', 2],
    ['let i = 0; i < MAX; i++', 7],
    ['let i = 0; i < OTHER; i++', 7],
    ['let i = 0; i < LIST.length; i++', 3],
    ['let i = 0; i < (MAX); i++', 7],
  ])('%s turns %d times', (head, turns) =>
    expect(count(head, 'const MAX = 7; const OTHER = MAX; const LIST = [1, 2, 3];')).toBe(turns),
  );

  test.each([
    ['nothing is declared', '; i < 5; i++'],
    ['it goes on from somewhere', 'i = 0; i < 5; i++'],
    ['it begins nowhere', 'let i; i < 5; i++'],
    ['no end', 'let i = 0; ; i++'],
    ['no step', 'let i = 0; i < 5;'],
    ['the end is no number', "let i = 0; i < '5'; i++"],
    ['the end is known to nobody', 'let i = 0; i < rows.length; i++'],
    ['the end is a count of something else', 'let i = 0; i < LIST.size; i++'],
    ['another variable is asked', 'let i = 0; j < 5; i++'],
    ['another variable is counted', 'let i = 0; i < 5; j++'],
    ['another variable is added to', 'let i = 0; i < 5; j += 1'],
    ['a step of nothing', 'let i = 0; i < 5; i += 0'],
    ['a step that is not known', 'let i = 0; i < 5; i += step'],
    ['a product', 'let i = 1; i < 5; i *= 2'],
    ['any other end', 'let i = 0; i !== 5; i++'],
    ['a call decides', 'let i = 0; more(i); i++'],
    ['the wrong way', 'let i = 0; i < 5; i--'],
    ['the end is at the left', 'let i = 0; 5 > i; i++'],
    ['two are declared', 'let [i] = [0]; i < 5; i++'],
    ['the end may grow', 'let i = 0; i < grows; i++'],
  ])('not told: %s', (_, head) => expect(count(head, 'const LIST = [1, 2, 3]; let grows = 1; grows = 2;')).toBeNull());
});

describe('a list that the code spells out', () => {
  const of = (list: string, before?: string) => turnsIn((call) => `for (const one of ${list}) { ${call} }`, before);

  test.each([
    ['[1, 2, 3]', 3],
    ['[1, , 3]', 3],
    ['[...LIST, 4]', 4],
    ['LIST', 3],
    ['(LIST)', 3],
    ['SAME', 3],
    ['LIST.map(run)', 3],
    ['LIST.sort()', 3],
    ['LIST.toSorted()', 3],
    ['LIST.reverse()', 3],
    ['LIST.toReversed()', 3],
    ['LIST.keys()', 3],
    ['LIST.values()', 3],
    ['LIST.entries()', 3],
    ['LIST.slice(1)', 2],
    ['LIST.slice()', 3],
    ['LIST.slice(0, 2)', 2],
    ['LIST.slice(1, 2)', 1],
    ['LIST.slice(0, 9)', 3],
    ['LIST.slice(from, 2)', 3],
    ['LIST.slice(0, to)', 3],
    ['LIST.slice(-2)', 3],
    ['LIST.slice(0, -1)', 3],
    ['rows.slice(0, 5)', 5],
    ['rows.slice(2, 5)', 3],
    ['Array(4)', 4],
    ['new Array(4)', 4],
    ['new Array(SIZE)', 6],
    ['Array(4).fill(0)', 4],
    ['Array.from({ length: 4 })', 4],
    ["Array.from({ 'length': SIZE })", 6],
    ['Array.from({ other: 1, length: 4 })', 4],
    ['Array.from(LIST)', 3],
    ['Object.keys(KEYS)', 2],
    ['Object.values(KEYS)', 2],
    ['Object.entries({ a: 1, b: 2, c: 3 })', 3],
  ])('%s holds %d', (list, turns) => {
    const before =
      'const LIST = [1, 2, 3]; const SAME = LIST; const SIZE = 6; const KEYS = { a: 1, b: 2 }; LIST.at(0); log(LIST.pushed);';
    expect(of(list, before)).toBe(turns);
  });

  test.each([
    'rows',
    '[1, ...rows]',
    'LIST.filter(run)',
    'LIST.concat(rows)',
    'LIST.mapped()',
    'rows.slice(2)',
    'rows.slice(-2, 5)',
    'rows.slice(0, -2)',
    'rows.slice(from, 5)',
    'Array(1, rows)',
    'new Array()',
    'new Array(size)',
    'new List(4)',
    'List(4)',
    'Array.of(4)',
    'Array.from()',
    'List.from({ length: 4 })',
    'Array.from({ size: 4 })',
    'Array.from({ length: size })',
    'Array.from({ ...options })',
    'Object.assign({ a: 1 })',
    'Object.keys()',
    'Object.keys(options)',
    'Object.keys({ a: 1, ...options })',
    'Object.keys(LIST)',
    'LIST.length',
    'LIST[0]',
    'pushed',
    'unshifted',
    'spliced',
    'popped',
    'shifted',
    'indexed',
    'replaced',
    'part',
    'twice',
    'UNSET',
    "'abc'",
  ])('not told: %s', (list) => {
    const before = `const LIST = [1, 2, 3];
      const pushed = [1]; pushed.push(2); const unshifted = [1]; unshifted.unshift(2);
      const spliced = [1]; spliced.splice(0, 1); const popped = [1]; popped.pop(); const shifted = [1]; shifted.shift();
      const indexed = [1]; indexed[1] = 2; let replaced = [1]; replaced = rows; const [part] = [[1]];
      var twice = [1]; var twice = [1, 2]; let UNSET;`;
    expect(of(list, before)).toBeNull();
  });

  test('what only reads a list, or adds to another one, leaves it as it is', () => {
    const before = 'const LIST = [1, 2]; const other = []; other.push(LIST); other[0] = LIST[1]; show(LIST.push);';
    expect(of('LIST', before)).toBe(2);
  });

  test('of constants that name each other five are followed', () => {
    const chain = (length: number) => Array.from({ length }, (_, i) => `const C${i + 1} = C${i};`).join(' ');
    expect(of('C4', `const C0 = [1, 2]; ${chain(4)}`)).toBe(2);
    expect(of('C5', `const C0 = [1, 2]; ${chain(5)}`)).toBeNull();
    const numbers = (length: number) =>
      turnsIn((call) => `for (let i = 0; i < C${length}; i++) { ${call} }`, `const C0 = 4; ${chain(length)}`);
    expect([numbers(4), numbers(5)]).toEqual([4, null]);
  });
});
