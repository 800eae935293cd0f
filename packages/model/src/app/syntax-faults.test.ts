import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from './documents.js';

/** The first fault as `[marked text] problem`. */
function firstFault(text: string): string {
  const [fault] = readDocument('base44/entities/Order.jsonc', text, 'entity').faults;
  return fault ? `[${text.slice(fault.start, fault.end)}] ${fault.problem}` : 'none';
}

describe('faults of the text, where they have to be mended', () => {
  it.each([
    ['a missing comma', '{ "a": 1\n  "b": 2 }', '[1] a comma is missing after this'],
    ['a missing comma behind a comment', '{ "a": "x" // note\n  "b": 2 }', '["] a comma is missing after this'],
    ['a missing comma in a list', '{ "a": ["x" "y"] }', '["] a comma is missing after this'],
    ['a missing colon', '{ "a" 1 }', '["] a colon is missing after this'],
    ['a brace that is never closed', '{ "a": { "b": 1 }', '[{] the brace that opens here is never closed'],
    ['an inner brace that is never closed', '{ "a": { "b": 1', '[{] the brace that opens here is never closed'],
    ['a list that is never closed', '{ "a": [1, 2', '[[] the bracket that opens here is never closed'],
    ['a bracket of the wrong kind', '{ "a": [1 } }', '[}] a closing bracket is expected here'],
    ['no value', '{ "a": }', '[}] a value is expected here'],
    ['a key without quotes', '{ name: "x" }', '[name] this key needs double quotes'],
    ['single quotes', `{ 'name': "x" }`, `['name'] text stands in double quotes, not in single ones`],
    [
      'quotes of a word processor',
      '{ “name”: "x" }',
      '[“name”] text stands in plain double quotes, not in other quotation marks',
    ],
    ['a Python value', '{ "a": None }', '[None] this is no value in JSON'],
    ['a conflict', '{\n<<<<<<< HEAD\n "a": 1\n}', '[<<<<<<<] this is a marker of an unresolved merge conflict'],
    ['a text without end', '{ "a": "x\n}', '["x] this text has no closing quote'],
    ['a comment without end', '{ "a": 1 /* note }', '[/* note }] this comment is never closed'],
    ['a second object', '{ "a": 1 } { "b": 2 }', '[{] nothing may follow the end of the object'],
    [
      'an escape',
      String.raw`{ "a": "\d" }`,
      String.raw`["\d"] this text holds a backslash before a character that needs none`,
    ],
    ['nothing', '', '[] the file is empty'],
  ])('%s', (_, text, expected) => {
    expect(firstFault(text)).toBe(expected);
  });

  it('none in comments, trailing commas and deep but legal text', () => {
    expect(firstFault('// note\n{ "a": [1, 2,], /* b */ "c": {}, }\n')).toBe('none');
  });

  it('lie inside the text, whatever it is', () => {
    const jsonish = fc.string({
      unit: fc.constantFrom('{', '}', '[', ']', ',', ':', '"', '\\', 'a', '1', '/', '*', '\n', ' ', '<'),
    });
    fc.assert(
      fc.property(jsonish, (text) => {
        for (const { start, end } of readDocument('a.jsonc', text, 'entity').faults) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(end - start).toBeGreaterThanOrEqual(Math.min(1, text.length));
        }
      }),
      { numRuns: 300 },
    );
  });
});
