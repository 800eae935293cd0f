import { expect, test } from 'vitest';
import { callOf } from './testing/view.js';

const client = `import { base44 } from '@/api/base44Client';\n`;
const keyOf = (body: string) => callOf(`${client}export async function run(op, ops, name) { ${body} }`).entity.key;

test.each([
  ['a member of a parameter', 'base44.entities[op.entity].delete(op.id);', { t: 'get', key: 'entity' }],
  ['a parameter', 'base44.entities[name].list();', { t: 'param', index: 2 }],
  ['a handle in a constant', 'const table = base44.entities[name]; await table.list();', { t: 'param', index: 2 }],
  ['the element of a loop', 'for (const one of ops) await base44.entities[one].list();', { t: 'item' }],
])('the computed key of an entity is kept: %s', (_, body, key) => expect(keyOf(body)).toMatchObject(key));

test.each([
  ['a plain name', 'base44.entities.Task.list();'],
  ['a literal in brackets', `base44.entities['shop.Order'].list();`],
])('%s has no computed key', (_, body) => expect(keyOf(body)).toBeUndefined());
