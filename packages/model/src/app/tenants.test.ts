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
});
