import { printable } from '../printable.js';

/** Square brackets make links in SARIF messages, and text of a scanned app must not. */
export function plain(text: string): string {
  return printable(text).replace(/[[\]\\]/gu, '\\$&');
}
