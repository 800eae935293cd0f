import { memberOf, type App, type Entity, type JsonDocument, type Operation, type Span } from '@base44-lint/model';
import type { Node } from 'jsonc-parser';
import type { Evidence } from '@base44-lint/model';
import type { RuleFinding } from '../finding.js';
import { headOf, list, quoted, spanOf, within } from '../judge/document.js';
import { isOnPlatform } from '../judge/platform.js';
import { privilegeOf } from './privilege.js';
import { entitiesOf, isProtected, isRecordLocked, severityOf, trustedFields, type Trust } from './trust.js';

const verbs: Readonly<Record<Operation, string>> = { read: 'read', create: 'add', update: 'change', delete: 'delete' };
const shownUses = 6;

/**
 * One finding for each trusted field at its root: the field in the User schema, else the first entity whose rules trust
 * it. Every other entity gets one hint, so that an app with fifty rules of the same kind has one thing to mend.
 */
export function* schemaFindings(app: App, document: JsonDocument, entity: Entity): Generator<RuleFinding> {
  const fields = trustedFields(app);
  const user = app.entities['User'];
  if (entity.name === 'User') {
    for (const [field, uses] of fields) yield rootFinding(app, field, uses, fieldOf(entity, field) ?? headOf(document));
    yield* privilegeFinding(app, entity, fields);
    return;
  }
  const own = [...fields].filter(([, uses]) => uses.some((use) => use.entity.name === entity.name));
  const roots = own.filter(([, uses]) => !user && uses[0]?.entity.name === entity.name);
  for (const [field, uses] of roots) {
    const place = placesIn(document, field)[0];
    if (place) yield rootFinding(app, field, uses, place);
  }
  const rest = own.filter((one) => !roots.includes(one));
  if (rest.length > 0) yield* hint(app, document, entity, rest);
}

function rootFinding(app: App, field: string, uses: readonly Trust[], span: Span): RuleFinding {
  const entities = entitiesOf(uses);
  const operations = [...new Set(uses.map(({ operation }) => operation))];
  const done = (['read', 'update', 'delete', 'create'] as const).filter((one) => operations.includes(one));
  const names = entities.length === 1 ? `\`${entities[0]!.name}\`` : `${entities.length} entities`;
  return {
    severity: severityOf(app, uses),
    confidence: isOnPlatform(app) && !isRecordLocked(app) ? 'likely' : 'possible',
    message: `Users can set \`${field}\` of their own record with \`auth.updateMe\`, and the rules of ${names} trust it, so a user can choose whose rows to ${list(done.map((one) => verbs[one]))}.`,
    span,
    evidence: evidenceOf(uses),
    advice: adviceFor(field),
    suggestions: [],
  };
}

/** Fields that by their names decide rights or money, although no rule asks for them: then code does. */
function* privilegeFinding(app: App, user: Entity, trusted: ReadonlyMap<string, unknown>): Generator<RuleFinding> {
  const fields = user.fields.filter(
    ({ name }) => name !== 'role' && privilegeOf(name) && !trusted.has(name) && !isProtected(app, name),
  );
  const [first] = fields;
  if (!first) return;
  const names = list(quoted(fields.slice(0, 4).map(({ name }) => name)));
  yield {
    severity: 'low',
    confidence: isOnPlatform(app) && !isRecordLocked(app) ? 'likely' : 'possible',
    message: `Users can set ${names} of their own record with \`auth.updateMe\`, so nothing that matters may depend on ${fields.length > 1 ? 'these fields' : 'it'}.`,
    span: within(first.place),
    evidence: fields.slice(1).map(({ place, name }) => ({ ...place, note: `\`${name}\`` })),
    advice: adviceFor(first.name),
    suggestions: [],
  };
}

function* hint(
  app: App,
  document: JsonDocument,
  entity: Entity,
  own: readonly (readonly [string, readonly Trust[]])[],
): Generator<RuleFinding> {
  const places = own.flatMap(([field]) => placesIn(document, field)).toSorted((one, two) => one.start - two.start);
  const [first] = places;
  if (!first) return;
  const names = own.map(([field]) => `user.data.${field}`);
  yield {
    severity: 'low',
    confidence: isOnPlatform(app) && !isRecordLocked(app) ? 'likely' : 'possible',
    message: `The rules of \`${entity.name}\` trust ${list(quoted(names))}, which users can set on themselves with \`auth.updateMe\`.`,
    span: first,
    evidence: places.slice(1, shownUses).map((place) => ({ ...place, file: document.file, note: 'trusts it too' })),
    advice: adviceFor(own[0]![0]),
    suggestions: [],
  };
}

function evidenceOf(uses: readonly Trust[]): readonly Evidence[] {
  return uses
    .flatMap(({ entity, operation, access }): Evidence[] =>
      access.place ? [{ ...access.place, note: `the \`${operation}\` rule of ${entity.name} trusts it` }] : [],
    )
    .filter((one, index, all) => all.findIndex(({ file }) => file === one.file) === index)
    .slice(0, shownUses);
}

export function adviceFor(field: string): string {
  return `Keep \`${field}\` in an entity that only admins and functions may write and compare rows to that, or give the field a rule of its own, \`"rls": { "write": { "user_condition": { "role": "admin" } } }\`, and try with a second account whether it holds.`;
}

function fieldOf(user: Entity, field: string): Span | undefined {
  const declared = user.fields.find(({ name }) => name === field);
  return declared && within(declared.place);
}

/** Values with `{{user.data.field}}` and keys `data.field` of a `user_condition`, in order. */
function placesIn({ root }: JsonDocument, field: string): readonly Span[] {
  const found: Span[] = [];
  const visit = (node: Node | undefined, isUser: boolean): void => {
    if (node?.type === 'string' && templates(String(node.value)).has(field)) found.push(spanOf(node));
    for (const child of node?.children ?? []) {
      const [key, value] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
      const name = String(key?.value ?? '');
      if (isUser && key && (name === `data.${field}` || name.startsWith(`data.${field}.`))) found.push(spanOf(key));
      visit(value, name === 'user_condition');
    }
  };
  visit(memberOf(root, 'rls'), false);
  return found;
}

function templates(text: string): ReadonlySet<string> {
  return new Set([...text.matchAll(/\{\{\s*user\.data\.(\w+)/g)].map(([, name = '']) => name));
}
