import type { ContextKey } from '../app/tenants.js';
import type { Term } from './facts.js';
import { namesIn } from './query.js';
import type { FileView } from './view.js';

/** Where a value that stands for the caller or the tenant comes from: `auth.me()`, `useTenant()`, `activeOrg`. */
const CONTEXT =
  /^(?:me|user|currentUser|profile|session|useAuth|useUser|useCurrentUser)$|^(?:use|current|active|selected|my)?(?:Org|Organi[sz]ation|Company|Workspace|Tenant|Account|Family|Household|Team|Branch|Store|Restaurant|Clinic|School|Club|Site|Church)(?:Context|Id)?$/i;

/**
 * Fields whose value code takes from the signed-in user or the current tenant, with the number of places: the third
 * kind of evidence for a tenant key. A key that is set from `user.id` is an owner and not counted.
 */
export function contextKeysOf(views: readonly FileView[]): readonly ContextKey[] {
  const counts = new Map<string, number>();
  for (const { entityCalls } of views) {
    for (const { method, query, args } of entityCalls) {
      const written = method === 'create' && args[0]?.t === 'object' ? args[0].props : [];
      const asked = query.keys.map(({ name, value }) => [name, value] as const);
      for (const [field, value] of [...asked, ...written]) {
        if (isContext(field, value)) counts.set(field, (counts.get(field) ?? 0) + 1);
      }
    }
  }
  return [...counts]
    .map(([field, count]) => ({ field, count }))
    .sort((a, b) => b.count - a.count || (a.field < b.field ? -1 : 1));
}

function isContext(field: string, value: Term): boolean {
  const names = namesIn(value);
  const last = names.at(-1);
  if (last === undefined) return false;
  // `user.organization_id` names the field itself; `activeOrg.id` names the tenant before its id.
  if (last === field) return names.slice(0, -1).some((name) => CONTEXT.test(name));
  return (
    last === 'id' &&
    CONTEXT.test(names.at(-2) ?? '') &&
    !/^(?:me|user|currentUser|profile|session)$/i.test(names.at(-2) ?? '')
  );
}
