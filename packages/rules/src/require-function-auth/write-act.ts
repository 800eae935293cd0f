import type { App, EntityCall } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, nameIn, ruleEvidence } from '../judge/entity.js';
import { isSideRecord } from '../judge/entity-kind.js';
import { milder, worse, type Content } from '../judge/read-severity.js';
import { knownOf, type Act, type Known } from './act.js';
import { isOpenAnyway } from './open-anyway.js';
import { isTicket, onlyTraces } from './payload.js';
import { promotesItself, promotion } from './promotion.js';
import { isKeyToAll, isOpenToAdd, isProof, isValuable, isValuableField } from './subjects.js';

/** What a function adds, changes or deletes with the service role. */
export function writeAct(app: App, call: EntityCall, operation: 'create' | 'update' | 'delete'): Act | null {
  const known = knownOf(call.caller);
  if (!known) return null;
  const subject = subjectOf(app, call, operation, known);
  if (promotesItself(call)) return promotion(call, known);
  if (!subject.chosen && (call.target.user || call.data.user || call.target.visible)) return null;
  const verdict = operation === 'create' ? createVerdict(call, known, subject) : changeVerdict(call, known, subject);
  if (!verdict) return null;
  const isEvent =
    known === 'none' && operation !== 'delete' && (operation === 'create' ? call.data : call.target).event;
  const rows = nameIn(call);
  return {
    span: call.span,
    known,
    severity: severityOf(verdict.severity, { isOpen: isOpenAnyway(app, call, operation), isEvent }, call, known),
    confidence: verdict.likely ? 'likely' : 'possible',
    can: canWrite(operation, rows, subject, call),
    does: `${operation === 'create' ? 'adds' : operation === 'delete' ? 'deletes' : 'changes'} rows of ${rows} with the service role`,
    advice: isEvent
      ? `Read the record again by its id instead of trusting the event in the request.`
      : operation === 'create'
        ? `Take what says whose the row is from the signed-in user, not from the request.`
        : `Compare the row's owner with the signed-in user first, or use the caller's own client so that the rules of ${rows} apply.`,
    chosen: subject.chosen,
    valuable: subject.valuable,
    evidence: [...call.evidence, ...ruleEvidence(accessFor(app, call, call.entity.name, operation))],
  };
}

function severityOf(
  severity: Severity,
  { isOpen, isEvent }: { readonly isOpen: boolean; readonly isEvent: boolean },
  { method, data, target }: EntityCall,
  known: Known,
): Severity {
  // Who is signed in could do the same without the function, and adding a row there harms nobody.
  if (isOpen && (known === 'signed-in' || method === 'create'))
    return worse(severity, 'low') === severity ? 'low' : severity;
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

/** What a write is about. */
interface Subject {
  /** The caller decides which row is changed, or what a new one holds. */
  readonly chosen: boolean;
  /** The caller names the row itself; otherwise it is found by something that the caller names. */
  readonly direct: boolean;
  readonly content: Content;
  readonly valuable: boolean;
}

function subjectOf(app: App, call: EntityCall, operation: 'create' | 'update' | 'delete', known: Known): Subject {
  const { target, data, query, entity } = call;
  const byData = operation === 'create' || call.method === 'bulkUpdate';
  const ofUser = target.user && !(known === 'none' && target.free);
  const chosen = byData ? data.caller : target.caller && !target.visible && !(ofUser && !query.keys.some(isCallersId));
  return {
    chosen,
    direct: byData || target.direct,
    content: contentOf(app, entity.name),
    valuable: isValuable(entity.name) || writesValuable(call),
  };
}

const isCallersId = ({ name, from }: { readonly name: string; readonly from: string }): boolean =>
  from === 'caller' && /^_?id$/.test(name);

/** Logs and the like, and what counts requests so that there are not too many. */
const isSide = (name: string | null): boolean =>
  name !== null && (isSideRecord(name) || /RateLimit|Throttle|LoginAttempt|Idempotency/.test(name));

interface Verdict {
  readonly severity: Severity;
  readonly likely: boolean;
}

function createVerdict(call: EntityCall, known: Known, { chosen, content, valuable }: Subject): Verdict | null {
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

/** Whose the money or right is, or how much of it, is in the request itself. */
const givesValue = ({ data }: EntityCall): boolean => data.sent.some((name) => name === '*' || GIVES.test(name));
const GIVES =
  /amount|balance|credit|total|price|points|coins|status|state|role|plan|tier|discount|percent|value|quantity|qty|limit|code|user|owner|customer|member|employee|partner|affiliate|email|(?:_id|[a-z]Id)$/i;

/** The caller only names records; what the row says of them the function looks up or sets itself. */
const isFilledIn = ({ data }: EntityCall): boolean => !data.direct || data.ids;

function changeVerdict(call: EntityCall, known: Known, { chosen, direct, content, valuable }: Subject): Verdict | null {
  const removes = call.method.startsWith('delete');
  if (!chosen) return { severity: known === 'none' ? 'medium' : 'low', likely: false };
  if (onlyTraces(call.args[1]) || isSide(call.entity.name) || call.data.mark) return { severity: 'low', likely: false };
  const free = call.data.direct || removes || takesSeat(call);
  if (known === 'none') {
    if (isKeyToAll(call.entity.name) && free) return { severity: direct ? 'critical' : 'high', likely: true };
    // The caller picks the row by way of another, or what is written is not theirs.
    const isFull = valuable ? direct || free || pays(call) : direct && free;
    return { severity: isFull ? 'high' : 'medium', likely: true };
  }
  if (!direct && !free) return { severity: valuable ? 'medium' : 'low', likely: false };
  const isPrivate = valuable || (content !== 'plain' && content !== 'reference');
  if (free || valuable) return { severity: isPrivate && direct ? 'high' : 'medium', likely: true };
  return isPrivate ? { severity: 'medium', likely: true } : { severity: 'low', likely: false };
}

/** `{ owner_id: user.id }`, `{ members: [...row.members, user.email] }`: users give themselves what the row decides about. */
function takesSeat({ args, data }: EntityCall): boolean {
  const [, written] = args;
  return (
    data.user &&
    written?.t === 'object' &&
    written.props.some(([name, value]) => SEAT.test(name) && value.t !== 'literal')
  );
}

const SEAT = /member|admin|owner|manager|moderator|editor|collaborator|participant|allowed|shared_with|^assigned_to/i;

/** Names of fields of money or rights that an update or a create sets from the request. */
function writesValuable(call: EntityCall): boolean {
  const { method, args, data } = call;
  const written = args[method === 'create' ? 0 : 1];
  return (
    pays(call) ||
    (data.caller &&
      written?.t === 'object' &&
      written.props.some(([name, value]) => isValuableField(name) && value.t !== 'literal'))
  );
}

/** `{ payment_status: 'paid' }`: says that money has come in, or that somebody is who they say they are. */
function pays({ method, args }: EntityCall): boolean {
  const written = args[method === 'create' ? 0 : 1];
  return (
    written?.t === 'object' &&
    written.props.some(([name, value]) => value.t === 'literal' && isProof(name, value.value))
  );
}

function canWrite(
  operation: 'create' | 'update' | 'delete',
  rows: string,
  { chosen, direct }: Subject,
  call: EntityCall,
): string {
  if (operation === 'create')
    return isFilledIn(call) ? `make it add rows of ${rows}` : `add rows of ${rows} with values of their choice`;
  const verb = operation === 'delete' ? 'delete' : 'change';
  if (!chosen) return `make it ${verb} rows of ${rows}`;
  const [key] = call.query.keys.filter(({ from }) => from === 'caller');
  if (key) return `${verb} rows of ${rows} by naming any \`${key.name}\``;
  return direct ? `${verb} any row of ${rows} by its id` : `${verb} rows of ${rows} that the request picks`;
}
