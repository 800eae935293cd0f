import type { CallerCheck, EntityCall, FunctionCall, Place } from '@base44-lint/model';
import { counted } from '../counted.js';
import type { Placed } from '../result/common.js';
import type { FunctionCheck, FunctionSummary } from '../result/matrix.js';
import type { Locate } from './locate.js';

type Level = CallerCheck['level'];

const mostPlaces = 4;

const asked: Readonly<Record<Exclude<Level, 'none' | 'unknown'>, string>> = {
  'signed-in': 'the signed-in user',
  owner: 'the owner of the row',
  role: 'a role',
  secret: 'a secret or signature',
};

const order: readonly (keyof typeof asked)[] = ['role', 'secret', 'owner', 'signed-in'];

/** Whether a function knows who calls: someone signed in, or whoever knows a secret. */
export function authenticationOf(
  calls: readonly FunctionCall[],
  code: FunctionSummary['code'],
  locate: Locate,
): FunctionCheck {
  return verdictOf(calls, code, locate, ['signed-in', 'owner', 'role', 'secret']);
}

/** Whether it asks whether this caller may: by a role, by whose row it is, by a secret. */
export function authorisationOf(
  calls: readonly FunctionCall[],
  code: FunctionSummary['code'],
  locate: Locate,
): FunctionCheck {
  return verdictOf(calls, code, locate, ['owner', 'role', 'secret']);
}

function verdictOf(
  all: readonly FunctionCall[],
  code: FunctionSummary['code'],
  locate: Locate,
  enough: readonly Level[],
): FunctionCheck {
  const calls = all.filter(needsCheck);
  if (calls.length === 0) {
    return code === 'not-checked'
      ? { verdict: 'unknown', reason: 'A part of its code could not be read or understood.', places: [] }
      : { verdict: 'no-calls', reason: 'No call to the platform or to another service is in sight.', places: [] };
  }
  const unknown = calls.filter(({ caller }) => caller.level === 'unknown');
  const without = calls.filter(({ caller }) => caller.level !== 'unknown' && !enough.includes(caller.level));
  const checked = calls.filter(({ caller }) => enough.includes(caller.level));
  const levels = order.filter((level) => checked.some(({ caller }) => caller.level === level));
  const by = levels.map((level) => asked[level]).join(', ');
  const places = [...checksOf(checked, locate), ...withoutOf(without, locate)];
  const open = counted(without.length, 'call');
  if (without.length > 0) {
    const rules = rulesNote(without);
    const held = without.every(isHeldByRules) && unknown.length === 0 && code === 'seen';
    // Who is asked for nothing, not even to sign in, is told by the verdict on authentication alone.
    if (held && !enough.includes('signed-in')) {
      const before = checked.length > 0 ? `Asks for ${by} before ${counted(checked.length, 'call')}; ` : '';
      const what = `${open} ${without.length === 1 ? 'asks' : 'ask'} for rows as the user, where the access rules of the entities decide.`;
      return { verdict: 'access-rules', reason: before === '' ? what : before + what, places };
    }
    if (checked.length === 0 && unknown.length === 0)
      return { verdict: 'never', reason: `${runs(open, without.length)} without it${rules}.`, places };
    const rest =
      checked.length > 0
        ? `${checked.length} after asking for ${by}`
        : `what precedes ${unknown.length} is not in sight`;
    return { verdict: 'partly', reason: `${runs(open, without.length)} without it, ${rest}${rules}.`, places };
  }
  if (unknown.length > 0 || code === 'not-checked') {
    const unseen =
      unknown.length > 0
        ? `What precedes ${counted(unknown.length, 'call')} is not in sight`
        : 'A part of its code could not be read or understood';
    return { verdict: 'unknown', reason: `${unseen}${by === '' ? '' : `; the others ask for ${by}`}.`, places };
  }
  return { verdict: 'always', reason: `Asks for ${by} before ${counted(calls.length, 'call')}.`, places };
}

const runs = (what: string, count: number): string => `${what} ${count === 1 ? 'runs' : 'run'}`;

/** To ask who calls, or to speak to a client of the app's own, needs no check before it. */
function needsCheck({ call }: FunctionCall): boolean {
  if ('origin' in call && call.origin === 'shim') return false;
  return !('member' in call && /^(?:auth|appLogs|analytics)\./.test(call.member) && 'origin' in call);
}

/** What runs as the user is held by the access rules of the entity, whatever the function asks. */
function rulesNote(calls: readonly FunctionCall[]): string {
  const held = calls.filter(isHeldByRules).length;
  return held === 0
    ? ''
    : `; the access rules of the entities hold for ${held === calls.length ? 'all of these' : held}`;
}

const isHeldByRules = ({ call }: FunctionCall): boolean => isEntityCall(call) && call.role === 'user';

const isEntityCall = (call: FunctionCall['call']): call is EntityCall => 'entity' in call;

function checksOf(calls: readonly FunctionCall[], locate: Locate): Placed[] {
  const places = new Map<string, { readonly level: keyof typeof asked; readonly place: Place }>();
  for (const { caller } of calls)
    for (const place of caller.places)
      places.set(`${place.file}:${place.start}`, { level: caller.level as keyof typeof asked, place });
  return [...places.values()].slice(0, mostPlaces).map(({ level, place: { file, ...span } }) => ({
    note: `asks for ${asked[level]}`,
    location: locate(file, span),
  }));
}

function withoutOf(calls: readonly FunctionCall[], locate: Locate): Placed[] {
  return calls.slice(0, mostPlaces).map(({ call }) => ({
    note: `${nameOf(call)} runs without`,
    location: locate(call.file, call.span),
  }));
}

function nameOf(call: FunctionCall['call']): string {
  if (isEntityCall(call)) return `${call.method} on ${call.entity.name ?? 'an entity that only the run decides'}`;
  return 'service' in call
    ? `${call.member} of ${call.service ?? 'an address that only the run decides'}`
    : call.member;
}
