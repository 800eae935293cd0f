import { keyOf, T, type Node } from './ast.js';

export const contains = (outer: Node, inner: Node): boolean =>
  outer.range[0] <= inner.range[0] && inner.range[1] <= outer.range[1];

/** Keys that lead from a pattern to the name it binds; `[]` for a plain name, null where a rest or computed key is on the way. */
export function patternPath(name: Node, pattern: Node): string[] | null {
  if (pattern === name) return [];
  switch (pattern.type) {
    case T.AssignmentPattern:
      return patternPath(name, pattern.left);
    case T.ObjectPattern:
      for (const property of pattern.properties) {
        if (property.type !== T.Property || !contains(property.value, name)) continue;
        const key = keyOf(property);
        const rest = patternPath(name, property.value);
        return key === null || rest === null ? null : [key, ...rest];
      }
      return null;
    case T.ArrayPattern: {
      const index = pattern.elements.findIndex((element) => element && contains(element, name));
      const element = pattern.elements[index];
      const rest = element ? patternPath(name, element) : null;
      return rest && [String(index), ...rest];
    }
    default:
      return null;
  }
}
