import { type ConditionScope, isTemplate, noteKey, noteValue, type Trail } from './condition-scope.js';
import { every, grant, type Grant } from './grant.js';
import { isRecord } from './json.js';

/** Names that are written to keep everyone out; the service role passes without any rule. */
const impossibleRole = /^(?:__.*__|_*service(?:[_-]?(?:only|role|account))?_*|nobody|no[_-]?one|none|never)$/i;
/** Roles that the platform assigns by itself. */
const assignable = new Set(['admin', 'user']);
const builtIn = new Set(['role', 'email', 'id', 'full_name']);

/** `user_condition`: equality on attributes of the signed-in user, no condition on the row. */
export function userGrant(value: unknown, scope: ConditionScope, at: Trail): Grant {
  if (!isRecord(value) || Object.keys(value).length === 0) {
    noteValue(scope, at, { kind: 'empty-user-condition', text: 'user_condition', effect: 'unknown' });
    return grant('unknown', 'an empty or malformed `user_condition` is not documented');
  }
  return every(
    Object.keys(value).map((attribute) => attributeGrant(attribute, value[attribute], scope, [...at, attribute])),
  );
}

function attributeGrant(attribute: string, value: unknown, scope: ConditionScope, at: Trail): Grant {
  if (attribute.startsWith('$')) {
    noteKey(scope, at, { kind: 'user-operator', text: attribute, effect: 'unknown' });
    return grant('unknown', `\`${attribute}\` in \`user_condition\` is not documented`);
  }
  const operators = isRecord(value) ? Object.keys(value) : [];
  if (isRecord(value)) {
    const [operator = '{}'] = operators;
    noteValue(scope, at, { kind: 'user-operator', text: operator, effect: 'unknown' });
  }
  if (!builtIn.has(attribute) && !attribute.startsWith('data.')) {
    noteKey(scope, at, { kind: 'attribute', text: attribute, expected: `data.${attribute}`, effect: 'unknown' });
  }
  const listed = operators.length === 1 && (operators[0] === '$in' || operators[0] === '$eq');
  if (isRecord(value) && !listed)
    return grant('unknown', `operators on \`${attribute}\` in \`user_condition\` are not documented`);
  const note = listed ? ' (an operator that the platform may refuse)' : '';
  if (attribute !== 'role') {
    const userFields = attribute.startsWith('data.') ? [attribute.slice('data.'.length)] : [];
    return grant('role', `\`user_condition\` on \`${attribute}\`${note}`, { userFields });
  }
  return roleGrant(valuesOf(value), note, scope, at);
}

function roleGrant(values: readonly unknown[], note: string, scope: ConditionScope, at: Trail): Grant {
  const roles = values.filter((role): role is string => typeof role === 'string' && role !== '' && !isTemplate(role));
  if (roles.length === 0) return grant('unknown', 'the role in `user_condition` is no fixed name');
  const possible = roles.filter((role) => !impossibleRole.test(role));
  if (possible.length === 0) return grant('blocked', `no user has the role \`${roles.join('`, `')}\``);
  for (const role of possible) {
    if (!assignable.has(role)) noteValue(scope, at, { kind: 'role', text: role, effect: 'unknown' });
  }
  return grant('role', `role \`${possible.join('`, `')}\`${note}`, {
    roles: possible,
    everyUser: possible.includes('user'),
  });
}

function valuesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(valuesOf);
  return isRecord(value) ? Object.values(value).flatMap(valuesOf) : [value];
}
