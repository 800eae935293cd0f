import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';
import { linkOf, sampleApp } from './testing/view.js';
import type { EntityCall } from './view.js';
import { viewFiles } from './views.js';

const MAIN = 'src/main.js';
const LIB = 'src/lib.js';
const client = `import { base44 } from '@/api/base44Client';\nconst { Task } = base44.entities;\n`;
const remove = `${client}export const remove = (id) => Task.delete(id);\n`;

/** The call that deletes in any of these files. */
function deleteIn(files: Readonly<Record<string, string>>): EntityCall {
  const inputs = Object.entries(files).map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  const link = linkOf(new Map(inputs.map(({ facts }) => [facts.file, facts])));
  const calls = viewFiles(inputs, sampleApp(), link).flatMap(({ entityCalls }) => entityCalls);
  return calls.find(({ method }) => method === 'delete')!;
}

const loopsOf = ({ execution }: EntityCall): string[] =>
  execution.loops.map(({ kind, method, file }) => [file, kind, ...(method ? [method] : [])].join(' '));

describe('a function that is handed on by name', () => {
  const ids = { t: 'global', name: 'ids' };
  test.each([
    ['to map', `ids.map(remove);`, ['each map'], ids],
    ['to forEach', `ids.forEach(remove);`, ['each forEach'], ids],
    ['to Array.from', `Array.from(ids, remove);`, ['each from'], ids],
    ['to map, in a loop', `for (const p of all) ids.map(remove);`, ['each map', 'for-of'], ids],
  ])('%s', (_, use, loops, over) => {
    const code = remove + use;
    const call = deleteIn({ [MAIN]: code });
    expect(loopsOf(call)).toEqual(loops.map((loop) => `${MAIN} ${loop}`));
    const [loop] = call.execution.loops;
    expect(loop?.over).toEqual(over);
    expect(loop?.passed).toEqual([{ t: 'item', of: over, binder: loop?.start }]);
    expect(`${use}`).toContain(code.slice(loop?.start, loop?.end));
    expect(loop).toMatchObject({ retry: false, conditional: false });
  });

  test('to reduce: the element comes second', () => {
    const code = `${client}const remove = (done, id) => Task.delete(id); ids.reduce(remove, null);`;
    const [loop] = deleteIn({ [MAIN]: code }).execution.loops;
    expect(loop?.passed).toEqual([{ t: '?' }, { t: 'item', of: ids, binder: loop?.start }]);
  });

  test('to a helper that runs it: with arguments that nobody knows', () => {
    const call = deleteIn({ [MAIN]: `${remove}for (const t of rows) await withRetry(remove, t);` });
    expect(loopsOf(call)).toEqual([`${MAIN} for-of`]);
    expect(call.execution.loops[0]?.passed).toEqual([]);
  });

  test.each([
    ['to a timer', `for (const t of rows) setTimeout(remove, 100);`],
    ['to a list that keeps it', `for (const t of rows) later.push(remove);`],
    ['to a listener', `for (const t of rows) t.addEventListener('click', remove);`],
    ['to nobody', `for (const t of rows) log(t);`],
  ])('%s: no loop around it', (_, use) => {
    expect(loopsOf(deleteIn({ [MAIN]: remove + use }))).toEqual([]);
  });
});

describe('a function of another file that is handed on by name', () => {
  const imported = `import { remove } from './lib.js';\n`;
  test.each([
    ['to map', `ids.map(remove);`, [`${MAIN} each map`]],
    ['to map, in a loop', `for (const p of all) p.map(remove);`, [`${MAIN} each map`, `${MAIN} for-of`]],
    ['to a helper', `for (const t of rows) withRetry(remove);`, []],
    ['to another method', `for (const t of rows) t.keep(remove);`, []],
  ])('%s', (_, use, loops) => {
    expect(loopsOf(deleteIn({ [LIB]: remove, [MAIN]: imported + use }))).toEqual(loops);
  });
});
