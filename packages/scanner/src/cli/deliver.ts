import { reporterOf, type ReportOptions } from '../report/index.js';
import { exitCodeOf } from '../report/reporter.js';
import type { ScanResult } from '../result.js';
import type { Arguments, Target } from './arguments.js';
import { isSection, takes } from './commands.js';
import { removeUnfinished, writeWhole } from './files.js';
import { print, takesColor, terminalWidth } from './streams.js';

/**
 * Writes the reports that the command line asks for, prints one, and judges the gate.
 *
 * @param repositoryPath Folder of what was scanned below the root of its repository.
 */
export async function deliver(result: ScanResult, args: Arguments, repositoryPath: string): Promise<0 | 1> {
  const rendered = [];
  for (const target of targetsOf(args)) {
    const report = (await reporterOf(target.format))(result, optionsOf(args, target, repositoryPath));
    rendered.push({ target, report });
  }
  for (const { target, report } of rendered) if (target.file !== '-') writeWhole(target.file, report.output);
  for (const { target, report } of rendered) if (target.file === '-') await print(report.output);
  return exitCodeOf(result, gateOf(args));
}

/** An interrupted run leaves no half-written report behind. */
export function cleanUpWhenInterrupted(clear: () => void = () => {}): void {
  process.once('SIGINT', () => {
    clear();
    removeUnfinished();
    process.exit(130);
  });
}

/** Standard output gets what `--format` names, unless `--output format=-` claims it. */
function targetsOf({ format, formatGiven, outputs, quiet }: Arguments): Target[] {
  const claimed = outputs.some(({ file }) => file === '-');
  const silent = claimed || (quiet && (!formatGiven || format === 'terminal'));
  return silent ? [...outputs] : [...outputs, { format, file: '-' }];
}

/** A command without the flag has no gate: a part of the assessment is an answer, whatever it says. */
function gateOf({ command, failOn, failOnUnused }: Arguments): Pick<ReportOptions, 'failOn' | 'failOnUnused'> {
  return takes(command, 'fail-on') ? { failOn, failOnUnused } : { failOn: 'never' };
}

export function optionsOf(args: Arguments, { file }: Target, repositoryPath: string): ReportOptions {
  const { command, explain, minSeverity, groupBy, all } = args;
  const width = file === '-' ? terminalWidth() : undefined;
  return {
    section: isSection(command) ? command : null,
    explain,
    minSeverity,
    ...gateOf(args),
    groupBy,
    all,
    repositoryPath,
    color: file === '-' && !args.noColor && takesColor(),
    ...(width !== undefined && { width }),
  };
}
