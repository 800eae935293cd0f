import type { EntityCall, FileFacts, Term } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { holdsWithoutField, queryKeys, writtenKeys, type Key } from './keys.js';

const text = (value: string | number | boolean | null): Term => ({ t: 'literal', value });
const object = (props: Readonly<Record<string, Term>>, ...spreads: readonly Term[]): Term => ({
  t: 'object',
  props: Object.entries(props).map(([key, value], index) => [key, value, index * 10] as const),
  spreads,
});
const array = (...items: readonly Term[]): Term => ({ t: 'array', items });
const any = (...of: readonly Term[]): Term => ({ t: 'any', of });
const unseen: Term = { t: '?' };
const one = object({ a: text(1) });
const two = object({ b: text(2) });

/** An object around which `levels` others are spread. */
const within = (levels: number, inner: Term): Term => (levels === 0 ? inner : object({}, within(levels - 1, inner)));

describe('fields that are written', () => {
  const facts = { functions: [{ returns: [one, two] }] } as unknown as FileFacts;
  const names = (method: string, ...args: readonly Term[]) =>
    writtenKeys({ method, args } as unknown as EntityCall, facts).map(({ name }) => name);
  const callback: Term = { t: 'function', fn: 0 };
  const call = (callee: Term, ...args: readonly Term[]): Term => ({ t: 'call', callee, args, at: 0 });
  const member = (key: string): Term => ({ t: 'get', of: unseen, key });

  test.each<[string, string, readonly Term[], readonly string[]]>([
    ['the first argument of create', 'create', [one, two], ['a']],
    ['the second argument of update', 'update', [one, two], ['b']],
    ['the rows of bulkCreate', 'bulkCreate', [array(one, two)], ['a', 'b']],
    ['the rows of bulkUpdate', 'bulkUpdate', [array(one, two), two], ['a', 'b']],
    ['the rows of upsert', 'upsert', [array(one), two], ['a']],
    ['what a callback of map returns, on each way', 'bulkCreate', [call(member('map'), callback)], ['a', 'b']],
    ['what operators of updateMany set', 'updateMany', [two, object({ $set: one, $inc: two })], ['a', 'b']],
    ['either of two objects', 'create', [any(one, two)], ['a', 'b']],
    ['an object that is spread', 'create', [object({ c: text(3) }, one)], ['c', 'a']],
    ['five objects deep', 'create', [within(5, one)], ['a']],
    ['five choices deep', 'create', [any(any(any(any(any(one)))))], ['a']],
  ])('%s', (_, method, args, expected) => expect(names(method, ...args)).toEqual(expected));

  test.each<[string, string, readonly Term[]]>([
    ['the condition of updateMany', 'updateMany', [one, object({ c: two })]],
    ['other methods', 'filter', [one, two]],
    ['no argument', 'create', []],
    ['no rows', 'bulkCreate', []],
    ['one object in place of rows', 'bulkCreate', [one]],
    ['what another method than map returns', 'bulkCreate', [call(member('flatMap'), callback)]],
    ['a function that is called `map`', 'bulkCreate', [call({ t: 'global', name: 'map' }, callback)]],
    ['a callback that is not in sight', 'bulkCreate', [call(member('map'), unseen)]],
    ['no callback', 'bulkCreate', [call(member('map'))]],
    ['a callback of which nothing is known', 'bulkCreate', [call(member('map'), { t: 'function', fn: 7 })]],
    ['a value that is left out', 'create', [object({ a: { t: 'undefined' } })]],
    ['a list in place of an object', 'create', [array(one)]],
    ['six objects deep', 'create', [within(6, one)]],
    ['six choices deep', 'create', [any(any(any(any(any(any(one))))))]],
  ])('are none: %s', (_, method, args) => expect(names(method, ...args)).toEqual([]));

  test('have the place of the key, where it has one', () => {
    const data: Term = {
      t: 'object',
      props: [
        ['a', text(1), 0],
        ['b', text(2)],
      ],
      spreads: [],
    };
    expect(writtenKeys({ method: 'create', args: [data] } as unknown as EntityCall, facts)).toStrictEqual([
      { name: 'a', value: text(1), at: 0 },
      { name: 'b', value: text(2) },
    ]);
  });
});

describe('fields that are asked about', () => {
  const ask = (keys: Readonly<Record<string, Term>>, kind = 'keys', ...args: readonly Term[]): readonly Key[] =>
    queryKeys({
      query: { kind, keys: Object.entries(keys).map(([name, value]) => ({ name, value })) },
      args,
    } as unknown as EntityCall);
  const names = (keys: readonly Key[]) => keys.map(({ name, optional }) => (optional ? `${name}?` : name));
  const nest = (levels: number): Term => (levels === 0 ? array(one) : array(object({ $and: nest(levels - 1) })));

  test.each<[string, Readonly<Record<string, Term>>, readonly string[]]>([
    ['a field', { a: text(1) }, ['a']],
    ['all of $and', { $and: array(one, two) }, ['a', 'b']],
    ['each of $or, by choice', { $or: array(one, two) }, ['a?', 'b?']],
    ['each of $nor, by choice', { $nor: array(one, two) }, ['a?', 'b?']],
    ['the only one of $or', { $or: array(one) }, ['a']],
    ['$and in $or, by choice', { $or: array(object({ $and: array(one) }), two) }, ['a?', 'b?']],
    ['$or in $and, by choice', { $and: array(object({ $or: array(one, two) }), one) }, ['a?', 'b?', 'a']],
    ['no other operator', { $where: array(one), $expr: one }, []],
    ['no operator without a list', { $or: one, $and: unseen }, []],
    ['five operators deep', { $and: nest(4) }, ['a']],
    ['not seven operators deep', { $and: nest(6) }, []],
  ])('%s', (_, keys, expected) => expect(names(ask(keys))).toEqual(expected));

  test('also where the query may be empty, not where it is unknown', () => {
    expect(names(ask({ a: text(1) }, 'maybe-empty'))).toEqual(['a']);
    expect(ask({ a: text(1) }, 'unknown')).toEqual([]);
  });

  test('have the place where the argument names them', () => {
    expect(ask({ b: text(2), c: text(3) }, 'keys', object({ a: text(1), b: text(2) }))).toStrictEqual([
      { name: 'b', value: text(2), at: 10 },
      { name: 'c', value: text(3) },
    ]);
  });
});

test.each<[string, Term, boolean]>([
  ['null', text(null), true],
  ['a value', text('me'), false],
  ['false', text(false), false],
  ['a variable', unseen, false],
  ['$ne', object({ $ne: text(1) }), true],
  ['$nin', object({ $nin: array() }), true],
  ['$not', object({ $not: one }), true],
  ['$exists: false', object({ $exists: text(false) }), true],
  ['$exists: true', object({ $exists: text(true) }), false],
  ['$exists: null', object({ $exists: text(null) }), false],
  ['$exists: a variable', object({ $exists: unseen }), false],
  ['$eq: null', object({ $eq: text(null) }), true],
  ['$eq: a value', object({ $eq: text('me') }), false],
  ['$eq: a variable', object({ $eq: unseen }), false],
  ['$gt', object({ $gt: text(null) }), false],
  ['one of two operators', object({ $gt: text(1), $ne: text(2) }), true],
  ['no operator', object({}), false],
])('a condition of %s and rows without the field', (_, value, expected) => {
  expect(holdsWithoutField({ name: 'a', value })).toBe(expected);
});
