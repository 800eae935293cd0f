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
    .filter(([, holds]) => (Array.isArray(holds) ? holds.length > 0 : holds))
    .map(([name, holds]) => (Array.isArray(holds) ? `${name}=${holds.join()}` : name))
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
      'a row found by what another row holds',
      'const first = await svc.entities.Order.get(body.id); const [row] = await svc.entities.Order.filter({ number: first.next });',
      'row.id',
      'caller row far',
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
  expect(of(update('', '"first"', '{ note: body.note }').data)).toBe('caller direct sent=note');
  expect(of(update('', '"first"', '{ ...body, done: true }').data)).toBe('caller direct sent=*');
  expect(of(update('', '"first"', 'body').data)).toBe('caller direct sent=*');
  expect(of(update('', '"first"', '{ order_id: body.order_id }').data)).toBe('caller direct ids sent=order_id');
  expect(of(update('', '"first"').data)).toBe('');
});

describe('what is written beside what the row held before', () => {
  const row = 'const user = await base44.auth.me(); const row = await svc.entities.Order.get(body.id);';
  test.each([
    ['words of the request', '{ notes: [...row.notes, body.note] }', 'caller row direct sent=notes'],
    ['only what the row holds', '{ notes: row.notes }', 'caller row'],
    ['the mark of the user', '{ liked_by: [...row.liked_by, user.email] }', 'caller user row mark'],
    [
      'a mark with its count and time',
      '{ read_by: [...row.read_by, user.id], read_count: row.read_count + 1, last_read_at: new Date().toISOString() }',
      'caller user row mark',
    ],
    ['a seat', '{ members: [...row.members, user.email] }', 'caller user row'],
    ['a mark beside a state', '{ liked_by: [...row.liked_by, user.email], state: "done" }', 'caller user row'],
  ])('%s', (_, data, expected) => expect(of(update(row, 'body.id', data).data)).toBe(expected));
});

describe('what checks leave of the choice of the row', () => {
  test.each([
    ['one value', 'if (body.shop_email !== "a@example.org") return new Response("");', 'body.shop_email', ''],
    [
      'one of a list, however it is written',
      'if (!["a", "b"].includes(body.shop_email.trim().toLowerCase())) return new Response("");',
      'body.shop_email',
      '',
    ],
    [
      'one value of the environment',
      'if (body.owner_email !== Deno.env.get("OWNER")) return new Response("");',
      'body.owner_email',
      '',
    ],
    ['another value', 'if (body.shop_email !== "a@example.org") return new Response("");', 'body.id', 'caller direct'],
    [
      'rows in a state',
      'const row = await svc.entities.Order.get(body.id); if (row.status !== "open") return new Response("");',
      'body.id',
      'caller direct ofState',
    ],
    [
      'another row in a state',
      'const row = await svc.entities.Order.get(body.other); if (row.status !== "open") return new Response("");',
      'body.id',
      'caller direct',
    ],
    ['rows that the rules have shown', 'await base44.entities.Order.get(body.id);', 'body.id', 'caller visible direct'],
    ['rows that nobody has seen', 'await svc.entities.Order.get(body.id);', 'body.id', 'caller direct'],
  ])('%s', (_, statements, id, expected) => expect(of(update(statements, id).target)).toBe(expected));
});
