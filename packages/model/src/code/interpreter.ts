import { membersOf } from './elements.js';
import type { CallFact, FileFacts, Term } from './facts.js';
import { handedOn } from './handed.js';
import type { Link, Scoped } from './link.js';
import {
  NONE,
  asShim,
  client,
  isOwnObject,
  merge,
  noteFor,
  step,
  virtualMeaning,
  withEvidence,
  type Meaning,
} from './meaning.js';
import { isGlobalClient, mutationOf } from './relevance.js';
import { get as member } from './term.js';
import { valuesOf, type Surroundings, type Values } from './values.js';
import { runsOf, wrappedIn } from './wrapped.js';

export interface CallSite {
  readonly file: string;
  readonly call: CallFact;
}

/** What a caller hands over, and where. */
export interface Passed extends Scoped {
  readonly site: CallSite;
  readonly index: number;
}

const MAX_DEPTH = 24;
/** Members of a parameter are followed to callers up to this length (`options.ctx.client.entities`). */
const MAX_PATH = 6;
/** Functions that call each other with ever new members of their parameters would lead to questions without end. */
const MAX_QUESTIONS = 1_000;
/** Parameter names that say "service role" where no caller is in sight (idioms section 2). */
const SERVICE_NAMES = /^(?:svc|sr|service|admin|serviceRole|asServiceRole|serviceClient|adminClient|srv)$/;

/** Gives meanings to terms, over one file or over all files of an app. */
export class Interpreter {
  readonly #memo = new WeakMap<Term, Meaning>();
  readonly #busy = new Set<Term>();
  /** "Nothing" found inside a cycle (functions that call each other) holds only for the question that led there. */
  readonly #tentative = new Map<Term, Meaning>();
  #wentRound = false;
  /** Questions that the outermost question may still lead to. */
  #budget = MAX_QUESTIONS;
  readonly #members = new WeakMap<Term, Map<string, Term>>();
  readonly #literals = new WeakMap<Term, readonly string[]>();
  readonly #answers = new Map<symbol, Map<string, unknown>>();
  readonly #passedMemo = new WeakMap<Term, readonly Passed[]>();
  readonly #callers = new Map<string, CallSite[]>();
  readonly #surroundings: Surroundings = {
    known: { values: new WeakMap(), objects: new WeakMap() },
    imported: (file, from, name) => this.#imported(file, from, name),
    returnedBy: (callee, depth) => this.returnedBy(callee, depth),
  };

  constructor(
    private readonly files: ReadonlyMap<string, FileFacts>,
    private readonly link?: Link,
  ) {
    for (const [file, facts] of files) {
      for (const call of facts.calls) {
        for (const target of this.functionsOf({ file, term: call.callee })) this.#addCaller(target, { file, call });
        for (const { handed, as } of handedOn(call, facts)) {
          for (const target of this.functionsOf({ file, term: handed })) this.#addCaller(target, { file, call: as });
        }
        this.#addRuns(file, call, facts);
      }
    }
    // What was asked before all callers were known would stay incomplete.
    this.#passedMemo = new WeakMap();
  }

  /** Of `Deno.serve(withCors(handle))` the calls of `handle` stand in the wrapper. */
  #addRuns(file: string, call: CallFact, facts: FileFacts): void {
    for (const { fn, index } of wrappedIn(call, facts)) {
      for (const wrapper of this.functionsOf({ file, term: call.callee })) {
        const [owner, id] = splitId(wrapper);
        const inside = this.files.get(owner);
        for (const run of inside ? runsOf(inside, id, index) : [])
          this.#addCaller(`${file}#${fn}`, { file: owner, call: run });
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
        const mutation = mutationOf(term);
        if (mutation) return this.functionsOf({ file, term: mutation }, depth + 1);
        return this.valuesOf(scoped, depth + 1).of.flatMap((value) => this.functionsOf(value, depth + 1));
      }
      default:
        return [];
    }
  }

  /** What the functions that a callee term may denote give back. */
  returnedBy(callee: Scoped, depth = 0): Scoped[] {
    return this.functionsOf(callee, depth).flatMap((id) => {
      const [file, fn] = splitId(id);
      return (this.files.get(file)?.functions[fn]?.returns ?? []).map((term) => ({ file, term }));
    });
  }

  /** The values behind an import, or behind a member of an object or module in sight. */
  valuesOf(scoped: Scoped, depth = 0): Values {
    return valuesOf(scoped, this.#surroundings, depth);
  }

  #imported(file: string, from: string, name: string): Scoped | null {
    const target = this.link?.resolveImport(file, from, name);
    return target && target !== 'outside' ? target : null;
  }

  meaningOf(scoped: Scoped, depth = 0): Meaning {
    const { term } = scoped;
    if (term.t === '?' || term.t === 'literal' || term.t === 'undefined' || depth > MAX_DEPTH) return NONE;
    const known = this.#memo.get(term) ?? this.#tentative.get(term);
    if (known) return known;
    if (this.#busy.has(term)) {
      this.#wentRound = true;
      return NONE;
    }
    if (this.#busy.size === 0) this.#budget = MAX_QUESTIONS;
    if (--this.#budget < 0) return NONE;
    this.#busy.add(term);
    const meaning = this.#meaning(scoped, depth + 1);
    this.#busy.delete(term);
    const isOutermost = this.#busy.size === 0;
    if (meaning.kind === 'none' && this.#wentRound && !isOutermost) this.#tentative.set(term, meaning);
    else this.#memo.set(term, meaning);
    if (isOutermost) {
      this.#tentative.clear();
      this.#wentRound = false;
    }
    return meaning;
  }

  #meaning(scoped: Scoped, depth: number): Meaning {
    const { file, term } = scoped;
    switch (term.t) {
      case 'import':
        return this.#import(file, term.from, term.name, depth);
      case 'global':
        return term.name === 'base44' ? client('user', 'unknown') : NONE;
      case 'param': {
        const passed = this.#passed(scoped, depth);
        const preset = passed.kind === 'none' ? this.#default(scoped) : null;
        return preset ? this.meaningOf(preset, depth) : passed;
      }
      case 'get': {
        if (isGlobalClient(term)) return client('user', 'unknown');
        const owner = this.meaningOf({ file, term: term.of }, depth);
        if (owner.kind === 'client' && term.key === 'entities' && this.#replacesEntities(file))
          return asShim(step(owner, term.key));
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
        return merge(this.#listed(scoped).map((one) => this.meaningOf(one, depth)));
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
      return this.#replacesEntities(target.file) ? asShim(meaning) : meaning;
    }
    return virtualMeaning(from, name);
  }

  /** Whether a file puts an object of its own in the place of a client's entities: `sdk.entities = { … }`. */
  #replacesEntities(file: string): boolean {
    const writes = this.files.get(file)?.writes ?? [];
    return writes.some(
      ({ key, target, value }) =>
        key === 'entities' &&
        this.meaningOf({ file, term: target }).kind === 'client' &&
        this.meaningOf({ file, term: value }).kind === 'none',
    );
  }

  /** The answer to a question about a function or file (`id`), found once for each question. */
  once<Answer>(question: symbol, id: string, find: () => Answer): Answer {
    const answers = this.#answers.get(question) ?? new Map<string, unknown>();
    this.#answers.set(question, answers);
    if (!answers.has(id)) answers.set(id, find());
    return answers.get(id) as Answer;
  }

  /** What callers in sight hand to a parameter, or to a member of one; a caller that leaves it out hands the default, or `undefined`. */
  passedTo(scoped: Scoped): readonly Passed[] {
    const known = this.#passedMemo.get(scoped.term);
    if (known) return known;
    const passed = this.#findPassed(scoped);
    this.#passedMemo.set(scoped.term, passed);
    return passed;
  }

  #findPassed({ file, term }: Scoped): readonly Passed[] {
    if (term.t === 'param') {
      return this.callersOf(file, term.fn).map((site) => ({
        ...(this.#argument(site, term.index) ?? this.#default({ file, term }) ?? { file, term: { t: 'undefined' } }),
        site,
        index: term.index,
      }));
    }
    if (term.t !== 'get') return [];
    if (pathLength(term) > MAX_PATH) return [];
    return this.passedTo({ file, term: term.of }).map((passed) => ({
      ...passed,
      term: this.#member(passed.term, term.key),
    }));
  }

  #argument({ file, call }: CallSite, index: number): Scoped | null {
    const term = call.args[index];
    return term && term.t !== 'undefined' ? { file, term } : null;
  }

  #default({ file, term }: Scoped): Scoped | null {
    const value = term.t === 'param' ? this.files.get(file)?.functions[term.fn]?.defaults?.[term.index] : null;
    return value ? { file, term: value } : null;
  }

  /** The same term for the same member, so that what was found for it is found again. */
  #member(of: Term, key: string): Term {
    const known = this.#members.get(of) ?? new Map<string, Term>();
    this.#members.set(of, known);
    const term = known.get(key) ?? member(of, key);
    known.set(key, term);
    return term;
  }

  /** The meaning of what callers pass, with the call sites as evidence. */
  #passed(scoped: Scoped, depth: number): Meaning {
    const meanings: Meaning[] = [];
    for (const { file, term, site, index } of this.passedTo(scoped)) {
      const meaning = this.meaningOf({ file, term }, depth);
      if (meaning.kind === 'none') continue;
      const span = site.call.argSpans[index];
      meanings.push(
        span && 'client' in meaning ? withEvidence(meaning, { file, ...span, note: noteFor(meaning) }) : meaning,
      );
    }
    return merge(meanings);
  }

  #throughObject(file: string, term: Extract<Term, { t: 'get' }>, depth: number): Meaning {
    const values = this.valuesOf({ file, term });
    const meaning = merge(values.of.map((value) => this.meaningOf(value, depth)));
    if (meaning.kind !== 'none' || values.complete) return meaning;
    const listed = this.#listed({ file, term });
    if (listed.length > 0) return merge(listed.map((one) => this.meaningOf(one, depth)));
    if (term.of.t === 'import' && term.of.name === '*') return this.#import(file, term.of.from, term.key, depth);
    if (!isOwnObject(term.of)) return NONE;
    // Nothing but a client looks like this, even where nobody in sight passes one.
    if (term.key === 'entities')
      return step(client(this.#namedLikeService(file, term.of) ? 'service' : 'unknown', 'unknown'), 'entities');
    return term.key === 'asServiceRole' ? client('service', 'unknown') : NONE;
  }

  #namedLikeService(file: string, term: Term): boolean {
    const name =
      term.t === 'param'
        ? this.files.get(file)?.functions[term.fn]?.params[term.index]
        : term.t === 'get'
          ? term.key
          : null;
    return SERVICE_NAMES.test(name ?? '');
  }

  #call(file: string, term: Extract<Term, { t: 'call' }>, depth: number): Meaning {
    const callee = this.meaningOf({ file, term: term.callee }, depth);
    if (callee.kind === 'factory') return client('user', 'sdk');
    if (callee.kind !== 'none') return NONE;
    if (term.callee.t === 'global') {
      // A proxy answers to the same calls and may add to what they send.
      return term.isNew && term.callee.name === 'Proxy' && term.args[0]
        ? this.meaningOf({ file, term: term.args[0] }, depth)
        : NONE;
    }
    return merge(this.returnedBy({ file, term: term.callee }).map((value) => this.meaningOf(value, depth)));
  }

  /** All literal strings that a term may be; empty where any part is unknown. */
  literalsOf(scoped: Scoped, depth = 0): readonly string[] {
    const known = this.#literals.get(scoped.term);
    if (known) return known;
    // A name that leads back to itself adds nothing.
    this.#literals.set(scoped.term, []);
    const found = this.#findLiterals(scoped, depth);
    this.#literals.set(scoped.term, found);
    return found;
  }

  #findLiterals(scoped: Scoped, depth: number): readonly string[] {
    const { file, term } = scoped;
    if (depth > 8) return [];
    switch (term.t) {
      case 'literal':
        return typeof term.value === 'string' ? [term.value] : [];
      case 'any':
        return this.#allLiterals(
          term.of.map((one) => ({ file, term: one })),
          depth,
        );
      case 'item':
        return this.#allLiterals(this.#listed(scoped), depth);
      case 'get': {
        const passed = this.passedTo(scoped);
        if (passed.length > 0) return this.#allLiterals(passed, depth);
        const listed = this.#listed(scoped);
        if (listed.length > 0) return this.#allLiterals(listed, depth);
        return this.#valueLiterals(scoped, depth);
      }
      case 'param':
        return this.#allLiterals(this.passedTo(scoped), depth);
      case 'import':
        return this.#valueLiterals(scoped, depth);
      default:
        return [];
    }
  }

  #valueLiterals(scoped: Scoped, depth: number): readonly string[] {
    const values = this.valuesOf(scoped);
    return values.complete ? this.#allLiterals(values.of, depth) : [];
  }

  #allLiterals(values: readonly Scoped[], depth: number): readonly string[] {
    const parts = values.map((value) => this.literalsOf(value, depth + 1));
    return parts.every((part) => part.length > 0) ? [...new Set(parts.flat())] : [];
  }

  /** The values that an element of a spelled-out list, or a member of one, may have. */
  #listed(scoped: Scoped): readonly Scoped[] {
    return membersOf(scoped, (one) => this.valuesOf(one).of);
  }
}

function pathLength(term: Term): number {
  let length = 0;
  for (let of = term; of.t === 'get'; of = of.of) length++;
  return length;
}

export function splitId(id: string): [file: string, fn: number] {
  const at = id.lastIndexOf('#');
  return [id.slice(0, at), Number(id.slice(at + 1))];
}
