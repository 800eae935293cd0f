import type { EntityCall, LoopContext } from '@base44-lint/model';
import type { Suggestion } from '../finding.js';

const NAME = /^[a-z_$][\w$]*(?:\.[a-z_$][\w$]*)*$/i;

/** A rewrite to one `deleteMany`, where the loop does nothing but delete. Null where it does more, or its list is more than a name. */
export function deleteManySuggestion(call: EntityCall, loop: LoopContext, text: string): Suggestion | null {
  const { sole } = loop;
  // A look-alike client may have no such method.
  if (!sole || call.origin === 'shim' || loop.through.length > 0 || loop.file !== call.file) return null;
  const [argument, ...rest] = call.argSpans;
  const receiver = text.slice(call.span.start, call.methodSpan.start);
  if (!argument || rest.length > 0 || !receiver.endsWith('.') || receiver.includes('[')) return null;
  const replaced = text.slice(sole.replace.start, sole.replace.end);
  if (replaced.includes('//') || replaced.includes('/*')) return null;
  const ids = idsOf(text.slice(sole.over.start, sole.over.end), sole.element, text.slice(argument.start, argument.end));
  if (ids === null) return null;
  const rewritten = `${receiver}deleteMany({ id: { $in: ${ids} } })`;
  return {
    title:
      'Delete these records in one request with `deleteMany` (the same rows are gone, what your code does per record does not run)',
    edits: [{ ...sole.replace, text: sole.form === 'statement' ? `await ${rewritten};` : rewritten }],
  };
}

/** The ids as an array expression. The list may be any iterable, but only an array survives JSON. */
function idsOf(list: string, element: string, id: string): string | null {
  const spread = list.startsWith('[...') && list.endsWith(']') ? list.slice('[...'.length, -1).trim() : list;
  if (!NAME.test(spread)) return null;
  if (id === element) return `[...${spread}]`;
  return NAME.test(id) && id.split('.', 1)[0] === element && id.split('.').length === 2
    ? `Array.from(${spread}, (${element}) => ${id})`
    : null;
}
