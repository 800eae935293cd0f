import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FileFacts } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { identify, identityOf, symbolAt } from './identity.js';

const rule = 'no-unfiltered-list';
const file = 'src/pages/Orders.jsx';
const call = 'base44.entities.Order.list()';

function findingsOf(text: string, snippet: string): { rule: string; span: { start: number; end: number } }[] {
  const found = [];
  for (let at = text.indexOf(snippet); at >= 0; at = text.indexOf(snippet, at + 1)) {
    found.push({ rule, span: { start: at, end: at + snippet.length } });
  }
  return found;
}

function factsOf(functions: readonly (readonly [name: string | null, start: number, end: number])[]): FileFacts {
  const module = { name: null, parent: 0, start: 0, end: 1e9 };
  const rest = functions.map(([name, start, end]) => ({ name, parent: 0, start, end }));
  return { functions: [module, ...rest] } as unknown as FileFacts;
}

describe('identify', () => {
  test('stays when code moves within its file', () => {
    const line = fc.constantFrom('', '// a note', 'const other = 1;', 'import a from "b";');
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (before, after) => {
        const moved = [...before, call, ...after].join('\n');
        expect(identify(findingsOf(moved, call), { file, text: moved })).toEqual(
          identify(findingsOf(call, call), { file, text: call }),
        );
      }),
    );
  });

  test('gives two equal findings in one function different identities, in order of place', () => {
    const text = `${call};\n${call};`;
    const [first, second] = identify(findingsOf(text, call), { file, text });
    expect(first).not.toBe(second);
    expect(identify(findingsOf(text, call).reverse(), { file, text })).toEqual([second, first]);
    expect(identify(findingsOf(call, call), { file, text: call })).toEqual([first]);
  });

  test('counts equal findings of two functions apart', () => {
    const text = `${call};\n${call};`;
    const functions = factsOf([
      ['load', 0, call.length],
      ['reload', call.length + 2, text.length],
    ]);
    const [, second] = identify(findingsOf(text, call), { file, text, facts: functions });
    const alone = factsOf([['reload', 0, call.length]]);
    expect(identify(findingsOf(call, call), { file, text: call, facts: alone })).toEqual([second]);
  });
});

describe('identityOf', () => {
  const input = { rule, file, text: call, span: { start: 0, end: call.length }, symbol: 'load', occurrence: 0 };

  test.each([
    ['rule', { rule: 'other' }],
    ['file', { file: 'src/pages/Other.jsx' }],
    ['symbol', { symbol: 'reload' }],
    ['occurrence', { occurrence: 1 }],
    ['snippet', { text: call.replace('Order', 'Items') }],
  ])('changes with the %s', (_, change) => {
    expect(identityOf({ ...input, ...change })).not.toBe(identityOf(input));
  });

  test('is the same for the same secret in other quotes, and another for another secret', () => {
    const of = (text: string, secret: string) =>
      identityOf({ ...input, text, span: { start: 0, end: text.length }, secret });
    expect(of("'hunter2-hunter2'", 'hunter2-hunter2')).toBe(of('"hunter2-hunter2"', 'hunter2-hunter2'));
    expect(of("'hunter2-hunter2'", 'hunter2-hunter2')).not.toBe(of("'hunter3-hunter3'", 'hunter3-hunter3'));
  });

  test('is no plain hash that a list of passwords would open', () => {
    const text = "'letmein1'";
    const identity = identityOf({ ...input, text, span: { start: 0, end: text.length }, secret: 'letmein1' });
    for (const guess of ['letmein1', text, '"letmein1"']) {
      const parts = JSON.stringify([rule, file, guess, 'load', '0']);
      expect(createHash('sha256').update(parts).digest('hex').startsWith(identity)).toBe(false);
    }
  });
});

test('symbolAt names the functions around a place from the outside in', () => {
  const facts = factsOf([
    ['load', 10, 50],
    ['Page', 0, 100],
    [null, 20, 40],
    ['other', 60, 90],
  ]);
  expect(symbolAt(facts, { start: 25, end: 30 })).toBe('Page.load');
  expect(symbolAt(facts, { start: 200, end: 210 })).toBe('');
});
