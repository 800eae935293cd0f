import { emptyApp, type App, type EntityCall } from '@base44-lint/model';
import { describe, expect, test } from 'vitest';
import { appOf, viewOf } from '../testing/sample.js';
import { isPublicByIntent, readerOf, whoReads } from './reader.js';

const page = (file: string): EntityCall => {
  const sample = { file, code: "import { base44 } from '@/api/base44Client';\nbase44.entities.Order.list();" };
  return viewOf(sample, appOf(sample)).entityCalls[0]!;
};
const backend = (checks: string, name = 'report'): { code: string; app: App; call: EntityCall } => {
  const sample = {
    file: `base44/functions/${name}/entry.ts`,
    code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${checks}
  return Response.json(await base44.asServiceRole.entities.Order.list());
});`,
  };
  const app = appOf(sample);
  return { code: sample.code, app, call: viewOf(sample, app).entityCalls.at(-1)! };
};
const deny = 'return new Response(null, { status: 403 });';
const me = 'const user = await base44.auth.me();\n  ';

describe('who can make a page read', () => {
  test.each([
    ['public', 'public'],
    ['private', 'signed-in'],
    ['workspace', 'signed-in'],
    [undefined, 'signed-in'],
  ] as const)('of a %s app: %s', (visibility, reader) => {
    const app = emptyApp(visibility ? { visibility } : {});
    expect(readerOf(app, page('src/pages/Orders.jsx'))).toBe(reader);
  });

  test.each([
    'src/pages/Admin.jsx',
    'src/pages/AdminOrders.jsx',
    'src/pages/admin/Orders.jsx',
    'src/pages/SuperAdmin.jsx',
    'src/pages/platform-admin/Orders.jsx',
    'src/components/admin/OrderTable.tsx',
    'src/pages/backoffice/Orders.jsx',
  ])('%s is written for admins', (file) => expect(readerOf(emptyApp(), page(file))).toBe('guarded'));

  test.each([
    'src/pages/Dashboard.jsx',
    'src/pages/Badminton.jsx',
    'src/hooks/useOrders.js',
    'src/pages/OrdersAdmin.jsx',
  ])('%s is not', (file) => expect(readerOf(emptyApp(), page(file))).toBe('signed-in'));
});

describe('who can make a function read', () => {
  test.each([
    ['no check', '', 'public'],
    ['me() alone', 'await base44.auth.me();', 'signed-in'],
    ['me() and a test', `${me}if (!user) ${deny}`, 'signed-in'],
    [
      'swallowed error and a test',
      `const user = await base44.auth.me().catch(() => null);\n  if (!user) ${deny}`,
      'signed-in',
    ],
    ['role', `${me}if (user.role !== 'admin') ${deny}`, 'guarded'],
    ['role, optional', `${me}if (user?.role !== 'admin') ${deny}`, 'guarded'],
    [
      'role by name of the condition',
      `${me}const isAdmin = user.role === 'admin';\n  if (!isAdmin) ${deny}`,
      'guarded',
    ],
    ['role in a list', `${me}if (!['admin', 'owner'].includes(user.role)) ${deny}`, 'guarded'],
    ['role in a Set', `${me}const ROLES = new Set(['admin']);\n  if (!ROLES.has(user.role)) ${deny}`, 'guarded'],
    ['secret in a header', `if (req.headers.get('x-cron-secret') !== Deno.env.get('CRON_SECRET')) ${deny}`, 'guarded'],
    [
      'token in the body',
      `const { token } = await req.json();\n  if (token !== Deno.env.get('JOB_TOKEN')) ${deny}`,
      'guarded',
    ],
    ['method only', `if (req.method !== 'POST') ${deny}`, 'public'],
    ['swallowed error and no test', 'const user = await base44.auth.me().catch(() => null);', 'public'],
    ['a check after which it goes on', `${me}if (user.role !== 'admin') console.log('no admin');`, 'signed-in'],
  ])('%s', (_, checks, reader) => {
    const { app, call } = backend(checks);
    expect(readerOf(app, call)).toBe(reader);
  });

  const helper = "import { requireAdmin } from '../../shared/auth.ts';";
  const own = `async function requireAdmin(base44) {
  const user = await base44.auth.me();
  if (user?.role !== 'admin') throw new Error('admins only');
}`;
  const after = (prefix: string): EntityCall => {
    const sample = {
      file: 'base44/functions/report/entry.ts',
      code: `${prefix}\n${backend('await requireAdmin(base44);').code}`,
    };
    return viewOf(sample, appOf(sample)).entityCalls.at(-1)!;
  };

  test('an imported helper that throws', () => expect(readerOf(emptyApp(), after(helper))).toBe('guarded'));

  test('a helper of the same file that throws', () => expect(readerOf(emptyApp(), after(own))).toBe('guarded'));
});

describe('functions that are public by intent', () => {
  test.each([
    'publicOrders',
    'getPublicMenu',
    'sitemap',
    'ogImage',
    'og_image',
    'rss',
    'bookingWidget',
    'productCatalog',
  ])('%s', (name) => {
    const { app, call } = backend('', name);
    expect(isPublicByIntent(app, call)).toBe(true);
  });

  test.each(['report', 'exportOrders', 'syncUsers', 'republish', 'submitFeedback', 'activityFeed'])(
    'not %s',
    (name) => {
      const { app, call } = backend('', name);
      expect(isPublicByIntent(app, call)).toBe(false);
    },
  );

  test('the settings may name one', () => {
    const { app, call } = backend('');
    const settings = { ...app.settings, publicFunctions: ['report'] };
    expect(isPublicByIntent({ ...app, settings }, call)).toBe(true);
  });

  test('a page is no function', () => {
    expect(isPublicByIntent(emptyApp(), page('src/pages/PublicOrders.jsx'))).toBe(false);
  });
});

test('readers in words', () => {
  expect([
    whoReads(emptyApp({ visibility: 'public' }), 'public'),
    whoReads(emptyApp({ visibility: 'private' }), 'signed-in'),
    whoReads(emptyApp(), 'signed-in'),
  ]).toEqual(['anyone, signed in or not,', 'any signed-in user', 'any user of the app']);
});
