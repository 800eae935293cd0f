import type { EntityCall, FileView } from '@base44-lint/model';
import type { Pair } from './pairs.js';
import { sameTerm } from '../judge/terms.js';
import type { FunctionWrites } from './writes.js';

/** Names of keys by which a repeated request is recognised. */
const REQUEST_KEY =
  /idempot|(?:event|request|session|intent|transaction|trade|checkout|charge|external|reference|correlation|message)_?(?:id|no|key|ref)$|^(?:key|reference|ref|hash|nonce|dedup\w*)$|stripe|paypal/i;
const UNDOES = /rollback|roll_back|undo|revert|compensat|refund|restore|cleanup|clean_up|reverse/i;

/** Whether the function takes back what it wrote when it fails, or recognises that it has run before. */
export function isGuarded({ first, second }: Pair, { fn, recovering }: FunctionWrites, file: FileView): boolean {
  const names = new Set([first.entity.name, second.entity.name]);
  if (recovering.some(({ entity }) => names.has(entity.name))) return true;
  if (file.facts.catches?.some((one) => one.fn === fn && one.calls.some((name) => UNDOES.test(name)))) return true;
  return file.entityCalls.some(
    (call) =>
      call.span.start < second.span.start &&
      isNear(call, file, fn) &&
      (asksForRequest(call) || asksFor(first, call) || asksFor(second, call)),
  );
}

/** Whether a read before looks for the very record that is created: by two of its values, or by a text made for it. */
function asksFor(created: EntityCall, { method, entity, query }: EntityCall): boolean {
  const data = created.args[0];
  if (created.method !== 'create' || method !== 'filter' || entity.name !== created.entity.name) return false;
  if (data?.t !== 'object') return false;
  const same = query.keys.filter(({ name, value }) => {
    const written = data.props.find(([key]) => key === name)?.[1];
    return written !== undefined && value.t !== 'literal' && sameTerm(written, value);
  });
  return same.length > 1 || same.some(({ value }) => value.t === 'template');
}

/** A read by a key that belongs to one request: it was asked whether this one was served already. */
function asksForRequest({ method, query, entity }: EntityCall): boolean {
  if (method !== 'filter' && method !== 'count' && method !== 'list') return false;
  return query.keys.some(({ name }) => REQUEST_KEY.test(name)) || /Idempoten|Processed/.test(entity.name ?? '');
}

function isNear({ span }: EntityCall, { facts }: FileView, fn: number): boolean {
  const home = facts.functions[fn];
  return fn === 0 || (home !== undefined && home.start <= span.start && span.end <= home.end);
}
