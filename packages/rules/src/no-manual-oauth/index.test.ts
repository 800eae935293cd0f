import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const backend = (body: string, sdk = '0.8.31'): Sample => ({
  file: 'base44/functions/googleCallback/entry.ts',
  sdk,
  code: `import { createClientFromRequest } from 'npm:@base44/sdk@${sdk}';
Deno.serve(async (req) => {
  const base44 = createClientFromRequest(req);
  ${body}
  return Response.json({});
});`,
});
const exchange = (grant: string) =>
  `await fetch('https://oauth2.googleapis.com/token', { method: 'POST', body: new URLSearchParams({ code, grant_type: '${grant}' }) });`;

describe('an exchange by hand', () => {
  test('is drawn at the kind of grant', () => {
    expect(squiggled(rule, backend(exchange('authorization_code')))).toMatchInlineSnapshot(`
      "  4 |   await fetch('https://oauth2.googleapis.com/token', { method: 'POST', body: new URLSearchParams({ code, grant_type: 'authorization_code' }) });
          |                                                                                                                      ^~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely This function exchanges OAuth tokens by hand, so the app has to keep refresh tokens, renew them and revoke them, and whoever reads where they are kept can act as the people who agreed.
          advice: Where the platform has a connector for the service, let it hold the tokens and take a fresh one with \`connectors.getConnection\`; otherwise keep the tokens in an entity that nobody but the service role can read, and never hand them to the browser."
    `);
  });

  test('counts once a file', () => {
    expect(run(rule, backend(`${exchange('authorization_code')}\n  ${exchange('refresh_token')}`))).toHaveLength(1);
  });

  test('in an address', () => {
    const body =
      'await fetch(`https://graph.facebook.com/oauth/access_token?grant_type=fb_exchange_token&token=${token}`);';
    expect(run(rule, backend(body))).toMatchObject([{ severity: 'low' }]);
  });

  test('in the browser is worse, with a client secret worst', () => {
    const page = (code: string): Sample => ({ file: 'src/pages/Callback.jsx', code });
    expect(run(rule, page(exchange('authorization_code')))).toMatchObject([{ severity: 'medium' }]);
    const body =
      'export const get = (code) => fetch(url, { body: `grant_type=authorization_code&client_secret=${secret}&code=${code}` });';
    expect(run(rule, page(body))).toMatchObject([{ severity: 'high' }]);
  });

  test('names the call of the SDK only where this version has it', () => {
    const adviceFor = (sdk: string) => run(rule, backend(exchange('refresh_token'), sdk))[0]!.advice;
    expect(adviceFor('0.8.31')).toContain('getConnection');
    expect(adviceFor('0.8.6')).not.toContain('getConnection');
  });

  test.each([
    ['a key of a machine', exchange('client_credentials')],
    ['a signed service account', exchange('urn:ietf:params:oauth:grant-type:jwt-bearer')],
    ['a form field of that name', "const label = 'grant_type';"],
  ])('silent: %s', (_, body) => expectClean(rule, backend(body)));
});

describe('the deprecated call of the SDK', () => {
  const body = "const token = await base44.asServiceRole.connectors.getAccessToken('googledrive');";

  test('is drawn as information', () => {
    expect(squiggled(rule, backend(body))).toMatchInlineSnapshot(`
      "  4 |   const token = await base44.asServiceRole.connectors.getAccessToken('googledrive');
          |                       ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] info/certain The SDK calls \`connectors.getAccessToken\` deprecated since 0.8.20, so a later version may take it away and with it this connection.
          advice: Take the token from \`connectors.getConnection(service)\`, whose answer also holds the connection's settings."
    `);
  });

  test('asks for a newer version where there is no other call', () => {
    expect(run(rule, backend(body, '0.8.6'))[0]!.advice).toContain('Raise the SDK');
  });

  test('its successor and calls of the same name are silent', () => {
    expectClean(rule, backend("await base44.asServiceRole.connectors.getConnection('googledrive');"));
    expectClean(rule, backend('await msal.getAccessToken();'));
  });
});

describe('the advice', () => {
  const adviceFor = (sample: Sample) => run(rule, sample)[0]!.advice;
  const page = (code: string, sdk: string): Sample => ({ file: 'src/pages/Callback.jsx', code, sdk });

  test.each([
    [
      '0.8.31',
      'Where the platform has a connector for the service, let it hold the tokens and take a fresh one with `connectors.getConnection` in a backend function; otherwise move the exchange there and keep the secret in the secrets of the app.',
    ],
    [
      '0.8.6',
      'Where the platform has a connector for the service, let it hold the tokens in a backend function; otherwise move the exchange there and keep the secret in the secrets of the app.',
    ],
  ])('in the browser, SDK %s', (sdk, advice) =>
    expect(adviceFor(page(exchange('authorization_code'), sdk))).toBe(advice),
  );

  test('for functions with an old SDK', () => {
    expect(adviceFor(backend(exchange('refresh_token'), '0.8.6'))).toBe(
      'Where the platform has a connector for the service, let it hold the tokens; otherwise keep the tokens in an entity that nobody but the service role can read, and never hand them to the browser.',
    );
    expect(adviceFor(backend("await base44.asServiceRole.connectors.getAccessToken('slack');", '0.8.6'))).toBe(
      'Raise the SDK of this file to 0.8.20 or newer, then take the token from `connectors.getConnection(service)` (since 0.8.20).',
    );
  });
});

describe('what an exchange is', () => {
  test.each([
    ["{ grant_type: 'authorization_code' }", 1],
    ["{ grant_type: 'fb_exchange_token' }", 1],
    ["{ grant_type: 'authorization_code_pkce' }", 0],
    ["{ grant_type: 'my_refresh_token' }", 0],
    ["{ kind: 'refresh_token' }", 0],
    ["'https://a.example/token?grant_type=refresh_token&x=1'", 1],
    ["'grant_type=refresh_tokens'", 0],
    ["'grant_type=client_credentials'", 0],
  ])('%s', (text, count) => expect(run(rule, backend(`await fetch(url, ${text});`))).toHaveLength(count));

  test('both an exchange and the deprecated call are told', () => {
    const body = `${exchange('refresh_token')}\n  await base44.asServiceRole.connectors.getAccessToken('slack');`;
    expect(run(rule, backend(body)).map(({ severity }) => severity)).toEqual(['low', 'info']);
  });

  test('the browser shows what it exchanges', () => {
    const code = `export const renew = () => fetch(url, { body: 'grant_type=refresh_token' });`;
    expect(squiggled(rule, { file: 'src/lib/renew.js', code })).toMatchInlineSnapshot(`
      "  1 | export const renew = () => fetch(url, { body: 'grant_type=refresh_token' });
          |                                               ^~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely The browser exchanges an OAuth code itself, so whatever it sends along and gets back, a client secret or a refresh token, can be read by every script of the page.
          advice: Where the platform has a connector for the service, let it hold the tokens and take a fresh one with \`connectors.getConnection\` in a backend function; otherwise move the exchange there and keep the secret in the secrets of the app."
    `);
  });

  test('a secret in a function stays there', () => {
    expect(
      run(rule, backend('await fetch(url, { body: `grant_type=refresh_token&client_secret=${s}` });')),
    ).toMatchObject([{ severity: 'low' }]);
  });

  test('scripts and own clients are silent', () => {
    expectClean(rule, { file: 'scripts/renew.js', code: exchange('refresh_token') });
    const own = "const base44 = { connectors: own };\nbase44.connectors.getAccessToken('slack');";
    expectClean(rule, { file: 'src/lib/own.js', code: own });
  });
});
