import type { EntityCall } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { isSideRecord } from '../judge/entity-kind.js';
import { milder, worse, type Content } from '../judge/read-severity.js';
import type { Known } from './act.js';
import { givesValue, isFilledIn, isTicket, onlyTraces, pays, setsRights, takesSeat } from './payload.js';
import { isKeyToAll, isOpenToAdd } from './subjects.js';

/** What a write is about. */
export interface Subject {
  /** The caller decides which row is changed, or what a new one holds. */
  readonly chosen: boolean;
  /** The caller names the row itself; otherwise it is found by something that the caller names. */
  readonly direct: boolean;
  readonly content: Content;
  readonly valuable: boolean;
}

export interface Verdict {
  readonly severity: Severity;
  readonly likely: boolean;
}

export function createVerdict(call: EntityCall, known: Known, { chosen, content, valuable }: Subject): Verdict | null {
  const { name } = call.entity;
  if (!chosen || (!valuable && (isOpenToAdd(name) || isSide(name))) || (!valuable && isTicket(call.args[0])))
    return null;
  if (known === 'none') {
    if (!valuable && isFilledIn(call)) return { severity: 'low', likely: false };
    // Lists that all share are often filled on the way, with what a service says of what was asked for.
    if (content === 'reference' && call.args[0]?.t === 'object') return { severity: 'low', likely: false };
    if (valuable) return { severity: isFilledIn(call) || !givesValue(call) ? 'medium' : 'high', likely: true };
    // A row of a few named fields is a nuisance; whatever the request holds may be a state or an owner.
    return { severity: call.data.sent.includes('*') ? 'medium' : 'low', likely: true };
  }
  if (call.data.user) return null;
  return valuable && (givesValue(call) || !call.data.direct)
    ? { severity: 'medium', likely: true }
    : { severity: 'low', likely: false };
}

export function changeVerdict(
  call: EntityCall,
  known: Known,
  { chosen, direct, content, valuable }: Subject,
): Verdict | null {
  const removes = call.method.startsWith('delete');
  if (!chosen) return { severity: known === 'none' ? 'medium' : 'low', likely: false };
  if (onlyTraces(call.args[1]) || isSide(call.entity.name) || call.data.mark) return { severity: 'low', likely: false };
  const free = call.data.direct || removes || takesSeat(call);
  if (known === 'none') {
    if (isKeyToAll(call.entity.name) && free)
      return { severity: direct && (removes || setsRights(call)) ? 'critical' : 'high', likely: true };
    // The caller picks the row by way of another, or what is written is not theirs.
    if (!direct && !free && !valuable && call.data.sent.length === 0 && call.target.far)
      return { severity: 'low', likely: true };
    // Rows that are gone are gone, however they were found.
    const isFull = removes ? !call.target.far : valuable ? direct || free || pays(call) : direct && free;
    return { severity: isFull ? 'high' : 'medium', likely: true };
  }
  if (!direct && !free) return { severity: valuable ? 'medium' : 'low', likely: false };
  const isPrivate = valuable || (content !== 'plain' && content !== 'reference');
  if (free || valuable) return { severity: isPrivate && direct ? 'high' : 'medium', likely: true };
  return isPrivate ? { severity: 'medium', likely: true } : { severity: 'low', likely: false };
}

/** Logs and the like, and what counts requests so that there are not too many. */
const isSide = (name: string | null): boolean =>
  name !== null && (isSideRecord(name) || /RateLimit|Throttle|LoginAttempt|Idempotency/.test(name));

/** What speaks for less than a verdict says. */
export function severityOf(
  severity: Severity,
  { isOpen, isEvent, adds }: { readonly isOpen: boolean; readonly isEvent: boolean; readonly adds: boolean },
  { data, target }: EntityCall,
  known: Known,
): Severity {
  // Who is signed in could do the same without the function, and adding a row there harms nobody.
  if (isOpen && (known === 'signed-in' || adds)) return worse(severity, 'low') === severity ? 'low' : severity;
  const isFree = data.sent.includes('*');
  const mild = [
    isOpen,
    // An event that is copied into the row is no different from a body.
    isEvent && !isFree,
    // What is done to rows of one state only leaves a stranger less to choose.
    target.ofState && data.sent.length === 0,
  ]
    .filter(Boolean)
    .reduce(milder, severity);
  return worse(mild, 'low');
}
