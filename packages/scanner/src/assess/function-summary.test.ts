import { describe, expect, it } from 'vitest';
import type { FunctionSummary } from '../result.js';
import { backend, sdk } from '../testing/exit-input.js';
import { summaryFor } from '../testing/summary.js';

const manifest = { 'package.json': '{ "dependencies": { "@base44/sdk": "0.8.31" } }' };
const entry = (name: string): string => `base44/functions/${name}/entry.ts`;

async function functionsIn(texts: Readonly<Record<string, string>>, unseen: string[] = []): Promise<FunctionSummary[]> {
  return (await summaryFor({ ...manifest, 'base44/config.jsonc': '{ "name": "x" }', ...texts }, unseen)).functions;
}

async function only(body: string, more: Readonly<Record<string, string>> = {}): Promise<FunctionSummary> {
  const [one] = await functionsIn({ [entry('one')]: backend(body), ...more });
  return one!;
}

const signedIn = `const user = await base44.auth.me();
  if (!user) return Response.json({}, { status: 401 });`;
const admin = `${signedIn}
  if (user.role !== 'admin') return Response.json({}, { status: 403 });`;
const read = 'await base44.asServiceRole.entities.Deal.list();';

describe('what a function asks of its caller', () => {
  it.each([
    ['nothing before a call', read, 'never', 'never'],
    ['a user', `${signedIn} ${read}`, 'always', 'never'],
    ['a role', `${admin} ${read}`, 'always', 'always'],
    [
      'a secret',
      `if (req.headers.get('x-key') !== Deno.env.get('CRON_KEY')) return new Response('', { status: 403 }); ${read}`,
      'always',
      'always',
    ],
    ['a user, after the first call', `${read} ${signedIn} ${read}`, 'partly', 'never'],
    ['a user, and then rows as that user', `${signedIn} await base44.entities.Deal.list();`, 'always', 'access-rules'],
    ['rows as whoever calls', 'await base44.entities.Deal.list();', 'never', 'access-rules'],
    ['nothing, and does nothing', '', 'no-calls', 'no-calls'],
  ])('%s', async (_, body, authentication, authorisation) => {
    const one = await only(body);
    expect([one.authentication.verdict, one.authorisation.verdict]).toEqual([authentication, authorisation]);
  });

  it('tells what it rests on, with places', async () => {
    const { authorisation } = await only(`${signedIn} ${read} await fetch('https://api.stripe.com/v1/refunds');`);
    expect(authorisation.reason).toBe('2 calls run without it.');
    expect(authorisation.places.map(({ note }) => note)).toEqual([
      'list on Deal runs without',
      expect.stringMatching(/of Stripe runs without/),
    ]);
    expect(authorisation.places[0]!.location).toMatchObject({ file: entry('one'), start: { line: 5 } });
  });

  it('knows nothing for certain of a function whose code was not understood', async () => {
    const [one] = await functionsIn({ [entry('one')]: backend(`${admin} ${read}`) }, [entry('one')]);
    expect(one).toMatchObject({ code: 'not-checked', authentication: { verdict: 'unknown' } });
    const [empty] = await functionsIn({ [entry('one')]: backend('') }, [entry('one')]);
    expect(empty!.authorisation.verdict).toBe('unknown');
  });

  it('judges a shared helper by what each function asks before it calls it', async () => {
    const functions = await functionsIn({
      'base44/shared/deals.ts':
        'export async function wipe(client) {\n  await client.entities.Deal.deleteMany({});\n}\n',
      [entry('guarded')]:
        `import { wipe } from '../../shared/deals.ts';\n${backend(`${admin} await wipe(base44.asServiceRole);`)}`,
      [entry('open')]: `import { wipe } from '../../shared/deals.ts';\n${backend('await wipe(base44.asServiceRole);')}`,
    });
    expect(
      functions.map(({ name, authorisation, serviceRole }) => [name, authorisation.verdict, serviceRole.calls]),
    ).toEqual([
      ['guarded', 'always', 1],
      ['open', 'never', 1],
    ]);
  });

  it('does not count what another function does that it starts', async () => {
    const functions = await functionsIn({
      [entry('first')]: backend(`${admin} await base44.functions.invoke('second', {});`),
      [entry('second')]: backend(read),
    });
    expect(functions.map(({ serviceRole, authorisation }) => [serviceRole.calls, authorisation.verdict])).toEqual([
      [0, 'no-calls'],
      [1, 'never'],
    ]);
  });
});

describe('what a function uses', () => {
  it('lists environment, paid calls, services and the service role', async () => {
    const one = await only(`const key = Deno.env.get('STRIPE_KEY');
  await fetch('https://api.stripe.com/v1/refunds', { headers: { Authorization: key } });
  await base44.integrations.Core.SendEmail({ to: 'a@b.c' });
  await base44.integrations.Core.SendEmail({ to: 'a@b.c' });
  ${read}`);
    expect(one.environment.map(({ name }) => name)).toEqual(['STRIPE_KEY']);
    expect(one.paid).toMatchObject([{ member: 'integrations.Core.SendEmail', kind: 'mail', calls: 2 }]);
    expect(one.outside).toMatchObject([{ service: 'Stripe', kind: 'payment', calls: 1, ownersKey: true }]);
    expect(one.serviceRole).toMatchObject({ calls: 1, places: [{ file: entry('one') }] });
  });

  it('lists what starts it', async () => {
    const one = await only(read, {
      'src/pages/Home.jsx': `${sdk}export default function Home() {\n  return <button onClick={() => base44.functions.invoke('one', {})}>Go</button>;\n}\n`,
      'base44/functions/one/function.jsonc': JSON.stringify({
        name: 'one',
        automations: [
          { type: 'scheduled', name: 'Nightly', schedule_type: 'cron', cron_expression: '0 3 * * *', is_active: false },
        ],
      }),
      'base44/agents/helper.jsonc': '{ "name": "helper", "tool_configs": [{ "function_name": "one" }] }',
    });
    expect(one.callers.map(({ kind, name }) => [kind, name])).toEqual(
      expect.arrayContaining([
        ['browser', 'src/pages/Home.jsx'],
        ['agent', 'helper'],
      ]),
    );
    expect(one.callers.filter(({ kind }) => kind === 'schedule')).toMatchObject([{ name: 'Nightly', active: false }]);
    expect(one.unnamedCallers).toBe(false);
  });

  it('says where code starts functions whose names only the run decides', async () => {
    const one = await only(read, {
      'src/lib/run.js': `${sdk}export const run = (name) => base44.functions.invoke(name, {});\n`,
    });
    expect(one.unnamedCallers).toBe(true);
    expect(one.callers).toEqual([]);
  });
});
