import type { ScopeManager, Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { isFunction, T, type CallNode, type FunctionNode, type Node } from './ast.js';
import { envPattern, envRead } from './env.js';
import type { EnvFact } from './facts.js';
import { comparesEmail } from './emails.js';
import { fieldValue } from './entered.js';

/** What one walk over the tree finds, in source order. Everything after it looks things up instead of walking again. */
export interface Collected {
  readonly program: TSESTree.Program;
  readonly functions: readonly FunctionNode[];
  readonly calls: readonly CallNode[];
  readonly branches: readonly (
    TSESTree.IfStatement | TSESTree.ConditionalExpression | TSESTree.LogicalExpression | TSESTree.SwitchCase
  )[];
  readonly assignments: readonly TSESTree.AssignmentExpression[];
  readonly strings: readonly (TSESTree.Literal | TSESTree.TemplateLiteral)[];
  readonly imports: readonly (TSESTree.ImportDeclaration | TSESTree.ImportExpression)[];
  readonly exports: readonly (
    TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration | TSESTree.ExportAllDeclaration
  )[];
  /** JSX attributes that hold HTML. */
  readonly htmlAttributes: readonly TSESTree.JSXAttribute[];
  /** JSX attributes whose value is a name or a member: it may be a function, or what a context gives. */
  readonly namedAttributes: readonly TSESTree.JSXAttribute[];
  /** What text fields show and edit. */
  readonly fieldValues: readonly Node[];
  /** Members and patterns that read the environment. */
  readonly env: readonly EnvFact[];
  readonly catches: readonly TSESTree.CatchClause[];
  /** Comparisons with a literal e-mail address. */
  readonly emailComparisons: readonly TSESTree.BinaryExpression[];
  /** Functions that hold JSX of their own. */
  readonly rendering: ReadonlySet<FunctionNode>;
  /** The variable that an identifier refers to; absent for globals. */
  readonly variableOf: ReadonlyMap<Node, Variable>;
  /** Variables and imports at the top of the file, by name. */
  readonly moduleVariables: ReadonlyMap<string, Variable>;
}

/** Type-only syntax: nothing in it runs. */
const SKIPPED =
  /^TS(?!AsExpression|NonNullExpression|SatisfiesExpression|TypeAssertion|InstantiationExpression|ExportAssignment|ParameterProperty)/;

/**
 * Walks the tree once with a stack of its own (deep nesting must not overflow the call stack) and sets `parent`,
 * which espree and oxc leave out.
 */
export function collect(program: TSESTree.Program, scopeManager: ScopeManager): Collected {
  const functions: FunctionNode[] = [];
  const calls: CallNode[] = [];
  const branches: Collected['branches'][number][] = [];
  const assignments: TSESTree.AssignmentExpression[] = [];
  const strings: Collected['strings'][number][] = [];
  const imports: Collected['imports'][number][] = [];
  const exports: Collected['exports'][number][] = [];
  const rendering = new Set<FunctionNode>();
  const htmlAttributes: TSESTree.JSXAttribute[] = [];
  const namedAttributes: TSESTree.JSXAttribute[] = [];
  const fieldValues: Node[] = [];
  const env: EnvFact[] = [];
  const catches: TSESTree.CatchClause[] = [];
  const emailComparisons: TSESTree.BinaryExpression[] = [];

  const stack: Node[] = [program];
  for (let node = stack.pop(); node; node = stack.pop()) {
    switch (node.type) {
      case T.FunctionDeclaration:
      case T.FunctionExpression:
      case T.ArrowFunctionExpression:
        functions.push(node);
        break;
      case T.CallExpression:
      case T.NewExpression:
        calls.push(node);
        break;
      case T.IfStatement:
      case T.ConditionalExpression:
      case T.LogicalExpression:
      case T.SwitchCase:
        branches.push(node);
        break;
      case T.AssignmentExpression:
        assignments.push(node);
        break;
      case T.Literal:
        if (typeof node.value === 'string') strings.push(node);
        break;
      case T.TemplateLiteral:
        strings.push(node);
        break;
      case T.ImportDeclaration:
        if (hasSource(node)) imports.push(node);
        break;
      case T.ImportExpression:
        imports.push(node);
        break;
      case T.ExportAllDeclaration:
        if (hasSource(node)) exports.push(node);
        break;
      case T.ExportNamedDeclaration:
        if (!node.source || hasSource(node)) exports.push(node);
        break;
      case T.ExportDefaultDeclaration:
        exports.push(node);
        break;
      case T.MemberExpression: {
        const read = envRead(node);
        if (read) env.push(read);
        break;
      }
      case T.VariableDeclarator:
        env.push(...envPattern(node));
        break;
      case T.BinaryExpression:
        if (comparesEmail(node)) emailComparisons.push(node);
        break;
      case T.CatchClause:
        catches.push(node);
        break;
      case T.JSXAttribute: {
        if (node.name.name === 'dangerouslySetInnerHTML' || node.name.name === 'srcDoc') htmlAttributes.push(node);
        if (node.value?.type === T.JSXExpressionContainer && isOfInterest(node)) namedAttributes.push(node);
        const edited = fieldValue(node);
        if (edited) fieldValues.push(edited);
        break;
      }
      case T.JSXElement:
      case T.JSXFragment: {
        const owner = functionAround(node);
        if (owner) rendering.add(owner);
        break;
      }
    }
    pushChildren(node, stack);
  }
  return {
    program,
    functions,
    calls,
    branches,
    assignments,
    strings,
    imports,
    exports,
    rendering,
    htmlAttributes,
    namedAttributes,
    fieldValues,
    env,
    catches,
    emailComparisons,
    variableOf: variables(scopeManager),
    moduleVariables: moduleVariables(scopeManager),
  };
}

/** `onClick={…}`, and `value={…}` of a provider. */
function isOfInterest({ name, parent }: TSESTree.JSXAttribute): boolean {
  if (name.type !== T.JSXIdentifier) return false;
  if (name.name === 'value') return parent.name.type === T.JSXMemberExpression;
  return /^on[A-Z]/.test(name.name);
}

/** In half-typed code anything may stand where the module's name belongs. */
function hasSource({ source }: { readonly source: Node | null }): boolean {
  return source?.type === T.Literal && typeof source.value === 'string';
}

function pushChildren(node: Node, stack: Node[]): void {
  const keys = visitorKeys[node.type] ?? [];
  const record = node as unknown as Record<string, unknown>;
  for (let i = keys.length - 1; i >= 0; i--) {
    const child = record[keys[i] as string];
    if (Array.isArray(child)) {
      for (let j = child.length - 1; j >= 0; j--) pushChild(child[j], node, stack);
    } else {
      pushChild(child, node, stack);
    }
  }
}

function pushChild(child: unknown, parent: Node, stack: Node[]): void {
  if (typeof child !== 'object' || child === null) return;
  const node = child as Node;
  if (typeof node.type !== 'string' || SKIPPED.test(node.type)) return;
  if (node.parent !== parent) (node as { parent?: Node }).parent = parent;
  stack.push(node);
}

function variables(scopeManager: ScopeManager): Map<Node, Variable> {
  const found = new Map<Node, Variable>();
  for (const scope of scopeManager.scopes) {
    for (const reference of scope.references) {
      const { resolved } = reference;
      // Hosts may declare globals without a definition; for us they stay globals.
      if (resolved && resolved.defs.length > 0) found.set(reference.identifier, resolved);
    }
  }
  return found;
}

function moduleVariables({ scopes }: ScopeManager): Map<string, Variable> {
  const module = scopes.find(({ type }) => type === 'module') ?? scopes[0];
  return new Map((module?.variables ?? []).filter(({ defs }) => defs.length > 0).map((one) => [one.name, one]));
}

/** Innermost function around a node, or null at module level. */
export function functionAround(node: Node): FunctionNode | null {
  for (let parent = node.parent; parent; parent = parent.parent) if (isFunction(parent)) return parent;
  return null;
}
