import type { EntityCall, Evidence, LoopContext } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { nameIn } from '../judge/entity.js';
import { asUsed } from '../judge/in-use.js';
import { isListOfFew, isWholeTable, itemOf, rootOf } from '../judge/iteration.js';
import { entityVaries } from '../judge/repetition.js';
import { defineRule } from '../rule.js';
import { deleteManySuggestion } from './suggestion.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-bulk-delete-loop',
    description: 'disallow deleting records one by one in a loop',
    limitations: ['data-no-bulk-delete'],
    preset: 'recommended',
    since: '0.1.0',
    cwe: 'CWE-1073',
    precision: 'very-high',
    severities: ['high', 'medium', 'low'],
    words: ['delete'],
    related: ['no-unfiltered-list'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file }) {
    for (const call of file.entityCalls) {
      if (call.method !== 'delete' || call.zone === 'other') continue;
      const loop = loopOver(call);
      if (
        loop &&
        !isCompensation(call, loop, file.entityCalls) &&
        !isReplay(call, loop, file.entityCalls) &&
        !entityVaries(call, loop)
      )
        yield asUsed(app, file.file, finding(call, loop, file.text));
      else if (!loop && !call.recovery && recurses(call)) yield asUsed(app, file.file, finding(call, null, file.text));
    }
  },
});

/** The loop that runs over what is deleted: the record's id comes from its element. Retries and rollbacks do not count. */
function loopOver(call: EntityCall): LoopContext | null {
  const id = call.args[0];
  if (!id) return null;
  const loops = call.execution.loops.filter((loop) => !loop.retry);
  const own = loops.filter((loop) => loop.through.length === 0);
  // `groups[i]` inside of a loop over groups is an element of the outer one.
  if (own.length > 0) return own.find((loop) => itemOf(id, loop, []) && !isListOfFew(loop.over)) ?? null;
  // The call stands in a helper: its parameter must be the element of the loop that calls it.
  return (
    loops.find((loop) => loop.through.length === 1 && itemOf(id, loop, loop.passed) && !isListOfFew(loop.over)) ?? null
  );
}

/** A function that deletes by its parameter and calls itself with another one; with the same one it tries again. */
function recurses(call: EntityCall): boolean {
  const { recursion } = call.execution;
  const id = call.args[0];
  const base = id && rootOf(id);
  if (!recursion || base?.t !== 'param') return false;
  const passed = recursion.passed[base.index];
  return passed !== undefined && !(passed.t === 'param' && passed.fn === base.fn && passed.index === base.index);
}

/**
 * Undoing what was done before: the loop stands in a `catch` or `finally`, or the delete does and tries once more what
 * the loop has tried already.
 */
function isCompensation(call: EntityCall, loop: LoopContext, calls: readonly EntityCall[]): boolean {
  const { recovery } = call;
  if (!recovery) return false;
  if (loop.file !== call.file || recovery.start <= loop.start) return true;
  return calls.some(
    ({ method, span, recovery: other }) =>
      method === 'delete' && !other && loop.start <= span.start && span.end <= loop.end,
  );
}

/** A loop that creates, updates and deletes the same entity plays back a queue: each operation is one request by nature. */
function isReplay(call: EntityCall, loop: LoopContext, calls: readonly EntityCall[]): boolean {
  const inside = calls.filter(
    ({ file, span, entity }) =>
      file === loop.file && loop.start <= span.start && span.end <= loop.end && entity.name === call.entity.name,
  );
  return inside.some(({ method }) => method === 'create') && inside.some(({ method }) => method === 'update');
}

function finding(call: EntityCall, loop: LoopContext | null, text: string): RuleFinding {
  const whole = call.role === 'service' && loop !== null && !loop.conditional && isWholeTable(loop.over, isPaged(call));
  const suggestion = loop && deleteManySuggestion(call, loop, text);
  const name = nameIn(call);
  return {
    severity: whole ? 'high' : 'medium',
    confidence: call.origin === 'unknown' || call.entity.name === null ? 'likely' : 'certain',
    message: whole
      ? `This empties ${name} with one request per record, so a large table runs into the time limit and stays half deleted.`
      : `This deletes records of ${name} with one request each, so a failure can leave some of them in place.`,
    span: call.span,
    evidence: [...repetitionEvidence(call, loop), ...call.evidence],
    advice:
      call.origin === 'shim'
        ? 'Delete in one request of the backend behind this look-alike client, by the ids or by the condition that found the records.'
        : whole
          ? `Delete by condition in one request, \`deleteMany({ … })\`, which every SDK version has; it does not run what your code does per record.`
          : `Delete in one request: \`deleteMany({ id: { $in: ids } })\` or by the condition that found the records; it does not run what your code does per record.`,
    suggestions: suggestion ? [suggestion] : [],
  };
}

/** Reads page after page until nothing is left. */
function isPaged(call: EntityCall): boolean {
  return call.execution.loops.some(({ kind }) => kind === 'while' || kind === 'do' || kind === 'for');
}

/** What repeats the call, where that is not plain to see around it. */
function repetitionEvidence(call: EntityCall, loop: LoopContext | null): readonly Evidence[] {
  const { recursion } = call.execution;
  if (!loop) return recursion ? [{ ...recursion.place, note: 'calls the function again with the next record' }] : [];
  if (loop.file === call.file && loop.through.length === 0) return [];
  return [{ file: loop.file, start: loop.start, end: loop.end, note: 'runs the delete for each element' }];
}
