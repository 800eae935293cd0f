import { joinPath, relativeTo } from '@base44-lint/model';
import { severities } from '@base44-lint/rules';
import type { BaselineUse, Finding } from '../result.js';
import type { BaselineEntry } from './entry.js';

/** The baseline of one app, and what is needed to hold it against findings. */
export interface Baseline {
  /** As reports name it. */
  readonly file: string;
  readonly entries: readonly BaselineEntry[];
  /** Folder of the app; entries name files from there. */
  readonly root: string;
  /** The day on which it is read, `yyyy-mm-dd`. Without it nothing expires. */
  readonly today?: string;
  /**
   * True where a file of the app, relative to the scanned path, no longer holds a function: `Page.load`, or '' for the
   * file itself. Only then can a finding have moved away from there.
   */
  readonly isGone: (file: string, symbol: string) => boolean;
}

interface Match {
  readonly entry: BaselineEntry;
  readonly moved: boolean;
}

/**
 * Holds findings against the baseline. By identity first; what is left, by content, one entry to one finding, where the
 * place that the entry names is gone. So a finding that was fixed and the same mistake made elsewhere are two things.
 */
export function applyBaseline(
  findings: readonly Finding[],
  baseline: Baseline,
): { readonly findings: Finding[]; readonly use: BaselineUse } {
  const matches = matchesOf(findings, baseline);
  const used = new Set([...matches.values()].map(({ entry }) => entry));
  const use: BaselineUse = {
    file: baseline.file,
    entries: baseline.entries.length,
    unused: baseline.entries.filter((entry) => !used.has(entry)),
    expired: [],
    outgrown: [],
  };
  const judged = findings.map((finding) => {
    const match = matches.get(finding);
    if (!match || finding.suppression) return finding;
    const { entry } = match;
    const { identity, severity } = finding;
    if (severities.indexOf(severity) < severities.indexOf(entry.severity)) {
      use.outgrown.push({ entry, identity, severity });
      return finding;
    }
    if (isExpired(entry, baseline.today)) {
      use.expired.push({ entry, identity });
      return finding;
    }
    return { ...finding, suppression: suppressionOf(match, baseline) };
  });
  return { findings: judged, use };
}

export function isExpired({ expires }: Pick<BaselineEntry, 'expires'>, today: string | undefined): boolean {
  return expires !== undefined && today !== undefined && expires < today;
}

function matchesOf(findings: readonly Finding[], baseline: Baseline): Map<Finding, Match> {
  const { entries, root, isGone } = baseline;
  const byIdentity = new Map(entries.map((entry) => [entry.identity, entry]));
  const matches = new Map<Finding, Match>();
  for (const finding of findings) {
    const entry = byIdentity.get(finding.identity);
    if (entry) matches.set(finding, { entry, moved: false });
  }
  const used = new Set([...matches.values()].map(({ entry }) => entry));
  const open = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (matches.has(finding)) continue;
    const { contentIdentity } = finding;
    open.set(contentIdentity, [...(open.get(contentIdentity) ?? []), finding]);
  }
  for (const entry of entries) {
    const candidates = used.has(entry) ? undefined : open.get(entry.contentIdentity);
    if (!candidates?.length || !isGone(joinPath(root, entry.file), entry.symbol ?? '')) continue;
    const finding = candidates.shift()!;
    matches.set(finding, { entry, moved: relativeTo(finding.location.file, root) !== entry.file });
  }
  return matches;
}

function suppressionOf({ entry, moved }: Match, { file, root }: Baseline): Finding['suppression'] {
  return {
    kind: 'baseline',
    reason: entry.reason ?? null,
    entry: entry.identity,
    file,
    addedOn: entry.addedOn ?? null,
    expires: entry.expires ?? null,
    movedFrom: moved ? joinPath(root, entry.file) : null,
  };
}
