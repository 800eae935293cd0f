import { describe, expect, it } from 'vitest';
import { backend, sdk } from '../testing/exit-input.js';
import { summaryFor } from '../testing/summary.js';
import { operationOf } from './entity-uses.js';

const files = {
  'package.json': '{ "dependencies": { "@base44/sdk": "0.8.31" } }',
  'base44/config.jsonc': '{ "name": "x" }',
  'base44/entities/Deal.jsonc': JSON.stringify({
    name: 'Deal',
    type: 'object',
    properties: { organization_id: { type: 'string' }, email: { type: 'string' }, api_key: { type: 'string' } },
    rls: {
      read: { 'data.organization_id': '{{user.data.organization_id}}' },
      delete: { user_condition: { role: 'admin' } },
    },
  }),
  'src/pages/Deals.jsx': `${sdk}export default function Deals() {
  base44.entities.Deal.list();
  base44.entities.Deal.filter({ a: 1 });
  base44.entities.Deal.bulkCreate([]);
  return null;
}
`,
  'src/lib/any.js': `${sdk}export const all = (name) => base44.entities[name].list();\n`,
  'base44/functions/one/entry.ts': backend(
    'await base44.asServiceRole.entities.Deal.deleteMany({}); await base44.entities.Ghost.get("1");',
  ),
  'src/lib/deals.test.js': `${sdk}base44.entities.Deal.list();\n`,
};

describe('uses of entities', () => {
  it('groups calls by operation, zone and role, with their places', async () => {
    const { entityUses } = await summaryFor(files);
    expect(
      entityUses.map(({ entity, operation, methods, zone, role, calls, sure }) => [
        entity,
        operation,
        methods.join(),
        zone,
        role,
        calls,
        sure,
      ]),
    ).toEqual([
      ['Deal', 'create', 'bulkCreate', 'frontend', 'user', 1, true],
      ['Deal', 'read', 'filter,list', 'frontend', 'user', 2, true],
      ['Deal', 'delete', 'deleteMany', 'function', 'service', 1, true],
      ['Ghost', 'read', 'get', 'function', 'user', 1, true],
      [null, 'read', 'list', 'frontend', 'user', 1, false],
    ]);
    expect(entityUses[1]!.places.map(({ file, start }) => `${file}:${start.line}`)).toEqual([
      'src/pages/Deals.jsx:3',
      'src/pages/Deals.jsx:4',
    ]);
  });

  it('tells of each entity which rule decides, where it stands, its tenant key and what it holds', async () => {
    const {
      entities: [deal],
    } = await summaryFor(files);
    expect(deal).toMatchObject({
      holds: { personal: ['email'], secret: ['api_key'] },
      access: {
        read: { kind: 'tenant', location: { file: 'base44/entities/Deal.jsonc' } },
        delete: { kind: 'role', roles: ['admin'] },
        create: { kind: 'open', location: { file: 'base44/entities/Deal.jsonc' } },
      },
    });
    expect(deal!.openFields).toBe(false);
  });

  it.each([
    ['subscribe', 'read'],
    ['upsert', 'update'],
    ['importEntities', 'create'],
    ['constructor', 'read'],
  ])('%s is a %s', (method, operation) => {
    expect(operationOf(method)).toBe(operation);
  });
});
