import type { Flow, Place } from '@base44-lint/model';
import { isSdkCall } from './price-of.js';

/**
 * What a person does, by flow: a button and the Enter key beside it are one act, since they run the same function of the
 * same component. Two acts that end in the same paid call are not.
 */
export function actsOf(flows: readonly Flow[]): ReadonlyMap<Flow, string> {
  const handlers = flows.filter(({ start }) => start.kind === 'handler').map((flow) => ({ flow, ways: waysOf(flow) }));
  const whole = new Set(handlers.map(({ flow, ways }) => actKey(flow, ways)));
  return new Map(
    handlers.map(({ flow, ways }) => {
      // `onKeyDown={handleKey}`, where `handleKey` calls what the button runs.
      const inner = actKey(flow, withoutFirst(ways));
      return [flow, whole.has(inner) ? inner : actKey(flow, ways)];
    }),
  );
}

type Ways = readonly (readonly string[])[];

/** The calls from behind the element to what costs. `onClick={() => send()}` differs from `onClick={send}` only within. */
function waysOf({ start: { place }, spends }: Flow): Ways {
  const within = (one: Place) => one.file === place.file && one.start >= place.start && one.end <= place.end;
  return spends.flatMap(({ call, path }) => {
    if (!isSdkCall(call)) return [];
    const steps = path.filter((step) => !within(step.place)).map((step) => `${step.place.file}:${step.place.start}`);
    return [[...steps, `${call.file}:${call.span.start}`]];
  });
}

/** All ways without a first call that they have in common; as they are where they have none. */
function withoutFirst(ways: Ways): Ways {
  const firsts = new Set(ways.map(([first]) => first));
  return firsts.size === 1 && ways.every(({ length }) => length > 1) ? ways.map((way) => way.slice(1)) : ways;
}

function actKey({ start }: Flow, ways: Ways): string {
  return [start.place.file, start.name, ...[...new Set(ways.map((way) => way.join(' ')))].sort()].join('\n');
}
