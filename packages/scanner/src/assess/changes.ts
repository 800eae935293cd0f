import { diffArrays } from 'diff';
import { severities } from '@base44-lint/rules';
import type { Finding, Location } from '../result.js';

/** Beyond so many edits a file counts as new: nobody reads such a difference line by line, and finding it takes long. */
const mostEdits = 5000;

/** What was changed: for each file the lines (from 1) that are not as they were, or `all` of it. */
export type Changes = ReadonlyMap<string, ReadonlySet<number> | 'all'>;

/** Lines of today, counted from 1, that differ from what they were. What was only removed shows in no line of today. */
export function changedLines(before: readonly string[], today: readonly string[]): ReadonlySet<number> | 'all' {
  const parts = diffArrays([...before], [...today], { maxEditLength: mostEdits });
  if (!parts) return 'all';
  const changed = new Set<number>();
  let line = 1;
  for (const { added, removed, count } of parts) {
    if (removed) continue;
    if (added) for (let index = 0; index < count; index++) changed.add(line + index);
    line += count;
  }
  return changed;
}

function isChanged({ file, start, end }: Location, changes: Changes): boolean {
  const lines = changes.get(file);
  if (lines === undefined || lines === 'all') return lines === 'all';
  const last = end.column === 1 && end.line > start.line ? end.line - 1 : end.line;
  for (let line = start.line; line <= last; line++) if (lines.has(line)) return true;
  return false;
}

/**
 * Whether a change is to blame for a finding: it touches the place or one that decided the verdict; or the finding was
 * not there before, was milder, or was suppressed, as when a guard or an access rule was removed.
 */
export function blame(changes: Changes, before: readonly Finding[]): (finding: Finding) => boolean {
  const known = new Map(before.map((finding) => [finding.identity, finding]));
  return (finding) => {
    const { location, evidence, identity, severity, suppression } = finding;
    if ([location, ...evidence.map((one) => one.location)].some((place) => isChanged(place, changes))) return true;
    const earlier = known.get(identity);
    if (!earlier) return true;
    const isWorse = severities.indexOf(severity) < severities.indexOf(earlier.severity);
    return isWorse || (earlier.suppression !== null && suppression === null);
  };
}
