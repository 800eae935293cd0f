import type { Meter } from '../meter.js';

/** Measures stages and rules by the clock, and reports progress to whoever draws it. */
export class Clock implements Meter {
  readonly #stages = new Map<string, number>();
  readonly #rules = new Map<string, number>();
  readonly #draw: (text: string) => void;
  readonly #started = performance.now();

  constructor(draw: (text: string) => void) {
    this.#draw = draw;
  }

  stage<T>(name: string, work: () => T): T {
    this.#draw(name);
    return timed(this.#stages, name, work);
  }

  rule<T>(name: string, work: () => T): T {
    return timed(this.#rules, name, work);
  }

  progress(stage: string, done: number, total: number): void {
    this.#draw(`${stage} ${done + 1}/${total}`);
  }

  /** Milliseconds by stage, then by rule, as lines of a table. */
  lines(): string[] {
    const row = ([name, time]: readonly [string, number]): string =>
      `  ${name.padEnd(28)}${time.toFixed(1).padStart(10)} ms`;
    const rules = [...this.#rules].sort((a, b) => b[1] - a[1]);
    const total = ['total', performance.now() - this.#started] as const;
    return ['Stages', ...[...this.#stages, total].map(row), 'Rules (within check)', ...rules.map(row)];
  }
}

function timed<T>(times: Map<string, number>, name: string, work: () => T): T {
  const started = performance.now();
  const stop = (): void => void times.set(name, (times.get(name) ?? 0) + performance.now() - started);
  const result = work();
  if (result instanceof Promise) return result.finally(stop) as T;
  stop();
  return result;
}
