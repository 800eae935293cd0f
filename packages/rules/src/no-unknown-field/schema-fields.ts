import type { App, Entity, EntityCall } from '@base44-lint/model';
import { closeName } from '../judge/close-name.js';

/** Fields that every record has (documentation of entity schemas, November 2026); `_id` is the older name of `id`. */
const builtIn: readonly string[] = [
  'id',
  '_id',
  'created_date',
  'updated_date',
  'created_by',
  'created_by_id',
  'is_sample',
  'is_deleted',
  'deleted_date',
  'entity_name',
  'app_id',
  'environment',
];

/** The fields that the records of a call may have. */
export interface Schema {
  readonly entities: readonly Entity[];
  readonly names: ReadonlySet<string>;
}

/**
 * The schema behind a call; undefined where nobody can tell: `User` (takes any field), a name that the run decides,
 * an entity without schema, without fields, or open to further ones. Of several entities a field may be in any.
 */
export function schemaOf(app: App, call: EntityCall): Schema | undefined {
  const names = call.entity.candidates;
  const entities = names.map((name) => app.entities[name]);
  if (names.length === 0 || names.includes('User') || !entities.every(isClosed)) return undefined;
  return {
    entities,
    names: new Set([...builtIn, ...entities.flatMap(({ fields }) => fields.map(({ name }) => name))]),
  };
}

function isClosed(entity: Entity | undefined): entity is Entity {
  return entity !== undefined && entity.fields.length > 0 && !entity.open;
}

/** `address.city` and `tags.0` are parts of a field. */
export function topField(key: string): string {
  return key.split('.', 1)[0] as string;
}

/** Names that other frameworks give to built-in fields. */
const elsewhere: Readonly<Record<string, string>> = {
  created_at: 'created_date',
  createdAt: 'created_date',
  date_created: 'created_date',
  updated_at: 'updated_date',
  updatedAt: 'updated_date',
  date_updated: 'updated_date',
};

/** The declared field that was surely meant. */
export function meantField(field: string, { names }: Schema): string | undefined {
  return closeName(field, names) ?? (Object.hasOwn(elsewhere, field) ? elsewhere[field] : undefined);
}
