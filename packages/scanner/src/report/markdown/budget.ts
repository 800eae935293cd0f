/** Keeps a document below a length by leaving out the last of its optional blocks. */
export class Budget {
  #room: number;

  /** @param room UTF-16 code units, which are never fewer than the characters that GitHub counts. */
  constructor(room: number) {
    this.#room = room;
  }

  /** What must be there. */
  spend(text: string): string {
    this.#room -= text.length;
    return text;
  }

  /** As many blocks from the start as there is room for. `each` is the length of what joins them. */
  take(blocks: Iterable<string>, each = 1): string[] {
    const taken: string[] = [];
    for (const block of blocks) {
      const cost = block.length + each;
      if (cost > this.#room) break;
      this.#room -= cost;
      taken.push(block);
    }
    return taken;
  }

  /** A budget of its own for one part, taken from this one when the part is done. */
  part<T>(share: number, fill: (budget: Budget) => T): T {
    const granted = Math.max(0, Math.floor(this.#room * share));
    const budget = new Budget(granted);
    const result = fill(budget);
    this.#room -= granted - budget.#room;
    return result;
  }
}
