import type { Variable } from '@typescript-eslint/scope-manager';
import { argumentOf, isWrapper, T, unwrap, type CallNode, type FunctionNode, type Node } from './ast.js';

type VariablesOf = (declaration: Node) => readonly Variable[];

/** The state that a setter of `const [value, setValue] = useState(…)` sets, by the offset of the `useState` call. */
export function stateOf(
  setter: Node,
  variablesOf: VariablesOf,
): { readonly at: number; readonly value: Variable | null } | null {
  if (setter.type !== T.Identifier) return null;
  const declarator = variablesOf(setter)[0]?.defs[0]?.node;
  if (declarator?.type !== T.VariableDeclarator || declarator.id.type !== T.ArrayPattern || !declarator.init)
    return null;
  const [first] = declarator.id.elements;
  const value = variablesOf(declarator).find(({ identifiers }) => identifiers.some((one) => one === first));
  return { at: unwrap(declarator.init).range[0], value: value ?? null };
}

/** `rows.length` is asked whether there is any row, not how many: `length > 0`, `!length`, `if (length)`. */
export function isPresenceTest(length: Node): boolean {
  let value = length;
  let parent = value.parent;
  while (parent && isWrapper(parent)) {
    value = parent;
    parent = parent.parent;
  }
  switch (parent?.type) {
    case T.UnaryExpression:
      return parent.operator === '!';
    case T.BinaryExpression: {
      const other = parent.left === value ? parent.right : parent.left;
      return /^[!=<>]/.test(parent.operator) && other.type === T.Literal && Number(other.value) <= 1;
    }
    case T.LogicalExpression:
      return parent.operator === '&&' && parent.left === value;
    case T.IfStatement:
    case T.WhileStatement:
    case T.ConditionalExpression:
      return parent.test === value;
    default:
      return false;
  }
}

/** The name that a callee's members start from: `Response` in `Response.json`. */
export function calleeRoot(call: CallNode): string | null {
  let node = unwrap(call.callee);
  while (node.type === T.MemberExpression) node = unwrap(node.object);
  return node.type === T.Identifier ? node.name : null;
}

/** `useQuery({ queryFn: fn })` for a function that is its `queryFn`. */
export function queryCall(fn: FunctionNode): Node | null {
  const property = fn.parent;
  const options = property?.type === T.Property ? property.parent : null;
  return options ? (argumentOf(options)?.call ?? null) : (argumentOf(fn)?.call ?? null);
}
