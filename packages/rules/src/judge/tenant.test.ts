import { describe, expect, test } from 'vitest';
import { appOf, type Sample } from '../testing/sample.js';
import { tenantFieldOf } from './tenant.js';

const string = { type: 'string' };
const fields = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, string])) });
const appWith = (schemas: NonNullable<Sample['schemas']>) => appOf({ code: '', schemas });

describe('the tenant key of an entity', () => {
  const org = { 'data.org_id': '{{user.data.org_id}}' };

  test('is the one that rules name, where the entity carries it', () => {
    const app = appWith({
      Project: { ...fields('org_id'), rls: { read: org } },
      Invoice: fields('org_id'),
      Holiday: fields('day'),
    });
    expect(['Project', 'Invoice', 'Holiday', 'Missing', null].map((name) => tenantFieldOf(app, name))).toEqual([
      'org_id',
      'org_id',
      null,
      null,
      null,
    ]);
  });

  test('is none where only names suggest it', () => {
    const app = appWith({ Desk: fields('school_id'), Loan: fields('school_id') });
    expect(app.tenants).toMatchObject([{ field: 'school_id', confidence: 'possible' }]);
    expect(tenantFieldOf(app, 'Loan')).toBeNull();
  });
});
