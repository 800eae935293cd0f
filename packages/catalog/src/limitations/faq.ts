import { checkedOn, claimedInFaq, type LimitationsOf } from './limitation.js';

export const faq: LimitationsOf<'faq'> = {
  'faq-response-headers': {
    id: 'faq-response-headers',
    category: 'faq',
    title: 'Response headers cannot be set',
    consequence: 'Protection that needs a header, such as HSTS or a ban on framing, is missing on Base44 hosting.',
    workaround:
      'Add a content security policy as a meta tag in index.html, and set HSTS and frame-ancestors in a proxy in front of the custom domain.',
    claim: claimedInFaq(
      'HSTS and a content security policy need a proxy in front of the app, because headers are not configurable.',
    ),
    today: {
      status: 'still-true',
      summary:
        'No setting is documented, and a _headers file is ignored. A policy in a meta tag works, but it cannot express HSTS or frame-ancestors.',
      evidence: ['cli', 'docs'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'No file promises headers that the hosting ignores, and the page carries a content security policy of its own.',
      notChecked:
        'The export holds no index.html, so a policy in the page could not be looked for; what the live domain sends is never visible.',
    },
    criteria: ['data-sensitivity', 'regulatory-compliance'],
    auditorQuestion: 'Which security headers does the live domain send, and what adds them?',
  },
  'faq-entity-size': {
    id: 'faq-entity-size',
    category: 'faq',
    title: 'Large entities may become slow',
    consequence: 'Lists and filters over an entity of several hundred thousand records may slow down or fail.',
    workaround:
      'Watch the size of growing entities, archive old records, and plan a separate database before the first million.',
    claim: claimedInFaq(
      'Entities work well up to about 100,000 records, are slow beyond 500,000 and fail beyond a million.',
    ),
    today: {
      status: 'unclear',
      summary: 'The figures are observations of one third party. The vendor publishes none.',
      evidence: ['limitations-faq', 'docs'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked: 'The number of records lies on the platform; the code shows at most which entities may grow.',
    },
    criteria: ['user-concurrency', 'roadmap-horizon'],
    auditorQuestion: 'How many records does the largest entity have, and what will it have in two years?',
  },
  'faq-js-only-backend': {
    id: 'faq-js-only-backend',
    category: 'faq',
    title: 'Functions run JavaScript within narrow limits',
    consequence:
      'Code that needs files, processes, native modules or other languages, or that works on after its answer, fails when it is deployed or is cut off.',
    workaround:
      'Use packages that run on a Workers-type host, hand late work to waitUntil, keep a run below five minutes, and call an outside service for anything else.',
    claim: claimedInFaq(
      'Functions accept only TypeScript and JavaScript on Deno, with a part of the packages from npm and JSR.',
    ),
    today: {
      status: 'partly-lifted',
      summary:
        'The languages are unchanged. Imports may come from npm, JSR and URL hosts, a bundle may have about 30 MB, a run five minutes, and of the Deno interface only serve and env are provided.',
      evidence: ['cli', 'docs'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No exported function uses files, processes or native modules that the function host does not offer.',
      notChecked: 'The export holds no functions, or lacks some that the code calls.',
    },
    criteria: ['team-capacity', 'performance'],
    auditorQuestion: 'Which jobs take more than a minute or need software that is not JavaScript?',
  },
  'faq-scheduled-activity': {
    id: 'faq-scheduled-activity',
    category: 'faq',
    title: 'Schedules have limits and costs',
    consequence:
      'A job that must run at a fixed time can be missed when credits run out, and a timer in the browser runs only while a page is open.',
    workaround:
      'Use a workflow with an interval of at least five minutes, let each run catch up on what the last one missed, and raise an alarm when none has run.',
    claim: claimedInFaq('Scheduled functions are unreliable while nobody uses the app.'),
    today: {
      status: 'unclear',
      summary:
        'Scheduling was rebuilt since, first as automations and then as workflows. The documentation names the plan, the credits and a shortest interval of five minutes, and says nothing about activity.',
      evidence: ['docs-workflows', 'skills', 'docs-credits'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'The schedules of the export keep to the shortest interval that the platform runs.',
      notChecked: 'The export holds no schedule; those that exist only in the dashboard are not part of it.',
    },
    criteria: ['availability', 'team-capacity'],
    auditorQuestion: 'Which jobs must run on time, and how do you learn that one did not?',
  },
  'faq-agent-hallucination': {
    id: 'faq-agent-hallucination',
    category: 'faq',
    title: 'The builder writes calls that do not exist',
    consequence:
      'A call of a method that the pinned SDK lacks fails when a user reaches it, often on a path nobody tried.',
    workaround:
      'Check generated code against the SDK version that the app really installs, and upgrade or rewrite what that version lacks.',
    claim: claimedInFaq('The builder gladly writes realtime code that the platform cannot run.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Realtime code has become possible from SDK 0.8.16. Invented members, such as findOne or bulkDelete, exist in no version.',
      since: { package: '@base44/sdk', version: '0.8.16', member: 'entities.subscribe' },
      evidence: ['sdk'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'Every member of the SDK, entity and function that the code calls exists for the version in use.',
      notChecked: "The SDK version is unknown, or schemas are missing, or calls go to a client of the app's own.",
    },
    criteria: ['team-capacity'],
    auditorQuestion: 'Who reads and tests what the builder writes before it is published?',
  },
  'faq-polling-credits': {
    id: 'faq-polling-credits',
    category: 'faq',
    title: 'Polling costs when it reaches paid calls',
    consequence:
      'A timer that reaches AI, mail or connector calls spends credits for every open page, and any fast timer adds load.',
    workaround:
      'Replace polling of records with entities.X.subscribe, keep paid calls out of timers, and stop timers while the page is hidden.',
    claim: claimedInFaq('Polling a function for live updates uses up more credits.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Reads and plain function calls are free, so polling costs credits only when the polled function makes a paid call.',
      evidence: ['docs-credits'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No timer of a page or function reaches a paid call or asks for records at short intervals.',
      notChecked:
        'A function that the code calls is missing from the export, so whether a timer reaches a paid call is unknown.',
    },
    criteria: ['realtime', 'user-concurrency'],
    auditorQuestion: 'How many pages are open at once on a busy day, and how often does each ask for news?',
  },
};
