import { styleText } from 'node:util';
import type { Severity } from '@base44-lint/rules';
import type { LimitationVerdict } from '../../result.js';

type Format = Parameters<typeof styleText>[0];

/** Puts colours on text, or leaves it as it is. */
export class Style {
  readonly #color: boolean;

  constructor(color: boolean) {
    this.#color = color;
  }

  apply(format: Format, text: string): string {
    return this.#color && text !== '' ? styleText(format, text, { validateStream: false }) : text;
  }

  bold(text: string): string {
    return this.apply('bold', text);
  }

  dim(text: string): string {
    return this.apply('dim', text);
  }

  severity(severity: Severity, text: string = severity): string {
    return this.apply(severityFormat[severity], text);
  }

  verdict(verdict: LimitationVerdict['verdict'], text: string): string {
    return this.apply(verdictFormat[verdict], text);
  }
}

const severityFormat: Readonly<Record<Severity, Format>> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'dim',
};

const verdictFormat: Readonly<Record<LimitationVerdict['verdict'], Format>> = {
  found: 'red',
  clear: 'green',
  'not-checked': 'yellow',
};

/** Cuts a line to a width and says so with an ellipsis. */
export function fit(text: string, width: number | undefined): string {
  return width !== undefined && text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text;
}

/** Breaks a text at blanks so that no line is longer than a width, where words allow it. */
export function wrap(text: string, width: number | undefined): string[] {
  if (width === undefined) return [text];
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last === '') lines[lines.length - 1] = word;
    else if (last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
