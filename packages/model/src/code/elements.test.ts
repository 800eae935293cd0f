import { describe, expect, test } from 'vitest';
import { recogniseText } from './recognise.js';
import { linkOf, sampleApp } from './testing/view.js';
import { viewFiles } from './views.js';

const MAIN = 'src/main.js';

/** The entities that a loop over a list may name. */
function namesIn(
  list: string,
  name = 'row',
  more: Readonly<Record<string, string>> = {},
  before = '',
): readonly string[] {
  const code = `import { base44 } from '@/api/base44Client';
import { names, tables } from './lib.js';
import { more } from 'elsewhere';
${before}
for (const row of ${list}) base44.entities[${name}].list();`;
  const files = Object.entries({ [MAIN]: code, ...more });
  const inputs = files.map(([file, text]) => ({ facts: recogniseText(text, file), text }));
  const link = linkOf(new Map(inputs.map(({ facts }) => [facts.file, facts])));
  const view = viewFiles(inputs, sampleApp(), link).find(({ file }) => file === MAIN)!;
  return view.entityCalls[0]!.entity.candidates;
}

describe('elements of a list that the code spells out', () => {
  test.each([
    ['texts', `['Task', 'Order']`, ['Task', 'Order']],
    ['a text that stands there twice', `['Task', 'Task']`, ['Task']],
    ['one of two lists', `(x ? ['Task'] : ['Order'])`, ['Task', 'Order']],
    ['a list with another list in it', `['Task', ...['Order', 'Quote']]`, ['Task', 'Order', 'Quote']],
    ['keys of an object', `Object.keys({ Task: 1, Order: 2 })`, ['Task', 'Order']],
    ['values of an object', `Object.values({ a: 'Task', b: 'Order' })`, ['Task', 'Order']],
  ])('%s', (_, list, names) => expect(namesIn(list)).toEqual(names));

  test.each([
    ['a list out of sight', `load()`],
    ['a list of a package', `more`],
    ['an object', `({ a: 'Task' })`],
    ['keys of an object that holds more', `Object.keys({ Task: 1, ...rest })`],
    ['keys of something out of sight', `Object.keys(rest)`],
    ['keys of nothing', `Object.keys()`],
    ['another method of Object', `Object.freeze({ Task: 1 })`],
    ['keys of something else', `Store.keys({ Task: 1 })`],
    ['keys of a member', `lists.Object.keys({ Task: 1 })`],
    ['a function of the same name', `keys({ Task: 1 })`],
    ['a text with a number', `['Task', 1]`],
  ])('none: %s', (_, list) => expect(namesIn(list)).toEqual([]));
});

describe('a list that the code adds to', () => {
  const namesAfter = (statement: string) => namesIn('kept', 'row', {}, `const kept = ['Task'];\n${statement}`);

  test.each([`kept.push(other);`, `kept.unshift(other);`, `kept.splice(0, 1, other);`, `kept[n] = other;`])(
    'holds more than is spelled out: %s',
    (statement) => expect(namesAfter(statement)).toEqual([]),
  );

  test.each([
    ``,
    `log(kept);`,
    `kept.includes(other);`,
    `kept.pushed;`,
    `kept.repush(other);`,
    `others.push(kept);`,
    `others[kept];`,
  ])('holds what is spelled out: %s', (statement) => expect(namesAfter(statement)).toEqual(['Task']));
});

describe('members of such elements', () => {
  test.each([
    ['a member', `[{ name: 'Task' }, { name: 'Order' }]`, 'row.name', ['Task', 'Order']],
    ['a member of a member', `[{ of: { name: 'Task' } }]`, 'row.of.name', ['Task']],
    ['the key of an entry', `Object.entries({ Task: 1, Order: 2 })`, 'row[0]', ['Task', 'Order']],
    ['the value of an entry', `Object.entries({ a: 'Task', b: 'Order' })`, 'row[1]', ['Task', 'Order']],
    ['a member of the value', `Object.values({ a: { name: 'Task' } })`, 'row.name', ['Task']],
    ['one of them lacks it', `[{ name: 'Task' }, { id: 1 }]`, 'row.name', []],
    ['a member of a list out of sight', `load()`, 'row.name', []],
  ])('%s', (_, list, name, names) => expect(namesIn(list, name)).toEqual(names));
});

describe('lists of another file', () => {
  const lib = 'src/lib.js';
  test.each([
    ['a list', `names`, 'row', `export const names = ['Task', 'Order'];`, ['Task', 'Order']],
    ['a member of its elements', `names`, 'row.of', `export const names = [{ of: 'Task' }];`, ['Task']],
    ['a list of an object', `tables.all`, 'row', `export const tables = { all: ['Task'] };`, ['Task']],
    ['a list that is not there', `tables.none`, 'row', `export const tables = { all: ['Task'] };`, []],
    ['a list that it takes from elsewhere', `names`, 'row', `import { names } from 'elsewhere'; export { names };`, []],
  ])('%s', (_, list, name, text, names) => expect(namesIn(list, name, { [lib]: text })).toEqual(names));
});
