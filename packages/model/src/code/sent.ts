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
