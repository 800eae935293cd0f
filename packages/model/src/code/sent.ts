import type { Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { children } from './term.js';
import { traitsOf } from './traits.js';

const MAX_DEPTH = 8;

/** The members of the request that a value is made of, also those by which the rows it comes from were found. */
export function sentIn({ file, term }: Scoped, interpreter: Interpreter, depth = 0): readonly Term[] {
  if (depth > MAX_DEPTH) return [];
  if (term.t === 'get') {
    const traits = traitsOf({ file, term }, interpreter);
    if (!traits.has('input')) return [];
    if (!traits.has('row')) return [term];
  }
  // `body.email.toLowerCase()` names what `body.email` names.
  const parts = term.t === 'call' && term.callee.t === 'get' ? [term.callee.of, ...term.args] : children(term);
  return parts.flatMap((part) => sentIn({ file, term: part }, interpreter, depth + 1));
}

/**
 * Whether a part of the request goes into a value as such. What rows were found by, and what a callback compares elements
 * with (`rows.filter((row) => body.emails.includes(row.email))`), does not.
 */
export function addsSent(scoped: Scoped, interpreter: Interpreter, depth = 0): boolean {
  const { file, term } = scoped;
  if (depth > MAX_DEPTH) return false;
  const next = (part: Term): boolean => addsSent({ file, term: part }, interpreter, depth + 1);
  if (term.t === 'param') {
    const passed = interpreter.passedTo(scoped);
    if (passed.length > 0) return passed.some((one) => addsSent(one, interpreter, depth + 1));
    return traitsOf(scoped, interpreter).has('input');
  }
  if (term.t === 'get') {
    const traits = traitsOf(scoped, interpreter);
    if (!traits.has('input')) return false;
    return traits.has('row') || isPicked(term.of) ? next(term.of) : true;
  }
  if (term.t !== 'call') return children(term).some(next);
  if (term.callee.t === 'get') {
    if (interpreter.meaningOf({ file, term: term.callee.of }).kind === 'entity') return false;
    return next(term.callee.of) || (!NARROWS.test(term.callee.key) && term.args.some(next));
  }
  // What a service answers is its own.
  if (term.callee.t === 'global' && term.callee.name === 'fetch') return false;
  const returned = interpreter.returnedBy({ file, term: term.callee });
  return returned.length > 0 ? returned.some((one) => addsSent(one, interpreter, depth + 1)) : term.args.some(next);
}

/** Methods whose arguments say which elements of a list stay. */
const NARROWS = /^(?:slice|at|filter|find|findLast|findIndex|indexOf|includes|some|every|sort|toSorted)$/;
const PICKS = /^(?:find|findLast|filter|some|every|sort|toSorted|slice)$/;

/** Elements of a list that a callback has picked. */
function isPicked(term: Term, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  if (term.t === 'item' || term.t === 'get' || term.t === 'at') return isPicked(term.of, depth + 1);
  if (term.t === 'any') return term.of.some((one) => isPicked(one, depth + 1));
  return term.t === 'call' && term.callee.t === 'get' && PICKS.test(term.callee.key) && term.args[0]?.t === 'function';
}

/** Whether rows that a value comes from were asked for by what the request holds itself, not by what other rows hold. */
export function isAskedBySent(scoped: Scoped, interpreter: Interpreter, depth = 0): boolean {
  const { file, term } = scoped;
  if (depth > MAX_DEPTH) return true;
  if (term.t === 'call' && term.callee.t === 'get') {
    if (interpreter.meaningOf({ file, term: term.callee.of }).kind === 'entity')
      return term.args.some((one) => addsSent({ file, term: one }, interpreter));
    return isAskedBySent({ file, term: term.callee.of }, interpreter, depth + 1);
  }
  const parts = children(term);
  return parts.length === 0 || parts.some((part) => isAskedBySent({ file, term: part }, interpreter, depth + 1));
}
