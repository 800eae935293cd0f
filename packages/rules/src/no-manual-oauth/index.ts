import { supports } from '@base44-lint/catalog';
import type { FileView, SdkCall, SdkVersion, StringFact } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { defineRule } from '../rule.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-manual-oauth',
    description: "disallow exchanging OAuth codes and refresh tokens by hand where the platform's connectors do it",
    limitations: ['int-oauth-flows'],
    preset: 'strict',
    since: '0.2.0',
    cwe: 'CWE-522',
    severities: ['high', 'medium', 'low', 'info'],
    precision: 'high',
    words: ['grant_type', 'getAccessToken'],
    related: ['no-hardcoded-secret', 'no-secret-in-client-env'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ file, sdk }) {
    if (file.zone === 'other') return;
    // One exchange tells about the file; a callback and its renewal belong together.
    const exchange = file.strings.find(isExchange);
    if (exchange) yield exchangeFinding(exchange, file, sdk);
    for (const call of file.sdkCalls) if (isDeprecated(call)) yield deprecatedFinding(call, sdk);
  },
});

/** A code of a person who agreed, or the token that renews it. Keys of machines (`client_credentials`) have no such flow. */
function isExchange({ name, use, value }: StringFact): boolean {
  if (name === 'grant_type' && use === 'property')
    return /^(?:authorization_code|refresh_token|fb_exchange_token)$/.test(value);
  return /[?&]?grant_type=(?:authorization_code|refresh_token|fb_exchange_token)\b/.test(value);
}

function exchangeFinding({ start, end }: StringFact, { zone, facts }: FileView, sdk: SdkVersion): RuleFinding {
  const inBrowser = zone === 'frontend';
  const showsSecret = inBrowser && facts.strings.some(({ value }) => /client_secret=/.test(value));
  return {
    severity: showsSecret ? 'high' : inBrowser ? 'medium' : 'low',
    confidence: 'likely',
    message: inBrowser
      ? 'The browser exchanges an OAuth code itself, so whatever it sends along and gets back, a client secret or a refresh token, can be read by every script of the page.'
      : 'This function exchanges OAuth tokens by hand, so the app has to keep refresh tokens, renew them and revoke them, and whoever reads where they are kept can act as the people who agreed.',
    span: { start, end },
    evidence: [],
    advice: advice(sdk, inBrowser),
    suggestions: [],
  };
}

function advice({ version }: SdkVersion, inBrowser: boolean): string {
  const connector =
    supports(version, 'asServiceRole.connectors.getConnection') === 'yes'
      ? 'Where the platform has a connector for the service, let it hold the tokens and take a fresh one with `connectors.getConnection`'
      : 'Where the platform has a connector for the service, let it hold the tokens';
  return inBrowser
    ? `${connector} in a backend function; otherwise move the exchange there and keep the secret in the secrets of the app.`
    : `${connector}; otherwise keep the tokens in an entity that nobody but the service role can read, and never hand them to the browser.`;
}

function isDeprecated({ member, origin }: SdkCall): boolean {
  return member === 'connectors.getAccessToken' && origin !== 'shim';
}

function deprecatedFinding({ span }: SdkCall, { version }: SdkVersion): RuleFinding {
  const has = supports(version, 'asServiceRole.connectors.getConnection') === 'yes';
  return {
    severity: 'info',
    confidence: 'certain',
    message:
      'The SDK calls `connectors.getAccessToken` deprecated since 0.8.20, so a later version may take it away and with it this connection.',
    span,
    evidence: [],
    advice: has
      ? "Take the token from `connectors.getConnection(service)`, whose answer also holds the connection's settings."
      : 'Raise the SDK of this file to 0.8.20 or newer, then take the token from `connectors.getConnection(service)` (since 0.8.20).',
    suggestions: [],
  };
}
