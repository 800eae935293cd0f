import { describe, expect, test } from 'vitest';
import { mayBeNestedTooDeeply } from './nesting.js';
import { ParseFailure } from './parse.js';
import { recogniseText } from './recognise.js';
import { summaryOf } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\n`;

describe('half-typed code', () => {
  test.each([
    ['an unfinished member', `base44.entities.\nexport const all = () => base44.entities.Task.list();`],
    ['an unfinished call', `const load = () => base44.entities.Task.list();\nbase44.entities.Order.filter(`],
    ['an unfinished object', `const load = () => base44.entities.Task.list();\nconst q = { a: `],
    ['a missing brace', `function load() { return base44.entities.Task.list();\nexport const x = 1;`],
    ['a brace too many', `const load = () => base44.entities.Task.list(); }\nexport const x = 1;`],
    ['a missing operand', `const x = 1 + ;\nconst load = () => base44.entities.Task.list();`],
    ['an unfinished import', `import { useState } fr\nconst load = () => base44.entities.Task.list();`],
    [
      'a module name that is no text',
      `import a from /b/;\nexport * from 5;\nconst load = () => base44.entities.Task.list();`,
    ],
    ['an unclosed tag', `const P = () => <div><b onClick={() => base44.entities.Task.list()}>x</div>;`],
    [
      'a redeclared import',
      `import { base44 as again } from '@/api/base44Client';\nconst again = 1;\nconst load = () => base44.entities.Task.list();`,
    ],
    ['a redeclared constant', `const a = 1; const a = 2;\nconst load = () => base44.entities.Task.list();`],
    ['await outside of an async function', `function load() { return await base44.entities.Task.list(); }`],
    [
      'merge markers',
      `<<<<<<< HEAD\nconst a = 1;\n=======\nconst a = 2;\n>>>>>>> other\nconst load = () => base44.entities.Task.list();`,
    ],
  ])('facts of the rest after %s', (_name, code) => {
    expect(summaryOf(client + code)).toContain('Task.list user sdk');
  });

  test('the errors are listed as problems, each with its line', () => {
    const { problems } = recogniseText(`${client}const x = 1 + ;\n`, 'src/a.js');
    expect(problems).not.toEqual([]);
    for (const problem of problems) expect(problem).toMatch(/^line 2: \S[^\n]*$/);
  });

  test('whole code has no problems', () => {
    expect(
      recogniseText(`${client}export const load = () => base44.entities.Task.list();`, 'src/a.js').problems,
    ).toEqual([]);
  });
});

describe('syntax that a file name does not promise', () => {
  test.each([
    ['JSX in .js', 'src/pages.config.js', `export const P = <b onClick={() => base44.entities.Task.list()} />;`],
    ['types in .jsx', 'src/a.jsx', `export const load = (n: string) => base44.entities.Task.list();`],
    [
      'types in .js',
      'src/a.js',
      `interface A { b: string }\nexport const load = (): Promise<A> => base44.entities.Task.list();`,
    ],
    ['decorators in .ts', 'src/a.ts', `@sealed class A { @bound load() { return base44.entities.Task.list(); } }`],
    ['require in .cjs', 'src/a.cjs', `const fs = require('fs'); base44.entities.Task.list();`],
    ['module in .mjs', 'src/a.mjs', `export default await base44.entities.Task.list();`],
    ['type assertion in .ts', 'src/a.ts', `const c = <any>base44; c.entities.Task.list();`],
    ['hashbang', 'src/a.js', null],
  ])('%s', (_name, file, code) => {
    const text = code === null ? `#!/usr/bin/env node\n${client}base44.entities.Task.list();` : client + code;
    expect(summaryOf(text, file)).toEqual(['Task.list user sdk']);
  });
});

describe('unusual files', () => {
  test('an empty file has no facts and no problems', () => {
    for (const text of ['', ' \n\t\n', '// nothing\n', '/* nothing */']) {
      const { calls, imports, strings, problems, functions } = recogniseText(text, 'src/a.js');
      expect([calls, imports, strings, problems, functions.length]).toEqual([[], [], [], [], 1]);
    }
  });

  test('places count a byte order mark as a character', () => {
    const text = `\uFEFF${client}base44.entities.Task.list();`;
    const { calls } = recogniseText(text, 'src/a.js');
    expect(calls.map(({ start, end }) => text.slice(start, end))).toEqual(['base44.entities.Task.list()']);
  });

  test('places count UTF-16 units', () => {
    const text = `${client}const s = '🎉é漢'; base44.entities.Task.list();`;
    expect(recogniseText(text, 'src/a.js').calls.map(({ start, end }) => text.slice(start, end))).toEqual([
      'base44.entities.Task.list()',
    ]);
  });

  test('Windows line ends', () => {
    expect(summaryOf(`${client}base44.entities.Task.list();`.replaceAll('\n', '\r\n'))).toEqual(['Task.list user sdk']);
  });

  test('a long line of text', () => {
    expect(summaryOf(`${client}const font = '${'A'.repeat(500_000)}';\nbase44.entities.Task.list();`)).toEqual([
      'Task.list user sdk',
    ]);
  });
});

/** Facts, or one clean error: never a crash of the process, never a stack. */
function outcome(code: string, file = 'src/a.jsx'): 'facts' | 'failure' {
  try {
    recogniseText(code, file);
    return 'facts';
  } catch (error) {
    expect(error).toBeInstanceOf(ParseFailure);
    expect((error as Error).message).toMatch(/^[^\n]+$/);
    return 'failure';
  }
}

describe('deep nesting', () => {
  const deep = 5_000;
  const shapes: Readonly<Record<string, (n: number) => string>> = {
    calls: (n) => `${'f('.repeat(n)}1${')'.repeat(n)};`,
    'chained calls': (n) => `a${'.b()'.repeat(n)};`,
    'chained members': (n) => `base44${'.a'.repeat(n)}.list();`,
    arrays: (n) => `x = ${'['.repeat(n)}${']'.repeat(n)};`,
    objects: (n) => `x = ${'{ a: '.repeat(n)}1${' }'.repeat(n)};`,
    parentheses: (n) => `x = ${'('.repeat(n)}1${')'.repeat(n)};`,
    JSX: (n) => `x = ${'<b>'.repeat(n)}${'</b>'.repeat(n)};`,
    sums: (n) => `x = 1${' + a'.repeat(n)};`,
    conditions: (n) => `x = ${'a ? b : '.repeat(n)}c;`,
    alternatives: (n) => `x = a${' || b'.repeat(n)};`,
    functions: (n) => `${'() => '.repeat(n)}1;`,
    blocks: (n) => `${'{'.repeat(n)}${'}'.repeat(n)}`,
    ifs: (n) => `${'if (a) b; else '.repeat(n)}c;`,
    awaits: (n) => `x = ${'await '.repeat(n)}a;`,
    'not operators': (n) => `if (${'!'.repeat(n)}user) x();`,
    templates: (n) => `x = ${'`${'.repeat(n)}1${'}`'.repeat(n)};`,
    'aliases of aliases': (n) => Array.from({ length: n }, (_, i) => `const a${i + 1} = a${i};`).join('\n'),
    'functions that call each other': (n) =>
      Array.from({ length: n }, (_, i) => `const f${i} = (c) => f${i + 1}(c);`).join('\n'),
  };
  test.each(Object.keys(shapes))('%s', (shape) => {
    // `outcome` itself fails on any error but a clean one.
    expect(outcome((shapes[shape] as (n: number) => string)(deep))).toMatch(/^(?:facts|failure)$/);
  });

  test.each(Object.keys(shapes))('%s, 300 deep, are read', (shape) => {
    expect(outcome((shapes[shape] as (n: number) => string)(300))).toBe('facts');
  });
});

/** In the tree that a native parser hands over these overflow the stack of the process. */
describe('hostile nesting', () => {
  test.each<readonly [string, (n: number) => string]>([
    ['arrays', (n) => `x = ${'['.repeat(n)}${']'.repeat(n)};`],
    ['open arrays', (n) => `x = ${'['.repeat(n)}`],
    ['JSX', (n) => `x = ${'<b>'.repeat(n)}${'</b>'.repeat(n)};`],
    ['arrow functions', (n) => `x = ${'()=>'.repeat(n)}1;`],
    ['conditions', (n) => `x = ${'a?b:'.repeat(n)}c;`],
    ['else', (n) => `${'if(a)b;else '.repeat(n)}c;`],
    ['if', (n) => `${'if(a)'.repeat(n)}b;`],
    ['await', (n) => `x = ${'await '.repeat(n)}a;`],
    ['members', (n) => `x = a${'.b'.repeat(n)};`],
    ['sums', (n) => `x = a${'+b'.repeat(n)};`],
    ['templates', (n) => `x = a${'``'.repeat(n)};`],
  ])('%s', (_name, shape) => {
    expect(outcome(shape(300_000))).toBe('failure');
  });

  test.each([
    [
      'a long table',
      `export const words = { ${Array.from({ length: 20_000 }, (_, i) => `'key.${i}': 'some words of text'`).join(', ')} };`,
    ],
    ['a long page', `export const P = () => <div>${'<p className="a">text</p>'.repeat(200)}</div>;`],
    ['many statements', 'if (a) { b(); } else { c(d[0]); }\n'.repeat(900)],
    ['a long list', `export const rows = [${'[1, [2]], '.repeat(20_000)}];`],
  ])('%s is not nested', (_name, code) => {
    expect(mayBeNestedTooDeeply(code)).toBe(false);
  });
});

test('text that is no code at all is a failure or has problems', () => {
  for (const text of ['\0\0\0', '%PDF-1.7 %âã', '<<<<<<<', '{{{{ ]]]]', 'Dear Sir or Madam, it is raining.']) {
    try {
      expect(recogniseText(text, 'src/a.js').problems).not.toEqual([]);
    } catch (error) {
      expect(error).toBeInstanceOf(ParseFailure);
    }
  }
});
