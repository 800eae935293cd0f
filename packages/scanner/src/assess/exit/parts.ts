import { exitGroupIds, exitGroups, exitGroupOf, sources, type ExitGroupId } from '@base44-lint/catalog';
import type { ExitEstimate, ExitPart } from '../../result/exit.js';
import type { Use } from './uses.js';

/** What the app has of each kind, with what takes its place; kinds of which it has nothing are left out. */
export function partsOf(estimate: Pick<ExitEstimate, 'terms'>, calls: readonly Use[]): ExitPart[] {
  const used = new Set<ExitGroupId | null>(calls.map(({ member }) => exitGroupOf(member)));
  return exitGroupIds.flatMap((id): ExitPart[] => {
    const terms = estimate.terms.filter(({ group }) => group === id);
    if (terms.length === 0 && !used.has(id)) return [];
    const { title, replacement, portability, note, source, checkedOn } = exitGroups[id];
    return [
      {
        group: id,
        title,
        found: terms.map(({ what, count }) => ({ what, count })),
        replacement,
        portability,
        note,
        hours: { low: total(terms.map(({ hours }) => hours.low)), high: total(terms.map(({ hours }) => hours.high)) },
        source: { title: sources[source].title, url: sources[source].url, checkedOn },
      },
    ];
  });
}

function total(numbers: readonly number[]): number {
  return Math.round(numbers.reduce((sum, number) => sum + number, 0) * 100) / 100;
}
