/** At most this often, so that drawing costs nothing beside the work. Milliseconds. */
const interval = 80;

/** One line on standard error that says what is going on; silent where that is no terminal. */
export class Progress {
  readonly #enabled: boolean;
  #drawn = 0;
  #visible = false;

  constructor(enabled: boolean) {
    this.#enabled = enabled;
  }

  draw(text: string): void {
    const now = performance.now();
    if (!this.#enabled || now - this.#drawn < interval) return;
    this.#drawn = now;
    this.#visible = true;
    process.stderr.write(`\r\u001b[2Kbase44-scan: ${text}`);
  }

  clear(): void {
    if (this.#visible) process.stderr.write('\r\u001b[2K');
    this.#visible = false;
  }
}
