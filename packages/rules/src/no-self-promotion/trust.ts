import { isRecord, operations, type Access, type App, type Entity, type Operation } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';

/** Attributes of a user that `auth.updateMe` does not change. */
const fixed = new Set(['id', 'email', 'role', 'full_name']);

/** A rule that lets in by a field of the user. */
export interface Trust {
  readonly entity: Entity;
  readonly operation: Operation;
  readonly access: Access;
}

/** By the user's field, the rules that trust it; without fields that users cannot write. */
export function trustedFields(app: App): ReadonlyMap<string, readonly Trust[]> {
  const found = new Map<string, Trust[]>();
  const entities = Object.values(app.entities).toSorted((one, two) => (one.file < two.file ? -1 : 1));
  for (const entity of entities) {
    if (entity.name === 'User') continue;
    for (const operation of operations) {
      const access = entity.access[operation];
      for (const field of trusted(access)) {
        if (!isProtected(app, field)) found.set(field, [...(found.get(field) ?? []), { entity, operation, access }]);
      }
    }
  }
  return found;
}

/** The fields of one verdict, by their first name; a rule that nobody passes trusts nothing. */
function trusted({ kind, userFields }: Access): ReadonlySet<string> {
  if (kind === 'never' || kind === 'blocked' || kind === 'open') return new Set();
  return new Set(userFields.map((field) => field.split('.')[0] as string).filter((field) => !fixed.has(field)));
}

/** A rule of the field that keeps its owner from writing it. */
export function isProtected(app: App, field: string): boolean {
  const rls = app.entities['User']?.fields.find(({ name }) => name === field)?.rls;
  if (!isRecord(rls)) return false;
  const rule = rls['write'] ?? rls['update'];
  return rule === false || (isRecord(rule) && Object.keys(rule).length > 0);
}

/** Rules on `User` as a whole that would keep users from their own record; whether they have an effect is not documented. */
export function isRecordLocked(app: App): boolean {
  const rls = app.entities['User']?.rls;
  if (!isRecord(rls)) return false;
  const rule = rls['update'] ?? rls['write'];
  const text = JSON.stringify(rule ?? null);
  return rule === false || (text.includes('user_condition') && !text.includes('{{user.'));
}

/** High where the field decides about what belongs to somebody, medium for what everyone might see anyway. */
export function severityOf(app: App, uses: readonly Trust[]): Severity {
  const grave = uses.some(({ entity }) => {
    const content = contentOf(app, entity.name);
    return content === 'secret' || content === 'personal' || content === 'owned';
  });
  return grave ? 'high' : 'medium';
}

/** Entities in the order of their files, each once. */
export function entitiesOf(uses: readonly Trust[]): readonly Entity[] {
  return [...new Set(uses.map(({ entity }) => entity))];
}
