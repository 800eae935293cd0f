import type { TSESTree } from '@typescript-eslint/types';
import {
  calleeName,
  exits,
  isFunction,
  isLoop,
  keyOf,
  spanOf,
  T,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import { conditionsAround } from './conditions.js';
import type { LoopFact } from './facts.js';
import { soleInForOf, soleInMap } from './sole-call.js';
import type { Terms } from './terms.js';
import { UNKNOWN } from './term.js';
import { lengthOf, turnsOfFor, type VariableAt } from './turns.js';
import { eachCallOf } from './uses.js';

/**
 * Loops that repeat a node, innermost first, up to the first function that does not run in place.
 * JSX handlers, effects, queries and named functions end the search: one click is one run.
 */
export function loopsAround(node: Node, terms: Terms, inPlace: (fn: FunctionNode) => boolean): LoopFact[] {
  const loops: LoopFact[] = [];
  const variableAt: VariableAt = (identifier) => terms.variableAt(identifier);
  let conditional = false;
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    conditional ||= isConditional(parent, child);
    if (isFunction(parent)) {
      if (!inPlace(parent)) break;
      const call = eachCallOf(parent);
      if (!call) continue;
      const sole = soleInMap(call, parent, node);
      loops.push({
        ...eachLoop(call, parent, conditional, terms),
        ...between(node, parent, terms, inPlace),
        ...turns(lengthOf(visitedBy(call), variableAt)),
        ...(sole ? { sole } : {}),
      });
    } else if (isLoop(parent) && runsRepeatedly(parent, child)) {
      const sole = parent.type === T.ForOfStatement ? soleInForOf(parent, node) : undefined;
      loops.push({
        ...(sole ? { sole } : {}),
        kind: kindOf(parent),
        over: parent.type === T.ForOfStatement || parent.type === T.ForInStatement ? terms.of(parent.right) : UNKNOWN,
        retry: endsAfterSuccess(parent, node),
        conditional,
        fn: 0,
        ...between(node, parent, terms, inPlace),
        ...turns(turnsOf(parent, variableAt)),
        ...spanOf(parent),
      });
    }
  }
  return loops;
}

function between(
  node: Node,
  loop: Node,
  terms: Terms,
  inPlace: (fn: FunctionNode) => boolean,
): Pick<LoopFact, 'conditions'> {
  const conditions = conditionsAround(node, terms, inPlace, loop);
  return conditions.length > 0 ? { conditions } : {};
}

/** Whether `parent` runs `child` only sometimes: a branch, or a statement after one that may leave. */
function isConditional(parent: Node, child: Node): boolean {
  switch (parent.type) {
    case T.IfStatement:
    case T.ConditionalExpression:
      return parent.test !== child;
    case T.LogicalExpression:
      return parent.right === child;
    case T.BlockStatement:
      return parent.body
        .slice(0, parent.body.indexOf(child as (typeof parent.body)[number]))
        .some(
          (statement) =>
            statement.type === T.IfStatement && (exits(statement.consequent) || exits(statement.alternate)),
        );
    default:
      return false;
  }
}

function eachLoop(call: CallNode, fn: FunctionNode, conditional: boolean, terms: Terms): LoopFact {
  return {
    kind: 'each',
    over: terms.of(visitedBy(call)),
    method: keyOf(unwrap(call.callee) as TSESTree.MemberExpression) as string,
    retry: false,
    conditional,
    fn: terms.functionId(fn),
    ...spanOf(fn),
  };
}

/** An array method is a member of the array; the array that `from` visits comes first. */
function visitedBy(call: CallNode): Node {
  const callee = unwrap(call.callee) as TSESTree.MemberExpression;
  return keyOf(callee) === 'from' ? (call.arguments[0] as Node) : callee.object;
}

function turnsOf(loop: Node, variableAt: VariableAt): number | null {
  if (loop.type === T.ForStatement) return turnsOfFor(loop, variableAt);
  return loop.type === T.ForOfStatement ? lengthOf(loop.right, variableAt) : null;
}

function turns(count: number | null): Pick<LoopFact, 'turns'> {
  // What visits an empty list has it filled in a way that we do not see.
  return count === null || count === 0 ? {} : { turns: count };
}

function kindOf(loop: Node): LoopFact['kind'] {
  switch (loop.type) {
    case T.ForOfStatement:
      return 'for-of';
    case T.ForInStatement:
      return 'for-in';
    case T.WhileStatement:
      return 'while';
    case T.DoWhileStatement:
      return 'do';
    default:
      return 'for';
  }
}

/** The initialiser of a `for` and the iterated expression run once. */
function runsRepeatedly(loop: Node, child: Node): boolean {
  if (loop.type === T.ForStatement) return child !== loop.init;
  if (loop.type === T.ForOfStatement || loop.type === T.ForInStatement) return child === loop.body;
  return true;
}

/**
 * A loop that tries one thing until it works: the statement that holds the node is followed, in its own block,
 * by `return` or `break`, or is itself a `return`. Only counting and endless loops retry; `for-of` visits elements.
 */
function endsAfterSuccess(loop: Node, node: Node): boolean {
  if (loop.type === T.ForOfStatement || loop.type === T.ForInStatement) return false;
  let ends = false;
  let child = node;
  for (let parent = node.parent; parent && child !== loop; child = parent, parent = parent.parent) {
    if (child.type === T.ReturnStatement) {
      ends = true;
    } else if (isFunction(parent)) {
      // One that visits elements is no try; what any other one ends is only itself.
      if (eachCallOf(parent)) return false;
      ends = false;
    } else if (isLoop(parent) && parent !== loop) {
      if (!ends) return false;
    } else if (parent.type === T.BlockStatement) {
      const after = parent.body.slice(parent.body.indexOf(child as (typeof parent.body)[number]) + 1);
      ends ||= after.some(endsTheTry);
    }
  }
  return ends;
}

/** `break`, `return`, or both after a look at the answer: `if (ok) break; else throw …`, where the `throw` leads to the next try. */
function endsTheTry(statement: Node): boolean {
  if (statement.type !== T.IfStatement) return exits(statement) && statement.type !== T.ContinueStatement;
  const ends = [lastOf(statement.consequent), lastOf(statement.alternate)].map((one) => one?.type);
  return (
    ends.includes(T.ThrowStatement) && ends.some((type) => type === T.BreakStatement || type === T.ReturnStatement)
  );
}

function lastOf(branch: Node | null | undefined): Node | null | undefined {
  return branch?.type === T.BlockStatement ? branch.body.at(-1) : branch;
}

/** Span of the `catch` or `finally` block around a node, within its function. */
export function recoveryAround(
  node: Node,
  inPlace: (fn: FunctionNode) => boolean,
): { start: number; end: number } | null {
  let child = node;
  for (let parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (parent.type === T.CatchClause) return spanOf(parent);
    if (parent.type === T.TryStatement && parent.finalizer === child) return spanOf(child);
    if (isFunction(parent)) {
      const call = parent.parent;
      // `.catch(() => undo())`
      if (call?.type === T.CallExpression && calleeName(call) === 'catch') return spanOf(parent);
      if (!inPlace(parent)) return null;
    }
  }
  return null;
}
