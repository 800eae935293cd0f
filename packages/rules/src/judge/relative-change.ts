import type { EntityCall, Field, Term } from '@base44-lint/model';
import { objectsIn } from './terms.js';
import { isValueField } from './valuable.js';

/** A field that a write computes from its own former value. */
interface RelativeChange {
  readonly field: string;
  /** The row that the former value was taken from. */
  readonly row: Term;
}

const NUMBERS = new Set(['Number', 'parseInt', 'parseFloat']);
const ROUNDS = /^(?:max|min|round|floor|ceil|abs|trunc)$/;
const FORMATS = new Set(['toFixed', 'parseFloat', 'parseInt']);

/**
 * Fields of an `update` that are computed from the same field of a row: `{ stock: row.stock - 1 }`. Text that is put
 * together, comparisons, dates and values of other fields are none.
 */
export function relativeChanges(call: EntityCall, fields: readonly Field[] | undefined): readonly RelativeChange[] {
  return objectsIn(call.args[1]).flatMap((data) =>
    data.props.flatMap(([name, value]) => {
      const field = fields?.find((one) => one.name === name);
      if (field && !/^(?:number|integer)$/.test(field.type)) return [];
      const isNumber = field !== undefined || isValueField(name, call.entity.name);
      const row = computedFrom(value, name, isNumber);
      return row ? [{ field: name, row }] : [];
    }),
  );
}

/** The row whose field goes into an arithmetic value; null where there is none. */
function computedFrom(value: Term, field: string, isNumber: boolean): Term | null {
  switch (value.t) {
    case 'template':
    case 'mix':
      return inArithmetic(value.t, value, field, isNumber);
    case 'any':
      return firstOf(value.of, (one) => computedFrom(one, field, isNumber));
    case 'call': {
      const { callee, args } = value;
      if (callee.t === 'global' && NUMBERS.has(callee.name)) return args[0] ? computedFrom(args[0], field, true) : null;
      if (callee.t !== 'get') return null;
      const isMath = callee.of.t === 'global' && callee.of.name === 'Math' && ROUNDS.test(callee.key);
      if (isMath) return firstOf(args, (one) => computedFrom(one, field, true));
      return FORMATS.has(callee.key) ? computedFrom(callee.of, field, true) : null;
    }
    default:
      return null;
  }
}

function inArithmetic(
  kind: 'template' | 'mix',
  { of, parts }: { of?: readonly Term[]; parts?: readonly Term[] },
  field: string,
  isNumber: boolean,
): Term | null {
  const operands = parts ?? of ?? [];
  // `!row.open` is one operand; a text or a truth value on either side makes it a text or a comparison.
  if (operands.length < 2 || operands.some(isNoNumber)) return null;
  // `+` joins texts too, so one side has to be a number for sure.
  if (kind === 'template' && !isNumber && !operands.some(isNumeric)) return null;
  return (
    firstOf(operands, (one) => formerValue(one, field)) ??
    firstOf(operands, (one) => computedFrom(one, field, isNumber))
  );
}

function isNoNumber(term: Term): boolean {
  return (
    (term.t === 'literal' && typeof term.value !== 'number') ||
    (term.t === 'call' && term.isNew === true) ||
    term.t === 'object' ||
    term.t === 'array'
  );
}

/** A number for sure: `1`, `x || 0`, `Number(x)`, `a * b`, `list.length`. */
function isNumeric(term: Term): boolean {
  switch (term.t) {
    case 'literal':
      return typeof term.value === 'number';
    case 'any':
      return term.of.some(isNumeric);
    case 'mix':
      return term.of.length > 1 && !term.of.some(isNoNumber);
    case 'get':
      return term.key === 'length';
    case 'call':
      return (
        (term.callee.t === 'global' && NUMBERS.has(term.callee.name)) ||
        (term.callee.t === 'get' && term.callee.of.t === 'global' && term.callee.of.name === 'Math')
      );
    default:
      return false;
  }
}

/** The row in `row.n`, `row.n || 0`, `Number(row.n)`. */
function formerValue(term: Term, field: string): Term | null {
  switch (term.t) {
    case 'get':
      return term.key === field ? term.of : null;
    case 'any':
      return firstOf(term.of, (one) => formerValue(one, field));
    case 'call':
      return term.callee.t === 'global' && NUMBERS.has(term.callee.name) && term.args[0]
        ? formerValue(term.args[0], field)
        : null;
    default:
      return null;
  }
}

function firstOf<T, R>(list: readonly T[], find: (one: T) => R | null): R | null {
  for (const one of list) {
    const found = find(one);
    if (found !== null) return found;
  }
  return null;
}
