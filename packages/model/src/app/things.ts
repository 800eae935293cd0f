import type { Field } from './types.js';
import { wordsOf } from './words.js';

/** Entities that stand for an organisation, a place or an object: their contacts are business contacts. */
const things = new Set(
  'organization organisation company partner insurer project venue property store shop school club branch location restaurant hotel clinic hospital supplier vendor warehouse building site facility setting config business agency brand branding dealer manufacturer pharmacy bank church department office station center centre place directory marina gym salon university college workspace tenant provider institution series track league team event festival network group community'.split(
    ' ',
  ),
);
const presentation =
  /^(?:slug|logo|website|banner|cover|tagline|industry|domain|timezone|social|instagram|facebook|branding|favicon|legal)$/;
const personTraits =
  /^(?:first|last|middle|maiden) name$|^birth|date of birth|^gender$|^home (?:phone|address)|^emergency/;

/** By its name, or by its shape: something with a name that presents itself (slug, logo, website …) and is no person. */
export function isThing(entity: string, fields: readonly Field[]): boolean {
  const last = wordsOf(entity).at(-1) ?? '';
  const words = fields.map(({ name }) => wordsOf(name));
  if (words.some((name) => personTraits.test(name.join(' ')))) return false;
  if (things.has(last) || things.has(last.replace(/ies$/, 'y').replace(/s$/, ''))) return true;
  const presents = words.filter((name) => presentation.test(name[0] ?? '')).length;
  return presents >= 2 && words.some((name) => name.join(' ') === 'name');
}

/** Entities that say how the firm's own papers look. */
const papers = new Set('template letterhead stationery layout setting settings config branding'.split(' '));

/** A letterhead: such an entity with the firm's logo or paper. What it holds is printed on every invoice. */
export function isLetterhead(entity: string, fields: readonly Field[]): boolean {
  const words = fields.map(({ name }) => wordsOf(name));
  return (
    papers.has(wordsOf(entity).at(-1) ?? '') &&
    words.some((name) => name.includes('logo') || name.includes('letterhead')) &&
    !words.some((name) => personTraits.test(name.join(' ')))
  );
}

/** What stands on a letterhead: how to reach and how to pay the firm. */
export function isPrintedField(name: string): boolean {
  return isBusinessField(name) || /^(?:company_|business_|our_)?(?:bank(?:_|$)|iban|bic|swift)/i.test(name);
}

/** What a business publishes about itself. */
export function isBusinessField(name: string): boolean {
  return /address|street|zip|postal|phone|tele|mail|mobile|whatsapp|fax|cell|tax|vat|registration|^(?:full|legal|contact|owner|manager|tenant)_?name$/i.test(
    name,
  );
}

/** Words with which catalogues, settings and screens are described. */
const described = new Set(
  'name title code label slug description summary price cost fee rate color colour icon image images logo photo picture thumbnail url link type category kind order sort position index active enabled visible published available capacity duration minutes unit units currency settings config options tags language locale version key value default min max minimum maximum threshold percent percentage level size width height weight days hours opening closing timezone floor room content text html template media video audio playlist layout theme font style seconds features benefits specialty group sku stock brand'.split(
    ' ',
  ),
);
const lives =
  /(?:^|_)(?:due|assigned|assignee|contact|customer|client|patient|user|owner|total|balance|paid|amount|note|notes|message|result|comment|reason|signature|approved|token)(?:_|$)/i;

/** Rows that describe what is on offer rather than what happened: nearly all fields are of that kind, none tells of a person or a deal. */
export function isCatalogue(fields: readonly Field[]): boolean {
  const own = fields.filter(
    ({ name }) =>
      !/(?:^|_)(?:org|organi[sz]ation|company|tenant|workspace|account|store|location|clinic|branch|site)_?id$/i.test(
        name,
      ),
  );
  if (own.length < 3 || own.some(({ name }) => lives.test(name))) return false;
  const known = own.filter(({ name, type }) => type === 'boolean' || described.has(wordsOf(name).at(-1) ?? ''));
  return known.length >= own.length * 0.85;
}
