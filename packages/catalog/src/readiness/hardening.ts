/** The eight parts of a hardening project. */
export const hardeningIds = [
  'row-isolation',
  'security-headers',
  'external-logging',
  'functions-for-sensitive-data',
  'observability-and-alerts',
  'smoke-tests',
  'runbook',
  'exit-plan',
] as const;

/** Six more that extensive hardening adds. */
export const extensiveHardeningIds = [
  'tenant-isolation',
  'rendered-marketing-pages',
  'ai-rate-limits',
  'user-caps',
  'standby-replica',
  'soc2-statement',
] as const;

export type HardeningId = (typeof hardeningIds)[number];
export type ExtensiveHardeningId = (typeof extensiveHardeningIds)[number];
export type WorkId = HardeningId | ExtensiveHardeningId;

export interface WorkItem {
  /** The task, as a phrase without full stop. */
  readonly text: string;
  /** What an auditor looks at where the repository does not show it. */
  readonly ask: string;
}

export const workItems: Readonly<Record<WorkId, WorkItem>> = {
  'row-isolation': {
    text: 'Isolation of data row by row, audited and verified',
    ask: 'Has a second account tried to read and change the rows of the first?',
  },
  'security-headers': {
    text: 'Security headers, added by a proxy in front of the domain',
    ask: 'Which security headers does the live domain send?',
  },
  'external-logging': {
    text: 'Structured logs sent to a service outside the platform',
    ask: 'Where can last month’s errors be read?',
  },
  'functions-for-sensitive-data': {
    text: 'Backend functions in front of every sensitive operation on data',
    ask: 'Which sensitive changes does the browser make by itself?',
  },
  'observability-and-alerts': {
    text: 'Observability and alerts set up',
    ask: 'Who is woken by what when the app fails?',
  },
  'smoke-tests': { text: 'Smoke tests on every deploy', ask: 'What is tried after each deploy, and by whom?' },
  runbook: { text: 'A written runbook for the likeliest failures', ask: 'Where does it say what to do in an outage?' },
  'exit-plan': { text: 'A documented exit plan', ask: 'Where does it say how the app would leave the platform?' },
  'tenant-isolation': {
    text: 'Isolation of tenants engineered on purpose, not only of users',
    ask: 'Do several organisations share the app, and what keeps their rows apart?',
  },
  'rendered-marketing-pages': {
    text: 'A proxy that renders the marketing pages on the server',
    ask: 'What does a crawler get from the public pages?',
  },
  'ai-rate-limits': {
    text: 'Rate limits on whatever sets off AI calls',
    ask: 'How many AI calls can one person set off in an hour?',
  },
  'user-caps': { text: 'Limits on what one user may consume', ask: 'What stops one user from using up the credits?' },
  'standby-replica': {
    text: 'A standby copy of the data in a Postgres of your own, for outages',
    ask: 'How old is the newest copy of the data outside the platform?',
  },
  'soc2-statement': {
    text: 'A SOC 2 Type 1 self-attestation, where customers look at security',
    ask: 'Do customers ask for such a document, and does it exist?',
  },
};
