import { parseArguments, type Arguments } from './arguments.js';
import type { Command } from './commands.js';
import { helpText } from './help.js';
import { ScanError } from '../load/errors.js';
import { printable } from '../report/printable.js';
import { print, printError } from './streams.js';
import { UsageError } from './usage-error.js';

/** Runs the command and sets the exit code of the process. The rest of the program is loaded only when it is needed. */
export async function main(argv: readonly string[]): Promise<void> {
  try {
    process.exitCode = await run(parseArguments(argv));
  } catch (error) {
    process.exitCode = 2;
    const isExpected = error instanceof UsageError || error instanceof ScanError;
    // A message may quote a file of the scanned app.
    printError(isExpected ? `base44-scan: ${printable(error.message)}` : fault(error));
  }
}

async function run(args: Arguments): Promise<0 | 1 | 2> {
  if (args.help) return (await print(helpText()), 0);
  if (args.version) return (await print(`${(await import('../version.js')).tool.version}\n`), 0);
  return (await runners[args.command]())(args);
}

type Runner = (args: Arguments) => Promise<0 | 1 | 2>;

const assessment = async (): Promise<Runner> => (await import('./run.js')).runScan;

/** Each command is loaded when it is asked for. */
const runners: Readonly<Record<Command, () => Promise<Runner>>> = {
  scan: assessment,
  baseline: async () => (await import('./baseline.js')).runBaseline,
  readiness: assessment,
  credits: assessment,
  exit: assessment,
  explain: async () => (await import('./explain.js')).runExplain,
  fleet: async () => (await import('./fleet.js')).runFleet,
  report: async () => (await import('./report.js')).runReport,
};

/** Left to Node, an unexpected error would end with code 1, which means findings. */
function fault(error: unknown): string {
  const details = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return `base44-scan: this is a fault of base44-scan itself, please report it with these lines.\n${details}`;
}
