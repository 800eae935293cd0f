import type { Field, QueryKey } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { isPublication, isScoping } from './scoping.js';

const key = (name: string): QueryKey => ({ name, value: { t: '?' }, from: 'unknown', operators: [] });
const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  type: 'string',
  place: { file: 'base44/entities/Invoice.jsonc', start: 0, end: 1 },
  ...more,
});
const none = new Set<string>();

describe('keys that keep rows apart', () => {
  test.each([
    ...['id', '_id', 'ids', 'customer_id', 'customerId', 'memberIds', 'data.project_id'],
    ...['email', 'owner_email', 'created_by', 'created_by_id', 'user', 'username', 'owner'],
    ...['token', 'invite_code', 'slug', 'uuid', 'api_key', 'share_url', 'invoice_number', 'external_ref', 'phone'],
    ...['$or', '$and', '$nor'],
  ])('%s', (name) => expect(isScoping(key(name), undefined, none)).toBe(true));

  test('a name that says nothing counts as scoping', () => {
    expect(isScoping(key('shelf'), field('shelf'), none)).toBe(true);
  });

  test('the tenant key and the keys of the option, whatever they are called', () => {
    const extra = new Set(['region', 'status']);
    expect(isScoping(key('status'), field('status', { enumValues: ['a', 'b'] }), extra)).toBe(true);
  });
});

describe('keys that only sort rows into kinds', () => {
  test.each([
    ...['status', 'state', 'type', 'kind', 'category', 'priority', 'level', 'stage', 'source', 'language'],
    ...['is_active', 'has_seats', 'can_edit', 'active', 'archived', 'published', 'is_deleted', 'is_sample'],
    ...['date', 'due_date', 'created_date', 'created_at', 'month', 'year', 'week', 'start_time'],
    ...['amount', 'total', 'seat_count', 'sort_order'],
  ])('%s', (name) => expect(isScoping(key(name), undefined, none)).toBe(false));

  test.each([
    ['an enumeration', field('shelf', { enumValues: ['upper', 'lower'] })],
    ['a switch', field('open', { type: 'boolean' })],
    ['a date', field('opened', { format: 'date' })],
    ['a point in time', field('opened', { format: 'date-time' })],
  ])('%s, by its declaration', (_, declared) => expect(isScoping(key(declared.name), declared, none)).toBe(false));

  test.each(['is_paid', 'is_valid'])('%s ends in "id" and is no id', (name) => {
    expect(isScoping(key(name), field(name, { type: 'boolean' }), none)).toBe(false);
  });

  test.each(['email_sent'])('%s is declared a switch, which outvotes its name', (name) => {
    expect(isScoping(key(name), field(name, { type: 'boolean' }), none)).toBe(false);
  });
});

describe('conditions that ask for what is published', () => {
  const asked = (name: string, value: string | boolean) =>
    isPublication({ name, value: { t: 'literal', value }, from: 'unknown', operators: [] });

  test.each([
    ['status', 'published'],
    ['visibility', 'public'],
    ['is_public', true],
    ['published', true],
  ] as const)('%s: %s', (name, value) => expect(asked(name, value)).toBe(true));

  test.each([
    ['status', 'open'],
    ['is_public', false],
    ['type', 'invoice'],
  ] as const)('not %s: %s', (name, value) => expect(asked(name, value)).toBe(false));
});
