import type { App, Evidence } from '@base44-lint/model';

/** The backend functions that an app is known to have. */
export class FunctionNames {
  readonly all: ReadonlySet<string>;

  constructor(
    private readonly app: App,
    private readonly known: readonly string[],
  ) {
    this.all = new Set(app.functions.map(({ name }) => name));
  }

  /** A path below a function reaches the function too. Names of the platform start with two underscores. */
  has(name: string): boolean {
    if (this.all.has(name) || this.known.includes(name) || name.startsWith('__')) return true;
    for (let end = name.lastIndexOf('/'); end > 0; end = name.lastIndexOf('/', end - 1))
      if (this.all.has(name.slice(0, end)) || this.known.includes(name.slice(0, end))) return true;
    return false;
  }

  /** The function in a sub-folder that is called without its folder: `billing/charge` for `charge`. */
  below(name: string): string | undefined {
    const found = [...this.all].filter((other) => other.endsWith(`/${name}`));
    return found.length === 1 ? found[0] : undefined;
  }

  placeOf(name: string): readonly Evidence[] {
    const found = this.app.functions.find((one) => one.name === name);
    return found ? [{ file: found.file, start: 0, end: 1, note: `is the function \`${name}\`` }] : [];
  }
}
