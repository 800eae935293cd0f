import { type ConditionScope, isTemplate, noteKey, noteValue, type Trail } from './condition-scope.js';
import { every, grant, some, type Grant } from './grant.js';
import { isRecord } from './json.js';

/** Keys of a record that exist without being declared. */
const recordKeys = new Set(
  'id _id created_by created_by_id created_date updated_date app_id entity_name environment is_deleted deleted_date is_sample'.split(
    ' ',
  ),
);
const rowOperators = new Set(['$eq', '$in', '$all', '$elemMatch']);
const negations = new Set(['$ne', '$nin', '$not']);
const comparisons = new Set(['$gt', '$gte', '$lt', '$lte', '$exists', '$size']);
/** Accepted by the validator of the CLI, but not in the documents on rules. */
const unconfirmed = new Set(['$eq', '$gt', '$gte', '$lt', '$lte', '$exists', '$size', '$elemMatch', '$not']);
const lists = new Set(['$in', '$nin', '$all']);

/** What a rule may ask of a field. */
export const fieldOperators: readonly string[] = ['$in', '$nin', '$ne', '$all', ...unconfirmed].filter(
  (operator) => operator !== '$not',
);

/** A condition on a field of the row: `"data.owner": "{{user.id}}"`. */
export function rowGrant(key: string, value: unknown, scope: ConditionScope, at: Trail): Grant {
  const field = key.startsWith('data.') ? key.slice('data.'.length) : key;
  const [top = field] = field.split('.');
  const declared = scope.fields?.has(top) ?? true;
  const isBuiltIn = key !== field && recordKeys.has(field) && !scope.fields?.has(field);
  if (isBuiltIn && field === 'id') {
    // Against the documents, but an app in use reads its rows this way: not called a rule that never matches.
    noteKey(scope, at, { kind: 'built-in-field', text: key, expected: field, effect: 'unknown' });
  } else if (isBuiltIn) {
    noteKey(scope, at, { kind: 'built-in-field', text: key, expected: field, effect: 'never' });
    return grant('never', `\`${key}\` does not exist: \`${field}\` is built in and takes no \`data.\``);
  }
  if (!recordKeys.has(key) && !declared && !isBuiltIn) {
    const always = matchesMissing(value);
    noteKey(scope, at, { kind: 'unknown-field', text: key, effect: always ? 'always' : 'never' });
    return always
      ? grant('public-part', `\`${key}\` is no field of the schema, so the condition holds for every row`)
      : grant('never', `\`${key}\` is no field of the schema`);
  }
  if (key === field && !recordKeys.has(key)) {
    noteKey(scope, at, { kind: 'bare-field', text: key, expected: `data.${key}`, effect: 'unknown' });
  }
  const place: Compared = { key, field, scope };
  if (!isRecord(value)) return equalityGrant(place, value, at);
  const operators = Object.keys(value);
  if (operators.length === 0) {
    noteValue(scope, at, { kind: 'shape', text: '{}', effect: 'unknown' });
    return grant('unknown', `\`${key}\` is compared to an empty object`);
  }
  return every(operators.map((operator) => operatorGrant(place, operator, value[operator], [...at, operator])));
}

/** The field that a value is compared to. */
interface Compared {
  readonly key: string;
  readonly field: string;
  readonly scope: ConditionScope;
}

function operatorGrant(compared: Compared, operator: string, operand: unknown, at: Trail): Grant {
  const { key, scope } = compared;
  const known = rowOperators.has(operator) || negations.has(operator) || comparisons.has(operator);
  if (!known) noteKey(scope, at, { kind: 'operator', text: operator, effect: 'unknown' });
  else if (unconfirmed.has(operator))
    noteKey(scope, at, { kind: 'unconfirmed-operator', text: operator, effect: 'unknown' });
  if (lists.has(operator) && isRecord(operand))
    noteValue(scope, at, { kind: 'operand', text: operator, effect: 'unknown' });

  if (rowOperators.has(operator)) return equalityGrant(compared, operand, at);
  if (negations.has(operator)) return grant('public-part', `\`${key}\` passes ${operator}`);
  const hasTemplate = leavesOf(operand, at).some(({ value }) => isTemplate(value));
  if (hasTemplate && !comparisons.has(operator)) {
    const equal = equalityGrant(compared, operand, at);
    return { ...equal, reason: `${equal.reason} (by \`${operator}\`, which is no operator of entity rules)` };
  }
  if (hasTemplate) return grant('unknown', `what \`${operator}\` on \`${key}\` does is not documented`);
  return comparisons.has(operator)
    ? grant('public-part', `\`${key}\` meets a fixed ${operator}`)
    : grant('unknown', `\`${operator}\` is no operator of entity rules`);
}

function equalityGrant(compared: Compared, operand: unknown, at: Trail): Grant {
  const leaves = leavesOf(operand, at);
  const fixed = grant('public-part', `\`${compared.key}\` has a fixed value`, { fields: [compared.field] });
  if (leaves.length === 0) return fixed;
  return some(leaves.map((leaf) => (isTemplate(leaf.value) ? templateGrant(compared, leaf.value, leaf.at) : fixed)));
}

/** Whether a condition can hold for a field that no row has. */
function matchesMissing(value: unknown): boolean {
  if (!isRecord(value)) return value === null;
  return Object.keys(value).some(
    (operator) => negations.has(operator) || value[operator] === null || value[operator] === false,
  );
}

/** `{{user.id}}` and friends; whatever lies outside the documented roots is never filled in. */
function templateGrant(compared: Compared, text: string, at: Trail): Grant {
  const { key, scope } = compared;
  const template = /\{\{([^{}]*)\}\}/g;
  if (/\{\{|\}\}/.test(text.replace(template, ''))) {
    noteValue(scope, at, { kind: 'expression', text, effect: 'never' });
    return grant('never', `\`${key}\` is compared to an expression that is never filled in`);
  }
  return every([...text.matchAll(template)].map(([, path = '']) => pathGrant(compared, path.trim(), at)));
}

function pathGrant({ key, field, scope }: Compared, path: string, at: Trail): Grant {
  const custom = /^user\.data\.(.+)$/.exec(path)?.[1];
  if (custom !== undefined) {
    return grant('tenant', `\`${key}\` equals the user's \`${custom}\``, { fields: [field], userFields: [custom] });
  }
  if (path === 'user.id' || path === 'user.email') {
    const expected = key === 'created_by' ? 'user.email' : key === 'created_by_id' ? 'user.id' : path;
    if (path === expected) return grant('owner', `\`${key}\` equals \`{{${path}}}\``, { fields: [field] });
    noteValue(scope, at, { kind: 'mismatch', text: path, expected, effect: 'never' });
    return grant('never', `\`${key}\` holds \`${expected}\`, not \`${path}\``);
  }
  if (path === 'user.role') return grant('mixed', `\`${key}\` equals the user's role`, { fields: [field] });
  const attribute = /^user\.([^.\s]+)$/.exec(path)?.[1];
  const expected = path === 'user.created_by' ? 'user.email' : attribute && `user.data.${attribute}`;
  noteValue(scope, at, { kind: 'template', text: path, ...(expected && { expected }), effect: 'never' });
  return grant('never', `\`{{${path}}}\` is never filled in`);
}

interface Leaf {
  readonly value: unknown;
  readonly at: Trail;
}

function leavesOf(value: unknown, at: Trail): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...at, index]));
  return isRecord(value)
    ? Object.entries(value).flatMap(([key, item]) => leavesOf(item, [...at, key]))
    : [{ value, at }];
}
