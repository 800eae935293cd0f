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
