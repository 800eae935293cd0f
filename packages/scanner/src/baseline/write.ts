import { relativeTo } from '@base44-lint/model';
import { severities, type Severity } from '@base44-lint/rules';
import { printable } from '../report/printable.js';
import type { AppReport, Finding } from '../result.js';
import type { BaselineEntry } from './entry.js';

/** What is said of the entries that are added. */
export interface Acceptance {
  /** The day, `yyyy-mm-dd`. */
  readonly addedOn: string;
  readonly reason?: string;
  readonly expires?: string;
}

export interface Written {
  readonly entries: readonly BaselineEntry[];
  readonly added: readonly BaselineEntry[];
  readonly kept: readonly BaselineEntry[];
}

/** Longer lines of code say no more to a person who looks for the place. */
const widest = 120;

/**
 * The baseline that accepts every finding of an app that no comment switches off. What people wrote on an entry stays
 * as long as its finding does.
 *
 * @param floor findings below it are left out, unless they were accepted before
 */
export function accept(
  report: AppReport,
  before: readonly BaselineEntry[],
  floor: Severity,
  acceptance: Acceptance,
): Written {
  const earlier = entriesOf(report, before);
  const written = new Map<string, { readonly entry: BaselineEntry; readonly isNew: boolean }>();
  for (const finding of report.findings) {
    if (finding.suppression?.kind === 'comment' || written.has(finding.identity)) continue;
    const entry = earlier.get(finding.identity);
    if (!entry && severities.indexOf(finding.severity) > severities.indexOf(floor)) continue;
    written.set(finding.identity, {
      entry: entryOf(finding, report, entry ?? acceptance),
      isNew: entry === undefined,
    });
  }
  const all = [...written.values()];
  return {
    entries: all.map(({ entry }) => entry),
    added: all.filter(({ isNew }) => isNew).map(({ entry }) => entry),
    kept: all.filter(({ isNew }) => !isNew).map(({ entry }) => entry),
  };
}

/** The baseline without the entries whose finding is gone. Those that have moved name their new place. */
export function prune(report: AppReport, before: readonly BaselineEntry[]): readonly BaselineEntry[] {
  const unused = new Set(report.baseline?.unused.map(({ identity }) => identity));
  const moved = new Map(
    report.findings.flatMap((finding) => {
      const { suppression } = finding;
      return suppression?.kind === 'baseline' && suppression.movedFrom !== null ? [[suppression.entry, finding]] : [];
    }),
  );
  return before
    .filter(({ identity }) => !unused.has(identity))
    .map((entry) => {
      const finding = moved.get(entry.identity);
      return finding ? { ...entryOf(finding, report, entry), severity: entry.severity } : entry;
    });
}

/** Entries by the identity that their finding has today. */
function entriesOf(
  { findings, baseline }: AppReport,
  before: readonly BaselineEntry[],
): ReadonlyMap<string, BaselineEntry> {
  const byIdentity = new Map(before.map((entry) => [entry.identity, entry]));
  const entries = new Map<string, BaselineEntry>();
  for (const { identity, suppression } of findings) {
    const entry = suppression?.kind === 'baseline' ? byIdentity.get(suppression.entry) : undefined;
    if (entry) entries.set(identity, entry);
  }
  for (const { identity, entry } of [...(baseline?.expired ?? []), ...(baseline?.outgrown ?? [])])
    entries.set(identity, entry);
  return entries;
}

function entryOf(
  finding: Finding,
  { app }: AppReport,
  { reason, expires, addedOn }: Partial<Pick<BaselineEntry, 'reason' | 'expires' | 'addedOn'>>,
): BaselineEntry {
  const { identity, contentIdentity, rule, severity, location, symbol } = finding;
  return {
    identity,
    contentIdentity,
    rule,
    severity,
    file: relativeTo(location.file, app.root),
    ...(symbol !== '' && { symbol }),
    excerpt: excerptOf(finding),
    ...(reason !== undefined && { reason }),
    ...(expires !== undefined && { expires }),
    ...(addedOn !== undefined && { addedOn }),
  };
}

function excerptOf({ excerpt: { startLine, lines }, location }: Finding): string {
  const line = printable(lines[location.start.line - startLine] ?? '').trim();
  return line.length > widest ? `${line.slice(0, widest - 1)}…` : line;
}
