import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, keyOf, T, unwrap, type Node } from './ast.js';

/** The variable that an identifier refers to. */
export type VariableAt = (identifier: Node) => Variable | undefined;

/** Constants that name each other are followed this far. */
const MAX_DEPTH = 5;
/** Array methods that hand on as many elements as they take. */
const KEEPS_LENGTH = /^(?:map|sort|toSorted|reverse|toReversed|fill|keys|values|entries)$/;

/** How often `for (let i = 0; i < 5; i++)` turns; null where the code does not say. */
export function turnsOfFor({ init, test, update }: TSESTree.ForStatement, variableAt: VariableAt): number | null {
  const declared = init?.type === T.VariableDeclaration ? init.declarations[0] : undefined;
  if (declared?.id.type !== T.Identifier || !declared.init || test?.type !== T.BinaryExpression || !update) return null;
  if (test.left.type !== T.Identifier || test.left.name !== declared.id.name) return null;
  const from = numberIn(declared.init, variableAt, 0);
  const to = numberIn(test.right, variableAt, 0);
  const step = stepOf(update, declared.id.name, variableAt);
  if (from === null || to === null || step === null || step === 0) return null;
  const distance = (to - from) / step;
  if (test.operator === '<=' || test.operator === '>=') return atLeastNone(Math.floor(distance) + 1);
  return test.operator === '<' || test.operator === '>' ? atLeastNone(Math.ceil(distance)) : null;
}

const atLeastNone = (turns: number): number | null => (Number.isFinite(turns) ? Math.max(0, turns) : null);

function stepOf(update: Node, name: string, variableAt: VariableAt): number | null {
  if (update.type === T.UpdateExpression && isNamed(update.argument, name)) return update.operator === '++' ? 1 : -1;
  if (update.type !== T.AssignmentExpression || !isNamed(update.left, name)) return null;
  const by = numberIn(update.right, variableAt, 0);
  if (by === null) return null;
  return update.operator === '+=' ? by : update.operator === '-=' ? -by : null;
}

const isNamed = (node: Node, name: string): boolean => node.type === T.Identifier && node.name === name;

/**
 * How many elements a list holds that the code spells out, at most: an array literal, a constant of the file, `slice(0, 5)`,
 * `Array.from({ length: 4 })`; null where the code does not say.
 */
export function lengthOf(list: Node, variableAt: VariableAt, depth = 0): number | null {
  if (depth > MAX_DEPTH) return null;
  const node = unwrap(list);
  const inner = (one: Node) => lengthOf(one, variableAt, depth + 1);
  switch (node.type) {
    case T.ArrayExpression:
      return sum(node.elements.map((item) => (item?.type === T.SpreadElement ? inner(item.argument) : 1)));
    case T.ObjectExpression:
      // `Array.from({ length: 4 })`
      return lengthProperty(node, variableAt, depth);
    case T.Identifier: {
      const value = constant(node, variableAt);
      return value && inner(value);
    }
    case T.NewExpression:
      return isNamed(node.callee, 'Array') ? sizeOfArray(node, variableAt, depth) : null;
    case T.CallExpression:
      return lengthOfCall(node, variableAt, depth);
    default:
      return null;
  }
}

function lengthOfCall(call: TSESTree.CallExpression, variableAt: VariableAt, depth: number): number | null {
  const callee = unwrap(call.callee);
  if (callee.type !== T.MemberExpression) return isNamed(callee, 'Array') ? sizeOfArray(call, variableAt, depth) : null;
  const name = calleeName(call) ?? '';
  const [first, second] = call.arguments;
  if (isNamed(callee.object, 'Array')) return name === 'from' && first ? lengthOf(first, variableAt, depth + 1) : null;
  if (isNamed(callee.object, 'Object'))
    return /^(?:keys|values|entries)$/.test(name) && first ? keysOf(first, variableAt) : null;
  const whole = lengthOf(callee.object, variableAt, depth + 1);
  if (name !== 'slice') return KEEPS_LENGTH.test(name) ? whole : null;
  const from = first ? numberIn(first, variableAt, depth) : 0;
  const to = second ? numberIn(second, variableAt, depth) : whole;
  if (from === null || to === null || from < 0 || to < 0) return whole;
  return Math.max(0, Math.min(to, whole ?? to) - from);
}

function lengthProperty(object: TSESTree.ObjectExpression, variableAt: VariableAt, depth: number): number | null {
  for (const property of object.properties)
    if (property.type === T.Property && keyOf(property) === 'length')
      return numberIn(property.value, variableAt, depth + 1);
  return null;
}

/** `Array(4)`, `new Array(4)`. */
function sizeOfArray(
  { arguments: args }: TSESTree.CallExpression | TSESTree.NewExpression,
  at: VariableAt,
  depth: number,
) {
  return args.length === 1 && args[0] ? numberIn(args[0], at, depth + 1) : null;
}

/** Keys of an object that is spelled out. */
function keysOf(list: Node, variableAt: VariableAt): number | null {
  let node: Node | null = unwrap(list);
  if (node.type === T.Identifier) node = constant(node, variableAt);
  if (node?.type !== T.ObjectExpression) return null;
  return node.properties.every(({ type }) => type === T.Property) ? node.properties.length : null;
}

function numberIn(value: Node, variableAt: VariableAt, depth: number): number | null {
  if (depth > MAX_DEPTH) return null;
  const node = unwrap(value);
  switch (node.type) {
    case T.Literal:
      return typeof node.value === 'number' ? node.value : null;
    case T.Identifier: {
      const found = constant(node, variableAt);
      return found && numberIn(found, variableAt, depth + 1);
    }
    case T.MemberExpression:
      return keyOf(node) === 'length' ? lengthOf(node.object, variableAt, depth + 1) : null;
    default:
      return null;
  }
}

/** The value of a variable that is set once and that nothing adds to. */
function constant(identifier: Node, variableAt: VariableAt): Node | null {
  const variable = variableAt(identifier);
  const definition = variable?.defs.length === 1 ? variable.defs[0]?.node : undefined;
  if (definition?.type !== T.VariableDeclarator || definition.id.type !== T.Identifier || !definition.init) return null;
  const changes = variable?.references.some((one) => (one.isWrite() && !one.init) || isChanged(one.identifier));
  return changes ? null : unwrap(definition.init);
}

/** `list.push(…)`, `list[i] = …`, `object.key = …`. */
function isChanged(identifier: Node): boolean {
  const member = identifier.parent;
  if (member?.type !== T.MemberExpression || member.object !== identifier) return false;
  const { parent } = member;
  if (parent.type === T.AssignmentExpression && parent.left === member) return true;
  return (
    parent.type === T.CallExpression &&
    parent.callee === member &&
    /^(?:push|unshift|splice|pop|shift)$/.test(keyOf(member) ?? '')
  );
}

function sum(parts: readonly (number | null)[]): number | null {
  let total = 0;
  for (const part of parts) {
    if (part === null) return null;
    total += part;
  }
  return total;
}
