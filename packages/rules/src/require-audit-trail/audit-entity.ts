import { wordsOf, type App, type EntityCall } from '@base44-lint/model';

const KEPT = /^(?:logs?|trails?|events?|entry|entries|records?|history|histories)$/;
const SUBJECT = /^(?:audits?|security|access|admin|compliance|change|permission|login)$/;
/** Words that make any entity a record of changes, and words that do so before `Log`, `History` and the like. */
const TRACE = /^(?:audits?|activity|activities|changelogs?|revisions?|trails?)$/;
const OF_CHANGES =
  /^(?:audits?|security|access|admin|compliance|changes?|permission|login|system|user|actions?|edits?|status|governance|operations?|data|updates?|versions?)$/;
/** Fields that only a record of changes has. */
const TOLD =
  /^(?:(?:old|previous|before|after)_?(?:values?|data|status|state)|performed_?by|changed_?by|actor(?:_.*)?)$/i;

/** Whether entries of an entity are meant as proof of who did what: `AuditLog`, `SecurityEvent`, `AccessHistory`. */
export function isProof(entity: string): boolean {
  const words = wordsOf(entity);
  return words.some((word) => SUBJECT.test(word)) && KEPT.test(words.at(-1) ?? '');
}

/** Whether an app records changes in any way. Broad, so that no app with some trail is told that it has none. */
export function hasTrail(app: App, calls: readonly EntityCall[]): boolean {
  return (
    Object.values(app.entities).some(
      ({ name, fields }) => isTrace(name) || fields.some((field) => TOLD.test(field.name)),
    ) ||
    calls.some(({ entity, method, args }) => entity.candidates.some(isTrace) || (method === 'create' && tells(args[0])))
  );
}

function isTrace(entity: string): boolean {
  const words = wordsOf(entity);
  return (
    words.some((word) => TRACE.test(word)) ||
    (KEPT.test(words.at(-1) ?? '') && (words.length === 1 || words.some((word) => OF_CHANGES.test(word))))
  );
}

function tells(data: EntityCall['args'][number] | undefined): boolean {
  return data?.t === 'object' && data.props.some(([key]) => TOLD.test(key));
}
