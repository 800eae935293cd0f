import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { NotChecked, Place, SourceTree } from './types.js';

/** Levels of the syntax tree (an object and its property are two): far above real files, far below the call stack. */
export const maxDepth = 400;

/** A JSON or JSONC file: its syntax tree (for places) and its value. */
export interface JsonFile {
  readonly file: string;
  readonly node: Node;
  readonly value: unknown;
}

/**
 * Reads a JSON file with comments and trailing commas, as Base44 does.
 * Faults of the file go to `faults`, with `consequence` ("its rules are unknown") as second half of the sentence.
 */
export function readJson(
  tree: SourceTree,
  file: string,
  faults: NotChecked[],
  consequence: string,
): JsonFile | undefined {
  try {
    return parseJson(tree.read(file), file);
  } catch (error) {
    const reason = error instanceof RangeError ? 'is nested too deeply' : messageOf(error);
    faults.push({ file, reason: `The file ${reason}, so ${consequence}.` });
    return undefined;
  }
}

/** @throws Error whose message is a clause that follows "the file". */
export function parseJson(text: string, file: string): JsonFile {
  const errors: ParseError[] = [];
  const node = parseTree(text, errors, { allowTrailingComma: true });
  const [first] = errors;
  if (first) {
    const line = text.slice(0, first.offset).split('\n').length;
    throw new Error(`is not valid JSON (${printParseErrorCode(first.error)} in line ${line})`);
  }
  if (!node) throw new Error('is empty');
  if (isDeeperThan(maxDepth, node)) throw new Error('is nested too deeply');
  return { file, node, value: valueOf(node) };
}

/**
 * The value of a node. Not jsonc-parser's own `getNodeValue`, which assigns: a key `__proto__` in a file that we do not
 * trust would become the prototype of the value instead of a key of it.
 */
export function valueOf(node: Node): unknown {
  if (node.type === 'array') return (node.children ?? []).map(valueOf);
  if (node.type !== 'object') return node.value as unknown;
  return Object.fromEntries(
    (node.children ?? []).flatMap(({ children: [key, value] = [] }) =>
      key && value ? [[String(key.value), valueOf(value)]] : [],
    ),
  );
}

export function isDeeperThan(limit: number, { children = [] }: Node): boolean {
  return limit === 0 ? children.length > 0 : children.some((child) => isDeeperThan(limit - 1, child));
}

/** The `key: value` node of an object; with repeated keys the last one, which is the one that counts. */
export function propertyOf(object: Node | undefined, key: string): Node | undefined {
  if (object?.type !== 'object') return undefined;
  return object.children?.findLast((property) => property.children?.[0]?.value === key);
}

/** The value of `key` in an object node. */
export function memberOf(object: Node | undefined, key: string): Node | undefined {
  return propertyOf(object, key)?.children?.[1];
}

/** The node that keys and list indexes lead to; of repeated keys the last, as everywhere. */
export function nodeAt(node: Node | undefined, trail: readonly (string | number)[]): Node | undefined {
  let current = node;
  for (const step of trail) {
    current =
      typeof step === 'string'
        ? memberOf(current, step)
        : current?.type === 'array'
          ? current.children?.[step]
          : undefined;
  }
  return current;
}

/** The text of a string node; undefined for every other node. */
export function textOfNode(node: Node | undefined): string | undefined {
  return node?.type === 'string' ? String(node.value) : undefined;
}

export function placeOf(file: string, node: Node): Place {
  return { file, start: node.offset, end: node.offset + node.length };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
