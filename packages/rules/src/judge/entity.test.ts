import { describe, expect, test } from 'vitest';
import type { EntityCall } from '@base44-lint/model';
import { appOf, viewOf, type Sample } from '../testing/sample.js';
import { contentOf } from './content.js';
import { accessFor, holdingsOf, nameIn, ruleEvidence, ruleStateOf } from './entity.js';
import { tenantFieldOf } from './tenant.js';

const string = { type: 'string' };
const fields = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, string])) });
const appWith = (schemas: Sample['schemas'], files: Sample['files'] = {}) =>
  appOf({ code: '', schemas: schemas ?? {}, files });
const firstCall = (code: string, schemas: Sample['schemas'] = {}): EntityCall => {
  const sample = { code: `import { base44 } from '@/api/base44Client';\n${code}`, schemas };
  return viewOf(sample, appOf(sample)).entityCalls[0]!;
};

describe('what rows hold, by the most telling field', () => {
  test.each([
    ['Gateway', fields('email', 'user_id', 'client_secret'), 'secret'],
    ['Member', fields('label', 'user_id', 'phone'), 'personal'],
    ['Checkup', fields('label', 'diagnosis'), 'personal'],
    ['Diary', fields('label', 'user_id'), 'owned'],
    ['Shift', fields('label', 'hours'), 'plain'],
    ['Category', fields('label', 'icon'), 'reference'],
    ['ProductCategory', fields('label', 'user_id'), 'owned'],
  ])('%s is as telling as it should be', (name, schema, content) => {
    expect(contentOf(appWith({ [name]: schema }), name)).toBe(content);
  });

  test.each(['BlogPost', 'Review', 'CommunityEvent', 'Comment', 'JobListing', 'Vacancy', 'Stories'])(
    "rows of %s are made to be seen, so an owner makes them nobody else's business only elsewhere",
    (name) => {
      expect(contentOf(appWith({ [name]: fields('label', 'user_id') }), name)).toBe('plain');
    },
  );

  test('shared rows with personal fields are personal', () => {
    expect(contentOf(appWith({ Review: fields('text', 'user_id', 'phone') }), 'Review')).toBe('personal');
  });

  test('who wrote a post is shown with it', () => {
    const app = appWith({
      BlogPost: fields('text', 'author_email'),
      Seminar: fields('text', 'instructor_phone', 'phone'),
    });
    expect([contentOf(app, 'BlogPost'), contentOf(app, 'Seminar')]).toEqual(['plain', 'personal']);
  });

  test("rows made for a demonstration are nobody's", () => {
    expect(contentOf(appWith({ SampleCustomer: fields('email') }), 'SampleCustomer')).toBe('reference');
  });

  test.each(['DemoRequest', 'DemoBooking'])('%s is a form that people fill in, no demo data', (name) => {
    expect(contentOf(appWith({ [name]: fields('email', 'phone') }), name)).toBe('personal');
  });

  test('a tenant key makes rows owned', () => {
    const files = { 'base44-lint.config.jsonc': { tenantFields: ['library'] } };
    expect(contentOf(appWith({ Loan: fields('library', 'title') }, files), 'Loan')).toBe('owned');
    expect(contentOf(appWith({ Loan: fields('library', 'title') }), 'Loan')).toBe('plain');
  });

  test('an entity without schema, or without name, is plain', () => {
    expect([contentOf(appWith({}), 'Shift'), contentOf(appWith({}), null)]).toEqual(['plain', 'plain']);
  });

  test.each(['CreditScore', 'SupportThread'])('rows of %s with an owner are private', (name) => {
    expect(contentOf(appWith({ [name]: fields('label', 'customer_id') }), name)).toBe('owned');
  });
});

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
    ["for (const name of ['A', 'B', 'C', 'D', 'E']) base44.entities[name].list();", 'A, B and 3 other entities'],
    ['export const all = (name) => base44.entities[name].list();', 'the entity'],
  ])('%s', (code, words) => expect(nameIn(firstCall(code))).toBe(words));

  test('the most telling fields, three at most', () => {
    const app = appWith({
      Gateway: fields('phone', 'client_secret'),
      Person: fields('phone', 'email', 'address', 'birth_date'),
      Shift: fields('hours'),
    });
    expect(['Gateway', 'Person', 'Shift', 'Missing', null].map((name) => holdingsOf(app, name))).toEqual([
      ', with `client_secret` and `phone`',
      ', with `phone`, `email` and `address`',
      '',
      '',
      '',
    ]);
  });
});
