import { wordsOf, type App, type Entity, type Field } from '@base44-lint/model';
import { isDemo, isOnPlatform, sensitiveFields, weightOf } from '@base44-lint/rules';
import type { Seen } from './evidence.js';

/**
 * What a sensitive field proves. Names alone mislead: a repair shop writes a diagnosis, a shop has gift cards with card
 * numbers, a utility has account numbers, a firm prints its bank account on invoices. So each kind asks for company.
 *
 * - `patient`: health data beside a patient or in the entity of a clinic; `health`: health data of somebody
 * - `card`: card numbers; `card-code`: the security code as well
 * - `bank`: bank details of people; `identity`: numbers of identity papers
 * - `doubtful`: a name that may mean any of these or something else
 */
export type Content = 'patient' | 'health' | 'card' | 'card-code' | 'bank' | 'identity' | 'doubtful';

export interface Held extends Seen {
  readonly content: Content;
  readonly entity: string;
  readonly field: string;
}

const contentByApp = new WeakMap<App, readonly Held[]>();

/** Sensitive fields of the entities that hold real rows on the platform. Asked for by several criteria and tasks. */
export function sensitiveContent(app: App): readonly Held[] {
  const known = contentByApp.get(app);
  if (known) return known;
  const held = judge(app);
  contentByApp.set(app, held);
  return held;
}

function judge(app: App): readonly Held[] {
  return Object.values(app.entities)
    .filter((entity) => isOnPlatform(app, entity.name) && !isDemo(entity))
    .flatMap((entity) => [
      ...listOfPatients(entity),
      ...[...sensitiveFields(entity)].flatMap(([kind, fields]) =>
        fields.flatMap((field) => {
          if (kind === 'credential') return [];
          const content = contentOf[kind](entity, field);
          const note = `\`${entity.name}.${field.name}\``;
          return [{ content, entity: entity.name, field: field.name, note, place: field.place }];
        }),
      ),
    ]);
}

/** Who is a patient is health data already, whatever else the row says. */
function listOfPatients(entity: Entity): readonly Held[] {
  const isPatient = /^patient(?: (?:profile|record|file))?s?$/.test(words(entity.name));
  const [name] = entity.holds.personal;
  const field = isPatient && !isOfThing(entity) ? entity.fields.find((one) => one.name === name) : undefined;
  return field
    ? [
        {
          content: 'patient',
          entity: entity.name,
          field: field.name,
          note: `\`${entity.name}.${field.name}\``,
          place: field.place,
        },
      ]
    : [];
}

type Judge = (entity: Entity, field: Field) => Content;

const contentOf: Readonly<Record<'health' | 'card' | 'bank' | 'identity', Judge>> = {
  health(entity, field) {
    if (isOfThing(entity) || weightOf('health', field) === 'vague') return 'doubtful';
    if (isOfPatient(entity)) return 'patient';
    return isOfPerson(entity) && !isMenu(entity) ? 'health' : 'doubtful';
  },
  card(entity, field) {
    const words = wordsOf(field.name).join(' ');
    if (otherCard.test(words) || otherCard.test(wordsOf(entity.name).join(' '))) return 'doubtful';
    const names = entity.fields.map(({ name }) => wordsOf(name).join(' '));
    const hasCode = names.some((name) => /\b(?:cvv|cvc)\b/.test(name));
    const hasNumber = names.some((name) => /\b(?:card number|credit card(?: number)?)$/.test(name));
    if (hasCode && hasNumber) return 'card-code';
    // `credit_card` alone may be a way of paying, and a card number alone that of a club.
    return /card number/.test(words) && names.some((name) => expiry.test(name)) ? 'card' : 'doubtful';
  },
  bank(entity, field) {
    const explicit = /\b(?:iban|bank account|routing number|sort code)\b/.test(wordsOf(field.name).join(' '));
    const isBank = explicit || entity.fields.some(({ name }) => /bank|iban|routing/i.test(name));
    return isBank && !isOfFirm(entity) && isOfPerson(entity) ? 'bank' : 'doubtful';
  },
  identity(entity, field) {
    const words = wordsOf(field.name).join(' ');
    if (isOfFirm(entity) || weightOf('identity', field) !== 'certain') return 'doubtful';
    return paper.test(words) && (isOfPerson(entity) || /\b(?:ssn|social security)\b/.test(words))
      ? 'identity'
      : 'doubtful';
  },
};

const otherCard = /\b(?:gift|loyalty|member|membership|club|sim|punch|library|report|score|bonus|points?|id|time)\b/;
const expiry = /\b(?:expiry|expiration|exp (?:month|year|date)|card ?holder(?: name)?|name on card)\b/;
const paper =
  /\b(?:ssn|social security|national id|passport|drivers? license|driving license|cpf|dni|curp|aadhaar|id number|identity number)\b/;

const thing =
  /\b(?:pets?|animals?|dogs?|cats?|horses?|livestock|cattle|veterinary|breeds?|species|plants?|crops?|vehicles?|cars?|devices?|machines?|equipment|repairs?|boats?|incidents?|servers?|appliances?|printers?|imei|vin|work orders?)\b/;

/** What ails a dog, a car or a server is no health data. */
function isOfThing(entity: Entity): boolean {
  return namesOf(entity).some((name) => thing.test(name));
}

/** A guest who names allergies and nothing else of the kind chooses a meal. */
function isMenu({ holds }: Entity): boolean {
  return !holds.regulated.some((name) => /diagnos|medica|blood|symptom|prescription|disabilit|condition/i.test(name));
}

/** Words of those who treat people: then the app works for them. */
const clinic = /\b(?:patients?|clinics?|clinical|hospitals?|ehr|emr|encounters?|medical records?)\b/;

function isOfPatient(entity: Entity): boolean {
  return namesOf(entity).some((name) => clinic.test(name));
}

/** The entity knows somebody: by personal fields, or by whose row it is. */
function isOfPerson(entity: Entity): boolean {
  const { personal, owner } = entity.holds;
  return personal.length > 0 || owner.length > 0 || entity.name === 'User' || person.test(words(entity.name));
}

const person =
  /\b(?:patient|client|customer|employee|member|person|people|contact|student|guest|driver|worker|applicant|candidate|profile|user|child|participant|donor|volunteer|staff|tenant|visitor)s?\b/;

/** Bank accounts and tax numbers of firms are printed on their invoices. */
const firm =
  /\b(?:company|companies|supplier|vendor|organi[sz]ation|settings?|configuration|config|business|invoice|association|team|brand|agency|school|property|properties|project|template|institution|firm)s?\b/;

function isOfFirm(entity: Entity): boolean {
  return firm.test(words(entity.name));
}

function namesOf(entity: Entity): readonly string[] {
  return [entity.name, ...entity.fields.map(({ name }) => name)].map(words);
}

function words(name: string): string {
  return wordsOf(name).join(' ');
}
