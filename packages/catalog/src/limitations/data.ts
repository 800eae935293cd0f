import { checkedOn, claimed, type LimitationsOf } from './limitation.js';

export const data: LimitationsOf<'data'> = {
  'data-no-bulk-delete': {
    id: 'data-no-bulk-delete',
    category: 'data',
    title: 'Records deleted one by one',
    consequence:
      'A loop of single deletes is slow, can hit rate limits and stops halfway on the first error, which leaves a part of the records behind.',
    workaround:
      'Delete by query with entities.X.deleteMany, for example { id: { $in: ids } }; never pass it an empty query, because the client does not refuse one.',
    claim: claimed('Many records can be removed only by one request each, since there is no bulk method.'),
    today: {
      status: 'lifted',
      summary:
        'Every examined SDK has deleteMany, the oldest (0.1.2) included. Only a method named bulkDelete never existed.',
      since: { package: '@base44/sdk', version: '0.1.2', member: 'entities.deleteMany' },
      evidence: ['sdk'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No loop, callback or recursion of the app deletes records one request at a time.',
      notChecked:
        'A function that the code calls is missing from the export, or a file could not be read, so a loop may stand there.',
    },
    criteria: ['performance', 'team-capacity'],
    auditorQuestion: 'Which clean-up or account-deletion jobs exist, and what happens when one stops in the middle?',
  },
  'data-default-open': {
    id: 'data-default-open',
    category: 'data',
    title: 'Entities without rules are open to everyone',
    consequence:
      'Where an operation has no rule, everybody who can reach the app may perform it on all records; in a public app that includes visitors who never signed in.',
    workaround:
      'Give each entity a rule for create, read, update and delete, and check with a second account and without signing in that foreign records stay invisible.',
    claim: claimed('A list without a filter hands out the records of all users.'),
    today: {
      status: 'still-true',
      summary:
        'A missing or empty rule leaves its operation open. The builder often writes rules now and a built-in scan reports gaps, but entities without any rule are still common.',
      evidence: ['docs-entity-security', 'docs-rls', 'skills', 'cli', 'docs-security-scan'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'The rules of every entity that the code uses are in the export and leave no operation open, and no read hands out rows past them.',
      notChecked: 'A schema is not in the export, so its rules may be open; what the dashboard says counts.',
    },
    criteria: ['data-sensitivity', 'regulatory-compliance'],
    auditorQuestion: 'Which rules does the dashboard show for entities whose schema is not in the repository?',
  },
  'data-storage-caps': {
    id: 'data-storage-caps',
    category: 'data',
    title: 'Storage limits are not published',
    consequence: 'An entity that only ever grows can meet a limit, or become slow, without a warning to plan by.',
    workaround:
      'Count the records of growing entities regularly, delete or archive old ones by schedule, and decide early at which size the data moves elsewhere.',
    claim: claimed(
      'Neither the size of the database nor the number of records has a published ceiling, yet apps have met one.',
    ),
    today: {
      status: 'still-true',
      summary: 'No size or record limit was found in the documentation.',
      evidence: ['docs'],
      checkedOn,
    },
    visibility: 'indirect',
    verdicts: {
      clear:
        'Every entity that looks like a log or a history is also cleaned up somewhere in the code, and reads carry limits.',
      notChecked:
        'The clean-up may lie in functions or workflows that the export does not hold; the number of records is never visible.',
    },
    criteria: ['user-concurrency', 'roadmap-horizon'],
    auditorQuestion: 'How many records do the largest entities hold today, and how fast do they grow?',
  },
  'data-5000-cap': {
    id: 'data-5000-cap',
    category: 'data',
    title: 'A read returns at most 5,000 records',
    consequence:
      'Longer lists are cut without an error, so totals, exports and checks that assume the whole set are quietly wrong.',
    workaround:
      'Set a limit on purpose; from SDK 0.8.49 walk longer sets by cursor and use count or aggregate for totals, before that page with skip.',
    claim: claimed('Since November 2025 one list call gives no more than 5,000 records, so longer sets need paging.'),
    today: {
      status: 'still-true',
      summary:
        'The cap is documented in the SDK types since 0.8.19. Cursor pages, count and aggregate came only with 0.8.49, and the documented default without a limit rose from 50 to 5,000 there.',
      evidence: ['sdk'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'Every read that could return more than the cap sets a limit below it, and no total is counted from a list.',
      notChecked: "Some reads go to a client of the app's own, or lie in functions that the export does not hold.",
    },
    criteria: ['performance', 'roadmap-horizon'],
    auditorQuestion: 'Which entities have, or will have, more than 5,000 records that one screen or job reads?',
  },
  'data-operators': {
    id: 'data-operators',
    category: 'data',
    title: 'No full-text, geographic or fuzzy queries',
    consequence:
      'Search that the server cannot do ends up in the browser, over a capped list of records that were all downloaded first.',
    workaround:
      'Use $regex and the other documented operators for simple matches, and a search service fed from functions for text ranking, distance or typing errors.',
    claim: claimed(
      'Queries know equality, sets, ranges and logic, but no patterns, text search, places or similarity.',
    ),
    today: {
      status: 'partly-lifted',
      summary:
        'The operators $exists, $regex, $all, $size, $not and $nor are typed from SDK 0.8.27, and the client always passed queries on unchanged. Text, geographic and fuzzy operators are in no type or document.',
      since: { package: '@base44/sdk', version: '0.8.27', member: 'entities.filter.$regex' },
      evidence: ['sdk', 'sdk-pr-166'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'All query operators in the code are documented for the SDK version in use.',
      notChecked: "Some queries go to a client of the app's own, or lie in functions that the export does not hold.",
    },
    criteria: ['performance'],
    auditorQuestion: 'What do users search for, and over how many records must the answer come quickly?',
  },
  'data-no-transactions': {
    id: 'data-no-transactions',
    category: 'data',
    title: 'No transaction over several entities',
    consequence:
      'When the second of two writes fails, the first one stays, and two users who write at once can overwrite each other.',
    workaround:
      'Order writes so that a repeat is harmless, store an idempotency key, undo the first write when the second fails, change counters with $inc, and replace check-then-create by upsert (SDK 0.8.49 or later).',
    claim: claimed('Writes to two entities cannot succeed or fail together.'),
    today: {
      status: 'still-true',
      summary:
        'No SDK version offers one. updateMany, bulkUpdate and upsert work within one entity, and schemas have no unique constraint.',
      evidence: ['sdk', 'cli'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear:
        'No handler writes several business entities without a way back, and no counter is computed from an earlier read.',
      notChecked: 'A function that the code calls is missing from the export, so its writes could not be judged.',
    },
    criteria: ['data-sensitivity', 'team-capacity'],
    auditorQuestion:
      'Which records must agree with each other, such as orders and stock, and who repairs them when they do not?',
  },
  'data-no-audit-log': {
    id: 'data-no-audit-log',
    category: 'data',
    title: 'No history of record changes below Enterprise',
    consequence: 'Nobody can show who changed or deleted a record, or what it said before.',
    workaround:
      'Write an audit record in the function that performs a sensitive change, to an entity that no client may update or delete.',
    claim: claimed('Who changed which record is not kept in a form that can be queried.'),
    today: {
      status: 'partly-lifted',
      summary:
        'The Enterprise audit log reports created, updated and deleted records, and Elite and Enterprise keep versions of the data for 7 and 30 days.',
      evidence: ['docs-audit-logs'],
      checkedOn,
    },
    visibility: 'indirect',
    verdicts: {
      clear:
        'Changes of entities that hold sensitive data are recorded in an audit entity, or no such entity is changed.',
      notChecked: 'The schemas are not in the export, so which entities are sensitive is unknown.',
    },
    criteria: ['regulatory-compliance', 'data-sensitivity'],
    auditorQuestion: 'For which records must you prove who changed them, and for how long?',
  },
  'data-indexing': {
    id: 'data-indexing',
    category: 'data',
    title: 'Indexes cannot be defined',
    consequence:
      'A query that is slow on a large entity cannot be sped up, and index or unique keys written into a schema have no documented effect.',
    workaround:
      'Query by few, selective fields, store precomputed values for sorting and totals, and mirror data into a database of your own for heavy queries.',
    claim: claimed('The platform alone decides what is indexed.'),
    today: {
      status: 'still-true',
      summary: 'The entity schema has neither an index nor a unique key, and the documentation describes none.',
      evidence: ['cli', 'docs'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No schema relies on an index or on a uniqueness that the platform does not offer.',
      notChecked: 'The export holds no schemas, or only some; how fast the queries really are is never visible.',
    },
    criteria: ['performance', 'user-concurrency'],
    auditorQuestion: 'Which screens became slower as the data grew?',
  },
};
