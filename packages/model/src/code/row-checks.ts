import type { GuardFact, Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import { known, type Atom, type Known } from './known.js';
import type { Scoped } from './link.js';
import { bareOf, holdsTerm, isSameTerm } from './same-term.js';
import { children } from './term.js';
import { sentIn } from './sent.js';
import { traitsOf } from './traits.js';

/** What checks of a row, or of what the request names, leave of the caller's choice. */

/** Members by which a row's own person is known beside its id: addresses, numbers, codes, dates of birth. */
const KNOWN_BY =
  /(?:^|_)(?:e?mail|phone|mobile|tel|telephone|cell|whatsapp|birth_?date|date_of_birth|dob|last_?name|surname|zip|zip_code|postal_?code|pin|passcode|code|cpf|cnpj|ssn|tax_id)(?:_(?:number|address|e164|normalized|lower))?$|[a-z](?:E?[Mm]ail|Phone|Mobile|Birth|Code|Pin)(?:Number|Address|Date)?$/;
const PICKS = /^(?:find|findLast|filter|some)$/;

/**
 * `if (booking.email !== body.email) return`: who names the row has to know what is on record for it. Rows that were found
 * by that very value prove nothing.
 */
export function isKnownOfRow({ test }: Atom, file: string, interpreter: Interpreter): boolean {
  if (test.op !== 'compare') return false;
  const sides = [bareOf(test.left), bareOf(test.right)] as const;
  return [sides, [sides[1], sides[0]] as const].some(([row, sent]) => {
    if (row.t !== 'get' || !KNOWN_BY.test(row.key)) return false;
    const asked = traitsOf({ file, term: sent }, interpreter);
    return (
      asked.has('input') &&
      !asked.has('row') &&
      traitsOf({ file, term: row }, interpreter).has('row') &&
      !isFoundBy(row, sent)
    );
  });
}

/** Whether rows were asked for by a value, or picked by a callback, which may ask for it. */
function isFoundBy(row: Term, sent: Term, depth = 0): boolean {
  if (depth > 8) return true;
  if (row.t !== 'call') return children(row).some((child) => isFoundBy(child, sent, depth + 1));
  if (row.args.some((one) => holdsTerm(one, sent))) return true;
  if (row.callee.t !== 'get') return false;
  const picks = PICKS.test(row.callee.key) && row.args[0]?.t === 'function';
  return picks || isFoundBy(row.callee.of, sent, depth + 1);
}

/** Whether the caller may name one value only: `if (body.shop !== 'main') return`, `if (!['a', 'b'].includes(body.kind)) return`. */
export function isPinned({ file, term }: Scoped, guards: readonly GuardFact[], interpreter: Interpreter): boolean {
  const facts = factsOf(guards);
  if (facts.length === 0) return false;
  const isFixed = (one: Term): boolean => {
    const traits = traitsOf({ file, term: one }, interpreter);
    return (
      traits.size > 0 && [...traits].every((trait) => trait === 'constant' || trait === 'env' || trait === 'token')
    );
  };
  const pins = (part: Term): boolean => facts.some((fact) => leavesOne(fact, bareOf(part), isFixed));
  if (pins(term)) return true;
  const sent = sentIn({ file, term }, interpreter);
  return sent.length > 0 && sent.every(pins);
}

function leavesOne(fact: Known, asked: Term, isFixed: (term: Term) => boolean): boolean {
  if ('either' in fact) return fact.either.every((way) => way.some((one) => leavesOne(one, asked, isFixed)));
  const { test, holds } = fact;
  if (test.op === 'truthy') {
    if (!holds || test.term.t !== 'call' || test.term.callee.t !== 'get') return false;
    const { callee, args } = test.term;
    const [first] = args;
    return (
      /^(?:includes|has)$/.test(callee.key) &&
      first !== undefined &&
      isSameTerm(bareOf(first), asked) &&
      isFixed(callee.of)
    );
  }
  if (test.by.startsWith('=') !== holds || !/^[!=]={1,2}$/.test(test.by)) return false;
  const [left, right] = [bareOf(test.left), bareOf(test.right)];
  return (isSameTerm(left, asked) && isFixed(right)) || (isSameTerm(right, asked) && isFixed(left));
}

/** Members that say how far a row has come. */
const STATE =
  /(?:^|_)(?:status|state|stage|phase|step|estado|used|redeemed|claimed|signed|verified|approved|confirmed|completed?|accepted|converted|processed|paid|sent|active|locked|open|closed|cancelled|expired|assigned|drawn|drafted|published)$|_at$|^(?:is|has)_|[a-z](?:Status|State|Stage|At)$|expir/i;

/** Whether a row that the request names is worked on in some states only: `if (draft.status !== 'signed') return`. */
export function isOfState(
  terms: readonly Term[],
  guards: readonly GuardFact[],
  file: string,
  interpreter: Interpreter,
): boolean {
  const sent = terms.flatMap((term) => sentIn({ file, term }, interpreter));
  if (sent.length === 0) return false;
  const isState = (side: Term): boolean => {
    const member = bareOf(side);
    return (
      member.t === 'get' &&
      STATE.test(member.key) &&
      traitsOf({ file, term: member }, interpreter).has('row') &&
      sent.some((one) => holdsTerm(member, one))
    );
  };
  return factsOf(guards).some((fact) => asksState(fact, isState));
}

function asksState(fact: Known, isState: (term: Term) => boolean): boolean {
  if ('either' in fact) return fact.either.every((way) => way.some((one) => asksState(one, isState)));
  const { test } = fact;
  if (test.op === 'truthy') return isState(test.term);
  const [left, right] = [test.left, test.right];
  return (isState(left) && right.t === 'literal') || (isState(right) && left.t === 'literal');
}

const factsOf = (guards: readonly GuardFact[]): readonly Known[] =>
  guards.filter(({ kind }) => kind !== 'ran').flatMap((guard) => known(guard.test, guard.holds));
