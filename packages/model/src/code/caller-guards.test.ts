import { describe, expect, test } from 'vitest';
import { BACKEND, callWith } from './testing/view.js';

/** The level at the service-role update of a handler that runs statements before it. */
const levelAfter = (before: string, outside = ''): string =>
  callWith(
    'update',
    `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    ${outside}
    Deno.serve(async (req) => {
      const base44 = createClientFromRequest(req);
      const svc = base44.asServiceRole;
      const body = await req.json();
      ${before}
      await svc.entities.Order.update(body.id, { done: true });
      return Response.json({ ok: true });
    });`,
    BACKEND,
  ).caller.level;

type Row = readonly [name: string, before: string, outside?: string];
const check = (level: string, rows: readonly Row[]): void => {
  test.each(rows.map(([name, before, outside]) => ({ name, before, outside })))('$name', ({ before, outside }) => {
    expect(levelAfter(before, outside)).toBe(level);
  });
};
const me = 'const user = await base44.auth.me();';
const maybe = 'const user = await base44.auth.me().catch(() => null);';
const KEY = `const KEY = Deno.env.get('CRON_SECRET');`;

describe('a comparison that can never be true, or that an absent value skips, is no check', () => {
  check('none', [
    ['the body may leave the key out', `if (body.key && body.key !== KEY) return deny(401);`, KEY],
    [
      'the signature may be left out',
      `const sig = req.headers.get('x-signature'); if (sig && !(await verifySignature(sig))) return deny(401);`,
      `import { verifySignature } from 'npm:hooks';`,
    ],
    ['only who is signed in is asked for a role', `${maybe} if (user && user.role !== 'admin') return deny(403);`],
    ['inside the branch of who is signed in', `${maybe} if (user) { if (user.role !== 'admin') return deny(403); }`],
    [
      'a check of one action only',
      `if (body.action === 'wipe') { const user = await base44.auth.me(); if (user.role !== 'admin') return deny(403); }`,
    ],
  ]);
  check('signed-in', [
    ['not of the role compared to a name', `${me} if (!user.role === 'admin') return deny(403);`],
    ['the same with optional chaining', `${me} if (!user?.role == 'admin') return deny(403);`],
    [
      'a profile that every user has',
      `${me} const [profile] = await svc.entities.Profile.filter({ user_id: user.id }); if (!profile) return deny(404);`,
    ],
    ['a tenant that every user has', `${me} if (!user.company_id) return deny(403);`],
  ]);
});

describe('a comparison that the server can be set up without', () => {
  check('secret', [
    ['a key', `if (KEY && req.headers.get('x-key') !== KEY) return deny(401);`, KEY],
    [
      'a key with a fallback',
      `const key = Deno.env.get('CRON_SECRET') || ''; if (key && body.key !== key) return deny(401);`,
    ],
    ['a key of the process', `if (process.env.API_TOKEN && body.token !== process.env.API_TOKEN) return deny(401);`],
  ]);
  check('none', [
    ['a mode', `const mode = Deno.env.get('MODE'); if (mode && body.key !== KEY) return deny(401);`, KEY],
    [
      'a key, where the caller may leave the signature out',
      `if (KEY && body.sig) { if (body.sig !== KEY) return deny(401); }`,
      KEY,
    ],
    ['a key that must be there', `if (!KEY) return deny(500);`, KEY],
  ]);
});

describe('names that only speak of a secret', () => {
  check('none', [
    [
      'the id of a signature',
      `const rows = await svc.entities.Recipient.filter({ signature_id: body.id }); if (!rows.length) return deny(404);`,
    ],
    [
      'a row found by another header',
      `const rows = await svc.entities.Client.filter({ agent: req.headers.get('user-agent') }); if (rows.length === 0) return deny(403);`,
    ],
    [
      'a state',
      `const [row] = await svc.entities.Deal.filter({ id: body.id }); if (row.blocked_by_signature !== body.blocked) return deny(404);`,
    ],
    [
      'a member found by a key',
      `const [row] = await svc.entities.Deal.filter({ number: body.number }); for (const one of FIELDS) if (!row[one.key]) return deny(404);`,
      `const FIELDS = [{ key: 'a' }];`,
    ],
    [
      'codes that must differ',
      `const [row] = await svc.entities.Deal.filter({ number: body.number }); if (row.agent_code === body.agent_code) return deny(404);`,
    ],
  ]);
  check('secret', [
    [
      'a row found by the key in a header, whatever its field is called',
      `const rows = await svc.entities.Client.filter({ public_id: req.headers.get('x-api-key') }); if (rows.length === 0) return deny(403);`,
    ],
    [
      'the signature itself',
      `const rows = await svc.entities.Recipient.filter({ signature: body.signature }); if (!rows.length) return deny(404);`,
    ],
    [
      'the place of a code in a list',
      `const [row] = await svc.entities.Deal.filter({ number: body.number }); const at = row.signers.findIndex((one) => one.token === body.token); if (at === -1) return deny(401);`,
    ],
  ]);
});

describe('a check that leaves from inside a block', () => {
  check('role', [
    [
      'out of a try whose catch leaves',
      `try { const user = await base44.auth.me(); if (user.role !== 'admin') return deny(403); } catch { return deny(401); }`,
    ],
    [
      'out of both branches',
      `if (body.a) { ${me} if (user.role !== 'admin') return deny(403); } else { await requireAdmin(base44); }`,
      `import { requireAdmin } from '../../shared/guards.ts';`,
    ],
    [
      'a key or an admin',
      `if (req.headers.get('x-key') !== KEY) { ${me} if (user.role !== 'admin') return deny(403); }`,
      KEY,
    ],
    [
      'a key or a helper',
      `if (req.headers.get('x-key') !== KEY) await requireAdmin(base44);`,
      `${KEY} import { requireAdmin } from '../../shared/guards.ts';`,
    ],
    [
      'a key, else an admin',
      `if (req.headers.get('x-key') === KEY) { console.log('job'); } else { ${me} if (user.role !== 'admin') return deny(403); }`,
      KEY,
    ],
  ]);
  check('none', [
    [
      'out of a try whose catch goes on',
      `try { const user = await base44.auth.me(); if (user.role !== 'admin') return deny(403); } catch (error) { console.log(error); }`,
    ],
    ['out of a loop', `for (const one of body.rows) { if (one.role !== 'admin') break; }`],
  ]);
});

describe('a flag that the branches set', () => {
  check('role', [
    [
      'by one branch',
      `let allowed = false; ${me} if (user.role === 'admin') { allowed = true; } if (!allowed) return deny(403);`,
    ],
    [
      'by a key or a role',
      `let allowed = false; if (req.headers.get('x-key') === KEY) allowed = true; else { const user = await base44.auth.me(); allowed = user.role === 'admin'; } if (!allowed) return deny(403);`,
      KEY,
    ],
    [
      'that the conditions ask for',
      `${me} let allowed = ROLES.includes(user.role); if (!allowed && user.role === 'staff') { if (body.a) { allowed = true; } if (!allowed) allowed = body.rows.includes(body.b); } if (!allowed) return deny(403);`,
      `const ROLES = ['admin'];`,
    ],
    [
      'in a try',
      `let isAdmin = false; try { const user = await base44.auth.me(); if (user?.role === 'admin') isAdmin = true; } catch {} if (!isAdmin) return deny(403);`,
    ],
  ]);
  check('none', [
    [
      'by itself',
      `let allowed = false; if (allowed) allowed = true; if (!allowed) allowed = true; if (!allowed) return deny(403);`,
    ],
    [
      'also by anything',
      `let allowed = false; ${maybe} if (user?.role === 'admin') allowed = true; if (body.force) allowed = true; if (!allowed) return deny(403);`,
    ],
  ]);
});

describe('what is looked up', () => {
  check('secret', [
    [
      'a token found in a list',
      `const links = await svc.entities.Link.list(); const link = links.find((one) => one.token === body.token); if (!link) return deny(404);`,
    ],
    [
      'the hash of a key',
      `const [key] = await svc.entities.ApiKey.filter({ key_hash: await hash(body.key) }); if (!key) return deny(401);`,
    ],
    [
      'a token of an entity with one row for each user',
      `const [profile] = await svc.entities.Profile.filter({ reset_token: body.token }); if (!profile) return deny(404);`,
    ],
  ]);
  check('owner', [
    [
      'the membership in what the caller names',
      `${me} const [membership] = await svc.entities.Membership.filter({ user_id: user.id, team_id: body.team_id }); if (!membership) return deny(403);`,
    ],
    [
      'the user in a list',
      `${me} const rows = await svc.entities.Seat.filter({ team_id: body.team_id }); if (!rows.some((row) => row.user_id === user.id)) return deny(403);`,
    ],
  ]);
  check('role', [
    [
      'rights looked up by a helper that is called for them',
      `${me} if (!(await checkPermission(svc, user))) return deny(403);`,
      `async function checkPermission(svc, user) { const rows = await svc.entities.UserRole.filter({ user_id: user.id }); for (const row of rows) { if (row.name === 'x') return true; } return false; }`,
    ],
    ['a kind of user', `${me} if (user.user_type !== 'staff') return deny(403);`],
  ]);
  check('none', [
    [
      'a number of a product, which is no secret',
      `const rows = await svc.entities.Stock.filter({ sku_code: body.sku }); if (!rows.length) return deny(404);`,
    ],
    [
      'a code that is printed everywhere',
      `const [coupon] = await svc.entities.Coupon.filter({ code: body.code }); if (!coupon) return deny(404);`,
    ],
    [
      'a helper that looks at an address',
      `if (!isAllowedWebhookUrl(body.url)) return deny(400);`,
      `import { isAllowedWebhookUrl } from '../../shared/urls.ts';`,
    ],
    [
      'one of two values, the other free',
      `const found = body.known ? (await svc.entities.Link.filter({ token: body.token }))[0] : body.other; if (!found) return deny(404);`,
    ],
  ]);
});

describe('a helper that answers with a comparison', () => {
  check('secret', [
    [
      'of a header',
      `if (!authorized(req)) return deny(401);`,
      `function authorized(req) { const secret = Deno.env.get('KEY'); return Boolean(secret) && req.headers.get('authorization') === \`Bearer \${secret}\`; }`,
    ],
    [
      'of a key of the row',
      `const row = await svc.entities.Session.get(body.id); if (row.public_session_key !== body.session_key) return deny(401);`,
    ],
  ]);
});

test('a call in a catch is not judged where another way is known', () => {
  const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    const note = (svc, id) => svc.entities.Order.update(id, {});
    Deno.serve(async (req) => {
      const base44 = createClientFromRequest(req);
      try {
        const user = await base44.auth.me();
        if (user.role !== 'admin') return new Response('');
        await note(base44.asServiceRole, 1);
      } catch { await note(base44.asServiceRole, 2); }
      return new Response('');
    });`;
  expect(callWith('update', code, BACKEND).caller.level).toBe('role');
});

describe('a handler inside a wrapper of the app', () => {
  test('may be checked there', () => {
    const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31'; import { withAuth } from '../../shared/http.ts';
      Deno.serve(withAuth(async (req) => { await createClientFromRequest(req).asServiceRole.entities.Order.update(1, {}); return new Response(''); }));`;
    expect(callWith('update', code, BACKEND).caller.level).toBe('unknown');
  });
});

describe('checks between a read and its answer', () => {
  const answerer = (after: string) =>
    callWith(
      'get',
      `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
      Deno.serve(async (req) => {
        const base44 = createClientFromRequest(req);
        const { id } = await req.json();
        const user = await base44.auth.me();
        const order = await base44.asServiceRole.entities.Order.get(id);
        ${after}
        return Response.json(order);
      });`,
      BACKEND,
    );

  test.each([
    ['of the owner', `if (order.owner_id !== user.id) return deny(403);`, 'owner'],
    ['of nothing', `if (!order) return deny(404);`, 'signed-in'],
  ])('%s', (_, after, level) => {
    const call = answerer(after);
    expect([call.caller.level, call.answerer.level]).toEqual(['signed-in', level]);
  });
});
