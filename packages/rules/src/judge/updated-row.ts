import type { EntityCall, Term } from '@base44-lint/model';
import { sameTerm } from './terms.js';

/** Whether a row is the one that a call updates: its own id is the call's, or it was read from the entity by that id. */
export function isUpdatedRow(row: Term, call: EntityCall, calls: readonly EntityCall[]): boolean {
  const id = call.args[0];
  if (!id) return false;
  if (idsOf(id).some((one) => sameTerm(one, row)) || isLookedUpBy(id, row)) return true;
  if (row.t === 'any') return row.of.some((one) => isUpdatedRow(one, call, calls));
  const read = readBehind(row, calls);
  return read !== undefined && read.entity.name === call.entity.name && asksFor(read, id);
}

/** `byId[id]`, `byId.get(id)`: the row that is kept under the id. */
function isLookedUpBy(id: Term, row: Term): boolean {
  if (row.t === 'at') return sameTerm(row.key, id);
  const isGet = row.t === 'call' && row.callee.t === 'get' && row.callee.key === 'get';
  return isGet && row.args.length === 1 && sameTerm(row.args[0] as Term, id);
}

/** What an id is a member of: the row in `row.id`. */
function idsOf(id: Term): readonly Term[] {
  if (id.t === 'any') return id.of.flatMap(idsOf);
  return id.t === 'get' && /^_?id$/.test(id.key) ? [id.of] : [];
}

/** The read that gave a row: `get(…)`, `filter(…)[0]`, `list().find(…)`. */
function readBehind(row: Term, calls: readonly EntityCall[]): EntityCall | undefined {
  switch (row.t) {
    case 'get':
    case 'item':
      return readBehind(row.of, calls);
    case 'any':
      return row.of.map((one) => readBehind(one, calls)).find((one) => one !== undefined);
    case 'call': {
      const { callee, at } = row;
      if (callee.t !== 'get') return undefined;
      const read = calls.find(({ span, method }) => span.start === at && method === callee.key);
      return (
        read ?? (/^(?:find|findLast|at|pop|shift|catch)$/.test(callee.key) ? readBehind(callee.of, calls) : undefined)
      );
    }
    default:
      return undefined;
  }
}

function asksFor(read: EntityCall, id: Term): boolean {
  if (read.method === 'get') return read.args[0] !== undefined && sameTerm(read.args[0], id);
  const asked = read.query.keys.find(({ name }) => name === 'id');
  return asked !== undefined && sameTerm(asked.value, id);
}
