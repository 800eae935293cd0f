import type { Entity, Field, QueryKey } from '@base44-lint/model';

/** Names that pick rows by what they point to or who they belong to: ids, people, keys that only the holder knows. */
const ID = /(?:^|_)(?:id|ID|Id)s?$|[a-z]Ids?$/;
const SCOPING =
  /email|token|slug|code$|key$|uuid|(?:^|_)ref$|reference|^created_by|owner|user|number$|phone|handle|url$|hash|parent|external/i;
/** Names that sort rows into kinds. */
const SORTING =
  /status|state$|type$|kind|category|^is_|^has_|^can_|active|enabled|archived|deleted|published|visible|date|_at$|month|year|week|day|time|priority|level|stage|role|source|mode|count|amount|total|order$|language|sort|flag|tag|featured|read$|paid$|completed|approved|pending/i;

/**
 * Whether a key keeps the rows of one tenant, parent or person apart. Only states, dates, switches and enumerations
 * do not; a name that says nothing counts as scoping, because a wrong alarm costs more than a missed hint.
 */
export function isScoping(key: QueryKey, field: Field | undefined, extra: ReadonlySet<string>): boolean {
  if (extra.has(key.name)) return true;
  if (key.name.startsWith('$')) return true;
  if (field && (field.type === 'boolean' || field.enumValues !== undefined || field.format?.startsWith('date')))
    return false;
  if (ID.test(key.name) || SCOPING.test(key.name)) return true;
  return !SORTING.test(key.name);
}

/** Whether any key of a query keeps the rows of an entity apart. */
export function scopes(keys: readonly QueryKey[], entity: Entity | undefined, extra: ReadonlySet<string>): boolean {
  return keys.some((key) =>
    isScoping(
      key,
      entity?.fields.find(({ name }) => name === key.name),
      extra,
    ),
  );
}

/** `filter({ status: 'published' })` asks for what its owners have shown to everyone. */
export function isPublication({ name, value }: QueryKey): boolean {
  const literal = value.t === 'literal' ? value.value : null;
  if (literal === false) return false;
  return PUBLISHED.test(name) || (typeof literal === 'string' && PUBLISHED.test(literal));
}

const PUBLISHED = /publish|public|listed|visible_to_all|on_sale/i;
