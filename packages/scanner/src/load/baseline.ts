import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import { isUtf8 } from 'node:buffer';
import type { BaselineEntry } from '../baseline/entry.js';
import { parseBaseline } from '../baseline/file.js';
import { ScanError } from './errors.js';

/** Far above any real baseline; a larger file is somebody's mistake or attack. */
const mostBytes = 64 * 1024 * 1024;

/**
 * The entries of a baseline; undefined where there is no such file. A link is not followed, as nowhere in an app.
 *
 * @param name how errors call it
 * @throws {ScanError} Where it cannot be read or is none: findings must not come back, or go, because of a broken file.
 */
export function readBaseline(path: string, name: string): readonly BaselineEntry[] | undefined {
  const unreadable = (reason: string, cause?: unknown): ScanError =>
    new ScanError(`${name}: the baseline cannot be read (${reason}).`, { cause });
  let descriptor: number;
  try {
    descriptor = openSync(path, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    if (code === 'ENOENT') return undefined;
    throw unreadable(code === 'ELOOP' ? 'a symbolic link is never followed' : code, error);
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile()) throw unreadable('it is no regular file');
    if (stats.size > mostBytes) throw unreadable(`it is larger than ${mostBytes} bytes`);
    const bytes = readFileSync(descriptor);
    if (!isUtf8(bytes)) throw unreadable('it is not valid UTF-8');
    return parseBaseline(bytes.toString('utf8').replace(/^\uFEFF/u, ''), name);
  } finally {
    closeSync(descriptor);
  }
}
