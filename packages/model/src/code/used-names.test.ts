import { describe, expect, test } from 'vitest';
import { viewOf } from './testing/view.js';
import { calledFunctions, sourceOf, usedNamesOf } from './used-names.js';

const client = "import { base44 } from '@/api/base44Client';\n";
const used = (code: string, file?: string) => usedNamesOf([viewOf(client + code, file)]);

describe('names that code uses', () => {
  test('entities, each once, without the one the platform keeps', () => {
    const code = `base44.entities.Task.list();
base44.asServiceRole.entities['shop.Cart'].get(1);
base44.entities.Task.get(2);
base44.entities.User.list();
base44.entities[name].list();`;
    expect(used(code).entities).toEqual(['Task', 'shop.Cart']);
  });

  test.each([
    ['invoke', "base44.functions.invoke('report', {});", ['report']],
    ['a name with a slash', "base44.functions.invoke('report/daily');", ['report/daily']],
    ['fetch', "base44.functions.fetch('/report/daily?day=1');", ['report/daily']],
    ['one of several', "base44.functions.invoke(full ? 'report' : 'summary');", ['report', 'summary']],
    ['a constant', "const NAME = 'report';\nbase44.functions.invoke(NAME);", ['report']],
    ['a module of the plugin', "import { report } from '@/functions/report';\nreport();", ['report']],
    ['a name the run decides', 'base44.functions.invoke(name);', []],
    ['a name the run may decide', "base44.functions.invoke(full ? 'report' : name);", []],
    ['a template', 'base44.functions.invoke(`report-${kind}`);', []],
    ['a member that is none', 'base44.functions.report();', []],
    ['another module of the client', 'base44.auth.me();', []],
  ])('functions by %s', (_, code, expected) => {
    expect(used(code).functions).toEqual(expected);
  });

  test('entities that only a look-alike is asked for', () => {
    const shim = viewOf(
      `${client}base44.entities = { Task: {}, Note: {} };\nbase44.entities.Task.list();\nbase44.entities.Note.list();`,
      'src/a.js',
    );
    const real = viewOf(`${client}base44.entities.Note.list();`, 'src/b.js');
    expect(usedNamesOf([shim, real])).toEqual({ entities: ['Note'], functions: [], imitated: ['Task'] });
  });

  test('tests do not count', () => {
    expect(used("base44.entities.Task.list();\nbase44.functions.invoke('x');", 'src/pages/Tasks.test.jsx')).toEqual({
      entities: [],
      functions: [],
    });
  });

  test('no call of a function, no names', () => {
    const view = viewOf(`${client}base44.auth.me();`);
    expect(view.sdkCalls.flatMap((call) => calledFunctions(call, view.facts))).toEqual([]);
  });
});

describe('the module that a call comes from', () => {
  test.each([
    ['an import', "import { User } from '@/entities/User';\nUser.login();", '@/entities/User'],
    ['the client', `${client}base44.auth.me();`, '@/api/base44Client'],
    ['no import', 'base44.auth.me();', null],
  ])('%s', (_, code, expected) => {
    const view = viewOf(code);
    const [call] = view.sdkCalls;
    expect(call && sourceOf(view.facts, call.span)).toBe(expected);
  });
});
