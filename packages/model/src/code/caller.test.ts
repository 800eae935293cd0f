import { describe, expect, test } from 'vitest';
import { BACKEND, callWith, FRONTEND, viewOf } from './testing/view.js';

const imports = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';\n`;
const write = `await svc.entities.Order.update(id, { done: true });`;

/** A request handler that may run statements before it writes with the service role. */
const handler = (before: string, after = '', outside = ''): string =>
  `${imports}${outside}\nDeno.serve(async (req) => {
    const base44 = createClientFromRequest(req);
    const svc = base44.asServiceRole;
    const { id, token } = await req.json();
    ${before}
    ${write}
    ${after}
    return Response.json({ ok: true });
  });`;

const levelIn = (code: string): string => callWith('update', code, BACKEND).caller.level;

type Row = readonly [name: string, before: string, outside?: string];

function check(level: string, rows: readonly Row[]): void {
  test.each(rows.map(([name, before, outside]) => ({ name, before, outside })))('$name', ({ before, outside }) => {
    expect(levelIn(handler(before, '', outside))).toBe(level);
  });
}

const me = `const user = await base44.auth.me();`;

describe('nobody asks who the caller is', () => {
  check('none', [
    ['no check', ''],
    ['a check of the input only', `if (!id) return Response.json({}, { status: 400 });`],
    ['a check of the method', `if (req.method !== 'POST') return new Response('', { status: 405 });`],
    ['an error that is swallowed, result not checked', `const user = await base44.auth.me().catch(() => null);`],
    ['an empty catch, result not checked', `let user; try { user = await base44.auth.me(); } catch {}`],
    ['only inside a branch', `if (token) { const user = await base44.auth.me(); if (!user) return deny(); }`],
    [
      'the check only logs',
      `const user = await base44.auth.me().catch(() => null); if (!user) console.log('anonymous');`,
    ],
    ['a key that is configured, never compared', `const key = Deno.env.get('API_KEY'); if (!key) return deny();`],
    ['a header that was sent, never compared', `const key = req.headers.get('x-api-key'); if (!key) return deny();`],
    ['a role that the caller claims', `const { role } = await req.json(); if (role !== 'admin') return deny();`],
    [
      'signed in or anything',
      `const user = await base44.auth.me().catch(() => null); if (!user && !id) return deny();`,
    ],
  ]);
});

describe('the caller is signed in, nothing more', () => {
  check('signed-in', [
    ['me() throws', me],
    ['me() that nobody reads', `await base44.auth.me();`],
    ['result checked', `${me} if (!user) return Response.json({ error: 'no' }, { status: 401 });`],
    ['swallowed, then checked', `const user = await base44.auth.me().catch(() => null); if (!user) return deny(401);`],
    [
      'swallowed by an empty catch, then checked',
      `let user = null; try { user = await base44.auth.me(); } catch {} if (!user) return deny(401);`,
    ],
    ['caught and left', `let user; try { user = await base44.auth.me(); } catch { return deny(401); }`],
    ['id of the user checked', `${me} if (!user?.id) return deny(401);`],
    [
      'e-mail of the user checked',
      `const user = await base44.auth.me().catch(() => null); if (!user?.email) throw new Error('no');`,
    ],
    [
      'compared with null',
      `const user = await base44.auth.me().catch(() => null); if (user === null) return deny(401);`,
    ],
    ['isAuthenticated', `if (!(await base44.auth.isAuthenticated())) return deny(401);`],
    ['signed in and input', `const user = await base44.auth.me().catch(() => null); if (!user || !id) return deny();`],
  ]);
});

describe('the caller’s role is checked', () => {
  check('role', [
    ['!==', `${me} if (user.role !== 'admin') return deny(403);`],
    ['!== with optional chaining', `${me} if (user?.role !== 'admin') return deny(403);`],
    ['!=', `${me} if (user.role != 'admin') return deny(403);`],
    ['swapped sides', `${me} if ('admin' !== user.role) return deny(403);`],
    ['destructured', `const { role } = await base44.auth.me(); if (role !== 'admin') return deny(403);`],
    ['with the missing user', `${me} if (!user || user.role !== 'admin') return deny(403);`],
    ['two roles', `${me} if (user.role !== 'admin' && user.role !== 'owner') return deny(403);`],
    ['ROLES.has', `${me} if (!ROLES.has(user.role)) return deny(403);`, `const ROLES = new Set(['admin', 'owner']);`],
    ['includes on a literal', `${me} if (!['admin', 'owner'].includes(user.role)) return deny(403);`],
    ['includes on a constant', `${me} if (!ROLES.includes(user?.role)) return deny(403);`, `const ROLES = ['admin'];`],
    ['isAdmin constant', `${me} const isAdmin = user?.role === 'admin'; if (!isAdmin) return deny(403);`],
    [
      'two constants',
      `${me} const isAdmin = user.role === 'admin'; const allowed = isAdmin || user.role === 'owner'; if (!allowed) return deny(403);`,
    ],
    ['flag of the user', `${me} if (!user.is_admin) return deny(403);`],
    ['custom role', `${me} if (user.app_role !== 'manager') return deny(403);`],
    [
      'role of a profile',
      `${me} const [profile] = await svc.entities.Profile.filter({ email: user.email }); if (profile?.custom_role !== 'admin') return deny(403);`,
    ],
    [
      'list of e-mail addresses',
      `${me} if (!ADMINS.includes(user.email)) return deny(403);`,
      `const ADMINS = ['a@example.com'];`,
    ],
    ['thrown', `${me} if (user.role !== 'admin') throw new Error('Forbidden');`],
    [
      'helper in the file',
      `await requireAdmin(base44);`,
      `async function requireAdmin(client) { const user = await client.auth.me(); if (user?.role !== 'admin') throw new Error('Forbidden'); return user; }`,
    ],
    [
      'helper in the file that says yes or no',
      `if (!(await isAdmin(base44))) return deny(403);`,
      `async function isAdmin(client) { const user = await client.auth.me(); return user?.role === 'admin'; }`,
    ],
    ['helper in an import', `await requireAdmin(base44);`, `import { requireAdmin } from '../../shared/guards.ts';`],
  ]);

  test('inside a branch', () => {
    const code = `${imports}Deno.serve(async (req) => { const base44 = createClientFromRequest(req); const svc = base44.asServiceRole; ${me}
      if (user.role === 'admin') { ${write} } return new Response(''); });`;
    expect(levelIn(code)).toBe('role');
  });

  test('behind &&', () => {
    const code = `${imports}Deno.serve(async (req) => { const base44 = createClientFromRequest(req); const svc = base44.asServiceRole; ${me}
      user.role === 'admin' && (${write.slice(0, -1)}); return new Response(''); });`;
    expect(levelIn(code)).toBe('role');
  });

  test('the other branch is not the admin’s', () => {
    const code = `${imports}Deno.serve(async (req) => { const base44 = createClientFromRequest(req); const svc = base44.asServiceRole; ${me}
      if (user.role === 'admin') { return new Response(''); } ${write} return new Response(''); });`;
    expect(levelIn(code)).toBe('signed-in');
  });

  test('an admin or everybody else: || in the condition that leads in', () => {
    const code = `${imports}Deno.serve(async (req) => { const base44 = createClientFromRequest(req); const svc = base44.asServiceRole; const { id } = await req.json(); ${me}
      if (user.role === 'admin' || id) { ${write} } return new Response(''); });`;
    expect(levelIn(code)).toBe('signed-in');
  });
});

describe('the caller is compared with the row', () => {
  check('owner', [
    [
      'owner id of the row',
      `${me} const order = await svc.entities.Order.get(id); if (order.owner_id !== user.id) return deny(403);`,
    ],
    [
      'created_by of the row',
      `${me} const order = await base44.entities.Order.get(id); if (order.created_by !== user.email) throw new Error('no');`,
    ],
    [
      'tenant of the row',
      `${me} const order = await svc.entities.Order.get(id); if (!order || order.org_id !== user.org_id) return deny(404);`,
    ],
  ]);
});

describe('a shared secret, signature or token is checked', () => {
  check('secret', [
    [
      'header against the environment',
      `if (req.headers.get('x-api-key') !== Deno.env.get('API_KEY')) return deny(401);`,
    ],
    [
      'bearer against the environment',
      `const auth = req.headers.get('authorization'); if (auth !== \`Bearer \${Deno.env.get('CRON_SECRET')}\`) return deny(401);`,
    ],
    [
      'constant from the environment',
      `if (req.headers.get('x-cron-secret') !== SECRET) return deny(401);`,
      `const SECRET = Deno.env.get('CRON_SECRET');`,
    ],
    [
      'with the missing secret',
      `const secret = Deno.env.get('CRON_SECRET'); if (!secret || req.headers.get('x-cron-secret') !== secret) return deny(401);`,
    ],
    ['token of the body against the environment', `if (token !== Deno.env.get('HOOK_TOKEN')) return deny(401);`],
    [
      'Stripe signature',
      `const event = await stripe.webhooks.constructEventAsync(body, req.headers.get('stripe-signature'), Deno.env.get('STRIPE_WEBHOOK_SECRET'));`,
      `import Stripe from 'npm:stripe'; const stripe = new Stripe(Deno.env.get('K'));`,
    ],
    [
      'token looked up in an entity',
      `const [invite] = await svc.entities.Invite.filter({ token }); if (!invite) return deny(403);`,
    ],
  ]);
});

describe('the order of check and write', () => {
  test('a check after the write comes too late', () => {
    expect(levelIn(handler('', `${me} if (user.role !== 'admin') return deny(403);`))).toBe('none');
  });

  test('a check in the other branch does not count', () => {
    expect(
      levelIn(
        handler(
          `if (id === 'x') { const user = await base44.auth.me(); if (user.role !== 'admin') return deny(403); }`,
        ),
      ),
    ).toBe('none');
  });

  test('a check inside a function that is never called does not count', () => {
    expect(
      levelIn(
        handler(
          `const check = async () => { const user = await base44.auth.me(); if (user.role !== 'admin') throw new Error(); };`,
        ),
      ),
    ).toBe('none');
  });

  test('a check inside a callback does not count', () => {
    expect(levelIn(handler(`items.forEach(async () => { await base44.auth.me(); });`))).toBe('none');
  });
});

describe('a helper that writes', () => {
  const helper = `async function close(svc, id) { ${write} }`;
  const serve = (body: string) =>
    `${imports}${helper}\nDeno.serve(async (req) => { const base44 = createClientFromRequest(req); const { id, mode } = await req.json(); ${body} return new Response(''); });`;

  test.each([
    [
      'called by a guarded handler',
      `${me} if (user.role !== 'admin') return deny(403); await close(base44.asServiceRole, id);`,
      'role',
    ],
    ['called by an open handler', `await close(base44.asServiceRole, id);`, 'none'],
    [
      'called in a guarded and in an open branch',
      `if (mode) { const user = await base44.auth.me(); await close(base44.asServiceRole, id); } else { await close(base44.asServiceRole, id); }`,
      'none',
    ],
    [
      'called twice behind different checks',
      `${me} if (user.role === 'admin') { await close(base44.asServiceRole, id); } await close(base44.asServiceRole, id);`,
      'signed-in',
    ],
  ])('%s', (_name, body, level) => {
    expect(levelIn(serve(body))).toBe(level);
  });

  test('the helper checks for itself', () => {
    const code = `${imports}async function close(svc, user, id) { if (user.role !== 'admin') throw new Error(); ${write} }
      Deno.serve(async (req) => { const base44 = createClientFromRequest(req); const user = await base44.auth.me(); await close(base44.asServiceRole, user, 1); return new Response(''); });`;
    expect(levelIn(code)).toBe('role');
  });

  test('without a caller in sight nothing is known', () => {
    expect(levelIn(`export ${helper}`)).toBe('unknown');
  });
});

describe('a check in the browser says for whom the code was written', () => {
  const inPage = (check: string) =>
    callWith(
      'list',
      `import { base44 } from '@/api/base44Client';
      export default function Page() { const { user } = useAuth(); ${check} return base44.entities.Order.list(); }`,
      FRONTEND,
    ).caller;

  test.each([
    ['of the role', `if (user?.role !== 'admin') return null;`, 'role'],
    ['of a flag', `if (!user?.is_admin) return null;`, 'role'],
    ['of a list', `if (!['admin', 'owner'].includes(user.role)) return null;`, 'role'],
    ['of being signed in, which every user is', `if (!user) return null;`, 'unknown'],
    ['of nothing', '', 'unknown'],
  ])('%s', (_name, statement, level) => {
    expect(inPage(statement).level).toBe(level);
  });

  test('with its place, and with none where nothing is said', () => {
    expect(inPage(`if (user?.role !== 'admin') return null;`).places).toHaveLength(1);
    expect(inPage(`if (!user) return null;`).places).toEqual([]);
  });
});

describe('where nothing is asked', () => {
  test('browser code', () => {
    expect(
      callWith('update', `import { base44 } from '@/api/base44Client'; base44.entities.Order.update(1, {});`, FRONTEND)
        .caller.level,
    ).toBe('unknown');
  });

  test('calls of the SDK have a caller as well', () => {
    const [, invoke] = viewOf(
      `${imports}Deno.serve(async (req) => { const b = createClientFromRequest(req); ${me.replace('base44', 'b')} if (user.role !== 'admin') return deny(); await b.functions.invoke('x'); return new Response(''); });`,
      BACKEND,
    ).sdkCalls;
    expect([invoke?.member, invoke?.caller.level]).toEqual(['functions.invoke', 'role']);
  });

  test('the place of the check is told', () => {
    const code = handler(`${me} if (user.role !== 'admin') return deny(403);`);
    const [place] = callWith('update', code, BACKEND).caller.places;
    expect(code.slice(place?.start, place?.end)).toBe(`if (user.role !== 'admin') return deny(403);`);
  });
});
