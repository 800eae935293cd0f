/**
 * How much of what the code names an export holds.
 * - `none`: nothing of the kind was exported, so nothing can be missed
 * - `part`: too much of what the code names is not there; that is an export of a part, not that many mistakes
 * - `whole`: all code was seen and most names are there, so the others are missing
 * - `unseen`: only a part of the code is in sight (editor), which cannot tell `part` from `whole`
 */
export type ExportPart = 'none' | 'part' | 'whole' | 'unseen';

/** Fewer missing names than this are named one by one. */
const FEW = 4;

/**
 * Share of missing names above which an export holds a part. Of 82 public exports 55 hold schemas: 44 of them miss at most
 * one name in seven, one misses 1 of 4, and ten miss 27 % to 94 %. Functions are exported all or not at all, and code
 * that calls for what was never written may call for many: up to 36 % were missing for good.
 */
const shareOfPart = { entities: 0.2, functions: 0.5 } as const;

export function exportPart(
  kind: keyof typeof shareOfPart,
  known: ReadonlySet<string>,
  used: readonly string[] | undefined,
  isThere: (name: string) => boolean = (name) => known.has(name),
): ExportPart {
  if (known.size === 0) return 'none';
  if (!used) return 'unseen';
  const missing = used.filter((name) => !isThere(name));
  return missing.length >= FEW && missing.length > used.length * shareOfPart[kind] ? 'part' : 'whole';
}
