import { describe, expect, test } from 'vitest';
import { BACKEND, callWith } from './testing/view.js';

/** The level of a write with the service role, after statements that may use what is imported from out of sight. */
function levelAfter(before: string, imported = ''): string {
  const code = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
    ${imported}
    Deno.serve(async (req) => {
      const base44 = createClientFromRequest(req);
      const body = await req.json();
      ${before}
      await base44.asServiceRole.entities.Order.update(body.id, { done: true });
      return Response.json({ ok: true });
    });`;
  return callWith('update', code, BACKEND).caller.level;
}

describe('a helper that is out of sight is taken at its name', () => {
  test.each<[string, readonly string[]]>([
    ['role', ['requireAdmin', 'assertOwner', 'checkPermission', 'ensureStaff', 'mustBeManager', 'enforceRole']],
    ['role', ['authorize', 'authoriseCaller', 'validateAccess', 'guardAdminRoute', 'canAccessOrder', 'isOwner']],
    ['secret', ['verifySignature', 'validateWebhook', 'checkCron', 'verifyToken', 'requireApiKey', 'assertHmac']],
    ['signed-in', ['authenticate', 'requireUser', 'ensureLogin', 'checkSession', 'requireSignedIn', 'hasAuth']],
    ['none', ['getAdmin', 'loadUser', 'adminOf', 'sendToken', 'useAuth', 'requireId', 'checkInput']],
    ['none', ['isAdminUrl', 'checkTokenFormat', 'requireAuthConfig', 'isTokenExpired', 'verifyUserExists']],
    ['none', ['requireUserIfPresent', 'checkUserOptional', 'isAuthConfigured', 'isAuthEnabled', 'checkTokenLength']],
  ])('%s: %j', (level, names) => {
    const levels = names.map((name) => levelAfter(`await ${name}(req);`, `import { ${name} } from './auth.ts';`));
    expect(levels).toEqual(names.map(() => level));
  });

  test('but a function of the request or of a library is not', () => {
    expect(levelAfter('body.requireAdmin();')).toBe('none');
    expect(levelAfter('await requireAdmin(req);')).toBe('none');
  });
});

describe('a call that completes', () => {
  test.each([
    ['the user of the SDK', 'await base44.auth.me();', 'signed-in'],
    ['another member of the SDK', 'await base44.auth.isAuthenticated();', 'none'],
    ['the event of a payment service', 'stripe.webhooks.constructEvent(raw, signature, key);', 'secret'],
    ['the same, awaited', 'await stripe.webhooks.constructEventAsync(raw, signature, key);', 'secret'],
    ['an event that is unwrapped', 'client.webhooks.unwrap(raw, { headers });', 'secret'],
    ['an event that is built again', 'client.webhooks.reconstructEvent(raw);', 'none'],
    ['an event that is built', 'client.webhooks.constructEvents(raw);', 'none'],
    ['a verifier made for this call', 'new Webhook(key).verify(raw, headers);', 'secret'],
    ['a verifier that is told only one thing', 'new Webhook(key).verify(raw);', 'none'],
    ['something called verify', 'mail.verify(raw, headers);', 'none'],
    ['something else of a verifier', 'new Webhook(key).parse(raw, headers);', 'none'],
  ])('%s', (_name, before, level) => {
    expect(levelAfter(before)).toBe(level);
  });
});

describe('what was encrypted with a key of the server', () => {
  const imported = `import { decryptState, encryptState } from './crypto.ts';`;
  test.each([
    ['sent by the caller', `await decryptState(body.state, Deno.env.get('KEY'));`, 'secret'],
    ['without a key', `await decryptState(body.state);`, 'none'],
    ['not sent by anybody', `await decryptState('fixed', Deno.env.get('KEY'));`, 'none'],
    ['encrypted, not decrypted', `await encryptState(body.state, Deno.env.get('KEY'));`, 'none'],
  ])('%s', (_name, before, level) => {
    expect(levelAfter(before, imported)).toBe(level);
  });
});

describe('a helper of the file', () => {
  const me = 'const user = await base44.auth.me();';
  const admin = "if (user.role !== 'admin') throw new Error('no');";

  test.each<[string, string, string]>([
    ['what it asks itself', `async function prepare(base44) { ${me} ${admin} }`, 'role'],
    [
      'not what another function asks',
      `async function prepare() {} async function other(base44) { ${me} ${admin} }`,
      'none',
    ],
    [
      'not what only a branch of it asks',
      `async function prepare(base44) { ${me} if (user.role === 'admin') { console.log('admin'); } }`,
      'signed-in',
    ],
    [
      'the strongest of what it asks',
      `async function prepare(base44) { ${me} if (!user) throw new Error('no'); ${admin} }`,
      'role',
    ],
    [
      'what a helper of it asks',
      `async function prepare(base44) { await next(base44); } async function next(base44) { ${me} ${admin} }`,
      'role',
    ],
    [
      'nothing, where two helpers only call each other',
      'function prepare() { next(); } function next() { prepare(); }',
      'none',
    ],
    ['nothing, where it only prints', "function prepare() { console.log('x'); }", 'none'],
  ])('proves %s', (_name, helper, level) => {
    expect(levelAfter('await prepare(base44);', helper)).toBe(level);
  });

  test.each<[string, string, string]>([
    [
      'asks for no more than who it is',
      `async function requireAdmin(base44) { ${me} if (!user) throw new Error('no'); }`,
      'signed-in',
    ],
    ['only asks who it is', 'async function requireAdmin(base44) { await base44.auth.me(); }', 'signed-in'],
    ['asks nothing that we know', 'async function requireAdmin(base44) { await ask(base44); }', 'role'],
  ])('called requireAdmin that %s is believed by its body where it has one', (_name, helper, level) => {
    expect(levelAfter('await requireAdmin(base44);', helper)).toBe(level);
  });

  test('is followed through four more helpers, and no further', () => {
    const chain = (length: number): string =>
      Array.from({ length }, (_, i) => `async function require${i}(base44) { await require${i + 1}(base44); }`).join(
        ' ',
      ) + `async function require${length}(base44) { ${me} ${admin} }`;
    expect(levelAfter('await require0(base44);', chain(3))).toBe('role');
    expect(levelAfter('await require0(base44);', chain(9))).toBe('none');
  });

  test.each([
    ['decryptState', 'secret'],
    ['undecryptable', 'none'],
  ])('%s with a key of the server says who wrote what it reads: %s', (name, level) => {
    const helper = `async function ${name}(text, key) { return text + key; }`;
    expect(levelAfter(`await ${name}(body.state, Deno.env.get('KEY'));`, helper)).toBe(level);
  });

  test('that answers with a comparison is believed', () => {
    const helper = `const authorized = (req) => req.headers.get('x-key') === Deno.env.get('KEY');`;
    expect(levelAfter('if (!authorized(req)) return new Response(null, { status: 401 });', helper)).toBe('secret');
  });

  test('that asks for the role decides by it', () => {
    const helper = `async function tierOf(base44) {
      const user = await base44.auth.me();
      if (user.role !== 'admin') return null;
      return 'gold';
    }`;
    const before = 'const tier = await tierOf(base44); if (!tier) return new Response(null, { status: 403 });';
    expect(levelAfter(before, helper)).toBe('role');
  });

  test.each([
    ['the rights of a member', 'Membership', 'role'],
    ['the rows of an order', 'Order', 'none'],
  ])('that looks up %s is taken at its name only for that', (_name, entity, level) => {
    const helper = `async function checkAccess(base44, id) {
      const rows = await base44.asServiceRole.entities.${entity}.filter({ id });
      if (!rows.length) throw new Error('not found');
    }`;
    expect(levelAfter('await checkAccess(base44, body.id);', helper)).toBe(level);
  });
});

describe('a payment service that says it was paid', () => {
  const asked = `const res = await fetch('https://api.pay.example/v1/' + body.session); const session = await res.json();`;
  test.each([
    ['paid', 'secret'],
    ['COMPLETED', 'secret'],
    ['unpaid', 'none'],
    ['paid_out', 'none'],
  ])('%s', (status, level) => {
    const check = `if (session.status !== '${status}') return new Response(null, { status: 402 });`;
    expect(levelAfter(`${asked} ${check}`)).toBe(level);
  });
});
