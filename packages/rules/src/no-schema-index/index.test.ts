import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

function schema(content: object, file = 'base44/entities/Invoice.jsonc', name = 'Invoice'): Sample {
  return { file, code: JSON.stringify({ name, type: 'object', ...content }, null, 2) };
}

test('a field that pretends to be unique is drawn', () => {
  expect(squiggled(rule, schema({ properties: { number: { type: 'string', unique: true } } }))).toMatchInlineSnapshot(`
    "  7 |       "unique": true
        |       ^~~~~~~~~~~~~~ [1]

    [1] medium/likely The platform documents no key \`unique\`, so two records with the same \`Invoice.number\` can be stored when two people write at once or a request is repeated.
        advice: Write through one function that looks for the key first and repairs what slipped through, or use \`upsert\` from SDK 0.8.49."
  `);
});

describe('keys that nothing enforces', () => {
  test.each<[string, object, readonly string[], string?]>([
    ['an index', { properties: { city: { type: 'string', index: true } } }, ['low']],
    ['an index by another name', { properties: { city: { type: 'string', indexed: true } } }, ['low']],
    ['a list of unique keys', { unique: [['a', 'b']], properties: {} }, ['low']],
    ['a slug', { properties: { slug: { type: 'string', unique: true } } }, ['low'], 'Page'],
    ['a list of indexes', { indexes: [{ fields: ['a'] }], properties: {} }, ['low']],
    ['both on one field', { properties: { a: { type: 'string', unique: true, index: true } } }, ['medium', 'low']],
    [
      'inside an object',
      { properties: { a: { type: 'object', properties: { b: { type: 'string', unique: true } } } } },
      ['medium'],
    ],
    [
      'inside a list',
      { properties: { a: { type: 'array', items: { type: 'object', properties: { b: { unique: true } } } } } },
      ['medium'],
    ],
  ])('%s', (_, content, severities, name) => {
    expect(run(rule, schema(content, undefined, name)).map(({ severity }) => severity)).toEqual(severities);
  });
});

describe('look-alikes stay clean', () => {
  test.each<[string, Sample]>([
    ['a field called index', schema({ properties: { index: { type: 'number' }, unique: { type: 'boolean' } } })],
    ['a switch that is off', schema({ properties: { a: { type: 'string', unique: false, index: false } } })],
    ['an empty list', schema({ indexes: [], properties: {} })],
    [
      'lists of different items, which JSON Schema knows',
      schema({ properties: { a: { type: 'array', uniqueItems: true } } }),
    ],
    ['words in a description', schema({ properties: { a: { type: 'string', description: 'unique index' } } })],
    ['a configuration that is no schema', schema({ indexes: [1] }, 'base44/agents/helper.jsonc')],
  ])('%s', (_, sample) => expectClean(rule, sample));
});
