import type { Evidence, Place } from '@base44-lint/model';

/** One fault that an app holds in several places. */
export interface Repeated<T extends Place> {
  /** Carries the finding. */
  readonly first: T;
  readonly others: readonly T[];
}

const SHOWN = 5;

/** Places by what they say, each group and the places in it in the order given. */
export function repeated<T extends Place>(places: Iterable<T>, keyOf: (place: T) => string): readonly Repeated<T>[] {
  const groups = new Map<string, { readonly first: T; readonly others: T[] }>();
  for (const place of places) {
    const key = keyOf(place);
    const group = groups.get(key);
    if (group) group.others.push(place);
    else groups.set(key, { first: place, others: [] });
  }
  return [...groups.values()];
}

/** Some of the other places, one of each file before a second one of any. */
export function alsoAt<T extends Place>(
  { first, others }: Repeated<T>,
  noteOf: (place: T) => string,
): readonly Evidence[] {
  const seen = new Set([first.file]);
  const fresh = others.filter(({ file }) => !seen.has(file) && seen.add(file));
  const shown = new Set([...fresh, ...others.filter((place) => !fresh.includes(place))].slice(0, SHOWN));
  return others
    .filter((place) => shown.has(place))
    .map((place) => ({ file: place.file, start: place.start, end: place.end, note: noteOf(place) }));
}

/** "12 in 3 files", for parentheses; '' where there is a single place. */
export function countOf<T extends Place>({ first, others }: Repeated<T>): string {
  if (others.length === 0) return '';
  const files = new Set([first, ...others].map(({ file }) => file)).size;
  return `${others.length + 1} in ${files === 1 ? 'one file' : `${files} files`}`;
}
