import type { TSESTree } from '@typescript-eslint/types';
import { T, unwrap, type Node } from './ast.js';
import type { Collected } from './collect.js';
import type { FunctionUseFact, HandedFact, ProvidedFact, Term } from './facts.js';
import { handlerAt } from './handlers.js';
import { isOwn, mutationOf } from './relevance.js';
import type { Terms } from './terms.js';
import { runsOnTyping } from './typing.js';

/** Members of hooks that show or translate something. There are thousands of them, and nothing that they run spends. */
const SHOWS =
  /^(?:t|tr|translate|toast|dismiss|navigate|format\w*|set[A-Z]\w*|get[A-Z]\w*Color|can|has\w*|is[A-Z]\w*)$/;

/** Whether a callee is a member of what a function or an object of the app gives: `useChat().send`, `ai.llm.chat`. */
export function isIndirect(callee: Term): boolean {
  if (callee.t !== 'get' || SHOWS.test(callee.key)) return false;
  let owner: Term = callee;
  while (owner.t === 'get') owner = owner.of;
  if (owner.t === 'import') return isOwn(owner.from);
  return owner.t === 'call' && !owner.isNew && givesOwn(owner);
}

/** A call of a function of the app, or of React's `useContext`. */
function givesOwn({ callee }: Extract<Term, { t: 'call' }>): boolean {
  return isUseContext(callee) || callee.t === 'function' || (callee.t === 'import' && isOwn(callee.from));
}

/** `useContext`, `React.useContext`. */
export function isUseContext(callee: Term): boolean {
  if (callee.t === 'import') return callee.name === 'useContext' || callee.name === 'use';
  return callee.t === 'get' && callee.key === 'useContext';
}

/** Handlers in JSX whose functions stand elsewhere. */
export function handedOf({ namedAttributes }: Collected, terms: Terms): HandedFact[] {
  return namedAttributes.flatMap((attribute): HandedFact[] => {
    const container = attribute.value;
    if (container?.type !== T.JSXExpressionContainer || attribute.name.name === 'value') return [];
    const expression = unwrap(container.expression);
    if (expression.type !== T.Identifier && expression.type !== T.MemberExpression) return [];
    const value = terms.of(expression);
    if (value.t !== 'import' && !isIndirect(value) && !(value.t === 'get' && mutationOf(value))) return [];
    const use: FunctionUseFact = {
      kind: 'handler',
      start: container.range[0],
      end: container.range[1],
      ...handlerAt(container),
      ...(runsOnTyping(container) ? { typing: true as const } : {}),
    };
    return [{ value, use }];
  });
}

/** What `<Chat.Provider value={…}>` gives. */
export function providedOf({ namedAttributes }: Collected, terms: Terms): ProvidedFact[] {
  return namedAttributes.flatMap((attribute): ProvidedFact[] => {
    const tag = attribute.parent.name;
    const container = attribute.value;
    if (attribute.name.name !== 'value' || tag.type !== T.JSXMemberExpression || tag.property.name !== 'Provider')
      return [];
    if (tag.object.type !== T.JSXIdentifier || container?.type !== T.JSXExpressionContainer) return [];
    return [{ context: contextAt(tag.object, terms), value: terms.of(container.expression as Node) }];
  });
}

/** Not every host resolves names in JSX, so the context is looked up by its name. */
function contextAt({ name }: TSESTree.JSXIdentifier, terms: Terms): Term {
  return terms.named(name);
}
