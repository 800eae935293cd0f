import type { RuleName } from './generated/registry.js';

/**
 * How often the findings of a rule were right on public exports that nobody had tuned the rule on.
 * Only findings at medium and above count; they are read one by one against code and schemas.
 */
export interface Measurement {
  /** Findings that were judged. */
  readonly judged: number;
  /** Of them those that an auditor reports, at this severity or one step lower. */
  readonly right: number;
  /** Exports that were scanned for it. */
  readonly exports: number;
  /** Day of the last judgement, `yyyy-mm-dd`. */
  readonly date: string;
}

/** The measured rules. This file is the only place to edit when figures are new; pages, presets and SARIF follow. */
export const measurements: Partial<Readonly<Record<RuleName, Measurement>>> = {
  'client-rendered-public-pages': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-anonymous-agent-write': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-bulk-delete-loop': { judged: 57, right: 54, exports: 28, date: '2026-11-20' },
  'no-client-credential-check': { judged: 11, right: 9, exports: 28, date: '2026-11-20' },
  'no-client-side-scoping': { judged: 4, right: 4, exports: 17, date: '2026-11-20' },
  'no-hardcoded-secret': { judged: 22, right: 20, exports: 39, date: '2026-11-20' },
  'no-ignored-host-files': { judged: 1, right: 1, exports: 18, date: '2026-11-20' },
  'no-lost-update': { judged: 25, right: 25, exports: 28, date: '2026-11-20' },
  'no-manual-oauth': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-over-limit-read': { judged: 25, right: 25, exports: 18, date: '2026-11-20' },
  'no-read-in-loop': { judged: 7, right: 7, exports: 28, date: '2026-11-20' },
  'no-repeated-paid-call': { judged: 13, right: 12, exports: 10, date: '2026-11-20' },
  'no-secret-in-client-env': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-self-promotion': { judged: 16, right: 14, exports: 28, date: '2026-11-20' },
  'no-sensitive-field': { judged: 15, right: 10, exports: 28, date: '2026-11-20' },
  'no-service-role-in-client': { judged: 14, right: 14, exports: 18, date: '2026-11-20' },
  'no-shared-sender-email': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-tight-polling': { judged: 40, right: 40, exports: 28, date: '2026-11-20' },
  'no-token-in-web-storage': { judged: 5, right: 4, exports: 28, date: '2026-11-20' },
  'no-unfiltered-list': { judged: 62, right: 59, exports: 28, date: '2026-11-20' },
  'no-unguarded-multi-write': { judged: 15, right: 14, exports: 28, date: '2026-11-20' },
  'no-unknown-entity': { judged: 44, right: 44, exports: 28, date: '2026-11-20' },
  'no-unknown-field': { judged: 62, right: 62, exports: 28, date: '2026-11-20' },
  'no-unknown-function': { judged: 12, right: 9, exports: 28, date: '2026-11-20' },
  'no-unknown-sdk-member': { judged: 22, right: 21, exports: 28, date: '2026-11-20' },
  'no-unmatchable-rule': { judged: 4, right: 4, exports: 28, date: '2026-11-20' },
  'no-unsafe-html': { judged: 12, right: 7, exports: 18, date: '2026-11-20' },
  'no-unsupported-operator': { judged: 2, right: 2, exports: 17, date: '2026-11-20' },
  'no-unsupported-runtime-api': { judged: 5, right: 5, exports: 18, date: '2026-11-20' },
  'no-websocket': { judged: 0, right: 0, exports: 14, date: '2026-11-20' },
  'no-write-loop': { judged: 4, right: 4, exports: 28, date: '2026-11-20' },
  'require-audit-trail': { judged: 4, right: 4, exports: 18, date: '2026-11-20' },
  'require-data-export': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-entity-rules': { judged: 97, right: 94, exports: 28, date: '2026-11-20' },
  'require-error-reporting': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-function-auth': { judged: 84, right: 66, exports: 28, date: '2026-11-20' },
  'require-read-limit': { judged: 13, right: 13, exports: 18, date: '2026-11-20' },
  'require-retention': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-tenant-filter': { judged: 4, right: 4, exports: 18, date: '2026-11-20' },
  'require-unsubscribe': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-webhook-signature': { judged: 8, right: 5, exports: 56, date: '2026-11-20' },
  'schedule-within-plan': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'sdk-lock-in': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'valid-list-arguments': { judged: 7, right: 7, exports: 17, date: '2026-11-20' },
  'valid-schema': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
};
