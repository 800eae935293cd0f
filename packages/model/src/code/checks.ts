import type { GuardFact, Term, Test } from './facts.js';
import { known, knownOf, type Atom, type Known } from './known.js';
import { splitId, type Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { isKnownOfRow } from './row-checks.js';
import { isSameTerm } from './same-term.js';
import { isSecretSetting, nameOfCallee, traitsOf, type Trait } from './traits.js';
import type { CallerCheck } from './view.js';

export type Level = CallerCheck['level'];

/** From weak to strong. `unknown` is neither guarded nor open and ranks above all, so that one known open way decides. */
const ORDER: readonly Level[] = ['none', 'signed-in', 'owner', 'role', 'secret', 'unknown'];

export const rank = (level: Level): number => ORDER.indexOf(level);
const strongest = (levels: Iterable<Level>): Level =>
  [...levels].reduce((a, b) => (rank(b) > rank(a) ? b : a), 'none' as Level);
const weakest = (levels: readonly Level[]): Level =>
  levels.reduce((a, b) => (rank(b) < rank(a) ? b : a), 'unknown' as Level);

const MAX_HELPERS = 4;

/**
 * What a guard proves about the caller. Presence proves nothing but itself: that a key is configured, a header was sent
 * or a body names a role is no check; a comparison, a signature, a row found by its token is.
 */
export function levelOfGuard(guard: GuardFact, file: string, interpreter: Interpreter, hops = 0): Level {
  if (hops > 0) return judge(guard, file, interpreter, hops);
  const known = judged.get(interpreter) ?? new WeakMap<GuardFact, Level>();
  judged.set(interpreter, known);
  const before = known.get(guard);
  if (before !== undefined) return before;
  const level = judge(guard, file, interpreter, hops);
  known.set(guard, level);
  return level;
}

/** A guard lies around many calls, and each asks what it proves. It belongs to one file, so it alone is the key. */
const judged = new WeakMap<Interpreter, WeakMap<GuardFact, Level>>();

function judge(guard: GuardFact, file: string, interpreter: Interpreter, hops: number): Level {
  if (guard.kind === 'ran')
    return guard.test.op === 'truthy' ? levelOfRun({ file, term: guard.test.term }, interpreter, hops) : 'none';
  return levelOfAll(knownOf(guard), file, interpreter, hops);
}

/**
 * What several guards prove together: `if (!user && !byKey) return` and `if (user && user.role !== 'admin') return` leave an
 * admin or the key. Ways that another guard rules out do not count.
 */
export function levelOfGuards(guards: readonly GuardFact[], file: string, interpreter: Interpreter): Level {
  const facts = guards.filter(({ kind }) => kind !== 'ran').flatMap(knownOf);
  const sure = facts.filter((fact): fact is Atom => !('either' in fact));
  const open = facts.flatMap((fact) => ('either' in fact ? [fact.either] : [])).slice(0, MAX_OPEN);
  if (open.length === 0) return 'none';
  const ways = open.reduce<readonly (readonly Known[])[]>(
    (before, either) =>
      before
        .flatMap((way) => either.map((part) => [...way, ...part]))
        .filter((way) => isConsistent(way))
        .slice(0, MAX_WAYS),
    [sure],
  );
  return ways.length > 0 && ways.length < MAX_WAYS
    ? weakest(ways.map((way) => levelOfAll(way, file, interpreter, 0)))
    : 'none';
}

const MAX_OPEN = 4;
const MAX_WAYS = 64;

function isConsistent(facts: readonly Known[]): boolean {
  const atoms = facts.filter((fact): fact is Atom => !('either' in fact));
  return !atoms.some((one, index) => atoms.slice(index + 1).some((other) => contradicts(one, other)));
}

function contradicts(one: Atom, other: Atom): boolean {
  if (one.test.op === 'truthy' || other.test.op === 'truthy')
    return (
      one.test.op === 'truthy' &&
      other.test.op === 'truthy' &&
      one.holds !== other.holds &&
      isSameTerm(one.test.term, other.test.term)
    );
  if (!/^[!=]={1,2}$/.test(one.test.by) || !/^[!=]={1,2}$/.test(other.test.by)) return false;
  return (
    (one.test.by.startsWith('=') === one.holds) !== (other.test.by.startsWith('=') === other.holds) &&
    isSameTerm(one.test.left, other.test.left) &&
    isSameTerm(one.test.right, other.test.right)
  );
}

/** What a test proves about the caller, or about whose a row is, where it holds. */
export function levelOfTest(test: Test, file: string, interpreter: Interpreter): Level {
  return levelOfAll(known(test, true), file, interpreter, 0);
}

function levelOfAll(facts: readonly Known[], file: string, interpreter: Interpreter, hops: number): Level {
  return strongest(
    facts.map((fact) =>
      'either' in fact
        ? weakest(fact.either.map((part) => levelOfAll(part, file, interpreter, hops)))
        : levelOfAtom(fact, file, interpreter, hops),
    ),
  );
}

/** A call that has completed: `auth.me()` and helpers that throw. */
function levelOfRun(scoped: Scoped, interpreter: Interpreter, hops: number): Level {
  const { file, term } = scoped;
  if (term.t !== 'call') return 'none';
  const meaning = interpreter.meaningOf({ file, term: term.callee });
  if (meaning.kind === 'sdk') return meaning.path === 'auth.me' ? 'signed-in' : 'none';
  if (term.callee.t === 'get' && /^(?:constructEvent(?:Async)?|unwrap)$/.test(term.callee.key)) return 'secret';
  if (
    term.callee.t === 'get' &&
    term.callee.key === 'verify' &&
    term.args.length >= 2 &&
    term.callee.of.t === 'call' &&
    term.callee.of.isNew
  )
    return 'secret';
  // What was encrypted with a key of the server can only come from who has the key.
  if (/^decrypt/i.test(calledName(scoped, interpreter)) && isSent(scoped, interpreter)) return 'secret';
  return levelOfHelper(scoped, interpreter, hops);
}

function calledName({ file, term }: Scoped, interpreter: Interpreter): string {
  if (term.t !== 'call') return '';
  if (term.callee.t === 'function') return interpreter.facts(file)?.functions[term.callee.fn]?.name ?? '';
  return nameOfCallee(term.callee);
}

function isSent({ file, term }: Scoped, interpreter: Interpreter): boolean {
  if (term.t !== 'call') return false;
  const traits = term.args.map((argument) => traitsOf({ file, term: argument }, interpreter));
  return traits.some((one) => one.has('input') && !one.has('row')) && traits.some((one) => one.has('env'));
}

/** What a helper of the app checks: by the guards in its body, or by its name where it is out of sight. */
function levelOfHelper({ file, term }: Scoped, interpreter: Interpreter, hops: number): Level {
  if (term.t !== 'call' || hops > MAX_HELPERS) return 'none';
  const ids = interpreter.functionsOf({ file, term: term.callee });
  if (ids.length === 0) return term.callee.t === 'import' ? levelByName(nameOfCallee(term.callee)) : 'none';
  return strongest(
    ids.flatMap((id) => {
      const [owner, fn] = splitId(id);
      return interpreter.once(asking[hops]!, id, () => levelsIn(owner, fn, interpreter, hops));
    }),
  );
}

/** Answers by the number of helpers on the way, because the way ends after some. */
const asking = Array.from({ length: MAX_HELPERS + 1 }, (_, hops) => Symbol(`what helpers check, ${hops} deep`));

function levelsIn(owner: string, fn: number, interpreter: Interpreter, hops: number): readonly Level[] {
  const facts = interpreter.facts(owner);
  const guards = facts?.guards.filter((guard) => guard.fn === fn && guard.kind !== 'branch') ?? [];
  const asked = guards.map((guard) => levelOfGuard(guard, owner, interpreter, hops + 1));
  const said = (facts?.functions[fn]?.returns ?? []).map((term) => levelOfAnswer({ file: owner, term }, interpreter));
  // A body that asks something is believed; one that asks nothing we know, or looks rights up, is taken at its name.
  const asks = guards.some(({ kind }) => kind === 'exit') || [...asked, ...said].some((level) => level !== 'none');
  const isNamed = !asks || looksUp(owner, fn, interpreter);
  return [...asked, ...said, ...(isNamed ? [levelByName(facts?.functions[fn]?.name ?? '')] : [])];
}

/** `return req.headers.get('x-key') === KEY`. */
function levelOfAnswer({ file, term }: Scoped, interpreter: Interpreter): Level {
  if (term.t !== 'mix' || term.of.length !== 2) return 'none';
  const [left, right] = term.of as [Term, Term];
  return levelOfAtom({ test: { op: 'compare', by: '===', left, right }, holds: true }, file, interpreter, 0);
}

/** Entities in which apps keep who may do what. */
const RIGHTS = /Role|Permission|Access|Member|Staff|Admin|Team|Employee|Grant/;

/** A helper that reads such an entity: what it asks of the rows may be too long a way for us. */
function looksUp(file: string, fn: number, interpreter: Interpreter): boolean {
  const calls = interpreter.facts(file)?.calls ?? [];
  return calls.some(({ fn: home, callee }) => {
    if (home !== fn || callee.t !== 'get') return false;
    const meaning = interpreter.meaningOf({ file, term: callee.of });
    return meaning.kind === 'entity' && meaning.names.some((name) => RIGHTS.test(name));
  });
}

/** A helper whose answer depends on a role of the caller: `tierOf(user)`, which is empty for everyone without one. */
function decidesByRole({ file, term }: Scoped, interpreter: Interpreter): boolean {
  if (term.t !== 'call') return false;
  return interpreter.functionsOf({ file, term: term.callee }).some((id) => {
    const [owner, fn] = splitId(id);
    return interpreter.once(deciding, id, () => {
      const guards = interpreter.facts(owner)?.guards ?? [];
      return guards.some((guard) => guard.fn === fn && asksRole(guard.test, owner, interpreter));
    });
  });
}

const deciding = Symbol('functions that decide by a role');

function asksRole(test: Test, file: string, interpreter: Interpreter): boolean {
  switch (test.op) {
    case 'and':
    case 'or':
      return test.of.some((part) => asksRole(part, file, interpreter));
    case 'not':
      return asksRole(test.of, file, interpreter);
    default: {
      const terms = test.op === 'truthy' ? [test.term] : [test.left, test.right];
      const traits = new Set(terms.flatMap((term) => [...traitsOf({ file, term }, interpreter)]));
      return traits.has('role') && traits.has('me');
    }
  }
}

function levelByName(name: string): Level {
  if (
    /(?:If|Optional|Maybe|Url|URL|Config|Configured|Enabled|Expired|Format|Length|Exists)(?:[A-Z]|$)/.test(name) ||
    !/^(?:require|assert|ensure|verify|check|enforce|guard|validate|authori[sz]e|authenticate|must|is|has|can)/i.test(
      name,
    )
  )
    return 'none';
  if (/admin|role|owner|permission|staff|manager|access|authori[sz]/i.test(name)) return 'role';
  if (/secret|signature|hmac|webhook|cron|token|apikey/i.test(name)) return 'secret';
  return /auth|user|login|session|signedin/i.test(name) ? 'signed-in' : 'none';
}

function levelOfAtom({ test, holds }: Atom, file: string, interpreter: Interpreter, hops: number): Level {
  if (test.op === 'truthy') return levelOfTruthy(test.term, holds, file, interpreter, hops);
  const left = traitsOf({ file, term: test.left }, interpreter);
  const right = traitsOf({ file, term: test.right }, interpreter);
  const has = (trait: Trait) => left.has(trait) || right.has(trait);
  const equal = test.by.startsWith('=') === holds;
  if (isNothing(test.left) || isNothing(test.right)) return equal ? 'none' : ofPresence(new Set([...left, ...right]));
  if (has('role') && (has('me') || !has('input'))) return equal || !namesHighRole(test) ? 'role' : 'none';
  // `if (index === -1) return`: found by what the caller knows.
  if (!equal)
    return has('row') && has('token') && has('input') && (isFixed(left) || isFixed(right)) ? 'secret' : 'none';
  if (has('env') && (has('header') || has('input') || has('token'))) return 'secret';
  if ((has('header') || has('token')) && has('input') && (has('constant') || has('row'))) return 'secret';
  if (has('verified') || isKnownOfRow({ test, holds }, file, interpreter)) return 'secret';
  // The payment service itself says that it was paid.
  if (has('answer') && [test.left, test.right].some(isConfirmation)) return 'secret';
  if (!has('me')) return 'none';
  return left.has('constant') || right.has('constant') ? 'role' : 'owner';
}

function levelOfTruthy(term: Term, holds: boolean, file: string, interpreter: Interpreter, hops: number): Level {
  // One of several values is there, and which of them is not said.
  if (holds && term.t === 'any')
    return weakest(
      term.of
        .filter((one) => one.t !== '?' && !isNothing(one) && !(one.t === 'literal' && one.value === false))
        .map((one) => levelOfTruthy(one, holds, file, interpreter, hops)),
    );
  // `if (SECRET && key !== SECRET) return`: only a server without the secret lets everyone through, and code does not say which has none.
  if (!holds && isSecretSetting(term)) return 'secret';
  const helper = helperIn(term);
  // `if (tokens.error) return`: what a service answered to a code that only its redirect knows.
  if (!holds && term.t === 'get' && FAILURE.test(term.key) && isVerdict({ file, term }, interpreter)) return 'secret';
  // `const { error } = await authorize(req); if (error) return error`, and `if (auth instanceof Response) return auth`
  if (!holds)
    return helper && (term.t === 'mix' || (term.t === 'get' && FAILURE.test(term.key)))
      ? levelOfHelper({ file, term: helper }, interpreter, hops)
      : 'none';
  const own = helper ? levelOfHelper({ file, term: helper }, interpreter, hops) : 'none';
  const decided = helper && decidesByRole({ file, term: helper }, interpreter) ? 'role' : 'none';
  return strongest([own, decided, ofPresence(traitsOf({ file, term }, interpreter))]);
}

const isFixed = (traits: ReadonlySet<Trait>): boolean => [...traits].every((trait) => trait === 'constant');

const isConfirmation = (term: Term): boolean =>
  term.t === 'literal' &&
  typeof term.value === 'string' &&
  /^(?:paid|completed?|succeeded|success|approved|verified|captured)$/i.test(term.value);

function isVerdict(scoped: Scoped, interpreter: Interpreter): boolean {
  const traits = traitsOf(scoped, interpreter);
  return traits.has('verified') && traits.has('answer');
}

const FAILURE = /err|denied|fail|response|unauth|forbid|block|reason/i;

/** What the mere presence of a value proves. */
function ofPresence(traits: ReadonlySet<Trait>): Level {
  if (traits.has('verified')) return 'secret';
  if (
    traits.has('me') &&
    (traits.has('role') || (traits.has('member') && (traits.has('constant') || traits.has('env'))))
  )
    return 'role';
  if (traits.has('me') && traits.has('member')) return 'owner';
  if (traits.has('row') && (traits.has('token') || traits.has('header')) && traits.has('input') && !traits.has('me'))
    return 'secret';
  if (traits.has('member') && traits.has('input') && (traits.has('header') || traits.has('token')) && traits.has('env'))
    return 'secret';
  if (traits.has('me')) return traits.has('row') && (!traits.has('own') || traits.has('input')) ? 'owner' : 'signed-in';
  return 'none';
}

/** The call of a helper that a value comes from: `(await authorize(req)).ok`. */
function helperIn(term: Term): Term | null {
  switch (term.t) {
    case 'call':
      return term;
    case 'get':
      return helperIn(term.of);
    case 'mix':
      return term.of[0] ? helperIn(term.of[0]) : null;
    default:
      return null;
  }
}

function isNothing(term: Term): boolean {
  return (
    term.t === 'undefined' || (term.t === 'literal' && (term.value === null || term.value === '' || term.value === 0))
  );
}

/** "Is not admin" is no right; "is not a plain user" is one. */
function namesHighRole({ left, right }: { readonly left: Term; readonly right: Term }): boolean {
  return [left, right].some((side) => side.t === 'literal' && /admin|owner|staff|manager/i.test(String(side.value)));
}
