import type { CallFact, EntityCall, FileView } from '@base44-lint/model';
import { isSideRecord } from '../judge/entity-kind.js';

const WRITES = new Set([
  'create',
  'bulkCreate',
  'update',
  'updateMany',
  'bulkUpdate',
  'upsert',
  'delete',
  'deleteMany',
]);

/** What one function writes, in the order of the code. */
export interface FunctionWrites {
  /** Id of the function among the file's facts. */
  readonly fn: number;
  /** Writes that matter by themselves: to an entity that the code names and that is no log, and awaited as such. */
  readonly plain: readonly EntityCall[];
  /** Writes in a `catch` or `finally`. */
  readonly recovering: readonly EntityCall[];
}

/** Writes of a file by the function that runs them; callbacks that run in place belong to the function around. */
export function writesByFunction({ entityCalls, facts }: FileView): readonly FunctionWrites[] {
  const writes = entityCalls.filter(({ method, zone }) => WRITES.has(method) && zone !== 'other');
  if (writes.length < 2) return [];
  const factAt = new Map(facts.calls.map((call) => [`${call.start}-${call.end}`, call]));
  const swallowed = swallowedStarts(facts.calls);
  const groups = new Map<number, { plain: EntityCall[]; recovering: EntityCall[] }>();
  for (const call of writes) {
    const fact = factAt.get(`${call.span.start}-${call.span.end}`);
    if (!fact) continue;
    let fn = fact.fn;
    while (fn !== 0 && facts.functions[fn]?.inPlace) fn = facts.functions[fn]?.parent ?? 0;
    const group = groups.get(fn) ?? { plain: [], recovering: [] };
    groups.set(fn, group);
    if (call.recovery) group.recovering.push(call);
    else if (call.entity.name !== null && !isSideRecord(call.entity.name) && !swallowed.has(call.span.start))
      group.plain.push(call);
  }
  return [...groups].map(([fn, group]) => ({ fn, ...group }));
}

/** `X.create(…).catch(() => {})`: the author lets this one fail. */
function swallowedStarts(calls: readonly CallFact[]): ReadonlySet<number> {
  return new Set(calls.filter(({ callee }) => callee.t === 'get' && callee.key === 'catch').map(({ start }) => start));
}
