import { propertyOf, type JsonDocument, type Place, type Span } from '@base44-lint/model';
import type { Node } from 'jsonc-parser';

export function spanOf(node: Node): Span {
  return { start: node.offset, end: node.offset + node.length };
}

/** The key of a member, without its value. */
export function keyNode(object: Node | undefined, key: string): Node | undefined {
  return propertyOf(object, key)?.children?.[0];
}

/** The place that stands for a file as a whole: the value of its `name`, or the bracket it starts with. */
export function headOf({ root, text }: JsonDocument): Span {
  const name = propertyOf(root, 'name')?.children?.[1];
  if (name && name.length > 0) return spanOf(name);
  const start = root?.offset ?? 0;
  return { start, end: Math.min(start + 1, text.length) };
}

/** Members of an object with their nodes, in order; incomplete ones are left out. */
export function membersOf(object: Node | undefined): { key: Node; name: string; value: Node }[] {
  if (object?.type !== 'object') return [];
  return (object.children ?? []).flatMap(({ children: [key, value] = [] }) =>
    key && value ? [{ key, name: String(key.value), value }] : [],
  );
}

export function within({ start, end }: Place | Span): Span {
  return { start, end };
}

/** "`a`, `b` and `c`". */
export function list(words: readonly string[], and = 'and'): string {
  return words.length < 2 ? (words[0] ?? '') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`;
}

export function quoted(words: readonly string[]): string[] {
  return words.map((word) => `\`${word}\``);
}
