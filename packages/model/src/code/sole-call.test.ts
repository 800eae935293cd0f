import { describe, expect, test } from 'vitest';
import { callWith } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\nconst { Task } = base44.entities;\n`;

/** The innermost loop's only call in the words of the code: `form: what is replaced | over as element`. */
function soleIn(statements: string): string | null {
  const code = `${client}async function clear(rows, state) { ${statements} }`;
  const sole = callWith('delete', code).execution.loops[0]?.sole;
  if (!sole) return null;
  const text = ({ start, end }: { start: number; end: number }) => code.slice(start, end);
  return `${sole.form}: ${text(sole.replace)} | ${text(sole.over)} as ${sole.element}`;
}

describe('a loop that does nothing but one call', () => {
  test.each([
    ['for-of', 'for (const row of rows) await Task.delete(row.id);', 'rows as row'],
    ['for-of with braces', 'for (const row of rows) { await Task.delete(row.id); }', 'rows as row'],
    ['for-of over a member', 'for (let id of state.ids) await Task.delete(id);', 'state.ids as id'],
    ['for-of over a call', 'for (const [id] of rows.entries()) await Task.delete(id);', null],
    ['for-of over a copy', 'for (const id of [...rows]) await Task.delete(id);', '[...rows] as id'],
  ])('%s', (_, loop, tail) => {
    expect(soleIn(loop)).toBe(tail && `statement: ${loop} | ${tail}`);
  });

  test.each([
    ['an expression', 'Promise.all(rows.map((row) => Task.delete(row.id)))'],
    ['an async expression', 'Promise.all(rows.map(async (row) => await Task.delete(row.id)))'],
    ['a block that awaits', 'Promise.all(rows.map(async (row) => { await Task.delete(row.id); }))'],
    ['a block that returns', 'Promise.all(rows.map((row) => { return Task.delete(row.id); }))'],
    ['a function expression', 'Promise.all(rows.map(function (row) { return Task.delete(row.id); }))'],
  ])('an awaited Promise.all over %s', (_, all) => {
    expect(soleIn(`await ${all};`)).toBe(`expression: ${all} | rows as row`);
  });
});

describe('a loop that one request cannot stand for', () => {
  test.each([
    ['nobody awaits the promise', 'for (const row of rows) Task.delete(row.id);'],
    ['nobody awaits the promise in a block', 'for (const row of rows) { Task.delete(row.id); }'],
    ['a second statement', 'for (const row of rows) { await Task.delete(row.id); log(row); }'],
    ['a condition', 'for (const row of rows) { if (row.old) await Task.delete(row.id); }'],
    ['a try', 'for (const row of rows) { try { await Task.delete(row.id); } catch {} }'],
    ['a chain', 'for (const row of rows) await Task.delete(row.id).catch(ignore);'],
    ['a pattern', 'for (const { id } of rows) await Task.delete(id);'],
    ['a variable from outside', 'let row; for (row of rows) await Task.delete(row.id);'],
    ['an index', 'for (let i = 0; i < rows.length; i++) await Task.delete(rows[i].id);'],
    ['names of members', 'for (const id in state) await Task.delete(id);'],
    ['forEach', 'rows.forEach(async (row) => { await Task.delete(row.id); });'],
    ['nobody awaits Promise.all', 'Promise.all(rows.map((row) => Task.delete(row.id)));'],
    ['Promise.all is returned', 'return Promise.all(rows.map((row) => Task.delete(row.id)));'],
    ['its answers are used', 'const answers = await Promise.all(rows.map((row) => Task.delete(row.id)));'],
    ['allSettled', 'await Promise.allSettled(rows.map((row) => Task.delete(row.id)));'],
    ['a block that lets go', 'await Promise.all(rows.map((row) => { Task.delete(row.id); }));'],
    ['the index is used', 'await Promise.all(rows.map((row, index) => Task.delete(row.id)));'],
    ['a list that may be missing', 'await Promise.all(rows?.map((row) => Task.delete(row.id)));'],
    ['more promises', 'await Promise.all([...rows.map((row) => Task.delete(row.id)), other()]);'],
    ['another method', 'await Promise.all(rows.flatMap((row) => Task.delete(row.id)));'],
  ])('%s', (_, statements) => {
    expect(soleIn(statements)).toBeNull();
  });

  test('an outer loop is no sole loop: what it repeats is the inner one', () => {
    const code = `${client}for (const group of groups) for (const row of group.rows) await Task.delete(row.id);`;
    const loops = callWith('delete', code).execution.loops;
    expect(loops.map(({ sole }) => sole?.element)).toEqual(['row', undefined]);
  });
});
