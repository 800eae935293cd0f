import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
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
import type { Collected } from './collect.js';
import type { FunctionUse, FunctionUseFact } from './facts.js';
import { handlerAt } from './handlers.js';
import { TRANSPARENT } from './terms.js';
import { runsOnTyping } from './typing.js';

const EACH = new Set([
  'map',
  'forEach',
  'flatMap',
  'filter',
  'some',
  'every',
  'find',
  'findIndex',
  'findLast',
  'reduce',
  'reduceRight',
  'sort',
  'from',
  'mapSeries',
  'eachSeries',
]);
const EFFECTS = new Set(['useEffect', 'useLayoutEffect', 'useInsertionEffect', 'useFocusEffect', 'useAsyncEffect']);
const INLINE = new Set([
  'then',
  'catch',
  'finally',
  'useMemo',
  'startTransition',
  'batch',
  'flushSync',
  'act',
  'Promise',
  'queueMicrotask',
]);
/** Keeps the function for later: what surrounds the registration does not surround the run. */
const DEFERRED = new Set([
  'push',
  'unshift',
  'add',
  'set',
  'register',
  'defer',
  'useRef',
  'useState',
  'useImperativeHandle',
  'schedule',
]);
const LISTENERS = new Set([
  'addEventListener',
  'on',
  'once',
  'addListener',
  'subscribe',
  'onSnapshot',
  'handleSubmit',
  'subscribeToConversation',
]);
const QUERIES = new Set([
  'useQuery',
  'useSuspenseQuery',
  'useInfiniteQuery',
  'fetchQuery',
  'prefetchQuery',
  'ensureQueryData',
  'useQueries',
  'queryOptions',
  'useSWR',
]);
/** Runs in place although it is a property: handed to a call that runs it at once. */
const IN_PLACE: ReadonlySet<FunctionUse> = new Set(['each', 'inline', 'callback']);

/** Array methods that call a function with each element. */
export const isEachMethod = (name: string): boolean => EACH.has(name);

/** The call of an array method that a function literal is the callback of. */
export function eachCallOf(fn: FunctionNode): TSESTree.CallExpression | null {
  const argument = argumentOf(fn);
  if (argument?.call.type !== T.CallExpression) return null;
  const callee = unwrap(argument.call.callee);
  if (callee.type !== T.MemberExpression) return null;
  const name = keyOf(callee);
  if (name === 'from') return argument.index === 1 ? argument.call : null;
  return argument.index === 0 && name !== null && EACH.has(name) ? argument.call : null;
}

/** Whether a function literal runs where it stands. One that is handed on by name runs where the name is handed on. */
export function isInPlace(fn: FunctionNode, uses: readonly FunctionUseFact[]): boolean {
  const [use] = uses;
  return (
    use !== undefined && uses.length === 1 && runsInPlace(use) && use.start <= fn.range[0] && fn.range[1] <= use.end
  );
}

/** Whether a use runs the function at once, as a call of it would. */
export function runsInPlace({ kind }: FunctionUseFact): boolean {
  return IN_PLACE.has(kind);
}

/** All uses of a function as a value, through wrappers such as `useCallback` and through the variables that hold it. */
export function usesOf(fn: FunctionNode, collected: Collected, variablesOf: VariablesOf): FunctionUseFact[] {
  const search: Search = { collected, variablesOf, seen: new Set() };
  if (fn.type === T.FunctionDeclaration) {
    const uses = fn.parent.type === T.ExportDefaultDeclaration ? [use('serve', fn.parent)] : [];
    // The declared variables of a function are its name and its parameters.
    const named = variablesOf(fn).filter(({ identifiers }) => fn.id !== null && identifiers.includes(fn.id));
    return [...uses, ...referenceUses(named, search)];
  }
  return valueUses(fn, search);
}

type VariablesOf = (declaration: Node) => readonly Variable[];

interface Search {
  readonly collected: Collected;
  readonly variablesOf: VariablesOf;
  /** Variables already followed: a function may be assigned to itself. */
  readonly seen: Set<Variable>;
}

function valueUses(node: Node, search: Search): FunctionUseFact[] {
  let value = node;
  let parent = value.parent;
  while (parent && isWrapper(parent)) {
    value = parent;
    parent = parent.parent;
  }
  switch (parent?.type) {
    case T.VariableDeclarator:
      return parent.init === value && parent.id.type === T.Identifier
        ? referenceUses(search.variablesOf(parent), search)
        : [];
    case T.AssignmentExpression: {
      const target = parent.left;
      if (target.type === T.Identifier) {
        const variable = search.collected.variableOf.get(target);
        return variable ? referenceUses([variable], search) : [];
      }
      return target.type === T.MemberExpression && /^on[a-z]/i.test(keyOf(target) ?? '') ? [handler(parent)] : [];
    }
    case T.CallExpression:
    case T.NewExpression:
      if (parent.callee === value) return [use('inline', parent)];
      return argumentUses(parent, value, search);
    case T.JSXExpressionContainer:
      return [{ ...handler(parent), ...(runsOnTyping(parent) ? { typing: true as const } : {}) }];
    case T.Property:
      return propertyUses(parent, search);
    case T.ExportDefaultDeclaration:
      return [use('serve', parent)];
    case T.ConditionalExpression:
    case T.LogicalExpression:
      return valueUses(parent, search);
    default:
      return [];
  }
}

function argumentUses(call: CallNode, value: Node, search: Search): FunctionUseFact[] {
  const name = calleeName(call);
  const index = call.arguments.indexOf(value as TSESTree.CallExpressionArgument);
  if (name === null) return [use('callback', call)];
  if (TRANSPARENT.has(name)) return index === 0 ? valueUses(call, search) : [];
  if (EFFECTS.has(name)) return index === 0 ? [{ ...use('effect', call), deps: dependencies(call) }] : [];
  if (name === 'setInterval' || name === 'useInterval')
    return [{ ...use('interval', call), everyMs: milliseconds(call.arguments[1], search) }];
  if (name === 'setTimeout') return [{ ...use('timeout', call), everyMs: milliseconds(call.arguments[1], search) }];
  if (name === 'requestAnimationFrame' || name === 'requestIdleCallback') return [use('timeout', call)];
  if (name === 'serve') return [use('serve', call)];
  if (QUERIES.has(name)) return [use('query', call)];
  if (name === 'useMutation') return [use('mutation', call)];
  if (LISTENERS.has(name)) return [handler(call)];
  if (DEFERRED.has(name)) return [];
  if (INLINE.has(name)) return [use('inline', call)];
  const callee = unwrap(call.callee);
  if (callee.type === T.MemberExpression && EACH.has(name)) return [use('each', call)];
  return [use('callback', call), ...servedThrough(call)];
}

/** `Deno.serve(withCors(fn))`: what a wrapper makes of the function answers requests. */
function servedThrough(wrapper: CallNode): FunctionUseFact[] {
  const { parent } = wrapper;
  const isServed = parent.type === T.CallExpression && parent.callee !== wrapper && calleeName(parent) === 'serve';
  return isServed ? [use('serve', parent)] : [];
}

function propertyUses(property: TSESTree.Property, search: Search): FunctionUseFact[] {
  const key = keyOf(property) ?? '';
  if (key === 'queryFn') {
    const waits = optionOf(property.parent, 'enabled') !== null;
    const interval = optionOf(property.parent, 'refetchInterval');
    return [
      {
        ...use('query', property),
        everyMs: milliseconds(interval ?? undefined, search),
        ...(interval && pauses(interval, search) ? { pauses: true as const } : {}),
        ...(waits ? { enabled: true as const } : {}),
      },
    ];
  }
  if (key === 'mutationFn') return [use('mutation', property)];
  if (/^on[A-Z]/.test(key)) return [handler(property)];
  if (key === 'fetch' && property.parent.parent?.type === T.ExportDefaultDeclaration) return [use('serve', property)];
  return [];
}

function referenceUses(variables: readonly Variable[], search: Search): FunctionUseFact[] {
  const uses: FunctionUseFact[] = [];
  for (const variable of variables) {
    if (search.seen.has(variable)) continue;
    search.seen.add(variable);
    for (const { identifier, init } of variable.references) {
      if (init) continue;
      const parent = identifier.parent;
      // A call is no use as a value; callers are found through the facts' calls.
      if (parent?.type === T.CallExpression && parent.callee === identifier) continue;
      uses.push(...valueUses(identifier, search));
    }
  }
  return uses;
}

function use(kind: FunctionUse, node: Node): FunctionUseFact {
  return { kind, ...spanOf(node) };
}

function handler(node: Node): FunctionUseFact {
  return { ...use('handler', node), ...handlerAt(node) };
}

function dependencies(call: CallNode): 'none' | 'empty' | 'some' {
  const list = call.arguments[1];
  if (!list) return 'none';
  return list.type === T.ArrayExpression && list.elements.length === 0 ? 'empty' : 'some';
}

/**
 * Milliseconds, also as a product (`5 * 60 * 1000`) or from a constant; of alternatives (`open ? 8000 : false`) the
 * shortest; null where the code does not say.
 */
function milliseconds(node: TSESTree.Node | undefined, search: Search | null): number | null {
  const value = node ? unwrap(node) : undefined;
  switch (value?.type) {
    case T.Literal:
      return typeof value.value === 'number' ? value.value : null;
    case T.BinaryExpression: {
      const left = value.operator === '*' ? milliseconds(value.left, search) : null;
      const right = left === null ? null : milliseconds(value.right, search);
      return left === null || right === null ? null : left * right;
    }
    case T.ConditionalExpression:
      return shortest(milliseconds(value.consequent, search), milliseconds(value.alternate, search));
    case T.LogicalExpression:
      return shortest(milliseconds(value.left, search), milliseconds(value.right, search));
    case T.Identifier:
      return search && constant(value, search);
    default:
      return null;
  }
}

/** `waiting ? 2000 : false`: one of the alternatives is no interval. */
function pauses(interval: Node, search: Search): boolean {
  const value = unwrap(interval);
  if (value.type === T.LogicalExpression) return value.operator === '&&';
  if (value.type !== T.ConditionalExpression) return false;
  return [value.consequent, value.alternate].some((one) => !milliseconds(one, search));
}

function shortest(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b);
}

/** The value of a `const`. */
function constant(identifier: TSESTree.Identifier, search: Search): number | null {
  const definition = search.collected.variableOf.get(identifier)?.defs[0]?.node;
  if (definition?.type !== T.VariableDeclarator || !definition.init || definition.parent.kind !== 'const') return null;
  // Constants made from each other are not followed, so that none leads back to itself.
  return milliseconds(definition.init, null);
}

function optionOf(options: Node, name: string): Node | null {
  if (options.type !== T.ObjectExpression) return null;
  for (const property of options.properties)
    if (property.type === T.Property && keyOf(property) === name) return property.value;
  return null;
}

/** The name a function goes by: its own, or that of the variable, property or method that holds it. */
export function nameOf(fn: FunctionNode): string | null {
  if (fn.id) return fn.id.name;
  let node: Node = fn;
  for (let parent: Node | undefined = fn.parent; parent; node = parent, parent = parent.parent) {
    if (isWrapper(parent)) continue;
    if (parent.type === T.CallExpression && TRANSPARENT.has(calleeName(parent) ?? '') && parent.arguments[0] === node)
      continue;
    if (parent.type === T.VariableDeclarator && parent.id.type === T.Identifier) return parent.id.name;
    if (parent.type === T.Property || parent.type === T.MethodDefinition || parent.type === T.PropertyDefinition)
      return isFunction(fn) ? keyOf(parent) : null;
    if (parent.type === T.AssignmentExpression)
      return parent.left.type === T.Identifier
        ? parent.left.name
        : parent.left.type === T.MemberExpression
          ? keyOf(parent.left)
          : null;
    return null;
  }
  return null;
}
