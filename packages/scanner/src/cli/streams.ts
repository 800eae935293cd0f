import { styleText } from 'node:util';

/** Writes to standard output. A reader that has gone away (`| head`) is no error. */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => (error.code === 'EPIPE' ? resolve() : reject(error));
    process.stdout.on('error', onError);
    process.stdout.write(text, () => resolve());
  });
}

export function printError(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** True where standard output takes colours; honours NO_COLOR, FORCE_COLOR and whether it is a terminal. */
export function takesColor(): boolean {
  return styleText('red', 'x', { stream: process.stdout }) !== 'x';
}

/** Columns of the terminal; undefined where standard output is none, or does not say. */
export function terminalWidth(): number | undefined {
  return process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : undefined;
}
