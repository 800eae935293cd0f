import type { FileFindings } from '../check.js';

/** A shorter secret is a common word as often as not; it is hidden in the file where it was found and not everywhere. */
const unmistakable = 8;

/** Keeps secrets out of everything that leaves the process. Replacements are as long as what they replace, so that columns stay right. */
export class Secrets {
  readonly #everywhere: readonly string[];

  constructor(files: readonly FileFindings[]) {
    const all = files.flatMap(({ findings }) => findings.flatMap(({ secret }) => secret ?? []));
    this.#everywhere = longestFirst(all.filter((secret) => secret.length >= unmistakable));
  }

  hide(text: string): string {
    return this.#everywhere.reduce((hidden, secret) => hidden.replaceAll(secret, stars(secret)), text);
  }

  /** Words of a file (a reason, a rewrite) without any secret of its findings, however short. */
  hideWords(words: string, { findings }: FileFindings): string {
    const own = longestFirst(findings.flatMap(({ secret }) => secret ?? []));
    return this.hide(own.reduce((hidden, secret) => hidden.replace(wholeWord(secret), stars), words));
  }

  /** The text of a file with the secrets of its own findings hidden wherever they are repeated, however short they are. */
  hideIn(input: FileFindings): string {
    const { text, findings } = input;
    let hidden = text;
    for (const { secret, span } of findings) {
      if (!secret) continue;
      const carrier = text.slice(span.start, span.end);
      const at = carrier.indexOf(secret);
      // A secret that is not literally there stands in some other spelling, so all of its expression is hidden.
      const start = at < 0 ? span.start : span.start + at;
      const end = at < 0 ? span.end : start + secret.length;
      hidden = hidden.slice(0, start) + stars(text.slice(start, end)) + hidden.slice(end);
    }
    return this.hideWords(hidden, input);
  }
}

function longestFirst(secrets: readonly string[]): readonly string[] {
  return [...new Set(secrets)].sort((a, b) => b.length - a.length);
}

/** Every place of a secret that is not a part of a longer word or number. */
function wholeWord(secret: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_])${secret.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')}(?![\\p{L}\\p{N}_])`, 'gu');
}

/** Line breaks stay, so that lines are counted as before. */
function stars(secret: string): string {
  return secret.replace(/[^\r\n\u2028\u2029]/g, '*');
}
