import { describe, expect, test } from 'vitest';
import type { EntityCall } from '@base44-lint/model';
import { appOf, viewOf, type Sample } from '../testing/sample.js';
import { accessFor, holdingsOf, nameIn, ruleEvidence, ruleStateOf } from './entity.js';

const string = { type: 'string' };
const fields = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, string])) });
const appWith = (schemas: Sample['schemas']) => appOf({ code: '', schemas: schemas ?? {} });
const firstCall = (code: string, schemas: Sample['schemas'] = {}): EntityCall => {
  const sample = { code: `import { base44 } from '@/api/base44Client';\n${code}`, schemas };
  return viewOf(sample, appOf(sample)).entityCalls[0]!;
};

describe('the rules that decide', () => {
  const app = appWith({
    Open: fields('a'),
    Owned: { ...fields('a'), rls: { read: { created_by: '{{user.email}}' } } },
    Anyone: { ...fields('a'), rls: { read: { user_condition: { role: 'user' } } } },
  });
  const call = firstCall('base44.entities.Open.list();');

  test.each([
    ['Open', 'open'],
    ['Owned', 'closed'],
    ['Anyone', 'open'],
    ['Missing', 'unknown'],
    ['User', 'closed'],
  ])('%s is %s', (name, state) => expect(ruleStateOf(accessFor(app, call, name, 'read'))).toBe(state));

  test('a look-alike client answers to none of them', () => {
    expect(ruleStateOf(accessFor(app, { ...call, origin: 'shim' }, 'Open', 'read'))).toBe('unknown');
    expect(ruleStateOf(accessFor(app, call, null, 'read'))).toBe('unknown');
    expect(accessFor(app, call, null, 'read')).toEqual({
      kind: 'unknown',
      fields: [],
      userFields: [],
      roles: [],
      viaWrite: false,
      reason: 'no schema in this export',
    });
  });

  test('stand as evidence, with their place and their reason', () => {
    expect(ruleEvidence(accessFor(app, call, 'Owned', 'read'))).toMatchObject([
      { file: 'base44/entities/Owned.jsonc', note: '`created_by` equals `{{user.email}}`' },
    ]);
    expect(ruleEvidence(accessFor(app, call, 'Missing', 'read'))).toEqual([]);
  });
});

describe('words for sentences', () => {
  test.each([
    ['base44.entities.Order.list();', 'Order'],
    ["base44.entities[a ? 'Order' : 'Task'].list();", 'Order or Task'],
    ["for (const name of ['A', 'B', 'C']) base44.entities[name].list();", 'A or B or C'],
    ["for (const name of ['A', 'B', 'C', 'D', 'E']) base44.entities[name].list();", 'A, B and 3 other entities'],
    ['export const all = (name) => base44.entities[name].list();', 'the entity'],
  ])('%s', (code, words) => expect(nameIn(firstCall(code))).toBe(words));

  test('the most telling fields, three at most', () => {
    const app = appWith({
      Gateway: fields('phone', 'client_secret'),
      Person: fields('phone', 'email', 'address', 'birth_date'),
      Guest: fields('phone'),
      Shift: fields('hours'),
    });
    expect(['Gateway', 'Person', 'Guest', 'Shift', 'Missing', null].map((name) => holdingsOf(app, name))).toEqual([
      ', with `client_secret` and `phone`',
      ', with `phone`, `email` and `address`',
      ', with `phone`',
      '',
      '',
      '',
    ]);
  });
});
