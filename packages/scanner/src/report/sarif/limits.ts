import { gzipSync } from 'node:zlib';
import type { AppReport, Finding, ScanResult } from '../../result.js';
import { byWeight, shownOf, type ReportOptions } from '../reporter.js';

/**
 * What GitHub takes, from its reference of SARIF support: it refuses more runs and larger files, and of a run it keeps
 * only so many results, by an order of its own.
 */
export const limits = {
  runs: 20,
  results: 5_000,
  gzipped: 10_000_000,
  description: 1024,
  tags: 10,
  related: 100,
} as const;

/** What becomes one run. */
export interface Part {
  /** Names the category on GitHub, below the folder that was scanned. */
  readonly folder: string;
  readonly apps: readonly AppReport[];
  /** What is kept, in the order of the result. */
  readonly findings: readonly Finding[];
  readonly dropped: number;
}

/** A run for each app. With more apps than runs, each goes to one of the runs by its folder, and stays there when others come. */
export function partsOf({ apps }: ScanResult, options: ReportOptions): Part[] {
  if (apps.length <= limits.runs) return apps.map((app) => partOf(app.app.root, [app], options));
  const groups = new Map<string, AppReport[]>();
  for (const app of apps) {
    const folder = `group-${String(bucketOf(app.app.root)).padStart(2, '0')}`;
    groups.set(folder, [...(groups.get(folder) ?? []), app]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1)).map(([folder, members]) => partOf(folder, members, options));
}

function partOf(folder: string, apps: readonly AppReport[], options: ReportOptions): Part {
  const all = apps.flatMap(({ findings }) => shownOf(findings, options));
  return kept({ folder, apps, findings: all, dropped: 0 }, limits.results);
}

/** The worst of a part; what is suppressed goes first, then what is least severe. */
function kept(part: Part, most: number): Part {
  const { findings, dropped } = part;
  if (findings.length <= most) return part;
  const [open, suppressed] = [findings.filter((finding) => !finding.suppression), findings.filter(isSuppressed)];
  const worst = new Set([...byWeight(open), ...byWeight(suppressed)].slice(0, most));
  const left = findings.filter((finding) => worst.has(finding));
  return { ...part, findings: left, dropped: dropped + findings.length - left.length };
}

/**
 * Renders the parts, with fewer and fewer findings until the file is one that GitHub takes.
 *
 * @param most Bytes of the file when it is compressed.
 */
export function withinSize(parts: readonly Part[], render: (parts: readonly Part[]) => string, most: number): string {
  let left = parts;
  for (;;) {
    const text = render(left);
    // Text that is no larger than this needs no compression to fit.
    if (Buffer.byteLength(text) <= most) return text;
    const size = gzipSync(text).length;
    const longest = Math.max(0, ...left.map(({ findings }) => findings.length));
    if (size <= most || longest === 0) return text;
    const share = Math.min(0.9, most / size);
    left = left.map((part) => kept(part, Math.floor(longest * share)));
  }
}

function isSuppressed({ suppression }: Finding): boolean {
  return suppression !== null;
}

/** FNV-1a over the code units, which spreads similar names. */
function bucketOf(root: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < root.length; index++) hash = Math.imul(hash ^ root.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % limits.runs;
}
