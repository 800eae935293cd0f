import { readFileSync } from 'node:fs';
import { atLeast } from '../report/reporter.js';
import { NotSavedError, readSaved, type Saved } from '../report/saved.js';
import type { Arguments } from './arguments.js';
import { cleanUpWhenInterrupted, deliver } from './deliver.js';
import { UsageError } from './usage-error.js';

/** Renders a saved result as if it had just been scanned. */
export async function runReport(args: Arguments): Promise<0 | 1> {
  cleanUpWhenInterrupted();
  const { result, minSeverity, repositoryPath } = savedAt(args.path);
  // What is not in the file can neither be shown nor be judged.
  if (args.failOn !== 'never' && !atLeast(args.failOn, minSeverity)) {
    throw new UsageError(
      `${args.path}: saved with --min-severity ${minSeverity}, so that --fail-on ${args.failOn} cannot be judged; scan again without it.`,
    );
  }
  const floor = atLeast(args.minSeverity, minSeverity) ? args.minSeverity : minSeverity;
  return deliver(result, { ...args, minSeverity: floor }, repositoryPath);
}

/** @param file Path, or `-` for standard input. */
function savedAt(file: string): Saved {
  try {
    return readSaved(readFileSync(file === '-' ? 0 : file, 'utf8'));
  } catch (error) {
    const name = file === '-' ? 'standard input' : file;
    if (error instanceof NotSavedError) throw new UsageError(`${name}: ${error.message}`, { cause: error });
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`${name}: the saved result cannot be read (${code}).`, { cause: error });
  }
}
