import type { EntityCall, LoopContext } from '@base44-lint/model';
import type { Suggestion } from '../finding.js';

const TITLE =
  'Delete these records in one request with `deleteMany` (rows deleted are the same, per-record side effects do not run)';

/** A rewrite to `deleteMany`, where the loop does nothing but delete. Null where it does more. */
export function deleteManySuggestion(call: EntityCall, loop: LoopContext, text: string): Suggestion | null {
  // A look-alike client may have no such method.
  if (call.origin === 'shim' || loop.through.length > 0 || loop.file !== call.file || call.argSpans.length !== 1)
    return null;
  const id = text.slice(call.argSpans[0]?.start, call.argSpans[0]?.end);
  const receiver = text.slice(call.span.start, call.methodSpan.start);
  if (!receiver.endsWith('.') || /[\n[]/.test(receiver)) return null;
  return loop.kind === 'for-of'
    ? fromForOf(call, loop, text, receiver, id)
    : loop.kind === 'each'
      ? fromMap(call, loop, text, receiver, id)
      : null;
}

function fromForOf(call: EntityCall, loop: LoopContext, text: string, receiver: string, id: string): Suggestion | null {
  const source = text.slice(loop.start, loop.end);
  const head = /^for\s*\(\s*(?:const|let|var)\s+(\w+)\s+of\s+/.exec(source);
  if (!head) return null;
  const close = closing(source, source.indexOf('('));
  if (close < 0) return null;
  const variable = head[1] as string;
  const list = source.slice(head[0].length, close).trim();
  const body = source
    .slice(close + 1)
    .trim()
    .replace(/^\{\s*([\s\S]*?)\s*\}$/, '$1');
  const deletion = text.slice(call.span.start, call.span.end);
  if (body.replace(/;$/, '') !== `await ${deletion}`) return null;
  const ids = idsOf(list, variable, id);
  return ids === null
    ? null
    : {
        title: TITLE,
        edits: [{ start: loop.start, end: loop.end, text: `await ${receiver}deleteMany({ id: { $in: ${ids} } });` }],
      };
}

/** `await Promise.all(rows.map((row) => X.delete(row.id)))` */
function fromMap(call: EntityCall, loop: LoopContext, text: string, receiver: string, id: string): Suggestion | null {
  const callback = text.slice(loop.start, loop.end);
  const arrow = /^(?:async\s*)?\(?\s*(\w+)\s*\)?\s*=>\s*(?:await\s+)?/.exec(callback);
  if (!arrow || callback.slice(arrow[0].length) !== text.slice(call.span.start, call.span.end)) return null;
  const start = text.lastIndexOf('Promise.all(', loop.start);
  if (start < 0) return null;
  const open = start + 'Promise.all'.length;
  if (!isStatement(text, start)) return null;
  const close = closing(text, open);
  const inner = text.slice(open + 1, loop.start);
  if (close < loop.end || !/\.map\(\s*$/.test(inner) || !/^\s*\)\s*,?\s*$/.test(text.slice(loop.end, close)))
    return null;
  const list = inner.replace(/\.map\(\s*$/, '').trim();
  const ids = idsOf(list, arrow[1] as string, id);
  return ids === null
    ? null
    : { title: TITLE, edits: [{ start, end: close + 1, text: `${receiver}deleteMany({ id: { $in: ${ids} } })` }] };
}

const NAME = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)*$/;

/** The ids as an array expression; null where the list is more than a name, or `[...name]`. */
function idsOf(list: string, variable: string, id: string): string | null {
  const name = /^\[\s*\.\.\.([\w.$]+)\s*\]$/.exec(list)?.[1] ?? list;
  if (!NAME.test(name)) return null;
  // The list may be any iterable; only an array survives JSON.
  if (id === variable) return `[...${name}]`;
  return new RegExp(`^${variable}\\.\\w+$`).test(id) ? `Array.from(${name}, (${variable}) => ${id})` : null;
}

/** True where a statement starts at an offset, so that nobody uses the value. */
function isStatement(text: string, start: number): boolean {
  const before = text
    .slice(0, start)
    .replace(/\bawait\s*$/, '')
    .trimEnd();
  return before === '' || /[;{}]$/.test(before);
}

/** Index of the parenthesis that closes the one at `open`; -1 where strings or comments make it unsure. */
function closing(source: string, open: number): number {
  let depth = 0;
  for (let i = open; i < source.length; i++) {
    const char = source[i];
    if (
      char === '"' ||
      char === "'" ||
      char === '`' ||
      (char === '/' && (source[i + 1] === '/' || source[i + 1] === '*'))
    )
      return -1;
    if (char === '(') depth++;
    else if (char === ')' && --depth === 0) return i;
  }
  return -1;
}
