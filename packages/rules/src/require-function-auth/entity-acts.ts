import type { App, EntityCall, Operation } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, nameIn, ruleEvidence, ruleStateOf } from '../judge/entity.js';
import { isSideRecord } from '../judge/entity-kind.js';
import { milder, type Content } from '../judge/read-severity.js';
import { isPublication, isScoping } from '../judge/scoping.js';
import { tenantFieldOf } from '../judge/tenant.js';
import { knownOf, type Act, type Known } from './act.js';
import { onlyTraces } from './payload.js';
import { isKeyToAll, isOpenToAdd, isValuable, isValuableField } from './subjects.js';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  create: 'create',
  bulkCreate: 'create',
  importEntities: 'create',
  update: 'update',
  updateMany: 'update',
  bulkUpdate: 'update',
  upsert: 'update',
  delete: 'delete',
  deleteMany: 'delete',
  get: 'read',
  filter: 'read',
};

/** What a function does to records with the service role, which passes by all rules of the entity. */
export function entityAct(app: App, call: EntityCall): Act | null {
  const operation = OPERATIONS[call.method];
  if (!operation || call.role !== 'service' || call.origin === 'shim' || call.recovery) return null;
  return operation === 'read' ? readAct(app, call) : writeAct(app, call, operation);
}

function writeAct(app: App, call: EntityCall, operation: 'create' | 'update' | 'delete'): Act | null {
  const known = knownOf(call.caller);
  if (!known) return null;
  const subject = subjectOf(app, call, operation, known);
  if (promotesItself(call)) return promotion(call, known);
  if (!subject.chosen && (call.target.user || call.data.user || call.target.visible)) return null;
  const verdict = operation === 'create' ? createVerdict(call, known, subject) : changeVerdict(call, known, subject);
  if (!verdict) return null;
  const isOpen = isOpenAnyway(app, call, operation, known);
  const isEvent = known === 'none' && (operation === 'create' ? call.data : call.target).event;
  const rows = nameIn(call);
  return {
    span: call.span,
    known,
    severity: [isOpen, isEvent].filter(Boolean).reduce(milder, verdict.severity),
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

/** Fields of a user by which rules and code tell one tenant from another. */
const TENANT_FIELD =
  /^(?:org|organi[sz]ation|company|tenant|church|family|workspace|school|clinic|club|restaurant|store|branch)_?(?:id|Id)$/;

/** `User.update(user.id, { role: body.role })`: everyone may give themselves what the caller names. */
function promotesItself({ entity, method, target, data, args }: EntityCall): boolean {
  const written = args[1];
  return (
    entity.name === 'User' &&
    method === 'update' &&
    target.user &&
    data.caller &&
    !data.row &&
    written?.t === 'object' &&
    written.props.some(
      ([name, value]) =>
        (/^(?:role|user_role|app_role|is_\w*admin|permissions)$/.test(name) || TENANT_FIELD.test(name)) &&
        value.t !== 'literal',
    )
  );
}

function promotion(call: EntityCall, known: Known): Act {
  return {
    span: call.span,
    known,
    severity: 'high',
    confidence: 'likely',
    can: 'give themselves the role or tenant that they name in the request',
    does: 'writes what the request names into the own user record',
    advice: 'Take the role or tenant from a record that somebody entitled has made, such as an invitation.',
    chosen: true,
    evidence: call.evidence,
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

const isSide = (name: string | null): boolean => name !== null && isSideRecord(name);

interface Verdict {
  readonly severity: Severity;
  readonly likely: boolean;
}

function createVerdict(call: EntityCall, known: Known, { chosen, valuable }: Subject): Verdict | null {
  const { name } = call.entity;
  if (!chosen || (!valuable && (isOpenToAdd(name) || isSide(name)))) return null;
  if (known === 'none') return { severity: valuable ? 'high' : 'medium', likely: true };
  if (call.data.user) return null;
  return valuable ? { severity: 'high', likely: true } : { severity: 'low', likely: false };
}

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
  if (operation === 'create') return `add rows of ${rows} with values of their choice`;
  const verb = operation === 'delete' ? 'delete' : 'change';
  if (!chosen) return `make it ${verb} rows of ${rows}`;
  const [key] = call.query.keys.filter(({ from }) => from === 'caller');
  if (key) return `${verb} rows of ${rows} by naming any \`${key.name}\``;
  return direct ? `${verb} any row of ${rows} by its id` : `${verb} rows of ${rows} that the request picks`;
}

/** The service role adds nothing where the rules let the same caller do the same. */
function isOpenAnyway(app: App, call: EntityCall, operation: Operation, known: Known): boolean {
  const access = accessFor(app, call, call.entity.name, operation);
  return ruleStateOf(access) === 'open' && (known === 'signed-in' || app.visibility === 'public');
}

/** A read of what the caller names, handed back to the caller. Reads of whole tables and by tenant belong to other rules. */
function readAct(app: App, call: EntityCall): Act | null {
  const known = knownOf(call.answerer);
  if (!known || call.result.responded === 'no') return null;
  const { name } = call.entity;
  const key = keyOfCaller(app, call, known);
  if (key === null) return null;
  const held = contentOf(app, name);
  // Rows that are asked for by a person are that person's.
  const content = held === 'plain' && PERSON.test(key) ? 'owned' : held;
  if (content === 'plain' || content === 'reference') return null;
  const { respondedRows, respondedFields, responded } = call.result;
  const holds = app.entities[name ?? '']?.holds;
  const told = respondedFields.filter(
    (field) => holds && [...holds.personal, ...holds.secret, ...holds.regulated].includes(field),
  );
  if (!respondedRows && told.length === 0) return null;
  const byId = key === 'id';
  const full: Severity =
    known === 'none'
      ? byId && content === 'owned'
        ? 'medium'
        : 'high'
      : byId || content === 'owned'
        ? 'medium'
        : 'high';
  const isOpen = isOpenAnyway(app, call, 'read', known);
  const isPart = !respondedRows || responded === 'projected';
  const rows = nameIn(call);
  const what = respondedRows
    ? `rows of ${rows}`
    : `${told
        .slice(0, 2)
        .map((field) => `\`${field}\``)
        .join(' and ')} of ${rows}`;
  return {
    span: call.span,
    known,
    severity: [isOpen, isPart].filter(Boolean).reduce(milder, full),
    confidence: 'likely',
    can: `read ${what} by naming ${byId ? 'an id' : `any \`${key}\``}`,
    does: `hands out ${what} with the service role`,
    advice: `Compare the row with the signed-in user before it goes back, or read with the caller's own client so that the rules of ${rows} apply.`,
    chosen: true,
    evidence: [...call.evidence, ...ruleEvidence(accessFor(app, call, name, 'read'))],
  };
}

/** The key by which the caller names rows; null where the user or something else keeps them apart. */
function keyOfCaller(app: App, call: EntityCall, known: Known): string | null {
  const isFree = known === 'none' && call.target.free;
  if (call.method === 'get')
    return call.target.caller && (!call.target.user || isFree) && !call.target.visible ? 'id' : null;
  const { keys, kind, open } = call.query;
  if (kind !== 'keys' || open || keys.some(isPublication)) return null;
  const tenant = tenantFieldOf(app, call.entity.name);
  const scoping = keys.filter((key) => isScoping(key, undefined, new Set()));
  if (scoping.length === 0 || scoping.some(({ from }) => from !== 'caller' && !(isFree && from === 'user')))
    return null;
  if (scoping.some(({ name }) => name === tenant)) return null;
  if (scoping.some(({ name }) => KNOWN_TO_FEW.test(name))) return null;
  return scoping.find(({ name }) => name === 'id')?.name ?? scoping[0]?.name ?? null;
}

/** Keys that name a person. */
const PERSON =
  /(?:^|_)(?:user|owner|customer|client|patient|member|employee|student|driver|account)_?(?:id|email)$|(?:user|owner|customer|client|account)Id$|^email$|created_by/i;

/** Keys that only who was given them can name. */
const KNOWN_TO_FEW = /token|code$|secret|slug|hash|pin$|key$|session|reference|_ref$|uuid|confirmation/i;
