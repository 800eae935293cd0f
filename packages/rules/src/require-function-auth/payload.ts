import { childrenOf, type Term } from '@base44-lint/model';

/** Members of the request body by which the platform tells an automation what has changed. */
const EVENT = /^(?:data|event|old_data|entity_id|entity_name|record)$/;

/** Whether a value is taken from the event that the platform sends to an automation: `body.data.id`, `event.entity_id`. */
export function isOfEvent(term: Term | undefined, depth = 0): boolean {
  if (!term || depth > 14) return false;
  if (term.t === 'get' && EVENT.test(term.key) && isBody(term.of)) return true;
  return childrenOf(term).some((child) => isOfEvent(child, depth + 1));
}

/** `await req.json()`, also with a fallback. */
function isBody(term: Term, depth = 0): boolean {
  if (depth > 4) return false;
  if (term.t === 'any') return term.of.some((one) => isBody(one, depth + 1));
  if (term.t !== 'call' || term.callee.t !== 'get') return false;
  return (
    term.callee.key === 'json' ||
    (/^(?:catch|then|parse)$/.test(term.callee.key) &&
      (term.callee.key === 'parse' || isBody(term.callee.of, depth + 1)))
  );
}

/** Names of what a write sets: times and counters of what has happened. */
const TRACE =
  /(?:_at|At|_date|Date|_count|Count|views|clicks|opens|impressions|_seen|_used|_run|_sync|rating|likes|downloads|shares)$|^(?:last_|viewed|opened|clicked|is_read|read$|total_(?:reviews|views|ratings))/;

/** Whether a write only notes when or how often something happened. */
export function onlyTraces(data: Term | undefined): boolean {
  return (
    data?.t === 'object' &&
    data.spreads.length === 0 &&
    data.props.length > 0 &&
    data.props.every(([name]) => TRACE.test(name))
  );
}
