import type { App, EntityCall, Operation } from '@base44-lint/model';
import type { RuleFinding, Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, nameIn, ruleEvidence, ruleStateOf } from '../judge/entity.js';
import { asUsed } from '../judge/in-use.js';
import { tenantFieldOf } from '../judge/tenant.js';
import { callerEvidence, handsOutRows, readerOf } from '../judge/reader.js';
import { userRead } from '../judge/read-severity.js';
import { serviceReadSeverity } from '../judge/service-read.js';
import { defineRule } from '../rule.js';
import { isPublication, isScoping, scopes } from '../judge/scoping.js';

interface Options {
  /** Further keys that keep the rows of one tenant apart, beside the inferred tenant key and all ids. */
  readonly scopingKeys: readonly string[];
}

export const rule = defineRule<Options>({
  meta: {
    name: 'require-tenant-filter',
    description: 'require reads and bulk writes of tenant-owned entities to stay within one tenant',
    limitations: ['arch-no-tenancy'],
    preset: 'recommended',
    since: '0.1.0',
    cwe: 'CWE-639',
    precision: 'high',
    severities: ['critical', 'high', 'medium', 'low', 'info'],
    words: ['filter', 'deleteMany', 'updateMany'],
    related: ['no-unfiltered-list'],
    schema: {
      type: 'object',
      properties: {
        scopingKeys: {
          type: 'array',
          items: { type: 'string' },
          default: [],
          description: 'Further keys that keep the rows of one tenant apart, beside the tenant key and all ids.',
        },
      },
      additionalProperties: false,
    },
  },
  defaults: { scopingKeys: [] },

  *checkCode({ app, file, options }) {
    for (const call of file.entityCalls) {
      const verdict = judge(app, call, options);
      if (verdict) yield asUsed(app, file.file, { span: call.span, suggestions: [], ...verdict });
    }
  },
});

type Verdict = Pick<RuleFinding, 'severity' | 'confidence' | 'message' | 'evidence' | 'advice'>;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  filter: 'read',
  deleteMany: 'delete',
  updateMany: 'update',
};

function judge(app: App, call: EntityCall, options: Options): Verdict | null {
  const operation = OPERATIONS[call.method];
  const tenant = tenantFieldOf(app, call.entity.name);
  if (!operation || tenant === null || call.zone === 'other' || call.origin === 'shim') return null;
  const scope = scopeOf(app, call, tenant, options);
  if (scope === 'scoped') return chosenByCaller(call, operation, tenant);
  // A read with no condition at all belongs to `no-unfiltered-list`: one place, one finding.
  if (scope === 'none' && operation === 'read') return null;
  if (operation === 'read' && call.query.keys.some(isPublication)) return null;
  return call.role === 'service'
    ? serviceVerdict(app, call, operation, tenant)
    : userVerdict(app, call, operation, tenant);
}

/** With the service role a tenant key that the caller sends keeps nobody out: the caller may send another tenant's. */
function chosenByCaller(call: EntityCall, operation: Operation, tenant: string): Verdict | null {
  const { keys, kind, open } = call.query;
  if (call.role !== 'service' || kind !== 'keys' || open) return null;
  if (call.caller.level !== 'none' && call.caller.level !== 'signed-in') return null;
  const extra = new Set([tenant]);
  const scoping = keys.filter((key) => isScoping(key, undefined, extra));
  if (!scoping.some(({ name }) => name === tenant) || scoping.some(({ from }) => from !== 'caller')) return null;
  if (operation === 'read' && !handsOutRows(call)) return null;
  const isAnyone = call.caller.level === 'none';
  return {
    severity: isAnyone || operation !== 'read' ? 'high' : 'medium',
    confidence: 'likely',
    evidence: callerEvidence(call),
    message: `${isAnyone ? 'Anyone' : 'Any signed-in user'} can name another \`${tenant}\` in the request and ${operation === 'read' ? 'get' : operation === 'delete' ? 'delete' : 'change'} its rows of ${nameIn(call)}, because the service role passes by all rules.`,
    advice: `Compare \`${tenant}\` of the request with the signed-in user's own before this call, or take it from the user.`,
  };
}

/** What a query says about the tenant. An unknown part may name it: unresolved is not missing. */
function scopeOf(app: App, call: EntityCall, tenant: string, options: Options): 'scoped' | 'none' | 'weak' {
  const { kind, keys, open } = call.query;
  if (kind === 'unknown' || kind === 'maybe-empty' || open) return 'scoped';
  if (kind === 'none' || kind === 'empty') return 'none';
  const extra = new Set([tenant, ...options.scopingKeys]);
  return scopes(keys, app.entities[call.entity.name ?? ''], extra) ? 'scoped' : 'weak';
}

function userVerdict(app: App, call: EntityCall, operation: Operation, tenant: string): Verdict | null {
  const access = accessFor(app, call, call.entity.name, operation);
  // What has no schema is unknown; what the rules scope needs no condition in code.
  if (ruleStateOf(access) !== 'open') return null;
  const reader = readerOf(app, call);
  const content = contentOf(app, call.entity.name);
  if (content === 'reference' && operation === 'read') return null;
  if (call.zone !== 'frontend' && operation === 'read' && call.result.responded === 'no') return null;
  const severity: Severity =
    operation === 'read' ? (userRead.open[reader][content] ?? 'low') : reader === 'guarded' ? 'low' : 'high';
  return {
    severity,
    confidence: app.tenants.some(({ field, confidence }) => field === tenant && confidence === 'certain')
      ? 'certain'
      : 'likely',
    evidence: ruleEvidence(access),
    message:
      operation === 'read'
        ? `Users of one \`${tenant}\` can read rows of ${nameIn(call)} of all others here, because neither this condition nor the entity's rules name it.`
        : `This ${operation === 'delete' ? 'deletes' : 'changes'} rows of ${nameIn(call)} of every \`${tenant}\`, because neither this condition nor the entity's rules name it.`,
    advice: `Add \`${tenant}\` to the condition, and let the \`${operation}\` rule of ${nameIn(call)} compare \`data.${tenant}\` with \`{{user.data.${tenant}}}\`, because only the rule protects the rows.`,
  };
}

function serviceVerdict(app: App, call: EntityCall, operation: Operation, tenant: string): Verdict | null {
  if (call.zone === 'frontend' || call.caller.level === 'unknown') return null;
  const reader = readerOf(app, call);
  // Jobs and admin tools work on all tenants on purpose.
  if (reader === 'guarded' || (operation === 'read' && !handsOutRows(call))) return null;
  const severity = operation === 'read' ? serviceReadSeverity(app, call, call.entity.name, reader) : 'high';
  if (severity === null || severity === 'info') return null;
  const who = reader === 'public' ? 'Anyone who calls this function' : 'Any signed-in user who calls this function';
  const does = operation === 'read' ? 'gets' : operation === 'delete' ? 'deletes' : 'changes';
  return {
    severity,
    confidence: 'likely',
    evidence: [...callerEvidence(call), ...call.evidence],
    message: `${who} ${does} rows of ${nameIn(call)} of every \`${tenant}\`, because the service role passes by all rules and the condition does not name it.`,
    advice: `Take \`${tenant}\` from the signed-in user and add it to the condition, or read with the caller's own client so that the entity's rules apply.`,
  };
}
