import { type ConditionScope, noteKey, noteValue, type Trail } from './condition-scope.js';
import { rowGrant } from './condition-row.js';
import { userGrant } from './condition-user.js';
import { every, grant, openGrant, some, type Grant } from './grant.js';
import { isRecord } from './json.js';

/**
 * Evaluates the condition of a rule. Grammar and evidence: section 2.2 of the platform facts.
 * What it notices on the way goes to `scope.note`, with the way to its place.
 */
export function grantOf(condition: unknown, scope: ConditionScope, at: Trail = []): Grant {
  if (condition === true) return openGrant('true', 'the condition is true');
  if (condition === false) return grant('blocked', 'the condition is false');
  if (!isRecord(condition)) {
    const name = typeName(condition);
    noteValue(scope, at, { kind: 'shape', text: name, effect: 'unknown' });
    return grant('unknown', `a condition that is ${name} is not documented`);
  }
  const keys = Object.keys(condition);
  if (keys.length === 0) return openGrant('empty', 'an empty condition matches everything');
  return every(keys.map((key) => keyGrant(key, condition[key], scope, [...at, key])));
}

function keyGrant(key: string, value: unknown, scope: ConditionScope, at: Trail): Grant {
  switch (key) {
    case '$or':
      return listGrant(key, value, scope, at, some);
    case '$and':
      return listGrant(key, value, scope, at, every);
    case '$nor':
      return grant('public-part', 'all rows that `$nor` does not exclude');
    case 'user_condition':
      return userGrant(value, scope, at);
    default:
      if (!key.startsWith('$')) return rowGrant(key, value, scope, at);
      noteKey(scope, at, { kind: 'combinator', text: key, effect: 'unknown' });
      return grant('unknown', `\`${key}\` is not a documented combinator`);
  }
}

function listGrant(
  key: string,
  value: unknown,
  scope: ConditionScope,
  at: Trail,
  join: (grants: Grant[]) => Grant,
): Grant {
  if (!Array.isArray(value) || value.length === 0) {
    noteValue(scope, at, { kind: 'shape', text: key, effect: 'unknown' });
    return grant('unknown', `\`${key}\` needs a list of conditions`);
  }
  return join(value.map((part, index) => grantOf(part, scope, [...at, index])));
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
