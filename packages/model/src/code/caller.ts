import type { Zone } from '../app/types.js';
import { levelOfGuard, levelOfGuards, rank } from './checks.js';
import { homeOf } from './execution.js';
import type { GuardFact } from './facts.js';
import type { CallSite, Interpreter } from './interpreter.js';
import { nameOfCallee } from './traits.js';
import type { CallerCheck } from './view.js';
import { isServedThrough, LETS_IN } from './wrapped.js';

const MAX_HOPS = 5;
const UNKNOWN: CallerCheck = { level: 'unknown', places: [] };

/** What is known of the caller when a call runs: the strongest check on each way in, the weakest way in all. */
export function callerOf(site: CallSite, zone: Zone, interpreter: Interpreter): CallerCheck {
  if (zone === 'frontend') {
    // A check in the browser protects nothing; it says for whom the code was written.
    const own = checksAt(site, interpreter);
    return own.level === 'role' ? own : (pageGuard(site, interpreter) ?? UNKNOWN);
  }
  if (zone === 'other') return UNKNOWN;
  return along(site, interpreter, new Set(), 0);
}

/**
 * The check with which a component turns away those without a role. Hooks run before anything is returned, so it can only
 * stand below the reads of a page that is meant for few.
 */
function pageGuard({ file, call }: CallSite, interpreter: Interpreter): CallerCheck | null {
  const facts = interpreter.facts(file);
  if (!facts) return null;
  const around = new Set<number>();
  for (let fn = call.fn; fn !== 0 && !around.has(fn); fn = facts.functions[fn]?.parent ?? 0) around.add(fn);
  const guard = facts.guards.find(
    (one) =>
      one.kind === 'exit' &&
      one.covers.start >= call.end &&
      around.has(one.fn) &&
      facts.functions[one.fn]?.component === true &&
      levelOfGuard(one, file, interpreter) === 'role',
  );
  return guard ? { level: 'role', places: [{ file, start: guard.start, end: guard.end }] } : null;
}

/**
 * What is known of the caller where a call's value leaves: checks between the call and the answer count as well
 * (`const row = await get(id); if (row.owner !== user.id) return deny()`).
 */
export function answererOf(site: CallSite, zone: Zone, caller: CallerCheck, interpreter: Interpreter): CallerCheck {
  if (zone === 'frontend' || zone === 'other' || isEnough(caller.level)) return caller;
  const guards = interpreter.facts(site.file)?.guards ?? [];
  const home = homeOf(site, interpreter);
  const later = guards.filter(
    ({ kind, fn, covers }) =>
      kind === 'exit' &&
      covers.start >= site.call.end &&
      homeOf({ ...site, call: { ...site.call, fn } }, interpreter) === home,
  );
  return later.reduce((best, guard) => {
    const level = levelOfGuard(guard, site.file, interpreter);
    return isEnough(level) && rank(level) > rank(best.level === 'unknown' ? 'none' : best.level)
      ? { level, places: [{ file: site.file, start: guard.start, end: guard.end }] }
      : best;
  }, caller);
}

const isEnough = (level: CallerCheck['level']): boolean => level === 'role' || level === 'secret' || level === 'owner';

function along(site: CallSite, interpreter: Interpreter, seen: Set<string>, hops: number): CallerCheck {
  const own = checksAt(site, interpreter);
  if (own.level === 'role' || own.level === 'secret' || own.level === 'owner') return own;
  const facts = interpreter.facts(site.file);
  const home = homeOf(site, interpreter);
  const key = `${site.file}#${home}`;
  if (seen.has(key) || hops > MAX_HOPS) return UNKNOWN;
  // A callback that the module hands to a wrapper of its own: the wrapper may check.
  if (home === 0 && site.call.fn !== 0) return own.level === 'none' ? UNKNOWN : own;
  const handler = facts?.functions[home];
  if (home !== 0 && handler && isServedThrough(handler)) return throughWrapper(site.file, home, own, interpreter);
  if (home === 0 || handler?.uses.some(({ kind }) => kind === 'serve')) return own;
  const all = interpreter.callersOf(site.file, home);
  // What a `catch` does after a failure says little of who gets there, where another way is known.
  const first = all.filter(({ call }) => !call.recovery);
  const callers = first.length > 0 ? first : all;
  if (callers.length === 0) return own.level === 'none' ? UNKNOWN : own;
  const next = new Set([...seen, key]);
  const ways = callers.map((caller) => along(caller, interpreter, next, hops + 1));
  const weakest = ways.reduce((a, b) => (rank(b.level) < rank(a.level) ? b : a));
  return stronger(own, weakest);
}

/** `Deno.serve(requireAdmin(fn))`: what the wrapper asks before it runs the function. Out of sight it may ask anything. */
function throughWrapper(file: string, home: number, own: CallerCheck, interpreter: Interpreter): CallerCheck {
  const runs = interpreter.callersOf(file, home);
  if (runs.length > 0) {
    const ways = runs.map((run) => checksAt(run, interpreter));
    return stronger(
      own,
      ways.reduce((a, b) => (rank(b.level) < rank(a.level) ? b : a)),
    );
  }
  const use = interpreter.facts(file)?.functions[home]?.uses.find(({ kind }) => kind === 'callback');
  const wrapper =
    use && interpreter.facts(file)?.calls.find(({ start, end }) => start === use.start && end === use.end);
  return own.level === 'none' && !(wrapper && LETS_IN.test(nameOfCallee(wrapper.callee))) ? UNKNOWN : own;
}

function stronger(own: CallerCheck, other: CallerCheck): CallerCheck {
  if (other.level === 'unknown') return own.level === 'none' ? other : own;
  return rank(other.level) > rank(own.level) ? other : own;
}

function checksAt({ file, call }: CallSite, interpreter: Interpreter): CallerCheck {
  let best: CallerCheck = { level: 'none', places: [] };
  const guards = interpreter.facts(file)?.guards ?? [];
  for (const index of call.guards) {
    const guard = guards[index] as GuardFact;
    const level = levelOfGuard(guard, file, interpreter);
    if (rank(level) > rank(best.level)) best = { level, places: [{ file, start: guard.start, end: guard.end }] };
  }
  if (isEnough(best.level)) return best;
  const around = call.guards.flatMap((index) => guards[index] ?? []);
  const together = levelOfGuards(around, file, interpreter);
  const [last] = around.slice(-1);
  if (last && rank(together) > rank(best.level))
    return { level: together, places: [{ file, start: last.start, end: last.end }] };
  return best;
}
