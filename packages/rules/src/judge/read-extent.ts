import { defaultReadLimits, compareVersions, isVersion } from '@base44-lint/catalog';
import type { App, EntityCall, QueryKey, SdkVersion } from '@base44-lint/model';
import { isScoping } from './scoping.js';

/**
 * How much of a table a read asks for, apart from its limit:
 * - `whole`: every row
 * - `part`: rows in a state, of a kind or with a switch set, which may be any number
 * - `narrow`: rows of one parent, person or day, or rows that the code does not let us see the condition of
 */
export type Extent = 'whole' | 'part' | 'narrow';

/** A day, a month or a time range holds a bounded part of a table. */
const PERIOD = /date|month|year|week|(?:^|_)day|time|_at$/i;

export function extentOf(app: App, call: EntityCall): Extent {
  if (call.method === 'list') return 'whole';
  const { kind, keys, open } = call.query;
  if (kind === 'none' || kind === 'empty') return 'whole';
  // A read that waits for its condition never runs without it.
  if (kind === 'maybe-empty')
    return keys.length === 0 && !call.execution.triggers.some(({ enabled }) => enabled) ? 'whole' : 'narrow';
  if (kind !== 'keys' || open) return 'narrow';
  const entity = app.entities[call.entity.name ?? ''];
  const narrows = (key: QueryKey) =>
    PERIOD.test(key.name) ||
    isScoping(
      key,
      entity?.fields.find(({ name }) => name === key.name),
      new Set(),
    );
  return keys.some(narrows) ? 'narrow' : 'part';
}

/** The rows are read for their number alone. */
export function isCount({ result }: EntityCall): boolean {
  const { reads, state, returned, responded, counted } = result;
  return (
    counted &&
    !state &&
    returned === 'no' &&
    responded === 'no' &&
    reads.every((name) => name === 'length' || name === 'then' || name === 'catch')
  );
}

const FIRST = new Set(['0', 'at', 'shift']);
const MANY = new Set(
  'map forEach filter reduce some every sort toSorted slice flatMap join concat includes iterate findIndex'.split(' '),
);

/** Only the first row is looked at, so it does not matter how many more there are. */
export function isFirstOnly({ result: { reads, state, states, unasked } }: EntityCall): boolean {
  const isSeen = !state || states.length > 0;
  return isSeen && !unasked && reads.some((name) => FIRST.has(name)) && !reads.some((name) => MANY.has(name));
}

/**
 * Rows that a read without a limit returns: as documented for the version of the zone, null where the documentation of
 * that version says nothing or the version is not known. An old version does not prove that the old default still
 * applies, because the server sets it.
 */
export function documentedDefault({ version, source }: SdkVersion): number | null {
  if (version === null || !isVersion(version)) return null;
  const found = defaultReadLimits.find(
    ({ form, from, to }) =>
      form === 'array' && compareVersions(version, from) >= 0 && (to === null || compareVersions(version, to) <= 0),
  );
  // The lower bound of a range may resolve to a later version with another default.
  return found && (source !== 'range' || found.to === null) ? found.limit : null;
}

/** The default as a clause: "the server's default, documented as 50 rows for SDK 0.8.31". */
export function defaultInWords(sdk: SdkVersion): string {
  const rows = documentedDefault(sdk);
  if (rows !== null)
    return `the server's default, documented as ${rows.toLocaleString('en-US')} rows for SDK ${sdk.version}`;
  const [old, now] = defaultReadLimits;
  return `the server's default, documented as ${old.limit} rows before SDK ${now.from} and ${now.limit.toLocaleString('en-US')} since`;
}

/** How to read on where one read is not enough, by version; an imperative clause without full stop. */
export function pagingAdvice(call: EntityCall, cursor: 'yes' | 'no' | 'unknown'): string {
  const query = call.method === 'filter' ? 'query, ' : '';
  const skip = `read pages with \`skip\`, \`${call.method}(${query}order, 1000, skip)\`, until one comes back short`;
  const walk = `walk pages with a cursor, \`${call.method}(${query}{ limit: 1000, cursor })\`, until \`has_more\` is false`;
  if (cursor === 'yes') return walk;
  return cursor === 'no' ? `${skip}; SDK 0.8.49 adds cursors` : `${skip}, or from SDK 0.8.49 ${walk}`;
}
