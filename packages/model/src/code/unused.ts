import type { Variable } from '@typescript-eslint/scope-manager';
import { calleeName, isWrapper, T, type FunctionNode, type Node } from './ast.js';
import { TRANSPARENT } from './terms.js';

/** Whether nothing but the function itself names the variable that holds it, and the file does not export it. */
export function isUnused(fn: FunctionNode, variablesOf: (declaration: Node) => readonly Variable[]): boolean {
  const declaration = fn.type === T.FunctionDeclaration ? fn : declaratorOf(fn);
  if (!declaration) return false;
  const statement = declaration.type === T.VariableDeclarator ? declaration.parent : declaration;
  if (/^Export/.test(statement.parent.type)) return false;
  const name = declaration.id;
  // Not every host counts `<Row />` as a use of `Row`.
  if (name?.type !== T.Identifier || /^[A-Z]/.test(name.name)) return false;
  const variable = variablesOf(declaration).find(({ identifiers }) => identifiers.includes(name));
  return (
    variable?.references.every(
      ({ identifier, init }) => init || (fn.range[0] <= identifier.range[0] && identifier.range[1] <= fn.range[1]),
    ) ?? false
  );
}

/** The `const` that a function literal is the value of, also through `useCallback`. */
function declaratorOf(fn: FunctionNode) {
  let value: Node = fn;
  let parent: Node | undefined = value.parent;
  while (
    parent &&
    (isWrapper(parent) ||
      (parent.type === T.CallExpression && parent.arguments[0] === value && TRANSPARENT.has(calleeName(parent) ?? '')))
  ) {
    value = parent;
    parent = parent.parent;
  }
  return parent?.type === T.VariableDeclarator && parent.init === value ? parent : null;
}
