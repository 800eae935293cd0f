import type { RuleInfo } from '../result.js';

type Minutes = RuleInfo['effort']['first'];

interface Fix {
  readonly fix: string;
  readonly first: Minutes;
  readonly each: Minutes;
}

const minutes = (low: number, high: number): Minutes => ({ low, high });

/**
 * Kinds of change, with a rough band of minutes for the first place and for each further one. Estimates of the engineers of this
 * project for somebody who knows the app, tests included, rounded to what a plan needs; nobody measured them.
 */
const fixes = {
  argument: { fix: 'correct a name or an argument', first: minutes(5, 15), each: minutes(2, 10) },
  query: { fix: 'give a read or write a condition or limit', first: minutes(15, 45), each: minutes(5, 20) },
  rules: {
    fix: 'write access rules and try them as two users',
    first: minutes(30, 120),
    each: minutes(15, 60),
  },
  loop: { fix: 'replace a loop by one call', first: minutes(20, 90), each: minutes(10, 45) },
  guard: { fix: 'check the caller in a backend function', first: minutes(30, 90), each: minutes(15, 45) },
  server: {
    fix: 'move a decision from the browser to a backend function',
    first: minutes(120, 480),
    each: minutes(60, 240),
  },
  secret: {
    fix: 'revoke a secret, set a new one outside of the code',
    first: minutes(30, 120),
    each: minutes(15, 60),
  },
  transaction: {
    fix: 'make writes safe against each other and against failing halfway',
    first: minutes(60, 240),
    each: minutes(30, 120),
  },
  realtime: {
    fix: 'carry live data in a way that the platform supports',
    first: minutes(240, 960),
    each: minutes(120, 480),
  },
  component: { fix: 'change a component or function in place', first: minutes(15, 45), each: minutes(5, 20) },
  spending: { fix: 'cache, batch or pace what costs', first: minutes(30, 180), each: minutes(15, 90) },
  configuration: { fix: 'correct a configuration file', first: minutes(10, 30), each: minutes(5, 15) },
  dependency: { fix: 'replace or align a package', first: minutes(30, 120), each: minutes(5, 30) },
  feature: { fix: 'build a part that the app lacks', first: minutes(240, 1440), each: minutes(60, 240) },
  decision: { fix: 'decide with the owner, then note it or change it', first: minutes(30, 120), each: minutes(5, 30) },
} as const satisfies Readonly<Record<string, Fix>>;

type Kind = keyof typeof fixes;

const kinds: Readonly<Record<string, Kind>> = {
  'client-rendered-public-pages': 'feature',
  'consistent-sdk-version': 'dependency',
  'no-anonymous-agent-write': 'configuration',
  'no-bulk-delete-loop': 'loop',
  'no-client-credential-check': 'server',
  'no-client-side-scoping': 'query',
  'no-custom-integration': 'decision',
  'no-hardcoded-secret': 'secret',
  'no-heavy-function-import': 'dependency',
  'no-ignored-host-files': 'decision',
  'no-lost-update': 'transaction',
  'no-manual-oauth': 'server',
  'no-over-limit-read': 'query',
  'no-read-in-loop': 'loop',
  'no-repeated-paid-call': 'spending',
  'no-secret-in-client-env': 'secret',
  'no-self-promotion': 'rules',
  'no-sensitive-field': 'decision',
  'no-service-role-in-client': 'server',
  'no-shared-sender-email': 'spending',
  'no-tight-polling': 'spending',
  'no-token-in-web-storage': 'server',
  'no-unfiltered-list': 'query',
  'no-unguarded-multi-write': 'transaction',
  'no-unknown-entity': 'argument',
  'no-unknown-field': 'argument',
  'no-unknown-function': 'argument',
  'no-unknown-sdk-member': 'argument',
  'no-unmatchable-rule': 'rules',
  'no-unsafe-html': 'component',
  'no-unsupported-operator': 'query',
  'no-unsupported-runtime-api': 'dependency',
  'no-web-checkout-in-native-app': 'feature',
  'no-websocket': 'realtime',
  'no-write-loop': 'loop',
  'require-audit-trail': 'feature',
  'require-data-export': 'feature',
  'require-entity-rules': 'rules',
  'require-error-reporting': 'feature',
  'require-function-auth': 'guard',
  'require-read-limit': 'query',
  'require-retention': 'feature',
  'require-tenant-filter': 'query',
  'require-unsubscribe': 'component',
  'require-webhook-signature': 'guard',
  'schedule-within-plan': 'configuration',
  'sdk-lock-in': 'decision',
  'supported-sign-in': 'decision',
  'valid-list-arguments': 'argument',
  'valid-schema': 'configuration',
};

/** What it takes to mend what a rule finds, by its name. */
export function effortOf(rule: string): RuleInfo['effort'] {
  const { fix, first, each } = fixes[kinds[rule] ?? 'decision'];
  return { fix, first, each };
}

/** Rules with an estimate of their own. */
export const estimatedRules: readonly string[] = Object.keys(kinds);
