import { accessOf, type Access, type App, type EntityCall, type Operation } from '@base44-lint/model';
import type { Evidence } from '@base44-lint/model';
import type { Content, RuleState } from './read-severity.js';

/** Words of an entity's name that mean rows made to be seen by others: posts, offers, events. */
const SHARED =
  /(?:Post|Article|Story|Storie|Comment|Reply|Review|Rating|Testimonial|Event|Listing|Product|Offer|Service|Job|Vacancy|Course|Lesson|Quiz|Recipe|Video|Photo|Gallery|Media|Song|Track|Podcast|Episode|Poll|Announcement|News|Banner|Portfolio|Group|Club|Channel|Community|Forum|Topic|Challenge|Contest|Tournament|Match|Game|Leaderboard|Streak|Discussion|Blog|Playlist|Screen|Signage|Cohort|Badge|Achievement|Like|Reaction|Follow|Store|Shop|Restaurant|Venue|Location|Track|Series|Menu|Booking?Slot|Slot|Faq|Help|Version|Release|Public\w*)s?$/i;

/** Who made a post or gives a course is shown with it. */
const BYLINE =
  /^(?:author|host|instructor|facilitator|reviewer|organi[sz]er|speaker|teacher|mentor|creator|publisher|poster|created_by|posted_by)[_A-Z]/;
const DEMO = /^(?:Demo|Sample|Mock)(?!Request|Booking|Lead|Call|Session|Signup)[A-Z]/;

/** A name or address copied into the row of something else, or that of the row's own user. */
const COPIED =
  /^(?:related_|assigned_)?(?:user|member|owner|client|customer|patient|employee|student|guest|contact|donor|attendee|participant|buyer|seller)_?(?:name|email|full_?name)$/i;
/** Says something of a person only beside a name; alone it is the cut of a shirt. */
const WEAK = /^(?:gender|sex|age|nationality|language)$/i;

function isPersonal(fields: readonly string[]): boolean {
  return fields.some((field) => !BYLINE.test(field) && !COPIED.test(field) && !WEAK.test(field));
}

/** Where there is no schema, only the name can say that rows belong to somebody. */
const PRIVATE =
  /(?:Order|Invoice|Payment|Payout|Transaction|Customer|Client|Patient|Lead|Contact|Booking|Reservation|Appointment|Message|Conversation|Payroll|Salary|Employee|Subscriber|Donor|Guest|Student|Wallet|Prescription|Contract|Application|User|Profile)s?$/;

/** What an entity's rows hold, by the most telling of its fields. */
export function contentOf(app: App, name: string | null): Content {
  const entity = name === null ? undefined : app.entities[name];
  if (!entity) return name !== null && PRIVATE.test(name) ? 'owned' : 'plain';
  const { holds } = entity;
  if (DEMO.test(entity.name)) return 'reference';
  if (holds.secret.length > 0) return 'secret';
  if (entity.name === 'User' || holds.regulated.length > 0 || isPersonal(holds.personal)) return 'personal';
  if (holds.reference) return 'reference';
  if (SHARED.test(entity.name) && holds.owner.length === 0) return 'plain';
  if (tenantFieldOf(app, entity.name)) return 'owned';
  const isSomebodys = holds.owner.length > 0 || holds.personal.some((field) => COPIED.test(field));
  return isSomebodys && !SHARED.test(entity.name) ? 'owned' : 'plain';
}

/** The sure tenant key that an entity carries, if any. */
export function tenantFieldOf(app: App, name: string | null): string | null {
  const entity = name === null ? undefined : app.entities[name];
  const key = app.tenants.find(
    ({ field, confidence }) => confidence !== 'possible' && entity?.fields.some((one) => one.name === field),
  );
  return key?.field ?? null;
}

/** The rules that decide a call. A look-alike client answers to none that we know. */
export function accessFor(app: App, call: EntityCall, name: string | null, operation: Operation): Access {
  const known = call.origin !== 'shim' && name !== null;
  return known
    ? accessOf(app, name, operation)
    : { kind: 'unknown', fields: [], userFields: [], roles: [], viaWrite: false, reason: 'no schema in this export' };
}

export function ruleStateOf(access: Access): RuleState {
  // A rule that asks for the role every user has keeps out only people who never signed in.
  if (access.kind === 'open' || access.everyUser) return 'open';
  return access.kind === 'unknown' ? 'unknown' : 'closed';
}

/** The rule in the schema file, as evidence. */
export function ruleEvidence(access: Access): readonly Evidence[] {
  return access.place ? [{ ...access.place, note: access.reason }] : [];
}

/** Names an entity in a sentence: "Order", "Order or Invoice", "the entity". */
export function nameIn(call: EntityCall, names: readonly string[] = call.entity.candidates): string {
  if (names.length === 0) return 'the entity';
  return names.length <= 3
    ? names.join(' or ')
    : `${names.slice(0, 2).join(', ')} and ${names.length - 2} other entities`;
}

/** What the sentence says is in the rows: "including `email` and `phone`"; empty where nothing stands out. */
export function holdingsOf(app: App, name: string | null, after = ''): string {
  const holds = name === null ? undefined : app.entities[name]?.holds;
  const fields = holds ? [...holds.secret, ...holds.regulated, ...holds.personal].slice(0, 3) : [];
  return fields.length > 0 ? `, with ${list(fields.map((field) => `\`${field}\``))}${after}` : '';
}

function list(words: readonly string[]): string {
  return words.length === 1 ? (words[0] as string) : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
