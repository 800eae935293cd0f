import type { RowTest, Term, Test } from '@base44-lint/model';
import type { Identity, Own } from './identity.js';

/** A condition that keeps the rows of the signed-in user or tenant. */
export interface ScopingTest {
  readonly test: RowTest;
  /** Field of the row that is compared. */
  readonly field: string;
  readonly own: Own;
}

/** Methods that pick rows, or ask whether there is one. */
const PICKS = new Set(['filter', 'find', 'findLast', 'findIndex', 'findLastIndex', 'some']);
const SAME = new Set(['toLowerCase', 'toUpperCase', 'trim', 'toString']);

/** The first of the conditions that picks rows by who is signed in. The surest wins. */
export function scopingTestOf(tests: readonly RowTest[], identity: Identity): ScopingTest | null {
  const found = tests.flatMap((test) => {
    const match = PICKS.has(test.method) ? matchIn(test.test, test.binder, identity) : null;
    return match ? [{ test, ...match }] : [];
  });
  return found.find(({ own }) => own.sure) ?? found[0] ?? null;
}

type Match = Pick<ScopingTest, 'field' | 'own'>;

function matchIn(test: Test, binder: number, identity: Identity): Match | null {
  switch (test.op) {
    case 'and':
    case 'or':
      return test.of.map((part) => matchIn(part, binder, identity)).find((match) => match !== null) ?? null;
    case 'compare':
      return test.by.startsWith('==')
        ? (matchOf(test.left, test.right, binder, identity) ?? matchOf(test.right, test.left, binder, identity))
        : null;
    case 'truthy': {
      // `row.member_ids.includes(user.id)`
      const { term } = test;
      if (term.t !== 'call' || term.callee.t !== 'get' || term.callee.key !== 'includes' || !term.args[0]) return null;
      return matchOf(term.callee.of, term.args[0], binder, identity);
    }
    default:
      // Rows of others are what `!` and `!==` ask for.
      return null;
  }
}

function matchOf(row: Term, other: Term, binder: number, identity: Identity): Match | null {
  const field = fieldOf(row, binder);
  const own = field === null ? null : identity.of(other);
  return field !== null && own && isScope(field, own) ? { field, own } : null;
}

/** Members that say who somebody is. */
const WHO = /^(?:_?id|user_?id|uid|(?:work_?|primary_?)?e?mail|full_?name|display_?name|user_?name|name|phone)$/i;
/** Fields that say whose a row is. */
const WHOSE = /^created_by|email$|owner|user|author|assign|member|client|customer|employee|sender|recipient|_by$|By$/i;
/** Fields that point to something the user belongs to. */
const POINTS = /(?:^|_)(?:id|ID|Id)s?$|[a-z]Ids?$/;

/**
 * Whether equality with a value of the user says whose the row is. The row's own id says which row it is, a plan, role
 * or language that user and row share says for whom it is made.
 */
function isScope(field: string, { who, member }: Own): boolean {
  if (field === 'id') return false;
  if (member === null) return who === 'user' ? WHOSE.test(field) : POINTS.test(field);
  if (WHO.test(member)) return who === 'user' || POINTS.test(field);
  return field === member && POINTS.test(field);
}

/** The field of the row that a term reads, through changes of case and defaults. */
function fieldOf(term: Term, binder: number): string | null {
  switch (term.t) {
    case 'get':
      if (term.of.t === 'item') return term.of.binder === binder ? term.key : null;
      return fieldOf(term.of, binder);
    case 'any':
      return term.of.map((one) => fieldOf(one, binder)).find((field) => field !== null) ?? null;
    case 'call':
      if (term.callee.t === 'get' && SAME.has(term.callee.key)) return fieldOf(term.callee.of, binder);
      return term.callee.t === 'global' && /^(?:String|Number)$/.test(term.callee.name) && term.args[0]
        ? fieldOf(term.args[0], binder)
        : null;
    default:
      return null;
  }
}
