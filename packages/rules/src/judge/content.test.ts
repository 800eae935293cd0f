import { describe, expect, test } from 'vitest';
import { appOf, type Sample } from '../testing/sample.js';
import { contentOf } from './content.js';

const string = { type: 'string' };
const fields = (...names: string[]) => ({ properties: Object.fromEntries(names.map((name) => [name, string])) });
const appWith = (schemas: Sample['schemas'], files: Sample['files'] = {}) =>
  appOf({ code: '', schemas: schemas ?? {}, files });

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

  test.each([
    ['a numbered job of a customer is work', 'Job', fields('job_number', 'customer_id'), 'owned'],
    ['a numbered offer to a client is a quote', 'Offer', fields('offer_number', 'client_id'), 'owned'],
    ['a job that a client advertises is seen by all', 'Job', fields('title', 'client_id'), 'plain'],
    ['a numbered vacancy is seen by all', 'Job', fields('job_number', 'user_id'), 'plain'],
    ['a review by a customer is seen by all', 'Review', fields('order_number', 'customer_id'), 'plain'],
  ])('%s', (_, name, schema, content) => {
    expect(contentOf(appWith({ [name]: schema }), name)).toBe(content);
  });

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

describe('names that say whose rows they are', () => {
  const content = (name: string, ...names: string[]) => contentOf(appWith({ [name]: fields(...names) }), name);

  test.each(['client_name', 'customer_email', 'guest_full_name', 'studentName', 'user_email', 'related_client_name'])(
    '%s is copied into a row of something else, which makes it owned',
    (name) => expect(content('Shift', 'label', name)).toBe('owned'),
  );

  test('a telephone number beside a copied name is personal', () => {
    expect(content('Shift', 'label', 'client_name', 'client_phone')).toBe('personal');
  });

  test.each(['created_by_id', 'assigned_to', 'assigned_to_email', 'created_by_email', 'approved_by_user_id'])(
    'the actor %s is neither owner nor person',
    (name) => expect(content('Shift', 'label', 'hours', name)).toBe('plain'),
  );

  test('the cut of a shirt is nobody, a gender beside a date of birth is somebody', () => {
    expect([content('Shirt', 'label', 'gender'), content('Skater', 'gender', 'birth_date')]).toEqual([
      'plain',
      'personal',
    ]);
  });

  test('what is noted of a patient is personal, of a machine it is not', () => {
    expect([content('Visit', 'patient_id', 'notes'), content('Visit', 'machine_id', 'notes')]).toEqual([
      'personal',
      'plain',
    ]);
  });

  test('the contacts of an organisation are not personal, those of a person are', () => {
    expect([content('Supplier', 'name', 'email', 'tax_id'), content('Buyer', 'name', 'email', 'tax_id')]).toEqual([
      'plain',
      'personal',
    ]);
  });

  test('rows that look like a catalogue are reference data, whatever they are called', () => {
    expect(content('Zumba', 'name', 'description', 'price', 'image_url')).toBe('reference');
    expect(content('Zumba', 'name', 'description', 'price', 'user_id')).toBe('owned');
  });

  test('rows that are made to be seen are plain also where a tenant key sorts them, unless they have an owner', () => {
    const files = { 'base44-lint.config.jsonc': { tenantFields: ['org_id'] } };
    const app = appWith(
      {
        Cohort: fields('text', 'org_id'),
        Review: fields('text', 'org_id', 'user_id'),
        Loan: fields('text', 'org_id'),
      },
      files,
    );
    expect(['Cohort', 'Review', 'Loan'].map((name) => contentOf(app, name))).toEqual(['plain', 'owned', 'owned']);
  });

  test.each([
    ['Order', 'owned'],
    ['WorkOrders', 'owned'],
    ['Patient', 'owned'],
    ['Shift', 'plain'],
    ['OrderStatus', 'plain'],
  ])('without a schema the name decides: %s is %s', (name, expected) => {
    expect(contentOf(appWith({}), name)).toBe(expected);
  });
});
