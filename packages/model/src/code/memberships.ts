import type { TSESTree } from '@typescript-eslint/types';
import { argumentOf, calleeName, isWrapper, keyOf, spanOf, T, unwrap, type CallNode, type Node } from './ast.js';
import { functionAround } from './collect.js';
import { isEmail, isEmailConstant, isEmailText } from './emails.js';
import type { MembershipFact, Term } from './facts.js';
import type { Terms } from './terms.js';
import { nameOf } from './uses.js';

const METHODS = new Set(['includes', 'has', 'indexOf']);

/** A value looked up in a list of literal texts: `ADMINS.includes(user.email)`, `new Set([...]).has(role)`. */
export function membershipOf(call: CallNode, terms: Terms): MembershipFact | null {
  const [argument] = call.arguments;
  const callee = unwrap(call.callee);
  if (!METHODS.has(calleeName(call) ?? '') || callee.type !== T.MemberExpression) return null;
  if (!argument || argument.type === T.SpreadElement) return null;
  const values = textsOf(terms.of(callee.object));
  return values.length > 0
    ? {
        values,
        value: terms.of(argument),
        list: listName(callee.object),
        name: decides(call),
        negated: isNegated(call),
        ...spanOf(call),
      }
    : null;
}

function textOf(term: Term): unknown {
  return term.t === 'literal' ? term.value : null;
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

/** `user.email === 'owner@shop.example'`, `user.email === OWNER_EMAIL`. */
export function emailComparison(node: TSESTree.BinaryExpression, terms: Terms): MembershipFact | null {
  const { left, right } = node;
  const [email, other] = isEmail(right) || isEmailConstant(right) ? [right, left] : [left, right];
  const address = isEmail(email) ? email.value : isEmailConstant(email) ? textOf(terms.of(email)) : null;
  if (!isEmailText(address)) return null;
  return {
    values: [address],
    value: terms.of(other),
    list: isEmailConstant(email) ? email.name : null,
    name: decides(node),
    negated: node.operator.startsWith('!'),
    ...spanOf(node),
  };
}

function isNegated({ parent }: Node): boolean {
  return parent?.type === T.UnaryExpression && parent.operator === '!';
}

/** Name of the call that a function literal is handed to. */
function calleeOf(fn: Node): string | null {
  const call = argumentOf(fn)?.call;
  return call ? calleeName(call) : null;
}

function listName(node: Node): string | null {
  const list = unwrap(node);
  if (list.type === T.Identifier) return list.name;
  return list.type === T.MemberExpression ? keyOf(list) : null;
}

/** The name that the answer goes by: of the variable or property that it is given to, or of the function that returns it. */
function decides(node: Node): string | null {
  let child = node;
  for (let { parent } = node; parent; child = parent, { parent } = parent) {
    switch (parent.type) {
      case T.VariableDeclarator:
        return parent.id.type === T.Identifier ? parent.id.name : null;
      case T.Property:
        return keyOf(parent);
      case T.AssignmentExpression:
        return parent.left.type === T.Identifier ? parent.left.name : null;
      case T.ReturnStatement: {
        const fn = functionAround(parent);
        // The answer of `useMemo(() => { return … })` goes where the hook's goes.
        if (!fn || calleeOf(fn) !== 'useMemo') return fn && nameOf(fn);
        parent = fn;
        break;
      }
      case T.ArrowFunctionExpression:
        if (parent.body !== child) return null;
        if (calleeOf(parent) !== 'useMemo') return nameOf(parent);
        break;
      case T.CallExpression:
        // `setAllowed(…)`, `Boolean(…)`
        if (parent.callee === child) return null;
        if (/^set[A-Z]/.test(calleeName(parent) ?? '')) return calleeName(parent);
        break;
      case T.LogicalExpression:
      case T.UnaryExpression:
      case T.ConditionalExpression:
      case T.BinaryExpression:
        break;
      default:
        if (!isWrapper(parent)) return null;
    }
  }
  return null;
}
