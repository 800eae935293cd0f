import type { GuardFact, Term, Test } from './facts.js';
import { splitId, type Interpreter, type Scoped } from './meaning.js';
import { children } from './terms.js';

/**
 * What a value says about the caller:
 * `me` comes from `auth.me()`; `role` a role or right of the caller; `secret` a shared secret, signature or token;
 * `input` was sent by the caller; `row` comes from an entity.
 */
export type Trait = 'me' | 'role' | 'secret' | 'input' | 'row' | 'constant';

const ROLE = /(?:^|_)role$|role$|^is_?(?:super)?_?admin$|^is_?(?:owner|staff|manager|moderator)$|admin|permission|^can[A-Z]|privilege/i;
const SECRET = /secret|signature|hmac|webhook|cron|api_?key|token|bearer|passcode|shared_?key/i;
const AUTH = /auth|login|session|currentuser|getuser|^me$|requireuser|whoami/i;
const SECRET_HEADER = /signature|secret|authorization|api-?key|token|cron|x-hub|svix/i;
const MAX_DEPTH = 10;

export function traitsOf(scoped: Scoped, interpreter: Interpreter): ReadonlySet<Trait> {
  const traits = new Set<Trait>();
  collect(scoped, interpreter, traits, new Set(), 0);
  return traits;
}

function collect(scoped: Scoped, interpreter: Interpreter, traits: Set<Trait>, seen: Set<Term>, depth: number): void {
  const { file, term } = scoped;
  if (depth > MAX_DEPTH || seen.has(term)) return;
  seen.add(term);
  const into = (next: Term, where = file) => collect({ file: where, term: next }, interpreter, traits, seen, depth + 1);
  switch (term.t) {
    case 'literal':
      traits.add('constant');
      return;
    case 'get': {
      byName(term.key, traits);
      const passed = interpreter.passedTo(scoped);
      if (passed.length === 0) into(term.of);
      for (const one of passed.slice(0, 8)) into(one.term, one.file);
      return;
    }
    case 'param': {
      const fn = interpreter.facts(file)?.functions[term.fn];
      const name = fn?.params[term.index] ?? '';
      if (/^(?:user|me|currentUser|caller|actor)$/.test(name)) traits.add('me');
      if (fn?.uses.some(({ kind }) => kind === 'serve')) traits.add('input');
      for (const one of interpreter.passedTo(scoped).slice(0, 8)) into(one.term, one.file);
      return;
    }
    case 'global':
    case 'import':
      byName(term.name, traits);
      return;
    case 'call':
      ofCall(file, term, interpreter, traits, into);
      return;
    default:
      for (const child of children(term)) into(child);
  }
}

function ofCall(file: string, term: Extract<Term, { t: 'call' }>, interpreter: Interpreter, traits: Set<Trait>, into: (next: Term, where?: string) => void): void {
  const meaning = interpreter.meaningOf({ file, term: term.callee });
  if (meaning.kind === 'sdk') {
    if (/^auth\.(?:me|isAuthenticated)$/.test(meaning.path)) traits.add('me');
    return;
  }
  if (term.callee.t === 'get') {
    const owner = interpreter.meaningOf({ file, term: term.callee.of });
    if (owner.kind === 'entity') {
      traits.add('row');
      // A row found by a token that the caller must know is a check of that token; one found by the user's id is theirs.
      for (const argument of term.args.slice(0, 1)) into(argument);
      return;
    }
    if (term.callee.key === 'get' && isEnvironment(term.callee.of)) {
      traits.add('secret');
      return;
    }
    if (term.callee.key === 'get') {
      const header = term.args[0];
      if (header?.t === 'literal' && typeof header.value === 'string') {
        traits.add('input');
        if (SECRET_HEADER.test(header.value)) traits.add('secret');
        return;
      }
    }
    if (/^(?:constructEvent(?:Async)?|verify|timingSafeEqual|unwrap|validateSignature)$/.test(term.callee.key)) traits.add('secret');
    byName(term.callee.key, traits);
    into(term.callee.of);
  }
  if (term.callee.t === 'import' || term.callee.t === 'global') byHelperName(term.callee.name, traits);
  for (const id of interpreter.functionsOf({ file, term: term.callee })) {
    const [owner, fn] = splitId(id);
    const facts = interpreter.facts(owner);
    byHelperName(facts?.functions[fn]?.name ?? '', traits);
    for (const returned of facts?.functions[fn]?.returns ?? []) into(returned, owner);
    for (const guard of facts?.guards ?? []) {
      if (guard.fn === fn) for (const part of termsOf(guard.test)) into(part, owner);
    }
  }
  for (const argument of term.args) into(argument);
}

function byName(name: string, traits: Set<Trait>): void {
  if (ROLE.test(name)) traits.add('role');
  else if (SECRET.test(name)) traits.add('secret');
}

function byHelperName(name: string, traits: Set<Trait>): void {
  if (/admin|role|owner|permission|staff|authoriz|can[A-Z]/i.test(name)) traits.add('role');
  else if (SECRET.test(name)) traits.add('secret');
  else if (AUTH.test(name)) traits.add('me');
}

function isEnvironment(term: Term): boolean {
  return (term.t === 'get' && (term.key === 'env' || term.key === 'secrets')) || (term.t === 'import' && term.name === 'secrets');
}

export function termsOf(test: Test): readonly Term[] {
  switch (test.op) {
    case 'and':
    case 'or':
      return test.of.flatMap(termsOf);
    case 'not':
      return termsOf(test.of);
    case 'truthy':
      return [test.term];
    case 'compare':
      return [test.left, test.right];
  }
}

/** What is known in the region a guard covers: a list of facts that all hold, each with its polarity. */
export type Known = { readonly test: Extract<Test, { op: 'truthy' | 'compare' }>; readonly holds: boolean } | { readonly either: readonly (readonly Known[])[] };

export function knownOf(guard: GuardFact): Known[] {
  return known(guard.test, guard.holds);
}

function known(test: Test, holds: boolean): Known[] {
  switch (test.op) {
    case 'not':
      return known(test.of, !holds);
    case 'and':
    case 'or':
      return (test.op === 'and') === holds ? test.of.flatMap((part) => known(part, holds)) : [{ either: test.of.map((part) => known(part, holds)) }];
    default:
      return [{ test, holds }];
  }
}
