import type { Definition, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { calleeName, isFunction, keyOf, T, unwrap, type CallNode, type FunctionNode, type Node } from './ast.js';
import type { Collected } from './collect.js';
import type { Term } from './facts.js';
import { contains, patternPath } from './patterns.js';
import { any, children, EMPTY, follow, get, isNothing, literal, MAX_KEYS, UNDEFINED, UNKNOWN } from './term.js';
import { returnedBy } from './returns.js';

/** Hooks and helpers that hand back the function they are given. */
export const TRANSPARENT = new Set([
  'useCallback',
  'useEvent',
  'useEffectEvent',
  'debounce',
  'throttle',
  'memo',
  'forwardRef',
  'useDebouncedCallback',
]);

/** Terms larger than this are cut to `?`; they come from tables and prompts, never from queries or clients. */
const MAX_SIZE = 240;

/** Builds terms, following variables to their values. One per file; results are shared, so terms form a DAG. */
export class Terms {
  readonly #memo = new Map<Node, Term>();
  readonly #variables = new Map<Variable, Term>();
  readonly #size = new WeakMap<Term, number>();
  readonly #busy = new Set<object>();
  readonly #functionIds: ReadonlyMap<FunctionNode, number>;

  constructor(
    private readonly collected: Collected,
    /** Callback of an array method → the call, set by the loop classification. */
    private readonly eachCall: (fn: FunctionNode) => TSESTree.CallExpression | null,
  ) {
    this.#functionIds = new Map(collected.functions.map((fn, index) => [fn, index + 1]));
  }

  /** The variable that an identifier in an expression refers to. */
  variableAt(identifier: Node): Variable | undefined {
    return this.collected.variableOf.get(identifier);
  }

  /** The value of the variable that an identifier declares. */
  declared(identifier: TSESTree.Identifier): Term {
    const variable = this.collected.variableOf.get(identifier);
    return variable ? this.variable(variable) : UNKNOWN;
  }

  /** The value of a variable or import of the module by its name, for names in JSX, which not every host resolves. */
  named(name: string): Term {
    const variable = this.collected.moduleVariables.get(name);
    return variable ? this.variable(variable) : UNKNOWN;
  }

  functionId(fn: FunctionNode | null): number {
    return fn ? (this.#functionIds.get(fn) ?? 0) : 0;
  }

  of(node: Node): Term {
    const known = this.#memo.get(node);
    if (known) return known;
    if (this.#busy.has(node)) return UNKNOWN;
    this.#busy.add(node);
    const term = this.#bounded(this.#build(unwrap(node)));
    this.#busy.delete(node);
    this.#memo.set(node, term);
    return term;
  }

  #build(node: Node): Term {
    switch (node.type) {
      case T.Literal:
        return literal(node.value);
      case T.TemplateLiteral:
        return this.#template(node);
      case T.Identifier:
        return this.#identifier(node);
      case T.MemberExpression:
        return this.#member(node);
      case T.CallExpression:
      case T.NewExpression:
        return this.#call(node);
      case T.ObjectExpression:
        return this.object(node);
      case T.ArrayExpression:
        return { t: 'array', items: node.elements.map((item) => (item ? this.#element(item) : UNDEFINED)) };
      case T.ArrowFunctionExpression:
      case T.FunctionExpression:
      case T.FunctionDeclaration:
        return { t: 'function', fn: this.functionId(node) };
      case T.ConditionalExpression:
        return any([this.of(node.consequent), this.of(node.alternate)]);
      case T.LogicalExpression:
        // `a && b` hands back `b`, or something falsy that holds no data.
        return node.operator === '&&' ? this.of(node.right) : any([this.of(node.left), this.of(node.right)]);
      case T.AssignmentExpression:
        return this.of(node.right);
      case T.SequenceExpression:
        return this.of(node.expressions.at(-1) as Node);
      case T.BinaryExpression:
        return node.operator === '+'
          ? { t: 'template', parts: [this.of(node.left), this.of(node.right)] }
          : { t: 'mix', of: [this.of(node.left), this.of(node.right)] };
      case T.UnaryExpression:
        return node.operator === 'void' ? UNDEFINED : (negative(node) ?? { t: 'mix', of: [this.of(node.argument)] });
      case T.ClassExpression:
      case T.ClassDeclaration:
        return { t: 'class', name: node.id?.name ?? '' };
      case T.ThisExpression:
        return { t: 'global', name: 'this' };
      case T.ImportExpression:
        return node.source.type === T.Literal && typeof node.source.value === 'string'
          ? { t: 'import', from: node.source.value, name: '*' }
          : UNKNOWN;
      case T.MetaProperty:
        return { t: 'global', name: 'import.meta' };
      default:
        return UNKNOWN;
    }
  }

  #element(item: TSESTree.Expression | TSESTree.SpreadElement): Term {
    return item.type === T.SpreadElement
      ? { t: 'item', of: this.of(item.argument), binder: item.range[0] }
      : this.of(item);
  }

  #template(node: TSESTree.TemplateLiteral): Term {
    const parts: Term[] = [];
    node.quasis.forEach((quasi, index) => {
      if (quasi.value.cooked) parts.push(literal(quasi.value.cooked));
      const expression = node.expressions[index];
      if (expression) parts.push(this.of(expression));
    });
    return parts.length === 1 && parts[0]?.t === 'literal' ? parts[0] : { t: 'template', parts };
  }

  #member(node: TSESTree.MemberExpression): Term {
    const object = this.of(node.object);
    const key = keyOf(node);
    if (key !== null) return get(object, key);
    const computed = this.of(node.property);
    return computed.t === 'literal' ? get(object, String(computed.value)) : { t: 'at', of: object, key: computed };
  }

  #call(node: CallNode): Term {
    const name = calleeName(node);
    const first = node.arguments[0];
    if (first && name && TRANSPARENT.has(name)) return this.of(first);
    if (name === 'useMemo' && isFunction(first)) return any(returnedBy(first).map((node) => this.of(node)));
    // `import('…').then((m) => m.createClient())` is what the callback gives back.
    if (name === 'then' && first?.type === T.ArrowFunctionExpression && first.body.type !== T.BlockStatement)
      return this.of(first.body);
    if (name === 'require' && first?.type === T.Literal && typeof first.value === 'string')
      return { t: 'import', from: first.value, name: '*' };
    return {
      t: 'call',
      callee: this.of(node.callee),
      args: node.arguments.map((argument) => this.argument(argument)),
      at: node.range[0],
      ...(node.type === T.NewExpression ? { isNew: true as const } : {}),
    };
  }

  argument(node: TSESTree.CallExpressionArgument): Term {
    return node.type === T.SpreadElement ? UNKNOWN : this.of(node);
  }

  object(node: TSESTree.ObjectExpression): Term {
    const props: [string, Term, number][] = [];
    const spreads: Term[] = [];
    for (const property of node.properties) {
      if (property.type === T.SpreadElement) {
        spreads.push(this.#spread(unwrap(property.argument)));
      } else {
        const key = keyOf(property) ?? this.#computedKey(property);
        if (key === null) spreads.push(UNKNOWN);
        else if (props.length < MAX_KEYS) props.push([key, this.of(property.value), property.range[0]]);
      }
    }
    return { t: 'object', props, spreads };
  }

  /** `...(id && { id })` adds its keys or none. */
  #spread(node: Node): Term {
    return node.type === T.LogicalExpression && node.operator === '&&'
      ? any([this.of(node.right), EMPTY])
      : this.of(node);
  }

  #computedKey(property: TSESTree.Property): string | null {
    const key = this.of(property.key);
    return property.computed && key.t === 'literal' ? String(key.value) : null;
  }

  #identifier(node: TSESTree.Identifier): Term {
    if (node.name === 'undefined') return UNDEFINED;
    const variable = this.collected.variableOf.get(node);
    return variable ? this.variable(variable) : { t: 'global', name: node.name };
  }

  variable(variable: Variable): Term {
    const known = this.#variables.get(variable);
    if (known) return known;
    if (this.#busy.has(variable)) return UNKNOWN;
    this.#busy.add(variable);
    const term = this.#bounded(this.#variable(variable));
    this.#busy.delete(variable);
    this.#variables.set(variable, term);
    return term;
  }

  #variable(variable: Variable): Term {
    const values = variable.defs.map((definition) => this.#definition(definition, variable));
    for (const reference of variable.references) {
      if (!reference.isWrite() || reference.init) continue;
      const node = reference.identifier.parent;
      const assigned =
        node?.type === T.AssignmentExpression && node.operator === '=' && node.left === reference.identifier;
      values.push(assigned ? this.of(node.right) : UNKNOWN);
    }
    // A declaration without value says nothing once something is assigned.
    const set = values.length > 1 ? values.filter((value) => !isNothing(value)) : values;
    return any(set.length > 0 ? set : values);
  }

  #definition(definition: Definition, variable: Variable): Term {
    const node: Node = definition.node;
    switch (node.type) {
      case T.ImportSpecifier:
        return {
          t: 'import',
          from: sourceOf(definition.parent),
          name: node.imported.type === T.Identifier ? node.imported.name : node.imported.value,
        };
      case T.ImportDefaultSpecifier:
        return { t: 'import', from: sourceOf(definition.parent), name: 'default' };
      case T.ImportNamespaceSpecifier:
        return { t: 'import', from: sourceOf(definition.parent), name: '*' };
      case T.VariableDeclarator:
        return this.#declarator(node, variable, definition.name);
      case T.ClassDeclaration:
      case T.ClassExpression:
        return { t: 'class', name: node.id?.name ?? '' };
      default:
        if (!isFunction(node)) return UNKNOWN;
        return definition.name === node.id
          ? { t: 'function', fn: this.functionId(node) }
          : this.#parameter(node, definition.name);
    }
  }

  #declarator(node: TSESTree.VariableDeclarator, variable: Variable, name: Node): Term {
    const loop = node.parent.parent;
    const path = patternPath(name, node.id);
    if (path === null) return UNKNOWN;
    if ((loop?.type === T.ForOfStatement || loop?.type === T.ForInStatement) && loop.left === node.parent) {
      return follow({ t: 'item', of: this.of(loop.right), binder: loop.range[0] }, path);
    }
    if (!node.init) return UNDEFINED;
    const init = unwrap(node.init);
    if (path.length === 0 && init.type === T.ObjectExpression) return this.#grown(init, variable);
    if (
      path.length === 0 &&
      init.type === T.ArrayExpression &&
      variable.references.some(({ identifier }) => isPushedTo(identifier))
    ) {
      const list = this.of(init);
      return list.t === 'array' ? { t: 'array', items: [...list.items, UNKNOWN] } : UNKNOWN;
    }
    return follow(this.of(node.init), path);
  }

  /** An object that later statements add keys to: sure keys join it, conditional ones become an optional spread. */
  #grown(init: TSESTree.ObjectExpression, variable: Variable): Term {
    const term = this.object(init) as Extract<Term, { t: 'object' }>;
    const props = [...term.props];
    const spreads = [...term.spreads];
    for (const { identifier } of variable.references) {
      const member = identifier.parent;
      if (member?.type !== T.MemberExpression || member.object !== identifier) {
        if (assignedInto(identifier)) spreads.push(UNKNOWN);
        continue;
      }
      const write = member.parent;
      if (write?.type !== T.AssignmentExpression || write.left !== member) continue;
      const key = keyOf(member);
      if (key === null) spreads.push(UNKNOWN);
      else if (write.parent.parent === init.parent?.parent?.parent)
        props.push([key, this.of(write.right), member.property.range[0]]);
      else
        spreads.push(
          any([{ t: 'object', props: [[key, this.of(write.right), member.property.range[0]]], spreads: [] }, EMPTY]),
        );
    }
    return { t: 'object', props, spreads };
  }

  #parameter(fn: FunctionNode, name: Node): Term {
    const index = fn.params.findIndex((param) => contains(param, name));
    if (index < 0) return UNKNOWN;
    let pattern: Node = fn.params[index] as Node;
    if (pattern.type === T.TSParameterProperty) pattern = pattern.parameter;
    if (pattern.type === T.RestElement) return UNKNOWN;
    const path = patternPath(name, pattern);
    if (path === null) return UNKNOWN;
    const each = this.eachCall(fn);
    if (each) {
      const method = calleeName(each);
      const elementIndex = method === 'reduce' || method === 'reduceRight' ? 1 : 0;
      if (index !== elementIndex) return UNKNOWN;
      const callee = unwrap(each.callee) as TSESTree.MemberExpression;
      const source = method === 'from' ? each.arguments[0] : callee.object;
      return source ? follow({ t: 'item', of: this.of(source), binder: fn.range[0] }, path) : UNKNOWN;
    }
    if (index === 0) {
      const promise = thenSource(fn);
      if (promise) return follow(this.of(promise), path);
    }
    return follow({ t: 'param', fn: this.functionId(fn), index }, path);
  }

  #bounded(term: Term): Term {
    const size = this.#sizeOf(term);
    if (size <= MAX_SIZE) return term;
    if (term.t !== 'object') return UNKNOWN;
    // Keys matter even where values are large (a prompt beside a tenant key).
    return {
      t: 'object',
      props: term.props.map(([key, value, at]) => [key, this.#sizeOf(value) > 20 ? UNKNOWN : value, at]),
      spreads: term.spreads.map(() => UNKNOWN),
    };
  }

  #sizeOf(term: Term): number {
    const known = this.#size.get(term);
    if (known !== undefined) return known;
    let size = 1;
    for (const child of children(term)) size += this.#sizeOf(child);
    this.#size.set(term, size);
    return size;
  }
}

function negative(node: TSESTree.UnaryExpression): Term | null {
  return node.operator === '-' && node.argument.type === T.Literal && typeof node.argument.value === 'number'
    ? literal(-node.argument.value)
    : null;
}

function sourceOf(declaration: Node | null | undefined): string {
  return declaration?.type === T.ImportDeclaration ? String(declaration.source.value) : '';
}

/** `Object.assign(target, …)` with the identifier as target. */
function assignedInto(identifier: Node): boolean {
  const call = identifier.parent;
  return call?.type === T.CallExpression && call.arguments[0] === identifier && calleeName(call) === 'assign';
}

/** `list.push(…)` and the like: the array holds more than its literal shows. */
function isPushedTo(identifier: Node): boolean {
  const member = identifier.parent;
  if (member?.type !== T.MemberExpression || member.object !== identifier) return false;
  return member.computed || /^(?:push|unshift|splice)$/.test(keyOf(member) ?? '');
}

/** The promise whose value a `.then(fn)` callback receives. */
function thenSource(fn: FunctionNode): Node | null {
  const call = fn.parent;
  if (call?.type !== T.CallExpression || call.arguments[0] !== fn) return null;
  const callee = unwrap(call.callee);
  return callee.type === T.MemberExpression && keyOf(callee) === 'then' ? callee.object : null;
}
