import { describe, expect, test } from 'vitest';
import { expectClean, run, squiggled, type Sample } from '../testing/index.js';
import { rule } from './index.js';

const config = (value: object): Sample => ({ file: 'base44/auth/config.jsonc', code: JSON.stringify(value, null, 2) });

describe('the sign-in configuration', () => {
  test('single sign-on without a provider is drawn', () => {
    expect(squiggled(rule, config({ enableUsernamePassword: true, enableSSOLogin: true, ssoProviderName: null })))
      .toMatchInlineSnapshot(`
      "  3 |   "enableSSOLogin": true,
          |   ^~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/likely Single sign-on is switched on, but no provider is named, so its button leads nowhere.
          advice: Set \`ssoProviderName\`, or \`useWorkspaceSSO\` where the workspace has a provider."
    `);
  });

  test.each<[string, object, readonly object[]]>([
    [
      'a named provider is a note',
      { enableUsernamePassword: true, enableSSOLogin: true, ssoProviderName: 'okta' },
      [{ severity: 'info', message: expect.stringMatching(/beside 1 other/) as string }],
    ],
    ['the one of the workspace too', { enableSSOLogin: true, useWorkspaceSSO: true }, [{ severity: 'info' }]],
    ['nothing switched on', { enableUsernamePassword: false, enableGoogleLogin: false }, [{ severity: 'medium' }]],
    ['passwords only', { enableUsernamePassword: true, enableSSOLogin: false }, []],
    ['an empty file', {}, []],
  ])('%s', (_, value, findings) => expect(run(rule, config(value))).toMatchObject(findings));
});

describe('packages', () => {
  const manifest = (name: string): Sample => ({
    file: 'package.json',
    code: JSON.stringify({ dependencies: { '@base44/sdk': '0.8.31', [name]: '1.0.0' } }, null, 2),
  });

  test.each(['@auth0/auth0-react', '@clerk/clerk-react', 'passport-saml', '@azure/msal-browser'])('%s', (name) => {
    expect(run(rule, manifest(name))).toMatchObject([{ severity: 'low', confidence: 'possible' }]);
  });

  test.each(['react', '@supabase/supabase-js', 'psammead'])('not %s', (name) => expectClean(rule, manifest(name)));
});
