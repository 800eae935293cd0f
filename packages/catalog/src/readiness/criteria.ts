import type { CriterionId } from '../criteria.js';
import type { Criterion, CriterionLevel } from './model.js';

function levels(...texts: readonly [string, string, string, string, string]): readonly CriterionLevel[] {
  return ([0, 1, 2, 3, 4] as const).map((level) => ({ level, text: texts[level] }));
}

/** The eight criteria. A high level means that the app asks little of the platform. */
export const readinessCriteria: { readonly [Id in CriterionId]: Criterion & { readonly id: Id } } = {
  'regulatory-compliance': {
    id: 'regulatory-compliance',
    number: 1,
    title: 'Regulatory compliance',
    question: 'Which regulatory framework must the app satisfy?',
    levels: [
      { level: 0, text: 'A HIPAA agreement (BAA), PCI Level 1 or a SOC 2 attestation is needed' },
      { level: 2, text: 'GDPR or CCPA and nothing beyond; workable with engineering effort' },
      { level: 4, text: 'No regulatory framework applies' },
    ],
    why: 'What the law or a contract demands cannot be made up for elsewhere, so the lowest level overrides every total.',
    limits: {
      workableFrom: 2,
      text: 'The platform cannot hand over the attestation or agreement that this level needs.',
      limitations: ['comp-no-hipaa', 'comp-pci', 'comp-no-soc2'],
    },
  },
  'data-sensitivity': {
    id: 'data-sensitivity',
    number: 2,
    title: 'Data sensitivity',
    question: 'What is the most sensitive data that the app keeps?',
    levels: levels(
      'Health records (PHI), identity numbers such as the SSN, financial data of people, or card data',
      'Other regulated data: of children under COPPA, of EU residents under GDPR',
      'General personal data: names, e-mail addresses, business contacts',
      'Data of accounts: preferences, state of the app',
      'Only anonymous or aggregated data',
    ),
    why: 'It decides how much encryption, access control and audit trail the app owes the people it knows.',
  },
  'user-concurrency': {
    id: 'user-concurrency',
    number: 3,
    title: 'Users at peak',
    question: 'How many people use the app at the same moment at its busiest?',
    levels: levels('10,000 or more', '1,000 to 10,000', '100 to 1,000', '10 to 100', 'Fewer than 10'),
    why: 'Capacity is shared and rate limits answer with 429, so many people at once are the first to notice.',
  },
  performance: {
    id: 'performance',
    number: 4,
    title: 'Performance',
    question: 'How fast must the app respond, and where?',
    levels: levels(
      'Under 100 ms everywhere in the world',
      'Under 300 ms in the main region',
      'Under 1 second is acceptable',
      'Under 3 seconds is acceptable',
      'As fast as it happens to be',
    ),
    why: 'The app is served from one region and rendered in the browser, which sets a floor under every response.',
    limits: {
      workableFrom: 2,
      text: 'One hosting region and rendering in the browser put this level out of reach without much proxy work.',
      limitations: ['arch-single-region', 'arch-csr-only'],
    },
  },
  availability: {
    id: 'availability',
    number: 5,
    title: 'Availability',
    question: 'Which availability do you owe your customers?',
    levels: levels(
      'By contract 99.95 % or more, as for hospitals or payment processors',
      '99.9 % in customer contracts',
      '99.5 % as best effort for paying customers',
      '99 % as best effort',
      'None is expected',
    ),
    why: 'The platform publishes no availability at any plan, and you cannot promise more than you are promised.',
    limits: {
      workableFrom: 1,
      text: 'A contractual availability cannot stand on a platform that commits itself to none.',
      limitations: ['ops-no-sla'],
    },
  },
  realtime: {
    id: 'realtime',
    number: 6,
    title: 'Real time',
    question: 'How soon must one person see what another has changed?',
    levels: levels(
      'Several people work on the same thing live, as in a shared document',
      'Chat or notifications arrive in real time',
      'Polling every 5 to 10 seconds is acceptable',
      'An update every minute is acceptable',
      'Content is static or rarely changes',
    ),
    why: 'When the article was written functions could not push anything, so live features meant an outside service.',
    limits: {
      workableFrom: 2,
      text: 'Without a WebSocket or event stream of the platform this level needs an outside service or a move.',
      limitations: ['arch-no-realtime'],
    },
  },
  'roadmap-horizon': {
    id: 'roadmap-horizon',
    number: 7,
    title: 'Roadmap horizon',
    question: 'For how long is the product committed?',
    levels: levels(
      'Five years or more, with large enterprise customers who expect it to last',
      '3 to 5 years',
      '1 to 3 years',
      '6 to 12 months',
      'Before product-market fit: it may change or end',
    ),
    why: 'The longer the product lives, the more a later move costs and the more the stability of the platform matters.',
  },
  'team-capacity': {
    id: 'team-capacity',
    number: 8,
    title: 'Team capacity',
    question: 'Who has time for work that the platform makes necessary?',
    levels: levels(
      'One founder who is no engineer; nobody can do the hardening',
      'One engineer with little time for it',
      'Two engineers who can give about 30 % of their time',
      'Three or more engineers, one of them full time',
      'Somebody is there for platform and operations alone',
    ),
    why: 'An app on the platform needs engineering all the time, and at the lowest level nobody is there to do it.',
  },
};
