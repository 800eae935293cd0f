import { wordsOf, type Entity, type Field } from '@base44-lint/model';
import type { LimitationId } from '@base44-lint/catalog';

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

/** The sensitive fields of an entity by kind, in the order of the schema. */
export function sensitiveFields(entity: Entity): ReadonlyMap<Kind, readonly Field[]> {
  const found = new Map<Kind, Field[]>();
  const add = (kind: Kind, field: Field) => found.set(kind, [...(found.get(kind) ?? []), field]);
  const { secret, regulated } = entity.holds;
  for (const field of entity.fields) {
    const words = wordsOf(field.name).join(' ');
    if (harmless.test(words)) continue;
    if (secret.includes(field.name)) add('credential', field);
    else if (regulated.includes(field.name))
      add(kinds.find(([, pattern]) => pattern.test(words))?.[0] ?? 'health', field);
  }
  return found;
}

/** Words that say something of health only because a patient stands in the row: `notes` of an invoice are not a diagnosis. */
const vague = /\b(?:notes?|reasons?)$/;
/** Credentials that open a system; the rest are links and sessions, which are made to be handed out. */
const key = /\b(?:api ?keys?|secret|password|passwd|passphrase|private key|(?:access|refresh|auth|bot) token)\b/;
const tax = /\btax (?:id|number)\b/;

/** How much it says when everyone may read a field: `certain` is what nobody would publish. */
export function weightOf(kind: Kind, { name }: Field): 'certain' | 'likely' | 'vague' {
  const words = wordsOf(name).join(' ');
  if (kind === 'health') return vague.test(words) ? 'vague' : 'certain';
  if (kind === 'identity') return tax.test(words) ? 'likely' : 'certain';
  return kind === 'credential' && !key.test(words) ? 'likely' : 'certain';
}
