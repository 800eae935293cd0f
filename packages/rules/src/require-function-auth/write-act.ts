import type { App, EntityCall } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, nameIn, ruleEvidence } from '../judge/entity.js';
import { isSideRecord } from '../judge/entity-kind.js';
import { milder, type Content } from '../judge/read-severity.js';
import { knownOf, type Act, type Known } from './act.js';
import { isOpenAnyway } from './open-anyway.js';
import { isTicket, onlyTraces } from './payload.js';
import { promotesItself, promotion } from './promotion.js';
import { isKeyToAll, isOpenToAdd, isValuable, isValuableField } from './subjects.js';

/** What a function adds, changes or deletes with the service role. */
export function writeAct(app: App, call: EntityCall, operation: 'create' | 'update' | 'delete'): Act | null {
  const known = knownOf(call.caller);
  if (!known) return null;
  const subject = subjectOf(app, call, operation, known);
  if (promotesItself(call)) return promotion(call, known);
  if (!subject.chosen && (call.target.user || call.data.user || call.target.visible)) return null;
  const verdict = operation === 'create' ? createVerdict(call, known, subject) : changeVerdict(call, known, subject);
  if (!verdict) return null;
  const isOpen = isOpenAnyway(app, call, operation, known);
  const isEvent =
    known === 'none' && operation !== 'delete' && (operation === 'create' ? call.data : call.target).event;
  const rows = nameIn(call);
  return {
    span: call.span,
    known,
    // Who is signed in could do the same without the function.
    severity:
      isOpen && known === 'signed-in' ? 'low' : [isOpen, isEvent].filter(Boolean).reduce(milder, verdict.severity),
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
    return { severity: valuable && !isFilledIn(call) ? 'high' : 'medium', likely: true };
  }
  if (call.data.user) return null;
  return valuable ? { severity: 'medium', likely: true } : { severity: 'low', likely: false };
}

/** The caller only names records; what the row says of them the function looks up or sets itself. */
const isFilledIn = ({ data }: EntityCall): boolean => !data.direct || data.ids;

function changeVerdict(call: EntityCall, known: Known, { chosen, direct, content, valuable }: Subject): Verdict | null {
  const removes = call.method.startsWith('delete');
  if (!chosen) return { severity: known === 'none' ? 'medium' : 'low', likely: false };
  if (onlyTraces(call.args[1]) || isSide(call.entity.name)) return { severity: 'low', likely: false };
  // The caller picks the row by way of another, and what is written is not theirs.
  const mild = !direct && !call.data.direct && !removes;
  if (known === 'none') {
    if (isKeyToAll(call.entity.name) && (call.data.direct || removes))
      return { severity: mild ? 'high' : 'critical', likely: true };
    return { severity: mild ? 'medium' : 'high', likely: true };
  }
  if (mild) return { severity: valuable ? 'medium' : 'low', likely: false };
  return { severity: valuable || (content !== 'plain' && content !== 'reference') ? 'high' : 'medium', likely: true };
}

/** Names of fields of money or rights that an update or a create sets from the request. */
function writesValuable({ method, args, data }: EntityCall): boolean {
  const written = args[method === 'create' ? 0 : 1];
  return (
    data.caller &&
    written?.t === 'object' &&
    written.props.some(([name, value]) => isValuableField(name) && value.t !== 'literal')
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
