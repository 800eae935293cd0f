import { helpText, parseArguments, UsageError, type Arguments } from './flags.js';
import { ScanError } from '../load/errors.js';
import { print, printError } from './streams.js';

/** Runs the command and sets the exit code of the process. The rest of the program is loaded only for a scan. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await run(parseArguments(argv));
  } catch (error) {
    process.exitCode = 2;
    if (!(error instanceof UsageError || error instanceof ScanError)) throw error;
    printError(`base44-scan: ${error.message}`);
  }
}

async function run(args: Arguments): Promise<0 | 1> {
  if (args.help) return (await print(helpText()), 0);
  if (args.version) return (await print(`${(await import('../version.js')).tool.version}\n`), 0);
  const { runScan } = await import('./run.js');
  return runScan(args);
}
