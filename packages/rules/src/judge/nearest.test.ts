import { expect, test } from 'vitest';
import { nearest } from './nearest.js';

const operations = ['create', 'read', 'update', 'delete', 'write'];

test.each([
  ['reed', operations, 'read'],
  ['Update', operations, 'update'],
  ['deletes', operations, 'delete'],
  ['tenantId', ['tenant_id', 'owner_id'], 'tenant_id'],
  ['$contain', ['$contains', '$in'], '$contains'],
  ['rsl', ['rls', 'name'], 'rls'],
  ['a', ['b'], undefined],
  ['select', operations, undefined],
  ['colour', operations, undefined],
  ['cat', ['bat', 'hat'], undefined],
  ['x', [], undefined],
  ['', operations, undefined],
])('%s among %j is %s', (word, known, expected) => {
  expect(nearest(word, known)).toBe(expected);
});
