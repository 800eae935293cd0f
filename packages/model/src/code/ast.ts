import { AST_NODE_TYPES as T, type TSESTree } from '@typescript-eslint/types';
import type { Span } from '../app/types.js';

/** Small, parser-neutral questions about ESTree nodes. `T` and `Node` are the only names the other files need. */
export { T };
export type Node = TSESTree.Node;
export type FunctionNode =
  TSESTree.FunctionDeclaration | TSESTree.FunctionExpression | TSESTree.ArrowFunctionExpression;
export type CallNode = TSESTree.CallExpression | TSESTree.NewExpression;

export const spanOf = (node: Node): Span => ({ start: node.range[0], end: node.range[1] });

export function isFunction(node: Node | null | undefined): node is FunctionNode {
  return (
    node?.type === T.ArrowFunctionExpression ||
    node?.type === T.FunctionExpression ||
    node?.type === T.FunctionDeclaration
  );
}

export function isLoop(
  node: Node,
): node is
  | TSESTree.ForStatement
  | TSESTree.ForOfStatement
  | TSESTree.ForInStatement
  | TSESTree.WhileStatement
  | TSESTree.DoWhileStatement {
  switch (node.type) {
    case T.ForStatement:
    case T.ForOfStatement:
    case T.ForInStatement:
    case T.WhileStatement:
    case T.DoWhileStatement:
      return true;
    default:
      return false;
  }
}

/** Takes off what does not change the value: `await`, `as`, `!`, `satisfies`, optional chains. */
export function unwrap(node: Node): Node {
  let current = node;
  for (;;) {
    switch (current.type) {
      case T.TSAsExpression:
      case T.TSNonNullExpression:
      case T.TSSatisfiesExpression:
      case T.TSTypeAssertion:
      case T.TSInstantiationExpression:
      case T.ChainExpression:
        current = current.expression;
        break;
      case T.AwaitExpression:
        current = current.argument;
        break;
      default:
        return current;
    }
  }
}

/** True where `node` is the value of `parent` with nothing but such wrappers between. */
export function isWrapper(node: Node): boolean {
  return unwrap(node) !== node;
}

/** The key of a member or property where the code says it; null where it is computed from a variable. */
export function keyOf(
  node: TSESTree.MemberExpression | TSESTree.Property | TSESTree.PropertyDefinition | TSESTree.MethodDefinition,
): string | null {
  const key: Node = node.type === T.MemberExpression ? node.property : node.key;
  if (!node.computed) {
    if (key.type === T.Identifier) return key.name;
    if (key.type === T.PrivateIdentifier) return `#${key.name}`;
  }
  if (key.type === T.Literal && (typeof key.value === 'string' || typeof key.value === 'number'))
    return String(key.value);
  if (key.type === T.TemplateLiteral && key.expressions.length === 0) return key.quasis[0]?.value.cooked ?? null;
  return null;
}

/** Last name of a callee: `list` in `a.b.list`, `useEffect` in `React.useEffect`; null where there is none. */
export function calleeName(call: CallNode): string | null {
  const callee = unwrap(call.callee);
  if (callee.type === T.Identifier) return callee.name;
  if (callee.type === T.MemberExpression) return keyOf(callee);
  return null;
}

/** The call that `node` is an argument of, looking through wrappers, with the argument's index. */
export function argumentOf(node: Node): { call: CallNode; index: number } | null {
  let child = node;
  let parent = node.parent;
  while (parent && isWrapper(parent)) {
    child = parent;
    parent = parent.parent;
  }
  if (parent?.type !== T.CallExpression && parent?.type !== T.NewExpression) return null;
  const index = parent.arguments.indexOf(child as TSESTree.CallExpressionArgument);
  return index < 0 ? null : { call: parent, index };
}

/** Leaves the block for good: its last statement returns, throws, breaks or continues. */
export function exits(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case T.ReturnStatement:
    case T.ThrowStatement:
    case T.BreakStatement:
    case T.ContinueStatement:
      return true;
    case T.BlockStatement:
      return exits(node.body.at(-1));
    case T.IfStatement:
      return exits(node.consequent) && exits(node.alternate);
    case T.ExpressionStatement: {
      const call = unwrap(node.expression);
      return call.type === T.CallExpression && calleeName(call) === 'exit';
    }
    default:
      return false;
  }
}
