import { join } from 'node:path';
import type { BaselineEntry } from '../baseline/entry.js';
import { baselineFileName, baselineText } from '../baseline/file.js';
import { isExpired } from '../baseline/match.js';
import { accept, prune } from '../baseline/write.js';
import { counted } from '../counted.js';
import { readBaseline } from '../load/baseline.js';
import { baselineReport, bySeverity } from '../report/baseline.js';
import { printable } from '../report/printable.js';
import { atLeast, exitCodeOf } from '../report/reporter.js';
import type { AppReport } from '../result.js';
import { scan } from '../scan.js';
import type { Arguments } from './arguments.js';
import type { BaselineAction } from './commands.js';
import { removeUnfinished, writeWhole } from './files.js';
import { Progress } from './progress.js';
import { scanOptionsOf } from './run.js';
import { print, takesColor } from './streams.js';
import { Clock } from './timing.js';
import { today } from './today.js';
import { UsageError } from './usage-error.js';

/** A baseline file, with what it holds now; undefined where there is none yet. */
interface Place {
  readonly path: string;
  /** As the report and messages call it. */
  readonly name: string;
  readonly before: readonly BaselineEntry[] | undefined;
}

/** Writes, checks or prunes the baselines of the apps below a folder. */
export async function runBaseline(args: Arguments): Promise<0 | 1> {
  const action = args.action as BaselineAction;
  for (const flag of ['reason', 'expires'] as const)
    if (action !== 'write' && args[flag] !== undefined)
      throw new UsageError(`--${flag} is a flag of baseline write, not of baseline ${action}.`);
  const progress = new Progress(process.stderr.isTTY === true && !args.quiet);
  process.once('SIGINT', () => {
    progress.clear();
    removeUnfinished();
    process.exit(130);
  });
  const say = async (lines: readonly string[]): Promise<void> => {
    progress.clear();
    if (!args.quiet) await print(`${lines.join('\n')}\n`);
  };
  try {
    const given = args.baseline === false ? undefined : args.baseline;
    const isNew = given !== undefined && readBaseline(given, given) === undefined;
    if (isNew && action !== 'write') throw missing([given]);
    const clock = new Clock((text) => progress.draw(text));
    const options = scanOptionsOf(args, clock);
    const result = await scan(args.path, isNew ? { ...options, baseline: false } : options);
    if (isNew && result.apps.length > 1)
      throw new UsageError(
        `--baseline ${given}: one baseline belongs to one app, and ${args.path} holds ${result.apps.length}.`,
      );
    const places = result.apps.map((report) => placeOf(report, args));
    if (action === 'write') {
      for (const [index, report] of result.apps.entries())
        await say(write(report, places[index]!, args).map(printable));
      return 0;
    }
    if (places.every(({ before }) => before === undefined)) throw missing(places.map(({ name }) => name));
    if (action === 'prune') {
      for (const [index, report] of result.apps.entries()) await say(pruned(report, places[index]!).map(printable));
      return 0;
    }
    const { failOn, failOnUnused, minSeverity, all } = args;
    const color = !args.noColor && takesColor();
    await say([baselineReport(result, { failOn, failOnUnused, minSeverity, all, color }).trimEnd()]);
    return exitCodeOf(result, { failOn, failOnUnused });
  } finally {
    progress.clear();
  }
}

function placeOf({ app }: AppReport, { path, baseline }: Arguments): Place {
  const name = typeof baseline === 'string' ? baseline : join(app.root, baselineFileName);
  const file = typeof baseline === 'string' ? baseline : join(path, name);
  return { path: file, name, before: readBaseline(file, name) };
}

function write(report: AppReport, { path, name, before }: Place, args: Arguments): readonly string[] {
  const { reason, expires, minSeverity } = args;
  const day = today();
  const { entries, added, kept } = accept(report, before ?? [], minSeverity, {
    addedOn: day,
    ...(reason !== undefined && { reason }),
    ...(expires !== undefined && { expires }),
  });
  writeWhole(path, baselineText(entries), 'baseline');
  const { unused = [], outgrown = [] } = report.baseline ?? {};
  const expired = entries.filter((entry) => isExpired(entry, day));
  const left = report.findings.filter(({ severity, suppression }) => !suppression && !atLeast(severity, minSeverity));
  const byComment = report.findings.filter(({ suppression }) => suppression?.kind === 'comment').length;
  const lines = [`${name}: ${counted(entries.length, 'entry', 'entries')}${bySeverity(entries)}`];
  if (before)
    lines.push(`  ${added.length} added, ${kept.length} kept, ${unused.length} dropped because they are fixed`);
  for (const { entry, severity } of outgrown)
    lines.push(`  accepted anew, now ${severity} and not ${entry.severity}: ${entry.rule} ${entry.file}`);
  for (const entry of expired)
    lines.push(`  still counts, since it expired on ${entry.expires}: ${entry.rule} ${entry.file}`);
  if (left.length > 0)
    lines.push(`  ${counted(left.length, 'finding')} below ${minSeverity} left out; --min-severity info takes them in`);
  if (byComment > 0) lines.push(`  ${counted(byComment, 'finding')} left to the comments that switch them off`);
  return lines;
}

function pruned(report: AppReport, { path, name, before }: Place): readonly string[] {
  if (!before) return [`${name}: no baseline here`];
  const entries = prune(report, before);
  const text = baselineText(entries);
  if (text !== baselineText(before)) writeWhole(path, text, 'baseline');
  const gone = report.baseline?.unused ?? [];
  const moved = report.findings.filter(
    ({ suppression }) => suppression?.kind === 'baseline' && suppression.movedFrom !== null,
  ).length;
  return [
    `${name}: ${counted(entries.length, 'entry', 'entries')}${bySeverity(entries)}; ${gone.length} fixed and removed`,
    ...(moved > 0 ? [`  ${counted(moved, 'entry', 'entries')} followed to another file`] : []),
  ];
}

function missing(names: readonly string[]): UsageError {
  return new UsageError(`${names.join(', ')}: there is no baseline yet; write one with base44-scan baseline write.`);
}
