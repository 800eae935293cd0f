import { describe, expect, it } from 'vitest';
import { folderOf, leakyApp, run } from './command.js';

const shared = {
  ...leakyApp,
  'base44/functions/clients/entry.ts': `import { createClientFromRequest } from 'npm:@base44/sdk@0.8.31';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  return Response.json(await base44.asServiceRole.entities.Client.list());
});
`,
};
const app = folderOf(shared);

async function explained(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await run(['explain', ...args]);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout;
}

describe('a place', () => {
  it('is explained by what the call is, as whom it runs and who may do it, and by what would change the verdict', async () => {
    expect(await explained('base44/functions/clients/entry.ts:4', app)).toMatchInlineSnapshot(`
      "base44/functions/clients/entry.ts:4  function, SDK 0.8.31

        call              list on Client
        identity          as the service role, which no access rule holds
        conditions        none
        who may read      open: no \`rls\` key
        holds             email
        tenant            no tenant key among its fields
        runs              on serve
        checked before    nothing: anyone can reach this call

      critical, certain  no-unfiltered-list
        because           With the service role this hands rows of Client of every user, with \`email\`, to anyone who calls this function, whatever the rules of the entity say.
        would change      if the function asked for a signed-in user first: high, certain
        would change      if the function checked for an administrator first: no finding
        what to do        Check the caller's role, or hand out only the caller's rows: \`filter({ created_by_id: … })\`.

      low, certain  require-read-limit
        because           Without a limit this \`list()\` returns as many rows as the server's default, documented as 50 rows for SDK 0.8.31, so further rows of Client are missing without an error.
        what to do        Pass the number of rows that is needed, \`list('-created_date', 100)\`; for all of them read pages with \`skip\`, \`list(order, 1000, skip)\`, until one comes back short; SDK 0.8.49 adds cursors.
      "
    `);
  });

  it('says what would change a read that the rules leave open', async () => {
    expect(await explained('src/pages/Clients.jsx:3', app)).toContain(
      'would change      if the rules of Client kept each row to its owner: no finding',
    );
  });

  it('in a schema file names the finding with its advice', async () => {
    expect(await explained('base44/entities/Client.jsonc:1', app)).toMatch(
      /^(?:critical|high), certain {2}require-entity-rules$/m,
    );
  });

  it('without a finding says so, and what was seen there', async () => {
    expect(await explained('src/api/base44Client.js:2', app)).toContain('No call and no finding here.');
  });
});

it('a rule is explained with its precision and options, also by the name that ESLint shows', async () => {
  const text = await explained('base44/no-websocket');
  expect(text).toMatch(/^no-websocket\n/);
  expect(text).toContain('option            allowedHosts (default []):');
});

it('a limitation is explained with what is left of it today', async () => {
  const text = await explained('arch-no-realtime');
  expect(text).toMatch(/today {13}lifted: /);
  expect(text).toContain('rules             no-tight-polling, no-websocket, require-unsubscribe');
});

it.each([
  ['nothing', [], /^base44-scan: explain: name a rule, a limitation, or a place as file:line\.$/],
  [
    'a word of no meaning',
    ['no-such'],
    /^base44-scan: explain no-such: this is no rule, no limitation and no place; .*\.$/,
  ],
  ['a file that is not there', ['src/Gone.jsx:1', app], /^base44-scan: src\/Gone\.jsx: no such file below .*\.$/],
])('refuses %s in one line', async (_, args, message) => {
  const { code, stderr } = await run(['explain', ...args]);
  expect(stderr.trimEnd()).toMatch(message);
  expect(code).toBe(2);
});
