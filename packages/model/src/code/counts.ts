import type { LoopFact, Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import type { Scoped } from './link.js';
import { MAX_KEYS } from './term.js';

const MAX_DEPTH = 8;

/** How often a loop turns, at most, where the code spells it out, in its own file or in the one that its list comes from. */
export function turnsOf(file: string, { turns, over, kind }: LoopFact, interpreter: Interpreter): number | null {
  if (turns !== undefined) return turns;
  const length = kind === 'each' || kind === 'for-of' ? lengthOf({ file, term: over }, interpreter, 0) : null;
  // What visits an empty list has it filled in a way that we do not see.
  return length === 0 ? null : length;
}

function lengthOf({ file, term }: Scoped, interpreter: Interpreter, depth: number): number | null {
  if (depth > MAX_DEPTH) return null;
  switch (term.t) {
    case 'array': {
      const lengths = term.items.map((item) => lengthOfItem({ file, term: item }, interpreter, depth));
      return lengths.some((length) => length === null) ? null : lengths.reduce<number>((sum, one) => sum + one!, 0);
    }
    case 'import':
    case 'get': {
      const { of, complete } = interpreter.valuesOf({ file, term });
      return complete && of.length === 1 && of[0] ? lengthOf(of[0], interpreter, depth + 1) : null;
    }
    case 'call':
      return lengthOfEntries(file, term, interpreter, depth);
    default:
      return null;
  }
}

/** A part that cannot be told may stand for elements that are added later. */
function lengthOfItem({ file, term }: Scoped, interpreter: Interpreter, depth: number): number | null {
  if (term.t === 'item') return lengthOf({ file, term: term.of }, interpreter, depth + 1);
  return term.t === '?' ? null : 1;
}

/** `Object.keys(options)`, of an object whose keys are all known. */
function lengthOfEntries(
  file: string,
  { callee, args: [of] }: Extract<Term, { t: 'call' }>,
  interpreter: Interpreter,
  depth: number,
): number | null {
  if (callee.t !== 'get' || callee.of.t !== 'global' || callee.of.name !== 'Object' || !of) return null;
  if (!/^(?:keys|values|entries)$/.test(callee.key) || depth > MAX_DEPTH) return null;
  const { of: values, complete } = interpreter.valuesOf({ file, term: of });
  const objects = of.t === 'object' ? [of] : complete ? values.map(({ term }) => term) : [];
  const [only] = objects;
  return objects.length === 1 && only?.t === 'object' && only.spreads.length === 0 && only.props.length < MAX_KEYS
    ? only.props.length
    : null;
}
