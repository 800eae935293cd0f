import { checkedOn, claimed, type LimitationsOf } from './limitation.js';

export const security: LimitationsOf<'sec'> = {
  'sec-no-waf': {
    id: 'sec-no-waf',
    category: 'security',
    title: 'No documented web application firewall',
    consequence:
      'Bots and floods reach public functions and forms directly, where they create records and use up credits.',
    workaround:
      'Require a sign-in or a captcha for writes, count requests per caller in the function, and route the custom domain through a firewall service.',
    claim: claimed('Filtering attacks, bots and floods is left to the owner of the app.'),
    today: {
      status: 'unclear',
      summary:
        'The documentation makes no statement on a firewall. It does describe a login challenge and, for Enterprise, a list of allowed addresses.',
      evidence: ['docs', 'docs-enterprise'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked:
        'Protection in front of the domain leaves no trace in the code; an export shows only which functions are open.',
    },
    criteria: ['user-concurrency', 'data-sensitivity'],
    auditorQuestion: 'What stops a script from calling the public functions thousands of times an hour?',
  },
  'sec-log-retention': {
    id: 'sec-log-retention',
    category: 'security',
    title: 'Logs are short-lived and cannot be kept longer',
    consequence: 'After an incident the lines that would explain it are likely gone or cut short.',
    workaround:
      'Send errors and security-relevant events from functions to a log service of your own, without personal data or secrets.',
    claim: claimed('Function logs vanish soon, and only copies sent elsewhere remain for an investigation.'),
    today: {
      status: 'still-true',
      summary:
        'No retention period is published and none can be set. Log reads through the command line are capped in number of rows.',
      evidence: ['docs', 'cli'],
      checkedOn,
    },
    visibility: 'indirect',
    verdicts: {
      clear: "The exported functions report their failures to a place outside the platform's own log.",
      notChecked:
        'The export holds no functions, or lacks some that the code calls, so their error handling could not be read.',
    },
    criteria: ['regulatory-compliance', 'team-capacity'],
    auditorQuestion: 'How far back can you read what a function did, and who is told when one fails?',
  },
  'sec-no-vault': {
    id: 'sec-no-vault',
    category: 'security',
    title: 'Secrets outside the secrets store',
    consequence:
      'A key written into code, a workflow or a browser variable is readable by everybody with the repository or the page.',
    workaround:
      'Keep keys in the secrets store, read them only in functions, and replace every key that was ever committed.',
    claim: claimed('Environment variables are kept readable, even for the building agent, and no vault exists.'),
    today: {
      status: 'lifted',
      summary:
        'The secrets store is documented as encrypted, and the dashboard and the command line list names only. Functions read values from the environment or from the runtime module.',
      evidence: ['docs-security-overview', 'cli'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'No code, workflow, configuration or environment file of the export holds a value that looks like a secret.',
      notChecked: 'A file could not be read in full; older commits and values in the dashboard are never looked at.',
    },
    criteria: ['data-sensitivity', 'team-capacity'],
    auditorQuestion: 'Where is each key of an outside service kept, and when was it last replaced?',
  },
  'sec-no-admin-audit': {
    id: 'sec-no-admin-audit',
    category: 'security',
    title: 'No record of administrator actions below Enterprise',
    consequence:
      'When a rule, schema or deployment changed, nobody can tell who did it, which many security reviews ask for.',
    workaround:
      'Keep the app in a synchronised repository with reviewed changes, limit the number of editors, and choose Enterprise where a log is required.',
    claim: claimed('Sign-ins, schema changes and deployments of the people who run an app leave no built-in trail.'),
    today: {
      status: 'partly-lifted',
      summary:
        'The Enterprise audit log covers schema and rule changes, publishing, roles and keys. Other plans have none.',
      evidence: ['docs-audit-logs'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked: 'Who may edit and publish, and what is recorded of it, are settings of the workspace.',
    },
    criteria: ['regulatory-compliance', 'team-capacity'],
    auditorQuestion: 'Who can edit and publish this app, and could you show who changed an access rule last month?',
  },
};
