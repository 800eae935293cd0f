import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';

/** What the first function of a text may give back, as literals and names. */
const returned = (code: string) =>
  recogniseText(code, 'src/a.js').functions[1]!.returns.map((term) =>
    term.t === 'literal' ? term.value : term.t === 'global' ? term.name : term.t,
  );

describe('what a function may give back', () => {
  test.each([
    ['an expression', 'const f = () => 1;', [1]],
    ['a statement', 'function f() { return 1; }', [1]],
    ['nothing', 'function f() { go(); return; }', []],
    ['either branch', 'function f() { if (a) { return 1; } else return 2; return 3; }', [1, 2, 3]],
    ['one branch', 'function f() { if (a) return 1; }', [1]],
    [
      'any case',
      'function f() { switch (a) { case 1: return 1; case 2: { return 2; } default: return 3; } }',
      [1, 2, 3],
    ],
    ['loops', 'function f() { for (;;) return 1; }', [1]],
    ['loops over elements', 'function f() { for (const a of b) { return 1; } for (const a in b) return 2; }', [1, 2]],
    ['loops with a condition', 'function f() { while (a) return 1; do { return 2; } while (a); }', [1, 2]],
    ['a named block', 'function f() { out: { return 1; } }', [1]],
    [
      'what is tried, caught and at last done',
      'function f() { try { return 1; } catch { return 2; } finally { return 3; } }',
      [1, 2, 3],
    ],
    [
      'not what functions inside give back',
      'function f() { const g = () => 1; function h() { return 2; } return 3; }',
      [3],
    ],
  ])('%s', (_, code, expected) => expect(returned(code)).toEqual(expected));

  test('the first eight of many', () => {
    const many = Array.from({ length: 12 }, (_, index) => `if (a) return ${index};`).join(' ');
    expect(returned(`function f() { ${many} }`)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
  });
});
