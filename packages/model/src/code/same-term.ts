import type { Term } from './facts.js';
import { children } from './term.js';

const MAX_DEPTH = 8;

/** Whether two terms of one file stand for the same value; terms themselves are made anew at each place. */
export function isSameTerm(a: Term, b: Term, depth = 0): boolean {
  if (a === b) return true;
  if (a.t !== b.t || depth > MAX_DEPTH || labelOf(a) !== labelOf(b)) return false;
  const left = children(a);
  const right = children(b);
  if (left.length === 0) return a.t !== '?' && a.t !== 'function' && a.t !== 'class' && a.t !== 'object';
  return left.length === right.length && left.every((child, index) => isSameTerm(child, right[index]!, depth + 1));
}

/** What tells a term from others of its kind, beside what is in it. */
function labelOf(term: Term): string {
  switch (term.t) {
    case 'literal':
      return `${typeof term.value} ${String(term.value)}`;
    case 'object':
      return term.props.map(([name]) => name).join();
    case 'import':
      return `${term.from} ${term.name}`;
    case 'global':
      return term.name;
    case 'param':
      return `${term.fn} ${term.index}`;
    case 'get':
      return term.key;
    case 'item':
      return String(term.binder);
    case 'call':
      return term.isNew ? 'new' : '';
    default:
      return '';
  }
}

/** Whether a term is in another one. */
export function holdsTerm(whole: Term, part: Term, depth = 0): boolean {
  if (depth > MAX_DEPTH) return false;
  return isSameTerm(whole, part) || children(whole).some((child) => holdsTerm(child, part, depth + 1));
}

/** Methods and functions that write the same value in another way. */
const REWRITES = /^(?:toLowerCase|toUpperCase|trim|toString|normalize|replace|replaceAll|slice|String|Number|valueOf)$/;

/** `String(row.email || '').trim().toLowerCase()` is `row.email`; a helper of one argument is taken to rewrite it as well. */
export function bareOf(term: Term, depth = 0): Term {
  if (depth > MAX_DEPTH) return term;
  if (term.t === 'any') {
    const values = term.of.filter((one) => one.t !== 'literal' && one.t !== 'undefined');
    return values.length === 1 ? bareOf(values[0]!, depth + 1) : term;
  }
  if (term.t === 'template') {
    const parts = term.parts.filter((part) => part.t !== 'literal');
    return parts.length === 1 ? bareOf(parts[0]!, depth + 1) : term;
  }
  if (term.t !== 'call' || term.isNew) return term;
  const { callee, args } = term;
  if (callee.t === 'get') return REWRITES.test(callee.key) ? bareOf(callee.of, depth + 1) : term;
  const isHelper =
    callee.t === 'function' || callee.t === 'import' || (callee.t === 'global' && REWRITES.test(callee.name));
  return isHelper && args.length === 1 ? bareOf(args[0]!, depth + 1) : term;
}
