import type { Zone } from '../app/types.js';
import type { GuardFact } from './facts.js';
import type { CallSite, Interpreter } from './meaning.js';
import { homeOf } from './execution.js';
import { knownOf, traitsOf, type Known } from './traits.js';
import type { CallerCheck } from './view.js';

type Level = CallerCheck['level'];
const ORDER: readonly Level[] = ['none', 'signed-in', 'owner', 'role', 'secret'];
const MAX_HOPS = 5;

/** What is known of the caller when a backend call runs: the strongest check on each way in, the weakest way in all. */
export function callerOf(site: CallSite, zone: Zone, interpreter: Interpreter): CallerCheck {
  if (zone !== 'function' && zone !== 'shared') return { level: 'unknown', places: [] };
  return along(site, interpreter, new Set(), 0);
}

function along(site: CallSite, interpreter: Interpreter, seen: Set<string>, hops: number): CallerCheck {
  const own = checksAt(site, interpreter);
  if (own.level === 'role' || own.level === 'secret' || own.level === 'owner') return own;
  const facts = interpreter.facts(site.file);
  const home = homeOf(site, interpreter);
  const key = `${site.file}#${home}`;
  if (seen.has(key) || hops > MAX_HOPS) return { level: 'unknown', places: [] };
  if (home === 0 || facts?.functions[home]?.uses.some(({ kind }) => kind === 'serve')) return own;
  const callers = interpreter.callersOf(site.file, home);
  if (callers.length === 0) return own.level === 'none' ? { level: 'unknown', places: [] } : own;
  const next = new Set([...seen, key]);
  const ways = callers.map((caller) => along(caller, interpreter, next, hops + 1));
  const weakest = ways.reduce((a, b) => (rank(b.level) < rank(a.level) ? b : a));
  return stronger(own, weakest);
}

/** `unknown` is neither guarded nor open; it ranks above the checks so that one known open way in decides. */
function rank(level: Level): number {
  return level === 'unknown' ? ORDER.length : ORDER.indexOf(level);
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
    const level = levelOfAll(knownOf(guard), file, interpreter);
    if (rank(level) > rank(best.level)) best = { level, places: [{ file, start: guard.start, end: guard.end }] };
  }
  return best;
}

function levelOfAll(facts: readonly Known[], file: string, interpreter: Interpreter): Level {
  return facts.reduce<Level>((best, one) => {
    const level = levelOf(one, file, interpreter);
    return rank(level) > rank(best) ? level : best;
  }, 'none');
}

function levelOf(fact: Known, file: string, interpreter: Interpreter): Level {
  if ('either' in fact) {
    const levels = fact.either.map((part) => levelOfAll(part, file, interpreter));
    return levels.reduce((a, b) => (rank(b) < rank(a) ? b : a));
  }
  const { test, holds } = fact;
  if (test.op === 'truthy') {
    const traits = traitsOf({ file, term: test.term }, interpreter);
    if (!holds) return 'none';
    if (traits.has('role')) return 'role';
    if (traits.has('secret')) return 'secret';
    return traits.has('me') ? 'signed-in' : 'none';
  }
  const left = traitsOf({ file, term: test.left }, interpreter);
  const right = traitsOf({ file, term: test.right }, interpreter);
  const has = (trait: 'me' | 'role' | 'secret' | 'row' | 'input') => left.has(trait) || right.has(trait);
  const equal = test.by.startsWith('=') === holds;
  const nothing = isNothing(test.left) || isNothing(test.right);
  if (nothing) return !equal && has('me') ? 'signed-in' : 'none';
  if (has('role')) return equal || !mentionsAdmin(test) ? 'role' : 'none';
  if (has('secret')) return equal ? 'secret' : 'none';
  if (!has('me') || !equal) return 'none';
  return left.has('constant') || right.has('constant') ? 'role' : 'owner';
}

function isNothing(term: { t: string; value?: unknown }): boolean {
  return term.t === 'undefined' || (term.t === 'literal' && (term.value === null || term.value === ''));
}

/** "is not admin" is no right; "is not a plain user" is one. */
function mentionsAdmin(test: { left: { t: string; value?: unknown }; right: { t: string; value?: unknown } }): boolean {
  return [test.left, test.right].some((side) => side.t === 'literal' && /admin|owner|staff|manager/i.test(String(side.value)));
}
