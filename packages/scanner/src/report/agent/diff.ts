import type { Finding } from '../../result.js';
import { isWhole } from '../excerpt.js';
import { printable } from '../printable.js';

type Edit = Finding['suggestions'][number]['edits'][number];

/** Unchanged lines around a change, as `diff -u` has them. */
const mostContext = 3;
/** What stands where a secret was. Nobody should write that into a file, nor look for it there. */
const mask = /\*{3}/u;
/** Characters of a path that patch tools read in another way. */
const oddPath = /["\\\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|^\s|\s$/u;

/**
 * A suggestion as a unified diff of the finding's file, from the lines in its excerpt. Null where those do not hold all
 * that the edits change as it stands in the file. An excerpt may end with the change, and `git apply` takes a hunk without
 * lines behind it only at the end of a file, unless it is told `--unidiff-zero`.
 */
export function diffOf(finding: Omit<Finding, 'suggestions'>, edits: readonly Edit[]): string[] | null {
  const { excerpt, location } = finding;
  if (!isWhole(finding) || oddPath.test(location.file) || edits.length === 0) return null;
  const old = excerpt.lines;
  const text = applied(old, excerpt.startLine, edits);
  if (text === null || edits.some((edit) => edit.location.file !== location.file)) return null;
  const fresh = text.split('\n');
  const [from, until] = changed(old, fresh);
  const before = contextAbove(old, from);
  const after = contextBelow(old, old.length - until);
  const removed = old.slice(from, old.length - until);
  const added = fresh.slice(from, fresh.length - until);
  if (removed.length + added.length === 0 || [...removed, ...added].some((line) => mask.test(line))) return null;
  if ([...before, ...removed, ...added, ...after].some((line) => !isPlain(line))) return null;
  const context = before.length + after.length;
  const start = excerpt.startLine + from - before.length;
  return [
    `--- a/${location.file}`,
    `+++ b/${location.file}`,
    `@@ -${start},${context + removed.length} +${start},${context + added.length} @@`,
    ...before.map((line) => ` ${line}`),
    ...removed.map((line) => `-${line}`),
    ...added.map((line) => `+${line}`),
    ...after.map((line) => ` ${line}`),
  ];
}

/** False where a character of the line cannot be shown as it stands. Tabs can, in a patch. */
function isPlain(line: string): boolean {
  const text = line.replaceAll('\t', '');
  return printable(text) === text;
}

/** The text of the lines with the edits in it; null where an edit reaches out of them or into another. */
function applied(lines: readonly string[], startLine: number, edits: readonly Edit[]): string | null {
  const starts = lines.reduce<number[]>((all, line) => [...all, all.at(-1)! + line.length + 1], [0]);
  const offset = ({ line, column }: Edit['location']['start']): number => {
    const index = line - startLine;
    if (index < 0 || index >= lines.length || column - 1 > lines[index]!.length) return -1;
    return starts[index]! + column - 1;
  };
  const spans = edits
    .map(({ location, text }) => ({ start: offset(location.start), end: offset(location.end), text }))
    .sort((a, b) => a.start - b.start || a.end - b.end);
  let [text, at] = ['', 0];
  const whole = lines.join('\n');
  for (const { start, end, text: added } of spans) {
    if (start < at || end < start) return null;
    text += whole.slice(at, start) + added;
    at = end;
  }
  return text + whole.slice(at);
}

/** How many lines are the same at the beginning and at the end. */
function changed(old: readonly string[], fresh: readonly string[]): readonly [number, number] {
  const most = Math.min(old.length, fresh.length);
  let [from, until] = [0, 0];
  while (from < most && old[from] === fresh[from]) from++;
  while (until < most - from && old.at(-1 - until) === fresh.at(-1 - until)) until++;
  return [from, until];
}

/** Up to the nearest line with a masked secret, which is not the line of the file. */
function contextAbove(lines: readonly string[], from: number): readonly string[] {
  const near = lines.slice(Math.max(0, from - mostContext), from);
  return near.slice(near.findLastIndex((line) => mask.test(line)) + 1);
}

function contextBelow(lines: readonly string[], from: number): readonly string[] {
  const near = lines.slice(from, from + mostContext);
  const masked = near.findIndex((line) => mask.test(line));
  return masked < 0 ? near : near.slice(0, masked);
}
