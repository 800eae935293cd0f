import { wordsOf, type EntityCall, type FileView, type Place, type SdkCall } from '@base44-lint/model';
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
    if (isWait(file, execution.component) || (what !== null && isOwnState(what))) return [];
    return [{ everyMs, what, place: { file, ...span } }];
  });
}

/**
 * Settings, the own account, the state of a job and the answer of a model are looked at again for one's own sake, not for
 * what others do.
 */
function isOwnState(name: string): boolean {
  if (wordsOf(name).some((word) => /^(?:agent|ai|bot|assistant)s?$/.test(word))) return true;
  return /^(?:settings?|config|configuration|flags?|version|user|executions?|jobs?|runs?|status|logs?|progress)$/.test(
    wordsOf(name).at(-1) ?? '',
  );
}

/** What a page is called on which one waits for a payment, a sign-in, a job of one's own. */
const wait =
  /^(?:confirmation|confirm|success|thanks|callback|processing|progress|checkout|payment|payments|waiting|verification|verify|onboarding|uploads?|uploader|imports?|importer|exports?|exporter|job|jobs|sync|generator|generating|scan|health)$/;

function isWait(file: string, component: string | null): boolean {
  const name = file.slice(file.lastIndexOf('/') + 1).replace(/\.[^.]+$/, '');
  return [name, component ?? ''].some((one) => wordsOf(one).some((word) => wait.test(word)));
}

function nameOf({ args: [name] }: SdkCall): string | null {
  return name?.t === 'literal' && typeof name.value === 'string' ? name.value : null;
}
