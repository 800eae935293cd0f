/**
 * How much of what the code names an export holds.
 * - `none`: nothing of the kind was exported, so nothing can be missed
 * - `part`: most of what the code names is not there; that is an export of a part, not that many mistakes
 * - `whole`: all code was seen and most names are there, so the others are missing
 * - `unseen`: only a part of the code is in sight (editor), which cannot tell `part` from `whole`
 */
export type ExportPart = 'none' | 'part' | 'whole' | 'unseen';

/**
 * Fewer missing names than this are named one by one. Of 64 public exports, those with all schemas miss at most one
 * name in seven, those with a part of them at least two in three.
 */
const FEW = 4;

export function exportPart(
  known: ReadonlySet<string>,
  used: readonly string[] | undefined,
  isThere: (name: string) => boolean = (name) => known.has(name),
): ExportPart {
  if (known.size === 0) return 'none';
  if (!used) return 'unseen';
  const missing = used.filter((name) => !isThere(name));
  return missing.length >= FEW && missing.length * 2 > used.length ? 'part' : 'whole';
}
