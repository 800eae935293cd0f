import { reporterOf, type ReportOptions } from '../report/index.js';
import { exitCodeOf } from '../report/reporter.js';
import { scan, type ScanOptions } from '../scan.js';
import { isSection, takes } from './commands.js';
import type { Meter } from '../meter.js';
import { removeUnfinished, writeWhole } from './files.js';
import type { Arguments, Target } from './arguments.js';
import { repositoryPathOf } from './repository.js';
import { Progress } from './progress.js';
import { print, printError, takesColor, terminalWidth } from './streams.js';
import { Clock } from './timing.js';
import { today } from './today.js';

/** Scans, writes the reports, prints one, and says how it went. */
export async function runScan(args: Arguments): Promise<0 | 1> {
  const progress = new Progress(process.stderr.isTTY === true && !args.quiet);
  const clock = new Clock((text) => progress.draw(text));
  process.once('SIGINT', () => {
    progress.clear();
    removeUnfinished();
    process.exit(130);
  });
  try {
    const ask = mayAsk(args) ? asking(progress) : undefined;
    const result = await scan(args.path, { ...scanOptionsOf(args, clock), ...(ask && { ask }) });
    const rendered = [];
    for (const target of targetsOf(args)) {
      const report = (await reporterOf(target.format))(result, optionsOf(args, target));
      rendered.push({ target, report });
    }
    progress.clear();
    for (const { target, report } of rendered) if (target.file !== '-') writeWhole(target.file, report.output);
    for (const { target, report } of rendered) if (target.file === '-') await print(report.output);
    if (args.timing) printError(clock.lines().join('\n'));
    return exitCodeOf(result, gateOf(args));
  } finally {
    progress.clear();
  }
}

/** Questions need somebody who can answer, and would spoil a report that another program reads. */
function mayAsk({ command, prompt, format, quiet, outputs }: Arguments): boolean {
  const toPeople = format === 'terminal' && !quiet && !outputs.some(({ file }) => file === '-');
  const inTerminal = process.stdin.isTTY === true && process.stdout.isTTY === true && !process.env['CI'];
  return command === 'readiness' && prompt && toPeople && inTerminal;
}

function asking(progress: Progress): NonNullable<ScanOptions['ask']> {
  return async (readiness) => {
    progress.clear();
    const { askReadiness } = await import('./prompts.js');
    return askReadiness(readiness);
  };
}

/** What the command line asks of a scan. */
export function scanOptionsOf(
  { inline, assumptions, config, baseline, since, shard }: Arguments,
  meter: Meter,
): ScanOptions {
  return {
    inline,
    assumptions,
    meter,
    today: today(),
    ...(config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
    ...(since !== undefined && { since }),
    ...(shard && { shard }),
  };
}

/** Standard output gets what `--format` names, unless `--output format=-` claims it. */
function targetsOf({ format, formatGiven, outputs, quiet }: Arguments): Target[] {
  const claimed = outputs.some(({ file }) => file === '-');
  const silent = claimed || (quiet && (!formatGiven || format === 'terminal'));
  return silent ? [...outputs] : [...outputs, { format, file: '-' }];
}

/** Only a scan has a gate: a part of the assessment is an answer, whatever it says. */
function gateOf({ command, failOn, failOnUnused }: Arguments): Pick<ReportOptions, 'failOn' | 'failOnUnused'> {
  return takes(command, 'fail-on') ? { failOn, failOnUnused } : { failOn: 'never' };
}

export function optionsOf(args: Arguments, { file }: Target): ReportOptions {
  const { command, explain, minSeverity, groupBy, all } = args;
  const width = file === '-' ? terminalWidth() : undefined;
  return {
    section: isSection(command) ? command : null,
    explain,
    minSeverity,
    ...gateOf(args),
    groupBy,
    all,
    repositoryPath: repositoryPathOf(args.path),
    color: file === '-' && !args.noColor && takesColor(),
    ...(width !== undefined && { width }),
  };
}
