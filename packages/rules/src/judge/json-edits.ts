import type { Edit } from '../finding.js';
import { createScanner, type Node } from 'jsonc-parser';

/**
 * Edits of a configuration file that leave comments, order and layout of everything else as they are. Not jsonc-parser's
 * `modify`: it puts a new member between the last one and the comment that explains it.
 */

/** Puts `value` in the place of a node. Undefined where a comment inside it would be lost. */
export function replaceNode(text: string, node: Node, value: unknown): Edit | undefined {
  if (hasComment(text.slice(node.offset, node.offset + node.length))) return undefined;
  const written = write(value, layoutOf(text), indentAt(text, node.offset));
  return { start: node.offset, end: node.offset + node.length, text: written };
}

/** Adds members at the end of an object, behind the comments of the last one. */
export function appendMembers(
  text: string,
  object: Node,
  members: readonly (readonly [key: string, value: unknown])[],
): readonly Edit[] {
  const layout = layoutOf(text);
  const last = object.children?.at(-1);
  const close = object.offset + object.length - 1;
  if (!last) {
    const outer = indentAt(text, object.offset);
    const inner = outer + layout.unit;
    const member = members
      .map(([key, value]) => `${layout.eol}${inner}${memberText(key, value, layout, inner)}`)
      .join(',');
    const isBlank = text.slice(object.offset + 1, close).trim() === '';
    return isBlank
      ? [{ start: object.offset + 1, end: close, text: `${member}${layout.eol}${outer}` }]
      : [{ start: object.offset + 1, end: object.offset + 1, text: `${member}${layout.eol}${outer}` }];
  }
  const end = last.offset + last.length;
  const { comma, tail } = behind(text, end, close);
  const isOneLine = !text.slice(object.offset, last.offset).includes('\n');
  const indent = isOneLine ? '' : indentAt(text, last.offset);
  const member = members
    .map(([key, value]) =>
      isOneLine
        ? ` ${JSON.stringify(key)}: ${spaced(value)}`
        : `${layout.eol}${indent}${memberText(key, value, layout, indent)}`,
    )
    .join(',');
  const at = isOneLine ? (comma ?? end) : tail;
  if (comma === undefined && at === end) return [{ start: end, end, text: `,${member}` }];
  const separator = comma === undefined ? [{ start: end, end, text: ',' }] : [];
  return [...separator, { start: at, end: at, text: member }];
}

/** Where the comma behind a member ends, if there is one, and where its line does, comments included. */
function behind(text: string, end: number, close: number): { comma?: number; tail: number } {
  const scanner = createScanner(text.slice(0, close), false);
  scanner.setPosition(end);
  let comma: number | undefined;
  let tail = end;
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    const stop = start + scanner.getTokenLength();
    if (start >= close || stop === start) break;
    const token = text.slice(start, stop);
    if (token === ',') comma = tail = stop;
    else if (token.startsWith('/')) tail = stop;
    else if (token.includes('\n')) break;
  }
  return { ...(comma !== undefined && { comma }), tail };
}

interface Layout {
  readonly unit: string;
  readonly eol: string;
}

/** The indentation of the first indented line, and the line ends of the text. */
function layoutOf(text: string): Layout {
  const unit = /\n([ \t]+)["}\]]/.exec(text)?.[1] ?? '  ';
  return { unit: unit.startsWith('\t') ? '\t' : unit, eol: text.includes('\r\n') ? '\r\n' : '\n' };
}

function indentAt(text: string, offset: number): string {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
}

function memberText(key: string, value: unknown, layout: Layout, indent: string): string {
  return `${JSON.stringify(key)}: ${write(value, layout, indent)}`;
}

function write(value: unknown, { unit, eol }: Layout, indent: string): string {
  return JSON.stringify(value, null, unit).replaceAll('\n', `${eol}${indent}`);
}

/** `{ "a": 1 }` on one line. */
function spaced(value: unknown): string {
  return JSON.stringify(value, null, 1).replace(/\n */g, ' ');
}

export function hasComment(text: string): boolean {
  const scanner = createScanner(text, false);
  for (;;) {
    scanner.scan();
    const start = scanner.getTokenOffset();
    if (start >= text.length) return false;
    if (text[start] === '/') return true;
  }
}
