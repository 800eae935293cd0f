import type { Term } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { mentions, sameTerm } from './terms.js';

const param = (index: number): Term => ({ t: 'param', fn: 1, index });
const member = (of: Term, key: string): Term => ({ t: 'get', of, key });
const literal = (value: string | number | boolean | null): Term => ({ t: 'literal', value });
const call = (at: number, ...args: Term[]): Term => ({ t: 'call', callee: { t: 'global', name: 'f' }, args, at });

describe('the same value', () => {
  test.each<[string, Term, Term]>([
    ['a member of a parameter', member(param(0), 'id'), member(param(0), 'id')],
    ['a literal', literal(1), literal(1)],
    ['one call', call(10, param(0)), call(10, param(0))],
    ['one call with what cannot be told', call(10, { t: '?' }), call(10, { t: '?' })],
    ['an import', { t: 'import', from: 'x', name: 'a' }, { t: 'import', from: 'x', name: 'a' }],
    [
      'a text of the same parts',
      { t: 'template', parts: [literal('a'), param(0)] },
      { t: 'template', parts: [literal('a'), param(0)] },
    ],
  ])('%s', (_, a, b) => expect(sameTerm(a, b)).toBe(true));

  test.each<[string, Term, Term]>([
    ['another member', member(param(0), 'id'), member(param(0), 'key')],
    ['another parameter', param(0), param(1)],
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
});
