import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { calleeName, isFunction, isWrapper, keyOf, spanOf, T, type FunctionNode, type Node } from './ast.js';
import type { CallFact, CaughtFact } from './facts.js';
import { eachCallOf } from './uses.js';

/**
 * What becomes of a failure of a call within its own function: the nearest `catch` that takes it up, up to the first
 * function that does not run in place. A `catch` that throws again passes it on, and none sees a promise that nobody
 * waits for.
 */
export function failureOf(call: Node, inPlace: (fn: FunctionNode) => boolean): Pick<CallFact, 'caught' | 'loose'> {
  let awaited = false;
  /** The promise itself is handed back: a `catch` around does not see how it ends. */
  let handedBack = false;
  let child = call;
  for (let parent = call.parent; parent; child = parent, parent = parent.parent) {
    const attached = handlerAttached(parent, child);
    if (attached) return { caught: spanOf(attached) };
    if (parent.type === T.TryStatement && parent.handler && parent.block === child && !handedBack) {
      const caught = caughtBy(parent.handler);
      if (caught) return { caught };
    }
    if (parent.type === T.AwaitExpression) awaited = true;
    if (awaited) {
      if (isFunction(parent) && !inPlace(parent)) return {};
    } else if (isLoose(parent, child)) return { loose: true };
    else if (parent.type === T.ReturnStatement) handedBack = true;
    else if (isFunction(parent) && !inPlace(parent)) return {};
    if (isFunction(parent)) {
      awaited = handedBack = false;
      const each = eachCallOf(parent);
      if (each && calleeName(each) === 'forEach') return { loose: true };
    }
  }
  return {};
}

/** `.catch(handler)` and `.then(done, handler)` on the promise; a handler that throws again does not count. */
function handlerAttached(member: Node, promise: Node): Node | null {
  if (member.type !== T.MemberExpression || member.object !== promise) return null;
  let callee: Node = member;
  while (callee.parent && isWrapper(callee.parent)) callee = callee.parent;
  const call = callee.parent;
  if (call?.type !== T.CallExpression || call.callee !== callee) return null;
  const key = keyOf(member);
  const handler = key === 'catch' ? call.arguments[0] : key === 'then' ? call.arguments[1] : undefined;
  return handler && !(isFunction(handler) && alwaysThrows(handler.body)) ? handler : null;
}

function caughtBy(clause: TSESTree.CatchClause): CaughtFact | null {
  if (alwaysThrows(clause.body)) return null;
  return { ...spanOf(clause), ...(answersWithError(clause.body) ? { answers: true as const } : {}) };
}

/** A statement that starts something and does not wait for it. */
function isLoose(parent: Node, child: Node): boolean {
  if (parent.type === T.ExpressionStatement) return true;
  return parent.type === T.UnaryExpression && parent.operator === 'void' && parent.argument === child;
}

/** Whether every way through a block ends in `throw`, or in a promise that is rejected. */
function alwaysThrows(node: Node | null | undefined): boolean {
  switch (node?.type) {
    case T.ThrowStatement:
      return true;
    case T.BlockStatement:
      return node.body.some(alwaysThrows);
    case T.IfStatement:
      return alwaysThrows(node.consequent) && alwaysThrows(node.alternate);
    case T.ReturnStatement:
      return alwaysThrows(node.argument);
    case T.CallExpression:
      return calleeName(node) === 'reject';
    default:
      return false;
  }
}

/** Whether a block names an HTTP status of failure: `status: 500`, `fail(error, 502)`. */
function answersWithError(block: Node): boolean {
  const stack: Node[] = [block];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === T.Literal && typeof node.value === 'number' && node.value >= 400 && node.value < 600) {
      const { parent } = node;
      if (parent?.type === T.Property ? /^status/.test(keyOf(parent) ?? '') : parent?.type === T.CallExpression)
        return true;
    }
    const record = node as unknown as Record<string, unknown>;
    for (const key of visitorKeys[node.type] ?? [])
      for (const inner of [record[key]].flat())
        if (typeof inner === 'object' && inner !== null) stack.push(inner as Node);
  }
  return false;
}
