import fc from 'fast-check';
import { format, type Options } from 'prettier';
import { describe, expect, test } from 'vitest';
import { normaliseSnippet } from './normalise.js';

const samples = [
  "const all = await base44.entities.Order.list('-created_date', 500);",
  'const rows = orders.map((order) => ({ ...order, "total": order.total ?? 0, }));',
  'call({ message: "it\'s \\"fine\\"", other: `a ${b} "c"` });',
  'send({ body: `Dear ${names.map((name) => name.split("-")[0]).join(", ")}, ${ok ? `yes "${a}"` : \'no\'} }` });',
  'for (const id of ids) { await Order.delete(id); /* one by one */ }',
  'const Page = () => <List items={rows} onPick={async (row) => { await Order.update(row.id, { seen: true }); }} />;',
];

const styles: readonly Options[] = [
  { singleQuote: true, printWidth: 40, trailingComma: 'all' },
  { semi: false, tabWidth: 8, trailingComma: 'none', printWidth: 200 },
  { arrowParens: 'avoid', quoteProps: 'consistent', useTabs: true },
];

describe('what a formatter changes', () => {
  test.each(samples)('gives the same text: %s', async (sample) => {
    const formatted = await Promise.all(styles.map((style) => format(sample, { parser: 'babel', ...style })));
    expect(new Set([sample, ...formatted].map(normaliseSnippet)).size).toBe(1);
  });

  test('white space and comments between tokens do not count', () => {
    const tokens = fc.array(
      fc.constantFrom('await', 'x', '.', 'list', '(', '"a b"', ')', '{', 'k', ':', '1', '}', '=>', '`a  b`'),
    );
    const gap = fc.constantFrom(' ', '\n', '\t', '  ', ' // note\n', '/* note */');
    fc.assert(
      fc.property(tokens, fc.array(gap, { minLength: 40, maxLength: 40 }), (words, gaps) => {
        const spread = words.map((word, index) => word + gaps[index % gaps.length]).join('');
        expect(normaliseSnippet(spread)).toBe(normaliseSnippet(words.join(' ')));
      }),
    );
  });
});

describe('what it must keep apart', () => {
  test.each([
    ["list('a b')", "list('ab')"],
    ["list('a  b')", "list('a b')"],
    ['awaitx()', 'await x()'],
    ['list(1)', 'list(10)'],
    ["list('url // a')", "list('url // b')"],
    ['f(a)', 'f(a, b)'],
    ['`a  ${b}`', '`a ${b}`'],
    ["`${'a b'}`", "`${'ab'}`"],
  ])('%s is not %s', (one, other) => {
    expect(normaliseSnippet(one)).not.toBe(normaliseSnippet(other));
  });
});

test('a text of nothing but opened templates ends', () => {
  expect(normaliseSnippet('`${'.repeat(100_000)).length).toBeGreaterThan(100_000);
});

test('any text has a normal form', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => typeof normaliseSnippet(text) === 'string'));
});
