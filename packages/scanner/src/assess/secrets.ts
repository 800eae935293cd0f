import type { FileFindings } from '../check.js';

/** A shorter secret is a common word as often as not; it is hidden where it was found and not everywhere. */
const unmistakable = 8;

/** Keeps secrets out of everything that leaves the process. Replacements are as long as what they replace. */
export class Secrets {
  readonly #everywhere: readonly string[];

  constructor(files: readonly FileFindings[]) {
    const all = files.flatMap(({ findings }) => findings.flatMap(({ secret }) => secret ?? []));
    this.#everywhere = [...new Set(all)]
      .filter((secret) => secret.length >= unmistakable)
      .sort((a, b) => b.length - a.length);
  }

  hide(text: string): string {
    return this.#everywhere.reduce((hidden, secret) => hidden.replaceAll(secret, stars(secret.length)), text);
  }

  /** The text of a file with the secrets of its own findings hidden too, however short they are. */
  hideIn({ text, findings }: FileFindings): string {
    let hidden = text;
    for (const { secret, span } of findings) {
      if (!secret) continue;
      const carrier = text.slice(span.start, span.end);
      const at = carrier.indexOf(secret);
      // A secret that is not literally there stands in some other spelling, so all of its expression is hidden.
      const start = at < 0 ? span.start : span.start + at;
      const end = at < 0 ? span.end : start + secret.length;
      hidden = hidden.slice(0, start) + text.slice(start, end).replace(/[^\r\n\u2028\u2029]/g, '*') + hidden.slice(end);
    }
    return this.hide(hidden);
  }
}

function stars(length: number): string {
  return '*'.repeat(length);
}
