import type { ComplianceNeed } from '@base44-lint/catalog';
import type { ReadinessInput } from '../input.js';
import { sensitiveContent } from './content.js';
import { listed, when, type Evidence, type Witness } from './evidence.js';
import { hipaaInSchemas, lawsOf } from './laws.js';

const criterion = 'regulatory-compliance';
const rules = ['no-sensitive-field'];

/**
 * Which framework binds an app is for its owner to say. The export can only show that one does: by what the app keeps,
 * or by what it is built for.
 */
export const compliance: Witness = (input) => [...bound(input), ...laws(input)];

function bound(input: ReadinessInput): readonly Evidence[] {
  const held = sensitiveContent(input.app);
  const patients = held.filter(({ content }) => content === 'patient');
  const codes = held.filter(({ content }) => content === 'card-code');
  const cards = held.filter(({ content }) => content === 'card');
  const made = patients.length > 0 ? hipaaInSchemas(input.app) : [];
  return [
    ...when({
      criterion,
      kind: 'hipaa-built',
      cap: 0,
      confidence: 'likely',
      reason: 'The app keeps health data of patients, and its schemas are made for HIPAA by their own words.',
      seen: made,
      rules,
    }),
    ...when({
      criterion,
      kind: 'card-codes-kept',
      cap: 0,
      confidence: 'likely',
      reason: `${listed(codes.map(({ entity }) => entity))} takes card numbers with their security codes: payment processing beyond the card fields of a provider, which level 0 names.`,
      seen: codes,
      rules,
    }),
    ...when({
      criterion,
      kind: 'patient-data',
      cap: 2,
      confidence: 'likely',
      reason: `${listed(patients.map(({ entity }) => entity))} keeps health data of patients, to which some law applies wherever they live; where that is HIPAA the level is 0.`,
      seen: patients,
      rules,
    }),
    ...when({
      criterion,
      kind: 'card-data',
      cap: null,
      confidence: 'possible',
      reason:
        'Entities keep card numbers; if the app takes payments with them the card industry rules apply (level 0).',
      seen: cards,
      rules,
    }),
  ];
}

function laws(input: ReadinessInput): readonly Evidence[] {
  const all = lawsOf(input);
  const ofPeople = all.filter(({ law }) => law === 'gdpr' || law === 'other');
  const trade = all.filter(({ law }) => law === 'hipaa' || law === 'trade');
  const shown = ofPeople.filter(({ by }) => by !== 'mentioned');
  return [
    ...when({
      criterion,
      kind: 'privacy-law',
      cap: 2,
      confidence: 'likely',
      reason: 'The app itself says that a privacy law such as the GDPR or the CCPA applies, so level 4 does not.',
      seen: shown,
      rules: [],
    }),
    ...when({
      criterion,
      kind: 'privacy-law-named',
      cap: null,
      confidence: 'possible',
      reason: 'A text names a privacy law; whether it applies to this app is for its owner to say.',
      seen: shown.length > 0 ? [] : ofPeople,
      rules: [],
    }),
    ...when({
      criterion,
      kind: 'trade-framework-named',
      cap: null,
      confidence: 'possible',
      reason: 'A text names HIPAA, SOC 2 or PCI DSS; if the app needs one of them the level is 0.',
      seen: trade,
      rules: [],
    }),
  ];
}

/** The needs behind level 0 that the export itself shows. */
export function needsShown(evidence: readonly Evidence[]): readonly ComplianceNeed[] {
  return evidence.flatMap(({ kind }): ComplianceNeed[] =>
    kind === 'hipaa-built' ? ['hipaa'] : kind === 'card-codes-kept' ? ['pci'] : [],
  );
}
