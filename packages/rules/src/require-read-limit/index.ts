import { supports } from '@base44-lint/catalog';
import type { App, EntityCall, SdkVersion } from '@base44-lint/model';
import type { Confidence, RuleFinding, Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, nameIn, ruleEvidence, ruleStateOf } from '../judge/entity.js';
import { asUsed } from '../judge/in-use.js';
import {
  defaultInWords,
  documentedDefault,
  extentOf,
  isCount,
  isFirstOnly,
  pagingAdvice,
} from '../judge/read-extent.js';
import { readerOf } from '../judge/reader.js';
import { defineRule } from '../rule.js';
import { growsWithUse } from './growth.js';

interface Options {
  /** Entities that never hold more than a few rows. */
  readonly smallEntities: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'require-read-limit',
    description: 'require a limit where a read may return any number of rows',
    limitations: ['data-5000-cap', 'data-storage-caps'],
    preset: 'recommended',
    since: '0.2.0',
    cwe: 'CWE-770',
    precision: 'high',
    severities: ['medium', 'low', 'info'],
    words: ['list', 'filter'],
    related: ['no-over-limit-read', 'no-unfiltered-list'],
    schema: {
      type: 'object',
      properties: {
        smallEntities: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Entities that never hold more than a few rows; reads of them need no limit.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { smallEntities: [] },

  *checkCode({ app, file, sdk, options }) {
    const small = new Set(options.smallEntities);
    for (const call of file.entityCalls) {
      if (call.zone === 'other' || call.origin === 'shim' || !mayReturnAny(app, call)) continue;
      if (call.entity.candidates.length > 0 && call.entity.candidates.every((name) => small.has(name))) continue;
      yield asUsed(app, file.file, finding(app, call, sdk));
    }
  },
});

/** No limit is given, nothing in the condition bounds the rows, and more than one of them matters. */
function mayReturnAny(app: App, call: EntityCall): boolean {
  if ((call.method !== 'list' && call.method !== 'filter') || call.limit !== null || call.skip) return false;
  // The options object returns one page and says whether there are more; a spread may hold the limit.
  const rest = call.method === 'list' ? call.args : call.args.slice(1);
  if (rest.some(({ t }) => t === 'object' || t === '?')) return false;
  // A number of rows is the concern of `no-over-limit-read`.
  if (isCount(call) || isFirstOnly(call) || call.result.ignored) return false;
  return extentOf(app, call) !== 'narrow';
}

function finding(app: App, call: EntityCall, sdk: SdkVersion): RuleFinding {
  const rows = nameIn(call);
  const name = `\`${call.method}()\``;
  const most = documentedDefault(sdk);
  const isWide = most !== null && supports(sdk.version, 'entities.list.cursor') === 'yes';
  const access = accessFor(app, call, call.entity.name, 'read');
  const severity = severityOf(app, call);
  return {
    severity,
    confidence: confidenceOf(call),
    message: isWide
      ? `Without a limit this ${name} reads up to ${most.toLocaleString('en-US')} rows of ${rows} each time, and what is beyond them is missing without an error.`
      : `Without a limit this ${name} returns as many rows as ${defaultInWords(sdk)}, so further rows of ${rows} are missing without an error.`,
    span: call.span,
    evidence: [...(severity === 'medium' ? ruleEvidence(access) : []), ...call.evidence],
    advice: `Pass the number of rows that is needed, \`${call.method === 'list' ? "list('-created_date', 100)" : "filter(query, '-created_date', 100)"}\`; for all of them ${pagingAdvice(call, supports(sdk.version, 'entities.list.cursor'))}.`,
    suggestions: [],
  };
}

/** Medium only where many users read everything that ever happened: rows that grow with use, on a page of every user, by open rules. */
function severityOf(app: App, call: EntityCall): Severity {
  const { name } = call.entity;
  if (name !== null && contentOf(app, name) === 'reference') return 'info';
  const isShared = ruleStateOf(accessFor(app, call, name, 'read')) === 'open';
  const isSeenByMany = call.zone === 'frontend' && readerOf(app, call) !== 'guarded';
  return name !== null && growsWithUse(name) && extentOf(app, call) === 'whole' && isShared && isSeenByMany
    ? 'medium'
    : 'low';
}

function confidenceOf(call: EntityCall): Confidence {
  if (call.query.kind === 'maybe-empty' || call.entity.name === null) return 'possible';
  return call.origin === 'sdk' ? 'certain' : 'likely';
}
