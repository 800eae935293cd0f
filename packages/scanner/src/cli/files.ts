import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './usage-error.js';

/** Temporary files that exist at this moment. */
const unfinished = new Set<string>();

/**
 * Writes a file beside its place and moves it there, so that nobody ever sees half a report.
 *
 * @param what how errors call it
 * @throws {UsageError} Where it cannot be written.
 */
export function writeWhole(file: string, text: string, what = 'report'): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(file), { recursive: true });
    unfinished.add(temporary);
    writeFileSync(temporary, text);
    renameSync(temporary, file);
    unfinished.delete(temporary);
  } catch (error) {
    removeUnfinished();
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new UsageError(`${file}: the ${what} cannot be written (${code}).`, { cause: error });
  }
}

/** Removes what an interrupted or failed run would leave behind. */
export function removeUnfinished(): void {
  for (const file of unfinished) {
    try {
      rmSync(file, { force: true });
    } catch {
      // What cannot be removed was never created, or its folder is gone; there is nothing left to do about it.
    }
  }
  unfinished.clear();
}
