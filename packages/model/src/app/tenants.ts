import { isRecord } from './json.js';
import { isOwnerName } from './sensitivity.js';
import type { App, Entity, Settings, TenantKey } from './types.js';
import { wordsOf } from './words.js';

/** A field whose value code takes from the signed-in user or the current tenant, and how often it does. */
export interface ContextKey {
  readonly field: string;
  readonly count: number;
}

const tenantNouns = new Set(
  'organization organisation org company workspace tenant account family household restaurant store branch team club school clinic church site agency shop salon gym hotel hospital practice firm franchise business brokerage'.split(
    ' ',
  ),
);
/** Words that divide rows without belonging to anybody; frequent in some apps, and wrong every time. */
const partitions = new Set(
  'environment env mode status type kind date month year season language locale region event match operation item'.split(
    ' ',
  ),
);
/** A key that fewer of the entities carry is a parent, not a tenant. */
const shareOfEntities = 0.3;
const leastContextUses = 3;
/** With this share, and an entity that is the tenant itself, a name speaks for itself. */
const shareOfTenantNamed = 0.6;
const organisations = new Set('organization organisation org workspace tenant company family household'.split(' '));

/**
 * Which fields separate one customer's rows from another's. The first kind of evidence that finds something decides,
 * from sure to weak: configuration, rules that compare `data.x` to `{{user.data.y}}`, a key that the User entity shares
 * with many entities, code that fills a key from the user's context, and at last the name. How often a field occurs is
 * never evidence by itself: partitions and parents occur more often than tenants do.
 */
export function inferTenants(
  entities: App['entities'],
  settings: Pick<Settings, 'tenantFields'>,
  contextKeys: readonly ContextKey[] = [],
): readonly TenantKey[] {
  const all = Object.values(entities);
  const tiers = [
    () => settings.tenantFields.map((field) => key(field, 'config', 'certain', 'named in the configuration')),
    () => fromRules(all),
    () => fromUserFields(all),
    () => fromContext(all, contextKeys),
    () => fromNames(all),
  ];
  for (const tier of tiers) {
    const found = tier();
    if (found.length > 0) return found;
  }
  return [];
}

function fromRules(entities: readonly Entity[]): TenantKey[] {
  const uses = new Map<string, { userField: string; entities: Set<string> }>();
  for (const entity of entities) {
    for (const { field, userField } of userComparisons(entity.rls)) {
      if (/^(?:id|name|title|slug|status|email)$/.test(field) || (!isKeyName(field) && !isKeyName(userField))) continue;
      const use = uses.get(field) ?? { userField, entities: new Set() };
      use.entities.add(entity.name);
      uses.set(field, use);
    }
  }
  return [...uses]
    .toSorted((one, two) => two[1].entities.size - one[1].entities.size)
    .map(([field, use]) => {
      const count = use.entities.size;
      const reason = `the rules of ${count} ${count === 1 ? 'entity compare' : 'entities compare'} it to the user's \`${use.userField}\``;
      // One rule alone may compare anything with anything; a tenant's name in the key speaks for it.
      const confidence = count > 1 ? 'certain' : hasTenantNoun(field) ? 'likely' : 'possible';
      return key(field, 'rls', confidence, reason);
    });
}

function fromUserFields(entities: readonly Entity[]): TenantKey[] {
  const user = entities.find(({ name }) => name === 'User');
  const others = entities.filter((entity) => entity !== user);
  return (user?.fields ?? []).flatMap(({ name }) => {
    const count = countWith(others, name);
    if (!isKeyName(name) || !isCommon(count, others.length)) return [];
    return [key(name, 'user-field', 'likely', `\`User\` and ${count} of ${others.length} other entities have it`)];
  });
}

function fromContext(entities: readonly Entity[], contextKeys: readonly ContextKey[]): TenantKey[] {
  return contextKeys
    .filter(({ field, count }) => count >= leastContextUses && isKeyName(field))
    .filter(({ field }) => entities.length === 0 || countWith(entities, field) > 0)
    .toSorted((one, two) => two.count - one.count)
    .map(({ field, count }) =>
      key(field, 'context', 'possible', `code fills it from the user's context ${count} times`),
    );
}

function fromNames(entities: readonly Entity[]): TenantKey[] {
  const names = new Set(entities.flatMap(({ fields }) => fields.map(({ name }) => name)));
  return [...names].flatMap((name) => {
    const count = countWith(entities, name);
    const isNamed = hasTenantNoun(name) && wordsOf(name).at(-1) === 'id';
    if (!isNamed || !isKeyName(name) || !isCommon(count, entities.length)) return [];
    const reason = `${count} of ${entities.length} entities have it, and its name says so`;
    if (!isOrganisation(name, entities) || count < entities.length * shareOfTenantNamed)
      return [key(name, 'name', 'possible', reason)];
    return [key(name, 'name', 'likely', `${reason}; the entity that it names is there too`)];
  });
}

/** `organization_id` beside an entity `Organization`: the app keeps the customers that it separates. */
function isOrganisation(name: string, entities: readonly Entity[]): boolean {
  const noun = wordsOf(name).at(-2) ?? '';
  const isEntity = entities.some((entity) => {
    const last = wordsOf(entity.name).at(-1) ?? '';
    return last.startsWith(noun) || (noun === 'org' && /^organi[sz]ation$/.test(last));
  });
  return organisations.has(noun) && isEntity;
}

/** Pairs of `data.x` and `{{user.data.y}}` anywhere in the rules of an entity. */
function userComparisons(rule: unknown, field?: string): { field: string; userField: string }[] {
  if (typeof rule === 'string') {
    const userField = /\{\{\s*user\.data\.([\w.]+)\s*\}\}/.exec(rule)?.[1];
    return field !== undefined && userField !== undefined ? [{ field, userField }] : [];
  }
  if (Array.isArray(rule)) return rule.flatMap((part) => userComparisons(part, field));
  if (!isRecord(rule)) return [];
  return Object.entries(rule).flatMap(([name, part]) =>
    userComparisons(part, name.startsWith('data.') ? name.slice('data.'.length) : field),
  );
}

/** A name that can mean a tenant: it ends like a key or says what it is, and is neither a user nor a partition. */
function isKeyName(name: string): boolean {
  const words = wordsOf(name);
  if (isOwnerName(name) || words.some((word) => partitions.has(word))) return false;
  return hasTenantNoun(name) || ['id', 'ids', 'key', 'slug', 'code'].includes(words.at(-1) ?? '');
}

/** `school_id` and `branch`, but not `store_url` or `account_type`. */
function hasTenantNoun(name: string): boolean {
  const words = wordsOf(name);
  const stem = ['id', 'ids', 'key', 'slug', 'code'].includes(words.at(-1) ?? '') ? words.slice(0, -1) : words;
  return tenantNouns.has(stem.at(-1) ?? '');
}

function countWith(entities: readonly Entity[], field: string): number {
  return entities.filter(({ fields }) => fields.some(({ name }) => name === field)).length;
}

function isCommon(count: number, total: number): boolean {
  return count >= 2 && count >= total * shareOfEntities;
}

function key(
  field: string,
  source: TenantKey['source'],
  confidence: TenantKey['confidence'],
  reason: string,
): TenantKey {
  return { field, reason, source, confidence };
}
