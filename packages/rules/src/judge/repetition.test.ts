import type { EntityCall, LoopContext } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { appOf, viewOf } from '../testing/sample.js';
import { entityVaries, isBounded, isInside, loopEvidence, loopOverArguments } from './repetition.js';

const before = `import { base44 } from '@/api/base44Client';\nconst { Task } = base44.entities;\n`;

/** The call that deletes, in a page with this code. */
function deleteIn(code: string): EntityCall {
  const sample = { file: 'src/pages/Tasks.jsx', code: before + code };
  return viewOf(sample, appOf(sample)).entityCalls.find(({ method }) => method === 'delete')!;
}

/** The code of the loop whose element a call is made from. */
function loopOf(code: string): string | null {
  const call = deleteIn(code);
  const loop = loopOverArguments(call, call.args);
  return loop && (before + code).slice(loop.start, loop.end);
}

describe('a loop whose element the call is made from', () => {
  test.each([
    ['the element', `for (const t of rows) await Task.delete(t);`],
    ['a member', `for (const t of rows) await Task.delete(t.id);`],
    ['a text with it', 'for (const t of rows) await Task.delete(`task-${t.id}`);'],
    ['an element by index', `for (let i = 0; i < rows.length; i++) await Task.delete(rows[i].id);`],
    ['what a queue gives', `while (queue.length > 0) await Task.delete(queue.pop());`],
    ['what a queue gives first', `do { await Task.delete(queue.shift().id); } while (queue.length > 0);`],
    ['names of members', `for (const id in map) await Task.delete(id);`],
  ])('%s', (_, code) => expect(loopOf(code)).toBe(code));

  test.each([
    ['another value', `for (const t of rows) await Task.delete(id);`],
    ['an index that the loop does not count', `for (const t of rows) await Task.delete(ids[n]);`],
    ['a queue beside the loop', `for (const t of rows) await Task.delete(queue.pop());`],
    ['another call of a list', `while (more) await Task.delete(rows.at(0));`],
    ['a list that is written out', `for (const t of ['a', 'b', 'c', 'd']) await Task.delete(t);`],
    ['a retry', `for (let n = 0; n < 3; n++) { try { await Task.delete(ids[n]); break; } catch { log(n); } }`],
    ['no loop', `await Task.delete(id);`],
  ])('not %s', (_, code) => expect(loopOf(code)).toBeNull());

  test('the outer loop, where the inner one has nothing to do with it', () => {
    expect(loopOf(`for (const p of parents) for (const t of p.rows) await Task.delete(p.id);`)).toMatch(
      /^for \(const p/,
    );
  });

  test('the outer loop, where the inner one is a retry', () => {
    const retry = `for (let n = 0; n < 3; n++) { try { await Task.delete(t.id); break; } catch { log(n); } }`;
    expect(loopOf(`for (const t of rows) { ${retry} }`)).toMatch(/^for \(const t/);
  });

  test('a member of its element by a computed name is no element of a counting loop', () => {
    expect(loopOf(`rows.forEach((t) => { while (go()) Task.delete(t[field]); });`)).toMatch(/^\(t\) =>/);
  });
});

describe('a loop around the helper that holds the call', () => {
  const remove = `const remove = async (scope, id) => { await Task.delete(id); };\n`;
  test.each([
    ['hands on its element', `for (const t of rows) await remove(all, t.id);`, true],
    ['hands on something else', `for (const t of rows) await remove(all, first);`, false],
    ['hands its element to another parameter', `for (const t of rows) await remove(t.id, first);`, false],
    ['hands on nothing', `for (const t of rows) await remove();`, false],
    ['visits a list that is written out', `for (const t of ['a', 'b', 'c', 'd']) await remove(all, t);`, false],
    [
      'calls another helper',
      `const later = (scope, id) => remove(scope, id);\nfor (const t of rows) later(all, t.id);`,
      false,
    ],
  ])('%s', (_, code, expected) => expect(loopOf(remove + code) !== null).toBe(expected));

  test('does not count where the call has a loop of its own', () => {
    const code = `const clear = async (id) => { for (const t of fixed) await Task.delete(id); };\nfor (const p of all) clear(p.id);`;
    expect(loopOf(code)).toBeNull();
  });
});

describe('how many elements a list has', () => {
  const isFew = (list: string) =>
    isBounded(deleteIn(`for (const t of ${list}) await Task.delete(t);`).execution.loops[0]!.over);
  test.each([
    `['a']`,
    `['a', 'b', 'c', 'd', 'e']`,
    `[first, second, third, fourth]`,
    `(x ? ['a', 'b', 'c', 'd'] : ['e'])`,
    `Object.keys({ a: 1, b: 2 })`,
    `Object.values({ a: 1, b: 2, c: 3, d: 4 })`,
    `Object.entries({ a: 1 })`,
    `rows.slice(0, 3)`,
    `rows.slice(0, 10)`,
    `['a', 'b', 'c', 'd'].filter(isOld)`,
    `['a', 'b', 'c', 'd'].map(idOf)`,
    `['a', 'b', 'c', 'd'].slice(1)`,
    `['a', 'b', 'c', 'd'].entries()`,
    `['a', 'b', 'c', 'd'].reverse()`,
    `['a', 'b', 'c', 'd'].sort()`,
    `['a', 'b', 'c', 'd'].toSorted()`,
  ])('the code says: %s', (list) => expect(isFew(list)).toBe(true));

  test.each([
    `rows`,
    `[...rows]`,
    `['a', 'b', 'c', ...rows]`,
    `(x ? ['a', 'b', 'c', 'd'] : rows)`,
    `Object.keys(map)`,
    `Object.keys({ a: 1, ...map })`,
    `Object.keys()`,
    `map.keys({ a: 1 })`,
    `Lists.keys({ a: 1 })`,
    `load()`,
    `rows.slice(0, 11)`,
    `rows.slice(0, n)`,
    `rows.slice(0)`,
    `rows.slice(0, '3')`,
    `rows.slice(5, 8)`,
    `rows.splice(0, 3)`,
    `rows.filter(isOld)`,
    `['a', 'b', 'c', 'd'].concat(rows)`,
    `['a', 'b', 'c', 'd'].flatMap(childrenOf)`,
  ])('the code does not say: %s', (list) => expect(isFew(list)).toBe(false));
});

describe('a loop over several entities', () => {
  const varies = (code: string) => {
    const call = deleteIn(code);
    return entityVaries(call, call.execution.loops[0]!);
  };
  const helper = `const remove = async (name, id) => { await base44.entities[name].delete(id); };\n`;
  test.each([
    ['its element names it', `for (const op of ops) await base44.entities[op.entity].delete(op.id);`, true],
    ['something else names it', `for (const op of ops) await base44.entities[kind].delete(op.id);`, false],
    ['the code names it', `for (const t of rows) await Task.delete(t.id);`, false],
    ['the code names all', `for (const name of ['Task', 'Order']) await base44.entities[name].delete(id);`, false],
    ['its element is handed on as the name', `${helper}for (const op of ops) await remove(op.entity, op.id);`, true],
    ['something else is handed on as the name', `${helper}for (const op of ops) await remove(kind, op.id);`, false],
  ])('%s', (_, code, expected) => expect(varies(code)).toBe(expected));
});

test('what stands in a loop', () => {
  const loop = { file: 'src/a.js', start: 10, end: 20 } as LoopContext;
  const stands = (file: string, start: number, end: number) => isInside(loop, { file, span: { start, end } });
  expect([stands('src/a.js', 10, 20), stands('src/a.js', 12, 15)]).toEqual([true, true]);
  expect([stands('src/a.js', 9, 20), stands('src/a.js', 10, 21), stands('src/b.js', 12, 15)]).toEqual([
    false,
    false,
    false,
  ]);
});

test('a loop is shown where it does not stand around the call', () => {
  const evidence = (code: string) => {
    const call = deleteIn(code);
    const shown = loopEvidence(call, call.execution.loops[0]!, 'repeats it');
    return shown.map(({ file, start, end, note }) => `${file}: ${note}: ${(before + code).slice(start, end)}`);
  };
  const loop = `for (const t of rows) await remove(t.id);`;
  expect(evidence(`for (const t of rows) await Task.delete(t.id);`)).toEqual([]);
  expect(evidence(`const remove = (id) => Task.delete(id);\n${loop}`)).toEqual([
    `src/pages/Tasks.jsx: repeats it: ${loop}`,
  ]);
  const call = deleteIn(`for (const t of rows) await Task.delete(t.id);`);
  const elsewhere = { ...call.execution.loops[0]!, file: 'src/lib/clear.js', start: 1, end: 2 };
  expect(loopEvidence(call, elsewhere, 'repeats it')).toEqual([
    { file: 'src/lib/clear.js', start: 1, end: 2, note: 'repeats it' },
  ]);
});
