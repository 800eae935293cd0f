import type { FileView, Term } from '@base44-lint/model';

/** Whose value a term is: of the signed-in user, or of the tenant that the user is in. */
export interface Own {
  readonly who: 'user' | 'tenant';
  /** False where only a name says so that is also given to rows (`user`). */
  readonly sure: boolean;
  /** Last member of the value: `email` of `user.email`; null where it is the whole. */
  readonly member: string | null;
}

/** Names that mean the signed-in user and nobody else; `user` alone is also what rows of users are called. */
const ME = /^(?:me|currentUser|authUser|loggedInUser|signedInUser|sessionUser|current_user|myProfile|currentProfile)$/;
const USER = /^(?:user|profile)$/;
const ME_HOOK = /^use(?:Auth|User|CurrentUser|Me|Session|AuthUser|AuthContext|UserContext|LoggedInUser)$/;
const ME_GETTER = /^(?:get|load|fetch|require|resolve)(?:Current|Auth|LoggedIn|SignedIn)User$|^getMe$/;
const TENANT =
  'Tenant|Org|Organi[sz]ation|Company|Workspace|Account|Family|Household|Club|School|Clinic|Branch|Store|Site|Team';
const TENANT_HOOK = new RegExp(`^use(?:Current|Active|My)?(?:${TENANT})(?:Context)?$`);
const TENANT_NAME = new RegExp(`^(?:current|my)(?:${TENANT})(?:Id)?$`);
/** States that start with the user and may then be anybody: a choice on the screen. */
const CHOSEN = /^(?:selected|chosen|picked|filter|target|search|form|edit|view|draft)/i;
/** Methods that leave it the same value for a comparison. */
const SAME = new Set(['toLowerCase', 'toUpperCase', 'trim', 'toString']);
const MAX_DEPTH = 12;

/** Tells values of the signed-in user and tenant from all others in one file. */
export class Identity {
  /** Offsets of `auth.me()`, and of the `useState` calls whose state holds what it gives back. */
  readonly #me: ReadonlySet<number>;

  readonly #known = new Map<Term, Own | null>();
  /** Arguments that calls in the file hand to each of its functions. */
  readonly #handed = new Map<number, (readonly Term[])[]>();

  constructor(private readonly file: FileView) {
    for (const { callee, args } of file.facts.calls)
      if (callee.t === 'function') this.#handed.set(callee.fn, [...(this.#handed.get(callee.fn) ?? []), args]);
    const calls = file.sdkCalls.filter(({ member }) => member === 'auth.me');
    this.#me = new Set(
      calls.flatMap(({ span, result }) => [
        span.start,
        ...result.states.flatMap(({ at, name }) => (CHOSEN.test(name ?? '') ? [] : [at])),
      ]),
    );
  }

  of(term: Term, depth = 0): Own | null {
    if (depth > MAX_DEPTH) return null;
    const known = this.#known.get(term);
    if (known !== undefined) return known;
    // Terms are shared and functions call each other: a value that leads back to itself is nobody's.
    this.#known.set(term, null);
    const own = this.#of(term, depth);
    this.#known.set(term, own);
    return own;
  }

  #of(term: Term, depth: number): Own | null {
    switch (term.t) {
      case 'any':
        return this.#all(term.of, depth);
      case 'param':
        return this.#param(term, depth);
      case 'get':
        return this.#member(term, depth);
      case 'call':
        return this.#call(term, depth);
      case 'import':
      case 'global':
        return ME.test(term.name) ? { who: 'user', sure: false, member: null } : null;
      default:
        return null;
    }
  }

  /** One of several values: all of them the user's, apart from "nothing" and defaults. */
  #all(terms: readonly Term[], depth: number): Own | null {
    const values = terms.filter(({ t }) => t !== 'undefined' && t !== 'literal');
    const own = values.map((value) => this.of(value, depth + 1));
    const [first] = own;
    return first && own.every((one) => one !== null) ? { ...first, sure: own.every((one) => one?.sure) } : null;
  }

  #param({ fn, index }: Extract<Term, { t: 'param' }>, depth: number): Own | null {
    const passed = (this.#handed.get(fn) ?? []).map((args) => args[index] ?? ({ t: 'undefined' } as const));
    if (passed.length > 0) return this.#all(passed, depth);
    return named(this.file.facts.functions[fn]?.params[index] ?? '');
  }

  #member({ of, key }: Extract<Term, { t: 'get' }>, depth: number): Own | null {
    if (of.t === 'call') {
      if (key === '0' && this.#me.has(of.at)) return { who: 'user', sure: true, member: null };
      if (key === 'data') {
        const asked = this.#asked(of, depth);
        if (asked) return asked;
      }
      const name = nameOf(of.callee);
      if (name.startsWith('use')) {
        if (ME.test(key) || USER.test(key)) return { who: 'user', sure: true, member: null };
        if (TENANT_NAME.test(key)) return { who: 'tenant', sure: true, member: null };
      }
    }
    const owner = this.of(of, depth + 1);
    if (owner) return { ...owner, member: key };
    // A destructured property of a component or an options object.
    return of.t === 'param' ? named(key) : null;
  }

  /** `useQuery({ queryFn: () => base44.auth.me() })` */
  #asked({ args }: Extract<Term, { t: 'call' }>, depth: number): Own | null {
    const [options] = args;
    const queryFn = options?.t === 'object' ? options.props.find(([key]) => key === 'queryFn')?.[1] : undefined;
    return queryFn?.t === 'function' ? this.#returned(queryFn.fn, depth) : null;
  }

  #returned(fn: number, depth: number): Own | null {
    return this.#all(this.file.facts.functions[fn]?.returns ?? [], depth + 1);
  }

  #call(term: Extract<Term, { t: 'call' }>, depth: number): Own | null {
    if (this.#me.has(term.at)) return { who: 'user', sure: true, member: null };
    const { callee, args } = term;
    if (callee.t === 'get' && SAME.has(callee.key)) return this.of(callee.of, depth + 1);
    const name = nameOf(callee);
    if (callee.t === 'global' && (name === 'String' || name === 'Number') && args[0])
      return this.of(args[0], depth + 1);
    if (callee.t === 'function') {
      const returned = this.#returned(callee.fn, depth);
      if (returned) return returned;
    }
    if (ME_HOOK.test(name) || ME_GETTER.test(name)) return { who: 'user', sure: true, member: null };
    return TENANT_HOOK.test(name) && args.length === 0 ? { who: 'tenant', sure: true, member: null } : null;
  }
}

function named(name: string): Own | null {
  if (ME.test(name)) return { who: 'user', sure: true, member: null };
  if (USER.test(name)) return { who: 'user', sure: false, member: null };
  return TENANT_NAME.test(name) ? { who: 'tenant', sure: true, member: null } : null;
}

function nameOf(callee: Term): string {
  return callee.t === 'import' || callee.t === 'global' ? callee.name : callee.t === 'get' ? callee.key : '';
}
