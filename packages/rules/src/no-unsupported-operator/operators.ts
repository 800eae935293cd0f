import { sdkCapabilities, sinceVersion, supports } from '@base44-lint/catalog';
import { nearest } from '../judge/nearest.js';

/** Operators that the SDK's types or docs name for any query. */
export const documented: readonly string[] = [
  ...new Set(
    Object.keys(sdkCapabilities).flatMap(
      (member) => /^entities\.(?:filter|updateMany)\.(\$\w+)$/.exec(member)?.[1] ?? [],
    ),
  ),
].sort();

const known = new Set(documented);

/** Operators of MongoDB, Sequelize, PostgREST and other query languages, each with what Base44 has instead. */
const instead: Readonly<Record<string, string>> = {
  $text: 'match one field with `$regex`, or search outside of the platform',
  $search: 'match one field with `$regex`, or search outside of the platform',
  $contains: 'use `$regex` for a part of a text, and the plain value for an element of an array field',
  $includes: 'use `$regex` for a part of a text, and the plain value for an element of an array field',
  $has: 'use the plain value, which matches an element of an array field',
  $like: 'use `$regex`',
  $ilike: 'use `$regex`',
  $iLike: 'use `$regex`',
  $notLike: 'use `$not` with `$regex`',
  $startsWith: 'use `$regex` with `^`',
  $endsWith: 'use `$regex` with `$` at its end',
  $match: 'use `$regex`',
  $regexp: 'use `$regex`',
  $near: 'narrow latitude and longitude with `$gte` and `$lte`, and compute the distance in code',
  $nearSphere: 'narrow latitude and longitude with `$gte` and `$lte`, and compute the distance in code',
  $geoWithin: 'narrow latitude and longitude with `$gte` and `$lte`, and compute the distance in code',
  $geoIntersects: 'narrow latitude and longitude with `$gte` and `$lte`, and compute the rest in code',
  $where: 'write each condition as a field of the query, joined with `$and` or `$or`',
  $expr: 'compare each field with a value, because two fields cannot be compared with each other',
  $between: 'use `$gte` and `$lte`',
  $is: 'use the plain value',
  $isNull: 'use `null` as the value, or `$exists`',
  $null: 'use `null` as the value, or `$exists`',
  $overlap: 'use `$in` with the values',
  $any: 'use `$in` with the values',
  $before: 'use `$lt`',
  $after: 'use `$gt`',
};

/** Other spellings of an operator that takes the same value. */
const spellings: Readonly<Record<string, string>> = {
  $not_in: '$nin',
  $notIn: '$nin',
  $neq: '$ne',
  $notEqual: '$ne',
  $equals: '$eq',
  $gteq: '$gte',
  $lteq: '$lte',
};

/** The operator that another spelling means; null where a replacement needs another value. */
export function sameAs(operator: string): string | null {
  return spellings[operator] ?? null;
}

export function isDocumented(operator: string): boolean {
  return known.has(operator);
}

/** Imperative clause without full stop: what to write in place of an operator that does not exist. */
export function replacementFor(operator: string): string {
  const own = instead[operator];
  if (own) return own;
  const same = sameAs(operator);
  if (same) return `use \`${same}\``;
  const similar = nearest(operator, documented);
  return similar ? `use \`${similar}\`` : 'use one of those that there are';
}

/** The version that first documents an operator for a kind of call, where the given version is older; null otherwise. */
export function documentedSince(operator: string, method: string, version: string | null): string | null {
  const member = `entities.${method === 'updateMany' ? 'updateMany' : 'filter'}.${operator}`;
  return version !== null && sinceVersion(member) !== null && supports(version, member) !== 'yes'
    ? sinceVersion(member)
    : null;
}
