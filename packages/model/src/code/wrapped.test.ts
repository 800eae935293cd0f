import { describe, expect, test } from 'vitest';
import { BACKEND, viewOf } from './testing/view.js';

const imports = `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';`;
const body = `const { id } = await req.json();
  await createClientFromRequest(req).asServiceRole.entities.Order.update(id, { done: true }); return new Response('ok');`;
const served = (outside: string, call: string): string => `${imports} ${outside} Deno.serve(${call});`;

/** What is known of the caller at the update, and who decides which row it reaches. */
function judged(code: string): string {
  const [call] = viewOf(code, BACKEND).entityCalls.filter(({ method }) => method === 'update');
  if (!call) throw new Error(`no update in: ${code}`);
  const { caller, target, execution } = call;
  const who = [target.caller ? 'caller' : '', target.user ? 'user' : ''].join('');
  return `${caller.level} ${who} ${execution.triggers.map(({ kind }) => kind).join(',')}`;
}

const cors = `const withCors = (handler) => async (req) => { if (req.method === 'OPTIONS') return new Response(null); return handler(req); };`;
const wrapper = (check: string, given = 'req'): string =>
  `function wrap(handler) { return async (req) => { const base44 = createClientFromRequest(req); const user = await base44.auth.me(); ${check} return handler(${given}); }; }`;
const deny = `return new Response(null, { status: 403 });`;

describe('a handler of requests that a wrapper makes', () => {
  test.each([
    ['of the file, which asks nothing', cors, `withCors(async (req) => { ${body} })`, 'none caller serve'],
    [
      'of the file, which asks for a role',
      wrapper(`if (user.role !== 'admin') ${deny}`),
      `wrap(async (req) => { ${body} })`,
      'role caller serve',
    ],
    [
      'of the file, which asks for a user',
      wrapper(`if (!user) ${deny}`),
      `wrap(async (req) => { ${body} })`,
      'signed-in caller serve',
    ],
    [
      'of the file, which asks after it has run the handler',
      `function wrap(handler) { return async (req) => { const answer = await handler(req); const user = await createClientFromRequest(req).auth.me(); if (user.role !== 'admin') ${deny} return answer; }; }`,
      `wrap(async (req) => { ${body} })`,
      'none caller serve',
    ],
    [
      'of the file, which runs it for some without a check',
      `function wrap(handler) { return async (req) => { if (req.method === 'GET') return handler(req); const user = await createClientFromRequest(req).auth.me(); if (user.role !== 'admin') ${deny} return handler(req); }; }`,
      `wrap(async (req) => { ${body} })`,
      'none caller serve',
    ],
    [
      'of the file, around a function by its name',
      `${cors} async function close(req) { ${body} }`,
      'withCors(close)',
      'none caller serve',
    ],
    ['of the file, beside options', cors, `{ port: 8000 }, withCors(async (req) => { ${body} })`, 'none caller serve'],
    [
      'out of sight, of a name that lets everyone in',
      `import { withCors } from '../../shared/http.ts';`,
      `withCors(async (req) => { ${body} })`,
      'none caller serve',
    ],
    [
      'out of sight, of a name that may ask',
      `import { withUser } from '../../shared/http.ts';`,
      `withUser(async (req) => { ${body} })`,
      'unknown caller serve',
    ],
    [
      'out of sight, with a check of its own',
      `import { withUser } from '../../shared/http.ts';`,
      `withUser(async (req) => { const user = await createClientFromRequest(req).auth.me(); if (user.role !== 'admin') ${deny} ${body} })`,
      'role caller serve',
    ],
  ])('%s', (_, outside, call, expected) => expect(judged(served(outside, call))).toBe(expected));

  test('hands on the user that it has asked for', () => {
    const own = `async (req, { base44, user }) => { await base44.asServiceRole.entities.Order.update(user.id, { done: true }); return new Response('ok'); }`;
    const outside = wrapper(`if (!user) ${deny}`, 'req, { base44, user }');
    expect(judged(served(outside, `wrap(${own})`))).toBe('signed-in user serve');
  });
});

test('a function that is handed to something else answers no requests', () => {
  const code = `${imports} ${cors} const handler = withCors(async (req) => { ${body} }); router.get('/close', handler);`;
  expect(judged(code)).toBe('unknown  top');
});
