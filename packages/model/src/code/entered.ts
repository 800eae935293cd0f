import type { Variable } from '@typescript-eslint/scope-manager';
import type { TSESTree } from '@typescript-eslint/types';
import { keyOf, T, unwrap, type Node } from './ast.js';
import { isTextField } from './typing.js';

/** The expression that a text field shows and edits: `form.text` in `<Textarea value={form.text} onChange={…} />`. */
export function fieldValue({ name, value, parent }: TSESTree.JSXAttribute): Node | null {
  if (name.name !== 'value' || value?.type !== T.JSXExpressionContainer || !isTextField(parent)) return null;
  return value.expression.type === T.JSXEmptyExpression ? null : value.expression;
}

/** Whether a text is what one of the fields edits, perhaps with parts of it replaced for show. */
export function isEntered(text: Node, fields: readonly Node[], variableOf: ReadonlyMap<Node, Variable>): boolean {
  const shown = pathOf(baseOf(text), variableOf);
  return (
    shown !== null &&
    fields.some((field) => {
      const edited = pathOf(baseOf(field), variableOf);
      return edited?.variable === shown.variable && edited.path === shown.path;
    })
  );
}

/** `form.text` of `(form.text || '').replace(…).trim()`. */
function baseOf(node: Node): Node {
  const one = unwrap(node);
  if (one.type === T.LogicalExpression && one.operator !== '&&') return baseOf(one.left);
  const callee = one.type === T.CallExpression ? unwrap(one.callee) : null;
  return callee?.type === T.MemberExpression ? baseOf(callee.object) : one;
}

function pathOf(
  node: Node,
  variableOf: ReadonlyMap<Node, Variable>,
): { readonly variable: Variable; readonly path: string } | null {
  const keys: string[] = [];
  let one = unwrap(node);
  for (; one.type === T.MemberExpression; one = unwrap(one.object)) {
    const key = keyOf(one);
    if (key === null) return null;
    keys.push(key);
  }
  const variable = variableOf.get(one);
  return variable ? { variable, path: keys.join('.') } : null;
}
