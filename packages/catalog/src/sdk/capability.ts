/** What is known of one member of `@base44/sdk`. Versions are `x.y.z`. */
export interface Capability {
  /** `runtime`: seen on the object of each version. `types`: read from the declarations. `docs`: from their comments. */
  readonly basis: 'runtime' | 'types' | 'docs';
  /** Earliest examined version that has it: safe to recommend. */
  readonly first: string;
  /** Latest examined version that has it; `null` while the latest examined one still does. */
  readonly last: string | null;
  /** Git tag older than `first` whose source already has it; the package of that tag was not examined. */
  readonly tagged?: string;
  readonly deprecatedSince?: string;
  /** The client sends it to the server unchecked, in every version. */
  readonly passedThrough?: true;
  readonly note?: string;
}
