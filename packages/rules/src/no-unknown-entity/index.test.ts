import { describe, expect, test } from 'vitest';
import { expectClean, run, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const schemas = { Task: { properties: { title: { type: 'string' } } }, 'shop.Cart': { properties: {} } };
const page = (code: string, sample: Partial<Sample> = {}): Sample => ({
  file: 'src/pages/Tasks.jsx',
  code: `import { base44 } from '@/api/base44Client';\n${code}`,
  schemas,
  ...sample,
});
/** What the scanner knows: all names that the code uses. */
const scanned = (code: string, entities: readonly string[], sample: Partial<Sample> = {}): Sample =>
  page(code, { ...sample, app: { used: { entities, functions: [] } } });

describe('an entity that the export does not hold', () => {
  test('is drawn with the name that was meant', () => {
    expect(squiggled(rule, page('export const all = () => base44.entities.Tasks.list();'))).toMatchInlineSnapshot(`
      "  2 | export const all = () => base44.entities.Tasks.list();
          |                                          ^~~~~ [1]

      [1] medium/likely The export holds no entity \`Tasks\` but \`Task\`, so calls on it fail, or reach rows whose access rules nobody can check here.
          advice: Write \`Task\` if that is what is meant; if \`Tasks\` exists on Base44, export the app again.
          suggestion: Ask for \`Task\` here instead of \`Tasks\`
              2 | export const all = () => base44.entities.Task.list();"
    `);
  });

  test('is drawn in an agent', () => {
    const agent = `{
  "instructions": "Help",
  "tool_configs": [{ "entity_name": "Tasks", "allowed_operations": ["read"] }, { "entity_name": "Task" }]
}`;
    expect(squiggled(rule, { file: 'base44/agents/helper.jsonc', code: agent, schemas })).toMatchInlineSnapshot(`
      "  3 |   "tool_configs": [{ "entity_name": "Tasks", "allowed_operations": ["read"] }, { "entity_name": "Task" }]
          |                                     ^~~~~~~ [1]

      [1] medium/likely The export holds no entity \`Tasks\` but \`Task\`, so calls on it fail, or reach rows whose access rules nobody can check here.
          advice: Write \`Task\` if that is what is meant; if \`Tasks\` exists on Base44, export the app again.
          suggestion: Ask for \`Task\` here instead of \`Tasks\`
              3 |   "tool_configs": [{ "entity_name": "Task", "allowed_operations": ["read"] }, { "entity_name": "Task" }]"
    `);
  });

  test.each([
    ['of the user', 'base44.entities.Invoice.list();'],
    ['of the service role', 'base44.asServiceRole.entities.Invoice.list();'],
    ['in brackets', "base44.entities['Invoice'].list();"],
    ['through an alias', 'const db = base44.entities;\ndb.Invoice.list();'],
    ['destructured', 'const { Invoice } = base44.entities;\nInvoice.list();'],
    ['through a parameter', 'const load = (client) => client.entities.Invoice.list();\nload(base44);'],
    ['by a name that is handed over', "const load = (name) => base44.entities[name].list();\nload('Invoice');"],
  ])('%s', (_, code) => {
    expect(run(rule, scanned(code, ['Invoice', 'Task']))).toMatchObject([{ severity: 'medium', confidence: 'likely' }]);
  });

  test('in TypeScript', () => {
    const code = 'export const all = (): Promise<unknown[]> => (base44 as any).entities.Invoice.list();';
    expect(run(rule, scanned(code, ['Invoice'], { file: 'src/lib/tasks.ts' }))).toHaveLength(1);
  });

  test('is only possible in an editor, which does not see the rest of the app', () => {
    expect(run(rule, page('base44.entities.Invoice.list();'))).toMatchObject([{ confidence: 'possible' }]);
  });

  test('is only possible where one of two names is there', () => {
    const code = 'const tasks = base44.entities.Task || base44.entities.Tasks;\ntasks.list();';
    expect(run(rule, scanned(code, ['Task', 'Tasks']))).toMatchObject([{ confidence: 'possible' }]);
  });

  test('is reported once a file', () => {
    const code = 'base44.entities.Invoice.list();\nbase44.entities.Invoice.get(1);\nbase44.entities.Receipt.get(1);';
    expect(run(rule, page(code)).map(({ span }) => span.start)).toHaveLength(2);
  });

  test('is renamed everywhere in the file at once', () => {
    const code = "base44.entities.Tasks.list();\nbase44.entities['Tasks'].get(1);";
    expect(run(rule, page(code))[0]?.suggestions).toMatchObject([{ edits: [{ text: 'Task' }, { text: 'Task' }] }]);
  });

  test('is renamed in quotes, but not where the name is a variable too', () => {
    expect(run(rule, page("base44.entities['shop.Carts'].list();"))[0]?.suggestions).toHaveLength(1);
    expect(run(rule, page('base44.entities.shopCart.list();'))[0]?.suggestions).toEqual([]);
    expect(run(rule, page('const { Tasks } = base44.entities;\nTasks.list();'))[0]?.suggestions).toEqual([]);
  });

  test.each([
    ['a workflow', 'base44/workflows/daily.jsonc', '{ "trigger": { "config": { "entity_name": "Invoice" } } }'],
    ['an automation', 'base44/functions/x/function.jsonc', '{ "automations": [{ "entity_name": "Invoice" }] }'],
  ])('in %s', (_, file, code) => {
    const files = { 'base44/functions/x/entry.ts': 'export default () => new Response()' };
    const app = { used: { entities: ['Task'], functions: [] } };
    expect(run(rule, { file, code, schemas, files, app })).toMatchObject([
      { severity: 'medium', confidence: 'likely' },
    ]);
  });
});

describe('in a scan', () => {
  const client = "import { base44 } from '@/api/base44Client';\n";
  const call = (name: string) => `${client}base44.entities.${name}.list();\nbase44.entities.${name}.get(1);\n`;
  const files = {
    'src/a.js': call('Invoice'),
    'src/b.js': call('Invoice'),
    'base44/agents/helper.jsonc': { tool_configs: [{ entity_name: 'Invoice' }, { entity_name: 'Letter' }] },
    'base44/agents/other.jsonc': { tool_configs: [{ entity_name: 'Letter' }] },
  };
  const sample = page(call('Invoice'), { files, app: { used: { entities: ['Invoice'], functions: [] } } });

  test('each name is one finding, at its first use', () => {
    expect(runApp(rule, sample)).toMatchObject([
      { file: 'base44/agents/helper.jsonc', message: expect.stringContaining('`Letter`'), evidence: [{}] },
      {
        file: 'src/a.js',
        message: expect.stringContaining('no entity `Invoice`, so calls on it (7 in 4 files) fail'),
        evidence: [
          { file: 'src/a.js', note: 'names `Invoice` too' },
          { file: 'src/b.js' },
          { file: 'src/b.js' },
          { file: 'src/pages/Tasks.jsx' },
          { file: 'base44/agents/helper.jsonc' },
        ],
        suggestions: [],
      },
    ]);
  });

  test('a schema that cannot be read has a name all the same', () => {
    const broken = { 'base44/entities/Invoice.jsonc': '{ "name": "Invoice", }{' };
    expectClean(rule, scanned('base44.entities.Invoice.list();', ['Invoice'], { files: broken }));
  });
});

describe('the sentence', () => {
  const why = 'fail, or reach rows whose access rules nobody can check here.';
  const only = (sample: Sample) => {
    const [finding, ...others] = run(rule, sample);
    expect(others).toEqual([]);
    return finding!;
  };

  test('without a close name asks to create or to remove', () => {
    expect(only(page('base44.entities.Invoice.list();'))).toMatchObject({
      message: `The export holds no entity \`Invoice\`, so calls on it ${why}`,
      advice: 'Create `Invoice` with access rules or remove the calls; if it exists on Base44, export the app again.',
      suggestions: [],
      evidence: [],
    });
  });

  test('counts the places in one file', () => {
    const { message, evidence } = only(page('base44.entities.Tasks.list();\nbase44.entities.Tasks.get(1);'));
    expect(message).toBe(`The export holds no entity \`Tasks\` but \`Task\`, so calls on it (2 in one file) ${why}`);
    expect(evidence).toMatchObject([{ file: 'src/pages/Tasks.jsx', note: 'names `Tasks` too' }]);
  });

  test('is sure of a close name though only this file is seen', () => {
    expect(only(page('base44.entities.Tasks.list();')).confidence).toBe('likely');
  });

  test('is carried by the place where only this entity can be meant', () => {
    const code =
      'const tasks = base44.entities.Task || base44.entities.Tasks;\ntasks.list();\nbase44.entities.Tasks.get(1);';
    const sample = page(code);
    const { span, confidence } = only(sample);
    expect(confidence).toBe('likely');
    expect(sample.code.slice(span.end)).toBe('.get(1);');
  });

  test('is under the whole call where the name is not spelt there', () => {
    const code = "const load = (name) => base44.entities[name].list();\nload('Invoice');";
    expect(squiggled(rule, page(code)).split('\n').slice(0, 2)).toMatchInlineSnapshot(`
      [
        "  2 | const load = (name) => base44.entities[name].list();",
        "    |                        ^~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]",
      ]
    `);
  });
});

describe('renaming', () => {
  const fixed = (sample: Sample) =>
    run(rule, sample)[0]!.suggestions.map(({ title, edits }) => [
      title,
      ...edits.map(({ start, end, text }) => `${sample.code.slice(start - 1, end + 1)} > ${text}`),
    ]);

  test('keeps the quotes', () => {
    expect(fixed(page("base44.entities['Tasks'].list();"))).toEqual([
      ['Ask for `Task` here instead of `Tasks`', "'Tasks' > Task"],
    ]);
  });

  test('keeps the dot', () => {
    expect(fixed(page('base44.entities.Tasks.list();'))).toEqual([
      ['Ask for `Task` here instead of `Tasks`', '.Tasks. > Task'],
    ]);
  });

  test('is not offered where a template spells the name, or another file does', () => {
    expect(fixed(page('base44.entities[`Tasks`].list();'))).toEqual([]);
    const files = { 'src/b.js': "import { base44 } from '@/api/base44Client';\nbase44.entities.Tasks.list();" };
    const sample = page('base44.entities.Tasks.list();', {
      files,
      app: { used: { entities: ['Tasks'], functions: [] } },
    });
    expect(runApp(rule, sample)).toMatchObject([{ file: 'src/b.js', suggestions: [] }]);
  });
});

describe('is clean:', () => {
  test.each([
    ['an entity with a schema', 'base44.entities.Task.list();'],
    ['a dotted name', "base44.entities['shop.Cart'].list();"],
    ['User', 'base44.entities.User.list();'],
    ['a name that the run decides', 'export const load = (name) => base44.entities[name].list();'],
    ['a virtual module of all', "import * as all from '@/entities';\nall.Invoice.list();"],
    ['a virtual module behind ~', "import { Invoice } from '~/entities';\nInvoice.list();"],
    ['a virtual module', "import { Invoice } from '@/entities/Invoice';\nInvoice.list();"],
    ['the list of a cache', 'const cache = new Map();\ncache.entities.Invoice.list();'],
    ['a facade', "import { InvoiceAPI } from '@/lib/api';\nInvoiceAPI.list();"],
  ])('%s', (_, code) => {
    expectClean(rule, scanned(code, ['Task']));
  });

  test('an app without schemas', () => {
    expectClean(rule, page('base44.entities.Invoice.list();', { schemas: {} }));
  });

  test('a test', () => {
    expectClean(rule, page('base44.entities.Invoice.list();', { file: 'src/pages/Tasks.test.jsx' }));
  });

  test('an object of the app in the place of the client', () => {
    const code = 'base44.entities = { Invoice: { list: () => [] } };\nbase44.entities.Invoice.list();';
    expectClean(rule, scanned(code, []));
  });

  test('the name of a template in a workflow', () => {
    const code = '{ "trigger": { "entity_name": "{{event.entity}}" } }';
    expectClean(rule, { file: 'base44/workflows/daily.jsonc', code, schemas });
  });
});

describe('an export of a part of the schemas', () => {
  const code = ['Invoice', 'Receipt', 'Customer', 'Vendor', 'Task']
    .map((name) => `base44.entities.${name}.list();`)
    .join('\n');

  test('is one finding in all', () => {
    expect(runApp(rule, page(code))).toMatchObject([
      {
        file: 'src/pages/Tasks.jsx',
        severity: 'low',
        message:
          'The export holds schemas of 1 of the 5 entities that the code uses, so nobody can check who may read or change `Customer`, `Invoice` and 2 more.',
      },
    ]);
  });

  test('is drawn at the first that is missing', () => {
    const [finding] = runApp(rule, page(code));
    expect(finding).toMatchObject({
      confidence: 'certain',
      evidence: [],
      suggestions: [],
      advice:
        'Export the app again with all of `base44/entities`, or judge the access rules of these entities in the Base44 editor.',
    });
    expect(page(code).code.slice(finding!.span.start, finding!.span.end)).toBe('Invoice');
  });

  test('silences the single ones', () => {
    const used = ['Invoice', 'Receipt', 'Customer', 'Vendor', 'Task'];
    expect(run(rule, scanned(code, used))).toMatchObject([{ severity: 'low' }]);
  });

  test('is told by a fifth of the names', () => {
    const names = [...'abcdefghijklmnop'].map((letter) => `Entity_${letter}`);
    const held = Object.fromEntries(names.map((name) => [name, { properties: {} }]));
    const text = (missing: readonly string[]) =>
      [...names, ...missing].map((name) => `base44.entities.${name}.list();`).join('\n');
    const missing = ['Invoice', 'Receipt', 'Customer', 'Vendor', 'Order'];
    const all = (some: readonly string[]) => scanned(text(some), [...names, ...some], { schemas: held });
    expect(run(rule, all(missing)).map(({ severity }) => severity)).toEqual(['low']);
    expect(run(rule, all(missing.slice(1)))).toHaveLength(4);
  });

  test('is none where most are there, or nothing is', () => {
    expect(runApp(rule, page('base44.entities.Invoice.list();\nbase44.entities.Task.list();'))).toEqual([]);
    expect(runApp(rule, page(code, { schemas: {} }))).toEqual([]);
  });
});

describe('options', () => {
  test('known: an entity that was not exported', () => {
    const code = 'base44.entities.Invoice.list();';
    expectClean(rule, page(code, { options: { known: ['Invoice'] } }));
    expect(run(rule, page(code, { options: { known: ['Receipt'] } }))).toHaveLength(1);
  });
});
