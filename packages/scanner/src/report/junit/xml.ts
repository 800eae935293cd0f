import { printable } from '../printable.js';

/** Two code points that XML 1.0 forbids and that are no control characters. */
const forbidden = /[\ufffe\uffff]/gu;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with the given content, which is XML already; indented by two blanks a level. */
export function element(name: string, attributes: Attributes, content: readonly string[]): string {
  const open = `<${name}${inTag(attributes)}`;
  if (content.length === 0) return `${open}/>`;
  // Text begins no line with `<`, so this indents tags only.
  const inner = content.map((part) => part.replace(/^(?= *<)/gmu, '  '));
  return `${open}>\n${inner.join('\n')}\n</${name}>`;
}

/** An element that holds text; lines stay lines. */
export function textElement(name: string, attributes: Attributes, lines: readonly string[]): string {
  const open = `<${name}${inTag(attributes)}`;
  return lines.length === 0 ? `${open}/>` : `${open}>${lines.map(inText).join('\n')}</${name}>`;
}

function inTag(attributes: Attributes): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${inText(String(value)).replaceAll('"', '&quot;')}"`,
  );
  return written.join('');
}

function inText(text: string): string {
  return printable(text)
    .replace(forbidden, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replace(/[&<>]/gu, (character) => references[character]!);
}
