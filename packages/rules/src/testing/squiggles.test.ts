import { describe, expect, test } from 'vitest';
import type { RuleFinding } from '../finding.js';
import { apply, changedLines, placeAfter } from './edits.js';
import { squiggles } from './squiggles.js';

function finding(text: string, part: string, more: Partial<RuleFinding> = {}): RuleFinding {
  const start = text.indexOf(part);
  return {
    severity: 'high',
    confidence: 'likely',
    message: 'Everyone can read it.',
    span: { start, end: start + part.length },
    evidence: [],
    advice: 'Filter it.',
    suggestions: [],
    ...more,
  };
}

describe('squiggles', () => {
  test('draws nothing for no findings', () => {
    expect(squiggles('a', [])).toBe('');
  });

  test('draws one mark per finding and the legend below', () => {
    const text = 'const a = 1;\nuse(list(), filter());\n';
    const edits = [{ start: text.indexOf('list()'), end: text.indexOf('list()') + 6, text: 'mine()' }];
    const drawn = squiggles(text, [
      finding(text, 'list()', { suggestions: [{ title: 'Read own rows', edits }] }),
      finding(text, 'filter()', { evidence: [{ file: 'a.jsonc', start: 0, end: 1, note: 'no rules' }] }),
    ]);
    expect(drawn).toMatchInlineSnapshot(`
      "  2 | use(list(), filter());
          |     ^~~~~~ [1]
          |             ^~~~~~~~ [2]

      [1] high/likely Everyone can read it.
          advice: Filter it.
          suggestion: Read own rows
              2 | use(mine(), filter());
      [2] high/likely Everyone can read it.
          advice: Filter it.
          evidence: a.jsonc: no rules"
    `);
  });

  test('follows a finding over several lines', () => {
    const text = 'x = list(\n  1,\n);';
    expect(squiggles(text, [finding(text, 'list(\n  1,\n)', { advice: '' })])).toMatchInlineSnapshot(`
      "  1 | x = list(
          |     ^~~~~
        2 |   1,
          | ~~~~
        3 | );
          | ~ [1]

      [1] high/likely Everyone can read it."
    `);
  });
});

describe('edits', () => {
  test('apply in order of place, whatever their order', () => {
    const edits = [
      { start: 2, end: 3, text: 'Z' },
      { start: 0, end: 1, text: 'XY' },
    ];
    expect(apply('abc', edits)).toBe('XYbZ');
    expect(placeAfter({ start: 1, end: 2 }, edits)).toEqual({ start: 0, end: 4 });
  });

  test('that overlap are refused', () => {
    const edits = [
      { start: 0, end: 2, text: '' },
      { start: 1, end: 3, text: '' },
    ];
    expect(() => apply('abc', edits)).toThrow('overlap');
  });

  test('changedLines shows new and changed lines only', () => {
    expect(changedLines('a\nb\nc', 'a\nB\nB2\nc')).toBe('  2 | B\n  3 | B2');
  });
});
