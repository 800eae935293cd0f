import type { App, EntityCall, FileView, Term } from '@base44-lint/model';
import { isValueEntity } from '../judge/entity-kind.js';
import { relativeChanges } from '../judge/relative-change.js';
import { isUpdatedRow } from '../judge/updated-row.js';
import { sameTerm } from '../judge/terms.js';
import { isValueField } from '../judge/valuable.js';
import type { FunctionWrites } from './writes.js';

/** Two writes of which one stays when the other fails. */
export interface Pair {
  readonly first: EntityCall;
  readonly second: EntityCall;
  /** The balance, stock or the like that one of them moves. */
  readonly field: string;
  /** The write that moves it. */
  readonly moved: EntityCall;
  /** Between them the function answers, so that perhaps only one of them ever runs. */
  readonly answered: boolean;
}

/**
 * Two writes of a function of which one moves a value by an amount, so that no repetition is harmless, and the other is
 * about another entity, or moves the same value on another record. Where there are several others, the one that tells most.
 */
export function pairOf({ plain }: FunctionWrites, app: App, file: FileView): Pair | null {
  const { entityCalls } = file;
  for (const moved of plain) {
    const field = movedField(moved, app, entityCalls);
    if (field === null) continue;
    const others = plain.filter(
      (other) => other.entity.name !== moved.entity.name || isTransfer(moved, other, field, app, entityCalls),
    );
    const together = others.filter((other) => !answersBetween(moved, other, file));
    const other = mostTelling(together, moved) ?? mostTelling(others, moved);
    if (!other) continue;
    const [first, second] = other.span.start < moved.span.start ? [other, moved] : [moved, other];
    return { first, second, field, moved, answered: !together.includes(other) };
  }
  return null;
}

/** Orders, payments and the like before anything else, then what stands next to the change. */
function mostTelling(calls: readonly EntityCall[], moved: EntityCall): EntityCall | undefined {
  return (
    closest(
      calls.filter(({ entity }) => isValueEntity(entity.name as string)),
      moved,
    ) ?? closest(calls, moved)
  );
}

/** `if (…) { …; return Response.json(…); }` between two writes: the first may stand in a branch of its own. */
function answersBetween(one: EntityCall, other: EntityCall, { facts }: FileView): boolean {
  const [first, second] = one.span.start < other.span.start ? [one.span, other.span] : [other.span, one.span];
  return facts.calls.some(({ callee, start, end }) => first.end <= start && end <= second.start && isResponse(callee));
}

function isResponse(callee: Term): boolean {
  return callee.t === 'get' ? isResponse(callee.of) : callee.t === 'global' && callee.name === 'Response';
}

function closest(calls: readonly EntityCall[], { span }: EntityCall): EntityCall | undefined {
  const distance = (call: EntityCall) => Math.abs(call.span.start - span.start);
  return [...calls].sort((a, b) => distance(a) - distance(b))[0];
}

/** The value field that a write changes by an amount: from its own former value, or by `$inc`. */
function movedField(call: EntityCall, app: App, calls: readonly EntityCall[]): string | null {
  const name = call.entity.name as string;
  const fields =
    call.method === 'update'
      ? relativeChanges(call, app.entities[name]?.fields)
          .filter(({ row }) => isUpdatedRow(row, call, calls))
          .map(({ field }) => field)
      : call.method === 'updateMany'
        ? incremented(call.args[1])
        : [];
  return fields.find((field) => isValueField(field, name)) ?? null;
}

function incremented(operators: Term | undefined): readonly string[] {
  if (operators?.t !== 'object') return [];
  const change = operators.props.find(([key]) => key === '$inc')?.[1];
  return change?.t === 'object' ? change.props.map(([key]) => key) : [];
}

/** The same value, moved on another record of the entity: from one account to the other. */
function isTransfer(
  call: EntityCall,
  other: EntityCall,
  field: string,
  app: App,
  calls: readonly EntityCall[],
): boolean {
  const [one, another] = [call.args[0], other.args[0]];
  if (
    other === call ||
    call.method !== 'update' ||
    other.method !== 'update' ||
    !one ||
    !another ||
    sameTerm(one, another)
  )
    return false;
  return one.t !== '?' && another.t !== '?' && movedField(other, app, calls) === field;
}
