import type { Term } from '@base44-lint/model';

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
