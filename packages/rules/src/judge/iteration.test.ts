import type { LoopContext, Term } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { isListOfFew, isWholeTable, itemOf } from './iteration.js';

const list: Term = { t: 'param', fn: 1, index: 0 };
const loop = (kind: LoopContext['kind'] = 'for-of'): LoopContext => ({
  kind,
  over: list,
  retry: false,
  conditional: false,
  fn: 1,
  file: 'src/lib/clear.js',
  start: 100,
  end: 200,
  passed: [],
  through: [],
});
const item: Term = { t: 'item', of: list, binder: 100 };
const itemOfAnother: Term = { t: 'item', of: list, binder: 50 };
const member = (of: Term, key: string): Term => ({ t: 'get', of, key });
const call = (of: Term, key: string, ...args: Term[]): Term => ({ t: 'call', callee: member(of, key), args, at: 0 });
const rows: Term = { t: 'get', of: { t: '?' }, key: 'Task' };

describe('what comes from the element of the loop', () => {
  test.each<[string, Term]>([
    ['the element', item],
    ['a member', member(item, 'id')],
    ['a member of a member', member(member(item, 'task'), 'id')],
    ['a computed member', { t: 'at', of: item, key: { t: '?' } }],
    ['one of two members', { t: 'any', of: [member(item, 'id'), member(item, '_id')] }],
    ['as text', { t: 'call', callee: { t: 'global', name: 'String' }, args: [member(item, 'id')], at: 0 }],
    ['in a template of its own', { t: 'template', parts: [member(item, 'id')] }],
  ])('%s', (_, term) => expect(itemOf(term, loop(), [])).toBe(true));

  test.each<[string, Term]>([
    ['the element of another loop', itemOfAnother],
    ['something created in the loop', member(call(rows, 'create', item), 'id')],
    ['a part of a longer text', { t: 'template', parts: [{ t: 'literal', value: 'x-' }, member(item, 'id')] }],
    ['a parameter of the function around', { t: 'param', fn: 1, index: 1 }],
    ['a fixed id', { t: 'literal', value: 'first' }],
    ['what nobody knows', { t: '?' }],
  ])('not %s', (_, term) => expect(itemOf(term, loop(), [])).toBe(false));

  test('in a helper: the parameter that the loop fills with its element', () => {
    const first: Term = { t: 'param', fn: 2, index: 0 };
    expect(itemOf(member(first, 'id'), loop(), [item])).toBe(true);
    expect(itemOf(first, loop(), [{ t: 'literal', value: 'x' }, item])).toBe(false);
  });

  test('counting loops take elements by index, or off the end', () => {
    const byIndex: Term = { t: 'at', of: list, key: { t: '?' } };
    for (const term of [byIndex, member(byIndex, 'id'), call(list, 'pop'), call(list, 'shift')]) {
      expect([itemOf(term, loop('for'), []), itemOf(term, loop('while'), []), itemOf(term, loop(), [])]).toEqual([
        true,
        true,
        false,
      ]);
    }
  });
});

describe('lists', () => {
  const literal: Term = { t: 'literal', value: 'x' };

  test('a list written out with up to three elements is no bulk', () => {
    const items = (count: number): Term => ({ t: 'array', items: Array.from({ length: count }, () => literal) });
    expect([items(0), items(3), items(4), list].map(isListOfFew)).toEqual([true, true, false, false]);
    expect(isListOfFew({ t: 'array', items: [item] })).toBe(false);
  });

  test.each<[string, Term]>([
    ['list()', call(rows, 'list')],
    ['list with sort and limit', call(rows, 'list', literal, { t: 'literal', value: 5000 })],
    ['filter()', call(rows, 'filter')],
    ['filter({})', call(rows, 'filter', { t: 'object', props: [], spreads: [] })],
    ['a part of it', call(call(rows, 'list'), 'slice', literal)],
    ['its ids', call(call(rows, 'list'), 'map', { t: 'function', fn: 3 })],
    ['it, or nothing', { t: 'any', of: [call(rows, 'list'), { t: 'array', items: [] }] }],
  ])('a whole table: %s', (_, term) => expect(isWholeTable(term, true)).toBe(true));

  test('with a limit a list is the whole table only where pages are read until nothing is left', () => {
    const limited = call(rows, 'list', literal, { t: 'literal', value: 100 });
    expect([
      isWholeTable(limited, true),
      isWholeTable(limited, false),
      isWholeTable(call(rows, 'list'), false),
    ]).toEqual([true, false, true]);
  });

  test.each<[string, Term]>([
    ['a condition', call(rows, 'filter', { t: 'object', props: [['done', literal]], spreads: [] })],
    ['a condition out of sight', call(rows, 'filter', { t: '?' })],
    ['a spread', call(rows, 'filter', { t: 'object', props: [], spreads: [{ t: '?' }] })],
    ['rows picked in code', call(call(rows, 'list'), 'filter', { t: 'function', fn: 3 })],
    ['a parameter', list],
  ])('not a whole table: %s', (_, term) => expect(isWholeTable(term, true)).toBe(false));
});
