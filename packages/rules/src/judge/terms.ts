import { childrenOf, type Term } from '@base44-lint/model';

/** Terms are shared, so a walk that asked each path anew could take exponential time; this bounds it. */
const MAX_STEPS = 400;

/** Whether a term or anything inside it passes the test. A function's body is not inside it. */
export function mentions(term: Term, test: (one: Term) => boolean): boolean {
  const seen = new Set<Term>();
  const pending = [term];
  for (let one = pending.pop(); one && seen.size < MAX_STEPS; one = pending.pop()) {
    if (seen.has(one)) continue;
    seen.add(one);
    if (test(one)) return true;
    pending.push(...childrenOf(one));
  }
  return false;
}

/** The object literals that a value may be, with all alternatives; empty where none is one. */
export function objectsIn(term: Term | undefined): readonly Extract<Term, { t: 'object' }>[] {
  if (term?.t === 'object') return [term];
  return term?.t === 'any' ? term.of.flatMap(objectsIn) : [];
}

/** Whether two terms of one file denote the same value by structure. What cannot be told is the same as nothing. */
export function sameTerm(a: Term, b: Term): boolean {
  if (a.t === '?' || b.t === '?') return false;
  if (a === b) return true;
  if (a.t !== b.t || a.t === 'object' || a.t === 'mix') return false;
  // One place of one file calls one thing, whatever its arguments are made of.
  if (a.t === 'call' && b.t === 'call' && a.at === b.at && calledName(a) === calledName(b)) return true;
  return ownOf(a) === ownOf(b) && sameTerms(childrenOf(a), childrenOf(b));
}

function sameTerms(a: readonly Term[], b: readonly Term[]): boolean {
  return a.length === b.length && a.every((one, index) => sameTerm(one, b[index] as Term));
}

function calledName({ callee }: Extract<Term, { t: 'call' }>): string {
  return callee.t === 'get' ? callee.key : callee.t === 'import' || callee.t === 'global' ? callee.name : callee.t;
}

/** What tells a term from another one of its kind, apart from the terms inside it. */
function ownOf(term: Term): string {
  switch (term.t) {
    case 'literal':
      return JSON.stringify(term.value);
    case 'function':
      return String(term.fn);
    case 'import':
      return `${term.from}#${term.name}`;
    case 'global':
    case 'class':
      return term.name;
    case 'param':
      return `${term.fn}#${term.index}`;
    case 'get':
      return term.key;
    case 'call':
      return String(term.at);
    case 'item':
      return String(term.binder);
    default:
      return '';
  }
}
