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
      [
        {
          severity: 'info',
          message: expect.stringMatching(/beside another way to sign in, which goes past/) as string,
        },
      ],
    ],
    ['the one of the workspace too', { enableSSOLogin: true, useWorkspaceSSO: true }, [{ severity: 'info' }]],
    ['nothing switched on', { enableUsernamePassword: false, enableGoogleLogin: false }, [{ severity: 'medium' }]],
    ['passwords only', { enableUsernamePassword: true, enableSSOLogin: false }, []],
    ['an empty file', {}, []],
    ...['Google', 'Microsoft', 'Facebook', 'Apple'].map((name): [string, object, readonly object[]] => [
      `only ${name}`,
      { enableUsernamePassword: false, [`enable${name}Login`]: true },
      [],
    ]),
    [
      'an empty name of a provider is none',
      { enableSSOLogin: true, ssoProviderName: '', useWorkspaceSSO: false },
      [{ severity: 'low', confidence: 'likely' }],
    ],
    ['a name that is no text is none', { enableSSOLogin: true, ssoProviderName: 1 }, [{ severity: 'low' }]],
    ['a switch that is no boolean is off', { enableUsernamePassword: 'true' }, [{ severity: 'medium' }]],
  ])('%s', (_, value, findings) => expect(run(rule, config(value))).toMatchObject(findings));
});

describe('the sentence', () => {
  const oidc =
    'It speaks OIDC and needs the Elite plan; a provider that knows only SAML needs a broker in front of it.';

  test.each([
    [
      'alone',
      { enableSSOLogin: true, ssoProviderName: 'okta', enableGoogleLogin: false },
      'Single sign-on is switched on.',
    ],
    [
      'beside two others',
      { enableSSOLogin: true, ssoProviderName: 'okta', enableGoogleLogin: true, enableAppleLogin: true },
      "Single sign-on is switched on beside 2 other ways to sign in, which go past the company's provider.",
    ],
  ])('single sign-on %s', (_, value, message) =>
    expect(run(rule, config(value))).toMatchObject([
      { severity: 'info', confidence: 'certain', message, advice: oidc },
    ]),
  );

  test('a door that nobody can open is drawn at the password switch', () => {
    expect(squiggled(rule, config({ enableGoogleLogin: false, enableUsernamePassword: false }))).toMatchInlineSnapshot(`
      "  3 |   "enableUsernamePassword": false
          |   ^~~~~~~~~~~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] medium/likely No way to sign in is switched on, so nobody can enter the app.
          advice: Switch on at least one way to sign in."
    `);
  });
});

test('other configuration is not looked at', () => {
  const value = { enableSSOLogin: true, enableUsernamePassword: false };
  expectClean(rule, { file: 'base44/config.jsonc', code: JSON.stringify(value) });
  expectClean(rule, { file: 'base44/auth/config.jsonc', code: '[]' });
  expectClean(rule, { file: 'base44/auth/config.jsonc', code: '' });
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

  test('a package of its own accounts is drawn in the manifest', () => {
    expect(squiggled(rule, manifest('keycloak-js'))).toMatchInlineSnapshot(`
      "  4 |     "keycloak-js": "1.0.0"
          |     ^~~~~~~~~~~~~~~~~~~~~~ [1]

      [1] low/possible \`keycloak-js\` signs people in beside the platform, so access rules and \`auth.me()\` do not know who they are.
          advice: Use the platform's own OIDC sign-in where the provider speaks it (Elite plan, SDK 0.8.20 or later); otherwise check the foreign token in each function."
    `);
  });
});
