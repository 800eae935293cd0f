import type { AppSummary, EntitySummary, EntityUse } from '../../result.js';

/** An entity as the matrix shows it: with its schema, or only as the code names it. */
export interface EntityRow {
  /** Null for the row of calls whose entity only the run decides. */
  readonly name: string | null;
  /** Null where the export has no schema. */
  readonly schema: EntitySummary | null;
  readonly uses: readonly EntityUse[];
}

/** Entities with a schema first, then those that only the code names, then what only the run decides. */
export function entityRows({ entities, entityUses }: Pick<AppSummary, 'entities' | 'entityUses'>): EntityRow[] {
  const known = new Set(entities.map(({ name }) => name));
  const named = new Map<string | null, EntityUse[]>();
  for (const use of entityUses) {
    const uses = named.get(use.entity);
    if (uses) uses.push(use);
    else named.set(use.entity, [use]);
  }
  const others = [...named.keys()].filter((name) => name !== null && !known.has(name));
  return [
    ...entities.map((schema) => ({ name: schema.name, schema, uses: named.get(schema.name) ?? [] })),
    ...others.map((name) => ({ name, schema: null, uses: named.get(name) ?? [] })),
    ...(named.has(null) ? [{ name: null, schema: null, uses: named.get(null)! }] : []),
  ];
}
