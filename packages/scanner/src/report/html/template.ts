import { printable } from '../printable.js';

/** Markup that is known to be safe. Everything else is text and is escaped. */
export class Html {
  constructor(readonly text: string) {}
}

export type Content = Html | string | number | false | null | undefined | readonly Content[];

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Builds markup; whatever is put into it is escaped unless it is markup itself. Attribute values must be quoted. */
export function markup(parts: TemplateStringsArray, ...values: readonly Content[]): Html {
  const own = withoutIndents(parts);
  let text = own[0]!;
  for (let index = 0; index < values.length; index++) text += markupOf(values[index]) + own[index + 1]!;
  return new Html(text);
}

const known = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Line breaks and indents of the template are for readers of this code. A large report is a fifth smaller without them. */
function withoutIndents(parts: TemplateStringsArray): readonly string[] {
  let own = known.get(parts);
  if (!own) known.set(parts, (own = parts.map(inOneLine)));
  return own;
}

/** Escapes text for an element or a quoted attribute and makes its control characters visible; line feeds stay. */
function escape(text: string): string {
  return text
    .split('\n')
    .map((line) => printable(line).replace(/[&<>"']/gu, (character) => entities[character]!))
    .join('\n');
}

function inOneLine(part: string): string {
  const lines = part.split('\n');
  return lines
    .map((line, index) => (index === 0 ? line : line.trimStart()))
    .map((line, index) => (index === lines.length - 1 ? line : line.trimEnd()))
    .join(' ');
}

function markupOf(value: Content): string {
  if (value instanceof Html) return value.text;
  if (value === false || value === null || value === undefined) return '';
  if (typeof value === 'object') return value.map(markupOf).join('');
  return escape(String(value));
}

/** A sentence in which `code` stands between backticks. */
export function prose(text: string): Html {
  const parts = text.split('`');
  // An odd backtick belongs to the text.
  if (parts.length % 2 === 0) return markup`${text}`;
  return markup`${parts.map((part, index) => (index % 2 === 1 ? markup`<code>${part}</code>` : part))}`;
}

/** A link to a page on the web. A saved result may come from anywhere, so only addresses of the web become links. */
export function webLink({ url, title }: { readonly url: string; readonly title: string }): Html {
  return /^https?:\/\//.test(url) ? markup`<a href="${url}">${title}</a>` : markup`${title} (${url})`;
}

/** A name of code that may be broken before its capitals and behind its separators. */
export function breakable(name: string): Html {
  return markup`${name.split(/(?<=[\p{Ll}\d])(?=\p{Lu})|(?<=[/_.-])/u).map((part, index) => markup`${index > 0 && markup`<wbr>`}${part}`)}`;
}
