import type { GuardFact, Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import { isOnRecord } from './on-record.js';
import { isOwnMark } from './own-mark.js';
import { isOfState, isPinned } from './row-checks.js';
import { addsSent, isAskedBySent } from './sent.js';
import { traitsOf, type Trait } from './traits.js';
import type { Origins } from './view.js';

export const NOWHERE: Origins = {
  caller: false,
  user: false,
  row: false,
  visible: false,
  free: false,
  direct: false,
  event: false,
  ids: false,
  mark: false,
  ofState: false,
  far: false,
  sent: [],
};

/** Methods whose first argument is the id of one record. */
const BY_ID = /^(?:get|update|delete|findById)$/;
/** Methods that write what an argument holds, with its index. */
const DATA: Readonly<Record<string, number>> = {
  create: 0,
  bulkCreate: 0,
  bulkUpdate: 0,
  importEntities: 0,
  update: 1,
  updateMany: 1,
  upsert: 0,
};

/** Who decides which rows a call reaches. */
export function targetOf(
  method: string,
  args: readonly Term[],
  guards: readonly GuardFact[],
  file: string,
  interpreter: Interpreter,
): Origins {
  if (/^(?:create|bulkCreate|list|subscribe|importEntities)$/.test(method)) return NOWHERE;
  const [first] = args;
  if (!first) return NOWHERE;
  const asked = BY_ID.test(method) ? [first] : valuesIn(first);
  const terms = asked.filter((term) => !isPinned({ file, term }, guards, interpreter));
  const all = originsOf(terms, file, interpreter);
  const origins: Origins = {
    ...all,
    ofState: isOfState(terms, guards, file, interpreter),
    far: all.caller && all.row && !all.direct && !terms.some((term) => isAskedBySent({ file, term }, interpreter)),
  };
  // `if (!(await base44.entities.Order.get(id))) return`: the rules show the user what the id names.
  const isShown = origins.direct && terms.some((term) => isOnRecord({ file, term }, guards, interpreter, 'visible'));
  return isShown ? { ...origins, visible: true } : origins;
}

/** Who decides what a call writes. */
export function dataOf(method: string, args: readonly Term[], file: string, interpreter: Interpreter): Origins {
  const index = DATA[method];
  const data = index === undefined ? undefined : args[index];
  return data
    ? {
        ...originsOf(valuesIn(data), file, interpreter),
        ids: holdsOnlyIds(data, file, interpreter),
        mark: isOwnMark({ file, term: data }, interpreter),
        sent: fieldsSent(data, file, interpreter),
      }
    : NOWHERE;
}

/** Whether all that an object holds of the request itself are ids: `{ order_id: body.order_id, amount: 15 }`. */
function holdsOnlyIds(data: Term, file: string, interpreter: Interpreter): boolean {
  if (data.t !== 'object') return false;
  const isSent = (term: Term): boolean => {
    const traits = traitsOf({ file, term }, interpreter);
    return traits.has('input') && !traits.has('row');
  };
  const sent = data.props.filter(([, value]) => isSent(value));
  return sent.length > 0 && sent.every(([name]) => /(?:_id|[a-z]Id)$/.test(name)) && !data.spreads.some(isSent);
}

/** Fields whose values the request holds as such; `*` where the request is spread or handed on whole. */
function fieldsSent(data: Term, file: string, interpreter: Interpreter): readonly string[] {
  const isSent = (term: Term): boolean => {
    const traits = traitsOf({ file, term }, interpreter);
    if (!traits.has('input') || traits.has('me')) return false;
    return !traits.has('row') || addsSent({ file, term }, interpreter);
  };
  if (data.t !== 'object') return isSent(data) ? ['*'] : [];
  const named = data.props.filter(([, value]) => isSent(value)).map(([name]) => name);
  return data.spreads.some(isSent) ? ['*', ...named] : named;
}

/** The values of an object, each by itself: what one is made of says nothing of the others. */
function valuesIn(query: Term): readonly Term[] {
  return query.t === 'object' ? [...query.props.map(([, value]) => value), ...query.spreads] : [query];
}

function originsOf(terms: readonly Term[], file: string, interpreter: Interpreter): Origins {
  const traits = terms.map((term) => traitsOf({ file, term }, interpreter));
  const has = (trait: Trait) => traits.some((one) => one.has(trait));
  const ofUser = terms.filter((_, index) => traits[index]?.has('me'));
  return {
    caller: has('input'),
    user: ofUser.length > 0,
    row: has('row'),
    visible: has('visible'),
    direct:
      traits.some((one) => one.has('input') && !one.has('row')) ||
      terms.some((term, index) => traits[index]?.has('row') && addsSent({ file, term }, interpreter)),
    event: has('event'),
    ids: false,
    mark: false,
    ofState: false,
    far: false,
    sent: [],
    free: ofUser.length > 0 && ofUser.every((term) => hasFreeWay(term, file, interpreter)),
  };
}

/** `user?.id || body.userId`: without a user it is the caller who decides. */
function hasFreeWay(term: Term, file: string, interpreter: Interpreter, depth = 0): boolean {
  if (depth > 4) return false;
  if (term.t !== 'any')
    return term.t === 'call' && term.args.some((one) => hasFreeWay(one, file, interpreter, depth + 1));
  return term.of.some((one) => {
    const traits = traitsOf({ file, term: one }, interpreter);
    return traits.has('input') && !traits.has('me') && !traits.has('row');
  });
}
