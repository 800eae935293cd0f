import type { App, EntityCall } from '@base44-lint/model';
import { contentOf } from '../judge/content.js';
import { accessFor, nameIn, ruleEvidence } from '../judge/entity.js';
import { knownOf, type Act, type Known } from './act.js';
import { isOpenAnyway } from './open-anyway.js';
import { isFilledIn, writesValuable } from './payload.js';
import { promotesItself, promotion } from './promotion.js';
import { isValuable } from './subjects.js';
import { changeVerdict, createVerdict, severityOf, type Subject } from './write-verdict.js';

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
    severity: severityOf(
      verdict.severity,
      { isOpen: isOpenAnyway(app, call, operation), isEvent, adds: operation === 'create' },
      call,
      known,
    ),
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
