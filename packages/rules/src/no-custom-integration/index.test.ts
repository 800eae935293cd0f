import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const backend = (body: string): Sample => ({
  file: 'base44/functions/sync/entry.ts',
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${body}
  return Response.json({});
});`,
});

test('a call of a custom integration is drawn', () => {
  expect(squiggled(rule, backend("await base44.integrations.custom.call('crm', 'get:/contacts', {});")))
    .toMatchInlineSnapshot(`
    "  4 |   await base44.integrations.custom.call('crm', 'get:/contacts', {});
        |         ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

    [1] info/certain This calls the custom integration \`crm\` of the workspace, whose definition and credentials are not part of the export and stay behind when the app moves.
        advice: Keep the OpenAPI file of the integration with the code; a backend function that calls the service with a key from the secrets does the same and can move along."
  `);
});

describe('found', () => {
  test.each([
    ['with the service role', "await base44.asServiceRole.integrations.custom.call('crm', 'get:/contacts');"],
    ['by an alias', "const { custom } = base44.integrations;\n  await custom.call('crm', 'get:/contacts');"],
    ['with a name that only the run decides', 'await base44.integrations.custom.call(name, op);'],
  ])('%s', (_, body) => expect(run(rule, backend(body))).toMatchObject([{ severity: 'info' }]));

  test('in browser code', () => {
    const code =
      "import { base44 } from '@/api/base44Client';\nexport const load = () => base44.integrations.custom.call('crm', 'get:/contacts');";
    expect(run(rule, { file: 'src/lib/crm.js', code })).toHaveLength(1);
  });
});

test.each([
  ['built-in integrations', "await base44.integrations.Core.InvokeLLM({ prompt: 'custom' });"],
  ['another object', "await crm.integrations.custom.call('x');"],
  ['words', "console.log('base44.integrations.custom.call()');"],
])('silent: %s', (_, body) => expectClean(rule, backend(body)));

test.each([
  ["'crm'", 'the custom integration `crm`'],
  ['name', 'a custom integration'],
  ['42', 'a custom integration'],
  ['', 'a custom integration'],
])('an id of %s is named as %s', (id, words) => {
  expect(run(rule, backend(`await base44.integrations.custom.call(${id});`))).toMatchObject([
    { confidence: 'certain', message: expect.stringMatching(`^This calls ${words} of the workspace, whose`) as string },
  ]);
});

test('a script, an own client and an integration of a similar name are silent', () => {
  const call = "base44.integrations.custom.call('crm');";
  const client = "import { base44 } from '@/api/base44Client';\n";
  expectClean(rule, { file: 'scripts/sync.js', code: client + call });
  expectClean(rule, { file: 'src/lib/a.js', code: `const base44 = { integrations: { custom: own } };\n${call}` });
  expectClean(rule, backend("await base44.integrations.customers.call('crm');"));
});
