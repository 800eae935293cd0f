import type { EntityCall, FileView, Span } from '@base44-lint/model';
import type { AppFinding, RuleFinding, Suggestion } from '../finding.js';
import { listed } from '../judge/listed.js';
import type { Flaw } from './gathered.js';
import { holdsWithoutField, type Key } from './keys.js';
import { meantField, topField, type Schema } from './schema-fields.js';

/** The keys that no schema names, each once. */
export function unknownAmong(keys: readonly Key[], { names }: Schema): readonly Key[] {
  const byField = new Map<string, Key>();
  for (const key of keys) {
    const field = topField(key.name);
    if (!names.has(field) && !field.startsWith('$') && field !== '' && !byField.has(field)) byField.set(field, key);
  }
  return [...byField.values()];
}

export function ofQuery(keys: readonly Key[], call: EntityCall, schema: Schema, file: FileView): Flaw {
  const one = keys.length === 1;
  const effect = keys.every(holdsWithoutField)
    ? `${one ? 'this condition holds for every record and selects' : 'these conditions hold for every record and select'} nothing`
    : keys.every(({ optional }) => optional)
      ? `${one ? 'this alternative' : 'these alternatives'} never ${one ? 'matches' : 'match'} a record`
      : `no record matches and ${outcomeOf(call.method)}`;
  const message = `${declares(keys, schema)}, so ${effect}.`;
  return flaw(effect, keys, schema, finding(message, { keys, call, schema, file, argument: 0, verb: 'Ask for' }));
}

function outcomeOf(method: string): string {
  if (method === 'deleteMany') return 'nothing is deleted';
  if (method === 'updateMany') return 'nothing is updated';
  return method === 'count' ? 'the count is always zero' : 'this read always comes back empty';
}

export function ofData(keys: readonly Key[], call: EntityCall, schema: Schema, file: FileView): Flaw {
  const message = `${declares(keys, schema)}, so what this writes to ${keys.length === 1 ? 'it' : 'them'} is lost when the record is saved.`;
  const argument = call.method === 'update' || call.method === 'updateMany' ? 1 : 0;
  return flaw('written', keys, schema, finding(message, { keys, call, schema, file, argument, verb: 'Write' }));
}

function flaw(effect: string, keys: readonly Pick<Key, 'name'>[], schema: Schema, finding: AppFinding): Flaw {
  const owner = schema.entities.map(({ name }) => name).join();
  return { kind: `${owner} ${effect}`, fields: keys.map(({ name }) => topField(name)), finding };
}

function declares(keys: readonly Key[], { entities }: Schema): string {
  const names = listed(keys.map(({ name }) => `\`${topField(name)}\``));
  const owner = listed(entities.map(({ name }) => `\`${name}\``));
  return `${owner} ${entities.length === 1 ? 'declares' : 'declare'} no ${keys.length === 1 ? 'field' : 'fields'} ${names}`;
}

interface Place {
  readonly keys: readonly Key[];
  readonly call: EntityCall;
  readonly schema: Schema;
  readonly file: FileView;
  /** Index of the argument that holds the keys. */
  readonly argument: number;
  readonly verb: string;
}

function finding(message: string, { keys, call, schema, file, argument, verb }: Place): AppFinding {
  const [first] = keys as [Key, ...Key[]];
  const span = call.argSpans[argument] ?? call.span;
  const keySpan = spanOf(first, span, file.text);
  const near = meantField(topField(first.name), schema);
  return {
    file: file.file,
    severity: 'medium',
    confidence: call.origin === 'unknown' ? 'possible' : 'likely',
    message,
    span: keySpan ?? span,
    evidence: declaredIn(schema),
    advice: adviceFor(topField(first.name), near, schema),
    suggestions: near && keySpan ? renaming(first, near, keySpan, verb, file.text) : [],
  };
}

export function ofSort(field: string, call: EntityCall, schema: Schema): Flaw {
  const near = meantField(topField(field), schema);
  const owner = listed(schema.entities.map(({ name }) => `\`${name}\``));
  return flaw('sorted', [{ name: field }], schema, {
    file: call.file,
    severity: 'low',
    confidence: call.origin === 'unknown' ? 'possible' : 'likely',
    message: `${owner} ${schema.entities.length === 1 ? 'declares' : 'declare'} no field \`${topField(field)}\`, so the rows come in no certain order and a limit cuts off any of them.`,
    span: call.argSpans[call.method === 'list' ? 0 : 1] ?? call.span,
    evidence: declaredIn(schema),
    advice: adviceFor(topField(field), near, schema),
    suggestions: [],
  });
}

/** `-created_date` sorts by `created_date`. */
export function sortField({ sort }: EntityCall): string | undefined {
  return /^[+-]?(\w[\w.]*)$/.exec(sort ?? '')?.[1];
}

/** The key where it stands in the argument, without quotes around it. */
function spanOf({ name, at }: Key, within: Span, text: string): Span | undefined {
  if (at === undefined || at < within.start || at >= within.end) return undefined;
  const start = text.startsWith(name, at) ? at : at + 1;
  return text.startsWith(name, start) ? { start, end: start + name.length } : undefined;
}

function declaredIn({ entities }: Schema): RuleFinding['evidence'] {
  return entities.flatMap(({ file, fields }) => {
    const [first] = fields;
    return first ? [{ ...first.place, file, note: `is the first of its ${fields.length} fields` }] : [];
  });
}

function adviceFor(field: string, near: string | undefined, { entities }: Schema): string {
  const name = entities.map((entity) => `\`${entity.name}\``).join(' and ');
  return near
    ? `Write \`${near}\` if that is what is meant, or add \`${field}\` to the schema of ${name}.`
    : `Add \`${field}\` to the schema of ${name}, or leave it out here.`;
}

/** Not for shorthand (`{ stauts }`), whose name is also that of a variable. */
function renaming(key: Key, near: string, span: Span, verb: string, text: string): readonly Suggestion[] {
  const isQuoted = /['"]/.test(text[span.start - 1] ?? '');
  const after = text.slice(span.end + (isQuoted ? 1 : 0)).trimStart();
  if (!after.startsWith(':') || key.name !== topField(key.name)) return [];
  return [{ title: `${verb} \`${near}\` instead of \`${key.name}\``, edits: [{ ...span, text: near }] }];
}
