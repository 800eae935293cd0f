/** The same day everywhere, so that a baseline does not expire in one office before the other. */
export function today(): string {
  return new Date().toISOString().slice(0, 'yyyy-mm-dd'.length);
}
