/**
 * The line fingerprints that GitHub's upload action computes for SARIF files (`primaryLocationLineHash`); it warns when
 * a file brings other values, so these must be equal. A line's hash is a polynomial in 37, modulo 2^64, over the 100
 * characters from its start, blanks and tabs left out, line breaks as `\n`. Equal lines are numbered.
 *
 * GitHub rolls the hash through the whole file. Only a few lines carry findings, so here each of those is computed
 * from its own 100 characters, which is the same value; equal characters stand for equal hashes when numbering.
 */
const characters = 100;
const base = 37n;
const endOfFile = '\uffff';

export class LineHashes {
  /** Per line, the characters that its hash covers. */
  readonly #covered: readonly string[];
  readonly #occurrence: readonly number[];

  constructor(text: string) {
    const dense = text.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, '') + endOfFile;
    const starts = [0, ...Array.from(dense.matchAll(/\n/g), (match) => match.index + 1)];
    this.#covered = starts.map((start) => dense.slice(start, start + characters));
    const seen = new Map<string, number>();
    this.#occurrence = this.#covered.map((covered) => {
      const occurrence = (seen.get(covered) ?? 0) + 1;
      seen.set(covered, occurrence);
      return occurrence;
    });
  }

  /** @param line Counted from 1; a line behind the end counts as the last one. */
  of(line: number): string {
    const index = Math.min(line, this.#covered.length) - 1;
    return `${polynomial(this.#covered[index]!).toString(16)}:${this.#occurrence[index]!}`;
  }
}

function polynomial(covered: string): bigint {
  let hash = 0n;
  for (let index = 0; index < characters; index++) {
    const code = index < covered.length ? covered.charCodeAt(index) : 0;
    hash = BigInt.asUintN(64, hash * base + BigInt(code));
  }
  return hash;
}
