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
  'no-bulk-delete-loop': { judged: 42, right: 39, exports: 18, date: '2026-11-20' },
  'no-client-credential-check': { judged: 8, right: 7, exports: 18, date: '2026-11-20' },
  'no-client-side-scoping': { judged: 4, right: 4, exports: 17, date: '2026-11-20' },
  'no-hardcoded-secret': { judged: 11, right: 11, exports: 14, date: '2026-11-20' },
  'no-ignored-host-files': { judged: 1, right: 1, exports: 18, date: '2026-11-20' },
  'no-lost-update': { judged: 17, right: 17, exports: 18, date: '2026-11-20' },
  'no-manual-oauth': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-over-limit-read': { judged: 25, right: 25, exports: 18, date: '2026-11-20' },
  'no-read-in-loop': { judged: 5, right: 5, exports: 18, date: '2026-11-20' },
  'no-repeated-paid-call': { judged: 32, right: 28, exports: 18, date: '2026-11-20' },
  'no-secret-in-client-env': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-self-promotion': { judged: 10, right: 9, exports: 18, date: '2026-11-20' },
  'no-sensitive-field': { judged: 11, right: 7, exports: 18, date: '2026-11-20' },
  'no-service-role-in-client': { judged: 14, right: 14, exports: 18, date: '2026-11-20' },
  'no-shared-sender-email': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'no-tight-polling': { judged: 34, right: 34, exports: 18, date: '2026-11-20' },
  'no-token-in-web-storage': { judged: 4, right: 3, exports: 18, date: '2026-11-20' },
  'no-unfiltered-list': { judged: 42, right: 40, exports: 18, date: '2026-11-20' },
  'no-unguarded-multi-write': { judged: 9, right: 9, exports: 18, date: '2026-11-20' },
  'no-unknown-entity': { judged: 40, right: 40, exports: 18, date: '2026-11-20' },
  'no-unknown-field': { judged: 49, right: 49, exports: 18, date: '2026-11-20' },
  'no-unknown-function': { judged: 4, right: 4, exports: 18, date: '2026-11-20' },
  'no-unknown-sdk-member': { judged: 21, right: 21, exports: 18, date: '2026-11-20' },
  'no-unmatchable-rule': { judged: 2, right: 2, exports: 18, date: '2026-11-20' },
  'no-unsafe-html': { judged: 12, right: 7, exports: 18, date: '2026-11-20' },
  'no-unsupported-operator': { judged: 2, right: 2, exports: 17, date: '2026-11-20' },
  'no-unsupported-runtime-api': { judged: 5, right: 5, exports: 18, date: '2026-11-20' },
  'no-websocket': { judged: 0, right: 0, exports: 14, date: '2026-11-20' },
  'no-write-loop': { judged: 3, right: 3, exports: 18, date: '2026-11-20' },
  'require-audit-trail': { judged: 4, right: 4, exports: 18, date: '2026-11-20' },
  'require-data-export': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-entity-rules': { judged: 77, right: 75, exports: 18, date: '2026-11-20' },
  'require-error-reporting': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-function-auth': { judged: 79, right: 65, exports: 18, date: '2026-11-20' },
  'require-read-limit': { judged: 13, right: 13, exports: 18, date: '2026-11-20' },
  'require-retention': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-tenant-filter': { judged: 4, right: 4, exports: 18, date: '2026-11-20' },
  'require-unsubscribe': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'require-webhook-signature': { judged: 2, right: 1, exports: 18, date: '2026-11-20' },
  'schedule-within-plan': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'sdk-lock-in': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
  'valid-list-arguments': { judged: 7, right: 7, exports: 17, date: '2026-11-20' },
  'valid-schema': { judged: 0, right: 0, exports: 18, date: '2026-11-20' },
};
