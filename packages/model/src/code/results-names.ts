import type { Responded } from './facts.js';

/** What names say about a member, method or function that rows pass through. */

/** Methods whose result still holds rows. */
export const CARRIES = new Set(
  'map filter slice sort reverse concat flat flatMap toSorted find findLast at shift pop then catch finally json reduce'.split(
    ' ',
  ),
);
/** Members after which only one or a few rows are left. */
export const NARROWS = new Set('find findLast at shift pop reduce 0 []'.split(' '));
/** Methods after which only some fields of each row are left. */
export const PROJECTS = new Set(['map', 'flatMap']);
/** Functions that hand on what they are given. */
export const PASSES = new Set(
  'stringify all allSettled race any from assign values entries fromEntries String Array Set Map structuredClone'.split(
    ' ',
  ),
);
/** Members that tell nothing of what the rows hold. */
export const COUNTS = /^(?:length|size|id|_id|created_date|updated_date)$/;
export const RESPONDS = /^(?:json(?:Response)?|respond|reply|ok|success)$/i;
/** Array methods that ask every row a question. */
export const ASKS = new Set(['filter', 'find', 'findLast', 'findIndex', 'findLastIndex', 'some', 'every']);
/** Functions that are handed rows and do not look at them. */
export const BLIND = /^(?:log|info|debug|warn|isArray|use[A-Z]\w*)$/;
/** Members of a list, or of what wraps it, that still are rows. */
export const isRow = (key: string): boolean => NARROWS.has(key) || key === 'data' || /^\d+$/.test(key);

/** `setRows` of `useState`. */
export const isSetter = (name: string): boolean => /^set[A-Z]/.test(name);

/** How much of the rows is left, from nothing to all. */
const ORDER: readonly Responded[] = ['no', 'narrowed', 'projected', 'whole'];

export const rank = (responded: Responded): number => ORDER.indexOf(responded);

export const least = (a: Responded, b: Responded): Responded => (rank(a) < rank(b) ? a : b);

export const most = (a: Responded, b: Responded): Responded => (rank(a) > rank(b) ? a : b);
