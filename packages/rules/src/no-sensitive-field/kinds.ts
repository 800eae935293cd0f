import { wordsOf, type Entity, type Field } from '@base44-lint/model';
import type { LimitationId } from '@base44-lint/catalog';
import { isLinkToken, isTokenHash } from '../judge/token-kind.js';

/** What a field holds that has rules of its own outside the app. */
export type Kind = 'health' | 'card' | 'bank' | 'identity' | 'credential';

export const limitationOf: Readonly<Record<Kind, LimitationId>> = {
  health: 'comp-no-hipaa',
  card: 'comp-pci',
  bank: 'data-default-open',
  identity: 'data-default-open',
  credential: 'sec-no-vault',
};

/** By the last telling words of a field that the model calls regulated; what is none of these is about health. */
const kinds: readonly (readonly [Kind, RegExp])[] = [
  ['card', /\b(?:card number|credit card|cvv|cvc)\b/],
  ['bank', /\b(?:iban|bank account|account number|routing number|sort code)\b/],
  [
    'identity',
    /\b(?:ssn|social security|national id|passport|id number|identity number|tax id|tax number|drivers? license|driving license|cpf|rut|dni|curp|aadhaar)\b/,
  ],
];

/** Names of values that may be shown: the last digits, a masked or encrypted form. A hash of a password is one to guess at. */
const harmless = /\b(?:last ?4|last four|masked|encrypted|brand|expiry)\b/;

const policy = /\binsurance (?:policy )?(?:number|id)$/;
const medical =
  /\b(?:health|medical|patient|clinic|clinical|doctor|physician|hospital|dental|therapy|diagnosis|allerg(?:y|ies))\b/;

/** Boats, cars and houses are insured too: a policy number speaks of health beside something that does. */
function isOfHealth(words: string, entity: Entity): boolean {
  return !policy.test(words) || [entity.name, ...entity.fields.map(({ name }) => name)].some(isMedical);
}

function isMedical(name: string): boolean {
  return medical.test(wordsOf(name).join(' '));
}

/** The sensitive fields of an entity by kind, in the order of the schema. */
export function sensitiveFields(entity: Entity): ReadonlyMap<Kind, readonly Field[]> {
  const found = new Map<Kind, Field[]>();
  const add = (kind: Kind, field: Field) => found.set(kind, [...(found.get(kind) ?? []), field]);
  const { secret, regulated } = entity.holds;
  for (const field of entity.fields) {
    const words = wordsOf(field.name).join(' ');
    if (harmless.test(words) || isTokenHash(field.name)) continue;
    if (secret.includes(field.name)) add('credential', field);
    else if (regulated.includes(field.name)) {
      const kind = kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'health';
      if (kind !== 'health' || isOfHealth(words, entity)) add(kind, field);
    }
  }
  return found;
}

/** Words that say something of health only because a patient stands in the row: `notes` of an invoice are not a diagnosis. */
const vague = /\b(?:notes?|reasons?)$/;
/** Credentials that open a system; the rest are invitations, sessions and links. */
const key = /\b(?:api ?keys?|secret|password|passwd|passphrase|private key|(?:access|refresh|auth|bot) token)\b/;
const tax = /\btax (?:id|number)\b/;

/** Whether everyone who reads the field can do with it what only few should. */
export function isGrave(kind: Kind, field: Field): boolean {
  const weight = weightOf(kind, field);
  return weight === 'certain' || (kind === 'credential' && !isLinkToken(field.name));
}

/** How much it says when everyone may read a field: `certain` is what nobody would publish. */
export function weightOf(kind: Kind, { name }: Field): 'certain' | 'likely' | 'vague' {
  const words = wordsOf(name).join(' ');
  if (kind === 'health') return vague.test(words) ? 'vague' : 'certain';
  if (kind === 'identity') return tax.test(words) ? 'likely' : 'certain';
  return kind === 'credential' && !key.test(words) ? 'likely' : 'certain';
}
