import type { EntityCall, FileFacts, Term } from '@base44-lint/model';

/** A key of an object that names a field. */
export interface Key {
  /** As written: `status`, `address.city`. */
  readonly name: string;
  readonly value: Term;
  /** Offset of the key in the file of its object literal, if it has one. */
  readonly at?: number;
  /** One of several conditions of which any suffices, or none may hold. */
  readonly optional?: true;
}

const MAX_DEPTH = 5;
const rootOperators = new Set(['$and', '$or', '$nor']);

/** Fields that a query asks about, those of `$and`, `$or` and `$nor` included. What a spread or a helper adds unseen is left out. */
export function queryKeys({ query, args }: EntityCall): readonly Key[] {
  if (query.kind !== 'keys' && query.kind !== 'maybe-empty') return [];
  const written = new Map(dataKeys(args[0], 0).map((key) => [key.name, key]));
  return query.keys.flatMap((key) => nested({ name: key.name, value: key.value, ...at(written.get(key.name)) }, 0));
}

function nested(key: Key, depth: number): readonly Key[] {
  const { name, value, optional } = key;
  if (!name.startsWith('$')) return [key];
  if (!rootOperators.has(name) || value.t !== 'array' || depth > MAX_DEPTH) return [];
  const isOptional = optional ?? (name === '$and' || value.items.length === 1 ? undefined : true);
  return value.items.flatMap((item) =>
    dataKeys(item, depth + 1).flatMap((inner) =>
      nested({ ...inner, ...(isOptional && { optional: true }) }, depth + 1),
    ),
  );
}

/** Fields that a call writes. */
export function writtenKeys(call: EntityCall, facts: FileFacts): readonly Key[] {
  const [first, second] = call.args;
  switch (call.method) {
    case 'create':
      return dataKeys(first, 0);
    case 'update':
      return dataKeys(second, 0);
    case 'bulkCreate':
    case 'bulkUpdate':
    case 'upsert':
      return rowKeys(first, facts);
    case 'updateMany':
      return dataKeys(second, 0).flatMap(({ name, value }) => (name.startsWith('$') ? dataKeys(value, 0) : []));
    default:
      return [];
  }
}

/** Rows that are written out, or made by the callback of `map`. */
function rowKeys(term: Term | undefined, facts: FileFacts): readonly Key[] {
  if (term?.t === 'array') return term.items.flatMap((item) => dataKeys(item, 0));
  if (term?.t !== 'call' || term.callee.t !== 'get' || term.callee.key !== 'map') return [];
  const [callback] = term.args;
  return callback?.t === 'function'
    ? (facts.functions[callback.fn]?.returns ?? []).flatMap((returned) => dataKeys(returned, 0))
    : [];
}

function dataKeys(term: Term | undefined, depth: number): readonly Key[] {
  if (!term || depth > MAX_DEPTH) return [];
  if (term.t === 'any') return term.of.flatMap((one) => dataKeys(one, depth + 1));
  if (term.t !== 'object') return [];
  const own = term.props
    .filter(([, value]) => value.t !== 'undefined')
    .map(([name, value, start]): Key => ({ name, value, ...(start !== undefined && { at: start }) }));
  return [...own, ...term.spreads.flatMap((spread) => dataKeys(spread, depth + 1))];
}

function at(key: Key | undefined): Pick<Key, 'at'> {
  return key?.at === undefined ? {} : { at: key.at };
}

/** Whether a condition also holds for rows that lack the field: `null`, `$ne`, `$nin`, `$not`, `$exists: false`. */
export function holdsWithoutField({ value }: Key): boolean {
  if (value.t === 'literal') return value.value === null;
  if (value.t !== 'object') return false;
  return value.props.some(([operator, operand]) => {
    if (operator === '$exists') return operand.t === 'literal' && operand.value === false;
    if (operator === '$eq') return operand.t === 'literal' && operand.value === null;
    return operator === '$nin' || operator === '$not' || operator === '$ne';
  });
}
