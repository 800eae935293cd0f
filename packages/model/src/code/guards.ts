import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, exits, isFunction, spanOf, T, unwrap, type Node } from './ast.js';
import { functionAround, type Collected } from './collect.js';
import type { GuardFact, Term, Test } from './facts.js';
import type { Terms } from './terms.js';
import { children } from './term.js';
import { nameOf } from './uses.js';

/**
 * Conditions that dominate code, by structure: what an `if` that leaves proves for the statements after it, what a
 * branch proves for its inside, and which checking helpers have completed. Only conditions that mention identity,
 * rights or secrets are kept; the rest guard nothing that a rule asks about.
 */
export function guardsOf(collected: Collected, terms: Terms): GuardFact[] {
  const guards: GuardFact[] = [];
  const search: Search = { guards, terms };
  for (const node of collected.branches) {
    switch (node.type) {
      case T.IfStatement:
        addIf(node, search);
        break;
      case T.ConditionalExpression:
        addRegion(node, node.test, node.consequent, true, search);
        addRegion(node, node.test, node.alternate, false, search);
        break;
      case T.LogicalExpression:
        if (node.operator !== '??') addRegion(node, node.left, node.right, node.operator === '&&', search);
        break;
    }
  }
  for (const call of collected.calls) addRan(call, search);
  for (const node of collected.branches.toReversed()) if (node.type === T.IfStatement) addEither(node, search);
  return relevant(guards, functionsThatAsk(collected, terms), isBackend(collected)).sort(
    (a, b) => a.start - b.start || a.covers.start - b.covers.start,
  );
}

function addIf(node: TSESTree.IfStatement, search: Search): void {
  addRegion(node, node.test, node.consequent, true, search);
  if (node.alternate) addRegion(node, node.test, node.alternate, false, search);
  const consequentLeaves = exits(node.consequent);
  if (consequentLeaves === exits(node.alternate)) return;
  const leaving = consequentLeaves ? node.consequent : node.alternate;
  addExits(node, testOf(node.test, search.terms), !consequentLeaves, !staysInFunction(leaving), search);
}

/**
 * What is known after a statement that leaves unless the test has the given outcome: in the rest of its block, and where it
 * leaves the function, outward. Out of a branch it is known only for those who took the branch:
 * `if (a) { if (b) return; }` tells that not both hold. Out of a `try` it is known where the `catch` leaves as well.
 */
function addExits(node: Node, test: Test, holds: boolean, outward: boolean, search: Search): void {
  let known: { readonly test: Test; readonly holds: boolean } = { test, holds };
  let inner: Node = node;
  for (let steps = 0; steps < MAX_STEPS; steps++) {
    const outer = inner.parent;
    if (!outer) return;
    const covers = restOfBlock(inner, outer);
    if (covers) add(search, node, 'exit', known.test, known.holds, covers);
    if (!outward && covers) return;
    const taken = outer.type === T.IfStatement ? testOf(outer.test, search.terms) : null;
    if (outer.type === T.IfStatement && taken) {
      const inBranch: Test = inner === outer.alternate ? { op: 'not', of: taken } : taken;
      const violated: Test = known.holds ? { op: 'not', of: known.test } : known.test;
      known = { test: { op: 'and', of: [inBranch, violated] }, holds: false };
    } else if (outer.type === T.TryStatement) {
      if (inner === outer.block && outer.handler && !exits(outer.handler.body)) return;
    } else if (!PASSES.has(outer.type)) return;
    inner = outer;
  }
}

/**
 * What surrounds a statement without a condition of its own. A check in a loop over what the request holds is one for what
 * comes after: without a round there is nothing to work on.
 */
const PASSES: ReadonlySet<string> = new Set([T.BlockStatement, T.LabeledStatement, T.ForOfStatement, T.ForInStatement]);

/** `if (byKey) { if (key !== KEY) return; } else { await requireAdmin(); }`: whoever comes past it has met one or the other. */
function addEither(node: TSESTree.IfStatement, search: Search): void {
  const covers = node.alternate && restOfBlock(node, node.parent);
  if (!covers || !node.alternate) return;
  const ways = [node.consequent, node.alternate].map((branch) => {
    const met = search.guards.filter(
      ({ kind, covers }) => kind !== 'branch' && covers.end === branch.range[1] && covers.start > branch.range[0],
    );
    return met.slice(0, MAX_MET).map(({ test, holds }): Test => (holds ? test : { op: 'not', of: test }));
  });
  if (ways.some((met) => met.length === 0)) return;
  add(search, node, 'exit', { op: 'or', of: ways.map((of): Test => ({ op: 'and', of })) }, true, covers);
}

const MAX_MET = 4;
const MAX_STEPS = 12;

/** `break` and `continue` leave a loop, not what surrounds it. */
function staysInFunction(node: Node | null): boolean {
  if (node?.type === T.BlockStatement) return staysInFunction(node.body.at(-1) ?? null);
  return node?.type === T.BreakStatement || node?.type === T.ContinueStatement;
}

function addRegion(owner: Node, test: Node, region: Node, holds: boolean, search: Search): void {
  add(search, owner, 'branch', testOf(test, search.terms), holds, spanOf(region));
}

/** A call statement that has completed when the rest of its block runs; out of a `try` whose `catch` leaves as well. */
function addRan(call: Node, search: Search): void {
  if (call.type !== T.CallExpression) return;
  let statement: Node = call;
  for (let parent = statement.parent; parent; statement = parent, parent = parent.parent) {
    if (parent.type === T.BlockStatement || parent.type === T.Program) break;
    // What runs only sometimes, or is caught, has not surely completed.
    if (parent.type === T.LogicalExpression || parent.type === T.ConditionalExpression || isFunction(parent)) return;
    if (parent.type === T.CallExpression && calleeName(parent) === 'catch') return;
    if (parent.type === T.IfStatement) {
      const test: Test = { op: 'truthy', term: search.terms.of(call) };
      if (statement.type === T.ExpressionStatement) addExits(statement, test, true, true, search);
      return;
    }
  }
  if (statement.type !== T.ExpressionStatement && statement.type !== T.VariableDeclaration) return;
  const test: Test = { op: 'truthy', term: search.terms.of(call) };
  let inner: Node = statement;
  for (let block = statement.parent; block;) {
    const covers = restOfBlock(inner, block);
    if (covers) add(search, call, 'ran', test, true, covers);
    const outer: Node | undefined = block.parent;
    // `if (!isCron) await requireAdmin()`: whoever comes past it is one or the other.
    if (outer?.type === T.IfStatement) addExits(block, test, true, true, search);
    if (outer?.type !== T.TryStatement || outer.block !== block || (outer.handler && !exits(outer.handler.body)))
      return;
    inner = outer;
    block = outer.parent;
  }
}

function restOfBlock(statement: Node, block: Node): { start: number; end: number } | null {
  if (block.type !== T.BlockStatement && block.type !== T.Program && block.type !== T.SwitchCase) return null;
  return { start: statement.range[1], end: block.range[1] };
}

function add(
  { guards, terms }: Search,
  node: Node,
  kind: GuardFact['kind'],
  test: Test,
  holds: boolean,
  covers: GuardFact['covers'],
): void {
  guards.push({ fn: terms.functionId(functionAround(node)), kind, test, holds, covers, ...spanOf(node) });
}

interface Search {
  readonly guards: GuardFact[];
  readonly terms: Terms;
}

/** Backend code imports packages of the registry, which a page cannot. There a row that was read first decides what comes next. */
const isBackend = ({ imports }: Collected): boolean =>
  imports.some(({ source }) => source.type === T.Literal && /^npm:/.test(String(source.value)));

/** Functions of the file whose name says that they check something about the caller, or that ask who it is. */
function functionsThatAsk({ functions, calls }: Collected, terms: Terms): ReadonlySet<number> {
  const named = functions.filter((fn) => RELEVANT.test(nameOf(fn) ?? ''));
  const asking = calls.filter((call) => calleeName(call) === 'me').map(functionAround);
  return new Set([...named, ...asking].filter((fn) => fn !== null).map((fn) => terms.functionId(fn)));
}

/** Guards that mention what a rule asks about, or that call a function of the file that leaves on such a condition. */
function relevant(guards: readonly GuardFact[], asking: ReadonlySet<number>, rows: boolean): GuardFact[] {
  const named: Subject = { asking, rows, known: new Map() };
  const direct = guards.filter(({ kind, test }) => kind !== 'branch' && isRelevant(test, named));
  const checkers: Subject = { asking: new Set([...asking, ...direct.map(({ fn }) => fn)]), rows, known: new Map() };
  return guards.filter(({ test }) => isRelevant(test, checkers));
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
  const flag = test.type === T.Identifier && !named ? flagOf(test, terms) : null;
  if (flag) return flag;
  if (
    named &&
    (named.type === T.BinaryExpression || named.type === T.LogicalExpression || named.type === T.UnaryExpression)
  )
    return testOf(named, terms);
  return { op: 'truthy', term: terms.of(test) };

  function initOf(identifier: Node): Node | null {
    const variable = terms.variableAt(identifier);
    const definition = variable?.defs[0]?.node;
    if (definition?.type !== T.VariableDeclarator || definition.id.type !== T.Identifier || !definition.init)
      return null;
    return variable?.references.some((reference) => reference.isWrite() && !reference.init)
      ? null
      : unwrap(definition.init);
  }
}

/** `let allowed = isOwner; if (a) allowed = true;` is `isOwner || a`. Null for a variable that is no such flag. */
function flagOf(identifier: Node, terms: Terms): Test | null {
  const variable = terms.variableAt(identifier);
  const declarator = variable?.defs[0]?.node;
  if (!variable || declarator?.type !== T.VariableDeclarator || variable.defs.length !== 1) return null;
  const writes = variable.references.filter((reference) => reference.isWrite() && !reference.init);
  if (writes.length === 0 || writes.length > MAX_WAYS || !writes.some(({ identifier }) => setsTrue(identifier)))
    return null;
  // A condition may ask for the flag that it sets.
  if (underway.has(variable)) return NEVER;
  if (underway.size >= MAX_FLAGS) return null;
  underway.add(variable);
  try {
    const ways = writes.map(({ identifier }) => wayTo(identifier, declarator, terms));
    const first = declarator.init ? valueTest(unwrap(declarator.init), terms) : NEVER;
    return first && ways.every((way) => way !== null)
      ? { op: 'or', of: [first, ...ways].filter((way) => way !== NEVER) }
      : null;
  } finally {
    underway.delete(variable);
  }
}

const MAX_WAYS = 8;
/** Flags that depend on flags are followed this far. */
const MAX_FLAGS = 3;
/** Flags whose conditions are being put together. */
const underway = new Set<unknown>();
const NEVER: Test = { op: 'truthy', term: { t: 'literal', value: false } };

function setsTrue(target: Node): boolean {
  const write = target.parent;
  const value = write?.type === T.AssignmentExpression && write.left === target ? unwrap(write.right) : null;
  return value?.type === T.Literal && value.value === true;
}

/** What makes a value true; null where it always is. */
function valueTest(value: Node, terms: Terms): Test | null {
  if (value.type !== T.Literal) return testOf(value, terms);
  return value.value ? null : NEVER;
}

/** What holds where an assignment to a flag makes it true; null where that cannot be told. */
function wayTo(target: Node, declarator: Node, terms: Terms): Test | null {
  const write = target.parent;
  if (write?.type !== T.AssignmentExpression || write.left !== target || write.operator !== '=') return null;
  const value = unwrap(write.right);
  if (value.type === T.Literal && !value.value) return NEVER;
  const of: Test[] = value.type === T.Literal ? [] : [testOf(value, terms)];
  const home = functionAround(declarator);
  for (let node: Node = write; node.parent; node = node.parent) {
    const parent: Node = node.parent;
    if (isFunction(parent)) return parent === home ? { op: 'and', of } : null;
    if (parent.type === T.IfStatement && node !== parent.test)
      of.push(node === parent.alternate ? { op: 'not', of: testOf(parent.test, terms) } : testOf(parent.test, terms));
  }
  return home === null ? { op: 'and', of } : null;
}

const RELEVANT =
  /role|admin|auth|user|^me$|secret|token|signature|hmac|webhook|owner|tenant|org|company|workspace|team|allowed|permission|cron|header|api_?key|created_by|email|member|staff|session|require|assert|verify|^env$/i;

/** What a guard has to be about. Terms are shared between guards, so the answer for each is kept. */
interface Subject {
  /** Functions that ask who the caller is. */
  readonly asking: ReadonlySet<number>;
  /** What rows say decides as well. */
  readonly rows: boolean;
  readonly known: Map<Term, boolean>;
}

function isRelevant(test: Test, subject: Subject): boolean {
  switch (test.op) {
    case 'and':
    case 'or':
      return test.of.some((one) => isRelevant(one, subject));
    case 'not':
      return isRelevant(test.of, subject);
    case 'truthy':
      return mentions(test.term, subject);
    case 'compare':
      return mentions(test.left, subject) || mentions(test.right, subject);
  }
}

function mentions(term: Term, subject: Subject): boolean {
  const known = subject.known.get(term);
  if (known !== undefined) return known;
  const result = saysSo(term, subject);
  subject.known.set(term, result);
  return result;
}

function saysSo(term: Term, subject: Subject): boolean {
  switch (term.t) {
    case 'get':
      return RELEVANT.test(term.key) || (subject.rows && term.key === 'entities') || mentions(term.of, subject);
    case 'global':
    case 'import':
      return RELEVANT.test(term.name);
    case 'call':
      if (term.callee.t === 'function' && subject.asking.has(term.callee.fn)) return true;
      // A helper of another file may check anything. Backend code imports relatively; what pages import by `@/` guards nothing.
      if (term.callee.t === 'import' && /^\.\.?\//.test(term.callee.from)) return true;
      return children(term).some((child) => mentions(child, subject));
    default:
      return children(term).some((child) => mentions(child, subject));
  }
}
