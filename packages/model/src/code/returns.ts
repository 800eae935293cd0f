import { T, type FunctionNode, type Node } from './ast.js';

const MAX_RETURNS = 8;

/** The expressions that a function may give back, in source order; the first few of many. */
export function returnedBy(fn: FunctionNode): Node[] {
  if (!fn.body) return [];
  if (fn.body.type !== T.BlockStatement) return [fn.body];
  const found: Node[] = [];
  // Statements only: the returns of functions inside are theirs.
  const stack: Node[] = [fn.body];
  for (let node = stack.pop(); node && found.length < MAX_RETURNS; node = stack.pop()) {
    if (node.type === T.ReturnStatement) {
      if (node.argument) found.push(node.argument);
    } else stack.push(...statementsIn(node));
  }
  return found;
}

function statementsIn(node: Node): Node[] {
  switch (node.type) {
    case T.BlockStatement:
      return [...node.body].reverse();
    case T.IfStatement:
      return node.alternate ? [node.alternate, node.consequent] : [node.consequent];
    case T.TryStatement:
      return [node.finalizer, node.handler?.body, node.block].filter((block) => block != null);
    case T.SwitchStatement:
      return node.cases.flatMap((entry) => entry.consequent).reverse();
    case T.ForStatement:
    case T.ForOfStatement:
    case T.ForInStatement:
    case T.WhileStatement:
    case T.DoWhileStatement:
    case T.LabeledStatement:
      return [node.body];
    default:
      return [];
  }
}
