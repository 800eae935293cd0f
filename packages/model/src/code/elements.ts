import type { Term } from './facts.js';
import type { Scoped } from './link.js';
import { get as member } from './term.js';

/** Leads from an import, or a member of one, to the values in the file that makes them; none where that is out of sight. */
export type Resolve = (scoped: Scoped) => readonly Scoped[];

const MAX_DEPTH = 8;

/** The elements of a list that the code spells out, also one of another file; empty where it does not. */
function elementsOf({ file, term }: Scoped, resolve: Resolve, depth = 0): readonly Scoped[] {
  if (depth > MAX_DEPTH) return [];
  const inner = (one: Term) => elementsOf({ file, term: one }, resolve, depth + 1);
  switch (term.t) {
    case 'array':
      return term.items.flatMap((item) => (item.t === 'item' ? inner(item.of) : [{ file, term: item }]));
    case 'any':
      return term.of.flatMap(inner);
    case 'import':
    case 'get':
      return resolve({ file, term }).flatMap((value) => elementsOf(value, resolve, depth + 1));
    case 'call':
      return entriesOf(term).map((one) => ({ file, term: one }));
    default:
      return [];
  }
}

/** What `row.name` may be, where `row` is an element of such a list. */
export function membersOf({ file, term }: Scoped, resolve: Resolve, depth = 0): readonly Scoped[] {
  if (depth > MAX_DEPTH) return [];
  if (term.t === 'item') return elementsOf({ file, term: term.of }, resolve, depth + 1);
  if (term.t !== 'get') return [];
  return membersOf({ file, term: term.of }, resolve, depth + 1).map((owner) => ({
    file: owner.file,
    term: member(owner.term, term.key),
  }));
}

/** `Object.keys(o)`, `Object.values(o)` and `Object.entries(o)` of an object whose keys are all known. */
function entriesOf({ callee, args: [of] }: Extract<Term, { t: 'call' }>): readonly Term[] {
  if (callee.t !== 'get' || callee.of.t !== 'global' || callee.of.name !== 'Object') return [];
  if (of?.t !== 'object' || of.spreads.length > 0) return [];
  const name = (key: string): Term => ({ t: 'literal', value: key });
  switch (callee.key) {
    case 'keys':
      return of.props.map(([key]) => name(key));
    case 'values':
      return of.props.map(([, value]) => value);
    case 'entries':
      return of.props.map(([key, value]) => ({ t: 'array', items: [name(key), value] }));
    default:
      return [];
  }
}
