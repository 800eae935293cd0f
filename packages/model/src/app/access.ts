import type { Node } from 'jsonc-parser';
import { type ConditionScope, type Grant, grantOf } from './condition.js';
import { isRecord, type JsonFile, placeOf, propertyOf } from './json.js';
import type { Access, OpenShape, Operation, Place } from './types.js';

export const operations = ['create', 'read', 'update', 'delete'] as const satisfies readonly Operation[];

/** Verdicts for all operations of one schema file. `named` is the place that stands for the entity as a whole. */
export function accessByOperation(
  schema: JsonFile,
  entity: string,
  scope: ConditionScope,
  named: Place,
): Record<Operation, Access> {
  const rls = propertyOf(schema.node, 'rls');
  const rules = isRecord(schema.value) ? schema.value['rls'] : undefined;
  const verdict = (operation: Operation): Access => {
    if (entity === 'User') return platformAccess(named);
    if (!rls) return openAccess('no-rls', 'no `rls` key', named);
    return ruleAccess(schema.file, rls, rules, operation, scope);
  };
  return { create: verdict('create'), read: verdict('read'), update: verdict('update'), delete: verdict('delete') };
}

/** Where there is no schema, or none that can be read: unknown, never open. */
export function unknownAccess(reason: string): Access {
  return access({ kind: 'unknown', reason });
}

/** The User entity has rules of its own, whatever its schema says: everyone their own row, admins all. */
export function platformAccess(place?: Place): Access {
  return access({ kind: 'platform', reason: 'the platform has fixed rules for `User`', ...(place && { place }) });
}

function ruleAccess(file: string, rls: Node, rules: unknown, operation: Operation, scope: ConditionScope): Access {
  const whole = placeOf(file, rls);
  if (rules === null) return openAccess('null', '`rls` is null', whole);
  if (rules === '') return openAccess('empty', '`rls` is empty', whole);
  if (rules === true) return openAccess('true', '`rls` is true', whole);
  if (!isRecord(rules)) return { ...unknownAccess('`rls` is no object'), place: whole };
  if (Object.keys(rules).length === 0) return openAccess('empty', '`rls` is empty', whole);

  const hasOwn = Object.hasOwn(rules, operation);
  const viaWrite = !hasOwn && operation !== 'read' && Object.hasOwn(rules, 'write');
  const key = viaWrite ? 'write' : operation;
  if (!hasOwn && !viaWrite)
    return openAccess('absent', `\`rls\` has no \`${operation}\``, placeOf(file, rls.children?.[0] ?? rls));
  const property = propertyOf(rls.children?.[1], key);
  const ambiguous = hasOwn && operation !== 'read' && Object.hasOwn(rules, 'write');
  const verdict = grantOfRule(rules[key], key, scope);
  return access({
    ...verdict,
    viaWrite,
    reason: ambiguous
      ? `${verdict.reason} (\`write\` is there too, and which of them wins is not documented)`
      : verdict.reason,
    place: property ? placeOf(file, property) : whole,
  });
}

/** The values that only count as a whole rule, before the condition grammar. */
function grantOfRule(
  rule: unknown,
  key: string,
  scope: ConditionScope,
): Partial<Access> & Pick<Grant, 'kind' | 'reason'> {
  if (rule === null) return { kind: 'open', shape: 'null', reason: `\`${key}\` is null` };
  if (rule === '') return { kind: 'open', shape: 'empty', reason: `\`${key}\` is an empty text` };
  if (rule === true) return { kind: 'open', shape: 'true', reason: `\`${key}\` is true` };
  if (rule === false) return { kind: 'blocked', reason: `\`${key}\` is false` };
  if (isRecord(rule) && Object.keys(rule).length === 0)
    return { kind: 'open', shape: 'empty', reason: `\`${key}\` is {}` };
  const { everyUser, ...granted } = grantOf(rule, scope);
  return { ...granted, ...(everyUser && { everyUser }) };
}

function openAccess(shape: OpenShape, reason: string, place: Place): Access {
  return access({ kind: 'open', shape, reason, place });
}

function access(verdict: Partial<Access> & Pick<Access, 'kind' | 'reason'>): Access {
  return { fields: [], userFields: [], roles: [], viaWrite: false, ...verdict };
}
