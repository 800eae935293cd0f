import { wordsOf } from '@base44-lint/model';

/** A wish, a draft or a record of a role is not the role, nor is a title below a name. */
const about =
  /^(?:preferred|detected|selected|desired|requested|target|default|last|onboarding|chosen|current|show|notify|job|sig|signature|display|email|contact|business|career)_/;
const rights = [
  /(?:^|_)(?:roles?|permissions?|access_levels?|clearance)$/,
  /^is_(?:[a-z]+_)?(?:admin|administrator|staff|owner|moderator|manager|premium|pro|vip|paid|subscribed|verified|approved)$/,
  /^(?:has_paid|has_access|has_premium)$/,
];
const plans = [/(?:^|_)(?:plan|tier)$/, /(?:^|_)(?:subscription|membership|plan|vip)_(?:status|plan|tier|level|type)$/];
const money = [/(?:^|_)(?:credits?|balance|coins?|tokens|tokens?_(?:count|balance)|quota)$/];

/** What a field of the user decides by its name: rights, a paid plan, or something that is worth money. */
export function privilegeOf(field: string): 'rights' | 'plan' | 'money' | undefined {
  const name = wordsOf(field).join('_');
  if (about.test(name)) return undefined;
  if (rights.some((pattern) => pattern.test(name))) return 'rights';
  if (plans.some((pattern) => pattern.test(name))) return 'plan';
  return money.some((pattern) => pattern.test(name)) ? 'money' : undefined;
}
