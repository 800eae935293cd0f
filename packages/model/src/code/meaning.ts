import type { App } from '../app/types.js';
import { entityMethods, virtualModule } from './sdk-names.js';
import type { CallFact, FileFacts, Term } from './facts.js';
import type { ClientOrigin, ClientRole, Evidence } from './view.js';
import { get as member } from './terms.js';

/** Cross-file knowledge, given by the scanner. Without it imports keep the meaning that their source suggests. */
export interface Link {
  /**
   * What `import { name } from 'from'` in `file` denotes: a term of another file of the app, `'outside'` for a package
   * or virtual module, or null where nothing was found.
   */
  resolveImport(file: string, from: string, name: string): Scoped | 'outside' | null;
}

/** A term together with the file whose functions and imports it speaks of. */
export interface Scoped {
  readonly file: string;
  readonly term: Term;
}

export interface CallSite {
  readonly file: string;
  readonly call: CallFact;
}

/** What a term stands for on the platform. */
export type Meaning =
  | { readonly kind: 'none' }
  | { readonly kind: 'factory' }
  | { readonly kind: 'client'; readonly client: Client }
  | { readonly kind: 'entities'; readonly client: Client }
  | { readonly kind: 'entity'; readonly client: Client; readonly names: readonly string[]; readonly dynamic: boolean }
  | { readonly kind: 'sdk'; readonly client: Client; readonly path: string };

export interface Client {
  readonly role: ClientRole;
  readonly origin: ClientOrigin;
  readonly evidence: readonly Evidence[];
}

const NONE: Meaning = { kind: 'none' };
const MAX_DEPTH = 24;
/** Parameter names that say "service role" where no caller is in sight (idioms section 2). */
const SERVICE_NAMES = /^(?:svc|sr|service|admin|serviceRole|asServiceRole|serviceClient|adminClient|srv)$/;

/** Gives meanings to terms, over one file or over all files of an app. */
export class Interpreter {
  readonly #memo = new WeakMap<Term, Meaning>();
  readonly #busy = new Set<Term>();
  readonly #callers = new Map<string, CallSite[]>();

  constructor(
    private readonly files: ReadonlyMap<string, FileFacts>,
    readonly app: App,
    private readonly link?: Link,
  ) {
    for (const [file, facts] of files) {
      for (const call of facts.calls) {
        for (const target of this.functionsOf({ file, term: call.callee })) this.#addCaller(target, { file, call });
      }
    }
  }

  #addCaller(target: string, site: CallSite): void {
    const sites = this.#callers.get(target);
    if (sites) sites.push(site);
    else this.#callers.set(target, [site]);
  }

  facts(file: string): FileFacts | undefined {
    return this.files.get(file);
  }

  /** Calls of a function from code in sight. */
  callersOf(file: string, fn: number): readonly CallSite[] {
    return this.#callers.get(`${file}#${fn}`) ?? [];
  }

  /** Functions that a callee term may denote, as `file#id`. */
  functionsOf(scoped: Scoped, depth = 0): string[] {
    if (depth > 8) return [];
    const { file, term } = scoped;
    switch (term.t) {
      case 'function':
        return [`${file}#${term.fn}`];
      case 'any':
        return term.of.flatMap((one) => this.functionsOf({ file, term: one }, depth + 1));
      case 'import': {
        const target = this.#imported(file, term.from, term.name);
        return target ? this.functionsOf(target, depth + 1) : [];
      }
      case 'get': {
        if (term.of.t === 'import' && term.of.name === '*') {
          return this.functionsOf({ file, term: { t: 'import', from: term.of.from, name: term.key } }, depth + 1);
        }
        const owner = this.#objectOf({ file, term: term.of }, depth + 1);
        if (!owner) return [];
        const value = member(owner.term, term.key);
        return value.t === 'get' ? [] : this.functionsOf({ file: owner.file, term: value }, depth + 1);
      }
      case 'call':
        // A hook or factory that returns its helpers: `const { remove } = useOrders()`.
        return [];
      default:
        return [];
    }
  }

  /** The object literal (or module) behind a term, for member look-ups across files. */
  #objectOf(scoped: Scoped, depth: number): Scoped | null {
    if (depth > 8) return null;
    const { file, term } = scoped;
    if (term.t === 'object') return scoped;
    if (term.t === 'import') {
      const target = this.#imported(file, term.from, term.name);
      return target ? this.#objectOf(target, depth + 1) : null;
    }
    if (term.t === 'call') {
      for (const id of this.functionsOf({ file, term: term.callee }, depth + 1)) {
        const [owner, fn] = splitId(id);
        for (const returned of this.files.get(owner)?.functions[fn]?.returns ?? []) {
          const object = this.#objectOf({ file: owner, term: returned }, depth + 1);
          if (object) return object;
        }
      }
    }
    return null;
  }

  #imported(file: string, from: string, name: string): Scoped | null {
    const target = this.link?.resolveImport(file, from, name);
    return target && target !== 'outside' ? target : null;
  }

  meaningOf(scoped: Scoped, depth = 0): Meaning {
    const { file, term } = scoped;
    if (term.t === '?' || term.t === 'literal' || term.t === 'undefined' || depth > MAX_DEPTH) return NONE;
    const known = this.#memo.get(term);
    if (known) return known;
    if (this.#busy.has(term)) return NONE;
    this.#busy.add(term);
    const meaning = this.#meaning(file, term, depth + 1);
    this.#busy.delete(term);
    this.#memo.set(term, meaning);
    return meaning;
  }

  #meaning(file: string, term: Term, depth: number): Meaning {
    switch (term.t) {
      case 'import':
        return this.#import(file, term.from, term.name, depth);
      case 'global':
        return term.name === 'base44' ? client('user', 'unknown') : NONE;
      case 'param':
        return this.#passed({ file, term }, depth);
      case 'get': {
        const owner = this.meaningOf({ file, term: term.of }, depth);
        if (owner.kind !== 'none') return step(owner, term.key);
        const passed = this.#passed({ file, term }, depth);
        return passed.kind !== 'none' ? passed : this.#throughObject(file, term, depth);
      }
      case 'at': {
        const owner = this.meaningOf({ file, term: term.of }, depth);
        if (owner.kind !== 'entities') return NONE;
        const names = this.literalsOf({ file, term: term.key });
        return { kind: 'entity', client: owner.client, names, dynamic: names.length === 0 };
      }
      case 'call':
        return this.#call(file, term, depth);
      case 'item':
        return merge(elementsOf(term.of).map((one) => this.meaningOf({ file, term: one }, depth)));
      case 'any':
        return merge(term.of.map((one) => this.meaningOf({ file, term: one }, depth)));
      default:
        return NONE;
    }
  }

  #import(file: string, from: string, name: string, depth: number): Meaning {
    if (/^(?:npm:|jsr:|https:\/\/esm\.sh\/)?@base44\/sdk(?:@[^/]+)?(?:\/|$)/.test(from)) {
      return /^create(?:Client|ClientFromRequest)$/.test(name) ? { kind: 'factory' } : NONE;
    }
    const target = this.link?.resolveImport(file, from, name);
    if (target && target !== 'outside') {
      const meaning = this.meaningOf(target, depth);
      // The app's own object stands where the SDK's is expected: a look-alike that answers to the same calls.
      if (meaning.kind === 'none') return asShim(virtualMeaning(from, name));
      return this.files.get(target.file)?.writes.some(({ key }) => key === 'entities') ? asShim(meaning) : meaning;
    }
    return virtualMeaning(from, name);
  }

  /** What callers in sight hand to a parameter, or to a member of one; a caller that leaves it out hands `undefined`. */
  passedTo({ file, term }: Scoped): readonly (Scoped & { readonly site: CallSite; readonly index: number })[] {
    if (term.t === 'param') {
      return this.callersOf(file, term.fn).map((site) => ({
        file: site.file,
        term: site.call.args[term.index] ?? { t: 'undefined' },
        site,
        index: term.index,
      }));
    }
    if (term.t !== 'get') return [];
    return this.passedTo({ file, term: term.of }).map((passed) => ({ ...passed, term: member(passed.term, term.key) }));
  }

  /** The meaning of what callers pass, with the call sites as evidence. */
  #passed(scoped: Scoped, depth: number): Meaning {
    const meanings: Meaning[] = [];
    for (const { file, term, site, index } of this.passedTo(scoped)) {
      const meaning = this.meaningOf({ file, term }, depth);
      if (meaning.kind === 'none') continue;
      const span = site.call.argSpans[index];
      meanings.push(span && 'client' in meaning ? withEvidence(meaning, { file, ...span, note: noteFor(meaning) }) : meaning);
    }
    return merge(meanings);
  }

  #throughObject(file: string, term: Extract<Term, { t: 'get' }>, depth: number): Meaning {
    const owner = this.#objectOf({ file, term: term.of }, 0);
    if (owner && owner.term.t === 'object') {
      const value = member(owner.term, term.key);
      if (value.t !== 'get') return this.meaningOf({ file: owner.file, term: value }, depth);
    }
    if (term.of.t === 'import' && term.of.name === '*') return this.#import(file, term.of.from, term.key, depth);
    if (!isOwnObject(term.of)) return NONE;
    // Nothing but a client looks like this, even where nobody in sight passes one.
    if (term.key === 'entities') return step(client(this.#namedLikeService(file, term.of) ? 'service' : 'unknown', 'unknown'), 'entities');
    return term.key === 'asServiceRole' ? client('service', 'unknown') : NONE;
  }

  #namedLikeService(file: string, term: Term): boolean {
    const name = term.t === 'param' ? this.files.get(file)?.functions[term.fn]?.params[term.index] : term.t === 'get' ? term.key : null;
    return SERVICE_NAMES.test(name ?? '');
  }

  #call(file: string, term: Extract<Term, { t: 'call' }>, depth: number): Meaning {
    const callee = this.meaningOf({ file, term: term.callee }, depth);
    if (callee.kind === 'factory') return client('user', 'sdk');
    if (callee.kind !== 'none') return NONE;
    if (term.callee.t === 'global') {
      // A proxy answers to the same calls and may add to what they send.
      return term.isNew && term.callee.name === 'Proxy' && term.args[0] ? this.meaningOf({ file, term: term.args[0] }, depth) : NONE;
    }
    const returned: Meaning[] = [];
    for (const id of this.functionsOf({ file, term: term.callee })) {
      const [owner, fn] = splitId(id);
      for (const value of this.files.get(owner)?.functions[fn]?.returns ?? []) returned.push(this.meaningOf({ file: owner, term: value }, depth));
    }
    return merge(returned);
  }

  /** All literal strings that a term may be; empty where any part is unknown. */
  literalsOf(scoped: Scoped, depth = 0): string[] {
    const { file, term } = scoped;
    if (depth > 8) return [];
    switch (term.t) {
      case 'literal':
        return typeof term.value === 'string' ? [term.value] : [];
      case 'any': {
        const parts = term.of.map((one) => this.literalsOf({ file, term: one }, depth + 1));
        return parts.every((part) => part.length > 0) ? [...new Set(parts.flat())] : [];
      }
      case 'item': {
        const parts = elementsOf(term.of).map((one) => this.literalsOf({ file, term: one }, depth + 1));
        return parts.length > 0 && parts.every((part) => part.length > 0) ? [...new Set(parts.flat())] : [];
      }
      case 'get':
      case 'param': {
        const parts = this.passedTo(scoped).map((passed) => this.literalsOf(passed, depth + 1));
        return parts.every((part) => part.length > 0) ? [...new Set(parts.flat())] : [];
      }
      case 'import': {
        const target = this.#imported(file, term.from, term.name);
        return target ? this.literalsOf(target, depth + 1) : [];
      }
      default:
        return [];
    }
  }
}

export function splitId(id: string): [file: string, fn: number] {
  const at = id.lastIndexOf('#');
  return [id.slice(0, at), Number(id.slice(at + 1))];
}

function client(role: ClientRole, origin: ClientOrigin): Meaning {
  return { kind: 'client', client: { role, origin, evidence: [] } };
}

/** Meaning of a member of something with a meaning. */
function step(owner: Meaning, key: string): Meaning {
  switch (owner.kind) {
    case 'client':
      if (key === 'entities') return { kind: 'entities', client: owner.client };
      if (key === 'asServiceRole') return { kind: 'client', client: { ...owner.client, role: 'service' } };
      return { kind: 'sdk', client: owner.client, path: key };
    case 'entities':
      return { kind: 'entity', client: owner.client, names: [key], dynamic: false };
    case 'sdk':
      // `export const User = base44.auth` still lists entities by the same name in the old layout.
      return { ...owner, path: `${owner.path}.${key}` };
    default:
      return NONE;
  }
}

function asShim(meaning: Meaning): Meaning {
  return 'client' in meaning ? { ...meaning, client: { ...meaning.client, origin: 'shim' } } : meaning;
}

function virtualMeaning(from: string, name: string): Meaning {
  const virtual = virtualModule(from, name);
  if (!virtual) return NONE;
  const who: Client = { role: 'user', origin: 'sdk', evidence: [] };
  if (virtual.kind === 'client') return { kind: 'client', client: who };
  if (virtual.kind === 'entity') return { kind: 'entity', client: who, names: [virtual.name], dynamic: false };
  return { kind: 'sdk', client: who, path: virtual.path };
}

/** Several possible meanings become one: the first kind wins, the role that may do more counts. */
function merge(meanings: readonly Meaning[]): Meaning {
  const found = meanings.filter((meaning): meaning is Exclude<Meaning, { kind: 'none' }> => meaning.kind !== 'none');
  const first = found[0];
  if (!first || first.kind === 'factory') return first ?? NONE;
  const alike = found.filter((meaning): meaning is typeof first => meaning.kind === first.kind);
  if (alike.length === 1) return first;
  const clients = alike.map((meaning) => meaning.client);
  const merged: Client = {
    role: clients.some(({ role }) => role === 'service') ? 'service' : clients.every(({ role }) => role === 'user') ? 'user' : 'unknown',
    origin: clients.every(({ origin }) => origin === clients[0]?.origin) ? (clients[0] as Client).origin : 'unknown',
    evidence: clients.flatMap(({ evidence }) => evidence).slice(0, 5),
  };
  if (first.kind === 'entity') {
    const entities = alike as Extract<Meaning, { kind: 'entity' }>[];
    return { kind: 'entity', client: merged, names: [...new Set(entities.flatMap(({ names }) => names))], dynamic: entities.some(({ dynamic }) => dynamic) };
  }
  return { ...first, client: merged };
}

function withEvidence<M extends Extract<Meaning, { client: Client }>>(meaning: M, evidence: Evidence): M {
  return { ...meaning, client: { ...meaning.client, evidence: [...meaning.client.evidence, evidence].slice(0, 5) } };
}

function noteFor(meaning: Extract<Meaning, { client: Client }>): string {
  const role = meaning.client.role === 'service' ? 'a service-role' : meaning.client.role === 'user' ? 'the user’s' : 'a';
  if (meaning.kind === 'entity') return `passes ${meaning.names.length > 0 ? meaning.names.join(', ') : 'an entity'} of ${role} client`;
  return `passes ${role} client`;
}

function elementsOf(list: Term): readonly Term[] {
  switch (list.t) {
    case 'array':
      return list.items.flatMap((item) => (item.t === 'item' ? elementsOf(item.of) : [item]));
    case 'any':
      return list.of.flatMap(elementsOf);
    default:
      return [];
  }
}

/** Roots that may hold a client nobody in sight made: unknown values, own imports, members of `this`. Not `window.x`. */
function isOwnObject(term: Term): boolean {
  switch (term.t) {
    case '?':
      return true;
    case 'get':
      return isOwnObject(term.of);
    case 'call':
      return isOwnObject(term.callee);
    case 'global':
      return term.name === 'this' || term.name === 'base44';
    case 'import':
      return /^(?:\.|@\/|~\/|src\/)/.test(term.from);
    case 'param':
      return true;
    case 'function':
      return true;
    default:
      return false;
  }
}

export const isEntityMethod = (name: string): boolean => entityMethods.has(name);
