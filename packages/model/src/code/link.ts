import type { Term } from './facts.js';

/** Cross-file knowledge, given by the scanner. Without it imports keep the meaning that their source suggests. */
export interface Link {
  /**
   * What `import { name } from 'from'` in `file` denotes: a term of another file of the app, `'outside'` for a package
   * or virtual module, or null where nothing was found.
   */
  resolveImport(file: string, from: string, name: string): Scoped | 'outside' | null;
}

/** A term together with the file whose functions and imports it speaks of. */
export interface Scoped {
  readonly file: string;
  readonly term: Term;
}
