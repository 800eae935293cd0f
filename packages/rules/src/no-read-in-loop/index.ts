import type { App, EntityCall, FileView, LoopContext } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { nameIn } from '../judge/entity.js';
import { entityVaries, loopEvidence, loopOverArguments } from '../judge/repetition.js';
import { isUnbounded, sourceReadOf } from '../judge/source-read.js';
import { defineRule } from '../rule.js';
import { isBatch, isFreshLook, isPagedRead } from './reasons.js';
import { keyByElement } from './key.js';

const METHODS = new Set(['get', 'filter']);

export const rule = defineRule<Record<string, never>>({
  meta: {
    name: 'no-read-in-loop',
    description: 'disallow reading records one by one in a loop',
    limitations: ['perf-credit-load'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-1073',
    severities: ['medium', 'low'],
    precision: 'high',
    words: ['get', 'filter'],
    related: ['no-write-loop', 'no-bulk-delete-loop'],
    schema: { type: 'object', properties: {}, additionalProperties: false },
  },
  defaults: {},

  *checkCode({ app, file }) {
    for (const call of file.entityCalls) {
      if (!METHODS.has(call.method) || call.zone === 'other' || call.recovery || isPagedRead(call)) continue;
      const loop = loopOverArguments(call, call.args.slice(0, 1));
      if (!loop || entityVaries(call, loop) || isBatch(call) || isFreshLook(call, loop, file)) continue;
      yield finding(call, loop, file, app);
    }
  },
});

function finding(call: EntityCall, loop: LoopContext, file: FileView, app: App): RuleFinding {
  const isMany = readsForMany(loop, file, app) && !isLarge(call);
  const name = nameIn(call);
  const key = call.method === 'get' ? 'id' : keyByElement(call, loop);
  return {
    severity: isMany ? 'medium' : 'low',
    confidence: call.origin === 'unknown' || call.entity.name === null ? 'likely' : 'certain',
    message: isMany
      ? `This reads ${name} once for every row of another read, so with a few hundred rows it runs into the rate limit and fails for everyone who needs the answer.`
      : `This reads ${name} once for each element of a list, so the wait grows with the list and a long one runs into the rate limit.`,
    span: call.span,
    evidence: [...loopEvidence(call, loop, 'runs the read for each element'), ...call.evidence],
    advice: key
      ? `Read them in one request before the loop, \`filter({ ${key}: { $in: values } })\` with a limit that holds them all, and look each one up in a Map by \`${key}\`.`
      : 'Read what all elements need in one request before the loop, with `$in` or the condition they share, and look each one up in a Map.',
    suggestions: [],
  };
}

/** So many rows for each element that one request could not bring those of all. */
function isLarge({ limit }: EntityCall): boolean {
  return typeof limit === 'number' && limit >= 1000;
}

/** One request for each row of a read without bound. */
function readsForMany(loop: LoopContext, file: FileView, app: App): boolean {
  // A helper serves one element; that all are handed to it may be one case of several.
  if (loop.file !== file.file || loop.through.length > 0) return false;
  const source = sourceReadOf(loop.over, file.entityCalls);
  return source !== undefined && !source.narrowed && !loop.conditional && isUnbounded(app, source.call);
}
