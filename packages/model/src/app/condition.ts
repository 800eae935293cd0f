import { isRecord } from './json.js';
import type { AccessKind, OpenShape } from './types.js';

/**
 * What a condition of an entity rule grants, as an upper bound: a reading that grants less than the platform would
 * is a missed leak. Grammar and evidence: section 2.2 of the platform facts.
 */
export interface Grant {
  readonly kind: Exclude<AccessKind, 'platform'>;
  readonly shape?: OpenShape;
  readonly fields: readonly string[];
  readonly userFields: readonly string[];
  readonly roles: readonly string[];
  /** Every signed-in user passes, although a condition is written. */
  readonly everyUser: boolean;
  readonly reason: string;
}

/** What the evaluation needs to know of the schema. */
export interface ConditionScope {
  /** Names of the schema's own fields; undefined where the schema declares none, so that nothing is called missing. */
  readonly fields?: ReadonlySet<string>;
}

/** Keys of a record that exist without being declared. */
const recordKeys = new Set(
  'id _id created_by created_by_id created_date updated_date app_id entity_name environment is_deleted deleted_date is_sample'.split(
    ' ',
  ),
);
const rowOperators = new Set(['$eq', '$in', '$all', '$elemMatch']);
const negations = new Set(['$ne', '$nin', '$not']);
const comparisons = new Set(['$gt', '$gte', '$lt', '$lte', '$exists', '$size']);
/** Names that are written to keep everyone out; the service role passes without any rule. */
const impossibleRole = /^(?:__.*__|_*service(?:[_-]?(?:only|role|account))?_*|nobody|no[_-]?one|none|never)$/i;

/** Narrowest first: a conjunction is at most its narrowest part. */
const narrowness = ['never', 'blocked', 'owner', 'tenant', 'mixed', 'role', 'public-part', 'unknown'] as const;

export function grantOf(condition: unknown, scope: ConditionScope): Grant {
  if (condition === true) return open('true', 'the condition is true');
  if (condition === false) return grant('blocked', 'the condition is false');
  if (!isRecord(condition)) return grant('unknown', `a condition that is ${typeName(condition)} is not documented`);
  const keys = Object.keys(condition);
  if (keys.length === 0) return open('empty', 'an empty condition matches everything');
  return every(keys.map((key) => keyGrant(key, condition[key], scope)));
}

function keyGrant(key: string, value: unknown, scope: ConditionScope): Grant {
  switch (key) {
    case '$or':
      return listGrant(key, value, scope, some);
    case '$and':
      return listGrant(key, value, scope, every);
    case '$nor':
      return grant('public-part', 'all rows that `$nor` does not exclude');
    case 'user_condition':
      return userGrant(value);
    default:
      return key.startsWith('$')
        ? grant('unknown', `\`${key}\` is not a documented combinator`)
        : rowGrant(key, value, scope);
  }
}

function listGrant(key: string, value: unknown, scope: ConditionScope, join: (grants: Grant[]) => Grant): Grant {
  if (!Array.isArray(value) || value.length === 0) return grant('unknown', `\`${key}\` needs a list of conditions`);
  return join(value.map((part) => grantOf(part, scope)));
}

/** Alternatives: those that cannot match do not count; the rest grants at least its widest part. */
function some(grants: readonly Grant[]): Grant {
  const live = grants.filter(({ kind }) => kind !== 'never' && kind !== 'blocked');
  const [first] = live;
  if (!first) return grants.find(({ kind }) => kind === 'blocked') ?? joined(grants, 'never', ' and ');
  const wide = (['open', 'unknown', 'public-part'] as const).find((kind) => live.some((part) => part.kind === kind));
  if (wide === 'open' || wide === 'unknown') return live.find(({ kind }) => kind === wide)!;
  const kind = wide ?? (live.every((part) => part.kind === first.kind) ? first.kind : 'mixed');
  return { ...joined(live, kind, ' or '), everyUser: live.some(({ everyUser }) => everyUser) };
}

/** All at once: at most the narrowest part. What holds for every user restricts nothing. */
function every(grants: readonly Grant[]): Grant {
  const restricting = grants.filter((part) => part.kind !== 'open' && !part.everyUser);
  const [only = grants.find(({ everyUser }) => everyUser) ?? grants[0]!, ...more] = restricting;
  if (more.length === 0) return only;
  const kind = narrowness.find((candidate) => restricting.some((part) => part.kind === candidate)) ?? 'unknown';
  if (kind === 'never' || kind === 'blocked') return restricting.find((part) => part.kind === kind)!;
  const parts = kind === 'unknown' ? restricting : restricting.filter((part) => part.kind !== 'unknown');
  return joined(parts, kind, ' and ');
}

function rowGrant(key: string, value: unknown, scope: ConditionScope): Grant {
  const field = key.startsWith('data.') ? key.slice('data.'.length) : key;
  const [top = field] = field.split('.');
  const declared = scope.fields?.has(top) ?? true;
  if (key !== field && recordKeys.has(field) && !scope.fields?.has(field)) {
    return grant('never', `\`${key}\` does not exist: \`${field}\` is built in and takes no \`data.\``);
  }
  if (!recordKeys.has(key) && !declared) {
    return matchesMissing(value)
      ? grant('public-part', `\`${key}\` is no field of the schema, so the condition holds for every row`)
      : grant('never', `\`${key}\` is no field of the schema`);
  }
  if (!isRecord(value)) return equalityGrant(key, field, leavesOf(value));
  const operators = Object.keys(value);
  if (operators.length === 0) return grant('unknown', `\`${key}\` is compared to an empty object`);
  return every(operators.map((operator) => operatorGrant(key, field, operator, value[operator])));
}

function operatorGrant(key: string, field: string, operator: string, operand: unknown): Grant {
  const values = leavesOf(operand);
  if (rowOperators.has(operator)) return equalityGrant(key, field, values);
  if (negations.has(operator)) return grant('public-part', `\`${key}\` passes ${operator}`);
  if (values.some(isTemplate) && !comparisons.has(operator)) {
    const compared = equalityGrant(key, field, values);
    return { ...compared, reason: `${compared.reason} (by \`${operator}\`, which is no operator of entity rules)` };
  }
  if (values.some(isTemplate)) return grant('unknown', `what \`${operator}\` on \`${key}\` does is not documented`);
  return comparisons.has(operator)
    ? grant('public-part', `\`${key}\` meets a fixed ${operator}`)
    : grant('unknown', `\`${operator}\` is no operator of entity rules`);
}

function equalityGrant(key: string, field: string, values: readonly unknown[]): Grant {
  const fixed = grant('public-part', `\`${key}\` has a fixed value`, { fields: [field] });
  if (values.length === 0) return fixed;
  return some(values.map((value) => (isTemplate(value) ? templateGrant(key, field, value) : fixed)));
}

/** Whether a condition can hold for a field that no row has. */
function matchesMissing(value: unknown): boolean {
  if (!isRecord(value)) return value === null;
  return Object.keys(value).some(
    (operator) => negations.has(operator) || value[operator] === null || value[operator] === false,
  );
}

/** `{{user.id}}` and friends; whatever lies outside the documented roots is never filled in. */
function templateGrant(key: string, field: string, text: string): Grant {
  const template = /\{\{([^{}]*)\}\}/g;
  const rest = text.replace(template, '');
  if (/\{\{|\}\}/.test(rest)) return grant('never', `\`${key}\` is compared to an expression that is never filled in`);
  return every([...text.matchAll(template)].map(([, path = '']) => pathGrant(key, field, path.trim())));
}

function pathGrant(key: string, field: string, path: string): Grant {
  const custom = /^user\.data\.(.+)$/.exec(path)?.[1];
  if (custom !== undefined) {
    return grant('tenant', `\`${key}\` equals the user's \`${custom}\``, { fields: [field], userFields: [custom] });
  }
  if (path === 'user.id' || path === 'user.email') {
    const expected = key === 'created_by' ? 'user.email' : key === 'created_by_id' ? 'user.id' : path;
    return path === expected
      ? grant('owner', `\`${key}\` equals \`{{${path}}}\``, { fields: [field] })
      : grant('never', `\`${key}\` holds \`${expected}\`, not \`${path}\``);
  }
  if (path === 'user.role') return grant('mixed', `\`${key}\` equals the user's role`, { fields: [field] });
  return grant('never', `\`{{${path}}}\` is never filled in`);
}

/** `user_condition`: equality on attributes of the signed-in user, no condition on the row. */
function userGrant(value: unknown): Grant {
  if (!isRecord(value) || Object.keys(value).length === 0) {
    return grant('unknown', 'an empty or malformed `user_condition` is not documented');
  }
  return every(Object.keys(value).map((attribute) => attributeGrant(attribute, value[attribute])));
}

function attributeGrant(attribute: string, value: unknown): Grant {
  if (attribute.startsWith('$')) return grant('unknown', `\`${attribute}\` in \`user_condition\` is not documented`);
  const operators = isRecord(value) ? Object.keys(value) : [];
  const listed = operators.length === 1 && (operators[0] === '$in' || operators[0] === '$eq');
  if (isRecord(value) && !listed)
    return grant('unknown', `operators on \`${attribute}\` in \`user_condition\` are not documented`);
  const note = listed ? ' (an operator that the platform may refuse)' : '';
  const values = leavesOf(value);
  if (attribute !== 'role') {
    const userFields = attribute.startsWith('data.') ? [attribute.slice('data.'.length)] : [];
    return grant('role', `\`user_condition\` on \`${attribute}\`${note}`, { userFields });
  }
  const roles = values.filter((role): role is string => typeof role === 'string' && role !== '' && !isTemplate(role));
  if (roles.length === 0) return grant('unknown', 'the role in `user_condition` is no fixed name');
  const possible = roles.filter((role) => !impossibleRole.test(role));
  if (possible.length === 0) return grant('blocked', `no user has the role \`${roles.join('`, `')}\``);
  return grant('role', `role \`${possible.join('`, `')}\`${note}`, {
    roles: possible,
    everyUser: possible.includes('user'),
  });
}

function isTemplate(value: unknown): value is string {
  return typeof value === 'string' && value.includes('{{');
}

function leavesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap(leavesOf);
  return isRecord(value) ? Object.values(value).flatMap(leavesOf) : [value];
}

function joined(grants: readonly Grant[], kind: Grant['kind'], word: string): Grant {
  const reasons = unique(grants.map(({ reason }) => reason));
  return {
    kind,
    fields: unique(grants.flatMap(({ fields }) => fields)),
    userFields: unique(grants.flatMap(({ userFields }) => userFields)),
    roles: unique(grants.flatMap(({ roles }) => roles)),
    everyUser: grants.length > 0 && grants.every(({ everyUser }) => everyUser),
    reason: reasons.slice(0, 3).join(word) + (reasons.length > 3 ? `${word}more` : ''),
  };
}

function open(shape: OpenShape, reason: string): Grant {
  return { ...grant('open', reason), shape };
}

function grant(kind: Grant['kind'], reason: string, rest: Partial<Grant> = {}): Grant {
  return { kind, fields: [], userFields: [], roles: [], everyUser: false, ...rest, reason };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}

function typeName(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
