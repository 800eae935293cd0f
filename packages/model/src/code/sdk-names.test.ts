import { describe, expect, test } from 'vitest';
import { isAuthMember, isEntityMethod, virtualModule } from './sdk-names.js';

const entity = (name: string) => ({ kind: 'entity', name });
const sdk = (path: string) => ({ kind: 'sdk', path });

describe('what a module of the template exports', () => {
  test.each([
    ['@/api/base44Client', 'base44', { kind: 'client' }],
    ['../api/base44Client.js', 'default', { kind: 'client' }],
    ['api/base44Client.ts', 'base44', { kind: 'client' }],
    ['@/api/base44Client', '*', null],
    ['@/myapi/base44Client', 'base44', null],
    ['@/entities/Task', 'Task', entity('Task')],
    ['@/entities/Task', 'default', entity('Task')],
    ['~/entities/Task.js', 'Task', entity('Task')],
    ['src/entities/shop.Cart', 'default', entity('shop.Cart')],
    ['@/entities/Task', 'Other', entity('Other')],
    ['@/entities/all', 'Task', entity('Task')],
    ['@/entities/all', 'all', entity('all')],
    ['@/entities/index', 'Task', entity('Task')],
    ['@/entities/Task', '*', null],
    ['../entities/Task', 'Task', null],
    ['@/entities/deep/Task', 'Task', null],
    ['@/api/entities', 'Task', entity('Task')],
    ['./api/entities.jsx', 'Task', entity('Task')],
    ['@/entities', 'Task', entity('Task')],
    ['@/api/entities', 'default', null],
    ['@/entities', '*', null],
    ['@/api/integrations', 'InvokeLLM', sdk('integrations.Core.InvokeLLM')],
    ['@/integrations/Core', 'Core', sdk('integrations.Core')],
    ['@/integrations/Core', '*', null],
    ['@/api/integrations', 'default', null],
    ['@/integrations/Other', 'InvokeLLM', null],
    ['@/functions/send', 'send', sdk('functions.send')],
    ['@/functions/billing/charge.ts', 'default', sdk('functions.billing/charge')],
    ['@/functions/send', '*', sdk('functions.send')],
    ['./functions/send', 'send', null],
    ['@/api/functions', 'send', sdk('functions.send')],
    ['@/api/functions', 'default', null],
    ['@/api/functions', '*', null],
    ['@/api/other', 'send', null],
    ['react', 'default', null],
  ])('%s %s', (from, name, expected) => expect(virtualModule(from, name)).toEqual(expected));
});

test('methods that no version has are methods of an entity, others are not', () => {
  expect(['list', 'filter', 'bulkCreate', 'upsert', 'findOne'].map(isEntityMethod)).toEqual([
    true,
    true,
    true,
    true,
    true,
  ]);
  expect(['map', 'forEach', 'then', 'entities'].map(isEntityMethod)).toEqual([false, false, false, false]);
});

test('User of the old layout is the auth module by these names', () => {
  expect(['me', 'updateMyUserData', 'loginWithRedirect', 'logout'].map(isAuthMember)).toEqual([true, true, true, true]);
  expect(['list', 'filter', 'update'].map(isAuthMember)).toEqual([false, false, false]);
});
