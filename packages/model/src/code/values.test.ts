import { describe, expect, test } from 'vitest';
import type { Term } from './facts.js';
import { Interpreter } from './interpreter.js';
import { recogniseText } from './recognise.js';
import { MAX_KEYS } from './term.js';
import { linkOf } from './testing/view.js';

type Files = Readonly<Record<string, string>>;

const MAIN = 'src/main.js';

/** What `seen` may be, with the file where that is another one; `…` where there may be more. */
function valuesOfSeen(code: string, others: Files = {}): string {
  const texts = Object.entries({ [MAIN]: code, ...others });
  const facts = new Map(texts.map(([file, text]) => [file, recogniseText(text, file)]));
  const term = facts.get(MAIN)!.exports.find(({ name }) => name === 'seen')!.value;
  const { of, complete } = new Interpreter(facts, linkOf(facts)).valuesOf({ file: MAIN, term });
  const values = of.map((one) => (one.file === MAIN ? '' : `${one.file} `) + shown(one.term));
  return [...values, ...(complete ? [] : ['…'])].join(', ');
}

function shown(term: Term): string {
  switch (term.t) {
    case 'literal':
      return String(term.value);
    case 'global':
      return term.name;
    case 'get':
      return `${shown(term.of)}.${term.key}`;
    case 'call':
      return `${shown(term.callee)}()`;
    default:
      return term.t;
  }
}

/** A helper with these statements, and a member of what it gives back. */
const member = (statements: string, path: string): string =>
  `const make = () => { ${statements} };\nexport const seen = make().${path};`;

const long = Array.from({ length: 30 }, (_, index) => index);

describe('a member of what a helper gives back', () => {
  test.each([
    ['an object', member(`return { a: 1, b: 2 };`, 'a'), '1'],
    ['one of two objects', member(`if (x) return { a: 1 }; return { a: 2 };`, 'a'), '1, 2'],
    ['one of two objects, by a condition', member(`return x ? { a: 1 } : { a: 2 };`, 'a'), '1, 2'],
    ['an object or null', member(`if (x) return null; return { a: 1 };`, 'a'), '1'],
    ['an object or undefined', member(`if (x) return undefined; return { a: 1 };`, 'a'), '1'],
    ['nothing but null', member(`return null;`, 'a'), '…'],
    ['no value at all', member(`go();`, 'a'), '…'],
    ['an object or a text', member(`if (x) return 'none'; return { a: 1 };`, 'a'), '1, …'],
    ['an object or something out of sight', member(`if (x) return load(); return { a: 1 };`, 'a'), '1, …'],
    ['an object or a list', member(`if (x) return [1]; return { a: 1 };`, 'a'), '1, …'],
    ['an object without the key', member(`return { b: 1 };`, 'a'), 'undefined'],
    ['the key in one of two objects', member(`if (x) return { a: 1 }; return { b: 2 };`, 'a'), '1, undefined'],
    ['a spread of something out of sight', member(`return { ...defaults };`, 'a'), 'defaults.a'],
    ['what another helper gives back', `const inner = () => ({ a: 1 });\n${member('return inner();', 'a')}`, '1'],
    ['the same helper again', member(`return make();`, 'a'), '…'],
    ['the same helper spread', member(`return { ...make(), a: 1 };`, 'a'), '1'],
    ['a helper out of sight', `export const seen = make().a;`, '…'],
  ])('%s', (_, code, expected) => expect(valuesOfSeen(code)).toBe(expected));

  const keys = (count: number) => Array.from({ length: count }, (_, index) => `k${index}: ${index}`).join(', ');

  test('an object with more keys than are kept may hold any other', () => {
    const code = (path: string) => member(`return { ${keys(MAX_KEYS + 1)} };`, path);
    expect([valuesOfSeen(code('k1')), valuesOfSeen(code('other'))]).toEqual(['1', '…']);
  });

  test('an object with nearly as many has no other', () => {
    expect(valuesOfSeen(member(`return { ${keys(MAX_KEYS - 1)} };`, 'other'))).toBe('undefined');
  });
});

describe('a member of a member', () => {
  test.each([
    ['an object in an object', member(`return { a: { b: 1 } };`, 'a.b'), '1'],
    ['either of two', member(`if (x) return { a: { b: 1 } }; return { a: { b: 2 } };`, 'a.b'), '1, 2'],
    ['one of them without it', member(`if (x) return { a: { b: 1 } }; return {};`, 'a.b'), '1'],
    ['one of them out of sight', member(`if (x) return { a: { b: 1 } }; return load();`, 'a.b'), '1, …'],
    ['its value may be out of sight', member(`return { a: x ? { b: 1 } : load() };`, 'a.b'), '1, …'],
    ['its value is a text', member(`return { a: 'text' };`, 'a.b'), '…'],
    ['its value is a helper', member(`return { a: () => ({ b: 1 }) };`, 'a().b'), '1'],
    ['a helper that spreads itself', member(`return { ...make(), c: 1 };`, 'a.b'), '…'],
  ])('%s', (_, code, expected) => expect(valuesOfSeen(code)).toBe(expected));
});

test.each([
  ['a text', `export const seen = 'a';`],
  ['a call', `export const seen = load();`],
  ['a name of nothing in the file', `export const seen = a;`],
  ['its member', `export const seen = a.b;`],
  ['an object', `export const seen = { a: 1 };`],
])('%s leads to no other value', (_, code) => expect(valuesOfSeen(code)).toBe('…'));

describe('values of other files', () => {
  const lib = 'src/lib/db.js';
  test.each([
    ['a constant', `import { a } from './lib/db.js'; export const seen = a;`, `export const a = 1;`, `${lib} 1`],
    [
      'a member of an object',
      `import { db } from './lib/db.js'; export const seen = db.Task;`,
      `export const db = { Task: 'task' };`,
      `${lib} task`,
    ],
    [
      'a member of one of two objects',
      `import { db } from './lib/db.js'; export const seen = db.Task;`,
      `export const db = test ? { Task: 'old' } : { Task: 'new' };`,
      `${lib} old, ${lib} new`,
    ],
    [
      'a member of what a helper gives back',
      `import { make } from './lib/db.js'; export const seen = make().a;`,
      `export const make = () => ({ a: 1 });`,
      `${lib} 1`,
    ],
    [
      'a member of the module',
      `import * as db from './lib/db.js'; export const seen = db.a;`,
      `export const a = 1;`,
      `${lib} 1`,
    ],
    [
      'a member of a member of the module',
      `import * as all from './lib/db.js'; export const seen = all.db.Task;`,
      `export const db = { Task: 'task' };`,
      `${lib} task`,
    ],
    [
      'a member that the module lacks',
      `import * as db from './lib/db.js'; export const seen = db.b;`,
      `export const a = 1;`,
      '…',
    ],
    [
      'a name that the module lacks',
      `import { b } from './lib/db.js'; export const seen = b;`,
      `export const a = 1;`,
      '…',
    ],
    [
      'a member of a name that the module lacks',
      `import { b } from './lib/db.js'; export const seen = b.c;`,
      `export const a = 1;`,
      '…',
    ],
    ['a name of a package', `import { b } from 'db'; export const seen = b;`, `export const a = 1;`, '…'],
    ['a member of a package', `import * as db from 'db'; export const seen = db.a;`, `export const a = 1;`, '…'],
    [
      'one of a module and an object',
      `import * as db from './lib/db.js'; const make = () => (x ? db : { a: 2 }); export const seen = make().a;`,
      `export const a = 1;`,
      `${lib} 1, 2`,
    ],
    [
      'one of two members, of which a module lacks one',
      `import * as db from './lib/db.js'; const make = () => (x ? db : { b: 2 }); export const seen = make().b;`,
      `export const a = 1;`,
      `2, …`,
    ],
  ])('%s', (_, code, other, expected) => expect(valuesOfSeen(code, { [lib]: other })).toBe(expected));

  test('a module that another file hands on is found from there', () => {
    const others = {
      [lib]: `import * as tables from './tables/all.js'; export { tables };`,
      'src/lib/tables/all.js': `export const Task = 'task';`,
    };
    expect(valuesOfSeen(`import { tables } from './lib/db.js'; export const seen = tables.Task;`, others)).toBe(
      'src/lib/tables/all.js task',
    );
  });
});

describe('chains without end', () => {
  test('members of members are followed only so far', () => {
    const nested = long.reduce((inner) => `{ a: ${inner} }`, '1');
    expect(valuesOfSeen(member(`return ${nested};`, long.map(() => 'a').join('.')))).toBe('…');
  });

  test('so are helpers that give back what another one does', () => {
    const helpers = long.map((index) => `const make${index + 1} = () => make${index}();`).join('\n');
    expect(valuesOfSeen(`const make0 = () => ({ a: 1 });\n${helpers}\nexport const seen = make30().a;`)).toBe('…');
  });

  test('so are names that files hand on', () => {
    const files = long.map((index) => [`src/f${index + 1}.js`, `import { o } from './f${index}.js'; export { o };`]);
    const others = { 'src/f0.js': `export const o = { a: 1 };`, ...(Object.fromEntries(files) as Files) };
    expect(valuesOfSeen(`import { o } from './f30.js'; export const seen = o.a;`, others)).toBe('…');
  });

  test('helpers that lead to one in many ways lead to one value, at once', () => {
    const calls = (index: number) => '12345678'.replaceAll(/\d/g, `if (x) return make${index}(); `);
    const helpers = long.slice(0, 5).map((index) => `const make${index + 1} = () => { ${calls(index)} };`);
    const code = `const make0 = () => ({ a: 1 });\n${helpers.join('\n')}\nexport const seen = make5().a;`;
    expect(valuesOfSeen(code)).toBe('1');
  });
});
