import { isRecord, memberOf, propertyOf, type JsonDocument, type SourceTree } from '@base44-lint/model';
import type { AppFinding, RuleFinding } from '../finding.js';
import { dependenciesOf } from '../judge/manifest.js';
import { defineRule } from '../rule.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'supported-sign-in',
    description: 'report ways to sign in that the platform does not offer or does not complete',
    limitations: ['auth-sso'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'high',
    severities: ['medium', 'low', 'info'],
    words: [],
    related: ['no-manual-oauth'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkJson({ document }) {
    if (document.kind !== 'auth' || !isRecord(document.value) || !document.root) return;
    const { value, root } = document;
    if (value['enableSSOLogin'] === true) yield singleSignOn(root, value);
    else if (methodsOf(value).length === 0 && Object.hasOwn(value, 'enableUsernamePassword'))
      yield {
        ...at(root, 'enableUsernamePassword'),
        severity: 'medium',
        confidence: 'likely',
        message: 'No way to sign in is switched on, so nobody can enter the app.',
        advice: 'Switch on at least one way to sign in.',
      };
  },

  *checkApp({ tree }) {
    yield* ownIdentities(tree);
  },
});

const methods = [
  'enableUsernamePassword',
  'enableGoogleLogin',
  'enableMicrosoftLogin',
  'enableFacebookLogin',
  'enableAppleLogin',
  'enableSSOLogin',
];

function methodsOf(value: Readonly<Record<string, unknown>>): readonly string[] {
  return methods.filter((method) => value[method] === true);
}

function singleSignOn(root: NonNullable<JsonDocument['root']>, value: Readonly<Record<string, unknown>>): RuleFinding {
  const provider = value['ssoProviderName'];
  const named = (typeof provider === 'string' && provider !== '') || value['useWorkspaceSSO'] === true;
  const others = methodsOf(value).filter((method) => method !== 'enableSSOLogin');
  const place = at(root, 'enableSSOLogin');
  if (!named)
    return {
      ...place,
      severity: 'low',
      confidence: 'likely',
      message: 'Single sign-on is switched on, but no provider is named, so its button leads nowhere.',
      advice: 'Set `ssoProviderName`, or `useWorkspaceSSO` where the workspace has a provider.',
    };
  return {
    ...place,
    severity: 'info',
    confidence: 'certain',
    message: `Single sign-on is switched on${besides(others.length)}.`,
    advice: 'It speaks OIDC and needs the Elite plan; a provider that knows only SAML needs a broker in front of it.',
  };
}

function besides(count: number): string {
  if (count === 0) return '';
  return count === 1
    ? " beside another way to sign in, which goes past the company's provider"
    : ` beside ${count} other ways to sign in, which go past the company's provider`;
}

type Placed = Pick<RuleFinding, 'span' | 'evidence' | 'suggestions'>;

function at(root: NonNullable<JsonDocument['root']>, key: string): Placed {
  const node = propertyOf(root, key) ?? memberOf(root, key) ?? root;
  return { span: { start: node.offset, end: node.offset + node.length }, evidence: [], suggestions: [] };
}

const identityPackage =
  /^(?:auth0|@auth0\/.*|@clerk\/.*|@okta\/.*|@workos-inc\/.*|next-auth|@azure\/msal-.*|oidc-client(?:-ts)?|react-oidc-context|keycloak-js|.*\bsaml\b.*)$/;

/** Packages that sign people in beside the platform, whose rules and functions know nothing of such accounts. */
function* ownIdentities(tree: SourceTree): Iterable<AppFinding> {
  for (const { name, place } of dependenciesOf(tree).filter((one) => identityPackage.test(one.name))) {
    yield {
      file: place.file,
      severity: 'low',
      confidence: 'possible',
      message: `\`${name}\` signs people in beside the platform, so access rules and \`auth.me()\` do not know who they are.`,
      span: place,
      evidence: [],
      advice:
        "Use the platform's own OIDC sign-in where the provider speaks it (Elite plan, SDK 0.8.20 or later); otherwise check the foreign token in each function.",
      suggestions: [],
    };
  }
}
