import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FileFacts } from './facts.js';
import { recogniseText } from './recognise.js';
import { EXAMPLES, exampleFiles } from './testing/examples.js';
import { sampleApp } from './testing/view.js';
import { viewFiles } from './views.js';

const copyOf = (facts: FileFacts): FileFacts => JSON.parse(JSON.stringify(facts)) as FileFacts;

describe('facts are plain data', () => {
  describe.each(EXAMPLES)('%s', (example) => {
    const files = exampleFiles(example).map(({ file, text }) => ({ facts: recogniseText(text, file), text }));

    test('they survive JSON unchanged', () => {
      for (const { facts } of files) expect(copyOf(facts), facts.file).toEqual(facts);
    });

    test('restored facts give the same views', () => {
      const restored = files.map(({ facts, text }) => ({ facts: copyOf(facts), text }));
      expect(viewFiles(restored, sampleApp())).toEqual(viewFiles(files, sampleApp()));
    });

    test('the same text gives the same facts', () => {
      for (const { facts, text } of files) expect(recogniseText(text, facts.file)).toEqual(facts);
    });

    test('places lie inside the text, and calls name their method', () => {
      for (const { facts, text } of files) {
        for (const { start, end } of [
          ...facts.calls,
          ...facts.functions,
          ...facts.guards,
          ...facts.strings,
          ...facts.imports,
        ]) {
          expect(start).toBeLessThanOrEqual(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        for (const { callee, name } of facts.calls) {
          if (callee.t === 'get') expect(text.slice(name.start, name.end)).toContain(callee.key);
        }
      }
    });
  });

  test('the order of files does not matter', () => {
    const files = exampleFiles('leaky-crm').map(({ file, text }) => ({ facts: recogniseText(text, file), text }));
    const byFile = (inputs: typeof files) => new Map(viewFiles(inputs, sampleApp()).map((view) => [view.file, view]));
    expect(byFile([...files].reverse())).toEqual(byFile(files));
  });
});

describe('no text makes recognition fail otherwise than by a ParseFailure', () => {
  const pieces = [
    'base44',
    '.entities',
    '.Task',
    '.list(',
    ')',
    '(',
    '{',
    '}',
    '[',
    ']',
    ' => ',
    'async ',
    'await ',
    'const ',
    'let ',
    'x',
    'y',
    ' = ',
    ', ',
    ';\n',
    'for (const r of ',
    'if (',
    ') return ',
    'user.role',
    " !== 'admin'",
    "'text'",
    '`${',
    '}`',
    '...',
    '?.',
    ' && ',
    ' || ',
    ' ? ',
    ' : ',
    '<b onClick={',
    '} />',
    '<b>',
    '</b>',
    'import { base44 } from ',
    "'@/api/base44Client'",
    'export default ',
    'function f(a, { b } = {}) {',
    'return ',
    'try {',
    '} catch (e) {',
    'new ',
    'class A { m() {',
    'this',
    'switch (x) { case ',
    'while (true) ',
    '.map((r) => ',
    '.delete(',
    'as any',
    'type T = ',
    '!',
    'null',
    '0',
    '#p',
    '@d ',
    'yield ',
    '/a/',
    '//',
    '/*',
    '*/',
  ];

  test('random pieces of code', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...pieces), { maxLength: 40 }),
        fc.constantFrom('a.jsx', 'a.ts', 'a.tsx', 'a.js'),
        (parts, file) => {
          const text = parts.join('');
          let facts: FileFacts;
          try {
            facts = recogniseText(text, file);
          } catch (error) {
            expect((error as Error).name, text).toBe('ParseFailure');
            return;
          }
          expect(copyOf(facts)).toEqual(facts);
          expect(() => viewFiles([{ facts, text }], sampleApp()), text).not.toThrow();
        },
      ),
      { numRuns: 400, seed: 44 },
    );
  });
});
