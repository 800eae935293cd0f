import type { Term } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { mentions, sameTerm } from './terms.js';

const param = (index: number): Term => ({ t: 'param', fn: 1, index });
const member = (of: Term, key: string): Term => ({ t: 'get', of, key });
const literal = (value: string | number | boolean | null): Term => ({ t: 'literal', value });
const call = (at: number, ...args: Term[]): Term => ({ t: 'call', callee: { t: 'global', name: 'f' }, args, at });
const method = (at: number, key: string, ...args: Term[]): Term => ({
  t: 'call',
  callee: member(param(0), key),
  args,
  at,
});
const imported = (at: number, name: string, ...args: Term[]): Term => ({
  t: 'call',
  callee: { t: 'import', from: 'x', name },
  args,
  at,
});
const object = (): Term => ({ t: 'object', props: [['a', literal(1)]], spreads: [] });

describe('the same value', () => {
  test.each<[string, Term, Term]>([
    ['a member of a parameter', member(param(0), 'id'), member(param(0), 'id')],
    ['a literal', literal(1), literal(1)],
    ['one call', call(10, param(0)), call(10, param(0))],
    ['one call with what cannot be told', call(10, { t: '?' }), call(10, { t: '?' })],
    ['an import', { t: 'import', from: 'x', name: 'a' }, { t: 'import', from: 'x', name: 'a' }],
    ['a name', { t: 'global', name: 'a' }, { t: 'global', name: 'a' }],
    ['a class', { t: 'class', name: 'A' }, { t: 'class', name: 'A' }],
    ['a function', { t: 'function', fn: 1 }, { t: 'function', fn: 1 }],
    ['the element of a loop', { t: 'item', of: param(0), binder: 1 }, { t: 'item', of: param(0), binder: 1 }],
    ['a computed member', { t: 'at', of: param(0), key: param(1) }, { t: 'at', of: param(0), key: param(1) }],
    ['a list', { t: 'array', items: [param(0)] }, { t: 'array', items: [param(0)] }],
    ['one of two', { t: 'any', of: [param(0), literal(1)] }, { t: 'any', of: [param(0), literal(1)] }],
    ['nothing', { t: 'undefined' }, { t: 'undefined' }],
    ['one call of a method', method(10, 'list', { t: '?' }), method(10, 'list', { t: '?' })],
    ['one call of an imported function', imported(10, 'a', { t: '?' }), imported(10, 'a', { t: '?' })],
    [
      'a text of the same parts',
      { t: 'template', parts: [literal('a'), param(0)] },
      { t: 'template', parts: [literal('a'), param(0)] },
    ],
  ])('%s', (_, a, b) => expect(sameTerm(a, b)).toBe(true));

  test.each<[string, Term, Term]>([
    ['another member', member(param(0), 'id'), member(param(0), 'key')],
    ['another parameter', param(0), param(1)],
    ['a parameter of another function', param(0), { t: 'param', fn: 2, index: 0 }],
    ['a member of another value', member(param(0), 'id'), member(param(1), 'id')],
    ['another literal', literal(1), literal(2)],
    ['another name', { t: 'global', name: 'a' }, { t: 'global', name: 'b' }],
    ['a name and a class', { t: 'global', name: 'a' }, { t: 'class', name: 'a' }],
    ['another class', { t: 'class', name: 'A' }, { t: 'class', name: 'B' }],
    ['another function', { t: 'function', fn: 1 }, { t: 'function', fn: 2 }],
    ['another import', { t: 'import', from: 'x', name: 'a' }, { t: 'import', from: 'x', name: 'b' }],
    ['an import of another module', { t: 'import', from: 'x', name: 'a' }, { t: 'import', from: 'y', name: 'a' }],
    ['another computed member', { t: 'at', of: param(0), key: param(1) }, { t: 'at', of: param(0), key: param(0) }],
    ['a longer list', { t: 'array', items: [param(0)] }, { t: 'array', items: [param(0), param(1)] }],
    ['a shorter list', { t: 'array', items: [param(0), param(1)] }, { t: 'array', items: [param(0)] }],
    ['objects that look alike', object(), object()],
    ['the next call of a chain', method(10, 'list', { t: '?' }), method(10, 'filter', { t: '?' })],
    ['another imported function there', imported(10, 'a', { t: '?' }), imported(10, 'b', { t: '?' })],
    ['another call of the same function', call(10, param(0)), call(20, param(0))],
    ['a number and its text', literal(1), literal('1')],
    ['elements of two loops', { t: 'item', of: param(0), binder: 1 }, { t: 'item', of: param(0), binder: 2 }],
    ['what cannot be told', { t: '?' }, { t: '?' }],
    ['members of what cannot be told', member({ t: '?' }, 'id'), member({ t: '?' }, 'id')],
    [
      'arithmetic, whose operator is not kept',
      { t: 'mix', of: [param(0), param(1)] },
      { t: 'mix', of: [param(0), param(1)] },
    ],
  ])('not %s', (_, a, b) => expect(sameTerm(a, b)).toBe(false));
});

test('one and the same object is the same value', () => {
  const one = object();
  expect(sameTerm(one, one)).toBe(true);
});

test('what cannot be told is not even the same as itself', () => {
  const unknown: Term = { t: '?' };
  expect(sameTerm(unknown, unknown)).toBe(false);
});

describe('what a value is made from', () => {
  const isParam = (term: Term) => term.t === 'param';

  test.each<[string, Term]>([
    ['itself', param(0)],
    [
      'an object',
      {
        t: 'object',
        props: [
          ['a', literal(1)],
          ['b', param(0)],
        ],
        spreads: [],
      },
    ],
    ['a spread', { t: 'object', props: [], spreads: [param(0)] }],
    ['the argument of a call', call(1, member(param(0), 'id'))],
  ])('%s', (_, term) => expect(mentions(term, isParam)).toBe(true));

  test('nothing of the kind', () => expect(mentions(call(1, literal(1)), isParam)).toBe(false));

  test('shared parts are looked at once', () => {
    let term: Term = literal(1);
    for (let depth = 0; depth < 60; depth++) term = { t: 'mix', of: [term, term] };
    let asked = 0;
    mentions(term, () => {
      asked++;
      return false;
    });
    expect(asked).toBe(61);
  });

  test('what lies very deep is not looked for', () => {
    let term = param(0);
    for (let depth = 0; depth < 1000; depth++) term = member(term, 'next');
    expect(mentions(term, isParam)).toBe(false);
  });
});
