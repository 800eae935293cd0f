import type { TSESTree } from '@typescript-eslint/types';
import { exits, isFunction, T, type FunctionNode, type Node } from './ast.js';
import type { Arm } from './facts.js';

/**
 * The arms of branches that a node stands in, innermost first, up to the first function that does not run in place. Of
 * two nodes that stand in different arms of one branch a run reaches one at most.
 */
export function armsAround(node: Node, inPlace: (fn: FunctionNode) => boolean): Arm[] {
  const arms: Arm[] = [];
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (isFunction(parent) && !inPlace(parent)) break;
    switch (parent.type) {
      case T.IfStatement:
      case T.ConditionalExpression:
        if (parent.test !== child) arms.push([parent.range[0], parent.consequent === child ? 0 : 1]);
        break;
      case T.SwitchStatement:
        if (parent.discriminant !== child) arms.push(...caseArms(parent.range[0], parent.cases, child));
        break;
      case T.TryStatement:
        // What stands behind is not reached after a `catch` that leaves.
        if (parent.handler === child && exits(parent.handler.body)) arms.push([parent.range[0], 0]);
        break;
      case T.BlockStatement:
        for (const statement of parent.body
          .slice(
            0,
            parent.body.findIndex((one) => one === child),
          )
          .reverse())
          arms.push(...armsBehind(statement));
        break;
    }
  }
  return arms;
}

/** Cases exclude each other as long as none but the last runs on. */
function caseArms(at: number, cases: readonly TSESTree.SwitchCase[], child: Node): Arm[] {
  const runsOn = cases.slice(0, -1).some(({ consequent }) => consequent.length > 0 && !exits(consequent.at(-1)));
  return runsOn ? [] : [[at, cases.findIndex((one) => one === child)]];
}

/** The arm of what stands behind a statement that leaves in one of its arms. */
function armsBehind(statement: Node): Arm[] {
  const at = statement.range[0];
  if (statement.type === T.TryStatement) return statement.handler && exits(statement.handler.body) ? [[at, 1]] : [];
  if (statement.type !== T.IfStatement) return [];
  if (exits(statement.consequent)) return [[at, 1]];
  return exits(statement.alternate) ? [[at, 0]] : [];
}
