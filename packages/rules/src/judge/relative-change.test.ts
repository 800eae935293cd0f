import type { Field, Term } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { appOf, viewOf } from '../testing/sample.js';
import { relativeChanges } from './relative-change.js';

const schemas = {
  Product: {
    properties: {
      price: { type: 'number' },
      sales: { type: 'integer' },
      label: { type: 'string' },
      stock: { type: 'string' },
    },
  },
};

/** Fields that an update computes from their former value, each as `field of row`. */
function changesIn(data: string, known: boolean): string[] {
  const sample = {
    code: `import { base44 } from '@/api/base44Client';\nbase44.entities.Product.update(id, ${data});`,
    ...(known ? { schemas } : {}),
  };
  const app = appOf(sample);
  const fields: readonly Field[] | undefined = app.entities['Product']?.fields;
  return relativeChanges(viewOf(sample, app).entityCalls[0]!, fields).map(
    ({ field, row }) => `${field} of ${nameOf(row)}`,
  );
}

const nameOf = (term: Term): string => (term.t === 'global' ? term.name : term.t);

describe('a number computed from its former value', () => {
  test.each([
    `{ stock: row.stock - 1 }`,
    `{ stock: row.stock + n }`,
    `{ stock: n - row.stock }`,
    `{ stock: row.stock * n }`,
    `{ stock: (row.stock || 0) + n }`,
    `{ stock: (row.stock ?? old.stock) - n }`,
    `{ stock: Number(row.stock) - n }`,
    `{ stock: parseInt(row.stock, 10) - n }`,
    `{ stock: parseFloat(row.stock || 0) - n }`,
    `{ stock: Number(row.stock - n) }`,
    `{ stock: Math.max(0, row.stock - n) }`,
    `{ stock: Math.min(row.stock + n, 10) }`,
    `{ stock: Math.round(row.stock * 2) }`,
    `{ stock: (row.stock - n).toFixed(2) }`,
    `{ stock: sold ? row.stock - n : 0 }`,
    `{ stock: row.stock + 2 * n - m }`,
    `{ stock: n + 2 * (row.stock - m) }`,
    `{ status: 'sold', stock: row.stock - 1 }`,
  ])('%s', (data) => expect(changesIn(data, false)).toEqual(['stock of row']));

  test.each([
    `{ stock: row.stock }`,
    `{ stock: other.count - 1 }`,
    `{ stock: n - 1 }`,
    `{ stock: -row.stock }`,
    `{ stock: !row.stock }`,
    `{ stock: row.stock + ' left' }`,
    '{ stock: `${row.stock}` }',
    '{ stock: `${row.stock} left` }',
    `{ stock: row.stock === 'none' }`,
    `{ stock: row.stock === null }`,
    `{ stock: row.stock - new Date() }`,
    `{ stock: row.stock + [n] }`,
    `{ stock: row.stock + {} }`,
    `{ stock: Number() }`,
    `{ stock: Number(row.stock) }`,
    `{ stock: next(row.stock - 1) }`,
    `{ stock: tools.next(row.stock - 1) }`,
    `{ stock: Math.random(row.stock - 1) }`,
    `{ stock: tools.max(row.stock - 1) }`,
    `{ stock: String(row.stock) - 1 }`,
    `{ stock: (row.stock - n).toString() }`,
    `{ stock: { left: row.stock - 1 } }`,
    `data`,
  ])('not %s', (data) => expect(changesIn(data, false)).toEqual([]));

  test('in one of two ways to write', () => {
    const data = `sold ? { stock: row.stock - 1 } : { balance: user.balance + 1, note }`;
    expect(changesIn(data, false)).toEqual(['stock of row', 'balance of user']);
  });
});

describe('plus, where no schema says that the field is a number', () => {
  test.each(['1', '(n || 0)', 'Number(n)', 'parseFloat(n)', 'Math.floor(n)', 'rows.length', '(n - m)', '(n * 2)'])(
    'a number for sure: %s',
    (other) => expect(changesIn(`{ label: row.label + ${other} }`, false)).toEqual(['label of row']),
  );

  test.each(['n', 'next(n)', 'String(n)', 'tools.floor(n)', 'rows.name', '-n', '(n || m)', '(n - new Date())'])(
    'perhaps a text: %s',
    (other) => expect(changesIn(`{ label: row.label + ${other} }`, false)).toEqual([]),
  );

  test('any other arithmetic makes a number', () => {
    expect(changesIn(`{ label: row.label - n }`, false)).toEqual(['label of row']);
  });

  test('what is converted is a number', () => {
    expect(changesIn(`{ label: Number(row.label + n) }`, false)).toEqual(['label of row']);
    expect(changesIn(`{ label: Math.round(row.label + n) }`, false)).toEqual(['label of row']);
    expect(changesIn(`{ label: (row.label + n).toFixed(1) }`, false)).toEqual(['label of row']);
  });
});

describe('what the schema says', () => {
  test.each([
    ['a number', `{ price: row.price + n }`, ['price of row']],
    ['an integer', `{ sales: row.sales + n }`, ['sales of row']],
    ['a text', `{ label: row.label - 1 }`, []],
    ['a text, whatever its name', `{ stock: row.stock - 1 }`, []],
    ['nothing, but the name speaks of goods', `{ balance: row.balance + n }`, ['balance of row']],
    ['nothing, and neither does the name', `{ visits: row.visits + n }`, []],
  ])('%s', (_, data, changes) => expect(changesIn(data, true)).toEqual(changes));
});
