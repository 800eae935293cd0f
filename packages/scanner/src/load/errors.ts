/** A reason not to scan at all, in one line for the person who asked. The command ends with exit code 2. */
export class ScanError extends Error {
  override readonly name = 'ScanError';
}

/** The first line of whatever was thrown. */
export function clause(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n', 1)[0]!.trim().replace(/\.$/u, '');
}
