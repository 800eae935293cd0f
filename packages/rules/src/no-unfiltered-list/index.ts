import { supports } from '@base44-lint/catalog';
import type { App, EntityCall, Evidence, SdkVersion } from '@base44-lint/model';
import type { Confidence, RuleFinding, Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { asUsed } from '../judge/in-use.js';
import { accessFor, holdingsOf, nameIn, ruleEvidence, ruleStateOf } from '../judge/entity.js';
import { tenantFieldOf } from '../judge/tenant.js';
import { callerEvidence, handsOutRows, readerOf, whoReads } from '../judge/reader.js';
import { milder, userRead, worse, type Reader } from '../judge/read-severity.js';
import { serviceReadSeverity } from '../judge/service-read.js';
import { isPublication, scopes } from '../judge/scoping.js';
import { defineRule } from '../rule.js';

interface Options {
  /** Entities whose rows are meant for everyone. */
  readonly publicEntities: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'no-unfiltered-list',
    description: 'disallow reads without a condition where the rules of the entity let others have the rows',
    limitations: ['data-default-open'],
    preset: 'recommended',
    since: '0.1.0',
    cwe: 'CWE-862',
    precision: 'high',
    severities: ['critical', 'high', 'medium', 'low', 'info'],
    words: ['list', 'filter'],
    related: ['require-tenant-filter', 'require-entity-rules'],
    schema: {
      type: 'object',
      properties: {
        publicEntities: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Entities whose rows are meant for everyone; reads of them are not reported.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { publicEntities: [] },

  *checkCode({ app, file, sdk, options }) {
    const isPublic = new Set([...options.publicEntities, ...app.settings.publicEntities]);
    for (const call of file.entityCalls) {
      if (call.zone === 'other' || !(isUnfiltered(call) || isWeak(app, call))) continue;
      const verdict = call.role === 'service' ? serviceVerdict(app, call, isPublic) : userVerdict(app, call, isPublic);
      if (!verdict) continue;
      yield asUsed(app, file.file, {
        span: call.span,
        suggestions: [],
        ...verdict,
        evidence: [...verdict.evidence, ...call.evidence],
        advice: adviceFor(app, call, sdk),
      });
    }
  },
});

type Verdict = Pick<RuleFinding, 'severity' | 'confidence' | 'message' | 'evidence'>;

/** `list()` in every form, and `filter` with a query that is or may become empty. */
function isUnfiltered(call: EntityCall): boolean {
  if (call.method === 'list') return true;
  if (call.method !== 'filter') return false;
  const { kind, keys } = call.query;
  // A conditional that scopes one side and not the other means to ("admins see all"); its test is not in the query.
  if (kind === 'maybe-empty') return keys.length === 0 && !call.execution.triggers.some(({ enabled }) => enabled);
  return kind === 'none' || kind === 'empty';
}

/**
 * A condition of states, dates and switches alone, on rows that no tenant key keeps apart: it sorts the rows, it does not
 * keep them from anyone. With a tenant key the place belongs to `require-tenant-filter`.
 */
function isWeak(app: App, call: EntityCall): boolean {
  const { kind, keys, open } = call.query;
  if (call.method !== 'filter' || kind !== 'keys' || open || tenantFieldOf(app, call.entity.name) !== null)
    return false;
  const entity = app.entities[call.entity.name ?? ''];
  if (!entity || keys.some(isPublication) || scopes(keys, entity, new Set())) return false;
  const content = contentOf(app, entity.name);
  return content === 'secret' || content === 'personal' || (content === 'owned' && call.role === 'service');
}

function userVerdict(app: App, call: EntityCall, isPublic: ReadonlySet<string>): Verdict | null {
  // Rows that a function only works with never leave it.
  const isBackend = call.zone !== 'frontend';
  if (isBackend && !handsOutRows(call)) return null;
  const reader = readerOf(app, call);
  let worst: {
    severity: Severity;
    name: string | null;
    evidence: readonly Evidence[];
    unknown: boolean;
    by: Reader;
  } | null = null;
  for (const name of namesOf(call)) {
    if (name !== null && isPublic.has(name)) continue;
    const access = accessFor(app, call, name, 'read');
    const state = ruleStateOf(access);
    const by = access.everyUser && reader === 'public' ? 'signed-in' : reader;
    const full = userRead[state][by][contentOf(app, name)];
    const severity = full && (isUnfiltered(call) ? full : milder(full));
    if (severity && (!worst || worse(worst.severity, severity) !== worst.severity)) {
      worst = { severity, name, evidence: ruleEvidence(access), unknown: state === 'unknown', by };
    }
  }
  if (!worst) return null;
  // Other entities that the same call may read have rules of their own.
  const openNames = call.entity.candidates.filter(
    (one) => ruleStateOf(accessFor(app, call, one, 'read')) === 'open' && !isPublic.has(one),
  );
  const { severity, name, evidence, unknown, by } = worst;
  return {
    severity,
    confidence: confidenceOf(call, unknown),
    evidence,
    message: unknown
      ? `This reads rows of ${nameIn(call)} of every user that its rules allow, and ${whyUnknown(call)}.`
      : `This reads rows of ${nameIn(call, openNames)} of every user${holdingsOf(app, name)}, and its rules let ${whoReads(app, by)} do the same.`,
  };
}

function serviceVerdict(app: App, call: EntityCall, isPublic: ReadonlySet<string>): Verdict | null {
  if (call.zone === 'frontend') return null;
  const { responded } = call.result;
  if (!handsOutRows(call) || call.caller.level === 'unknown') return null;
  const reader = readerOf(app, call);
  let severity: Severity | null = null;
  let worstName: string | null = null;
  for (const name of namesOf(call)) {
    if (name !== null && isPublic.has(name)) continue;
    const one = serviceReadSeverity(app, call, name, reader);
    if (one && (severity === null || worse(severity, one) !== severity)) {
      severity = one;
      worstName = name;
    }
  }
  if (severity === null) return null;
  if (!isUnfiltered(call)) severity = milder(severity);
  const who = reader === 'public' ? 'anyone who calls this function' : 'any signed-in user who calls this function';
  return {
    severity,
    confidence: call.entity.name !== null && responded === 'whole' ? 'certain' : 'likely',
    evidence: callerEvidence(call),
    message: `With the service role this hands rows of ${nameIn(call)} of every user${responded === 'whole' ? holdingsOf(app, worstName, ',') : ''} to ${who}, whatever the rules of the entity say.`,
  };
}

function namesOf(call: EntityCall): readonly (string | null)[] {
  return call.entity.candidates.length > 0 ? call.entity.candidates : [null];
}

function confidenceOf(call: EntityCall, unknown: boolean): Confidence {
  if (unknown) return 'possible';
  return call.entity.name !== null && call.query.kind !== 'maybe-empty' ? 'certain' : 'likely';
}

function whyUnknown(call: EntityCall): string {
  if (call.origin === 'shim') return 'the client is a look-alike whose rules are not in sight';
  return call.entity.candidates.length === 0
    ? 'the code does not say which entity it is'
    : 'this export does not hold its schema';
}

function adviceFor(app: App, call: EntityCall, sdk: SdkVersion): string {
  const key = tenantFieldOf(app, call.entity.name) ?? app.entities[call.entity.name ?? '']?.holds.owner[0] ?? null;
  const count =
    supports(sdk.version, 'entities.count') === 'yes' && call.result.reads.join() === 'length'
      ? ' For the number alone use `count()`.'
      : '';
  if (call.role === 'service') {
    const own =
      ruleStateOf(accessFor(app, call, call.entity.name, 'read')) === 'closed'
        ? "read with the caller's own client so that the rules apply, "
        : '';
    return `Check the caller's role, ${own}or hand out only the caller's rows: \`filter({ ${key ?? 'created_by_id'}: … })\`.${count}`;
  }
  const condition = key === null ? '`created_by` with `{{user.email}}`' : `\`data.${key}\` with the user's own value`;
  return `Let the \`read\` rule of ${nameIn(call)} compare ${condition}; a condition in code alone does not protect the rows.${count}`;
}
