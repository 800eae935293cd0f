import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { UsageError } from './flags.js';

/** Temporary files that exist at this moment. */
const unfinished = new Set<string>();

/**
 * Writes a file beside its place and moves it there, so that nobody ever sees half a report.
 *
 * @throws {UsageError} Where it cannot be written.
 */
export function writeWhole(file: string, text: string): void {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}.tmp`);
  unfinished.add(temporary);
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(temporary, text);
    renameSync(temporary, file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw new UsageError(`${file}: the report cannot be written (${(error as NodeJS.ErrnoException).code}).`, {
      cause: error,
    });
  } finally {
    unfinished.delete(temporary);
  }
}

/** Removes what an interrupted run would leave behind. */
export function removeUnfinished(): void {
  for (const file of unfinished) rmSync(file, { force: true });
}
