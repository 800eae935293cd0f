import { printable } from '../printable.js';

/**
 * Text of a scanned app in GitHub's Markdown. Every character that can mean something there is written as a numeric
 * reference, which by the CommonMark specification never stands for structure, and which HTML decodes in the same way;
 * so one function serves text in paragraphs, in table cells and in `<summary>`. Nothing escaped may begin a line: a
 * full stop or a dash there would still make a list.
 */
function escaped(text: string): string {
  return text.replace(/[#$&*<>@[\\\]_`|~]|:(?=\/)/gu, reference);
}

function reference(character: string): string {
  return `&#${character.charCodeAt(0)};`;
}

/** After Markdown, GitHub makes links of names, numbers and addresses in plain text; a blank of no width keeps them apart. */
const joiners = /[@#](?=[\p{L}\p{N}_])|:(?=\/\/)|:(?=[\w+-]+:)|(?<![\p{L}\p{N}])(?:www(?=\.)|GH-(?=\d))/giu;
/** In code it leaves all but addresses alone. */
const joinersInCode = /@(?=[\p{L}\p{N}])|:(?=\/\/)|(?<![\p{L}\p{N}])www(?=\.)/giu;
const apart = '\u200b';

/** More than any honest sentence has; what is longer was made to flood the report. Characters. */
const longest = 1_000;

/** A sentence. Names between backticks become code. */
export function prose(text: string): string {
  const parts = clipped(text).split('`');
  if (parts.length % 2 === 0) return separated(clipped(text));
  return parts.map((part, index) => (index % 2 === 0 ? separated(part) : codeOrNothing(part))).join('');
}

/** A path, a name or a place. */
export function code(text: string): string {
  return `<code>${separated(clipped(text), joinersInCode)}</code>`;
}

/** Lines of code, in a fence that none of them can close. */
export function fence(lines: readonly string[]): string {
  const text = lines.map((line) => printable(line));
  const longestRun = Math.max(2, ...text.flatMap((line) => line.match(/`+/gu) ?? []).map(({ length }) => length));
  const ticks = '`'.repeat(longestRun + 1);
  return [ticks, ...text, ticks].join('\n');
}

function separated(text: string, at = joiners): string {
  const parts = printable(text)
    .replace(at, (joiner) => `${joiner}${apart}`)
    .split(apart);
  return parts.map(escaped).join('&#8203;');
}

function codeOrNothing(text: string): string {
  return text === '' ? '' : code(text);
}

function clipped(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest)}…`;
}
