import type { Term } from './facts.js';
import type { Interpreter } from './interpreter.js';
import { traitsOf } from './traits.js';
import type { Origins } from './view.js';

export const NOWHERE: Origins = { caller: false, user: false, row: false, visible: false };

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
export function targetOf(method: string, args: readonly Term[], file: string, interpreter: Interpreter): Origins {
  if (/^(?:create|bulkCreate|list|subscribe|importEntities)$/.test(method)) return NOWHERE;
  const [first] = args;
  return first ? originsOf(BY_ID.test(method) ? [first] : valuesIn(first), file, interpreter) : NOWHERE;
}

/** Who decides what a call writes. */
export function dataOf(method: string, args: readonly Term[], file: string, interpreter: Interpreter): Origins {
  const index = DATA[method];
  const data = index === undefined ? undefined : args[index];
  return data ? originsOf([data], file, interpreter) : NOWHERE;
}

/** Conditions of a query that are written out say nothing of who asks. */
function valuesIn(query: Term): readonly Term[] {
  return query.t === 'object' ? [...query.props.map(([, value]) => value), ...query.spreads] : [query];
}

export function originsOf(terms: readonly Term[], file: string, interpreter: Interpreter): Origins {
  const traits = terms.map((term) => traitsOf({ file, term }, interpreter));
  const has = (trait: 'input' | 'me' | 'row' | 'visible') => traits.some((one) => one.has(trait));
  return { caller: has('input'), user: has('me'), row: has('row'), visible: has('visible') };
}
