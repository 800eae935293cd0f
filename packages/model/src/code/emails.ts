import type { TSESTree } from '@typescript-eslint/types';
import { T, type Node } from './ast.js';

/** Whether a comparison is with a literal e-mail address. */
export function comparesEmail({ operator, left, right }: TSESTree.BinaryExpression): boolean {
  return /^[!=]==?$/.test(operator) && (isEmail(left) || isEmail(right));
}

export function isEmail(node: Node): node is TSESTree.StringLiteral {
  return node.type === T.Literal && typeof node.value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(node.value);
}
