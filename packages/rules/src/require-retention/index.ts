import { wordsOf, type Entity, type EntityCall } from '@base44-lint/model';
import type { AppFinding } from '../finding.js';
import { defineRule } from '../rule.js';

interface Options {
  /** Entities that may grow for ever, such as an audit trail that a law asks for. */
  readonly keep: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'require-retention',
    description: 'require that entities that only ever grow are cleaned up somewhere',
    limitations: ['data-storage-caps'],
    preset: 'audit',
    since: '0.2.0',
    precision: 'high',
    severities: ['low'],
    words: [],
    related: ['require-read-limit'],
    schema: {
      type: 'object',
      properties: {
        keep: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Entities that may grow for ever, such as an audit trail that a law asks for.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { keep: [] },

  *checkApp({ app, files, options }) {
    const calls = files
      .flatMap(({ entityCalls }) => entityCalls)
      .filter(({ zone, origin }) => zone !== 'other' && origin !== 'shim');
    for (const entity of Object.values(app.entities)) {
      if (!growsByItself(entity.name) || options.keep.includes(entity.name)) continue;
      const writes = calls.filter(
        (call) => isOf(call, entity.name) && /^(?:create|bulkCreate|upsert)$/.test(call.method) && isAutomatic(call),
      );
      const removals = calls.filter((call) => /^delete(?:Many)?$/.test(call.method));
      const [first, ...others] = writes;
      if (!first || removals.some((call) => isOf(call, entity.name) || mayBe(call, entity.name))) continue;
      yield finding(entity, [first, ...others]);
    }
  },
});

/** Last words of entities whose records are written by what happens, not by what somebody enters. */
const endings = new Set(['log', 'logs', 'telemetry', 'heartbeat', 'ping', 'pageview', 'click', 'impression']);
/** Pages, products … that are looked at; a saved view of a table is none. */
const viewed = new Set(['page', 'product', 'profile', 'post', 'article', 'listing', 'video', 'story', 'item']);
/** Trails that exist to be kept, and what people write down. */
const kept = new Set([
  'audit',
  'privacy',
  'compliance',
  'consent',
  'work',
  'time',
  'food',
  'training',
  'workout',
  'captain',
  'call',
  'mood',
  'sleep',
]);

function growsByItself(name: string): boolean {
  const words = wordsOf(name);
  const [last = '', before = ''] = words.toReversed();
  if (before === '' || words.some((word) => kept.has(word))) return before === '' && last === 'pageview';
  return endings.has(last) || (/^views?$/.test(last) && viewed.has(before));
}

const once = /^(?:seed(?:s|er|ing)?|demos?|import(?:s|er)?|migrat(?:e|es|ion|ions)|backfill)$/;

/** What a person saves by a button grows only as fast as people work, and data for a demonstration is written once. */
function isAutomatic({ zone, file, execution }: EntityCall): boolean {
  if (zone !== 'frontend') return !wordsOf(file).some((word) => once.test(word));
  return !execution.triggers.some(({ kind }) => kind === 'handler' || kind === 'mutation');
}

function isOf({ entity }: EntityCall, name: string): boolean {
  return entity.name === name || entity.candidates.includes(name);
}

/** A removal whose entity only the run decides may be the clean-up. */
function mayBe({ entity }: EntityCall, name: string): boolean {
  return entity.name === null && (entity.candidates.length === 0 || entity.candidates.includes(name));
}

function finding(entity: Entity, [first, ...others]: readonly [EntityCall, ...EntityCall[]]): AppFinding {
  const count = others.length + 1;
  return {
    file: first.file,
    subject: entity.name,
    severity: 'low',
    confidence: 'likely',
    message: `Records of ${entity.name} are added ${count === 1 ? 'in one place' : `in ${count} places`} and never removed, so they pile up until reads slow down or meet a limit that nobody publishes.`,
    span: first.span,
    evidence: others.slice(0, 3).map(({ file, span }) => ({ file, ...span, note: 'adds records too' })),
    advice:
      'Delete what is older than you need with a scheduled `deleteMany({ created_date: { $lt: … } })`, and name entities that must be kept in the option `keep`.',
    suggestions: [],
  };
}
