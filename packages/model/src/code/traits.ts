import type { FunctionFact, Term } from './facts.js';
import { splitId, type Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { outsideChain } from './outside-chain.js';
import { children } from './term.js';
import { isServedThrough } from './wrapped.js';

/**
 * What a value is made of, for judging a check of the caller:
 * - `me`: comes from `auth.me()`
 * - `role`: a member that names a role or right (`role`, `is_admin`, `permissions`)
 * - `member`: a test whether something is on a list (`ADMINS.includes(x)`)
 * - `env`: a setting of the server
 * - `token`: a name that says key, token or signature
 * - `header`: a request header that carries such a thing
 * - `input`: sent by the caller
 * - `row`: comes from an entity
 * - `visible`: comes from an entity, read with the user's own client
 * - `own`: comes from an entity that holds one row for each user
 * - `verified`: the outcome of a signature check
 * - `account`: an account that the app's owner has connected
 * - `answer`: what an outside service has answered
 * - `event`: the part of a request by which the platform tells an automation what has changed
 * - `constant`: a literal
 */
export type Trait =
  | 'me'
  | 'role'
  | 'member'
  | 'env'
  | 'token'
  | 'header'
  | 'input'
  | 'row'
  | 'visible'
  | 'own'
  | 'verified'
  | 'account'
  | 'answer'
  | 'event'
  | 'constant';

const ROLE =
  /(?:^|_)roles?$|[a-z]Roles?$|^(?:user|account|member|access)_?type$|^is\w*(?:admin|owner|staff|manager|moderator|superuser)$|^admin$|permission|^can[A-Z]|privilege|access_?level/i;
const TOKEN =
  /secret|[a-z]_?hash$|signature|hmac|api_?key|token|bearer|passcode|password|shared_?key|(?:^|_)(?:pin|otp|nonce|code|key)$/i;
/** Names by which a row is found that only few can name; codes of goods, countries and coupons are on every label. */
const ASKED_TOKEN =
  /secret|[a-z]_?hash$|signature|api_?key|token|passcode|password|shared_?key|(?:^|_)(?:pin|otp|nonce)$|(?:access|invite|invitation|join|verification|verify|reset|auth|security|login|session|share|claim|activation|confirmation|portal|pairing|link|otp|pin|magic|unlock)_?(?:code|key)$/i;
/** Names that are a secret where an entity holds such things, and a number like any other elsewhere. */
const PLAIN_TOKEN = /^(?:code|key|uuid|slug_token|pin)$/i;
const HOLDS_TOKENS = /key|token|invit|link|access|otp|verif|reset|session|share|pairing|login/i;
/** Names under which a request carries what opens one row. */
const SENT_TOKEN =
  /^(?:token|(?:access|invite|invitation|share|contract|magic|verification|reset|session|sign(?:ing)?|approval|claim|unsubscribe|portal)_?token)$/i;
/** Names that only speak of a secret: its record, its state, its number (`signature_id`, `blocked_by_signature`, `max_tokens`). */
const NO_TOKEN =
  /_(?:ids?|status|state|url|uri|count|type|date|at|by|limit|used|remaining|balance|expir\w+|requests?|name)$|[a-z](?:Ids?|Status|State|Url|Count|Type|Date|At|By|Limit|Used|Requests?|Name)$|^(?:is|has|was|needs|requires?|blocked|max|num|total)_|^(?:is|has|needs|requires|max|num|total)[A-Z]/;
const SECRET_HEADER = /signature|secret|authorization|api-?key|token|cron|x-hub|svix/i;
const VERIFIES =
  /^(?:constructEvent(?:Async)?|verify\w*|jwtVerify|jwtDecrypt|timingSafeEqual|safeEqual|unwrap|validateSignature|is(?:Valid)?Signature\w*)$/i;
const MEMBERSHIP = /^(?:includes|has|some|indexOf|test|every)$/;
const MAKES = /^(?:map|flatMap)$/;
const PICKS = /^(?:find|findLast|findIndex|filter|some|every)$/;
/** Entities that hold one row for each user: that there is one says no more than that the user has signed up. */
const OWN = /(?:Profile|Settings?|Preferences?|Account|Customer|Patient|Subscriber|Wallet|Streak|^User)$/;
const ME_NAMES = /^(?:user|me|currentUser|caller|actor|authUser)$/;
/** Hooks that hand out the signed-in user. */
const ME_HOOKS = /^use(?:Auth|User|CurrentUser|Me|Session|Permissions|Role)\w*$/;
const MAX_DEPTH = 18;
const MAX_CALLERS = 8;

/** Guards ask about the same values again and again. A term belongs to one file, so the term alone is the key. */
const known = new WeakMap<Interpreter, WeakMap<Term, ReadonlySet<Trait>>>();

export function traitsOf(scoped: Scoped, interpreter: Interpreter): ReadonlySet<Trait> {
  const memo = known.get(interpreter) ?? new WeakMap<Term, ReadonlySet<Trait>>();
  known.set(interpreter, memo);
  const before = memo.get(scoped.term);
  if (before) return before;
  const traits = new Set<Trait>();
  new Collector(interpreter, traits).visit(scoped, 0);
  memo.set(scoped.term, traits);
  return traits;
}

class Collector {
  readonly #seen = new Set<Term>();

  constructor(
    private readonly interpreter: Interpreter,
    private readonly traits: Set<Trait>,
  ) {}

  visit(scoped: Scoped, depth: number): void {
    const { file, term } = scoped;
    if (depth > MAX_DEPTH || this.#seen.has(term)) return;
    this.#seen.add(term);
    const next = (child: Term) => this.visit({ file, term: child }, depth + 1);
    switch (term.t) {
      case 'literal':
        this.traits.add('constant');
        return;
      case 'get': {
        if (isEnvironment(term.of)) this.traits.add('env');
        if (EVENT.test(term.key) && isBody(term.of)) this.traits.add('event');
        this.#name(term.key);
        const passed = this.interpreter.passedTo(scoped);
        if (passed.length === 0) next(term.of);
        for (const one of passed.slice(0, MAX_CALLERS)) this.visit(one, depth + 1);
        return;
      }
      case 'param': {
        const fn: FunctionFact | undefined = this.interpreter.facts(file)?.functions[term.fn];
        const passed = this.interpreter.passedTo(scoped);
        // A page is a default export as well, and what it is given are properties.
        // A wrapper hands on the request first, and after it what it has found out itself.
        const isRequest = term.index === 0 || !fn || !isServedThrough(fn);
        if (isRequest && fn?.uses.some(({ kind }) => kind === 'serve') && !fn.component) this.traits.add('input');
        else if (passed.length === 0 && ME_NAMES.test(fn?.params[term.index] ?? '')) this.traits.add('me');
        for (const one of passed.slice(0, MAX_CALLERS)) this.visit(one, depth + 1);
        return;
      }
      case 'global':
      case 'import':
        this.#name(term.name);
        return;
      case 'at': {
        next(term.of);
        // What picks a member says who decides; that it is called `key` makes no secret of it.
        for (const trait of this.#of(term.key, file, depth)) if (trait !== 'token') this.traits.add(trait);
        return;
      }
      case 'call':
        this.#call(file, term, depth);
        return;
      default:
        for (const child of children(term)) next(child);
    }
  }

  #call(file: string, term: Extract<Term, { t: 'call' }>, depth: number): void {
    const next = (child: Term, where = file) => this.visit({ file: where, term: child }, depth + 1);
    const meaning = this.interpreter.meaningOf({ file, term: term.callee });
    // A client is nobody's word, though it is made of the request.
    if (meaning.kind === 'factory') return;
    if (meaning.kind === 'sdk') {
      if (/^auth\.(?:me|isAuthenticated)$/.test(meaning.path)) this.traits.add('me');
      if (/^connectors\.get(?:AccessToken|Connection|WorkspaceConnection)$/.test(meaning.path))
        this.traits.add('account');
      return;
    }
    if (term.callee.t === 'get') {
      const { key, of } = term.callee;
      const entity = this.interpreter.meaningOf({ file, term: of });
      if (entity.kind === 'entity') {
        this.traits.add('row');
        if (entity.client.role === 'user') this.traits.add('visible');
        if (entity.names.length > 0 && entity.names.every((name) => OWN.test(name))) this.traits.add('own');
        // A row that was just made is nobody's but the maker's, whatever was put into it.
        if (/^(?:create|bulkCreate)$/.test(key)) return;
        // Rows found by a token say that the caller knows it; rows found by the user's id are the user's.
        const [query] = term.args;
        if (query) this.#asked(query, entity.names, file, depth + 1);
        return;
      }
      if (key === 'get' && isEnvironment(of)) {
        this.traits.add('env');
        return;
      }
      const [first] = term.args;
      if (key === 'get' && first?.t === 'literal' && typeof first.value === 'string') {
        this.traits.add('input');
        if (SECRET_HEADER.test(first.value)) this.traits.add('header');
        return;
      }
      if (VERIFIES.test(key)) this.traits.add('verified');
      if (MEMBERSHIP.test(key)) this.traits.add('member');
      next(of);
    } else if (VERIFIES.test(nameOfCallee(term.callee))) {
      this.traits.add('verified');
    } else if (term.callee.t === 'global' && term.callee.name === 'fetch') {
      // What a service answers is not what the caller sent, unless the caller names the service.
      this.traits.add('answer');
      const [address, init] = term.args;
      if (exchangesCode(init)) this.traits.add('verified');
      if (address && !startsWithText(address)) next(address);
      return;
    } else if (ME_HOOKS.test(nameOfCallee(term.callee))) {
      this.traits.add('me');
      return;
    }
    if (outsideChain(term.callee)) this.traits.add('answer');
    for (const id of this.interpreter.functionsOf({ file, term: term.callee })) {
      const [owner, fn] = splitId(id);
      const fact = this.interpreter.facts(owner)?.functions[fn];
      if (VERIFIES.test(fact?.name ?? '')) this.traits.add('verified');
      for (const returned of fact?.returns ?? []) next(returned, owner);
    }
    // From where on rows are worked on picks none of them.
    const isSliced = term.callee.t === 'get' && term.callee.key === 'slice';
    for (const argument of isSliced ? [] : term.args) {
      next(argument);
      // `ids.map((id) => entities.Staff.get(id))` makes rows of ids.
      if (argument.t === 'function' && term.callee.t === 'get' && MAKES.test(term.callee.key))
        if (this.#makesRows(argument.fn, file, depth)) this.traits.add('row');
      // `links.find((link) => link.token === token)` asks what its callback asks.
      if (argument.t === 'function' && term.callee.t === 'get' && PICKS.test(term.callee.key))
        for (const asked of this.interpreter.facts(file)?.functions[argument.fn]?.returns ?? []) next(asked);
    }
  }

  /** What a row is found by: who asks, and whether it takes a secret to ask. */
  #asked(query: Term, entities: readonly string[], file: string, depth: number): void {
    for (const trait of this.#of(query, file, depth)) if (trait !== 'token' && trait !== 'role') this.traits.add(trait);
    if (query.t !== 'object') return;
    for (const [name] of query.props) {
      const isPlain = PLAIN_TOKEN.test(name);
      if (isPlain ? entities.some((entity) => HOLDS_TOKENS.test(entity)) : isToken(name, ASKED_TOKEN))
        this.traits.add('token');
      if (ROLE.test(name)) this.traits.add('role');
    }
    // `filter({ action_id: body.token })` asks by a token, whatever the field is called.
    if (query.props.some(([, value]) => value.t === 'get' && SENT_TOKEN.test(value.key))) this.traits.add('token');
  }

  #makesRows(fn: number, file: string, depth: number): boolean {
    return this.interpreter.once(makingRows, `${file}#${fn}`, () =>
      (this.interpreter.facts(file)?.functions[fn]?.returns ?? []).some((made) =>
        this.#of(made, file, depth).has('row'),
      ),
    );
  }

  /** The traits of a part by itself. */
  #of(term: Term, file: string, depth: number): ReadonlySet<Trait> {
    const traits = new Set<Trait>();
    new Collector(this.interpreter, traits).visit({ file, term }, depth + 1);
    return traits;
  }

  #name(name: string): void {
    if (ROLE.test(name)) this.traits.add('role');
    else if (isToken(name, TOKEN)) this.traits.add('token');
  }
}

const isToken = (name: string, pattern: RegExp): boolean => pattern.test(name) && !NO_TOKEN.test(name);

/**
 * Whether a term is a setting of the server whose name says that it is a secret: `Deno.env.get('CRON_SECRET')`, also with
 * a fallback to nothing.
 */
export function isSecretSetting(term: Term): boolean {
  if (term.t === 'any') {
    const values = term.of.filter((one) => one.t !== 'undefined' && !(one.t === 'literal' && !one.value));
    return values.length > 0 && values.every(isSecretSetting);
  }
  if (term.t === 'get') return isEnvironment(term.of) && isToken(term.key, TOKEN);
  if (term.t !== 'call' || term.callee.t !== 'get' || term.callee.key !== 'get' || !isEnvironment(term.callee.of))
    return false;
  const [name] = term.args;
  return name?.t === 'literal' && typeof name.value === 'string' && isToken(name.value.toLowerCase(), TOKEN);
}

const makingRows = Symbol('callbacks that give back rows');

/** The name a callee goes by where its function is not in sight. */
export function nameOfCallee(callee: Term): string {
  return callee.t === 'import' || callee.t === 'global' ? callee.name : callee.t === 'get' ? callee.key : '';
}

const EVENT = /^(?:data|event|old_data|entity_id|entity_name|record)$/;

/** `await req.json()`, also with a fallback. */
function isBody(term: Term, depth = 0): boolean {
  if (depth > 4) return false;
  if (term.t === 'any') return term.of.some((one) => isBody(one, depth + 1));
  if (term.t !== 'call' || term.callee.t !== 'get') return false;
  const { key, of } = term.callee;
  return key === 'json' ? of.t === 'param' : key === 'parse' || (/^(?:catch|then)$/.test(key) && isBody(of, depth + 1));
}

/** `'https://…'`, or a template that begins like this. */
function startsWithText(term: Term): boolean {
  const head = term.t === 'template' ? term.parts[0] : term;
  return head?.t === 'literal';
}

/** `grant_type=authorization_code`: the service says yes only to a code that it has given to this app. */
function exchangesCode(init: Term | undefined, depth = 0): boolean {
  if (!init || depth > 6) return false;
  if (init.t === 'literal') return typeof init.value === 'string' && init.value.includes('authorization_code');
  return children(init).some((child) => exchangesCode(child, depth + 1));
}

/** `Deno.env`, `process.env`, `secrets` of `base44:runtime`. */
function isEnvironment(term: Term): boolean {
  return (term.t === 'get' && term.key === 'env') || (term.t === 'import' && term.name === 'secrets');
}
