import { describe, expect, test } from 'vitest';
import type { Term } from './facts.js';
import { recogniseText } from './recognise.js';

/** A term as short text: `a|b` for one of several, `~(…)` for a mix, `each(…)` for an element, `?` for what nobody knows. */
function shown(term: Term): string {
  const all = (terms: readonly Term[], between = ', ') => terms.map(shown).join(between);
  switch (term.t) {
    case 'literal':
      return JSON.stringify(term.value);
    case 'template':
      return `\`${all(term.parts, ' ')}\``;
    case 'get':
      return `${shown(term.of)}.${term.key}`;
    case 'at':
      return `${shown(term.of)}[${shown(term.key)}]`;
    case 'call':
      return `${term.isNew ? 'new ' : ''}${shown(term.callee)}(${all(term.args)})`;
    case 'any':
      return all(term.of, '|');
    case 'mix':
      return `~(${all(term.of)})`;
    case 'object': {
      const props = term.props.map(([key, value]) => `${key}: ${shown(value)}`);
      return `{${[...props, ...term.spreads.map((spread) => `...${shown(spread)}`)].join(', ')}}`;
    }
    case 'array':
      return `[${all(term.items)}]`;
    case 'item':
      return `each(${shown(term.of)})`;
    case 'param':
      return `param ${term.index}`;
    case 'import':
      return `${term.from}:${term.name}`;
    case 'function':
      return 'function';
    case 'class':
      return `class ${term.name}`;
    case 'global':
      return term.name;
    case 'undefined':
      return 'undefined';
    case '?':
      return '?';
  }
}

/** What is known of `SEEN(…)` in code. */
function seen(code: string): string {
  const { calls } = recogniseText(code.replaceAll('SEEN(', 'base44.see('), 'src/main.ts');
  const call = calls.find(({ callee }) => callee.t === 'get' && callee.key === 'see');
  return call ? call.args.map(shown).join('; ') : 'no call';
}

describe('what is known of a value', () => {
  test.each([
    ["'a'", '"a"'],
    ['5', '5'],
    ['-5', '-5'],
    ["-'5'", '~("5")'],
    ['+5', '~(5)'],
    ['-n', '~(n)'],
    ['!done', '~(done)'],
    ['typeof done', '~(done)'],
    ['void 0', 'undefined'],
    ['undefined', 'undefined'],
    ['/x/', '?'],
    ['`a`', '"a"'],
    ['`a${x}b`', '`"a" x "b"`'],
    ['`${x}`', '`x`'],
    ["`${'a'}`", '"a"'],
    ['``', '``'],
    ["'a' + x", '`"a" x`'],
    ['a - x', '~(a, x)'],
    ['a === x', '~(a, x)'],
    ['a ? b : c', 'b|c'],
    ['a ? b : b', 'b|b'],
    ['a && b', 'b'],
    ['a || b', 'a|b'],
    ['a ?? b', 'a|b'],
    ['(a, b)', 'b'],
    ['a = b', 'b'],
    ['a.b.c', 'a.b.c'],
    ["a['b']", 'a.b'],
    ['a[b]', 'a[b]'],
    ["a['b' + 'c']", 'a[`"b" "c"`]'],
    ['a[KEY]', 'a.name'],
    ['a[NUMBER]', 'a.7'],
    ['a?.b!.c as any', 'a.b.c'],
    ['run(a, ...b)', 'run(a, ?)'],
    ['new Run(a)', 'new Run(a)'],
    ['[a, , ...b]', '[a, undefined, each(b)]'],
    ['{ a, b: c }', '{a: a, b: c}'],
    ['{ ...a, b }', '{b: b, ...a}'],
    ['{ ...(a && { b }) }', '{...{b: b}|{}}'],
    ['{ ...(a || b) }', '{...a|b}'],
    ['{ ...(a ? { b } : {}) }', '{...{b: b}|{}}'],
    ['{ [KEY]: a }', '{name: a}'],
    ['{ [NUMBER]: a }', '{7: a}'],
    ['{ [key]: a }', '{...?}'],
    ["{ 'a-b': c }", '{a-b: c}'],
    ['() => 1', 'function'],
    ['function () {}', 'function'],
    ['class {}', 'class '],
    ['class Named {}', 'class Named'],
    ['Declared', 'class Declared'],
    ['declared', 'function'],
    ['this', 'this'],
    ['this.a', 'this.a'],
    ["import('./a')", './a:*'],
    ['import(name)', '?'],
    ["require('./a')", './a:*'],
    ['require(name)', 'require(name)'],
    ["require('./a').b", './a:b'],
    ['import.meta', 'import.meta'],
    ['import.meta.env', 'import.meta.env'],
    ['useCallback(run, [])', 'run'],
    ['debounce(run)', 'run'],
    ['throttle(run)', 'run'],
    ['useEvent(run)', 'run'],
    ['useEffectEvent(run)', 'run'],
    ['useDebouncedCallback(run)', 'run'],
    ['memo(run)', 'run'],
    ['forwardRef(run)', 'run'],
    ['useCallback()', 'useCallback()'],
    ['useMemo(() => a, [])', 'a'],
    ['useMemo(() => { if (x) return a; return b; }, [])', 'a|b'],
    ['useMemo(make, [])', 'useMemo(make, ?)'.replace('?', '[]')],
    ["import('./a').then((m) => m.b)", './a:b'],
    ["import('./a').then((m) => { return m.b; })", './a:*.then(function)'],
    ['a.then(run)', 'a.then(run)'],
  ])('%s', (expression, expected) => {
    const code = `const KEY = 'name'; const NUMBER = 7; class Declared {} function declared() {} SEEN(${expression});`;
    expect(seen(code).replace('./a:*.b', './a:b')).toBe(expected);
  });
});

describe('what is known of a variable', () => {
  test.each([
    ["import { a } from './m'; SEEN(a);", './m:a'],
    ["import { a as b } from './m'; SEEN(b);", './m:a'],
    ["import { 'a-b' as b } from './m'; SEEN(b);", './m:a-b'],
    ["import a from './m'; SEEN(a);", './m:default'],
    ["import * as a from './m'; SEEN(a);", './m:*'],
    ['const a = 1; SEEN(a);', '1'],
    ['let a; SEEN(a);', 'undefined'],
    ['let a; a = 1; SEEN(a);', '1'],
    ['let a = null; a = 1; SEEN(a);', '1'],
    ['let a = null; SEEN(a);', 'null'],
    ['let a; a = undefined; SEEN(a);', 'undefined'],
    ['let a = 1; a = 2; SEEN(a);', '1|2'],
    ['let a = 1; a += 2; SEEN(a);', '1|?'],
    ['let a = 1; a++; SEEN(a);', '1|?'],
    ['let a = 1; [a] = rows; SEEN(a);', '1|?'],
    ['let a = 1; ({ a } = row); SEEN(a);', '1|?'],
    ['const a = b; const b = a; SEEN(a);', '?'],
    ['let a = b; a = { ...a, x: 1 }; SEEN(a);', 'b|{x: 1, ...?}'],
    ['const { a } = row; SEEN(a);', 'row.a'],
    ['const { a: { b } } = row; SEEN(b);', 'row.a.b'],
    ['const { a = 1 } = row; SEEN(a);', 'row.a'],
    ['const { a, ...rest } = row; SEEN(rest);', '?'],
    ['const [, a] = rows; SEEN(a);', 'rows.1'],
    ['const [{ a }] = rows; SEEN(a);', 'rows.0.a'],
    ['const { [key]: a } = row; SEEN(a);', '?'],
    ['const [a, b] = await Promise.all([x, y]); SEEN(b);', 'y'],
    ['for (const a of rows) SEEN(a);', 'each(rows)'],
    ['for (const { a } of rows) SEEN(a);', 'each(rows).a'],
    ['for (const a in rows) SEEN(a);', 'each(rows)'],
    ['for (let i = 0; i < 3; i++) SEEN(i);', '0|?'],
    ['for (const x of rows) { const a = x; SEEN(a); }', 'each(rows)'],
    ['try { go(); } catch (a) { SEEN(a); }', '?'],
    ['class A {} SEEN(A);', 'class A'],
    ['const x = class B { run() { SEEN(B); } };', 'class B'],
    ['enum E { a } SEEN(E);', '?'],
    ['SEEN(nowhere);', 'nowhere'],
  ])('%s', (code, expected) => expect(seen(code)).toBe(expected));
});

describe('what is known of a list or an object that grows', () => {
  test.each([
    ['const a = [1]; SEEN(a);', '[1]'],
    ['const a = [1]; a.push(2); SEEN(a);', '[1, ?]'],
    ['const a = [1]; a.unshift(2); SEEN(a);', '[1, ?]'],
    ['const a = [1]; a.splice(0, 1); SEEN(a);', '[1, ?]'],
    ['const a = [1]; a[1] = 2; SEEN(a);', '[1, ?]'],
    ['const a = [1]; a.pushed(2); SEEN(a);', '[1]'],
    ['const a = [1]; b.push(a); SEEN(a);', '[1]'],
    ['const [a] = [1]; a.push(2); SEEN(a);', '1'],
    ['const a = { b: 1 }; SEEN(a);', '{b: 1}'],
    ['const a = { b: 1 }; a.c = 2; SEEN(a);', '{b: 1, c: 2}'],
    ['const a = { b: 1 }; if (x) a.c = 2; SEEN(a);', '{b: 1, ...{c: 2}|{}}'],
    ['const a = { b: 1 }; if (x) { a.c = 2; } SEEN(a);', '{b: 1, ...{c: 2}|{}}'],
    ['const a = { b: 1 }; a[key] = 2; SEEN(a);', '{b: 1, ...?}'],
    ['const a = { b: 1 }; Object.assign(a, more); SEEN(a);', '{b: 1, ...?}'],
    ['const a = { b: 1 }; Object.assign({}, a); SEEN(a);', '{b: 1}'],
    ['const a = { b: 1 }; show(a); SEEN(a);', '{b: 1}'],
    ['const a = { b: 1 }; x.y = a; SEEN(a);', '{b: 1}'],
    ['const a = { b: 1 }; x[a.b] = 2; SEEN(a);', '{b: 1}'],
    ['const a = { b: 1 }; x = a.b; SEEN(a);', '{b: 1}'],
    ['const a = { ...b }; a.c = 2; SEEN(a);', '{c: 2, ...b}'],
    ['const { a } = { a: 1 }; a.c = 2; SEEN(a);', '1'],
  ])('%s', (code, expected) => expect(seen(code)).toBe(expected));

  test('an object keeps sixty keys, and where it is large its keys and short values', () => {
    const many = Array.from({ length: 70 }, (_, i) => `k${i}: ${i}`).join(', ');
    expect(seen(`SEEN({ ${many} });`).split(', ')).toHaveLength(60);
    const long = `run(${Array.from({ length: 300 }, (_, i) => `a${i}`).join(', ')})`;
    expect(seen(`SEEN(${long});`)).toBe('?');
    const twenty = `run(${Array.from({ length: 18 }, (_, i) => `a${i}`).join(', ')})`;
    const more = `run(${Array.from({ length: 19 }, (_, i) => `a${i}`).join(', ')}, a19)`;
    const values = Array.from({ length: 12 }, (_, i) => `v${i}: ${twenty}`).join(', ');
    expect(seen(`SEEN({ ${values}, short: 1, long: ${more}, ...rest });`)).toMatch(
      /^\{v0: run\(a0, .*, short: 1, long: \?, \.\.\.\?\}$/,
    );
  });
});

describe('what is known of a parameter', () => {
  test.each([
    ['const run = (a, b) => { SEEN(b); };', 'param 1'],
    ['function run({ a }) { SEEN(a); }', 'param 0.a'],
    ['function run(a = 1) { SEEN(a); }', 'param 0'],
    ['function run(...all) { SEEN(all); }', '?'],
    ['function run({ ...rest }) { SEEN(rest); }', '?'],
    ['class A { constructor(private a) { SEEN(a); } }', 'param 0'],
    ['rows.map((row) => SEEN(row));', 'each(rows)'],
    ['rows.map(({ id }) => SEEN(id));', 'each(rows).id'],
    ['rows.map((row, index) => SEEN(index));', '?'],
    ['rows.reduce((sum, row) => SEEN(sum, row), 0);', '?; each(rows)'],
    ['rows.reduceRight((sum, row) => SEEN(sum, row), 0);', '?; each(rows)'],
    ['Array.from(rows, (row) => SEEN(row));', 'each(rows)'],
    ['promise.then((value) => SEEN(value));', 'promise'],
    ['promise.then(({ data }) => SEEN(data));', 'promise.data'],
    ['promise.then((value, more) => SEEN(more));', 'param 1'],
    ['promise.then(done, (error) => SEEN(error));', 'param 0'],
    ['promise.catch((error) => SEEN(error));', 'param 0'],
    ['then((value) => SEEN(value));', 'param 0'],
    ['function run() { SEEN(run); }', 'function'],
    ['const a = function named() { SEEN(named); };', 'function'],
  ])('%s', (code, expected) => expect(seen(code)).toBe(expected));
});
