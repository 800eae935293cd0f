import type { Node } from 'jsonc-parser';
import { grantOf } from './condition.js';
import type { ConditionNote, ConditionScope } from './condition-scope.js';
import type { Grant } from './grant.js';
import { isRecord, type JsonFile, nodeAt, placeOf, propertyOf } from './json.js';
import type { Access, OpenShape, Operation, Place, RuleIssue } from './types.js';

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
  const notes: ConditionNote[] = [];
  const verdict = grantOfRule(rules[key], key, { ...scope, note: (note) => notes.push(note) });
  const issues = issuesOf(notes, file, property?.children?.[1]);
  return access({
    ...verdict,
    ...(issues.length > 0 && { issues }),
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

/** A rule is evaluated as a value; what was noticed gets its place from the syntax tree. */
function issuesOf(notes: readonly ConditionNote[], file: string, rule: Node | undefined): readonly RuleIssue[] {
  return notes
    .flatMap(({ at, on, ...problem }): RuleIssue[] => {
      const key = at.at(-1);
      const parent = nodeAt(rule, at.slice(0, -1));
      const node = on === 'key' && typeof key === 'string' ? propertyOf(parent, key)?.children?.[0] : nodeAt(rule, at);
      const or = at.indexOf('$or');
      const alternative = or >= 0 && (nodeAt(rule, at.slice(0, or + 1))?.children?.length ?? 0) > 1;
      return node ? [{ ...problem, place: placeOf(file, node), alternative }] : [];
    })
    .sort((one, two) => one.place.start - two.place.start);
}

function openAccess(shape: OpenShape, reason: string, place: Place): Access {
  return access({ kind: 'open', shape, reason, place });
}

function access(verdict: Partial<Access> & Pick<Access, 'kind' | 'reason'>): Access {
  return { fields: [], userFields: [], roles: [], viaWrite: false, ...verdict };
}
