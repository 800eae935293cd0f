import { describe, expect, it } from 'vitest';
import { loadApp } from './load.js';
import { defaultSettings } from './settings.js';
import { inferTenants } from './tenants.js';
import { treeOf } from './tree.js';
import type { App } from './types.js';

/** Entities by name, each with its fields and, behind a colon, rules. */
function entities(schemas: Record<string, readonly string[]>, rls: Record<string, unknown> = {}): App['entities'] {
  const files = Object.entries(schemas).map(([name, fields]) => [
    `base44/entities/${name}.jsonc`,
    JSON.stringify({ name, properties: Object.fromEntries(fields.map((field) => [field, {}])), rls: rls[name] ?? {} }),
  ]);
  return loadApp(treeOf(Object.fromEntries(files)), '').entities;
}

const family = { 'data.family_id': '{{user.data.family_id}}' };
const contextKeys = [{ field: 'org_id', count: 9 }];

describe('inferTenants', () => {
  const app = entities(
    { User: ['org_id'], Task: ['family_id', 'org_id', 'school_id'], Note: ['family_id', 'org_id', 'school_id'] },
    { Task: { read: { $or: [family, { user_condition: { role: 'admin' } }] } }, Note: { read: family } },
  );

  it('takes the configuration before everything', () => {
    const found = inferTenants(app, { tenantFields: ['venue'] }, contextKeys);
    expect(found).toEqual([
      { field: 'venue', source: 'config', confidence: 'certain', reason: 'named in the configuration' },
    ]);
  });

  it('takes the rules before the User entity', () => {
    expect(inferTenants(app, defaultSettings, contextKeys)).toEqual([
      {
        field: 'family_id',
        source: 'rls',
        confidence: 'certain',
        reason: "the rules of 2 entities compare it to the user's `family_id`",
      },
    ]);
  });

  it('trusts a name that most entities carry where the organisation itself is an entity', () => {
    const most = { Load: ['organization_id'], Truck: ['organization_id'] };
    const sure = entities({ Organization: ['name'], ...most });
    expect(inferTenants(sure, defaultSettings)).toMatchObject([{ field: 'organization_id', confidence: 'likely' }]);
    expect(inferTenants(entities({ City: ['name'], ...most }), defaultSettings)).toMatchObject([
      { field: 'organization_id', confidence: 'possible' },
    ]);
    const stores = entities({ Store: ['name'], Sale: ['store_id'], Shift: ['store_id'] });
    expect(inferTenants(stores, defaultSettings)).toMatchObject([{ field: 'store_id', confidence: 'possible' }]);
  });

  it('is less sure of one rule alone', () => {
    const one = entities({ Task: ['family_id'], Note: ['family_id'] }, { Task: { read: family } });
    expect(inferTenants(one, defaultSettings)).toMatchObject([{ source: 'rls', confidence: 'likely' }]);
  });

  it('takes a key that User shares with the entities before code and names', () => {
    const shared = entities({
      User: ['branch', 'phone'],
      Task: ['branch', 'phone'],
      Note: ['branch', 'phone'],
      Tag: ['school_id'],
    });
    expect(inferTenants(shared, defaultSettings, contextKeys)).toEqual([
      {
        field: 'branch',
        source: 'user-field',
        confidence: 'likely',
        reason: '`User` and 2 of 3 other entities have it',
      },
    ]);
  });

  it('takes what code fills from the context before names', () => {
    const named = entities({ Task: ['org_id', 'school_id'], Note: ['org_id', 'school_id'] });
    expect(inferTenants(named, defaultSettings, contextKeys)).toMatchObject([
      { field: 'org_id', source: 'context', confidence: 'possible' },
    ]);
    expect(inferTenants({}, defaultSettings, contextKeys)).toMatchObject([{ field: 'org_id' }]);
    expect(inferTenants(entities({ Task: [] }), defaultSettings, contextKeys)).toEqual([]);
    expect(inferTenants(named, defaultSettings, [{ field: 'org_id', count: 2 }])).toMatchObject([
      { source: 'name' },
      { source: 'name' },
    ]);
  });

  it('falls back on names of tenants that many entities carry', () => {
    const named = entities({ A: ['school_id'], B: ['school_id'], C: ['store_url'], D: ['store_url'] });
    expect(inferTenants(named, defaultSettings)).toEqual([
      {
        field: 'school_id',
        source: 'name',
        confidence: 'possible',
        reason: '2 of 4 entities have it, and its name says so',
      },
    ]);
  });

  it.each<[string, readonly string[]]>([
    ['a partition', ['environment']],
    ['a parent', ['event_id', 'operation_id']],
    ['a user', ['user_id', 'owner_email']],
    ['a type', ['account_type']],
  ])('never picks %s by frequency', (_, fields) => {
    expect(inferTenants(entities({ User: fields, A: fields, B: fields, C: fields }), defaultSettings)).toEqual([]);
  });

  it('does not take a comparison with the user himself for a tenant', () => {
    const rls = { read: { 'data.user_id': '{{user.data.user_id}}', 'data.status': '{{user.data.status}}' } };
    expect(
      inferTenants(entities({ A: ['user_id', 'status'], B: ['user_id'] }, { A: rls, B: rls }), defaultSettings),
    ).toEqual([]);
  });

  it('finds the key of the tenant entity itself only in the others', () => {
    const rls = { Organization: { read: { id: '{{user.data.organization_id}}' } } };
    expect(inferTenants(entities({ Organization: ['title'] }, rls), defaultSettings)).toEqual([]);
  });

  it('gives the keys that rules use by how many entities they use them in', () => {
    const school = { 'data.school_id': '{{user.data.school}}' };
    const found = inferTenants(
      entities(
        { Aim: ['school_id', 'family_id'], Note: ['family_id'], Tag: ['family_id'] },
        { Aim: { read: { $and: [school, family] } }, Note: { read: family }, Tag: { read: family } },
      ),
      defaultSettings,
    );
    expect(found).toEqual([
      {
        field: 'family_id',
        source: 'rls',
        confidence: 'certain',
        reason: "the rules of 3 entities compare it to the user's `family_id`",
      },
      {
        field: 'school_id',
        source: 'rls',
        confidence: 'likely',
        reason: "the rules of 1 entity compare it to the user's `school`",
      },
    ]);
  });

  it.each<[string, string, string, readonly string[]]>([
    ['a key on the side of the row', 'school_id', 'place', ['likely']],
    ['a key on the side of the user', 'place', 'school_id', ['possible']],
    ['a key that is no name of a tenant', 'external_code', 'external_code', ['possible']],
    ['a key that begins like a plain field', 'status_code_id', 'group_id', ['possible']],
    ['no key on either side', 'mood', 'mood', []],
    ['the status', 'status', 'group_id', []],
    ['the title', 'title', 'group_id', []],
  ])('weighs one rule alone: %s', (_, rowField, userField, confidences) => {
    const rls = { Task: { read: { [`data.${rowField}`]: `{{user.data.${userField}}}` } } };
    const found = inferTenants(entities({ Task: [rowField] }, rls), defaultSettings);
    expect(found.map(({ confidence }) => confidence)).toEqual(confidences);
  });

  it.each([
    ['3 of 10', 3, 10, 1],
    ['2 of 10', 2, 10, 0],
    ['2 of 6', 2, 6, 1],
    ['1 of 1', 1, 1, 0],
  ])('asks that a name is common: %s entities', (_, count, total, found) => {
    const names = Array.from({ length: total }, (_entity, index) => [
      `E${index}`,
      index < count ? ['school_id'] : ['title'],
    ]);
    expect(inferTenants(entities(Object.fromEntries(names)), defaultSettings)).toHaveLength(found);
  });

  it('takes no key from `User` that few others have', () => {
    const schemas = { User: ['branch'], A: ['branch'], B: ['title'], C: ['title'] };
    expect(inferTenants(entities(schemas), defaultSettings)).toEqual([]);
  });

  it('gives what code fills from the context by how often it does, and says so', () => {
    const keys = [
      { field: 'branch_id', count: 3 },
      { field: 'org_id', count: 12 },
      { field: 'color', count: 30 },
    ];
    expect(inferTenants({}, defaultSettings, keys)).toEqual([
      {
        field: 'org_id',
        source: 'context',
        confidence: 'possible',
        reason: "code fills it from the user's context 12 times",
      },
      {
        field: 'branch_id',
        source: 'context',
        confidence: 'possible',
        reason: "code fills it from the user's context 3 times",
      },
    ]);
  });

  it('asks for most entities before a name that is an entity too is likely', () => {
    const few = { Load: ['organization_id'], Truck: ['organization_id'], Tag: ['title'] };
    const [found] = inferTenants(entities({ Organization: ['name'], ...few }), defaultSettings);
    expect(found).toMatchObject({ field: 'organization_id', confidence: 'possible' });
    const [short] = inferTenants(
      entities({ Organisation: ['name'], A: ['org_id'], B: ['org_id'], C: ['org_id'] }),
      defaultSettings,
    );
    expect(short).toEqual({
      field: 'org_id',
      source: 'name',
      confidence: 'likely',
      reason: '3 of 4 entities have it, and its name says so; the entity that it names is there too',
    });
  });
});
