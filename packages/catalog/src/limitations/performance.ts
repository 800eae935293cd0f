import { checkedOn, claimed, type LimitationsOf } from './limitation.js';

export const performance: LimitationsOf<'perf'> = {
  'perf-protocol-control': {
    id: 'perf-protocol-control',
    category: 'performance',
    title: 'No control over HTTP protocol features',
    consequence: 'Tuning the transport, such as HTTP/3 or early hints, is not possible on the hosting itself.',
    workaround: 'Put a content delivery network that offers the protocol in front of the custom domain.',
    claim: claimed('The choice of HTTP version and server push is not open to app owners.'),
    today: {
      status: 'still-true',
      summary: 'The documentation offers no such setting.',
      evidence: ['docs'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked:
        'Which protocol versions the domain speaks is decided by its hosting and whatever stands in front of it.',
    },
    criteria: ['performance'],
    auditorQuestion:
      'Does a content delivery network stand in front of the domain, and which protocol versions does it speak?',
  },
  'perf-cache-headers': {
    id: 'perf-cache-headers',
    category: 'performance',
    title: 'Cache headers cannot be configured',
    consequence:
      'Header and redirect files in the repository do nothing on Base44 hosting, so caching that they promise never happens there.',
    workaround:
      'Set cache rules in a content delivery network in front of the custom domain, and keep header files only where another host reads them.',
    claim: claimed('Static files carry default caching, and long lifetimes for hashed files cannot be requested.'),
    today: {
      status: 'still-true',
      summary: 'No setting is documented, and the command line warns that _headers and _redirects files are ignored.',
      evidence: ['cli', 'docs'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'The repository holds no file that promises cache rules which Base44 hosting would ignore.',
      notChecked: 'A file that may hold such rules could not be read; what the live domain sends is never visible.',
    },
    criteria: ['performance', 'user-concurrency'],
    auditorQuestion: 'What serves the static files in production, and who sets its cache rules?',
  },
  'perf-credit-load': {
    id: 'perf-credit-load',
    category: 'performance',
    title: 'Paid actions grow with traffic',
    consequence:
      'AI, mail, file, connector and automation calls draw on a monthly allowance; when it is empty they fail for end users until it renews.',
    workaround:
      'Keep paid calls out of loops, effects and unauthenticated functions, store their results, limit them per user, and handle the refusal (HTTP 402) in the interface.',
    claim: claimed('Each call of a function uses up credits, so busy endpoints empty the allowance early.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Entity reads and writes and plain function calls are free. Integrations, automations, workflows, agent messages, connector calls and the AI gateway cost credits.',
      evidence: ['docs-credits'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'No paid call runs in a loop, an effect, a timer or an unchecked function, and no schedule runs more often than a plan allows for.',
      notChecked:
        'Functions, workflows or automations are missing from the export; the real use of credits is never visible.',
    },
    criteria: ['user-concurrency', 'team-capacity'],
    auditorQuestion: 'How many credits does a normal month use, and what do users see when none are left?',
  },
};
