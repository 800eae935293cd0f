import type { EntityCall, LoopContext } from '@base44-lint/model';
import type { Suggestion } from '../finding.js';

const NAME = /^[a-z_$][\w$]*(?:\.[a-z_$][\w$]*)*$/i;

/** A rewrite to one `bulkCreate`, where the loop does nothing but create. Null where it does more, or its list is more than a name. */
export function bulkCreateSuggestion(call: EntityCall, loop: LoopContext, text: string): Suggestion | null {
  const { sole } = loop;
  if (!sole || call.origin === 'shim' || loop.through.length > 0 || loop.file !== call.file) return null;
  const [argument, ...rest] = call.argSpans;
  const receiver = text.slice(call.span.start, call.methodSpan.start);
  if (!argument || rest.length > 0 || !receiver.endsWith('.') || receiver.includes('[')) return null;
  const replaced = text.slice(sole.replace.start, sole.replace.end);
  const list = text.slice(sole.over.start, sole.over.end);
  const record = text.slice(argument.start, argument.end);
  // A comment would be lost, and what is awaited in the loop cannot be awaited in a callback.
  if (replaced.includes('//') || replaced.includes('/*') || /\b(?:await|yield)\b/.test(record)) return null;
  if (!NAME.test(list)) return null;
  const records =
    record === sole.element ? `[...${list}]` : `Array.from(${list}, (${sole.element}) => ${bodyOf(record)})`;
  const rewritten = `${receiver}bulkCreate(${records})`;
  return {
    title: 'Create these records in one request with `bulkCreate` (the same rows, written together)',
    edits: [{ ...sole.replace, text: sole.form === 'statement' ? `await ${rewritten};` : rewritten }],
  };
}

function bodyOf(record: string): string {
  return record.startsWith('{') ? `(${record})` : record;
}
