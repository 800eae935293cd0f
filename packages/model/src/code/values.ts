import type { Term } from './facts.js';
import type { Scoped } from './link.js';
import { get as member, MAX_KEYS } from './term.js';

/** What following a value needs to know of the files in sight. */
export interface Surroundings {
  /** What was found before: terms are shared, and following each way to one again takes exponential time. */
  readonly known: { readonly values: WeakMap<Term, Values>; readonly objects: WeakMap<Term, Values> };
  imported(file: string, from: string, name: string): Scoped | null;
  /** What the functions that a callee may denote give back. */
  returnedBy(callee: Scoped, depth: number): readonly Scoped[];
}

export interface Values {
  readonly of: readonly Scoped[];
  /** Whether these are all that the term may be; false where any way leads out of sight. */
  readonly complete: boolean;
}

const OUT_OF_SIGHT: Values = { of: [], complete: false };
const MAX_DEPTH = 8;

/** The values behind an import, or behind a member of an object or module in sight: `db.Task`, `useTenant().filter`. */
export function valuesOf(scoped: Scoped, around: Surroundings, depth = 0): Values {
  return once(scoped, around.known.values, depth, () => findValues(scoped, around, depth));
}

/** A term that is being followed already leads nowhere new. */
function once({ term }: Scoped, known: WeakMap<Term, Values>, depth: number, find: () => Values): Values {
  if (depth > MAX_DEPTH) return OUT_OF_SIGHT;
  const before = known.get(term);
  if (before) return before;
  known.set(term, OUT_OF_SIGHT);
  const found = find();
  known.set(term, found);
  return found;
}

function findValues({ file, term }: Scoped, around: Surroundings, depth: number): Values {
  if (term.t === 'import') {
    const target = around.imported(file, term.from, term.name);
    return target ? { of: [target], complete: true } : OUT_OF_SIGHT;
  }
  if (term.t !== 'get') return OUT_OF_SIGHT;
  const owners = objectsOf({ file, term: term.of }, around, depth + 1);
  const members = owners.of.map((owner) => memberOf(owner, term.key, around));
  const found = members.filter((value) => value !== null);
  return { of: found, complete: owners.complete && found.length === members.length && found.length > 0 };
}

/** The object literals and modules that a term may be; "nothing" (`null`, `undefined`) is left out. */
function objectsOf(scoped: Scoped, around: Surroundings, depth: number): Values {
  return once(scoped, around.known.objects, depth, () => findObjects(scoped, around, depth));
}

function findObjects(scoped: Scoped, around: Surroundings, depth: number): Values {
  const { file, term } = scoped;
  const all = (values: readonly Scoped[]) => combined(values.map((one) => objectsOf(one, around, depth + 1)));
  switch (term.t) {
    case 'object':
      return { of: [scoped], complete: true };
    case 'undefined':
      return { of: [], complete: true };
    case 'literal':
      return { of: [], complete: term.value === null };
    case 'import':
      if (term.name === '*') return { of: [scoped], complete: true };
      return all(valuesOf(scoped, around, depth + 1).of);
    case 'get': {
      const values = valuesOf(scoped, around, depth + 1);
      return combined([{ of: [], complete: values.complete }, all(values.of)]);
    }
    case 'any':
      return all(term.of.map((one) => ({ file, term: one })));
    case 'call':
      return all(around.returnedBy({ file, term: term.callee }, depth + 1));
    default:
      return OUT_OF_SIGHT;
  }
}

/** What several ways lead to is one value. */
function combined(parts: readonly Values[]): Values {
  return {
    of: [...new Set(parts.flatMap((part) => part.of))],
    complete: parts.length > 0 && parts.every(({ complete }) => complete),
  };
}

function memberOf({ file, term }: Scoped, key: string, around: Surroundings): Scoped | null {
  if (term.t === 'import') return around.imported(file, term.from, key);
  const value: Term = member(term, key);
  if (value.t !== 'get' || value.of !== term) return { file, term: value };
  return term.t === 'object' && term.props.length < MAX_KEYS ? { file, term: { t: 'undefined' } } : null;
}
