import type { Zone } from '../app/types.js';
import { executionOf } from './execution.js';
import type { FileFacts, Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { StorageWrite } from './view.js';

/** Calls of `setItem` on the browser's storage, also through `window`. */
export function storageWritesOf(facts: FileFacts, zone: Zone, interpreter: Interpreter): StorageWrite[] {
  const { file } = facts;
  return facts.calls.flatMap((call) => {
    const { callee } = call;
    const area = callee.t === 'get' && callee.key === 'setItem' ? areaOf(callee.of) : null;
    const [key, value] = call.args;
    const valueSpan = call.argSpans[1];
    if (!area || !key || !value || !valueSpan) return [];
    return [
      {
        span: { start: call.start, end: call.end },
        area,
        keys: interpreter.literalsOf({ file, term: key }),
        value,
        valueSpan,
        execution: executionOf({ file, call }, zone, interpreter),
      },
    ];
  });
}

function areaOf(term: Term): StorageWrite['area'] | null {
  const name =
    term.t === 'global'
      ? term.name
      : term.t === 'get' && term.of.t === 'global' && /^(?:window|globalThis|self)$/.test(term.of.name)
        ? term.key
        : null;
  return name === 'localStorage' || name === 'sessionStorage' ? name : null;
}
