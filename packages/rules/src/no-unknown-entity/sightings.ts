import { sourceOf, type EntityCall, type FileView, type JsonDocument, type Place } from '@base44-lint/model';
import { namedIn } from '../judge/named-in.js';

/** A place that names an entity. */
export interface Sighting extends Place {
  readonly name: string;
  /** Text of its file. */
  readonly text: string;
  /** Only this entity can be meant, and the platform's client is asked for it. */
  readonly sure: boolean;
}

/** The names in a file of code that are none of the known ones. */
export function missingInCode(file: FileView, known: ReadonlySet<string>): readonly Sighting[] {
  if (file.zone === 'other') return [];
  return file.entityCalls
    .filter((call) => isPlatform(call, file))
    .flatMap((call) => {
      const { candidates } = call.entity;
      // `entities.Camp ?? entities.Camps`: one of them is there.
      const sure = call.origin !== 'unknown' && !candidates.some((name) => known.has(name));
      return candidates
        .filter((name) => !known.has(name))
        .map((name) => ({ ...placeOfName(call, name, file), name, text: file.text, sure }));
    });
}

/** The names in an agent, a workflow or an automation that are none of the known ones. */
export function missingInDocument(document: JsonDocument, known: ReadonlySet<string>): readonly Sighting[] {
  const { kind, file, text } = document;
  if (kind === 'entity') return [];
  return namedIn(document, 'entity_name')
    .filter(({ name }) => !known.has(name))
    .map(({ name, span }) => ({ ...span, file, name, text, sure: true }));
}

/** Names of virtual modules (`@/entities/X`) belong to the plugin that makes them up, look-alikes to whoever wrote them. */
function isPlatform(call: EntityCall, { facts }: FileView): boolean {
  return call.origin !== 'shim' && !/^(?:@|~|src)\/entities(?:\/|$)/.test(sourceOf(facts, call.span) ?? '');
}

/** The name where the call spells it, else the whole call. */
function placeOfName({ span, methodSpan }: EntityCall, name: string, { file, text }: FileView): Place {
  const at = text.slice(span.start, methodSpan.start).lastIndexOf(name);
  return at < 0
    ? { file, start: span.start, end: span.end }
    : { file, start: span.start + at, end: span.start + at + name.length };
}
