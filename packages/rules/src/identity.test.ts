import { createHash } from 'node:crypto';
import fc from 'fast-check';
import type { FileFacts } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { identify, identityOf, symbolAt } from './identity.js';

const identities = (...input: Parameters<typeof identify>) => identify(...input).map(({ identity }) => identity);
const contents = (...input: Parameters<typeof identify>) =>
  identify(...input).map(({ contentIdentity }) => contentIdentity);

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
        expect(identities(findingsOf(moved, call), { file, text: moved })).toEqual(
          identities(findingsOf(call, call), { file, text: call }),
        );
      }),
    );
  });

  test('gives two equal findings in one function different identities, in order of place', () => {
    const text = `${call};\n${call};`;
    const [first, second] = identities(findingsOf(text, call), { file, text });
    expect(first).not.toBe(second);
    expect(identities(findingsOf(text, call).reverse(), { file, text })).toEqual([second, first]);
    expect(identities(findingsOf(call, call), { file, text: call })).toEqual([first]);
  });

  test('counts equal findings of two functions apart', () => {
    const text = `${call};\n${call};`;
    const functions = factsOf([
      ['load', 0, call.length],
      ['reload', call.length + 2, text.length],
    ]);
    const [, second] = identities(findingsOf(text, call), { file, text, facts: functions });
    const alone = factsOf([['reload', 0, call.length]]);
    expect(identities(findingsOf(call, call), { file, text: call, facts: alone })).toEqual([second]);
  });
});

describe('contentIdentity', () => {
  const load = `const load = async () => { const rows = await ${call}; return rows; };`;
  const inFunction = (text: string, name = 'load') => ({
    text,
    facts: factsOf([[name, text.indexOf('async'), text.indexOf('};') + 1]]),
  });

  test('is the same in another file and beside other functions', () => {
    const here = contents(findingsOf(load, call), { file, ...inFunction(load) });
    const moved = `import a from 'b';\nexport ${load}`;
    expect(contents(findingsOf(moved, call), { file: 'src/lib/orders.js', ...inFunction(moved) })).toEqual(here);
    expect(identities(findingsOf(load, call), { file, ...inFunction(load) })).not.toEqual(
      identities(findingsOf(load, call), { file: 'src/lib/orders.js', ...inFunction(load) }),
    );
  });

  test('is another where the function around the same call is another', () => {
    const here = contents(findingsOf(load, call), { file, ...inFunction(load) });
    const other = load.replace('return rows', 'return rows.length');
    expect(contents(findingsOf(other, call), { file, ...inFunction(other) })).not.toEqual(here);
    expect(contents(findingsOf(load, call), { file, ...inFunction(load, 'reload') })).not.toEqual(here);
  });

  test('holds the whole file where no function is around', () => {
    const of = (text: string) => contents(findingsOf(text, call), { file, text });
    expect(of(`${call};\nconst a = [1.0,];`)).toEqual(of(`\n${call}\nconst a = [1.0]`));
    expect(of(call)).not.toEqual(of(`${call}; other();`));
  });

  test('does not depend on a secret beside the finding, so that nobody can try secrets on it', () => {
    const of = (secret: string) => {
      const text = `const load = async () => { login('${secret}'); ${call}; };`;
      return contents(findingsOf(text, call), {
        file,
        ...inFunction(text),
        shown: text.replace(secret, '*'.repeat(secret.length)),
      });
    };
    expect(of('hunter2hunter2')).toEqual(of('letmein1'));
  });
});

test('a finding with a subject is known by it, wherever its first place lies', () => {
  const missing = { rule, span: { start: 0, end: 4 }, subject: 'Invoice' };
  const [here] = identify([missing], { file, text: call });
  expect(identify([{ ...missing, span: { start: 7, end: 9 } }], { file: 'src/a.js', text: `x${call}` })).toEqual([
    here,
  ]);
  expect(identify([{ ...missing, subject: 'Order' }], { file, text: call })).not.toEqual([here]);
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
