import type { TSESTree } from '@typescript-eslint/types';
import { visitorKeys } from '@typescript-eslint/visitor-keys';
import { calleeName, keyOf, spanOf, T, unwrap, type Node } from './ast.js';
import { functionAround } from './collect.js';
import type { CatchFact } from './facts.js';
import type { Terms } from './terms.js';

const MAX_CALLS = 20;

/** What a `catch` clause does with the error. */
export function catchOf(clause: TSESTree.CatchClause, terms: Terms): CatchFact {
  const calls = new Set<string>();
  let rethrows = false;
  const stack: Node[] = [clause.body];
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.type === T.ThrowStatement) rethrows = true;
    if ((node.type === T.CallExpression || node.type === T.NewExpression) && calls.size < MAX_CALLS)
      calls.add(dotted(node.callee) || (calleeName(node) ?? ''));
    const record = node as unknown as Record<string, unknown>;
    for (const key of visitorKeys[node.type] ?? [])
      for (const child of [record[key]].flat())
        if (typeof child === 'object' && child !== null) stack.push(child as Node);
  }
  return { fn: terms.functionId(functionAround(clause)), calls: [...calls].sort(), rethrows, ...spanOf(clause) };
}

/** `console.error`, `Sentry.captureException`; '' where the owner has no name. */
function dotted(node: Node): string {
  const callee = unwrap(node);
  if (callee.type === T.Identifier) return callee.name;
  if (callee.type !== T.MemberExpression) return '';
  const owner = dotted(callee.object);
  return owner === '' ? '' : `${owner}.${keyOf(callee) ?? '[]'}`;
}
