import { scan, type ScanOptions } from '../scan.js';
import type { Meter } from '../meter.js';
import type { Arguments } from './arguments.js';
import { cleanUpWhenInterrupted, deliver } from './deliver.js';
import { Progress } from './progress.js';
import { repositoryPathOf } from './repository.js';
import { printError } from './streams.js';
import { Clock } from './timing.js';
import { today } from './today.js';

/** Scans, writes the reports, prints one, and says how it went. */
export async function runScan(args: Arguments): Promise<0 | 1> {
  const progress = new Progress(process.stderr.isTTY === true && !args.quiet);
  const clock = new Clock((text) => progress.draw(text));
  cleanUpWhenInterrupted(() => progress.clear());
  try {
    const ask = mayAsk(args) ? asking(progress) : undefined;
    const result = await scan(args.path, { ...scanOptionsOf(args, clock), ...(ask && { ask }) });
    progress.clear();
    const code = await deliver(result, args, repositoryPathOf(args.path));
    if (args.timing) printError(clock.lines().join('\n'));
    return code;
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
