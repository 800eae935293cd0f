import { checkedOn, claimed, type LimitationsOf } from './limitation.js';

export const architecture: LimitationsOf<'arch'> = {
  'arch-no-realtime': {
    id: 'arch-no-realtime',
    category: 'architecture',
    title: 'No WebSocket server of your own in functions',
    consequence:
      'A function that opens its own WebSocket server or a hand-made event stream has no supported way to keep the connection, so live features stall or fall back to polling.',
    workaround:
      'Follow records with entities.X.subscribe, build shared rooms with actors, and stream one answer with functions.fetch; upgrade the SDK where the pinned version lacks them, or use a hosted realtime service.',
    claim: claimed(
      'Functions only answer single requests, so live updates need polling or an outside realtime service.',
    ),
    today: {
      status: 'lifted',
      summary:
        'Entity change feeds exist from SDK 0.8.16 (in the source since 0.8.14), agent chat feeds from 0.7.8, raw function streams from 0.8.22 and stateful actors from 0.8.41. The AI gateway does not stream, and large records arrive shortened in change events from 0.8.28.',
      since: { package: '@base44/sdk', version: '0.8.16', member: 'entities.subscribe' },
      evidence: ['sdk'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'No file of the app opens a connection that the platform drops, polls records that it could follow, or forgets to end a subscription.',
      notChecked:
        'A function that the code calls is missing from the export, or a file could not be read, so a connection may be opened there.',
    },
    criteria: ['realtime', 'user-concurrency'],
    auditorQuestion:
      'Which screens must show the changes of other users within a second, and how many people watch them at once?',
  },
  'arch-no-service-role': {
    id: 'arch-no-service-role',
    category: 'architecture',
    title: 'The service role bypasses every access rule',
    consequence:
      'A function that uses asServiceRole without checking its caller lets that caller read or change the records of everybody.',
    workaround:
      'Identify the caller with auth.me() or verify a secret or signature first, check ownership or role of each record that is touched, and return only the fields the caller may see.',
    claim: claimed('Functions always act as the calling user, and no identity exists that may read across users.'),
    today: {
      status: 'lifted',
      summary:
        'The client has asServiceRole from SDK 0.5.0 (in the source since 0.4.0). Since 2026-06-22 the platform lets it bypass all row and field rules, whatever SDK version an app pins; before that it was treated like an app administrator.',
      since: { package: '@base44/sdk', version: '0.5.0', member: 'asServiceRole' },
      evidence: ['sdk', 'sdk-pr-206'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'Each exported function that acts with the service role checks its caller first, and no browser code asks for that role.',
      notChecked:
        'The export holds no functions, or lacks some that the code calls, so nobody can say what they do as the service role.',
    },
    criteria: ['data-sensitivity', 'team-capacity'],
    auditorQuestion: 'Which functions may act for all users, who may call each of them, and who reviewed that?',
  },
  'arch-no-tenancy': {
    id: 'arch-no-tenancy',
    category: 'architecture',
    title: 'Tenants are not a concept of the platform',
    consequence:
      'Nothing keeps one customer out of the data of another unless each entity has a rule for it; one forgotten rule or query shows records across tenants.',
    workaround:
      'Give each tenant-owned entity row rules that compare its tenant field with an attribute of the user that only the backend can set, and scope every service-role query by tenant.',
    claim: claimed('The platform knows no organisations, so each query must be narrowed to the tenant by hand.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Row rules can compare a tenant field of the record with an attribute of the user, and the server enforces them. No SDK up to 0.8.50 has an accounts module; one is proposed in an open pull request.',
      evidence: ['docs-entity-security', 'skills', 'sdk', 'sdk-pr-178'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'The tenant key is known, and every read and bulk write of entities that carry it stays within one tenant.',
      notChecked: 'No tenant key is known, or the schemas that would show the rules are not in the export.',
    },
    criteria: ['data-sensitivity', 'team-capacity'],
    auditorQuestion:
      'Do several customers share this app, and has anybody signed in to two of them to test the separation?',
  },
  'arch-csr-only': {
    id: 'arch-csr-only',
    category: 'architecture',
    title: 'Exported apps render in the browser only',
    consequence:
      'Crawlers and link previews that run no JavaScript see an empty page with one title, so public pages are found and shared badly.',
    workaround:
      'Switch on the managed search settings, set titles and descriptions per route, and serve public pages pre-rendered through a proxy or from a separate site where ranking matters.',
    claim: claimed('Apps are single-page React sites without server rendering, which search engines index poorly.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Exported Vite apps are still rendered in the browser. The platform adds a managed layer with sitemap, robots and llms.txt settings, and its tools recognise server-rendered TanStack Start apps.',
      evidence: ['docs-seo', 'vite-plugin', 'cli'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'The app has an entry that renders on a server, or no route that people without an account could reach was recognised.',
      notChecked: 'The export holds no page and no browser entry, so the way of rendering could not be read.',
    },
    criteria: ['performance', 'roadmap-horizon'],
    auditorQuestion: 'Which public pages must be found by search engines or previewed when somebody shares a link?',
  },
  'arch-single-region': {
    id: 'arch-single-region',
    category: 'architecture',
    title: 'One hosting region below Enterprise',
    consequence:
      'Users far from the region wait for a long round trip on each request, and a duty to keep data in a given country may not be met.',
    workaround:
      'Serve static and public content from a content delivery network, make fewer and larger requests, and choose an Enterprise data residency where the law asks for a place.',
    claim: claimed('All apps run in one region in the United States, with no deployment closer to users elsewhere.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Enterprise customers can choose data residency in the US, the EU or the UK. No choice of region is documented for other plans, and none of several regions at once.',
      evidence: ['docs-enterprise', 'docs-privacy'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked: 'The place of the servers is a setting of the plan, which no file of an export states.',
    },
    criteria: ['performance', 'regulatory-compliance'],
    auditorQuestion: 'Where do the users sit, and does a law or contract fix the country in which their data is kept?',
  },
  'arch-cold-start': {
    id: 'arch-cold-start',
    category: 'architecture',
    title: 'Functions may start cold',
    consequence:
      'The first call after a pause waits for the function to load, and heavy imports make that wait longer; keep-alive schedules pay credits for a doubtful gain.',
    workaround:
      'Import only what a handler uses, load heavy packages lazily, and show progress for calls that users wait for.',
    claim: claimed(
      'Functions need up to most of a second to start, longer with heavy imports, and cannot be kept warm.',
    ),
    today: {
      status: 'unclear',
      summary:
        'No start-up time is published. The current command line emulates a Workers-type host while the documentation still speaks of Deno, so earlier measurements may no longer apply.',
      evidence: ['cli', 'docs'],
      checkedOn,
    },
    visibility: 'indirect',
    verdicts: {
      clear: 'No exported function loads a package at its start that is known to be heavy.',
      notChecked:
        'The export holds no functions, or lacks some that the code calls, so their imports could not be read; the real start-up time is never visible.',
    },
    criteria: ['performance'],
    auditorQuestion: 'Which functions answer a waiting user, and what are their slowest response times in production?',
  },
};
