import { printable } from '../printable.js';

/** Two code points that XML 1.0 forbids and that are no control characters. */
const forbidden = /[\ufffe\uffff]/gu;
const references: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export type Attributes = Readonly<Record<string, string | number>>;

/** An element with the given content, which is XML already; indented by two blanks a level. */
export function element(name: string, attributes: Attributes, content: readonly string[]): string {
  const open = `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${inXml(String(value))}"`)
    .join('')}`;
  if (content.length === 0) return `${open}/>`;
  const inner = content.map((part) => part.replace(/^(?= *<)/gmu, '  '));
  return `${open}>\n${inner.join('\n')}\n</${name}>`;
}

/** An element that holds text; lines stay lines. */
export function textElement(name: string, attributes: Attributes, lines: readonly string[]): string {
  const open = Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${inXml(String(value))}"`)
    .join('');
  return `<${name}${open}>${lines.map(inXml).join('\n')}</${name}>`;
}

function inXml(text: string): string {
  return printable(text)
    .replace(forbidden, (character) => `\\u{${character.codePointAt(0)!.toString(16)}}`)
    .replace(/[&<>"]/gu, (character) => references[character]!);
}
