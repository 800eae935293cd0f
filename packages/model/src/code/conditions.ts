import { exits, isFunction, T, type FunctionNode, type Node } from './ast.js';
import type { Condition, Term, Test } from './facts.js';
import { testOf } from './guards.js';
import { children } from './term.js';
import type { Terms } from './terms.js';

/**
 * What must hold for a node to run once its function does, by kind: branches around it and early exits before it, up to
 * the first function that does not run in place, or up to `within`. Unlike guards these are kept whatever they are about,
 * but only as kinds.
 */
export function conditionsAround(
  node: Node,
  terms: Terms,
  inPlace: (fn: FunctionNode) => boolean,
  within?: Node,
): Condition[] {
  const found = new Set<Condition>();
  const add = (test: Node, holds: boolean) => classify(testOf(test, terms), holds, found);
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent === within || (isFunction(parent) && !inPlace(parent))) break;
    switch (parent.type) {
      case T.IfStatement:
      case T.ConditionalExpression:
        if (parent.test !== child) add(parent.test, parent.consequent === child);
        break;
      case T.LogicalExpression:
        if (parent.right === child && parent.operator !== '??') add(parent.left, parent.operator === '&&');
        else if (parent.right === child) found.add('absent');
        break;
      case T.SwitchCase:
        if (parent.test !== child && parent.test) found.add('case');
        break;
      case T.BlockStatement:
        for (const statement of parent.body) {
          if (statement === child) break;
          if (statement.type !== T.IfStatement) continue;
          if (exits(statement.consequent)) add(statement.test, false);
          else if (exits(statement.alternate)) add(statement.test, true);
        }
        break;
    }
  }
  return [...found].sort();
}

function classify(test: Test, holds: boolean, found: Set<Condition>): void {
  switch (test.op) {
    case 'and':
    case 'or':
      for (const one of test.of) classify(one, holds, found);
      return;
    case 'not':
      classify(test.of, !holds, found);
      return;
    case 'truthy':
      found.add(asksVisibility(test.term) ? 'visible' : holds ? 'present' : 'absent');
      return;
    case 'compare':
      found.add(compared(test, holds));
  }
}

function compared({ by, left, right }: Extract<Test, { op: 'compare' }>, holds: boolean): Condition {
  if (asksVisibility(left) || asksVisibility(right)) return 'visible';
  const isEquality = /^[!=]=/.test(by);
  const other = right.t === 'literal' || right.t === 'undefined' ? right : left;
  if (isEquality) {
    if (other.t !== 'undefined' && other.t !== 'literal') return 'case';
    if (other.t === 'literal' && other.value && other.value !== true) return 'case';
    const isNothing = other.t === 'undefined' || !other.value;
    return by.startsWith('=') === holds ? (isNothing ? 'absent' : 'present') : isNothing ? 'present' : 'absent';
  }
  // `rows.length > 0`, `rows.length < 1`
  const isCount = left.t === 'get' && (left.key === 'length' || left.key === 'size');
  if (isCount && right.t === 'literal' && (right.value === 0 || right.value === 1))
    return by.startsWith('>') === holds ? 'present' : 'absent';
  return 'limit';
}

/** `document.hidden`, `document.visibilityState`, `document.hasFocus()`. */
function asksVisibility(term: Term): boolean {
  if (term.t === 'get' && /^(?:hidden|visibilityState|hasFocus)$/.test(term.key)) return true;
  return (term.t === 'call' || term.t === 'mix' || term.t === 'any') && children(term).some(asksVisibility);
}
