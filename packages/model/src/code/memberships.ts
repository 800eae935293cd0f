import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, spanOf, T, unwrap, type CallNode, type Node } from './ast.js';
import type { MembershipFact, Term } from './facts.js';
import type { Terms } from './terms.js';

const METHODS = new Set(['includes', 'has', 'indexOf']);

/** A value looked up in a list of literal texts: `ADMINS.includes(user.email)`, `new Set([...]).has(role)`. */
export function membershipOf(call: CallNode, terms: Terms): MembershipFact | null {
  const [argument] = call.arguments;
  const callee = unwrap(call.callee);
  if (!METHODS.has(calleeName(call) ?? '') || callee.type !== T.MemberExpression) return null;
  if (!argument || argument.type === T.SpreadElement) return null;
  const values = textsOf(terms.of(callee.object));
  return values.length > 0 ? { values, value: terms.of(argument), ...spanOf(call) } : null;
}

/** The texts of a list or set that holds nothing else. */
function textsOf(list: Term): readonly string[] {
  if (list.t === 'call' && list.isNew && list.callee.t === 'global' && list.callee.name === 'Set')
    return list.args[0] ? textsOf(list.args[0]) : [];
  if (list.t !== 'array') return [];
  const texts = list.items.flatMap((item) =>
    item.t === 'literal' && typeof item.value === 'string' ? [item.value] : [],
  );
  return texts.length === list.items.length ? texts : [];
}

/** `user.email === 'owner@shop.example'`. */
export function emailComparison(
  { left, right, ...node }: TSESTree.BinaryExpression,
  terms: Terms,
): MembershipFact | null {
  const [email, other] = isEmail(right) ? [right, left] : [left, right];
  if (!isEmail(email)) return null;
  return { values: [String(email.value)], value: terms.of(other), start: node.range[0], end: node.range[1] };
}

/** Whether a comparison is with a literal e-mail address. */
export function comparesEmail({ operator, left, right }: TSESTree.BinaryExpression): boolean {
  return /^[!=]==?$/.test(operator) && (isEmail(left) || isEmail(right));
}

function isEmail(node: Node): node is TSESTree.StringLiteral {
  return node.type === T.Literal && typeof node.value === 'string' && /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(node.value);
}
