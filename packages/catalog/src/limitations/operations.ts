import { checkedOn, claimed, claimedInFaq, type LimitationsOf } from './limitation.js';

/** Operations and compliance: what the vendor promises rather than what the product does. */
export const operations: LimitationsOf<'ops' | 'comp'> = {
  'ops-no-sla': {
    id: 'ops-no-sla',
    category: 'operations',
    title: 'No public uptime commitment',
    consequence:
      'An outage has no agreed limit and no compensation, and you cannot promise your customers more than you were promised.',
    workaround:
      'Promise customers only what you can bear, watch the app from outside, keep a recent data export and a written plan for an outage.',
    claim: claimed('No plan contains a contractual availability figure.'),
    today: {
      status: 'still-true',
      summary:
        'No uptime figure is public. The Enterprise page speaks of guaranteed response times, not of availability.',
      evidence: ['docs-enterprise', 'docs'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: { clear: null, notChecked: 'Availability is a matter of contracts, of which a repository says nothing.' },
    criteria: ['availability'],
    auditorQuestion:
      'Which availability have you promised to customers, and what does your own contract with the platform say?',
  },
  'comp-no-soc2': {
    id: 'comp-no-soc2',
    category: 'compliance',
    title: 'The SOC 2 report is available only under NDA',
    consequence:
      'A customer who audits vendors needs the report itself, and it covers the platform, not your app on top of it.',
    workaround:
      'Request the report under a non-disclosure agreement early in a sale, and document the controls of your own app.',
    claim: claimed('No SOC 2 Type II report has been published.'),
    today: {
      status: 'lifted',
      summary:
        'The vendor states SOC 2 Type II and ISO 27001 and hands out the report under a non-disclosure agreement.',
      evidence: ['docs-privacy'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked: 'A report about the vendor is a document between companies, of which a repository says nothing.',
    },
    criteria: ['regulatory-compliance'],
    auditorQuestion:
      'Do your customers ask for a SOC 2 report of vendors, and have you received the one of the platform?',
  },
  'comp-no-hipaa': {
    id: 'comp-no-hipaa',
    category: 'compliance',
    title: 'No business associate agreement for health data',
    consequence:
      'An app that stores patient data for a covered organisation in the US cannot satisfy HIPAA, however well it is built.',
    workaround:
      'Keep health data of patients in a service that signs such an agreement, and store only opaque references on Base44.',
    claim: claimed('The vendor signs no agreement that HIPAA demands for patient data.'),
    today: {
      status: 'still-true',
      summary:
        'The documentation has no page on such an agreement, and a third-party article of June 2026 says that none is offered.',
      evidence: ['docs', 'hipaa-article'],
      checkedOn,
    },
    visibility: 'indirect',
    verdicts: {
      clear: 'No field of an exported schema is named like data about the health of people.',
      notChecked: 'The export holds no schemas, or only some; data in free text and uploaded files is never visible.',
    },
    criteria: ['regulatory-compliance', 'data-sensitivity'],
    auditorQuestion: 'Does the app hold data about the health of identifiable people, and for whom?',
  },
  'comp-pci': {
    id: 'comp-pci',
    category: 'compliance',
    title: 'Card data does not belong in the app',
    consequence:
      'A form or entity that takes card numbers puts the whole app under the card industry rules, for which the hosting shows no proof of compliance.',
    workaround:
      "Let a payment provider's hosted fields or checkout take the card, and store only its token or customer id.",
    claim: claimedInFaq(
      'Card payments are acceptable only when the card data stays in fields of the payment provider.',
    ),
    today: {
      status: 'unclear',
      summary: 'No PCI statement for the hosting of apps was found in the documentation.',
      evidence: ['docs'],
      checkedOn,
    },
    visibility: 'direct',
    verdicts: {
      clear: 'No field of an exported schema is named like a card number or its security code.',
      notChecked: 'The export holds no schemas, or only some; data in free text and uploaded files is never visible.',
    },
    criteria: ['regulatory-compliance', 'data-sensitivity'],
    auditorQuestion: 'How do customers pay, and does a card number ever pass through your own form or function?',
  },
  'ops-support': {
    id: 'ops-support',
    category: 'operations',
    title: 'Speed of support is not assured',
    consequence: 'During an incident you may wait for an answer that you cannot plan with.',
    workaround:
      'Write a runbook for the likely failures, keep a way to publish an earlier version, and buy a plan with premium support if you need one.',
    claim: claimed('Reviewers report slow answers from support, or none.'),
    today: {
      status: 'unclear',
      summary: 'Reports of users cannot be verified. Higher plans come with premium support.',
      evidence: ['docs', 'docs-enterprise'],
      checkedOn,
    },
    visibility: 'manual',
    verdicts: {
      clear: null,
      notChecked: 'How fast somebody answers is a matter of the plan and of experience, not of code.',
    },
    criteria: ['availability', 'team-capacity'],
    auditorQuestion: 'Who answers when the app fails at night, and which support does your plan include?',
  },
};
