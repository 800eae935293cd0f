import type { App, EntityCall } from '@base44-lint/model';
import type { Severity } from '../finding.js';
import { contentOf } from '../judge/content.js';
import { accessFor, nameIn, ruleEvidence } from '../judge/entity.js';
import { milder, type Content } from '../judge/read-severity.js';
import { isPublication, isScoping } from '../judge/scoping.js';
import { tenantFieldOf } from '../judge/tenant.js';
import { knownOf, type Act, type Known } from './act.js';
import { isOpenAnyway } from './open-anyway.js';

/** A read of what the caller names, handed back to the caller. Reads of whole tables and by tenant belong to other rules. */
export function readAct(app: App, call: EntityCall): Act | null {
  const known = knownOf(call.answerer);
  if (!known || call.result.responded === 'no' || !call.target.caller) return null;
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
  const full = severityOf(known, byId, content);
  const isOpen = isOpenAnyway(app, call, 'read');
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
    severity: isOpen && known === 'signed-in' ? 'low' : [isOpen, isPart].filter(Boolean).reduce(milder, full),
    confidence: 'likely',
    can: `read ${what} by naming ${byId ? 'an id' : `any \`${key}\``}`,
    does: `hands out ${what} with the service role`,
    advice: `Compare the row with the signed-in user before it goes back, or read with the caller's own client so that the rules of ${rows} apply.`,
    chosen: true,
    evidence: [...call.evidence, ...ruleEvidence(accessFor(app, call, name, 'read'))],
  };
}

/** An id is hard to guess, an address is not. */
function severityOf(known: Known, byId: boolean, content: Content): Severity {
  if (known === 'none') return byId && content === 'owned' ? 'medium' : 'high';
  if (byId) return content === 'owned' ? 'low' : 'medium';
  return content === 'owned' ? 'medium' : 'high';
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
