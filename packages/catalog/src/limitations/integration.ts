import { checkedOn, claimed, type LimitationsOf } from './limitation.js';

export const integration: LimitationsOf<'int'> = {
  'int-custom-deprecated': {
    id: 'int-custom-deprecated',
    category: 'integration',
    title: 'Custom integrations depend on the workspace',
    consequence:
      'Code that calls integrations.custom works only where the workspace defines that integration and the SDK is new enough; it is one more thing that does not move with the code.',
    workaround:
      'Define the interface as a workspace integration from its OpenAPI description, or call it from a function with a key from the secrets store.',
    claim: claimed('New custom integrations are closed since March 2026.'),
    today: {
      status: 'lifted',
      summary:
        'Workspace integrations from an OpenAPI description are documented for the Builder plan and above, with up to 30 operations each, and integrations.custom.call exists from SDK 0.8.11.',
      since: { package: '@base44/sdk', version: '0.8.11', member: 'integrations.custom.call' },
      evidence: ['docs-workspace-integrations', 'sdk'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No code calls a custom integration of the workspace.',
      notChecked: 'A function that the code calls is missing from the export, so its integrations could not be read.',
    },
    criteria: ['roadmap-horizon'],
    auditorQuestion: 'Which workspace integrations does the app use, and who keeps their definitions?',
  },
  'int-webhook-activity': {
    id: 'int-webhook-activity',
    category: 'integration',
    title: 'Delivery of webhooks is not guaranteed',
    consequence:
      'A handler that trusts every request, or answers success before its work is done, loses events or accepts forged ones.',
    workaround:
      'Verify the signature over the raw body, store the event id and skip repeats, answer with an error so that the sender retries, and reconcile with the sender on a schedule.',
    claim: claimed('Some users report that webhooks reach an app only while somebody is using it.'),
    today: {
      status: 'unclear',
      summary:
        'The report comes from users and is not confirmed. Functions have ordinary HTTPS addresses, webhook triggers for workflows exist, and the documentation names no dependence on activity.',
      evidence: ['docs', 'docs-workflows', 'webhooks-article'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'Each exported function that receives events verifies them before it trusts them.',
      notChecked:
        'The export holds no functions, or lacks some that the code calls; whether events arrive at all is never visible.',
    },
    criteria: ['availability', 'team-capacity'],
    auditorQuestion: 'Which outside events must never be lost, and how would you notice that one was?',
  },
  'int-email-shared': {
    id: 'int-email-shared',
    category: 'integration',
    title: 'Built-in mail reaches registered users only',
    consequence:
      'SendEmail to a lead or customer who is not a user of the app does not arrive, and without an own domain the sender is shared with other apps.',
    workaround:
      'Send mail to outsiders, and mail with attachments, from a function through your own mail provider; set up a custom sender domain for mail to users.',
    claim: claimed('All apps send through one pool, so the reputation of strangers decides about delivery.'),
    today: {
      status: 'partly-lifted',
      summary:
        'A custom sender domain is available from the Builder plan and doubles the price of a mail to two credits. SendEmail still reaches registered users only and takes no attachments.',
      evidence: ['docs-credits', 'docs', 'sdk'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No code sends built-in mail to people who may not be users of the app.',
      notChecked: 'A function that the code calls is missing from the export, so what it mails could not be read.',
    },
    criteria: ['team-capacity'],
    auditorQuestion: 'From which domain does the app send mail, and are its sender records in place?',
  },
  'int-stripe-iap': {
    id: 'int-stripe-iap',
    category: 'integration',
    title: 'No in-app purchases for wrapped mobile apps',
    consequence:
      'An iOS app that sells digital goods through web checkout risks rejection by the store, because the store wants its own payment interface.',
    workaround:
      'Sell digital goods on the web only, or build the store purchase into the native shell and report it to a function that verifies the receipt.',
    claim: claimed(
      "A wrapped iOS app must sell digital goods through Apple's purchase interface, for which there is no support.",
    ),
    today: {
      status: 'unclear',
      summary:
        'Native Expo apps can be built now, but no facility for purchases inside them was found in the documentation.',
      evidence: ['docs'],
      checkedOn,
    },
    visibility: 'indirect',
    verdicts: {
      clear: 'The app carries no native shell, or carries one without a web checkout in it.',
      notChecked:
        'The export holds no package.json, so a native shell could not be recognised; a shell built elsewhere is never visible.',
    },
    criteria: ['roadmap-horizon', 'team-capacity'],
    auditorQuestion: 'Is the app sold or planned in a mobile store, and what can people buy inside it?',
  },
  'int-oauth-flows': {
    id: 'int-oauth-flows',
    category: 'integration',
    title: 'OAuth beyond the connectors is hand-made',
    consequence:
      'A self-written flow often leaves a client secret in the browser or refresh tokens in an entity that others can read.',
    workaround:
      'Use a connector where the catalogue has one; otherwise exchange codes in a function, keep the client secret in the secrets store, and store tokens where only the service role can read them.',
    claim: claimed(
      'Only the plain authorisation code flow works out of the box; device and public-client flows do not.',
    ),
    today: {
      status: 'partly-lifted',
      summary:
        'A catalogue of about 46 connectors handles OAuth for the app, the workspace or each user: getConnection from SDK 0.8.20, connectAppUser from 0.8.22, getWorkspaceConnection from 0.8.31 and callApi from 0.8.44. Services outside the catalogue still need own code.',
      since: { package: '@base44/sdk', version: '0.8.20', member: 'asServiceRole.connectors.getConnection' },
      evidence: ['sdk', 'docs'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'No code exchanges authorisation codes by hand, holds a client secret or keeps refresh tokens in an entity.',
      notChecked: 'A function that the code calls is missing from the export, so an exchange may stand there.',
    },
    criteria: ['data-sensitivity', 'team-capacity'],
    auditorQuestion: 'To which outside accounts does the app hold access, and how is that access withdrawn?',
  },
};
