import { checkedOn, claimed, type LimitationsOf } from './limitation.js';

export const auth: LimitationsOf<'auth'> = {
  'auth-coarse-roles': {
    id: 'auth-coarse-roles',
    category: 'auth',
    title: 'Only the roles admin and user exist',
    consequence:
      'Finer roles live in fields of the user record; if users can set those fields themselves, or only the interface checks them, everybody can take any role.',
    workaround:
      'Enforce each role in row rules or in the function, and let only the service role write the field that holds it.',
    claim: claimed('Anything between administrator and ordinary user must be built by hand.'),
    today: {
      status: 'partly-lifted',
      summary:
        'The built-in roles are still admin and user, and invitations refuse others. Row and field rules can test own attributes of the user, which gives finer rights.',
      evidence: ['sdk', 'docs-entity-security', 'docs-rls'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'No role is granted by a field that users may set on themselves, and none is checked in the browser alone.',
      notChecked:
        'Schemas or functions are missing from the export, so the place where a role is enforced could not be read.',
    },
    criteria: ['data-sensitivity', 'team-capacity'],
    auditorQuestion: 'Which roles does the business know, and who can give somebody a role?',
  },
  'auth-sso': {
    id: 'auth-sso',
    category: 'auth',
    title: 'Single sign-on needs OIDC and the Elite plan',
    consequence: 'A customer whose identity provider speaks only SAML cannot sign in with company accounts.',
    workaround:
      'Configure OIDC single sign-on on the Elite plan or above, and put an identity broker that translates SAML to OIDC in front of other providers.',
    claim: claimed('Company sign-on such as SAML or Okta is not offered without custom work.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Users of an app can sign in by OIDC through Google, Microsoft, GitHub, Okta or a custom provider from the Elite plan; the SDK knows the provider sso from 0.8.20. SAML for them is not documented.',
      since: { package: '@base44/sdk', version: '0.8.20' },
      evidence: ['docs-sso', 'sdk', 'cli'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'The sign-in configuration is in the export, and nothing in it or in the packages asks for a protocol that the platform lacks.',
      notChecked:
        'The export holds no sign-in configuration, so which ways to sign in are switched on stands only in the dashboard.',
    },
    criteria: ['regulatory-compliance', 'data-sensitivity'],
    auditorQuestion: 'Do customers demand company sign-on, and with which protocol?',
  },
  'auth-jwt-localstorage': {
    id: 'auth-jwt-localstorage',
    category: 'auth',
    title: 'The session token lies in local storage',
    consequence: 'One script injected into the page can copy the token and act as the user until it expires.',
    workaround:
      'Never render HTML from users or models unescaped, load few third-party scripts, add a content security policy as a meta tag, and keep powerful actions behind a fresh check in a function.',
    claim: claimed('Every script in the page can read the token, and that cannot be changed.'),
    today: {
      status: 'still-true',
      summary:
        'The client stores it under base44_access_token, since 0.7.9 also under token, and accepts one from the address of the page. The connect links for WhatsApp and Telegram carry it in their query.',
      evidence: ['sdk'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        "No page writes unescaped HTML from data, and no token of the app's own lies in web storage; the platform's own token still does.",
      notChecked: 'The export holds no browser code, or a file of it could not be read.',
    },
    criteria: ['data-sensitivity'],
    auditorQuestion: 'Which third-party scripts, tag managers included, run on pages of signed-in users?',
  },
  'auth-no-mfa-policy': {
    id: 'auth-no-mfa-policy',
    category: 'auth',
    title: 'No rule that demands a second factor by role',
    consequence:
      'A stolen administrator password opens the whole app, because no second factor can be made compulsory.',
    workaround:
      'Let privileged users sign in through an identity provider that enforces a second factor, and switch off password sign-in where possible.',
    claim: claimed('A second factor can be required per user, but not of all administrators as a policy.'),
    today: {
      status: 'unclear',
      summary:
        'No such policy for users of an app was found in the documentation. Audit events mention a second factor only for sign-in to the workspace.',
      evidence: ['docs', 'docs-audit-logs'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked:
        'Whether a second factor is enforced is decided by the identity provider and the dashboard, not by a file of the export.',
    },
    criteria: ['data-sensitivity', 'regulatory-compliance'],
    auditorQuestion: 'How do administrators of the app sign in, and who checks that a second factor is on?',
  },
};
