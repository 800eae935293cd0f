import { describe, expect, test } from 'vitest';
import type { Term } from './facts.js';
import { any, children, follow, get, isNothing, literal, UNDEFINED, UNKNOWN } from './term.js';

const name = (of: string): Term => ({ t: 'global', name: of });
const object = (props: Record<string, Term>, ...spreads: Term[]): Term => ({
  t: 'object',
  props: Object.entries(props).map(([key, value]) => [key, value] as const),
  spreads,
});
const array = (...items: Term[]): Term => ({ t: 'array', items });
const call = (callee: Term, ...args: Term[]): Term => ({ t: 'call', callee, args, at: 0 });

describe('a member', () => {
  test('of an object is its value, the last of that name', () => {
    expect(get(object({ a: name('x') }), 'a')).toEqual(name('x'));
    const twice: Term = {
      t: 'object',
      props: [
        ['a', name('x')],
        ['a', name('y')],
      ],
      spreads: [],
    };
    expect(get(twice, 'a')).toEqual(name('y'));
  });

  test('of an object with one spread is that of the spread; of several nobody knows', () => {
    expect(get(object({ a: name('x') }, object({ b: name('y') })), 'b')).toEqual(name('y'));
    expect(get(object({}, name('one'), name('other')), 'b')).toEqual(UNKNOWN);
    expect(get(object({ a: name('x') }), 'b')).toEqual({ t: 'get', of: object({ a: name('x') }), key: 'b' });
  });

  test('of a list is the element of that number', () => {
    expect(get(array(name('x'), name('y')), '1')).toEqual(name('y'));
    expect(get(array(name('x')), '7')).toEqual(UNKNOWN);
    expect(get(array(name('x')), 'length')).toMatchObject({ t: 'get', key: 'length' });
  });

  test('of promises that are awaited together is that of the promise', () => {
    const all = (method: string) => call({ t: 'get', of: name('Promise'), key: method }, array(name('x'), name('y')));
    expect(get(all('all'), '1')).toEqual(name('y'));
    expect(get(all('allSettled'), '0')).toEqual(name('x'));
    expect(get(all('all'), '5')).toEqual(UNKNOWN);
    expect(get(all('race'), '1')).toMatchObject({ t: 'get', key: '1' });
    expect(get(all('all'), 'length')).toMatchObject({ t: 'get', key: 'length' });
    expect(get(call(name('all'), array(name('x'))), '0')).toMatchObject({ t: 'get', key: '0' });
  });

  test('of what nobody knows is worth a name only where it says that it is a client', () => {
    expect(get(UNKNOWN, 'rows')).toEqual(UNKNOWN);
    expect(get(UNKNOWN, 'entities')).toMatchObject({ t: 'get', key: 'entities' });
    expect(get(UNKNOWN, 'asServiceRole')).toMatchObject({ t: 'get', key: 'asServiceRole' });
  });

  test('of a member follows the way', () => {
    expect(follow(object({ a: object({ b: name('x') }) }), ['a', 'b'])).toEqual(name('x'));
    expect(follow(name('x'), [])).toEqual(name('x'));
  });
});

describe('one of several', () => {
  const [one, other] = [name('x'), name('y')];

  test('is flat, without repetition, and the thing itself where there is one', () => {
    expect(any([one])).toBe(one);
    expect(any([one, one])).toBe(one);
    expect(any([any([one, other]), one])).toEqual({ t: 'any', of: [one, other] });
    expect(any([])).toEqual(UNKNOWN);
  });

  test('are twelve at most', () => {
    const many = any(Array.from({ length: 20 }, (_, index) => name(String(index))));
    expect(many.t === 'any' && many.of.length).toBe(12);
  });
});

test('the terms directly inside', () => {
  const [x, y, z] = [name('x'), name('y'), name('z')];
  expect(children({ t: 'template', parts: [x, y] })).toEqual([x, y]);
  expect(children(object({ a: x }, y))).toEqual([x, y]);
  expect(children(array(x, y))).toEqual([x, y]);
  expect(children({ t: 'get', of: x, key: 'a' })).toEqual([x]);
  expect(children({ t: 'item', of: x, binder: 0 })).toEqual([x]);
  expect(children({ t: 'at', of: x, key: y })).toEqual([x, y]);
  expect(children(call(x, y, z))).toEqual([x, y, z]);
  expect(children({ t: 'any', of: [x, y] })).toEqual([x, y]);
  expect(children({ t: 'mix', of: [x] })).toEqual([x]);
  expect(children(x)).toEqual([]);
});

test.each([
  ['a', { t: 'literal', value: 'a' }],
  [0, { t: 'literal', value: 0 }],
  [false, { t: 'literal', value: false }],
  [null, { t: 'literal', value: null }],
  [undefined, UNKNOWN],
  [/x/, UNKNOWN],
  [10n, UNKNOWN],
])('the literal %s', (value, term) => expect(literal(value)).toEqual(term));

test('nothing is null or undefined, and not what is merely empty', () => {
  expect([UNDEFINED, literal(null)].map(isNothing)).toEqual([true, true]);
  expect([literal(0), literal(''), literal(false), UNKNOWN, name('x')].map(isNothing)).toEqual(Array(5).fill(false));
});
