import type { Arm, FileView, Place } from '@base44-lint/model';

/** How a call is reached within its own function. */
export interface Way {
  /** Tells calls apart. */
  readonly key: string;
  /** Outermost first. */
  readonly arms: readonly Arm[];
  /** It runs after a failure, or whether or not there was one. */
  readonly recovers: boolean;
}

export type WayTo = (place: Place) => Way;

/** Looks up the calls on the way from a start to what it spends. */
export function waysIn(views: readonly FileView[]): WayTo {
  const known = new Map<string, Way>();
  for (const { file, facts } of views) {
    for (const { start, end, arms = [], recovery } of [...facts.calls, ...facts.indirect]) {
      const key = keyOf({ file, start, end });
      known.set(key, { key, arms: [...arms].reverse(), recovers: recovery !== null });
    }
  }
  return (place) => known.get(keyOf(place)) ?? { key: keyOf(place), arms: [], recovers: false };
}

function keyOf({ file, start, end }: Place): string {
  return `${file}:${start}:${end}`;
}
