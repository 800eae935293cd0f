import { describe, expect, test } from 'vitest';
import { expectClean, runApp, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const backend = (handler: string, before = ''): Sample => ({
  file: 'base44/functions/sync/entry.ts',
  code: `${before}\nDeno.serve(async (req: Request) => {
  try {
    return Response.json(await sync(req));
  } catch (error) {
    ${handler}
    return Response.json({ error: 'failed' }, { status: 500 });
  }
});`,
});

describe('errors that only reach the console', () => {
  test('are drawn at the first place', () => {
    expect(squiggled(rule, backend('console.error(error);'))).toMatchInlineSnapshot(`
      "  5 |   } catch (error) {
          |     ^~~~~ [1]

      [1] low/likely Errors in a backend file of Sample only go to the console, whose log rolls over, so a failure that nobody watches leaves no trace.
          advice: Send errors to a service that keeps them and raises an alarm (one shared helper that each \`catch\` calls), or write them to an entity that only admins can read."
    `);
  });

  test('are one finding for the app, with other files as evidence', () => {
    const other = backend("console.log('failed', error);").code;
    const sample = {
      ...backend('console.error(error);'),
      files: { 'base44/functions/mail/entry.js': other.replace(': Request', '') },
    };
    expect(runApp(rule, sample)).toMatchObject([
      {
        file: 'base44/functions/mail/entry.js',
        severity: 'low',
        evidence: [{ file: 'base44/functions/sync/entry.ts' }],
      },
    ]);
  });
});

describe('silent', () => {
  test.each([
    ['errors that are thrown on', backend('console.error(error); throw error;')],
    [
      'errors that a service keeps',
      backend('console.error(error); Sentry.captureException(error);', "import * as Sentry from 'npm:@sentry/deno';"),
    ],
    ['errors that a helper reports', backend('console.error(error); await reportError(error);')],
    [
      'errors that an entity keeps',
      backend('await base44.asServiceRole.entities.ErrorLog.create({ text: String(error) });'),
    ],
    ['errors that somebody is told about', backend('console.error(error); await notifyAdmins(error);')],
    ['nothing is logged', backend('')],
  ])('%s', (_, sample) => expectClean(rule, sample));

  test('errors of the browser', () => {
    const code = 'export async function load() { try { await get(); } catch (error) { console.error(error); } }';
    expectClean(rule, { file: 'src/lib/load.js', code });
  });

  test('where one place of the app reports, the rest is its choice', () => {
    const sample = backend('console.error(error);');
    const helper = "export const report = (error) => fetch('https://api.axiom.co/v1/ingest', { body: String(error) });";
    expect(runApp(rule, { ...sample, files: { 'base44/shared/report.js': helper } })).toEqual([]);
  });
});

describe('how many and where', () => {
  const file = (name: string) => `base44/functions/${name}/entry.ts`;
  const code = backend('console.error(error);').code;

  test('several files are counted, each shown once, six at most', () => {
    const twice = `${code}\n${code}`;
    const files = Object.fromEntries([...'abcdefgh'].map((name) => [file(name), twice]));
    const [finding, ...others] = runApp(rule, { file: file('z'), code: twice, files });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      file: file('a'),
      confidence: 'likely',
      message:
        'Errors in 9 backend files of Sample only go to the console, whose log rolls over, so a failure that nobody watches leaves no trace.',
      suggestions: [],
    });
    expect(finding!.evidence.map((place) => `${place.file}: ${place.note}`)).toEqual(
      [...'bcdef'].map((name) => `${file(name)}: only writes to the console`),
    );
  });

  test('an app without a name is called this app', () => {
    const sample = { ...backend('console.error(error);'), app: { name: null } } as unknown as Parameters<
      typeof runApp
    >[1];
    expect(runApp(rule, sample)[0]!.message).toMatch(/^Errors in a backend file of this app only go/);
  });

  test('shared code counts', () => {
    const helper = 'export const run = async () => { try { await go(); } catch (e) { console.warn(String(e)); } };';
    expect(runApp(rule, { file: 'base44/shared/run.ts', code: helper })).toHaveLength(1);
  });

  test.each([
    'Sentry.captureMessage(error)',
    'await trackError(error)',
    'await log_event(error)',
    'recordError(error)',
    'send_error(error)',
    'alertOwner(error)',
  ])('%s reports', (call) => expectClean(rule, backend(`console.error(error); ${call};`)));

  test.each(['cleanUp(error)', 'await db.recreate(error)', 'setTimeout(later, 10)'])(
    '%s does not report, but is something else than the console',
    (call) => expectClean(rule, backend(`console.error(error); ${call};`)),
  );

  test.each([
    'console.error(JSON.stringify(error), Date.now(), new Date())',
    'console.error(String(error), Object.keys(error), Math.random())',
    'console.error(error); console.info(Number(error.code))',
  ])('%s is the console alone', (call) => expect(runApp(rule, backend(`${call};`))).toHaveLength(1));

  test('a package or an address of a service that keeps errors is enough', () => {
    const sample = backend('console.error(error);');
    const page = (text: string) => runApp(rule, { ...sample, files: { 'src/main.jsx': text } }).length;
    expect(page("import posthog from 'posthog-js';\nposthog.init('base44');")).toBe(0);
    expect(page("fetch('https://o1.ingest.sentry.io/base44');")).toBe(0);
    expect(page("const help = 'sentry on duty';")).toBe(1);
  });
});
