import { describe, expect, test } from 'vitest';
import { BACKEND, callWith } from './testing/view.js';

const me = 'const user = await base44.auth.me();';
const row = 'const [row] = await svc.entities.Order.filter({ id: body.id });';
const invite = 'const [row] = await svc.entities.Invite.filter({ token: body.token });';
const own = 'const [row] = await svc.entities.Profile.filter({ user_id: user.id });';

/** What is known of the caller after a question behind which a request is denied. */
const levelBehind = (question: string, before = '', outside = ''): string =>
  callWith(
    'update',
    `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    ${outside}
    Deno.serve(async (req) => {
      const base44 = createClientFromRequest(req);
      const svc = base44.asServiceRole;
      const body = await req.json();
      ${before} if (${question}) return deny(403);
      await svc.entities.Order.update(body.id, { done: true });
      return Response.json({});
    });`,
    BACKEND,
  ).caller.level;

describe('who comes past a question', () => {
  test.each<[string, string, string]>([
    [me, "user.role === 'user'", 'role'],
    [me, "user.role === 'admin'", 'signed-in'],
    [me, "user.role === 'site_owner'", 'signed-in'],
    [me, "user.role !== 'user'", 'role'],
    [me, 'user.id !== body.user_id', 'owner'],
    [me, 'user.id === body.user_id', 'signed-in'],
    [me, "user.email !== 'boss@x.example'", 'role'],
    [me, "'boss@x.example' !== user.email", 'role'],
    [me, 'user.email === null', 'signed-in'],
    [me, '!user', 'signed-in'],
    [me + row, 'row.owner_id !== user.id', 'owner'],
    [me + row, 'row.created_by !== user.email', 'owner'],
    [me + row, 'row.owner_id === user.id', 'signed-in'],
    [me + row, "row.status !== 'open'", 'signed-in'],
    [me + row, '!row.members.includes(user.id)', 'owner'],
    [me + own, '!row', 'signed-in'],
    [me + own, '!row.is_admin', 'role'],
    [me, "!['a@x.example'].includes(user.email)", 'role'],
    [me, "!Deno.env.get('ADMINS').split(',').includes(user.email)", 'role'],
    [row, '!row', 'none'],
    [row, 'body.token !== row.token', 'secret'],
    [row, 'body.name !== row.name', 'none'],
    [row, 'row.tokens.indexOf(body.token) === -1', 'secret'],
    [row, 'row.tokens.findIndex((one) => one.token === body.token) === -1', 'secret'],
    [row, 'row.names.findIndex((one) => one.name === body.name) === -1', 'none'],
    [invite, '!row', 'secret'],
    [invite, 'row', 'none'],
    [invite, 'row === undefined', 'secret'],
    [invite, 'row !== undefined', 'none'],
    ['', "body.role !== 'admin'", 'none'],
    ['', "body.user.role !== 'admin'", 'none'],
    ['', "body.key !== Deno.env.get('KEY')", 'secret'],
    ['', "body.key === Deno.env.get('KEY')", 'none'],
    ['', "!Deno.env.get('KEY')", 'none'],
    ['', "Deno.env.get('MODE') !== 'live'", 'none'],
    ['', "req.headers.get('authorization') !== 'fixed'", 'secret'],
    ['', "req.headers.get('accept') !== 'fixed'", 'none'],
    ['', "!req.headers.get('authorization')", 'none'],
    ['', "body.token !== 'fixed'", 'secret'],
    ['', "body.name !== 'fixed'", 'none'],
    ['', "!Deno.env.get('TOKENS').split(',').includes(req.headers.get('x-token'))", 'secret'],
    ['', "!Deno.env.get('TOKENS').split(',').includes(body.token)", 'secret'],
    ['', "!Deno.env.get('NAMES').split(',').includes(body.name)", 'none'],
    ['', "!(await crypto.subtle.verify('HMAC', key, signature, raw))", 'secret'],
    [me, "!(user.role === 'admin' || body.force)", 'signed-in'],
    [me, "!(user.role === 'admin' || user.id === body.id)", 'owner'],
    [me, "!(user.role === 'admin' && body.force)", 'role'],
  ])('%s if (%s): %s', (before, question, level) => expect(levelBehind(question, before)).toBe(level));

  test.each([
    ['const [row] = await svc.entities.Member.filter({ user_id: user.id, org: body.org });', 'owner'],
    ['const [row] = await svc.entities.Profile.filter({ user_id: user.id, org: body.org });', 'owner'],
    ['const row = user || body.user;', 'signed-in'],
    ['const row = user || null;', 'signed-in'],
    ['const row = on ? user.role : false;', 'role'],
    ['const row = body.key || body.x;', 'signed-in'],
  ])('%s, and it is there: %s', (before, level) => expect(levelBehind('!row', me + before)).toBe(level));
});

describe('a helper that tells by its answer that somebody may not', () => {
  const helper = (asks: string, denies: string) =>
    `const authorize = async (base44) => { ${me} if (${asks}) return ${denies}; return { user, ok: true }; };`;

  test.each<[string, string]>([
    ['auth.error', 'role'],
    ['auth.response', 'role'],
    ['auth.denied', 'role'],
    ['auth.reason', 'role'],
    ['auth instanceof Response', 'role'],
    ['!auth.ok', 'role'],
    ['!auth', 'role'],
    ['auth', 'none'],
  ])('if (%s): %s', (question, level) => {
    expect(
      levelBehind(
        question.replace('auth', '(await authorize(base44))'),
        '',
        helper("user.role !== 'admin'", '{ error: deny(403) }'),
      ),
    ).toBe(level);
    if (level === 'role')
      expect(
        levelBehind(question.replace('auth', '(await authorize(base44))'), '', helper('!user', '{ error: deny(403) }')),
      ).toBe('signed-in');
  });
});
