import type { Severity } from '../finding.js';
import { severities } from '../presets.js';

/**
 * How bad a read of many rows is, as data: who may read by the entity's rules, as whom the code reads, what the rows
 * hold, and who can make the code run. `null` is no finding. Tested cell by cell.
 */

/** `closed`: owner, tenant, role, mixed, public part, blocked or never: the rules themselves keep rows apart. */
export type RuleState = 'open' | 'unknown' | 'closed';
/** Most telling content of the rows, in this order. */
export type Content = 'secret' | 'personal' | 'owned' | 'plain' | 'reference';
/** `guarded`: an admin page, or a function that has checked a role, owner or secret. */
export type Reader = 'public' | 'signed-in' | 'guarded';

type Row = Readonly<Record<Content, Severity | null>>;
type Table = Readonly<Record<Reader, Row>>;

const nothing: Row = { secret: null, personal: null, owned: null, plain: null, reference: null };

/** Reads that carry the user's identity: the rules of the entity decide. */
export const userRead: Readonly<Record<RuleState, Table>> = {
  open: {
    public: { secret: 'critical', personal: 'critical', owned: 'high', plain: 'low', reference: 'info' },
    'signed-in': { secret: 'critical', personal: 'high', owned: 'medium', plain: 'low', reference: 'info' },
    guarded: { secret: 'high', personal: 'medium', owned: 'low', plain: 'info', reference: 'info' },
  },
  unknown: {
    public: { secret: 'low', personal: 'low', owned: 'low', plain: 'low', reference: 'info' },
    'signed-in': { secret: 'low', personal: 'low', owned: 'low', plain: 'low', reference: 'info' },
    guarded: { secret: 'info', personal: 'info', owned: 'info', plain: 'info', reference: 'info' },
  },
  closed: { public: nothing, 'signed-in': nothing, guarded: nothing },
};

/** Service-role reads whose rows go back to the caller: the rules do not apply, only the function's own check does. */
export const serviceRead: Table = {
  public: { secret: 'critical', personal: 'critical', owned: 'critical', plain: 'medium', reference: 'info' },
  'signed-in': { secret: 'critical', personal: 'high', owned: 'high', plain: 'low', reference: 'info' },
  guarded: nothing,
};

/** One step milder; `info` stays. */
export function milder(severity: Severity): Severity {
  return severities[severities.indexOf(severity) + 1] ?? 'info';
}

export function worse(a: Severity, b: Severity): Severity {
  return severities.indexOf(a) <= severities.indexOf(b) ? a : b;
}
