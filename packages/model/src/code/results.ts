import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { argumentOf, calleeName, isFunction, isWrapper, keyOf, T, unwrap, type CallNode, type FunctionNode, type Node } from './ast.js';
import type { FunctionUse, Responded, ResultUse, Test } from './facts.js';
import { eachCallOf } from './uses.js';

/** Methods whose result still holds the rows. */
const CARRIES = new Set(['map', 'filter', 'slice', 'sort', 'reverse', 'concat', 'flat', 'flatMap', 'toSorted', 'find', 'findLast', 'at', 'shift', 'pop', 'then', 'catch', 'finally', 'json', 'reduce']);
/** Methods after which only a part of the rows, or only some of their fields, are left. */
const NARROWS = new Set(['find', 'findLast', 'at', 'shift', 'pop', 'reduce', '0', '[]']);
const PROJECTS = new Set(['map', 'flatMap']);
const ORDER: readonly Responded[] = ['no', 'narrowed', 'projected', 'whole'];
const PASSES = new Set(['stringify', 'all', 'allSettled', 'race', 'any', 'from', 'assign', 'values', 'entries', 'fromEntries', 'String', 'Array', 'Set', 'Map']);
const MAX_STEPS = 160;

interface Lookups {
  readonly testOf: (node: Node) => Test;
  readonly variablesOf: (declaration: Node) => readonly Variable[];
  readonly useOf: (fn: FunctionNode) => FunctionUse | null;
}

/** Follows the value of a call to where it ends up. Bounded; what lies beyond the bound counts as not seen. */
export function resultOf(call: CallNode, lookups: Lookups): ResultUse {
  const seen = new Map<Node, Responded>([[call, 'whole']]);
  const reads = new Set<string>();
  const predicates: Test[] = [];
  /** For an array literal, or `Promise.all` of one: which element holds the rows. */
  const elementOf = new Map<Node, number>();
  let returned = false;
  let responded: Responded = 'no';
  /** How much of the rows the node at hand still holds. */
  let held: Responded = 'whole';
  let state = false;
  let used = false;
  const queue: Node[] = [call];

  const push = (node: Node | undefined | null, part: Responded = held): void => {
    if (!node || seen.size >= MAX_STEPS || rank(seen.get(node) ?? 'no') >= rank(part)) return;
    seen.set(node, part);
    queue.push(node);
  };
  const respond = (): void => {
    if (rank(held) > rank(responded)) responded = held;
  };
  const followVariables = (declaration: Node, keep: (variable: Variable) => boolean): void => {
    for (const variable of lookups.variablesOf(declaration)) {
      if (!keep(variable)) continue;
      for (const reference of variable.references) if (reference.isRead()) push(reference.identifier);
    }
  };
  const followFunction = (fn: FunctionNode): void => {
    const kind = lookups.useOf(fn);
    const target = eachCallOf(fn) ?? argumentOf(fn)?.call;
    if (kind === 'serve') respond();
    else if (kind === 'query') push(queryCall(fn));
    else if ((kind === 'each' || kind === 'inline' || kind === 'callback') && target) push(target);
    else returned = true;
  };

  for (let node = queue.pop(); node; node = queue.pop()) {
    held = seen.get(node) ?? 'whole';
    let value = node;
    let parent = value.parent;
    while (parent && isWrapper(parent)) {
      value = parent;
      parent = parent.parent;
    }
    if (!parent) continue;
    switch (parent.type) {
      case T.ExpressionStatement:
        continue;
      case T.ReturnStatement: {
        used = true;
        const fn = functionOf(parent);
        if (fn) followFunction(fn);
        continue;
      }
      case T.ArrowFunctionExpression:
        used = true;
        if (parent.body === value) followFunction(parent);
        continue;
      case T.VariableDeclarator: {
        used = true;
        const { id } = parent;
        // `const [first] = rows`
        if (id.type === T.ArrayPattern && elementOf.get(value) === undefined) held = least(held, 'narrowed');
        followVariables(parent, (variable) => id.type === T.Identifier || bindsRows(id, variable.identifiers[0], elementOf.get(value)));
        continue;
      }
      case T.MemberExpression: {
        used = true;
        if (parent.object !== value) continue;
        const key = keyOf(parent) ?? '[]';
        reads.add(key);
        const outer = parent.parent;
        const part = NARROWS.has(key) ? least(held, 'narrowed') : PROJECTS.has(key) ? least(held, 'projected') : held;
        if (outer.type === T.CallExpression && outer.callee === parent) {
          if (key === 'filter') addPredicate(outer.arguments[0]);
          const callback = key === 'then' ? outer.arguments[0] : undefined;
          if (isFunction(callback)) followVariables(callback, (variable) => isIn(callback.params[0], variable.identifiers[0]));
          else if (CARRIES.has(key)) push(outer, part);
        } else if (key !== 'length') push(parent, part);
        continue;
      }
      case T.CallExpression:
      case T.NewExpression: {
        used = true;
        const name = calleeName(parent) ?? '';
        if (name === 'Response' || (name === 'json' && calleeRoot(parent) === 'Response') || /^(?:json(?:Response)?|respond|reply|ok|success)$/i.test(name)) respond();
        else if (/^set[A-Z]/.test(name)) state = true;
        else if (PASSES.has(name)) {
          const index = elementOf.get(value);
          if (index !== undefined) elementOf.set(parent, index);
          push(parent);
        }
        else reads.add(`${name}()`);
        continue;
      }
      case T.Property:
        used = true;
        push(parent.parent);
        continue;
      case T.AssignmentExpression:
        used = true;
        if (parent.right === value && parent.left.type === T.Identifier) pushAssigned(parent.left);
        continue;
      case T.ForOfStatement:
        used = true;
        if (parent.right === value) reads.add('iterate');
        continue;
      case T.ConditionalExpression:
      case T.LogicalExpression:
        used = true;
        // A condition is looked at, not handed on.
        if (parent.type === T.ConditionalExpression ? parent.test !== value : parent.operator !== '&&' || parent.right === value) push(parent);
        continue;
      case T.ArrayExpression:
        used = true;
        elementOf.set(parent, parent.elements.indexOf(value as TSESTree.Expression));
        push(parent);
        continue;
      case T.SpreadElement:
      case T.ObjectExpression:
      case T.SequenceExpression:
        used = true;
        push(parent);
        continue;
      default:
        used = true;
    }
  }
  return { returned, responded, ignored: !used, reads: [...reads].sort(), state, predicates };

  function addPredicate(callback: Node | undefined): void {
    if (!isFunction(callback)) return;
    const only = callback.body.type === T.BlockStatement ? callback.body.body[0] : callback.body;
    const expression = only?.type === T.ReturnStatement ? only.argument : only;
    if (expression && expression.type !== T.BlockStatement && predicates.length < 4) predicates.push(lookups.testOf(expression));
  }

  function pushAssigned(target: TSESTree.Identifier): void {
    const fn = functionOf(target);
    const scope = (fn ?? root(target)) as Node;
    for (const variable of lookups.variablesOf(target)) {
      for (const { identifier } of variable.references) {
        if (identifier !== target && identifier.range[0] >= scope.range[0] && identifier.range[1] <= scope.range[1]) push(identifier);
      }
    }
  }
}

export const rank = (responded: Responded): number => ORDER.indexOf(responded);

const least = (a: Responded, b: Responded): Responded => (rank(a) < rank(b) ? a : b);

function root(node: Node): Node {
  let current = node;
  while (current.parent) current = current.parent;
  return current;
}

function functionOf(node: Node): FunctionNode | null {
  for (let parent = node.parent; parent; parent = parent.parent) if (isFunction(parent)) return parent;
  return null;
}

/** Whether a name bound by a pattern receives the rows: `{ data }` of a query, or the element of `Promise.all` that the value went into. */
function bindsRows(pattern: Node, name: Node | undefined, element: number | undefined): boolean {
  if (pattern.type === T.ArrayPattern) {
    return element === undefined ? isIn(pattern.elements[0], name) : isIn(pattern.elements[element], name);
  }
  if (pattern.type !== T.ObjectPattern) return false;
  return pattern.properties.some((property) => property.type === T.Property && keyOf(property) === 'data' && isIn(property.value, name));
}

function isIn(outer: Node | null | undefined, inner: Node | undefined): boolean {
  return outer != null && inner !== undefined && outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];
}

function calleeRoot(call: CallNode): string | null {
  let node = unwrap(call.callee);
  while (node.type === T.MemberExpression) node = unwrap(node.object);
  return node.type === T.Identifier ? node.name : null;
}

/** `useQuery({ queryFn: fn })` for a function that is its `queryFn`. */
function queryCall(fn: FunctionNode): Node | null {
  const property = fn.parent;
  const options = property?.type === T.Property ? property.parent : null;
  return options ? (argumentOf(options)?.call ?? null) : (argumentOf(fn)?.call ?? null);
}
