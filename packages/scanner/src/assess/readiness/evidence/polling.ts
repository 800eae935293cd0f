import type { EntityCall, FileView, Place, SdkCall } from '@base44-lint/model';
import { isBounded } from '@base44-lint/rules';

/** A timer of an open page that asks for news again and again. */
export interface Poll {
  readonly everyMs: number;
  /** Name of the entity or function; null where the code does not say. */
  readonly what: string | null;
  readonly place: Place;
}

const reads = new Set(['list', 'filter', 'get', 'count', 'aggregate']);

/**
 * Timers of a file that reach an entity or a function. Those that wait for something to finish are left out (a payment,
 * a job): they say nothing about how soon one person must see what another has changed.
 */
export function pollsOf({ entityCalls, sdkCalls }: FileView): readonly Poll[] {
  const entities = entityCalls
    .filter(({ method, origin }) => reads.has(method) && origin !== 'shim')
    .flatMap((call) => pollsBy(call, call.entity.name));
  const functions = sdkCalls
    .filter(({ member, origin }) => /^functions\.(?:invoke|fetch)$/.test(member) && origin !== 'shim')
    .flatMap((call) => pollsBy(call, nameOf(call)));
  return [...entities, ...functions];
}

function pollsBy({ execution, file, span }: EntityCall | SdkCall, what: string | null): readonly Poll[] {
  return execution.triggers.flatMap((trigger) => {
    const { kind, everyMs } = trigger;
    const isTimer = kind === 'interval' || kind === 'query';
    if (!isTimer || typeof everyMs !== 'number' || everyMs <= 0 || isBounded(trigger)) return [];
    return [{ everyMs, what, place: { file, ...span } }];
  });
}

function nameOf({ args: [name] }: SdkCall): string | null {
  return name?.t === 'literal' && typeof name.value === 'string' ? name.value : null;
}
