import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accessOf, loadApp } from './load.js';
import { defaultSettings } from './settings.js';
import { treeOf } from './tree.js';
import { zoneOf } from './zones.js';

describe('loadApp', () => {
  it('reads name, visibility and resources, also behind a byte-order mark', () => {
    const app = loadApp(
      treeOf({
        'base44/config.jsonc': '\uFEFF{ "name": "Shop", "visibility": "public" }',
        'base44/auth/config.jsonc': '{ "enableSSOLogin": true }',
        'base44/agents/sales/Helper.jsonc': '{ "name": "helper" }',
        'base44/connectors/gmail.jsonc': '{ "type": "gmail" }',
        'base44/workflows/Nightly.jsonc': '{}',
      }),
      '',
    );
    expect(app).toMatchObject({
      name: 'Shop',
      visibility: 'public',
      auth: { value: { enableSSOLogin: true } },
      agents: [{ name: 'helper', file: 'base44/agents/sales/Helper.jsonc' }],
      connectors: [{ name: 'gmail' }],
      workflows: [{ name: 'Nightly' }],
      notChecked: [],
    });
  });

  it('does not guess a visibility that the export does not say', () => {
    const visibilityOf = (config: string) => loadApp(treeOf({ 'base44/config.jsonc': config }), '').visibility;
    expect(visibilityOf('{}')).toBeUndefined();
    expect(visibilityOf('{ "visibility": "everyone" }')).toBeUndefined();
  });

  it('lists every broken file once and reads the others', () => {
    const app = loadApp(
      treeOf({
        'base44/config.jsonc': '{',
        'base44/entities/Bad.jsonc': '{ "name" ',
        'base44/entities/Good.jsonc': '{ "name": "Good" }',
        'base44/workflows/Bad.jsonc': ']',
      }),
      '',
    );
    expect(Object.keys(app.entities)).toEqual(['Good']);
    expect(app.notChecked.map(({ file }) => file).sort()).toEqual([
      'base44/config.jsonc',
      'base44/entities/Bad.jsonc',
      'base44/workflows/Bad.jsonc',
    ]);
    expect(app.notChecked.every(({ reason }) => /^The file .*, so .*\.$/.test(reason))).toBe(true);
  });

  it.each([500, 5_000, 200_000])('survives a rule that is nested %i levels deep', (depth) => {
    const rule = '{ "$or": ['.repeat(depth) + ']}'.repeat(depth);
    const app = loadApp(treeOf({ 'base44/entities/Deep.jsonc': `{ "name": "Deep", "rls": { "read": ${rule} } }` }), '');
    const reason = 'The file is nested too deeply, so the rules of its entity are unknown.';
    expect(app.notChecked).toEqual([{ file: 'base44/entities/Deep.jsonc', reason }]);
  });
});

/** JSON that looks enough like a schema or a rule to reach the code behind the parser. */
const keys = fc.constantFrom(
  'name',
  'properties',
  'fields',
  'rls',
  'read',
  'write',
  'create',
  '$or',
  '$and',
  '$nor',
  '$in',
  '$ne',
  'user_condition',
  'role',
  'created_by',
  'data.org_id',
  'org_id',
  'type',
  'enum',
  'format',
  'automations',
  'entry',
  'function_name',
  'visibility',
  '__proto__',
  '',
);
const leaves = fc.oneof(
  fc.constantFrom<unknown>(
    null,
    true,
    false,
    '',
    'User',
    'admin',
    '{{user.id}}',
    '{{user.data.org_id}}',
    '{{',
    '{{user.branch}}',
    0,
    -1.5,
  ),
  fc.string(),
);
const { json } = fc.letrec<{ json: unknown }>((tie) => ({
  json: fc.oneof(
    { maxDepth: 6 },
    leaves,
    fc.array(tie('json'), { maxLength: 4 }),
    fc.dictionary(keys, tie('json'), { maxKeys: 6 }),
  ),
}));
const text = fc.oneof(
  json.map((value) => JSON.stringify(value)),
  fc.string(),
);

describe('loadApp on arbitrary files', () => {
  it('never throws, and accounts for every schema file', () => {
    fc.assert(
      fc.property(text, text, text, text, text, (entity, other, config, functionConfig, workflow) => {
        const tree = treeOf({
          'base44/config.jsonc': config,
          'base44/entities/Task.jsonc': entity,
          'base44/entities/Note.jsonc': other,
          'base44/functions/pay/function.jsonc': functionConfig,
          'base44/functions/pay/entry.ts': '',
          'base44/workflows/w.jsonc': workflow,
          'package.json': other,
          'package-lock.json': entity,
        });
        const app = loadApp(tree, '', defaultSettings);
        const accounted = new Set([...Object.values(app.entities), ...app.notChecked].map(({ file }) => file));
        expect(accounted).toContain('base44/entities/Task.jsonc');
        expect(accounted).toContain('base44/entities/Note.jsonc');
        for (const name of Object.keys(app.entities)) expect(accessOf(app, name, 'read').reason).not.toBe('');
        expect(zoneOf(app, 'base44/functions/pay/entry.ts')).toBe('function');
        expect(JSON.parse(JSON.stringify(app)).layout).toBe('base44-folder');
      }),
      { numRuns: 300 },
    );
  });
});
