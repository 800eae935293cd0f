import type { TSESTree } from '@typescript-eslint/types';
import { argumentOf, calleeName, spanOf, T, unwrap, type CallNode, type FunctionNode, type Node } from './ast.js';
import type { SoleCall } from './facts.js';

/** `for (const x of list) await call(x)` whose body is the call alone. */
export function soleInForOf(loop: TSESTree.ForOfStatement, call: Node): SoleCall | undefined {
  const { left } = loop;
  const declared = left.type === T.VariableDeclaration ? left.declarations[0]?.id : undefined;
  if (declared?.type !== T.Identifier || only(loop.body) !== call) return undefined;
  return { replace: spanOf(loop), form: 'statement', over: spanOf(loop.right), element: declared.name };
}

/** `await Promise.all(list.map((x) => call(x)))` as a statement, with the call alone in the callback. */
export function soleInMap(map: CallNode, callback: FunctionNode, call: Node): SoleCall | undefined {
  const [element] = callback.params;
  const callee = unwrap(map.callee);
  const all = argumentOf(map)?.call;
  const isAll = all && all.arguments.length === 1 && calleeName(all) === 'all';
  if (!isAll || callee.type !== T.MemberExpression || callee.optional || calleeName(map) !== 'map') return undefined;
  if (callback.params.length !== 1 || element?.type !== T.Identifier || only(callback.body) !== call) return undefined;
  // `allSettled` and promises that nobody awaits go on after a failure; one request does not.
  if (all.parent.type !== T.AwaitExpression || all.parent.parent.type !== T.ExpressionStatement) return undefined;
  return { replace: spanOf(all), form: 'expression', over: spanOf(callee.object), element: element.name };
}

/** The one expression that a body consists of, without its `await` or `return`; a promise that is let go is none. */
function only(body: Node | null | undefined): Node | null {
  if (!body) return null;
  switch (body.type) {
    case T.BlockStatement:
      return body.body.length === 1 ? only(body.body[0]) : null;
    case T.ExpressionStatement:
      return body.expression.type === T.AwaitExpression ? unwrap(body.expression) : null;
    case T.ReturnStatement:
      return body.argument ? unwrap(body.argument) : null;
    default:
      return unwrap(body);
  }
}
