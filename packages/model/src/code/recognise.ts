import type { ScopeManager } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import {
  calleeName,
  isFunction,
  spanOf,
  T,
  unwrap,
  keyOf,
  type CallNode,
  type FunctionNode,
  type Node,
} from './ast.js';
import type { Span } from '../app/types.js';
import { catchOf } from './catches.js';
import { failureOf } from './caught.js';
import { armsAround } from './arms.js';
import { conditionsAround } from './conditions.js';
import { collect, functionAround, type Collected } from './collect.js';
import { envCall } from './env.js';
import type {
  CallFact,
  EnvFact,
  ExportFact,
  FileFacts,
  FunctionFact,
  FunctionUseFact,
  GuardFact,
  ImportFact,
  MembershipFact,
  SinkFact,
  StringFact,
  Term,
  WayFact,
  WriteFact,
} from './facts.js';
import { guardsOf, testOf } from './guards.js';
import { handedOf, isIndirect, providedOf } from './indirect.js';
import { loopsAround, recoveryAround } from './loops.js';
import { emailComparison, membershipOf } from './memberships.js';
import { parseFile, ParseFailure } from './parse.js';
import { isOwn, isRecorded } from './relevance.js';
import { resultOf } from './results.js';
import { returnedBy } from './returns.js';
import { assignmentSink, attributeSink, callSink } from './sinks.js';
import { stringFact } from './strings.js';
import { Terms } from './terms.js';
import { isUnused } from './unused.js';
import { eachCallOf, isEachMethod, isInPlace, nameOf, runsInPlace, usesOf } from './uses.js';

export interface RecogniseInput {
  /** ESTree `Program` of espree, typescript-estree or oxc (with `range`). */
  readonly ast: unknown;
  /** Scope manager of eslint-scope or @typescript-eslint/scope-manager for the same tree. */
  readonly scopeManager: unknown;
  readonly file: string;
  readonly problems?: readonly string[];
}

/** Parses and recognises one file. Throws `ParseFailure` where no parser takes it, or where it is nested too deeply. */
export function recogniseText(text: string, file: string): FileFacts {
  try {
    return recognise({ ...parseFile(text, file), file });
  } catch (error) {
    // Thousands of nested expressions exhaust the stack of parsers and scope analysis; people do not write such code.
    throw error instanceof RangeError ? new ParseFailure('the code is nested too deeply') : error;
  }
}

/** The facts of one file, from its tree and scopes. Pure apart from setting `parent` on the nodes. */
export function recognise(input: RecogniseInput): FileFacts {
  const scopeManager = input.scopeManager as ScopeManager;
  const collected = collect(input.ast as TSESTree.Program, scopeManager);
  const variablesOf = (declaration: Node) =>
    declaration.type === T.Identifier
      ? [collected.variableOf.get(declaration)].filter((variable) => variable !== undefined)
      : scopeManager.getDeclaredVariables(declaration);

  const terms = new Terms(collected, eachCallOf);
  const uses = new Map<FunctionNode, FunctionUseFact[]>();
  for (const fn of collected.functions) uses.set(fn, usesOf(fn, collected, variablesOf));
  const inPlace = (fn: FunctionNode) => isInPlace(fn, uses.get(fn) ?? []);
  const handed = new Set(
    collected.functions
      .filter((fn) => !inPlace(fn))
      .flatMap((fn) => (uses.get(fn) ?? []).filter(runsInPlace).map(({ start, end }) => `${start}-${end}`)),
  );
  const useOf = (fn: FunctionNode) => uses.get(fn)?.[0]?.kind ?? null;

  const guards = guardsOf(collected, terms);
  const guardsAt = guardFinder(guards);
  const calls: CallFact[] = [];
  const indirect: CallNode[] = [];
  for (const call of collected.calls) {
    const callee = terms.of(call.callee);
    // `ids.map(remove)` calls `remove`, whatever `ids` is.
    if (
      !isRecorded(callee, call.type === T.NewExpression) &&
      !handed.has(call.range.join('-')) &&
      !handsOnImport(call, terms) &&
      !runsWrapped(call, callee, terms)
    ) {
      if (call.type === T.CallExpression && isIndirect(callee)) indirect.push(call);
      continue;
    }
    calls.push({
      ...wayOf(call, callee, terms, inPlace),
      name: nameSpan(call),
      argSpans: call.arguments.map(spanOf),
      isNew: call.type === T.NewExpression,
      guards: guardsAt(call),
      result: resultOf(call, { variablesOf, useOf, testOf: (node) => testOf(node, terms) }),
      ...spanOf(call),
    });
  }

  return {
    format: 1,
    file: input.file,
    imports: importsOf(collected),
    exports: exportsOf(collected, terms),
    functions: functionsOf(collected, terms, uses, variablesOf),
    calls,
    guards,
    strings: collected.strings.map(stringFact).filter((fact): fact is StringFact => fact !== null),
    writes: writesOf(collected, terms),
    sinks: sinksOf(collected, terms),
    env: envOf(collected),
    memberships: membershipsOf(collected, terms),
    catches: collected.catches.map((clause) => catchOf(clause, terms)),
    indirect: indirect.map((call) => wayOf(call, terms.of(call.callee), terms, inPlace)),
    handed: handedOf(collected, terms),
    provided: providedOf(collected, terms),
    problems: input.problems ?? [],
  };
}

function wayOf(call: CallNode, callee: Term, terms: Terms, inPlace: (fn: FunctionNode) => boolean): WayFact {
  return {
    callee,
    args: call.arguments.map((argument) => terms.argument(argument)),
    fn: terms.functionId(functionAround(call)),
    loops: loopsAround(call, terms, inPlace),
    ...conditionsOf(call, terms, inPlace),
    ...armsOf(call, inPlace),
    recovery: recoveryAround(call, inPlace),
    ...failureOf(call, inPlace),
    ...spanOf(call),
  };
}

function armsOf(call: CallNode, inPlace: (fn: FunctionNode) => boolean): Pick<CallFact, 'arms'> {
  const arms = armsAround(call, inPlace);
  return arms.length > 0 ? { arms } : {};
}

function conditionsOf(
  call: CallNode,
  terms: Terms,
  inPlace: (fn: FunctionNode) => boolean,
): Pick<CallFact, 'conditions'> {
  const conditions = conditionsAround(call, terms, inPlace);
  return conditions.length > 0 ? { conditions } : {};
}

/** `handler(req)` inside the function that a wrapper makes of its parameter `handler`. */
function runsWrapped(call: CallNode, callee: Term, terms: Terms): boolean {
  return (
    call.type === T.CallExpression &&
    callee.t === 'param' &&
    call.arguments.length > 0 &&
    callee.fn !== terms.functionId(functionAround(call))
  );
}

/** `ids.map(remove)` with a function of another file of the app. */
function handsOnImport(call: CallNode, terms: Terms): boolean {
  const [first] = call.arguments;
  if (first?.type !== T.Identifier || !isEachMethod(calleeName(call) ?? '')) return false;
  const term = terms.of(first);
  return term.t === 'import' && isOwn(term.from);
}

/**
 * Finds the indexes of the guards that hold where a call runs. Files have up to thousands of both and every pair is
 * compared, so the bounds lie side by side in memory.
 */
function guardFinder(guards: readonly GuardFact[]): (call: CallNode) => number[] {
  const starts = Int32Array.from(guards, ({ covers }) => covers.start);
  const ends = Int32Array.from(guards, ({ covers }) => covers.end);
  return ({ range: [start, end] }) => {
    const indexes: number[] = [];
    for (let index = 0; index < starts.length; index++) {
      if (starts[index]! <= start && end <= ends[index]!) indexes.push(index);
    }
    return indexes;
  };
}

function nameSpan(call: CallNode): { start: number; end: number } {
  const callee = unwrap(call.callee);
  return spanOf(callee.type === T.MemberExpression ? callee.property : callee);
}

function functionsOf(
  collected: Collected,
  terms: Terms,
  uses: ReadonlyMap<FunctionNode, FunctionUseFact[]>,
  variablesOf: Parameters<typeof isUnused>[1],
): FunctionFact[] {
  const returns = returnsOf(collected, terms);
  const module: FunctionFact = {
    name: null,
    parent: 0,
    params: [],
    uses: [],
    inPlace: false,
    component: false,
    async: true,
    returns: [],
    ...spanOf(collected.program),
  };
  return [
    module,
    ...collected.functions.map((fn): FunctionFact => {
      const name = nameOf(fn);
      const used = uses.get(fn) ?? [];
      return {
        name,
        parent: terms.functionId(functionAround(fn)),
        params: fn.params.map(paramName),
        ...defaultsOf(fn, terms),
        uses: used,
        inPlace: isInPlace(fn, used),
        component: /^[A-Z]/.test(name ?? '') && collected.rendering.has(fn),
        async: fn.async,
        ...(isUnused(fn, variablesOf) ? { unused: true as const } : {}),
        returns: returns.get(fn) ?? [],
        ...spanOf(fn),
      };
    }),
  ];
}

function paramName(param: TSESTree.Parameter): string | null {
  const target =
    param.type === T.AssignmentPattern ? param.left : param.type === T.TSParameterProperty ? param.parameter : param;
  return target.type === T.Identifier ? target.name : null;
}

function defaultsOf(fn: FunctionNode, terms: Terms): Pick<FunctionFact, 'defaults'> {
  const defaults = fn.params.map((param) => (param.type === T.AssignmentPattern ? terms.of(param.right) : null));
  return defaults.some((value) => value !== null) ? { defaults } : {};
}

function returnsOf(collected: Collected, terms: Terms): Map<FunctionNode, Term[]> {
  return new Map(collected.functions.map((fn) => [fn, returnedBy(fn).map((node) => terms.of(node))]));
}

function importsOf(collected: Collected): ImportFact[] {
  const imports: ImportFact[] = [];
  for (const node of collected.imports) {
    if (node.type === T.ImportExpression) {
      const source = unwrap(node.source);
      if (source.type === T.Literal && typeof source.value === 'string')
        imports.push({ from: source.value, name: '*', local: '', dynamic: true, ...spanOf(node) });
      continue;
    }
    const from = node.source.value;
    const typeOnly = node.importKind === 'type' ? { typeOnly: true as const } : {};
    if (node.specifiers.length === 0) imports.push({ from, name: '', local: '', ...typeOnly, ...spanOf(node) });
    for (const specifier of node.specifiers) {
      const name =
        specifier.type === T.ImportDefaultSpecifier
          ? 'default'
          : specifier.type === T.ImportNamespaceSpecifier
            ? '*'
            : specifier.imported.type === T.Identifier
              ? specifier.imported.name
              : specifier.imported.value;
      imports.push({ from, name, local: specifier.local.name, ...typeOnly, ...spanOf(node) });
    }
  }
  for (const call of collected.calls) {
    const source = call.arguments[0];
    if (calleeName(call) === 'require' && source?.type === T.Literal && typeof source.value === 'string') {
      imports.push({ from: source.value, name: '*', local: '', dynamic: true, ...spanOf(call) });
    }
  }
  return imports;
}

function exportsOf(collected: Collected, terms: Terms): ExportFact[] {
  const exports: ExportFact[] = [];
  for (const node of collected.exports) {
    if (node.type === T.ExportAllDeclaration) {
      exports.push({
        name: node.exported ? moduleName(node.exported) : '*',
        value: { t: 'import', from: node.source.value, name: '*' },
        ...spanOf(node),
      });
    } else if (node.type === T.ExportDefaultDeclaration) {
      exports.push({ name: 'default', value: terms.of(node.declaration), ...spanOf(node) });
    } else {
      for (const specifier of node.specifiers) {
        const value: Term = node.source
          ? { t: 'import', from: node.source.value, name: moduleName(specifier.local) }
          : terms.of(specifier.local);
        exports.push({ name: moduleName(specifier.exported), value, ...spanOf(specifier) });
      }
      exports.push(...declaredExports(node.declaration, terms));
    }
  }
  return exports;
}

function moduleName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === T.Identifier ? node.name : node.value;
}

function declaredExports(declaration: TSESTree.ExportNamedDeclaration['declaration'], terms: Terms): ExportFact[] {
  if (declaration?.type === T.VariableDeclaration) {
    return declaration.declarations.flatMap((declarator) => {
      if (declarator.id.type === T.Identifier)
        return [{ name: declarator.id.name, value: terms.declared(declarator.id), ...spanOf(declarator) }];
      if (declarator.id.type !== T.ObjectPattern) return [];
      return declarator.id.properties.flatMap((property) =>
        property.type === T.Property && property.value.type === T.Identifier
          ? [{ name: property.value.name, value: terms.declared(property.value), ...spanOf(property) }]
          : [],
      );
    });
  }
  if ((isFunction(declaration) || declaration?.type === T.ClassDeclaration) && declaration.id) {
    return [{ name: declaration.id.name, value: terms.of(declaration), ...spanOf(declaration) }];
  }
  return [];
}

function sinksOf(collected: Collected, terms: Terms): SinkFact[] {
  return [
    ...collected.htmlAttributes.flatMap((attribute) => attributeSink(attribute, terms, collected) ?? []),
    ...collected.assignments.flatMap((assignment) => assignmentSink(assignment, terms) ?? []),
    ...collected.calls.flatMap((call) => callSink(call, terms) ?? []),
  ].sort(byStart);
}

function membershipsOf(collected: Collected, terms: Terms): MembershipFact[] {
  return [
    ...collected.calls.flatMap((call) => membershipOf(call, terms) ?? []),
    ...collected.emailComparisons.flatMap((node) => emailComparison(node, terms) ?? []),
  ].sort(byStart);
}

function envOf(collected: Collected): EnvFact[] {
  return [...collected.env, ...collected.calls.flatMap((call) => envCall(call) ?? [])].sort(byStart);
}

function byStart(a: Span, b: Span): number {
  return a.start - b.start;
}

function writesOf(collected: Collected, terms: Terms): WriteFact[] {
  const writes: WriteFact[] = [];
  for (const node of collected.assignments) {
    const target = node.left;
    if (target.type !== T.MemberExpression) continue;
    const key = keyOf(target);
    if (key === 'entities' || key === 'asServiceRole')
      writes.push({ target: terms.of(target.object), key, value: terms.of(node.right), ...spanOf(node) });
  }
  return writes;
}
