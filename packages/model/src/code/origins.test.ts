import { describe, expect, test } from 'vitest';
import { BACKEND, callWith } from './testing/view.js';

const update = (statements: string, id: string, data = '{ done: true }') =>
  callWith(
    'update',
    `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    Deno.serve(async (req) => {
      const base44 = createClientFromRequest(req);
      const svc = base44.asServiceRole;
      const body = await req.json();
      ${statements}
      await svc.entities.Order.update(${id}, ${data});
      return new Response('');
    });`,
    BACKEND,
  );
const of = (origins: object): string =>
  Object.entries(origins)
    .filter(([, holds]) => holds)
    .map(([name]) => name)
    .join(' ');

describe('who decides which row is written', () => {
  test.each([
    ['the request', '', 'body.id', 'caller direct'],
    ['the event of an automation', '', 'body.data.id', 'caller direct event'],
    ['the user', 'const user = await base44.auth.me();', 'user.id', 'user'],
    [
      'a row found by the request',
      'const [row] = await svc.entities.Order.filter({ number: body.number });',
      'row.id',
      'caller row',
    ],
    [
      'a row found by the user',
      'const user = await base44.auth.me(); const [row] = await svc.entities.Order.filter({ user_id: user.id });',
      'row.id',
      'user row',
    ],
    [
      'a row that the user may see',
      'const row = await base44.entities.Order.get(body.id);',
      'row.id',
      'caller row visible',
    ],
    [
      'a row that was just made',
      'const row = await svc.entities.Order.create({ number: body.number });',
      'row.id',
      'row',
    ],
    [
      'the user, else the request',
      'const user = await base44.auth.me().catch(() => null); let who = user?.id; if (!who) who = body.user_id;',
      'who',
      'caller user direct free',
    ],
    ['code', '', '"first"', ''],
  ])('%s', (_, statements, id, expected) => expect(of(update(statements, id).target)).toBe(expected));
});

test('who decides what is written', () => {
  expect(of(update('', '"first"', '{ note: body.note }').data)).toBe('caller direct');
  expect(of(update('', '"first"').data)).toBe('');
});
