import {
  aboutValue,
  foreign,
  phrases,
  referenceAlone,
  referenceNames,
  trailing,
  type Kinds,
} from './sensitivity-words.js';
import { isBusinessField, isCatalogue, isLetterhead, isPrintedField, isThing } from './things.js';
import type { Field, Sensitivity } from './types.js';
import { wordsOf } from './words.js';

/** Judges an entity by the names of its fields and its own. */
export function sensitivityOf(entity: string, fields: readonly Field[]): Sensitivity {
  const namesOf = (kind: keyof Kinds<unknown>): string[] =>
    fields.filter((field) => holds(field, kind)).map(({ name }) => name);
  // The address, telephone and tax number of a company or a building are no person's.
  const thing = isThing(entity, fields);
  const letterhead = isLetterhead(entity, fields);
  const isPersons = (name: string): boolean =>
    !(thing && isBusinessField(name)) && !(letterhead && isPrintedField(name));
  const owner = namesOf('owner');
  const found = {
    personal: namesOf('personal').filter(isPersons),
    secret: [...namesOf('secret'), ...sentCodes(entity, fields)],
    regulated: [...namesOf('regulated').filter(isPersons), ...clinicalFields(fields)],
    owner,
  };
  const isHarmless = Object.values(found).every((names) => names.length === 0);
  return { ...found, reference: isHarmless && (isReferenceName(entity) || isCatalogue(fields)) };
}

/** Who did something to a row is not whose row it is. */
const actors = new Set(
  'created assigned assignee acknowledged released requested enabled updated modified uploaded approved submitted reviewed closed resolved handled changed edited added imported generated verified processed performed logged reported'.split(
    ' ',
  ),
);

const clinical = new Set(
  'medication drug dosage dose result results reason complaint complaints symptom symptoms notes treatment procedure finding findings vitals allergy diagnosis'.split(
    ' ',
  ),
);

/** What is said of a patient is health data, whatever the field is called on its own. */
function clinicalFields(fields: readonly Field[]): string[] {
  if (!fields.some(({ name }) => /^patient_?(?:id|ref|email)$/i.test(name))) return [];
  return fields
    .filter(({ type, name }) => type !== 'boolean' && clinical.has(wordsOf(name).at(-1) ?? ''))
    .map(({ name }) => name)
    .slice(0, 3);
}

/** The `code` of an entity that keeps what was sent to somebody to prove who they are. */
function sentCodes(entity: string, fields: readonly Field[]): string[] {
  const isProof = wordsOf(entity).some((word) => word === 'otp' || word === 'verification');
  return isProof ? fields.filter(({ name }) => name.toLowerCase() === 'code').map(({ name }) => name) : [];
}

/** Whether a field names a user to whom the row belongs. */
export function isOwnerName(name: string): boolean {
  const words = wordsOf(name);
  const isActor = words.includes('by') || words.some((word) => actors.has(word));
  return !isActor && endsWithPhrase(words, 'owner');
}

function holds(field: Field, kind: keyof Kinds<unknown>): boolean {
  if (field.type === 'boolean') return false;
  if (kind === 'owner') return field.type !== 'number' && isOwnerName(field.name);
  // A number called token is a count; a phone number may be one.
  if (kind === 'secret' && (field.type === 'number' || field.type === 'integer')) return false;
  const words = wordsOf(field.name);
  // Who changed a row is shown with it in every list.
  if (kind === 'personal' && words.includes('by')) return false;
  if (kind === 'personal' && field.format === 'email')
    return !words.some((word) => foreign.personal.includes(word)) || words.length === 1;
  return !aboutValue.has(words[0] ?? '') && endsWithPhrase(words, kind);
}

function endsWithPhrase(words: readonly string[], kind: keyof Kinds<unknown>): boolean {
  for (let end = words.length; end > 0; end -= 1) {
    for (const phrase of phraseWords[kind]) {
      const start = end - phrase.length;
      const matches = start >= 0 && phrase.every((word, index) => words[start + index] === word);
      if (matches) return start === 0 || !foreign[kind].includes(words[start - 1]!);
    }
    if (!trailing[kind].includes(words[end - 1]!)) return false;
  }
  return false;
}

function isReferenceName(entity: string): boolean {
  const name = wordsOf(entity).join(' ');
  return referenceAlone.has(name) || referenceNames.some((last) => name === last || name.endsWith(` ${last}`));
}

/** Longest first, so that `ip address` is found before `address`. */
const phraseWords = Object.fromEntries(
  Object.entries(phrases).map(([kind, lists]) => [
    kind,
    lists
      .flatMap((list) => list.split(', '))
      .map((phrase) => phrase.split(' '))
      .toSorted((one, two) => two.length - one.length),
  ]),
) as Kinds<string[][]>;
