import { calleeName, spanOf, T, unwrap, type CallNode } from './ast.js';
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
