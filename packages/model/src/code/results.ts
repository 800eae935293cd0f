import type { Variable } from '@typescript-eslint/scope-manager';
import {
  argumentOf,
  calleeName,
  isFunction,
  isWrapper,
  keyOf,
  spanOf,
  T,
  unwrap,
  type CallNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import { functionAround } from './collect.js';
import type { FunctionUse, Responded, ResultUse, RowTest, Test } from './facts.js';
import { patternPath } from './patterns.js';
import {
  ASKS,
  BLIND,
  CARRIES,
  COUNTS,
  isRow,
  isSetter,
  least,
  most,
  NARROWS,
  PASSES,
  PROJECTS,
  rank,
  RESPONDS,
} from './results-names.js';
import { calleeRoot, isPresenceTest, queryCall, stateOf } from './results-uses.js';
import { returnedBy } from './returns.js';
import { eachCallOf } from './uses.js';

const MAX_STEPS = 160;
const MAX_TESTS = 24;

interface Lookups {
  readonly testOf: (node: Node) => Test;
  readonly variablesOf: (declaration: Node) => readonly Variable[];
  readonly useOf: (fn: FunctionNode) => FunctionUse | null;
}

/** How a node holds the rows: how much of them, and under which keys of the objects and arrays around them. */
interface Holding {
  readonly part: Responded;
  readonly path: readonly string[];
  /** Gone through a question of `ASKS`. */
  readonly asked?: true;
  /** The field of a row that alone is left. */
  readonly field?: string;
  /** Kept in a state and read from there: only `tests` and `unasked` go this far. */
  readonly beyond?: true;
}

/** Follows the value of a call to where it ends up. Bounded; what lies beyond the bound counts as not seen. */
export function resultOf(call: CallNode, lookups: Lookups): ResultUse {
  return new Flow(call, lookups).run();
}

class Flow {
  readonly #seen = new Map<Node, readonly Holding[]>();
  readonly #queue: { readonly node: Node; readonly held: Holding }[] = [];
  /** How many were ever in the queue. */
  #taken = 0;
  readonly #reads = new Set<string>();
  readonly #predicates: Test[] = [];
  readonly #tests: RowTest[] = [];
  readonly #states = new Map<number, string | null>();
  /** States that hold the rows, followed after everything else so that they take no steps from it. */
  readonly #kept: { readonly variable: Variable; readonly held: Holding }[] = [];
  #steps = MAX_STEPS;
  #unasked = false;
  #counted = false;
  #rows = false;
  #returnedRows = false;
  readonly #fields = new Set<string>();
  #returned: Responded = 'no';
  #responded: Responded = 'no';
  #state = false;
  #used = false;

  constructor(
    call: CallNode,
    private readonly lookups: Lookups,
  ) {
    this.#push(call, { part: 'whole', path: [] });
  }

  run(): ResultUse {
    this.#drain();
    this.#steps += MAX_STEPS;
    for (const { variable, held } of this.#kept) this.#followReads(variable, held);
    this.#drain();
    return {
      returned: this.#returned,
      returnedRows: this.#returnedRows,
      responded: this.#responded,
      respondedRows: this.#rows,
      respondedFields: [...this.#fields].sort(),
      ignored: !this.#used,
      reads: [...this.#reads].sort(),
      state: this.#state,
      predicates: this.#predicates,
      tests: this.#tests,
      unasked: this.#unasked,
      counted: this.#counted,
      states: [...this.#states].map(([at, name]) => ({ at, name })).sort((a, b) => a.at - b.at),
    };
  }

  #drain(): void {
    for (let next = this.#queue.pop(); next; next = this.#queue.pop()) this.#step(next.node, next.held);
  }

  /** Something looks at the rows; a single one of them was picked. */
  #look(held: Holding): void {
    if (!held.asked && held.part !== 'narrowed') this.#unasked = true;
  }

  #push(node: Node | undefined | null, held: Holding): void {
    if (!node || this.#taken >= this.#steps) return;
    const before = this.#seen.get(node) ?? [];
    if (before.some((one) => covers(one, held))) return;
    this.#seen.set(node, [...before, held]);
    this.#queue.push({ node, held });
    this.#taken++;
  }

  #step(node: Node, held: Holding): void {
    let value = node;
    let parent = value.parent;
    while (parent && isWrapper(parent)) {
      value = parent;
      parent = parent.parent;
    }
    if (!parent || parent.type === T.ExpressionStatement) return;
    this.#used = true;
    switch (parent.type) {
      case T.ReturnStatement:
        this.#leave(functionAround(parent), held);
        return;
      case T.ArrowFunctionExpression:
        if (parent.body === value) this.#leave(parent, held);
        return;
      case T.VariableDeclarator:
        for (const variable of this.lookups.variablesOf(parent)) this.#bind(variable, parent.id, held);
        return;
      case T.AssignmentExpression:
        if (parent.operator === '=' && parent.right === value && parent.left.type === T.Identifier)
          this.#assign(parent.left, held);
        return;
      case T.MemberExpression:
        if (parent.object === value) this.#member(parent, held);
        return;
      case T.CallExpression:
      case T.NewExpression:
        this.#argument(parent, held);
        return;
      case T.Property: {
        const key = keyOf(parent);
        if (parent.value === value) this.#push(parent.parent, { ...held, path: [key ?? '[]', ...held.path] });
        return;
      }
      case T.ArrayExpression:
        this.#push(parent, { ...held, path: [String(parent.elements.indexOf(value as never)), ...held.path] });
        return;
      case T.SpreadElement:
        this.#push(parent.parent, held);
        return;
      case T.ConditionalExpression:
        // A condition is looked at, not handed on.
        if (parent.test !== value) this.#push(parent, held);
        return;
      case T.LogicalExpression:
        if (parent.operator !== '&&' || parent.right === value) this.#push(parent, held);
        return;
      case T.SequenceExpression:
        this.#push(parent, held);
        return;
      case T.ForOfStatement:
        if (parent.right === value) this.#iterate(parent.left, held);
        return;
      case T.JSXExpressionContainer:
      case T.JSXSpreadAttribute:
        this.#look(held);
        return;
      default:
    }
  }

  /** The value is what a function gives back. */
  #leave(fn: FunctionNode | null, held: Holding): void {
    if (!fn) return;
    const kind = this.lookups.useOf(fn);
    const target = eachCallOf(fn) ?? argumentOf(fn)?.call;
    if (kind === 'serve') this.#respond(held);
    else if (kind === 'query') this.#push(queryCall(fn), held);
    else if ((kind === 'each' || kind === 'inline' || kind === 'callback') && target) this.#push(target, held);
    else {
      this.#look(held);
      if (!held.beyond) {
        this.#returned = most(this.#returned, held.part);
        this.#returnedRows ||= held.field === undefined;
      }
    }
  }

  #respond(held: Holding): void {
    this.#look(held);
    if (held.beyond) return;
    this.#responded = most(this.#responded, held.part);
    if (held.field === undefined) this.#rows = true;
    else this.#fields.add(held.field);
  }

  /** A name that a declaration or parameter binds; a pattern may bind a part of the value, or something beside it. */
  #bind(variable: Variable, pattern: Node, held: Holding): void {
    const [name] = variable.identifiers;
    const bound = name ? patternPath(name, pattern) : null;
    if (!bound) return;
    const shared = Math.min(bound.length, held.path.length);
    for (let i = 0; i < shared; i++) if (bound[i] !== held.path[i]) return;
    const [further] = bound.slice(held.path.length);
    if (further !== undefined && further !== 'data' && !/^\d+$/.test(further)) return;
    const part = further !== undefined && further !== 'data' ? least(held.part, 'narrowed') : held.part;
    this.#followReads(variable, { ...held, part, path: held.path.slice(bound.length) });
  }

  #followReads(variable: Variable, held: Holding): void {
    for (const reference of variable.references) if (reference.isRead()) this.#push(reference.identifier, held);
  }

  #assign(target: Node, held: Holding): void {
    for (const variable of this.lookups.variablesOf(target)) this.#followReads(variable, held);
  }

  #member(member: Extract<Node, { type: T.MemberExpression }>, held: Holding): void {
    const key = keyOf(member) ?? '[]';
    const [outermost, ...inner] = held.path;
    if (outermost !== undefined && !CARRIES.has(key)) {
      // Another member of the object around the rows holds no rows.
      if (key === outermost || key === '[]' || outermost === '[]') this.#push(member, { ...held, path: inner });
      return;
    }
    this.#read(key, held);
    const part = NARROWS.has(key)
      ? least(held.part, 'narrowed')
      : PROJECTS.has(key)
        ? least(held.part, 'projected')
        : held.part;
    const call = member.parent;
    if (call.type !== T.CallExpression || call.callee !== member) {
      if (key === 'length' && !held.beyond && !isPresenceTest(member)) this.#counted = true;
      const field = held.field ?? (isRow(key) ? undefined : key);
      if (!COUNTS.test(key)) this.#push(member, { ...held, part, ...(field === undefined ? {} : { field }) });
      return;
    }
    const callback = call.arguments[0];
    const asks = ASKS.has(key);
    if (asks) this.#ask(callback, key, held);
    if (key === 'then' && callback?.type === T.Identifier && isSetter(callback.name)) this.#keep(callback, held);
    if (key === 'then' && isFunction(callback)) {
      for (const variable of this.lookups.variablesOf(callback))
        if (callback.params[0]) this.#bind(variable, callback.params[0], held);
    } else if (CARRIES.has(key)) this.#push(call, asks ? { ...held, part, asked: true } : { ...held, part });
    if (key === 'reduce' || !(asks || CARRIES.has(key))) this.#look(held);
  }

  #read(key: string, held: Holding): void {
    if (!held.beyond) this.#reads.add(key);
  }

  /** `setRows(rows)`: whatever reads the state reads the rows. */
  #keep(setter: Node, held: Holding): void {
    if (!held.beyond) this.#state = true;
    const state = stateOf(setter, this.lookups.variablesOf);
    if (!state || this.#states.has(state.at)) return;
    if (!held.beyond) this.#states.set(state.at, state.value?.name ?? null);
    if (state.value && !held.beyond) this.#kept.push({ variable: state.value, held: { ...held, beyond: true } });
  }

  #argument(call: CallNode, held: Holding): void {
    const name = calleeName(call) ?? '';
    if (name === 'Response' || (name === 'json' && calleeRoot(call) === 'Response') || RESPONDS.test(name))
      this.#respond(held);
    else if (isSetter(name)) this.#keep(unwrap(call.callee), held);
    else if (PASSES.has(name)) this.#push(call, held);
    else {
      this.#read(`${name}()`, held);
      if (!BLIND.test(name)) this.#look(held);
    }
  }

  /** Rows visited one by one leave where the element itself, or a spread of it, is collected; fields of it are another matter. */
  #iterate(left: Node, held: Holding): void {
    this.#read('iterate', held);
    this.#look(held);
    if (left.type !== T.VariableDeclaration || left.declarations[0]?.id.type !== T.Identifier || held.path.length > 0)
      return;
    for (const variable of this.lookups.variablesOf(left.declarations[0])) {
      for (const { identifier } of variable.references) this.#collectElement(identifier, held);
    }
  }

  #collectElement(element: Node, held: Holding): void {
    let value = element;
    let parent = value.parent;
    if (parent?.type === T.SpreadElement && parent.parent.type === T.ObjectExpression) {
      value = parent.parent;
      parent = value.parent;
    }
    if (parent?.type !== T.CallExpression || calleeName(parent) !== 'push' || parent.arguments[0] !== value) return;
    const callee = unwrap(parent.callee);
    const list = callee.type === T.MemberExpression ? unwrap(callee.object) : null;
    if (list?.type === T.Identifier) this.#assign(list, { ...held, part: least(held.part, 'projected') });
  }

  /** What an array callback asks of each row. */
  #ask(callback: Node | undefined, method: string, held: Holding): void {
    if (!isFunction(callback)) return;
    const questions = returnedBy(callback);
    const [only] = callback.body.type === T.BlockStatement ? callback.body.body : [callback.body];
    const isSingle = only === questions[0] || only?.type === T.ReturnStatement;
    if (method === 'filter' && isSingle && questions[0] && !held.beyond && this.#predicates.length < 4)
      this.#predicates.push(this.lookups.testOf(questions[0]));
    // A list inside a row holds no rows of the entity; `items` are those of a page.
    if (held.field !== undefined && held.field !== 'items') return;
    for (const question of questions) {
      if (this.#tests.length >= MAX_TESTS) return;
      this.#tests.push({
        method,
        test: this.lookups.testOf(question),
        binder: callback.range[0],
        ...spanOf(question),
      });
    }
  }
}

/** Whether following the one says all that following the other would. */
function covers(one: Holding, other: Holding): boolean {
  const sameWay = one.field === other.field && one.path.join('.') === other.path.join('.');
  return sameWay && rank(one.part) >= rank(other.part);
}
