import { wordsOf, type App, type Entity } from '@base44-lint/model';
import type { Content } from './read-severity.js';
import { tenantFieldOf } from './tenant.js';

/** Last words of an entity's name that mean rows made to be seen by others: posts, offers, events. */
const shared = new Set(
  'post article story comment reply review rating testimonial event listing product offer service job vacancy course lesson quiz recipe video photo gallery media song track podcast episode poll announcement news banner portfolio group club channel community forum topic challenge contest tournament match game leaderboard streak discussion blog playlist screen signage cohort badge achievement like reaction follow store shop restaurant venue location series menu slot faq help version release'.split(
    ' ',
  ),
);

/** What is advertised, or ordered by somebody: then it has a customer and a number. */
const ordered = /^(?:job|offer|service)s?$/;
const CUSTOMER = /^(?:customer|client|buyer)_?id$/i;
const NUMBER = /^[a-z]+_?(?:number|no)$/i;

function isShared({ name: entity, fields, holds }: Entity): boolean {
  const words = wordsOf(entity);
  const last = words.at(-1) ?? '';
  const isNumbered = fields.some(({ name }) => NUMBER.test(name));
  if (ordered.test(last) && isNumbered && holds.owner.some((field) => CUSTOMER.test(field))) return false;
  return (
    words.includes('public') ||
    [last, last.replace(/s$/, ''), last.replace(/ies$/, 'y')].some((word) => shared.has(word))
  );
}

/** Who made a post or gives a course is shown with it. */
const BYLINE =
  /^(?:author|host|instructor|facilitator|reviewer|organi[sz]er|speaker|teacher|mentor|creator|publisher|poster|created_by|posted_by)[_A-Z]/;
const DEMO = /^(?:Demo|Sample|Mock)(?!Request|Booking|Lead|Call|Session|Signup)[A-Z]/;

/** Rows made up to show the app. */
export function isDemo({ name }: Pick<Entity, 'name'>): boolean {
  return DEMO.test(name);
}

/** A name or address copied into the row of something else, or that of the row's own user. */
const COPIED =
  /^(?:related_|assigned_|[a-z]+_(?=owner))?(?:user|member|owner|client|customer|patient|employee|student|guest|contact|donor|attendee|participant|player|buyer|seller)_?(?:name|email|full_?name)$/i;
/** Says something of a person only beside a name; alone it is the cut of a shirt, the price of a service, a firm or a place. */
const WEAK =
  /^(?:(?:zip|postal|post)_?code|(?:[a-z]+_)?gender|sex|age|nationality|language|hourly_?rate|pay_?rate|legal_?name)$/i;

/** Fields that tell something of a person by themselves: no byline, no copy of an account's name, no lone postcode. */
export function personalFieldsOf({ holds }: Entity): readonly string[] {
  return holds.personal.filter((field) => !BYLINE.test(field) && !COPIED.test(field) && !WEAK.test(field));
}

/** Where there is no schema, only the name can say that rows belong to somebody. */
const PRIVATE =
  /(?:Order|Invoice|Payment|Payout|Transaction|Customer|Client|Patient|Lead|Contact|Booking|Reservation|Appointment|Message|Conversation|Payroll|Salary|Employee|Subscriber|Donor|Guest|Student|Wallet|Prescription|Contract|Application|User|Profile)s?$/;

/** What an entity's rows hold, by the most telling of its fields. */
export function contentOf(app: App, name: string | null): Content {
  const entity = name === null ? undefined : app.entities[name];
  if (!entity) return name !== null && PRIVATE.test(name) ? 'owned' : 'plain';
  const { holds } = entity;
  if (isDemo(entity)) return 'reference';
  if (holds.secret.length > 0) return 'secret';
  if (entity.name === 'User' || holds.regulated.length > 0 || personalFieldsOf(entity).length > 0) return 'personal';
  if (holds.reference) return 'reference';
  if (isShared(entity) && holds.owner.length === 0) return 'plain';
  if (tenantFieldOf(app, entity.name)) return 'owned';
  const isSomebodys = holds.owner.length > 0 || holds.personal.some((field) => COPIED.test(field));
  return isSomebodys && !isShared(entity) ? 'owned' : 'plain';
}
