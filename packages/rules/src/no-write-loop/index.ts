import type { App, EntityCall, FileView, LoopContext } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { nameIn } from '../judge/entity.js';
import { entityVaries, loopEvidence, loopOverArguments } from '../judge/repetition.js';
import { isUnbounded, sourceReadOf } from '../judge/source-read.js';
import { defineRule } from '../rule.js';
import { adviceFor } from './advice.js';
import { hasDependents, isReplay, isStepwise } from './reasons.js';
import { bulkCreateSuggestion } from './suggestion.js';

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-write-loop',
    description: 'disallow creating or updating records one by one in a loop',
    limitations: ['data-no-transactions', 'perf-credit-load'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-1073',
    severities: ['medium', 'low'],
    precision: 'high',
    words: ['create', 'update'],
    related: ['no-bulk-delete-loop', 'no-read-in-loop'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file, sdk }) {
    for (const call of file.entityCalls) {
      if ((call.method !== 'create' && call.method !== 'update') || call.zone === 'other' || call.recovery) continue;
      const loop = loopOverArguments(call, call.method === 'create' ? call.args : call.args.slice(0, 1));
      if (!loop || entityVaries(call, loop) || isReplay(call, loop, file)) continue;
      if (hasDependents(call, loop, file) || isStepwise(loop, file)) continue;
      yield finding(call, loop, { app, file, version: sdk.version });
    }
  },
});

interface Surroundings {
  readonly app: App;
  readonly file: FileView;
  readonly version: string | null;
}

function finding(call: EntityCall, loop: LoopContext, { app, file, version }: Surroundings): RuleFinding {
  const isLong = runsLong(call, loop, file, app);
  const suggestion = call.method === 'create' ? bulkCreateSuggestion(call, loop, file.text) : null;
  const name = nameIn(call);
  const verb = call.method === 'create' ? 'creates' : 'updates';
  return {
    severity: isLong ? 'medium' : 'low',
    confidence: call.origin === 'unknown' || call.entity.name === null ? 'likely' : 'certain',
    message: isLong
      ? `This ${verb} records of ${name} with one request for every row that was read, so a large table runs into the time limit and stays half written.`
      : `This ${verb} records of ${name} with one request each, so a failure leaves some of them written and others not.`,
    span: call.span,
    evidence: [...loopEvidence(call, loop, 'runs the write for each element'), ...call.evidence],
    advice: adviceFor(call, loop, file, version),
    suggestions: suggestion ? [suggestion] : [],
  };
}

/** A backend function that writes for every row of a read without bound, which has five minutes for all of them. */
function runsLong(call: EntityCall, loop: LoopContext, file: FileView, app: App): boolean {
  // A helper may have conditions of its own before it writes.
  if (call.zone === 'frontend' || loop.file !== file.file || loop.through.length > 0) return false;
  // The element may be one of the few children of a row: then the loop around it counts.
  const around = call.execution.loops.filter(
    (one) => one.file === loop.file && one.start <= loop.start && loop.end <= one.end && !one.conditional,
  );
  return around.some(({ over }) => {
    const source = sourceReadOf(over, file.entityCalls);
    return source !== undefined && !source.narrowed && isUnbounded(app, source.call);
  });
}
