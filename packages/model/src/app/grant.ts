import type { AccessKind, OpenShape } from './types.js';

/**
 * What a condition of an entity rule grants, as an upper bound: a reading that grants less than the platform would
 * is a missed leak.
 */
export interface Grant {
  readonly kind: Exclude<AccessKind, 'platform'>;
  readonly shape?: OpenShape;
  readonly fields: readonly string[];
  readonly userFields: readonly string[];
  readonly roles: readonly string[];
  /** Every signed-in user passes, although a condition is written. */
  readonly everyUser: boolean;
  readonly reason: string;
}

/** Narrowest first: a conjunction is at most its narrowest part. */
const narrowness = ['never', 'blocked', 'owner', 'tenant', 'mixed', 'role', 'public-part', 'unknown'] as const;

export function grant(kind: Grant['kind'], reason: string, rest: Partial<Grant> = {}): Grant {
  return { kind, fields: [], userFields: [], roles: [], everyUser: false, ...rest, reason };
}

export function openGrant(shape: OpenShape, reason: string): Grant {
  return { ...grant('open', reason), shape };
}

/** Alternatives: those that cannot match do not count; the rest grants at least its widest part. */
export function some(grants: readonly Grant[]): Grant {
  const live = grants.filter(({ kind }) => kind !== 'never' && kind !== 'blocked');
  const [first] = live;
  if (!first) return grants.find(({ kind }) => kind === 'blocked') ?? joined(grants, 'never', ' and ');
  const wide = (['open', 'unknown', 'public-part'] as const).find((kind) => live.some((part) => part.kind === kind));
  if (wide === 'open' || wide === 'unknown') return live.find(({ kind }) => kind === wide)!;
  const kind = wide ?? (live.every((part) => part.kind === first.kind) ? first.kind : 'mixed');
  return { ...joined(live, kind, ' or '), everyUser: live.some(({ everyUser }) => everyUser) };
}

/** All at once: at most the narrowest part. What holds for every user restricts nothing. */
export function every(grants: readonly Grant[]): Grant {
  const restricting = grants.filter((part) => part.kind !== 'open' && !part.everyUser);
  const [only = grants.find(({ everyUser }) => everyUser) ?? grants[0]!, ...more] = restricting;
  if (more.length === 0) return only;
  const kind = narrowness.find((candidate) => restricting.some((part) => part.kind === candidate)) ?? 'unknown';
  if (kind === 'never' || kind === 'blocked') return restricting.find((part) => part.kind === kind)!;
  const parts = kind === 'unknown' ? restricting : restricting.filter((part) => part.kind !== 'unknown');
  return joined(parts, kind, ' and ');
}

function joined(grants: readonly Grant[], kind: Grant['kind'], word: string): Grant {
  const reasons = unique(grants.map(({ reason }) => reason));
  return {
    kind,
    fields: unique(grants.flatMap(({ fields }) => fields)),
    userFields: unique(grants.flatMap(({ userFields }) => userFields)),
    roles: unique(grants.flatMap(({ roles }) => roles)),
    everyUser: grants.length > 0 && grants.every(({ everyUser }) => everyUser),
    reason: reasons.slice(0, 3).join(word) + (reasons.length > 3 ? `${word}more` : ''),
  };
}

function unique<T>(values: readonly T[]): T[] {
  return [...new Set(values)];
}
