import type { EntityCall } from '@base44-lint/model';
import type { Suggestion } from '../finding.js';
import { isWrapper, type Fault } from './faults.js';

/** Rewrites that certainly mean what was written. */
export function suggestionsFor(call: EntityCall, fault: Fault, text: string): readonly Suggestion[] {
  const written = (index: number) => {
    const span = call.argSpans[index];
    return span ? text.slice(span.start, span.end) : '';
  };
  switch (fault.kind) {
    case 'condition':
      if (fault.keys.length === 0 || fault.options.length > 0 || fault.keys.some(isWrapper)) return [];
      return [
        {
          title: 'Read with `filter` (rows that do not meet the condition are no longer returned)',
          edits: [{ ...call.methodSpan, text: 'filter' }],
        },
      ];
    case 'number-as-sort': {
      const next = call.args[fault.index + 1];
      const other = call.argSpans[fault.index + 1];
      const isSwapped = next?.t === 'literal' && typeof next.value === 'string' && other !== undefined;
      return [
        isSwapped
          ? {
              title: 'Swap the two (at most that many rows are returned, in this order)',
              edits: [
                { ...fault.span, text: written(fault.index + 1) },
                { ...other, text: written(fault.index) },
              ],
            }
          : {
              title: 'Pass the number as the limit (at most that many rows are returned)',
              edits: [{ start: fault.span.start, end: fault.span.start, text: 'undefined, ' }],
            },
      ];
    }
    case 'no-query': {
      const query = call.args[0];
      const isSort = query?.t === 'literal' && typeof query.value === 'string' && /^[-+]\w+$/.test(query.value);
      if (!isSort) return [];
      return [
        {
          title: 'Read with `list`, which takes the order first (every row that the rules allow is returned)',
          edits: [{ ...call.methodSpan, text: 'list' }],
        },
      ];
    }
    default:
      return [];
  }
}
