import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, exits, isFunction, spanOf, T, unwrap, type Node } from './ast.js';
import type { Collected } from './collect.js';
import { functionAround } from './collect.js';
import type { GuardFact, Term, Test } from './facts.js';
import { children, type Terms } from './terms.js';

/**
 * Conditions that dominate code, by structure: what an `if` that leaves proves for the statements after it, what a
 * branch proves for its inside, and which checking helpers have completed. Only conditions that mention identity,
 * rights or secrets are kept; the rest guard nothing that a rule asks about.
 */
export function guardsOf(collected: Collected, terms: Terms): GuardFact[] {
  const guards: GuardFact[] = [];
  for (const node of collected.branches) {
    switch (node.type) {
      case T.IfStatement:
        addIf(node, terms, guards);
        break;
      case T.ConditionalExpression:
        addRegion(node, node.test, node.consequent, true, terms, guards);
        addRegion(node, node.test, node.alternate, false, terms, guards);
        break;
      case T.LogicalExpression:
        if (node.operator !== '??') addRegion(node, node.left, node.right, node.operator === '&&', terms, guards);
        break;
    }
  }
  for (const call of collected.calls) addRan(call, terms, guards);
  return guards.sort((a, b) => a.start - b.start || a.covers.start - b.covers.start);
}

function addIf(node: TSESTree.IfStatement, terms: Terms, guards: GuardFact[]): void {
  addRegion(node, node.test, node.consequent, true, terms, guards);
  if (node.alternate) addRegion(node, node.test, node.alternate, false, terms, guards);
  const block = node.parent;
  const consequentLeaves = exits(node.consequent);
  if (consequentLeaves === exits(node.alternate)) return;
  const covers = restOfBlock(node, block);
  if (covers) add(guards, node, 'exit', testOf(node.test, terms), !consequentLeaves, covers, terms);
}

function addRegion(owner: Node, test: Node, region: Node, holds: boolean, terms: Terms, guards: GuardFact[]): void {
  add(guards, owner, 'branch', testOf(test, terms), holds, spanOf(region), terms);
}

/** A call statement that has completed when the rest of its block runs; out of a `try` whose `catch` leaves as well. */
function addRan(call: Node, terms: Terms, guards: GuardFact[]): void {
  if (call.type !== T.CallExpression) return;
  let statement: Node = call;
  for (let parent = statement.parent; parent; statement = parent, parent = parent.parent) {
    if (parent.type === T.BlockStatement || parent.type === T.Program) break;
    // What runs only sometimes, or is caught, has not surely completed.
    if (parent.type === T.LogicalExpression || parent.type === T.ConditionalExpression || isFunction(parent)) return;
    if (parent.type === T.IfStatement || (parent.type === T.CallExpression && calleeName(parent) === 'catch')) return;
  }
  if (statement.type !== T.ExpressionStatement && statement.type !== T.VariableDeclaration) return;
  const test: Test = { op: 'truthy', term: terms.of(call) };
  let inner: Node = statement;
  for (let block = statement.parent; block; ) {
    const covers = restOfBlock(inner, block);
    if (covers) add(guards, call, 'ran', test, true, covers, terms);
    const outer = block.parent;
    if (outer?.type !== T.TryStatement || outer.block !== block || !outer.handler || !exits(outer.handler.body)) return;
    inner = outer;
    block = outer.parent;
  }
}

function restOfBlock(statement: Node, block: Node): { start: number; end: number } | null {
  if (block.type !== T.BlockStatement && block.type !== T.Program && block.type !== T.SwitchCase) return null;
  return { start: statement.range[1], end: block.range[1] };
}

function add(guards: GuardFact[], node: Node, kind: GuardFact['kind'], test: Test, holds: boolean, covers: GuardFact['covers'], terms: Terms): void {
  if (!isRelevant(test)) return;
  guards.push({ fn: terms.functionId(functionAround(node)), kind, test, holds, covers, ...spanOf(node) });
}

/** A condition as a test over terms; names that stand for a condition are looked up. */
export function testOf(node: Node, terms: Terms): Test {
  const test = unwrap(node);
  if (test.type === T.UnaryExpression && test.operator === '!') return { op: 'not', of: testOf(test.argument, terms) };
  if (test.type === T.LogicalExpression && test.operator !== '??') {
    return { op: test.operator === '&&' ? 'and' : 'or', of: [testOf(test.left, terms), testOf(test.right, terms)] };
  }
  if (test.type === T.BinaryExpression && /^[!=<>]/.test(test.operator)) {
    return { op: 'compare', by: test.operator, left: terms.of(test.left), right: terms.of(test.right) };
  }
  // `const isAdmin = user.role === 'admin'; if (!isAdmin) …`
  const named = test.type === T.Identifier ? initOf(test) : null;
  if (named && (named.type === T.BinaryExpression || named.type === T.LogicalExpression || named.type === T.UnaryExpression)) return testOf(named, terms);
  return { op: 'truthy', term: terms.of(test) };

  function initOf(identifier: Node): Node | null {
    const variable = terms.variableAt(identifier);
    const definition = variable?.defs[0]?.node;
    if (definition?.type !== T.VariableDeclarator || definition.id.type !== T.Identifier || !definition.init) return null;
    return variable?.references.some((reference) => reference.isWrite() && !reference.init) ? null : unwrap(definition.init);
  }
}

const RELEVANT =
  /role|admin|auth|user|^me$|secret|token|signature|hmac|webhook|owner|tenant|org|company|workspace|team|allowed|permission|cron|header|api_?key|created_by|email|member|staff|session|require|assert|verify|^env$/i;

function isRelevant(test: Test): boolean {
  switch (test.op) {
    case 'and':
    case 'or':
      return test.of.some(isRelevant);
    case 'not':
      return isRelevant(test.of);
    case 'truthy':
      return mentions(test.term);
    case 'compare':
      return mentions(test.left) || mentions(test.right);
  }
}

function mentions(term: Term, seen = new Set<Term>()): boolean {
  if (seen.has(term)) return false;
  seen.add(term);
  switch (term.t) {
    case 'get':
      return RELEVANT.test(term.key) || mentions(term.of, seen);
    case 'global':
    case 'import':
      return RELEVANT.test(term.name);
    default:
      return children(term).some((child) => mentions(child, seen));
  }
}
