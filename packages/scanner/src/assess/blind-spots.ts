import type { LimitationId } from '@base44-lint/catalog';
import type { AnyRule } from '@base44-lint/rules';
import { counted } from '../counted.js';
import type { AppSummary } from '../result.js';
import type { Sight } from './sight.js';

/** What a verdict is made from. */
export interface Coverage {
  readonly app: AppSummary;
  readonly sight: Sight;
  /** Rules that ran: those the settings did not switch off. */
  readonly ran: readonly AnyRule[];
  readonly off: readonly AnyRule[];
  /** Files that no parser took, that could not be read, or on which a rule failed. */
  readonly unseenFiles: readonly string[];
}

type BlindSpot = (coverage: Coverage) => string | undefined;

/** Code may run anywhere in the app, so a function that is named and not there may hold what was looked for. */
const anyCode = [withMissingFunctions];
/** What only a backend function can do or leave undone. */
const backend = [withoutFunctions, withMissingFunctions];
/** Judged by what the SDK documents; a client of the app's own is judged by nothing. */
const sdkCode = [...anyCode, withShims];

/** What must be in sight before a limitation may be called clear, beyond the code itself. First reason wins. */
const needs: Readonly<Record<LimitationId, readonly BlindSpot[]>> = {
  'arch-no-realtime': anyCode,
  'arch-no-service-role': backend,
  'arch-no-tenancy': [withoutSchemas, withoutTenant, ...sdkCode],
  'arch-csr-only': [withoutPage],
  'arch-single-region': [],
  'arch-cold-start': backend,
  'data-no-bulk-delete': anyCode,
  'data-default-open': [withoutSchemas, withOpenEntities, ...sdkCode],
  'data-storage-caps': anyCode,
  'data-5000-cap': sdkCode,
  'data-operators': sdkCode,
  'data-no-transactions': anyCode,
  'data-no-audit-log': [withoutSchemas, ...anyCode],
  'data-indexing': [withoutSchemas],
  'auth-coarse-roles': [withoutSchemas, ...anyCode],
  'auth-sso': [withoutAuthConfig],
  'auth-jwt-localstorage': [withoutBrowserCode],
  'auth-no-mfa-policy': [],
  'int-custom-deprecated': anyCode,
  'int-webhook-activity': backend,
  'int-email-shared': anyCode,
  'int-stripe-iap': [withoutManifest],
  'int-oauth-flows': anyCode,
  'perf-protocol-control': [],
  'perf-cache-headers': [],
  'perf-credit-load': [...anyCode, withoutSchedules],
  'sec-no-waf': [],
  'sec-log-retention': backend,
  'sec-no-vault': [],
  'sec-no-admin-audit': [],
  'ops-no-sla': [],
  'comp-no-soc2': [],
  'comp-no-hipaa': [withoutSchemas],
  'comp-pci': [withoutSchemas],
  'ops-support': [],
  'exit-export-tier': [],
  'exit-sdk-dependence': anyCode,
  'exit-db-export': [withoutEntityUse, ...anyCode],
  'exit-github-beta': [withoutSchemas, ...anyCode],
  'faq-response-headers': [withoutPage],
  'faq-entity-size': [],
  'faq-js-only-backend': backend,
  'faq-scheduled-activity': [withoutSchedules],
  'faq-agent-hallucination': [withoutSchemas, withoutVersion, ...sdkCode],
  'faq-polling-credits': anyCode,
};

const schemas = /(?:^|\/)entities\/.*\.jsonc?$/i;

/** Files that decide a limitation, where these are no code: an unreadable page says nothing about a schema. */
const decidedBy: Partial<Readonly<Record<LimitationId, RegExp>>> = {
  'data-indexing': schemas,
  'auth-sso': /\.jsonc?$/i,
  'perf-cache-headers': /\.(?:json|toml)$|(?:^|\/)_(?:headers|redirects)$/i,
  'faq-response-headers': /\.(?:json|toml|html)$|(?:^|\/)_(?:headers|redirects)$/i,
  'comp-no-hipaa': schemas,
  'comp-pci': schemas,
  'faq-scheduled-activity': /\.jsonc?$/i,
};

/** Why a limitation without findings cannot be called clear, in one sentence; undefined where it can. */
export function blindSpot(id: LimitationId, coverage: Coverage): string | undefined {
  const decisive = decidedBy[id];
  const unseen = coverage.unseenFiles.filter((file) => decisive?.test(file) ?? true);
  if (coverage.app.counts.codeFiles === 0) return 'The export holds no JavaScript or TypeScript files.';
  if (unseen.length > 0)
    return `Nothing was found, but ${counted(unseen.length, 'file')} could not be checked in full (${few(unseen)}).`;
  return needs[id].map((reason) => reason(coverage)).find((reason) => reason !== undefined);
}

function withoutEntityUse({ app }: Coverage): string | undefined {
  if (app.counts.entities > 0 || app.counts.entityCalls > 0) return undefined;
  return 'No entity use found, and the export holds no entity schemas, so access to data could not be judged.';
}

function withoutSchemas(coverage: Coverage): string | undefined {
  const { state, missing } = coverage.app.schemas;
  const unused = withoutEntityUse(coverage);
  if (unused) return unused;
  if (state === 'none')
    return 'The export holds no entity schemas, so neither their fields nor their access rules could be read.';
  if (state === 'some') {
    const are = missing.length === 1 ? 'entity that the code uses has' : 'entities that the code uses have';
    return `${missing.length} ${are} no schema in the export (${few(missing)}), so neither their fields nor their access rules could be read.`;
  }
  return undefined;
}

/** The rule that reads the schemas themselves: where it ran, an open entity that it let pass is open on purpose. */
const readsRules = 'require-entity-rules';

/** Open entities can be read past the app's own code. */
function withOpenEntities({ app, ran }: Coverage): string | undefined {
  const open = app.entities.filter(({ access }) => Object.values(access).some(({ kind }) => kind === 'open'));
  if (open.length === 0 || ran.some(({ meta }) => meta.name === readsRules)) return undefined;
  const of = few(open.map(({ name }) => name));
  return `The code leaks nothing, but the rules of ${counted(open.length, 'entity', 'entities')} leave an operation open to everyone (${of}).`;
}

function withoutTenant({ app }: Coverage): string | undefined {
  if (app.tenants.some(({ confidence }) => confidence !== 'possible')) return undefined;
  return 'No tenant key is known for this app; if customers share it, name their field in `tenantFields` of base44-lint.config.jsonc.';
}

function withoutFunctions({ app }: Coverage): string | undefined {
  if (app.counts.functions > 0) return undefined;
  return 'The export holds no backend functions; a synchronised repository may lack them, so the dashboard has to say whether there are any.';
}

function withMissingFunctions({ sight: { missingFunctions } }: Coverage): string | undefined {
  if (missingFunctions.length === 0) return undefined;
  const are = missingFunctions.length === 1 ? 'function that the code calls is' : 'functions that the code calls are';
  return `${missingFunctions.length} ${are} not in the export (${few(missingFunctions)}), so what happens there could not be read.`;
}

function withShims({ sight: { shimCalls } }: Coverage): string | undefined {
  if (shimCalls === 0) return undefined;
  return `${counted(shimCalls, 'entity call goes', 'entity calls go')} through a client of the app's own in place of the SDK's, and what that one does is not documented.`;
}

function withoutVersion({ sight: { unversioned } }: Coverage): string | undefined {
  if (unversioned.length === 0) return undefined;
  const where = unversioned.map((zone) => (zone === 'frontend' ? 'browser code' : 'some functions')).join(' and ');
  return `Nothing in the export states the SDK version of the ${where}, so what it offers is unknown.`;
}

function withoutSchedules({ sight: { schedules } }: Coverage): string | undefined {
  if (schedules > 0) return undefined;
  return 'The export holds no schedule; automations that were set up in the dashboard are not part of it.';
}

function withoutAuthConfig({ sight: { authConfig } }: Coverage): string | undefined {
  return authConfig
    ? undefined
    : 'The export holds no sign-in configuration; what is switched on stands in the dashboard.';
}

function withoutBrowserCode({ sight: { browserCode } }: Coverage): string | undefined {
  return browserCode ? undefined : 'No browser code that concerns Base44 was found in the export.';
}

function withoutPage({ sight: { page } }: Coverage): string | undefined {
  return page ? undefined : 'The export holds no index.html, so the page that the browser loads could not be read.';
}

function withoutManifest({ sight: { manifest } }: Coverage): string | undefined {
  return manifest ? undefined : 'The export holds no package.json, so what the app is packed with could not be read.';
}

/** The first names of a list, and how many more there are. */
function few(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${names.length - 3} more` : shown;
}
