import { checkedOn, claimed, type LimitationsOf } from './limitation.js';

export const exit: LimitationsOf<'exit'> = {
  'exit-export-tier': {
    id: 'exit-export-tier',
    category: 'exit',
    title: 'Code export needs a paid plan',
    consequence: 'An app on a small plan cannot be taken along, reviewed outside or backed up as code.',
    workaround: 'Use a plan with repository access before the app matters, and keep the repository synchronised.',
    claim: claimed('Only the Pro plan and those above it may export code.'),
    today: {
      status: 'partly-lifted',
      summary: 'The documentation names the Builder plan as the lowest with repository access and export.',
      evidence: ['docs-github', 'docs'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked:
        'That an export exists shows only that somebody could make one at some time; the plan of today stands in the account.',
    },
    criteria: ['roadmap-horizon'],
    auditorQuestion: 'Which plan does the app use, and is the export that was given for review the newest state?',
  },
  'exit-sdk-dependence': {
    id: 'exit-sdk-dependence',
    category: 'exit',
    title: 'Exported code still runs against Base44',
    consequence: 'Leaving means to replace each call of the SDK: data, sign-in, files, mail, AI and functions.',
    workaround:
      'Put one thin layer of your own between components and the SDK, so that a later move changes one folder.',
    claim: claimed("The exported app keeps calling the vendor's servers through the SDK and cannot run alone."),
    today: {
      status: 'still-true',
      summary:
        'The client talks to https://base44.app unless told otherwise, and the eject command creates another Base44 app, not an independent one.',
      evidence: ['sdk', 'cli'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No code of the app calls the platform through the SDK, and its zones do not mix SDK versions.',
      notChecked:
        'A file could not be read, or functions are missing from the export, so the calls in them are not counted.',
    },
    criteria: ['roadmap-horizon', 'team-capacity'],
    auditorQuestion: 'How long must this app live, and would you ever have to run it without the platform?',
  },
  'exit-db-export': {
    id: 'exit-db-export',
    category: 'exit',
    title: 'No complete database dump',
    consequence:
      'A move or a restore has to be assembled table by table, and passwords of users cannot be taken along.',
    workaround:
      'Keep a function that writes every entity to storage of your own, by cursor from SDK 0.8.49, copy uploaded files as well, and plan a password reset for all users.',
    claim: claimed('No documented procedure yields schema and data in a portable form.'),
    today: {
      status: 'partly-lifted',
      summary:
        'Tables can be exported as CSV one at a time, Enterprise has backups, and cursor pages from SDK 0.8.49 allow a full walk. There is no SQL dump, and credentials cannot be exported.',
      since: { package: '@base44/sdk', version: '0.8.49', member: 'entities.list.cursor' },
      evidence: ['docs', 'sdk'],
      checkedOn,
    },
    visibility: 'indirect',
    verdicts: {
      clear:
        "The app has a way to take the data of its entities out, and holds no addresses of files on the platform's storage.",
      notChecked:
        'No use of entities was found, or functions are missing from the export; backups made in the dashboard are never visible.',
    },
    criteria: ['roadmap-horizon', 'availability'],
    auditorQuestion: 'When was the data last exported in full, and has anybody tried to restore it?',
  },
  'exit-github-beta': {
    id: 'exit-github-beta',
    category: 'exit',
    title: 'A repository may hold only a part of the app',
    consequence:
      'Entities, rules or functions that exist on the platform can be missing from the repository, so a review of the code alone sees less than what runs.',
    workaround:
      'Fetch the functions with the command line (functions pull), and compare entities and their rules with the dashboard before a review.',
    claim: claimed('Export to GitHub has been in beta for more than a year.'),
    today: {
      status: 'lifted',
      summary:
        'Two-way synchronisation with the main branch is documented. A synchronised repository can still lack the entity folder.',
      evidence: ['docs-github'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'Every entity and function that the code names is in the export.',
      notChecked:
        'The export holds no schemas at all, or names are built at run time, so nobody can say what is missing.',
    },
    criteria: ['roadmap-horizon'],
    auditorQuestion: 'Does the dashboard list entities, functions or rules that the repository does not contain?',
  },
};
