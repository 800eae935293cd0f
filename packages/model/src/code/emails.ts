import type { TSESTree } from '@typescript-eslint/types';
import { T, type Node } from './ast.js';

/** Whether a comparison is with a literal e-mail address, or with a constant whose name says that it is one. */
export function comparesEmail({ operator, left, right }: TSESTree.BinaryExpression): boolean {
  return /^[!=]==?$/.test(operator) && [left, right].some((side) => isEmail(side) || isEmailConstant(side));
}

/** `OWNER_EMAIL`; whether it holds an address is for terms to tell. */
export function isEmailConstant(node: Node): node is TSESTree.Identifier {
  return node.type === T.Identifier && /^[A-Z][A-Z\d]*(?:_[A-Z\d]+)*$/.test(node.name) && node.name.includes('EMAIL');
}

export function isEmailText(text: unknown): text is string {
  return typeof text === 'string' && /^[^\s@]+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(text);
}

export function isEmail(node: Node): node is TSESTree.StringLiteral {
  return node.type === T.Literal && isEmailText(node.value);
}
