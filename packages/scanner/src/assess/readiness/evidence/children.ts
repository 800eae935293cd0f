import { wordsOf, type App, type Entity, type Field } from '@base44-lint/model';
import { isDemo, isOnPlatform } from '@base44-lint/rules';
import type { Seen } from './evidence.js';

/** `child_id` and `ChildTask` are parts of a tree; a name or an age of a child is a child's. */
const ofChild =
  /^(?:child|kid|minor|pupil)s? (?:first |last |full )?(?:name|age|dob|birth ?date|birthday|date of birth|gender|grade|photo)$|^(?:date of birth|dob) of (?:child|minor)$/;
const consent = /\b(?:coppa|parental consent|guardian consent|parent consent)\b/;
const childEntity = /^(?:.* )?(?:child|children|kid|minor|pupil)(?: profile| record)?$/;
const ofPerson =
  /\b(?:age|birth ?date|birthday|date of birth|dob|gender|grade|allergies|school|first name|parent (?:id|email|name|user id))\b/;

/** Where the app keeps data about children, by its schemas. */
export function childrensData(app: App): readonly Seen[] {
  return Object.values(app.entities)
    .filter((entity) => isOnPlatform(app, entity.name) && !isDemo(entity))
    .flatMap((entity) => fieldsOf(entity).map(({ name, place }) => ({ note: `\`${entity.name}.${name}\``, place })));
}

function fieldsOf(entity: Entity): readonly Field[] {
  const words = ({ name }: Field): string => wordsOf(name).join(' ');
  const own = entity.fields.filter((field) => field.type !== 'number' && ofChild.test(words(field)));
  const agreed = entity.fields.filter((field) => consent.test(words(field)));
  if (own.length + agreed.length > 0) return [...own, ...agreed];
  if (!childEntity.test(wordsOf(entity.name).join(' '))) return [];
  const told = entity.fields.filter((field) => ofPerson.test(words(field)));
  return told.length >= 2 ? told : [];
}
